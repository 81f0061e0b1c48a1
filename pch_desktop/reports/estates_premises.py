"""Premises projects, and building, hiring or extending compared, set out for reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.estates import PremisesWay, ProjectStatus
from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import hours
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import estates
from pch_desktop.store.estates import OptionRow, ProjectRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

YEARS = 10
"""Over so many years what is paid is told."""
METHOD = (
    "A year costs the capital spread evenly over its life, and the running cost; nothing is "
    f"discounted. Over {YEARS} years the capital is paid again each time its life ends. An hour of "
    "room is the year's cost over the hours of 52 weeks."
)


def _hours(minutes: int | None) -> Decimal | None:
    return None if minutes is None else hours(minutes)


def _of_chosen(key: str) -> Callable[[ProjectRow], Any]:
    return lambda row: getattr(row.chosen.offer, key) if row.chosen else None


PROJECTS: tuple[Column[ProjectRow], ...] = (
    Column("name", "Project", lambda row: row.name, width=32),
    Column("site", "Site", lambda row: row.site, width=24),
    Column("status", "Stands at", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(ProjectStatus), width=14),
    Column("needed_on", "Needed by", lambda row: row.needed_on, Kind.DATE, width=13),
    Column("hours_a_week", "Room hours a week", lambda row: _hours(row.minutes_a_week),
           Kind.NUMBER, width=10),
    Column("options", "Options", lambda row: row.options, Kind.COUNT, width=8,
           help="Ways it has been offered, under Build, hire or extend."),
    Column("chosen", "Chosen", lambda row: row.chosen.name if row.chosen else None, width=24),
    Column("ready_on", "Ready on", _of_chosen("ready_on"), Kind.DATE, width=13),
    Column("capital", "Capital £", _of_chosen("capital_pence"), Kind.MONEY, width=12),
    Column("yearly", "Cost £ a year", _of_chosen("yearly_pence"), Kind.MONEY, width=12,
           help="Of the option chosen: the capital spread over its life, and the running cost."),
    Column("owner", "Seen to by", lambda row: row.owner, width=16, holds=Holds.NAMES),
    Column("note", "Note", lambda row: row.note, width=24, prints=False),
)  # fmt: skip


def verdict(row: OptionRow) -> str:
    """Return whether an option gives enough room in time, its shape first."""
    enough, in_time = row.offer.is_enough(row.need), row.offer.is_in_time(row.need)
    missing = [
        words
        for words, known in (("too little room", enough), ("too late", in_time))
        if known is False
    ]
    if missing:
        return f"▲ {' and '.join(missing).capitalize()}"
    if enough is None or in_time is None:
        return "◆ Not known"
    return "● Enough and in time"


OPTIONS: tuple[Column[OptionRow], ...] = (
    Column("project", "Project", lambda row: row.project, width=28),
    Column("way", "Way", lambda row: shown(row.way.value), Kind.WORD, words=listed(PremisesWay),
           width=12),
    Column("name", "Option", lambda row: row.name, width=28),
    Column("capital", "Capital £", lambda row: row.capital_pence, Kind.MONEY, width=12),
    Column("annual", "Running £ a year", lambda row: row.annual_pence, Kind.MONEY, width=12),
    Column("life_years", "Lasts years", lambda row: row.life_years, Kind.COUNT, width=8,
           help="Over which the capital is spread; needs none where there is no capital."),
    Column("hours_a_week", "Room hours a week", lambda row: _hours(row.minutes_a_week),
           Kind.NUMBER, width=10),
    Column("ready_on", "Ready on", lambda row: row.ready_on, Kind.DATE, width=13),
    Column("yearly", "Cost £ a year", lambda row: row.offer.yearly_pence, Kind.MONEY, width=12,
           formula='IF(OR({capital}="",{annual}=""),"",IF({capital}=0,{annual},IF({life_years}="",'
           '"",ROUND({capital}/{life_years}+{annual},2))))',
           help="The capital spread evenly over its life, and the running cost."),
    Column("hour", "£ an hour of room", lambda row: row.offer.hour_pence, Kind.EXACT, width=10,
           formula='IF(OR({yearly}="",N({hours_a_week})=0),"",ROUND({yearly}/{hours_a_week}/52,2))'),
    Column("over_years", f"£ over {YEARS} years", lambda row: row.offer.over_pence(YEARS),
           Kind.MONEY, width=13, help="All that is paid, the capital again when its life ends."),
    Column("verdict", "Enough, in time", verdict, width=26),
    Column("is_chosen", "Chosen", lambda row: row.is_chosen, Kind.YES, width=8),
    Column("note", "Note", lambda row: row.note, width=24, prints=False),
)  # fmt: skip


def finding(rows: Sequence[OptionRow]) -> str:
    """Return the sentence on which way is the cheapest that does."""
    does = [row for row in rows if row.offer.is_enough(row.need) and row.offer.is_in_time(row.need)]
    priced = [row for row in does if row.offer.hour_pence is not None]
    if not rows:
        return "No option has been entered yet."
    if not priced:
        return f"{plural(len(rows), 'option')}; none is known to give enough room in time."
    best = min(priced, key=lambda row: (row.offer.hour_pence or 0, row.name))
    each = written(best.offer.hour_pence, Kind.EXACT)
    return (
        f"{len(does)} of {plural(len(rows), 'option')} give enough room in time; the cheapest is "
        f"{best.name} for {best.project}, {each} an hour."
    )


def tables(file: Reads, _month: Month) -> Sequence[Table[Any]]:
    """Return the sheets on premises projects and their options."""
    options = file.read(estates.premises_options)
    return (
        Table("Premises projects", PROJECTS, file.read(estates.projects), "More room for care."),
        Table("Build, hire or extend", OPTIONS, options, finding(options), (), (METHOD,)),
    )


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return the open projects with nothing chosen, or whose way is too late or too little."""
    found = [(row, _found(row, month)) for row in file.read(estates.projects) if row.is_open]
    return [
        Finding("estates", title, detail, Weight.NOTE, verb, row.id, "Projects", "chosen")
        for row, told in found
        if told
        for title, detail, verb in (told,)
    ]


def _found(row: ProjectRow, month: Month) -> tuple[str, str, str] | None:
    """Return what is to be said of a project, in detail and what to do; None for nothing."""
    if row.chosen and verdict(row.chosen).startswith("▲"):
        title = f"{row.name}: {verdict(row.chosen)[2:].lower()} by what was chosen"
        return title, row.chosen.name, "Compare"
    if row.chosen is None and row.needed_on and row.needed_on <= month.plus(12).last:
        title = f"{row.name}: needed {_by(row.needed_on, month)}, nothing chosen"
        return title, row.owner or "", "Choose"
    return None


def _by(day: date, month: Month) -> str:
    words = written(day, Kind.DATE)
    return f"since {words}" if day <= month.last else f"by {words}"
