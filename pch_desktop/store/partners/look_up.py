"""Taking a partner's name, code and kind from the register."""

from __future__ import annotations

from sqlalchemy.orm import Session

from pch_desktop.domain.ods import SORT_OF, OdsSort
from pch_desktop.domain.partners import PartnerKind
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import OdsOrganisation, Partner
from pch_desktop.store.partners.edits import add_described_partner, set_partner
from pch_desktop.store.partners.register import organisation
from pch_desktop.store.records import found

KINDS = {
    OdsSort.PRACTICES.value: PartnerKind.PRACTICE,
    OdsSort.COMMISSIONERS.value: PartnerKind.COMMISSIONER,
    OdsSort.NETWORKS.value: PartnerKind.FEDERATION,
    OdsSort.TRUSTS.value: PartnerKind.ACUTE_TRUST,
}
"""What the organisations of each file are, where a partner's kind does not say it closer."""


def add_from_register(session: Session, organisation_id: int, guessed: PartnerKind) -> int:
    """Add a partner as the register has it; return its id.

    Args:
        guessed: what its name suggests, for the trusts, whose file does not tell them apart.
    """
    row = found(session, OdsOrganisation, organisation_id)
    kind = _kind(row.sort, guessed)
    return add_described_partner(session, row.name, {"kind": kind, "ods_code": row.code})


def fill_from_register(
    session: Session, partner_id: int, organisation_id: int, guessed: PartnerKind
) -> None:
    """Give a partner the name, code and kind of an organisation of the register."""
    row = found(session, OdsOrganisation, organisation_id)
    partner = found(session, Partner, partner_id)
    set_partner(session, partner_id, "name", row.name)
    if str(SORT_OF.get(partner.kind, "")) != row.sort:
        set_partner(session, partner_id, "kind", _kind(row.sort, guessed))
    set_partner(session, partner_id, "ods_code", row.code)


def coded_name(session: Session, code: str) -> str:
    """Return the name of a code in the register, for a partner of which only the code is told.

    Raises:
        Refusal: the register does not have it.
    """
    row = organisation(session, code)
    if row is None:
        raise Refusal(f"{code} is not in the register brought in. Enter the partner's name too.")
    return row.name


def _kind(sort: str, guessed: PartnerKind) -> PartnerKind:
    is_trust = sort == OdsSort.TRUSTS.value and SORT_OF.get(guessed) is OdsSort.TRUSTS
    return guessed if is_trust else KINDS.get(sort, guessed)
