"""Contacts that others could meet: what is freed, and what is taken on, both beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.workforce_demand import Moved, Shifted
from pch_desktop.reports.table import Column, Kind, Total, Worse
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_demand import Worked, joined
from pch_desktop.store.workforce import DemandShiftRow, DemandShiftToRow

NET = "Net WTE is what is taken on less what is freed: above nothing, more staff are needed in all."


@dataclass(frozen=True, slots=True)
class FreedRow:
    """The side of a shift that contacts leave."""

    id: int
    row: DemandShiftRow
    kind: str
    now: Decimal | None
    """The contacts of the kind, by the mix of the segments."""
    shifted: Shifted
    working_days: int

    @property
    def moved(self) -> Moved:
        """What is freed."""
        return self.shifted.freed


@dataclass(frozen=True, slots=True)
class TakenRow:
    """A kind of staff that takes contacts on."""

    id: int
    row: DemandShiftToRow
    kind: str
    moved: Moved
    working_days: int


FREED: tuple[Column[FreedRow], ...] = (
    Column("kind", "Contacts of", lambda row: row.kind, width=18),
    Column("now", "Contacts a year", lambda row: row.now, Kind.COUNT,
           formula="by the mix of the segments", help="By the mix of the segments.", width=10),
    Column("divertible_share", "Others could meet", lambda row: row.row.divertible_share,
           Kind.SHARE, help="The part of the contacts that others could meet. NAPC says about 25% "
           "of contacts with GPs.", width=10),
    Column("divertible", "Divertible", lambda row: row.shifted.divertible, Kind.COUNT,
           formula="{now}*{divertible_share}", help="Contacts that others could meet.", width=10),
    Column("achieved_share", "Achieved", lambda row: row.row.achieved_share, Kind.SHARE,
           help="The part of those for which it is achieved.", width=9),
    Column("freed", "Contacts freed", lambda row: row.moved.contacts, Kind.COUNT, Total.SUM,
           formula="{divertible}*{achieved_share}", help="Contacts that leave.", width=9),
    Column("minutes", "Minutes each", lambda row: row.row.minutes, Kind.NUMBER,
           help="Minutes a contact takes now; blank for the mean of the kind in the scenario.",
           width=8),
    Column("each", "Minutes used", lambda row: row.moved.minutes_each, Kind.NUMBER,
           formula="those entered, or the mean of the kind",
           help="Those entered, or the mean of the kind in the scenario.", width=8),
    Column("hours", "Hours freed", lambda row: row.moved.hours, Kind.COUNT, Total.SUM,
           formula="{freed}*{each}/60", help="Hours a year.", width=8),
    Column("wte", "WTE freed", lambda row: row.moved.wte, Kind.WTE, Total.SUM,
           formula="minutes freed divided by minutes per WTE",
           help="The hours divided by those a whole time has with patients.", width=8),
    Column("a_day", "A working day", lambda row: row.moved.a_day(row.working_days), Kind.NUMBER,
           Total.SUM, formula="contacts freed divided by working days",
           help="Contacts freed on each working day of the scenario.", width=8),
    Column("net", "Net WTE", lambda row: row.shifted.net_wte, Kind.WTE, Total.SUM,
           worse=Worse.ABOVE, formula="taken on less freed", help=NET, width=8),
    Column("source", "Source", lambda row: row.row.source, width=30),
)  # fmt: skip
"""The columns of what is freed."""

TAKEN: tuple[Column[TakenRow], ...] = (
    Column("kind", "Met by", lambda row: row.kind, width=18),
    Column("share", "Share", lambda row: row.row.share, Kind.SHARE, Total.SUM,
           help="The part of the contacts freed; together they are 100%.", width=9),
    Column("contacts", "Contacts taken on", lambda row: row.moved.contacts, Kind.COUNT, Total.SUM,
           formula="contacts freed x share", help="Contacts that come.", width=10),
    Column("minutes", "Minutes each", lambda row: row.row.minutes, Kind.NUMBER,
           help="Minutes a contact takes there; blank for the mean of the kind in the scenario.",
           width=8),
    Column("each", "Minutes used", lambda row: row.moved.minutes_each, Kind.NUMBER,
           formula="those entered, or the mean of the kind",
           help="Those entered, or the mean of the kind in the scenario.", width=8),
    Column("hours", "Hours taken on", lambda row: row.moved.hours, Kind.COUNT, Total.SUM,
           formula="{contacts}*{each}/60", help="Hours a year.", width=8),
    Column("wte", "WTE taken on", lambda row: row.moved.wte, Kind.WTE, Total.SUM,
           formula="minutes taken on divided by minutes per WTE",
           help="The hours divided by those a whole time has with patients.", width=8),
    Column("a_day", "A working day", lambda row: row.moved.a_day(row.working_days), Kind.NUMBER,
           Total.SUM, formula="contacts taken on divided by working days",
           help="Contacts taken on each working day of the scenario.", width=8),
)  # fmt: skip
"""The columns of who takes contacts on."""


def freed_rows(told: Worked) -> list[FreedRow]:
    """Return what each shift of a scenario frees."""
    names = _names(told)
    days = told.scenario.working_days
    return [
        FreedRow(row.id, row, names(row.staff_id),
                 told.demand.kinds[row.staff_id].mix.contacts, shifted, days)
        for row, shifted in zip(told.scenario.shifts, told.demand.shifts, strict=True)
    ]  # fmt: skip


def taken_rows(told: Worked, freed: FreedRow) -> list[TakenRow]:
    """Return who takes on what a shift frees."""
    names = _names(told)
    return [
        TakenRow(row.id, row, names(row.staff_id), moved, freed.working_days)
        for row, moved in zip(freed.row.to, freed.shifted.taken, strict=True)
    ]


def finding(told: Worked, rows: Sequence[FreedRow]) -> str:
    """Return both sides of a scenario's shifts in words."""
    return " ".join(sentence(told, row) for row in rows)


def sentence(told: Worked, freed: FreedRow) -> str:
    """Return both sides of a shift in words: what is freed, what is taken on, and the net."""
    contacts, wte = freed.moved.contacts, freed.moved.wte
    if contacts is None or wte is None:
        return f"What leaves {freed.kind} is not known: a figure is missing."
    day = written(freed.moved.a_day(freed.working_days), Kind.NUMBER)
    said = (
        f"{freed.kind}: {_count(contacts)} contacts freed, {_count(freed.moved.hours)} hours, "
        f"{_wte(wte)} WTE, {day} a working day."
    )
    return f"{said} {_other_side(told, freed)}"


def _other_side(told: Worked, freed: FreedRow) -> str:
    taken, net = freed.shifted.taken_wte, freed.shifted.net_wte
    if not freed.row.shift.is_whole:
        share = written(freed.row.shift.to_share, Kind.SHARE)
        return f"Who meets them adds up to {share}, not to 100%."
    if taken is None or net is None:
        return "What they take elsewhere is not known: a figure is missing."
    kinds = [f"{row.kind} {_wte(row.moved.wte)}" for row in taken_rows(told, freed)]
    words = f"Taken on: {joined(kinds)}, {_wte(taken)} WTE in all."
    if _wte(abs(net)) == "0.00":
        return f"{words} The two sides are even."
    return f"{words} Net, {_wte(abs(net))} WTE {'more' if net > 0 else 'fewer'} are needed."


def _names(told: Worked) -> Callable[[int], str]:
    names = {row.id: row.name for row in told.scenario.staff}
    return names.__getitem__


def _count(amount: Decimal | None) -> str:
    return written(amount, Kind.COUNT)


def _wte(amount: Decimal | None) -> str:
    return written(amount, Kind.WTE)
