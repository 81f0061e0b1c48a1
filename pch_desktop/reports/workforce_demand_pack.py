"""Demand, shifts and scenarios as sheets of the board pack, with formulas that stay live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce_demand import Moved
from pch_desktop.reports import workforce_demand, workforce_scenarios, workforce_shift
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Chart, Column, Kind, Shape, Table
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce_demand import (
    DEMAND,
    METHOD,
    NOTHING_REAL,
    SIGNS,
    KindRow,
    Worked,
)
from pch_desktop.reports.workforce_scenarios import ComparedRow
from pch_desktop.reports.workforce_shift import FreedRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

FREED, TAKEN = "Freed", "Taken on"
MOST_NOTES = 8
"""So many sources stand under a table; the rest are in the file."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side of a shift as it stands on paper."""

    id: int
    scenario: str
    side: str
    kind: str
    now: Decimal | None
    share: Decimal
    """Of the contacts now: what could be met by others; of those freed: what is taken on."""
    achieved: Decimal | None
    moved: Moved
    working_days: int
    giver: int
    """The place of the row whose contacts are freed."""


def _contacts(row: SideRow) -> str:
    if row.side == FREED:
        return "{now}*{share}*{achieved}"
    return f"{{contacts[{row.giver}]}}*{{share}}" if row.moved.contacts is not None else ""


SIDES: tuple[Column[SideRow], ...] = (
    Column("scenario", "Scenario", lambda row: row.scenario, width=34),
    Column("side", "Side", lambda row: row.side, width=9),
    Column("kind", "Kind of staff", lambda row: row.kind, width=22),
    Column("now", "Contacts now", lambda row: row.now, Kind.COUNT, width=10),
    Column("share", "Share", lambda row: row.share, Kind.SHARE,
           help="Freed: what others could meet. Taken on: of the contacts freed.", width=8),
    Column("achieved", "Achieved", lambda row: row.achieved, Kind.SHARE, width=9),
    Column("contacts", "Contacts", lambda row: row.moved.contacts, Kind.COUNT,
           formula_of=_contacts, width=9),
    Column("minutes", "Minutes each", lambda row: row.moved.minutes_each, Kind.NUMBER, width=8),
    Column("hours", "Hours", lambda row: row.moved.hours, Kind.COUNT,
           formula="{contacts}*{minutes}/60", width=8),
    Column("capacity", "Minutes per WTE", lambda row: row.moved.capacity_minutes, Kind.COUNT,
           width=10),
    Column("wte", "WTE", lambda row: row.moved.wte, Kind.WTE,
           formula="IF({contacts}=0,0,{contacts}*{minutes}/{capacity})", width=8),
    Column("working_days", "Working days", lambda row: row.working_days, Kind.COUNT, width=8),
    Column("a_day", "A working day", lambda row: row.moved.a_day(row.working_days), Kind.NUMBER,
           formula="{contacts}/{working_days}", width=8),
)  # fmt: skip


def demand(told: Sequence[Worked], on: date) -> Table[KindRow]:
    """Return the first scenario by kind of staff, so that an assumption can be changed in Excel."""
    if not told:
        return Table("Demand", DEMAND, ())
    first = told[0]
    day = written(on, Kind.DATE)
    subtitle = f"{first.name}. Contacts and minutes a year; in post and funded at {day}."
    notes = (METHOD, SIGNS, NOTHING_REAL, *_sources(first))
    return Table("Demand", DEMAND, first.kinds, subtitle, _charts(first), notes)


def shift(told: Sequence[Worked]) -> Table[SideRow]:
    """Return both sides of the shifts of every scenario."""
    rows: list[SideRow] = []
    said: list[str] = []
    for one in told:
        for freed in workforce_shift.freed_rows(one):
            said.append(f"{one.name}. {workforce_shift.sentence(one, freed)}")
            rows += _sides(one, freed, len(rows))
    found = [row.source for one in told for row in one.scenario.shifts if row.source]
    subtitle = "Contacts that others could meet: what is freed and what is taken on, a year."
    notes = (*said, workforce_shift.NET, *(f"Source: {each}." for each in dict.fromkeys(found)))
    return Table("Shift", SIDES, rows, subtitle, notes=notes)


def scenarios(told: Sequence[Worked], on: date) -> Table[ComparedRow]:
    """Return the scenarios side by side."""
    columns = workforce_scenarios.compared_columns(told)
    rows = workforce_scenarios.compared_rows(told) if told else ()
    subtitle = f"Each scenario in its column; in post and funded at {written(on, Kind.DATE)}."
    notes = [f"{one.name}: {one.scenario.note}" for one in told if one.scenario.note]
    notes = [workforce_scenarios.finding(told), *notes, METHOD, NOTHING_REAL]
    return Table("Scenarios", columns, rows, subtitle, notes=tuple(notes))


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets on demand, those that hold something."""
    on = month.last
    told = workforce_demand.scenarios(file, on)
    made: tuple[Table[Any], ...] = (demand(told, on), shift(told), scenarios(told, on))
    return [table for table in made if table.rows]


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return the scenarios in which who sees whom does not add up."""
    told = workforce_demand.scenarios(file, month.last)
    return [
        Finding("workforce", f"{one.name}: shares that do not add up to 100%",
                workforce_demand.what_is_open(one), Weight.NOTE, "Put right", one.id, "Compare")
        for one in told
        if one.open_shifts or any(row.mix_share for row in one.open_segments)
    ]  # fmt: skip


def alt_text(told: Worked) -> str:
    """Return what the bars of demand and supply say, for those who do not see them."""
    said = "; ".join(
        f"{row.name} {written(row.required_wte, Kind.WTE) or 'not known'} required, "
        f"{written(row.in_post_wte, Kind.WTE) or 'not known'} in post, "
        f"{written(row.funded_wte, Kind.WTE) or 'not known'} funded"
        for row in told.kinds[:6]
    )
    finding = workforce_demand.finding(told)
    return f"Bars of WTE required, in post and funded by kind of staff. {finding} {said}."[:400]


def _charts(told: Worked) -> tuple[Chart, ...]:
    if told.required_wte is None or told.in_post_wte is None:
        return ()
    return (Chart(Shape.BARS, "name", ("in_post_wte", "required_wte"),
                  workforce_demand.finding(told), alt_text(told)),)  # fmt: skip


def _sources(told: Worked) -> list[str]:
    found = workforce_demand.sources(told)
    said = [f"Source: {each}." for each in found[:MOST_NOTES]]
    more = len(found) - len(said)
    return [*said, f"And {plural(more, 'other source')}, in the file."] if more else said


def _sides(told: Worked, freed: FreedRow, place: int) -> list[SideRow]:
    """Return the lines of a shift; the first of them is what is freed."""
    name, days = told.name, freed.working_days
    giver = SideRow(place + 1, name, FREED, freed.kind, freed.now, freed.row.divertible_share,
                    freed.row.achieved_share, freed.moved, days, place)  # fmt: skip
    takers = [
        SideRow(place + 1 + at, name, TAKEN, row.kind, None, row.row.share, None, row.moved, days,
                place)
        for at, row in enumerate(workforce_shift.taken_rows(told, freed), start=1)
    ]  # fmt: skip
    return [giver, *takers]
