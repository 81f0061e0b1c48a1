"""How many people each partner has on its list, where votes are weighted by lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind
from pch_desktop.models.partners import Partner
from pch_desktop.store.population import list_totals

WITH_LISTS = frozenset({PartnerKind.PRACTICE, PartnerKind.SUPER_PARTNERSHIP})


def list_weights(session: Session, on: date) -> Mapping[int, int | None]:
    """Return the people on each partner's list as last counted by a day, by partner.

    Who is no practice has no list, and so nought; a practice whose list was not counted
    by the day is not known.
    """
    lists = sorted(list_totals(session), key=lambda row: row.taken_on)
    counted = {row.practice_id: row for row in lists if row.taken_on <= on}
    query = select(Partner.id, Partner.kind, Partner.practice_id)
    found: dict[int, int | None] = {}
    for partner_id, kind, practice_id in session.execute(query):
        row = counted.get(practice_id or 0)
        has_list = kind in WITH_LISTS or practice_id is not None
        found[partner_id] = row.people if row else (None if has_list else 0)
    return found
