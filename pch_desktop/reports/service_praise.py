"""Incidents, complaints and compliments by practice: a month, the year so far, month by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_compared import COUNTS, Told
from pch_desktop.reports.service_compared_read import open_practices, told_of
from pch_desktop.reports.words import plural
from pch_desktop.reports.workforce_day import registered_of
from pch_desktop.store import services

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class PraiseRow:
    """A practice's counts of the month at hand, and of the year."""

    id: int
    """The practice's key."""
    name: str
    month: Month
    now: Told
    so_far: Told
    registered: Decimal | None
    source: str | None
    months: Mapping[str, tuple[int | None, ...]]
    """By count, each month of the year, April first."""


@dataclass(frozen=True, slots=True)
class PraiseYearRow:
    """A practice over the twelve months of a year, in one of the counts."""

    id: int
    name: str
    values: tuple[int | None, ...]
    """April first."""
    so_far: int | None


def praise_year(rows: Sequence[PraiseRow], key: str) -> list[PraiseYearRow]:
    """Return the practices over a year in one of the counts."""
    return [
        PraiseYearRow(row.id, row.name, row.months[key], getattr(row.so_far, key)) for row in rows
    ]


def praise(file: Reads, month: Month) -> list[PraiseRow]:
    """Return the open practices by name with the counts of a month and of its year."""
    months = month.financial_year.months
    told = file.read(services.practice_months, months[0], months[-1])
    by_month = {(row.practice_id, row.month): row for row in told}

    def counts(practice_id: int, key: str) -> tuple[int | None, ...]:
        return tuple(getattr(by_month.get((practice_id, each)), key, None) for each in months)

    return [
        PraiseRow(
            row.id,
            row.name,
            month,
            told_of(told, row.id, month, month),
            told_of(told, row.id, months[0], month),
            registered_of(row),
            now.source if (now := by_month.get((row.id, month))) else None,
            {key: counts(row.id, key) for key in COUNTS},
        )
        for row in open_practices(file, month)
    ]


def praise_finding(rows: Sequence[PraiseRow], month: Month) -> str:
    """Return the sentence on how many practices told, and what they told added up."""
    told = [row for row in rows if row.now.months]
    if not told:
        return f"No practice has told its incidents, complaints and compliments of {month.words}."
    sums = [(key, sum(getattr(row.now, key) or 0 for row in told)) for key in COUNTS]
    parts = [plural(count, key.removesuffix("s")) for key, count in sums]
    practices = f"{len(told)} of {len(rows)} practices"
    return f"{', '.join(parts)} in {month.words}, told by {practices}."
