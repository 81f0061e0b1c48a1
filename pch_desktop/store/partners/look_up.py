"""Taking a partner's name, code and kind from the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from pch_desktop.domain.ods import SORT_OF, OdsSort, ods_code
from pch_desktop.domain.partners import PartnerKind
from pch_desktop.domain.partners_kinds import SECTOR_OF
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import OdsOrganisation, Partner
from pch_desktop.store.partners.edits import add_described_partner, set_partner
from pch_desktop.store.partners.register import organisation
from pch_desktop.store.records import found

Guess = Callable[[str], PartnerKind]
"""From a name to the kind it suggests, for the trusts, whose file does not tell them apart."""
KINDS = {
    OdsSort.PRACTICES.value: PartnerKind.PRACTICE,
    OdsSort.COMMISSIONERS.value: PartnerKind.COMMISSIONER,
    OdsSort.NETWORKS.value: PartnerKind.FEDERATION,
    OdsSort.TRUSTS.value: PartnerKind.ACUTE_TRUST,
}
"""What the organisations of each file are, where a name does not say it closer."""


def add_from_register(session: Session, organisation_id: int, guess: Guess) -> int:
    """Add a partner as the register has it; return its id."""
    row = found(session, OdsOrganisation, organisation_id)
    return add_coded_partner(session, row.code, guess, {})


def add_coded_partner(
    session: Session, code: str, guess: Guess, fields: Mapping[str, object]
) -> int:
    """Add a partner of which only the code is told, with what else is; return its id.

    Raises:
        Refusal: the register does not have the code, or a partner has the name already.
    """
    known = ods_code(code) or ""
    row = organisation(session, known)
    if row is None:
        raise Refusal(f"{known} is not in a register brought in. Enter the partner's name first.")
    kind = _kind(row.sort, guess(row.name))
    told = {"kind": kind, "sector": SECTOR_OF[kind], **fields, "ods_code": row.code}
    return add_described_partner(session, row.name, told)


def fill_from_register(
    session: Session, partner_id: int, organisation_id: int, guess: Guess
) -> None:
    """Give a partner the name, code and kind of an organisation of the register.

    A kind that fits the file already stays: the register does not tell trusts apart.
    """
    row = found(session, OdsOrganisation, organisation_id)
    partner = found(session, Partner, partner_id)
    set_partner(session, partner_id, "name", row.name)
    if str(SORT_OF.get(partner.kind, "")) != row.sort:
        set_partner(session, partner_id, "kind", _kind(row.sort, guess(row.name)))
    set_partner(session, partner_id, "ods_code", row.code)


def _kind(sort: str, guessed: PartnerKind) -> PartnerKind:
    is_trust = sort == OdsSort.TRUSTS.value and SORT_OF.get(guessed) is OdsSort.TRUSTS
    return guessed if is_trust else KINDS.get(sort, guessed)
