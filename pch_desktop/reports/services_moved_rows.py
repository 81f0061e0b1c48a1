"""The services moved out of hospital, as catalogue and register know them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pch_desktop.reports import services_safety
from pch_desktop.store.budget.moved import MovedRow
from pch_desktop.store.services import SafetyRow, ServiceRow

NO_SAFETY = "◆ None"


@dataclass(frozen=True, slots=True)
class FromHospitalRow:
    """A service that moved out of hospital, as catalogue and register know it."""

    id: int
    name: str
    service: ServiceRow | None
    """None where it is in the register alone."""
    register: MovedRow | None
    """None where it is marked in the catalogue alone."""
    safety: str
    """How its safety stands; nothing for one that is not in the catalogue."""


def moved_rows(
    rows: Sequence[ServiceRow],
    register: Sequence[MovedRow],
    assessments: Sequence[SafetyRow],
    on: date,
) -> list[FromHospitalRow]:
    """Return every line of the register, then marked services that have none."""
    by_name = {row.name: row for row in rows}
    found = [
        FromHospitalRow(2 * line.id, line.name, service, line, _safety(service, assessments, on))
        for line in register
        for service in [by_name.get(line.service or "")]
    ]
    there = {line.service for line in register}
    return found + [
        FromHospitalRow(2 * row.id + 1, row.name, row, None, _safety(row, assessments, on))
        for row in rows
        if row.more.is_from_hospital and row.name not in there
    ]


def _safety(service: ServiceRow | None, assessments: Sequence[SafetyRow], on: date) -> str:
    if service is None:
        return ""
    own = [each for each in assessments if each.service_id == service.id]
    if not own:
        return NO_SAFETY
    best = min(own, key=lambda each: list(services_safety.MARKS).index(each.safety.standing(on)))
    return services_safety.standing(best, on)
