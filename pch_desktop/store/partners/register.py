"""Looking organisations up in what the national register (ODS) says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, not_, or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.ods import neighbours
from pch_desktop.models.partners import OdsOrganisation

MOST_CLOSE = 3


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation of the register."""

    id: int
    code: str
    name: str
    sort: str
    postcode: str | None
    closed_on: date | None


FIELDS = (
    OdsOrganisation.id,
    OdsOrganisation.code,
    OdsOrganisation.name,
    OdsOrganisation.sort,
    OdsOrganisation.postcode,
    OdsOrganisation.closed_on,
)


def organisations(session: Session, text: str, most: int = 8) -> list[OrganisationRow]:
    """Return the organisations whose code starts with a text, or whose name has its words.

    That of the very code comes first, then others by code, then by words; open ones first.
    """
    plain, words = "".join(text.split()).upper(), text.split()
    if not plain:
        return []
    named = (OdsOrganisation.name.contains(word, autoescape=True) for word in words)
    coded = OdsOrganisation.code.startswith(plain, autoescape=True)
    query = (
        select(*FIELDS)
        .where(or_(coded, and_(*named)))
        .order_by(
            OdsOrganisation.code != plain,
            not_(coded),
            OdsOrganisation.closed_on.is_not(None),
            OdsOrganisation.name,
        )
        .limit(most)
    )
    return [OrganisationRow(*row) for row in session.execute(query)]


def organisation(session: Session, code: str) -> OrganisationRow | None:
    """Return the organisation of a code, or None."""
    row = session.execute(select(*FIELDS).where(OdsOrganisation.code == code)).first()
    return None if row is None else OrganisationRow(*row)


def registered(session: Session) -> dict[str, int]:
    """Return how many organisations of each sort have been brought in."""
    query = select(OdsOrganisation.sort, func.count()).group_by(OdsOrganisation.sort)
    return {row[0]: row[1] for row in session.execute(query)}


def close_codes(session: Session, code: str) -> list[OrganisationRow]:
    """Return organisations whose code is one slip of the keys from a code, open ones first."""
    query = (
        select(*FIELDS)
        .where(OdsOrganisation.code.in_(sorted(neighbours(code))))
        .order_by(OdsOrganisation.closed_on.is_not(None), OdsOrganisation.code)
        .limit(MOST_CLOSE)
    )
    return [OrganisationRow(*row) for row in session.execute(query)]
