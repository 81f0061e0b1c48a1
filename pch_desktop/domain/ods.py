"""Codes of organisations in the national register (ODS), and the files that list them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from pch_desktop.domain.partners import PartnerKind
from pch_desktop.domain.refusal import Refusal

CODE = re.compile(r"[0-9A-Z]{3,9}")
"""Letters and figures, three to nine of them: RYV, 02Q, A81001, G6V2S."""
MARKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
SHAPE = "An ODS code is three to nine letters and figures, such as RYV, 02Q or A81001."


class OdsSort(StrEnum):
    """What one of the register's files lists."""

    TRUSTS = "NHS trusts"
    COMMISSIONERS = "commissioners"
    PRACTICES = "GP practices"
    NETWORKS = "primary care networks"


FORMS: Mapping[OdsSort, re.Pattern[str]] = {
    OdsSort.TRUSTS: re.compile(r"R[0-9A-Z]{2}"),
    OdsSort.PRACTICES: re.compile(r"[A-HJ-NPVWY]\d{5}"),
    OdsSort.NETWORKS: re.compile(r"U\d{5}"),
}
"""Codes that can stand in no other file than that of their sort."""
SORT_OF: Mapping[PartnerKind, OdsSort] = {
    PartnerKind.PRACTICE: OdsSort.PRACTICES,
    PartnerKind.SUPER_PARTNERSHIP: OdsSort.PRACTICES,
    PartnerKind.COMMISSIONER: OdsSort.COMMISSIONERS,
    PartnerKind.ACUTE_TRUST: OdsSort.TRUSTS,
    PartnerKind.COMMUNITY_TRUST: OdsSort.TRUSTS,
    PartnerKind.MENTAL_HEALTH_TRUST: OdsSort.TRUSTS,
    PartnerKind.INTEGRATED_TRUST: OdsSort.TRUSTS,
    PartnerKind.AMBULANCE_TRUST: OdsSort.TRUSTS,
}
"""Where an organisation of a kind is listed, as a rule: some that give care are no NHS trust."""


def ods_code(text: str | None) -> str | None:
    """Return a code as it is kept: capitals, no spaces; None for a blank.

    Raises:
        Refusal: it cannot be a code, whatever the register holds.
    """
    plain = "".join((text or "").split()).upper()
    if not plain:
        return None
    if not CODE.fullmatch(plain):
        raise Refusal(f"“{(text or '').strip()}” is not the shape of an ODS code. {SHAPE}")
    return plain


def sort_told(code: str, kind: PartnerKind | None) -> OdsSort | None:
    """Return the file a code must stand in, where its form or the kind says so; else None."""
    for sort, form in FORMS.items():
        if form.fullmatch(code):
            return sort
    is_commissioner = kind is PartnerKind.COMMISSIONER
    return OdsSort.COMMISSIONERS if is_commissioner else None


def not_listed(code: str, sort: OdsSort, close: Sequence[str]) -> str:
    """Return what is said of a code that must be in a file brought in and is not.

    Args:
        close: the codes near to it, each with its name: "RYV (Cambridgeshire ...)".
    """
    ways = f"Close to it: {', '.join(close)}." if close else "Look it up by its name."
    return (
        f"{code} is not among the {sort.value} of the register. {ways} "
        "If it is new, bring in a newer file first."
    )


def neighbours(code: str) -> frozenset[str]:
    """Return the codes one slip of the keys away: a mark wrong, missing, too many, or swapped."""
    places = range(len(code))
    wrong = {code[:at] + mark + code[at + 1 :] for at in places for mark in MARKS}
    missing = {code[:at] + mark + code[at:] for at in range(len(code) + 1) for mark in MARKS}
    many = {code[:at] + code[at + 1 :] for at in places}
    swapped = {code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in places[:-1]}
    return frozenset((wrong | missing | many | swapped) - {code})
