"""How a figure came about, told so that anybody can check it.

Each section explains its own figures; what an explanation is made of is the
same for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from pch_desktop.reports.formula import (
    Formula,
    Given,
    Over,
    Plus,
    given_in,
    told,
    worked,
)
from pch_desktop.reports.formula import (
    value as value_of,
)
from pch_desktop.reports.live import as_figure, read
from pch_desktop.reports.table import LEFT, MONEYS, Column, Kind, Total, Value
from pch_desktop.reports.totals import total_of
from pch_desktop.reports.words import plural, written

Row = TypeVar("Row")
NAMED = re.compile(r"{(\w+)}")
MOST_NAMED = 6
NEAR = Fraction(1, 10**9)
"""How far a share may be from its cell: only by what no number of digits can hold."""
TOGETHER = "All the rows below together."
KNOWN = "Those of the rows below that are known, together."
DIVIDED = "The total of the one divided by the total of the other, without its sign."
ENTERED = "Put in here, not worked out."
ABSENT = "It is blank, for there is no such figure in this row."
BLANK = "It is blank: not known, which is not nothing."


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a figure rests on, and where that came from."""

    what: str
    value: Value
    kind: Kind = Kind.EXACT
    source: str = ""
    goes: str = ""
    """The view of its section where it is kept, or nothing."""

    @property
    def words(self) -> str:
        """It in a sentence: Budget to date, £3,780,000.00. From the import of June 2016."""
        told = written(self.value, self.kind) or "not known"
        return f"{self.what}: {told}. {self.source}".strip()


@dataclass(frozen=True, slots=True)
class Step:
    """A figure on the way to another: how it was worked out itself."""

    what: str
    answer: str
    """It as it is read, or that it is not known."""
    formula: str
    worked: str

    @property
    def words(self) -> str:
        """It in a sentence or two."""
        return " ".join(filter(None, (f"{self.what}: {self.answer}.", self.formula, self.worked)))


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure, how it is worked out, what from, and what lies beneath."""

    title: str
    """The line and the figure: Prescribing, forecast variance."""
    value: Value
    kind: Kind
    formula: str
    """How such a figure is worked out, in words."""
    worked: str = ""
    """The same with this figure's own numbers."""
    facts: Sequence[Fact] = ()
    beneath: Sequence[Fact] = ()
    """The entries it is made of, each with its file, sheet and row."""
    unknown: str = ""
    """What has to be entered before the figure can be known."""
    steps: Sequence[Step] = ()
    """The figures on the way, those nearest to this one first."""

    @property
    def answer(self) -> str:
        """The figure as it is read, or that it is not known."""
        return written(self.value, self.kind) or "Not known"

    @property
    def words(self) -> str:
        """All of it as plain text, a line each, to be copied or read aloud."""
        lines = [f"{self.title}: {self.answer}", self.formula, self.worked, self.unknown]
        lines += [fact.words for fact in self.facts]
        lines += [step.words for step in self.steps]
        lines += [fact.words for fact in self.beneath]
        return "\n".join(line for line in lines if line)


def steps(formula: Formula) -> tuple[Step, ...]:
    """Return how each figure of a formula was worked out that is not simply given, each once."""
    return tuple(_steps(formula, []))


def _steps(formula: Formula, seen: list[Given]) -> Iterator[Step]:
    for given in given_in(formula):
        if given.of is None or given in seen:
            continue
        seen.append(given)
        is_given = given.amount is None or isinstance(given.of, Given)
        done = "" if is_given else worked(given.of, given.kind)
        yield Step(given.what, shown_as(given), given.words, done)
        yield from _steps(given.of, seen)


def shown_as(given: Given) -> str:
    """Return a figure of a formula as it is read."""
    return told(given.amount, given.kind)


def added(*amounts: int) -> str:
    """Return amounts in pence as a sum is written: £1,200.00 − £1,186.00 = £14.00.

    The last amount is the outcome.
    """
    *terms, outcome = amounts
    if not terms:
        return ""
    first, *others = terms
    text = f"−{written(-first, Kind.EXACT)}" if first < 0 else written(first, Kind.EXACT)
    for term in others:
        sign = "−" if term < 0 else "+"
        text += f" {sign} {written(abs(term), Kind.EXACT)}"
    return f"{text} = {written(outcome, Kind.EXACT)}"


def of_column(
    columns: Sequence[Column[Row]], at: int, row: Row, rows: Sequence[Row] = ()
) -> Explanation | None:
    """Return what a column says of a figure by itself: what it means, what it is worked out from.

    None for words.

    Args:
        columns: of the table.
        at: the column's place.
        row: the figure's row.
        rows: all rows, where a row is worked out from others.
    """
    column, first = columns[at], columns[0]
    kind = exactly(column.kind_of(row) if column.kind_of else column.kind)
    if kind in LEFT and kind is not Kind.RATING:
        return None
    value = column.value(row)
    text = column.formula_of(row) if column.formula_of else column.formula
    formula = live(text, columns, row, rows)
    words = column.help or ("Worked out from its row." if text else ENTERED)
    name = written(first.value(row), first.kind)
    return Explanation(
        f"{name}, {lowered(heading(column))}", value, kind, words, _worked(formula, value, kind),
        _used(text, columns, at, row) if formula is None else _facts(formula),
        unknown=_blank(column, row) if value is None else "",
    )  # fmt: skip


def _blank(column: Column[Row], row: Row) -> str:
    """Return why a cell is blank: it is not known, or there is nothing of the kind."""
    return ABSENT if column.absent is not None and column.absent(row) else BLANK


def live(
    text: str, columns: Sequence[Column[Row]], row: Row, rows: Sequence[Row] = ()
) -> Formula | None:
    """Return what a workbook works out live, with the figures of a row and of its table."""
    by_key = {column.key: column for column in columns}

    def find(key: str, place: int | None) -> Given | None:
        column = by_key.get(key)
        if column is None or (place is not None and place >= len(rows)):
            return None
        of = row if place is None else rows[place]
        kind = exactly(column.kind_of(of) if column.kind_of else column.kind)
        name = heading(column) if place is None else str(columns[0].value(of))
        return as_figure(name, column.value(of), kind)

    return read(text, find, tuple(by_key)) if text else None


def _worked(formula: Formula | None, value: Value, kind: Kind) -> str:
    """Return a live formula worked out; nothing where it is none, or does not come to the cell."""
    if formula is None or isinstance(formula, Given):
        return ""
    if not isinstance(value, (int, Decimal)) or isinstance(value, bool):
        return ""
    found = value_of(formula)
    if found is None or abs(found - Fraction(value)) > NEAR:
        return ""
    left, _, right = worked(formula, kind).rpartition(" = ")
    return f"{left} = {right if kind is Kind.EXACT else written(value, kind)}"


def _facts(formula: Formula) -> list[Fact]:
    found: list[Fact] = []
    for given in given_in(formula):
        fact = Fact(given.what, _plain(given), given.kind)
        if fact not in found:
            found.append(fact)
    return found


def _used(text: str, columns: Sequence[Column[Row]], at: int, row: Row) -> list[Fact]:
    """Return the cells of its row that a formula names which is more than arithmetic."""
    by_key = {each.key: each for each in columns}
    used = [by_key[key] for key in dict.fromkeys(NAMED.findall(text)) if key in by_key]
    return [
        Fact(heading(each), each.value(row), exactly(each.kind))
        for each in used
        if each is not columns[at]
    ]


def of_total(
    columns: Sequence[Column[Row]], at: int, rows: Sequence[Row], named: str
) -> Explanation | None:
    """Return what a column's total over some rows is made of; None where it has none."""
    column, first = columns[at], columns[0]
    totalled = total_of(column, columns, rows)
    if totalled is None:
        return None
    title = f"{named}, {lowered(heading(column))}"
    if column.total is Total.RATIO:
        return _of_ratio(columns, column, rows, title)
    kind = exactly(column.kind)
    facts = [Fact(written(first.value(row), first.kind), column.value(row), kind) for row in rows]
    known = tuple(
        Given(fact.what, fact.value, kind)
        for fact in facts
        if isinstance(fact.value, (int, Decimal))
    )
    blank = [
        fact.what
        for fact, row in zip(facts, rows, strict=True)
        if fact.value is None and _blank(column, row) is BLANK
    ]
    done = worked(Plus(known), kind) if len(known) > 1 and kind in MONEYS else ""
    return Explanation(
        title, totalled.value, kind, KNOWN if blank else TOGETHER, done, facts,
        unknown=f"Incomplete: {names(blank)} not known." if blank else "",
    )  # fmt: skip


def _of_ratio(
    columns: Sequence[Column[Row]], column: Column[Row], rows: Sequence[Row], title: str
) -> Explanation:
    over, under = (next(each for each in columns if each.key == key) for key in column.ratio)
    above, below = (_totalled(columns, each, rows) for each in (over, under))
    found = total_of(column, columns, rows)
    value = found.value if found else None
    done = ""
    if value is not None and below.amount is not None:
        size = Given(below.what, abs(below.amount), below.kind)
        left, _, _ = worked(Over(above, size), column.kind).rpartition(" = ")
        done = f"{left} = {written(value, column.kind)}"
    facts = [Fact(each.what, _plain(each), each.kind, "A total here.") for each in (above, below)]
    is_known = found is not None and not found.is_incomplete
    return Explanation(
        title, value, column.kind, DIVIDED, done, facts,
        unknown="" if is_known else "Incomplete: a row of it is not known.",
    )  # fmt: skip


def _totalled(columns: Sequence[Column[Row]], column: Column[Row], rows: Sequence[Row]) -> Given:
    found = total_of(column, columns, rows)
    value = found.value if found else None
    amount = value if isinstance(value, (int, Decimal)) else None
    return Given(heading(column), amount, exactly(column.kind))


def _plain(given: Given) -> Value:
    return given.amount if isinstance(given.amount, (int, Decimal)) else None


def exactly(kind: Kind) -> Kind:
    """Return how a kind of figure is told to the penny."""
    return Kind.EXACT if kind in MONEYS else kind


def heading(column: Column[Row]) -> str:
    """Return a column's title with its band, without the unit: Full year, variance."""
    title, band = (_without_unit(each) for each in (column.title, column.band))
    return f"{band} {lowered(title)}" if band and band not in title else title


def lowered(words: str) -> str:
    """Return words as they stand within a sentence; YTD and WTE stay as they are."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def names(of: Sequence[str]) -> str:
    """Return names in a row, the first few of many."""
    more = len(of) - MOST_NAMED
    return ", ".join(of[:MOST_NAMED]) + (f" and {plural(more, 'more', 'more')}" if more > 0 else "")


def _without_unit(words: str) -> str:
    return words.replace("£000", "").replace("£", "").strip()
