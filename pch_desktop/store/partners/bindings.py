"""The agreements in force on a day, and whom each binds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from pch_desktop.domain.partners_cover import Binding
from pch_desktop.store.partners.rows import AgreementRow, agreements, parties


def bindings(
    session: Session, on: date
) -> tuple[Mapping[int, AgreementRow], Mapping[int, Binding]]:
    """Return the agreements in force on a day and whom each binds, both by its id."""
    of: dict[int, set[int]] = defaultdict(set)
    for party in parties(session):
        of[party.agreement_id].add(party.partner_id)
    rows = {row.id: row for row in agreements(session, on) if row.is_in_force}
    return rows, {key: Binding(key, frozenset(of[key])) for key in rows}
