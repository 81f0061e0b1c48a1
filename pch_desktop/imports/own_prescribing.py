"""Prescribing costs by practice and month, summed over the locality's practices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pch_desktop.domain.budget import Basis
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.matching import MONTH_KEY
from pch_desktop.imports.own_entries import Entry, put_entries
from pch_desktop.imports.own_line_book import LineBook, PassedOver
from pch_desktop.imports.own_names import by_name, folded
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.imports.plan import SetAside
from pch_desktop.reports.words import plural
from pch_desktop.store.own import Row

THEIRS = "Prescribing costs"
"""What the file's cost is called where no column names a line."""
WORD = "prescrib"
ELSEWHERE = "Practices that are not the locality's"


@dataclass(frozen=True, slots=True)
class _Cost:
    """What one practice cost in a month."""

    filled: FilledRow
    month: Month
    pence: int
    practice: str


def plan_prescribing(making: Making, rows: list[FilledRow]) -> None:
    """Add up what the locality's practices cost by month, into the line of prescribing."""
    book = LineBook(making, making.lines)
    known = _practices(making)
    costs: list[_Cost] = []
    elsewhere = 0
    for filled in rows:
        try:
            practice = _practice(filled, known)
            if practice is None:
                elsewhere += 1
                continue
            of_row = [_Cost(filled, month, pence, practice) for month, pence in _amounts(filled)]
            if not of_row:
                raise Refusal("Enter the month and its actual cost, such as OCT-16 and 4,321.05.")
            for cost in of_row:
                book.count(_theirs(filled), None, cost.pence)
                _line(book, cost)
        except PassedOver:
            elsewhere += 1
        except Refusal as refusal:
            making.refuse(filled, "", str(refusal))
        else:
            costs += of_row
    if elsewhere:
        making.set_aside.append(SetAside(ELSEWHERE if known else "Lines left out", elsewhere))
    practices = len({row["id"] for row in known.values()})
    put_entries(making, _summed(making, book, costs, practices), making.digest)
    book.remember()
    making.named = book.named()
    _tell(making)


def cost_of(filled: FilledRow) -> int:
    """Return what a row says was spent, all its months together."""
    return sum(pence for _, pence in _amounts(filled))


def _summed(making: Making, book: LineBook, costs: list[_Cost], practices: int) -> list[Entry]:
    """Return one entry a month, the sum of the practices' costs."""
    by_month: dict[tuple[object, Month], list[_Cost]] = defaultdict(list)
    for cost in costs:
        by_month[_line(book, cost)["id"], cost.month].append(cost)
    entries: list[Entry] = []
    for (_, month), of_month in by_month.items():
        told = len({cost.practice for cost in of_month})
        is_short = told < practices
        if is_short:
            making.tell(
                f"Not of all {practices} practices, so provisional: {{}}.",
                f"{month.words} ({told} of {practices})",
            )
        entries.append(
            Entry(
                _line(book, of_month[0]),
                month,
                sum(cost.pence for cost in of_month),
                of_month[0].filled,
                Basis.PRESCRIBING,
                note=f"Sum of {plural(len(of_month), 'row')} of {plural(told, 'practice')}",
                is_provisional=is_short,
                rows=tuple(cost.filled for cost in of_month),
            )
        )
    return entries


def _line(book: LineBook, cost: _Cost) -> Row:
    """Return the line a cost goes to: as said, else the one that prescribing is in the name of."""
    theirs, year = _theirs(cost.filled), cost.month.financial_year
    try:
        return book.find(theirs, None, cost.month)
    except PassedOver:
        raise
    except Refusal:
        like = book.like(WORD, year) if theirs == THEIRS else None
        if like is None:
            raise
        return book.find(like, None, cost.month)


def _theirs(filled: FilledRow) -> str:
    return filled.text("name") or THEIRS


def _practices(making: Making) -> Mapping[str, Row]:
    """Return the locality's practices by code and by name, nothing where it has none."""
    rows = making.rows("practice")
    return by_name(rows) | by_name(rows, "code")


def _practice(filled: FilledRow, known: Mapping[str, Row]) -> str | None:
    """Return which practice a row is of, or None where it is none of the locality's.

    Raises:
        Refusal: the row names none.
    """
    code, name = filled.text("practice_code"), filled.text("practice")
    if not code and not name:
        raise Refusal("Enter the practice's code or its name.")
    if not known:
        return folded(code or name)
    found = known.get(folded(code)) if code else None
    found = found or (known.get(folded(name)) if name else None)
    return None if found is None else str(found["code"])


def _amounts(filled: FilledRow) -> list[tuple[Month, int]]:
    cost, nic = filled.values.get("amount"), filled.values.get("nic")
    amount = cost if isinstance(cost, int) else nic
    month = filled.values.get("month")
    found = [(month, amount)] if isinstance(month, Month) and isinstance(amount, int) else []
    return found + [
        (Month.read(key.removeprefix(MONTH_KEY)), pence)
        for key, pence in filled.values.items()
        if key.startswith(MONTH_KEY) and isinstance(pence, int)
    ]


def _tell(making: Making) -> None:
    keys = {match.field for match in making.sheeted.matches}
    if "nic" in keys and "amount" in keys:
        making.notes.append("Actual cost was taken; net ingredient cost was left out.")
    elif "nic" in keys:
        making.notes.append("It has no actual cost, so net ingredient cost was taken.")
