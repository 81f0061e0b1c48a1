"""Which initiatives are drawn over time, line by line, and how far the time goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pch_desktop.domain.period import Month
from pch_desktop.store.board import InitiativeRow

MOST_LINES = 18
"""So many are read with ease; the rest are in the table."""
MOST_TICKS = 12
NO_STREAM = "Of no workstream"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the picture: a workstream's name, or one of its initiatives."""

    name: str
    row: InitiativeRow | None = None


def lines_of(rows: Sequence[InitiativeRow]) -> list[Line]:
    """Return the lines: each workstream over its initiatives, those that have days."""
    found: list[Line] = []
    stream: str | None = None
    for row in rows:
        if row.starts_on is None or row.ends_on is None:
            continue
        name = row.workstream or NO_STREAM
        if name != stream:
            found.append(Line(name))
            stream = name
        found.append(Line(row.name, row))
    return found[:MOST_LINES]


def last_baseline(row: InitiativeRow) -> date | None:
    """Return the day its last milestone was first planned for."""
    days = [one.days.baseline for one in row.milestones if one.days.baseline]
    return max(days, default=None)


def span_of(lines: Sequence[Line], on: date) -> tuple[date, date]:
    """Return the first and the last day drawn: all bars, all milestones, and the day itself."""
    days = [on]
    for row in (line.row for line in lines if line.row is not None):
        days += [day for day in (row.starts_on, row.ends_on) if day]
        for one in row.milestones:
            days += [day for day in (one.days.baseline, one.days.due, one.days.done) if day]
    return Month.of(min(days)).first, max(days)


def month_ticks(first: date, last: date) -> list[date]:
    """Return first days of months from one day to another, at most twelve, evenly apart."""
    start, end = Month.of(first), Month.of(last)
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    every = -(-count // MOST_TICKS)
    return [start.plus(at).first for at in range(0, count, every)]
