"""Whether partners' ODS codes are in the register that has been brought in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.ods import SORT_OF, not_listed, sort_told
from pch_desktop.domain.partners import PartnerKind
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import OdsOrganisation, Partner
from pch_desktop.models.population import Practice
from pch_desktop.store.partners.register import (
    FIELDS,
    OrganisationRow,
    close_codes,
    organisation,
    registered,
)


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A partner's ODS code, and what the register says of it."""

    id: int
    """The partner's."""
    partner: str
    code: str
    organisation: OrganisationRow | None
    is_listed: bool
    """Whether the file that lists its kind has been brought in."""


def must_be_known(session: Session, code: str, kind: PartnerKind | None) -> None:
    """Raise a refusal where a code must be in a file that has been brought in, and is not."""
    sort = sort_told(code, kind)
    if sort is None or organisation(session, code) is not None:
        return
    held = select(OdsOrganisation.id).where(OdsOrganisation.sort == sort.value).limit(1)
    is_our_own = practice_of(session, code) is not None
    if is_our_own or session.execute(held).first() is None:
        return
    close = [f"{row.code} ({row.name})" for row in close_codes(session, code)]
    raise Refusal(not_listed(code, sort, close))


def codes(session: Session) -> list[CodeRow]:
    """Return the partners' ODS codes, by name, and what the register says of each."""
    held = registered(session)
    practices = set(session.scalars(select(Practice.code)))
    query = select(Partner.id, Partner.name, Partner.ods_code, Partner.kind).where(
        Partner.ods_code.is_not(None)
    )
    partners = list(session.execute(query.order_by(Partner.name)))
    found = _of(session, {str(row[2]) for row in partners})
    return [
        CodeRow(
            partner_id,
            name,
            str(code),
            found.get(str(code)),
            code not in practices and SORT_OF.get(kind) in held,
        )
        for partner_id, name, code, kind in partners
    ]


def practice_of(session: Session, code: str | None) -> int | None:
    """Return the id of the locality's own practice of a code, or None."""
    return session.scalar(select(Practice.id).where(Practice.code == code)) if code else None


def _of(session: Session, wanted: Collection[str]) -> dict[str, OrganisationRow]:
    query = select(*FIELDS).where(OdsOrganisation.code.in_(wanted))
    return {row[1]: OrganisationRow(*row) for row in session.execute(query)}
