"""Sickness set out for reading: a month by group, and the months of a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.suppression import HIDDEN, words
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.reports.table import Chart, Column, Kind, Shape, Table, Value
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.reports.workforce_sickness import (
    NOBODY,
    YEAR,
    Part,
    Return,
    Sickness,
    SicknessRate,
    read_sickness,
)
from pch_desktop.store import workforce
from pch_desktop.store.workforce import AbsenceGroup

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TYPED, WORKED_OUT = "Typed", "WTE × days"
EVERYBODY = "All staff"
MONTHS_SHOWN = YEAR + 1


@dataclass(frozen=True, slots=True)
class SicknessRow:
    """A group in a month: what it lost, as far as that may be shown."""

    id: int
    month: Month
    group: AbsenceGroup
    heads: int
    entry_id: int | None
    days_available: Decimal
    is_typed: bool
    source: str | None
    now: SicknessRate
    year: SicknessRate

    @property
    def where(self) -> str:
        """Where they work, in words."""
        return " at ".join(filter(None, (self.group.employer, self.group.practice)))

    @property
    def name(self) -> str:
        """Whose days they are: Nurse, Vale Community NHS Trust."""
        return ", ".join(filter(None, (shown(self.group.staff_group.value), self.where)))


@dataclass(frozen=True, slots=True)
class SicknessPoint:
    """A month's rate beside that of the twelve months up to it."""

    id: int
    month: Month
    now: SicknessRate
    year: SicknessRate


def lost(told: SicknessRate) -> Value:
    """Return the days lost, or the sign that they are not shown."""
    return HIDDEN if told.is_hidden else told.days_lost


def shown_rate(told: SicknessRate) -> Value:
    """Return the rate, or the sign that it is not shown."""
    return HIDDEN if told.is_hidden else told.rate


def _live(told: SicknessRate) -> str:
    return "" if told.is_hidden or told.rate is None else "{days_lost}/{days_available}"


SICKNESS: tuple[Column[SicknessRow], ...] = (
    Column("staff_group", "Staff group", lambda row: shown(row.group.staff_group.value), Kind.WORD,
           words=listed(StaffGroup), width=22),
    Column("employer", "Employer", lambda row: row.group.employer or None, Kind.WORD, width=27),
    Column("practice", "Practice", lambda row: row.group.practice or None, Kind.WORD, width=16),
    Column("heads", "Heads", lambda row: row.heads, Kind.COUNT, width=7,
           help="People of the group in post at the month's end."),
    Column("days_available", "Days available", lambda row: row.days_available, Kind.NUMBER,
           help="As typed; else WTE in post at the month's end times the days of the month.",
           width=10),
    Column("days_lost", "Days lost", lambda row: lost(row.now), Kind.NUMBER, width=9,
           help="WTE days lost to sickness, of the whole group; * is under 5 people."),
    Column("rate", "Sickness rate", lambda row: shown_rate(row.now), Kind.RATE, width=10,
           formula_of=lambda row: _live(row.now), help="Days lost divided by days available."),
    Column("year_rate", "12 months", lambda row: shown_rate(row.year), Kind.RATE, width=10,
           help="The same over the twelve months up to this one, of the months with a return."),
    Column("basis", "Basis", lambda row: TYPED if row.is_typed else WORKED_OUT, width=11,
           help="Whether the days available were typed or are worked out."),
    Column("source", "Source", lambda row: row.source, width=26),
)  # fmt: skip

WHERE: Column[SicknessRow] = Column("where", "Where", lambda row: row.where or None, width=34)
"""Employer and practice in one, where there is less room than on a screen."""
POINTS: tuple[Column[SicknessPoint], ...] = (
    Column("month", "Month", lambda row: row.month.words, width=18),
    Column("days_lost", "Days lost", lambda row: lost(row.now), Kind.NUMBER, width=11),
    Column("days_available", "Days available", lambda row: row.now.days_available, Kind.NUMBER,
           width=12),
    Column("rate", "Sickness rate", lambda row: shown_rate(row.now), Kind.RATE, width=11,
           formula_of=lambda row: _live(row.now)),
    Column("year_rate", "12 months", lambda row: shown_rate(row.year), Kind.RATE, width=11),
    Column("note", "Note", lambda row: row.now.note or row.year.note or None, width=34),
)  # fmt: skip


def month_rows(told: Sickness) -> list[SicknessRow]:
    """Return every group that has people in post by employer, or made a return, in the month."""
    entries = {row.entry.group: row for row in told.returns.get(told.month, ())}
    past = {row.entry.group for rows in told.returns.values() for row in rows}
    whole = {group.staff_group for group in past if group.is_whole}
    offered = {
        group
        for group, size in told.sizes.items()
        if group.employer and not group.practice and size.heads and group.staff_group not in whole
    }
    order = {each: at for at, each in enumerate(StaffGroup)}
    groups = sorted(
        offered | past, key=lambda group: (order[group.staff_group], group.employer, group.practice)
    )
    return [_row(number, told, group, entries.get(group)) for number, group in enumerate(groups, 1)]


def points(told: Sickness, part: Part) -> list[SicknessPoint]:
    """Return the rate of the last months, the earliest first; those before any return left out."""
    months = [told.month.plus(at - YEAR) for at in range(MONTHS_SHOWN)]
    rows = [
        SicknessPoint(at, month, told.rate_of(part, month), told.rate_of(part, month, YEAR))
        for at, month in enumerate(months, start=1)
    ]
    begun = next((at for at, row in enumerate(rows) if row.now.months), len(rows))
    return rows[begun:]


def finding(rows: Sequence[SicknessPoint], name: str) -> str:
    """Return the sentence on the month's rate beside the year's."""
    if not rows:
        return "No days lost to sickness have been entered yet."
    last = rows[-1]
    if last.now.is_hidden:
        return f"{name}: too few people for the sickness rate to be shown"
    if last.now.rate is None:
        return f"{name}: the sickness of {last.month.words} is not known yet"
    said = f"{name}: {written(last.now.rate, Kind.RATE)} of days lost in {last.month.words}"
    if last.year.is_hidden or last.year.rate is None:
        return said
    return f"{said}, {written(last.year.rate, Kind.RATE)} over 12 months"


def alt_text(rows: Sequence[SicknessPoint], name: str) -> str:
    """Return the finding and its numbers, for those who do not see the lines."""
    numbers = "; ".join(f"{row.month.words} {_told(row.now) or 'not known'}" for row in rows)
    return f"Line of the sickness rate by month. {finding(rows, name)}. {numbers}."[:400]


def _told(rate: SicknessRate) -> str:
    return written(shown_rate(rate), Kind.RATE)


def summary(told: Sickness) -> str:
    """Return how many returns there are for the month."""
    made = told.returns.get(told.month, ())
    return f"{plural(len(made), 'return')} for {told.month.words}"


def notes(least: int) -> tuple[str, ...]:
    """Return what must be read with sickness."""
    return (
        f"Rate: days lost divided by days available. {WORKED_OUT}: WTE in post at the month's "
        "end times the days of the month, where no days available were typed.",
        words(least),
    )


def sickness_table(file: Reads, month: Month) -> Table[SicknessPoint]:
    """Return the locality's sickness by month, as a sheet of the pack: all staff together."""
    rows = points(read_sickness(file, month), None)
    least = file.read(workforce.rules).least_shown
    subtitle = f"All staff whose days were returned, month by month to {month.words}."
    charts = (
        Chart(Shape.LINES, "month", ("rate",), finding(rows, EVERYBODY),
              alt_text(rows, EVERYBODY)),
    )  # fmt: skip
    return Table("Sickness", POINTS, rows, subtitle, charts if rows else (), notes(least))


def sickness_by_group(file: Reads, month: Month) -> Table[SicknessRow]:
    """Return a month's sickness by group, as a sheet of the pack: the groups that made a return."""
    rows = [row for row in month_rows(read_sickness(file, month)) if row.year.months]
    least = file.read(workforce.rules).least_shown
    left_out = {"employer", "practice", "source"}
    group, *others = (column for column in SICKNESS if column.key not in left_out)
    columns = (group, WHERE, *others)
    return Table("Sickness by group", columns, rows, f"WTE days of {month.words}, by group.", (),
                 notes(least))  # fmt: skip


def _row(number: int, told: Sickness, group: AbsenceGroup, made: Return | None) -> SicknessRow:
    size = told.sizes.get(group, NOBODY)
    blank = workforce.AbsenceRow(0, told.month, group, None, None, None)
    entry = made.entry if made else blank
    return SicknessRow(
        number,
        told.month,
        group,
        size.heads,
        entry.id or None,
        (made or Return(blank, size)).days_available,
        entry.days_available is not None,
        entry.source,
        told.rate_of(group, told.month),
        told.rate_of(group, told.month, YEAR),
    )
