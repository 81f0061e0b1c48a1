"""How the headline figures of a month came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Focus
from pch_desktop.reports import budget as budget_report
from pch_desktop.reports.budget_formulas import FINANCE
from pch_desktop.reports.explained import Explanation, Fact, names
from pch_desktop.reports.formula import Given, Over, Plus, worked
from pch_desktop.reports.overview import MeasureRow, marked_money
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written

if TYPE_CHECKING:
    from pch_desktop.store.budget import LineRow
    from pch_desktop.store.shared import Reads

LINES = "Lines"
SHARE_OF_MONEY = (
    "The budget of the lines marked prevention, divided by that of all lines marked prevention "
    "or treatment."
)


def explain_measure(file: Reads, month: Month, row: MeasureRow) -> Explanation:
    """Return how a headline figure came about: money line by line, others in their sentence."""
    told = _explained(file, month, row)
    if row.judged is None:
        return told
    judged = Fact("Rating", row.judged.note(row.name, row.rating), Kind.TEXT)
    return replace(told, facts=[*told.facts, judged])


def _explained(file: Reads, month: Month, row: MeasureRow) -> Explanation:
    match row.key:
        case "date_variance" | "outturn_variance":
            return _variance(file, month, row)
        case "prevention_money":
            return _prevention(marked_money(file, month), row)
        case _:
            return Explanation(
                f"{row.name}, {month.words}", row.value, row.kind, row.sentence,
                facts=[Fact("Held against", row.against, Kind.TEXT)] if row.against else (),
                unknown="" if row.value is not None else "It is not known yet.",
            )  # fmt: skip


def _variance(file: Reads, month: Month, row: MeasureRow) -> Explanation:
    """Return how the variance of all lines came about, line by line."""
    lines = budget_report.finance(file, month).rows
    found = [(line.name, getattr(line, row.key)) for line in lines]
    known = tuple(Given(name, pence) for name, pence in found if pence is not None)
    blank = [name for name, pence in found if pence is None]
    value = row.value if isinstance(row.value, int) else None
    unknown = f"Incomplete: {names(blank)} not known." if blank else ""
    return Explanation(
        f"{row.name}, {month.words}",
        value,
        Kind.EXACT,
        f"All lines in scope together. Of each: {_within(FINANCE[row.key])}",
        worked(Plus(known)) if value is not None and len(known) > 1 else "",
        [Fact(name, pence, goes=LINES) for name, pence in found],
        unknown=unknown or ("" if value is not None else "No line has a budget and an actual yet."),
    )


def _prevention(lines: Sequence[LineRow], row: MeasureRow) -> Explanation:
    marked = [line for line in lines if line.focus is not None]
    kept = sum(line.annual_pence or 0 for line in marked if line.focus is Focus.PREVENTION)
    whole = sum(line.annual_pence or 0 for line in marked)
    done = ""
    if row.value is not None:
        left, _, _ = worked(Over(Given("", kept), Given("", whole))).rpartition(" = ")
        done = f"{left} = {written(row.value, row.kind)}"
    facts = [
        Fact("Marked prevention", kept, goes="Set-up"),
        Fact("Marked prevention or treatment", whole, goes="Set-up"),
    ]
    unknown = "" if row.value is not None else "No line is marked prevention or treatment yet."
    return Explanation(row.name, row.value, row.kind, SHARE_OF_MONEY, done, facts, unknown=unknown)


def _within(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
