"""The capitated sum: what it comes to, what is kept back, and what it is for each person."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Kind, Table, Value
from pch_desktop.reports.words import written
from pch_desktop.store import budget
from pch_desktop.store.budget import CapitatedSum, People

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class SumRow:
    """One figure of the sum, with its formula in words."""

    id: int
    key: str
    name: str
    value: Value
    kind: Kind
    words: str
    """How it comes about, with the day or the share it rests on."""


SUM: tuple[Column[SumRow], ...] = (
    Column("name", "Figure", lambda row: row.name, width=32),
    Column("value", "Value", lambda row: row.value, kind_of=lambda row: row.kind, width=20),
    Column("words", "How it comes about", lambda row: row.words, width=70),
)
UNKNOWN = "Not known while a line that is not out of scope has no budget."


def sum_rows(total: CapitatedSum) -> list[SumRow]:
    """Return the figures of a year's sum, from gross to a head."""
    kept, people = total.kept, total.people
    slice_, rest = total.top_slice_share, total.contingency_share
    gross = "All lines that are not out of scope, income taken off."
    found = (
        ("gross", "Gross sum", kept.gross_pence if kept else None, Kind.EXACT,
         gross if kept else UNKNOWN),
        ("top_slice", "Top-slice", kept.top_slice_pence if kept else None, Kind.EXACT,
         f"Gross × {_share(slice_)}, kept by the commissioner."),
        ("contingency", "Contingency", kept.contingency_pence if kept else None, Kind.EXACT,
         f"(Gross - top-slice) × {_share(rest)}, kept back by the locality."),
        ("operating", "Operating sum", kept.operating_pence if kept else None, Kind.EXACT,
         "Gross - top-slice - contingency."),
        ("registered", "Registered people", people.registered, Kind.COUNT,
         registered_words(people)),
        ("per_head", "A head", total.per_head_pence, Kind.EXACT,
         "Operating sum ÷ registered people."),
        ("weighted", "Weighted people", people.weighted, Kind.COUNT, weighted_words(people)),
        ("per_weighted_head", "A weighted head", total.per_weighted_head_pence, Kind.EXACT,
         "Operating sum ÷ weighted people."),
    )  # fmt: skip
    return [SumRow(number, *each) for number, each in enumerate(found, start=1)]


def registered_words(people: People) -> str:
    """Return where the number of registered people is from."""
    if people.registered is None:
        return "No list is known: import lists, or enter the people agreed."
    if people.registered_on is None:
        return "As agreed with this version."
    return f"The lists that serve 1 April, the last of {written(people.registered_on, Kind.DATE)}."


def weighted_words(people: People) -> str:
    """Return where the number of weighted people is from, and what it is weighted by."""
    if people.weighted is None:
        return "No weighted list is known: import one, weight the list, or enter it."
    if people.weighted_year is None:
        return "As agreed with this version."
    return f"Carr-Hill (GMS) weighted lists of {people.weighted_year}."


def sum_finding(total: CapitatedSum | None) -> str:
    """Return the sentence on what there is for each person."""
    if total is None or total.kept is None:
        return UNKNOWN if total else "No budget has been begun."
    operating = written(total.kept.operating_pence, Kind.MONEY)
    if total.per_head_pence is None:
        return f"{operating} to run services with."
    return f"{operating} to run services with, {written(total.per_head_pence, Kind.EXACT)} a head."


def capitated_sum(file: Reads, month: Month) -> Table[SumRow]:
    """Return a year's capitated sum."""
    year = month.financial_year
    total = file.read(budget.annual_sum, month)
    rows = sum_rows(total) if total else []
    subtitle = f"£, people. {year}: the sum, what is kept back of it, and what is left a head."
    marked = marking(file.read(budget.budget_year, year))
    return Table("Capitated sum", SUM, rows, subtitle, (), (sum_finding(total),), marked)


def _share(share: Decimal | None) -> str:
    return written(share, Kind.RATE) if share is not None else "0% (none is agreed)"
