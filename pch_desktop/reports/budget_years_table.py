"""The change from last year as tables of the board pack and of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_years import ChangeRow, PracticeChange, YearChange, year_change
from pch_desktop.reports.budget_years_words import change_finding, change_reasons, signed
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Kind, Table, Total

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

YEAR_KEY = "Change = this year − last year. (Brackets) mean less than last year."
"""The key to the signs of a change, printed wherever it stands."""
LATE = "The payments of a year are published after it has ended, in June at the earliest."
Line = ChangeRow | PracticeChange


def _difference(row: Line) -> str:
    return "{this}-{last}" if row.change is not None else ""


def _list(row: Line) -> int | None:
    return row.split.list_pence if row.split else None


def _rate(row: Line) -> int | None:
    return row.split.rate_pence if row.split else None


def _other(row: Line) -> int | None:
    return row.split.other_pence if row.split else None


def _most(row: ChangeRow) -> str | None:
    most = row.most
    return None if most is None else f"{most.practice} {signed(most.change)}"


def _is_new_or_gone(row: Line) -> bool:
    return row.change is not None and (row.last is None or row.this is None)


def _has_change(row: Line) -> bool:
    return row.change is not None


LAST: Column[Line] = Column(
    "last", "Last year £", lambda row: row.last, Kind.MONEY, Total.SUM, width=12,
    help="Blank where it did not stand in last year's budget, or is not known.",
    absent=_is_new_or_gone,
)  # fmt: skip
THIS: Column[Line] = Column(
    "this", "This year £", lambda row: row.this, Kind.MONEY, Total.SUM, width=12,
    help="Blank where it does not stand in this year's budget, or is not known.",
    absent=_is_new_or_gone,
)  # fmt: skip
DIFFERENCE: Column[Line] = Column(
    "change", "Change £", lambda row: row.change, Kind.MONEY, Total.SUM, width=11,
    formula_of=_difference, help=YEAR_KEY,
)  # fmt: skip
OF_WHICH: tuple[Column[Line], ...] = (
    Column("list", "List size £", _list, Kind.MONEY, Total.SUM, "Of which", width=10,
           help="The change of people at last year's payment for each.",
           absent=_is_new_or_gone),
    Column("rate", "Payment a head £", _rate, Kind.MONEY, Total.SUM, "Of which", width=15,
           help="The rest of the change, where the people of both years are known.",
           absent=_is_new_or_gone),
    Column("other", "Not split £", _other, Kind.MONEY, Total.SUM, "Of which", width=10,
           help="New, gone, or for people of whom there are not two counts.",
           absent=_has_change),
)  # fmt: skip
CHANGE: tuple[Column[ChangeRow], ...] = (
    Column("name", "Budget line", lambda row: row.name, width=34),
    Column("state", "Stands", lambda row: row.state or "In both", width=9,
           help="New or gone where it stands in one year's budget only, by its name."),
    LAST,
    THIS,
    DIFFERENCE,
    Column("share", "Change %", lambda row: row.share, Kind.SHARE, Total.RATIO,
           ratio=("change", "last"), formula='IF({last}=0,"",{change}/ABS({last}))', width=9,
           help="Of last year."),
    *OF_WHICH,
    Column("counted_by", "People counted by", lambda row: row.counted_by, width=18,
           help="The list that a change of list size is measured by.", prints=False),
    Column("most", "Moved most", _most, width=34,
           help="The practice whose payment moved most."),
    Column("last_source", "Last year's source", lambda row: row.last_source, width=34,
           prints=False),
    Column("this_source", "This year's source", lambda row: row.this_source, width=34,
           prints=False),
)  # fmt: skip
BY_PRACTICE: tuple[Column[PracticeChange], ...] = (
    Column("line", "Budget line", lambda row: row.line, width=34),
    Column("code", "Practice code", lambda row: row.code, width=13),
    Column("practice", "Practice", lambda row: row.practice, width=32),
    LAST,
    THIS,
    DIFFERENCE,
    *OF_WHICH,
)


def practice_rows(rows: Sequence[ChangeRow]) -> list[PracticeChange]:
    """Return the changes practice by practice, numbered, of lines whose practices are known."""
    found = [each for row in rows for each in row.practices]
    return [replace(each, id=at) for at, each in enumerate(found, start=1)]


def change_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the change from last year by line, and by practice; nothing without two years."""
    found = year_change(file, month)
    if found is None:
        return ()
    subtitle, marked = change_subtitle(found), marking(found.this.year)
    notes = change_notes(found)
    by_practice = practice_rows(found.rows)
    return (
        Table("Change from last year", CHANGE, found.rows, subtitle, (), notes, marked),
        Table("Change by practice", BY_PRACTICE, by_practice, subtitle, (), notes[1:], marked),
    )


def change_subtitle(found: YearChange) -> str:
    """Return the years held against each other, the unit and the key to the signs."""
    last, this = found.years
    return f"£. {this} against {last}. {YEAR_KEY}"


def change_notes(found: YearChange) -> tuple[str, ...]:
    """Return the finding, and where each year's figures come from."""
    sources = [
        f"{lines.year.year}: {'; '.join(told)}."
        for lines in (found.last, found.this)
        if (told := sorted({line.source for line in lines.lines}))
    ]
    paid = any(row.practices for row in found.rows)
    told = " ".join(filter(None, (change_finding(found), change_reasons(found))))
    return (told, *sources, *([LATE] if paid else []))
