"""The practices of a month as a file tells of them: team, lists, activity, access, praise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.population import PracticeStatus
from pch_desktop.reports.service_compared import COUNTS, PracticeRow, Told
from pch_desktop.reports.service_compared_facts import access_of, latest_ratings, staff_of
from pch_desktop.reports.workforce_day import registered_of
from pch_desktop.store import population, services
from pch_desktop.store.services import PracticeMonthRow

if TYPE_CHECKING:
    from pch_desktop.store.population import PracticeRow as ListedRow
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class Compared:
    """The practices in a month, and the same since April, each by name."""

    month: Month
    now: Sequence[PracticeRow]
    so_far: Sequence[PracticeRow]
    services: int
    """How many services told in the month whose patients they saw."""


def open_practices(file: Reads, month: Month) -> list[ListedRow]:
    """Return the practices that are not closed, by name."""
    rows = file.read(population.practices, month)
    rows = [row for row in rows if row.status is not PracticeStatus.CLOSED]
    return sorted(rows, key=lambda row: (row.name.casefold(), row.code))


def compared(file: Reads, month: Month) -> Compared:
    """Return the open practices by name, in a month and since April."""
    first = month.financial_year.months[0]
    told = file.read(services.practice_months, first, month)
    standing = _standing(file, month)
    seen = {start: file.read(services.seen_by_practice, start, month) for start in (month, first)}

    def since(start: Month) -> list[PracticeRow]:
        return [
            replace(
                row,
                attended=one.attended if (one := seen[start].get(row.id)) else None,
                not_attended=one.not_attended if one else None,
                told=told_of(told, row.id, start, month),
            )
            for row in standing
        ]

    telling = max((row.services for row in seen[month].values()), default=0)
    return Compared(month, since(month), since(first), telling)


def told_of(told: Sequence[PracticeMonthRow], practice_id: int, first: Month, last: Month) -> Told:
    """Return what a practice told in a year's months from one to another, added up."""
    rows = [row for row in told if row.practice_id == practice_id and first <= row.month <= last]
    months = last.number - first.number + 1
    known = {
        key: [count for row in rows if (count := getattr(row, key)) is not None] for key in COUNTS
    }
    incidents, complaints, compliments = (
        sum(counts) if counts else None for counts in known.values()
    )
    whole = frozenset(key for key, counts in known.items() if len(counts) == months)
    return Told(incidents, complaints, compliments, len(rows), months, whole)


def _standing(file: Reads, month: Month) -> list[PracticeRow]:
    """Return what of each practice holds for the month and for the year alike."""
    staff, rated = staff_of(file, month), latest_ratings(file, month)
    offers, hours = file.read(services.offers), file.read(services.site_hours)
    return [
        PracticeRow(
            row.id,
            row.name,
            registered_of(row),
            staff.wte(staff.gps, row.code),
            staff.wte(staff.nurses, row.code),
            None,
            None,
            Told(),
            access_of(offers.get(row.id), hours.get(row.id)),
            rated.get(row.id),
        )
        for row in open_practices(file, month)
    ]
