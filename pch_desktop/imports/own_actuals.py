"""Actuals from a person's own sheet: lines by months, entries of a ledger, monitoring."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from pch_desktop.domain.budget import Basis
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.footing import pounds
from pch_desktop.imports.matching import MONTH_KEY
from pch_desktop.imports.own_entries import Entry, put_entries
from pch_desktop.imports.own_fields import OwnKind
from pch_desktop.imports.own_line_book import CLOSE, LineBook, PassedOver
from pch_desktop.imports.own_names import folded, row_id
from pch_desktop.imports.own_partners import PartnerBook
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.imports.plan import SetAside

BASES: Mapping[OwnKind, Basis] = {
    OwnKind.ACTUALS: Basis.CONTRACT_MONITORING,
    OwnKind.LEDGER: Basis.LEDGER,
    OwnKind.MONITORING: Basis.CONTRACT_MONITORING,
}
TOTALS = re.compile(
    r"(grand |year |actual )?totals?( actual| cost)?|ytd( actual| total)?|year to date( actual)?",
    re.IGNORECASE,
)
PASSED = "Lines said to be none of the budget's"


def plan_actuals(making: Making, rows: list[FilledRow]) -> None:
    """Add or change the actuals of lines that stand; a month is never counted twice."""
    book = LineBook(making, making.lines)
    partners = PartnerBook(making)
    seen: dict[tuple[int, Month], int] = {}
    entries: list[Entry] = []
    passed = 0
    for filled in rows:
        name, code = filled.text("name"), filled.text("code")
        book.count(name, code, pence_of(filled))
        try:
            found = list(_entries(making, book, partners, filled))
            _once(filled, seen, found)
            _agrees(making, filled)
        except PassedOver:
            passed += 1
            continue
        except Refusal as refusal:
            making.refuse(filled, "", str(refusal))
            continue
        if found:
            entries += found
        else:
            making.kept.append(filled)
    if passed:
        making.set_aside.append(SetAside(PASSED, passed))
    put_entries(making, entries, making.digest)
    book.remember()
    making.named = book.named()


def pence_of(filled: FilledRow) -> int:
    """Return what a row says was spent, all its months together."""
    return sum(pence for _, pence in _amounts(filled, is_asked=False))


def _entries(
    making: Making, book: LineBook, partners: PartnerBook, filled: FilledRow
) -> Iterator[Entry]:
    """Yield what a row says was spent.

    Raises:
        Refusal: the line, the partner or the year's budget is not there.
    """
    kind = making.sheeted.kind
    partner_id, stranger = _partner(making, partners, filled)
    note = filled.text("note")
    if stranger:
        note = f"{stranger}: {note}" if note else stranger
    for month, pence in _amounts(filled):
        _in_year(making, month)
        line = book.find(filled.text("name"), filled.text("code"), month)
        yield Entry(
            line, month, pence, filled, BASES[kind], partner_id, filled.text("reference"), note
        )


def _amounts(filled: FilledRow, *, is_asked: bool = True) -> Iterator[tuple[Month, int]]:
    amount, month = _amount(filled), filled.values.get("month")
    if amount is not None and isinstance(month, Month):
        yield month, amount
    elif amount is not None and is_asked:
        raise Refusal("Enter the month of this amount, such as Oct 2016.")
    for key, pence in filled.values.items():
        if key.startswith(MONTH_KEY) and isinstance(pence, int):
            yield Month.read(key.removeprefix(MONTH_KEY)), pence


def _amount(filled: FilledRow) -> int | None:
    """Return a row's amount; debit less credit where the two stand apart."""
    amount = filled.values.get("amount")
    if isinstance(amount, int):
        return amount
    debit, credit = filled.values.get("debit"), filled.values.get("credit")
    if not isinstance(debit, int) and not isinstance(credit, int):
        return None
    owed = debit if isinstance(debit, int) else 0
    # Some ledgers write credits below zero in a column of their own.
    return owed - (abs(credit) if isinstance(credit, int) else 0)


def _in_year(making: Making, month: Month) -> None:
    """Refuse a month outside the year that the person said the file is of."""
    year = making.said_year
    if year is not None and month.financial_year != year:
        raise Refusal(
            f"{month.words} does not lie in {year}. Say {month.financial_year} as the financial "
            "year to bring that month in, or correct it."
        )


def _once(filled: FilledRow, seen: dict[tuple[int, Month], int], entries: list[Entry]) -> None:
    """Refuse a second row of a plain grid for one line: one of the two would count twice."""
    if _amount(filled) is not None or filled.text("partner"):
        return
    for entry in entries:
        if entry.key in seen:
            raise Refusal(
                f"“{entry.line['name']}” stands in row {seen[entry.key]} already. "
                "Keep one of the two rows."
            )
        seen[entry.key] = filled.row.number


def _agrees(making: Making, filled: FilledRow) -> None:
    """Refuse a row whose own total is not what its months come to."""
    months = [
        pence
        for key, pence in filled.values.items()
        if key.startswith(MONTH_KEY) and isinstance(pence, int)
    ]
    if len(months) < 2:
        return
    sheeted = making.sheeted
    for match in sheeted.matches:
        if match.field or not TOTALS.fullmatch(" ".join(match.heading.split())):
            continue
        text = filled.row.cells[match.position]
        said = sheeted.money(match, text)
        if said is None or abs(said - sum(months)) <= _slack(said, months):
            continue
        raise Refusal(
            f"{sheeted.cell_name(filled.row.number, match)}: its total says {pounds(said)} and its "
            f"months come to {pounds(sum(months))}. Correct the total or the month that is wrong."
        )


def _slack(said: int, months: list[int]) -> int:
    """Return how far a total of rounded figures may lie from their sum, in pence."""
    for unit in (100_000, 100):
        if all(pence % unit == 0 for pence in (said, *months)):
            return unit // 2 * len(months)
    return 0


def _partner(
    making: Making, partners: PartnerBook, filled: FilledRow
) -> tuple[int | None, str | None]:
    """Return the partner a row names, or the name where it is no partner's.

    Raises:
        Refusal: a provider of contract monitoring is no partner.
    """
    name = filled.text("partner")
    found = partners.standing(name) if name else None
    if name and found is None:
        if making.sheeted.kind is OwnKind.MONITORING:
            raise Refusal(_no_partner(making, name))
        making.tell(
            "No partner is called so, so the name stands in the note: {}. Add the partner and "
            "bring the file in again to have it named.",
            name,
        )
    return (row_id(found) if found else None), (name if name and not found else None)


def _no_partner(making: Making, name: str) -> str:
    names = {folded(row["name"]): str(row["name"]) for row in making.rows("partner")}
    close = get_close_matches(folded(name), list(names), 1, CLOSE)
    meant = f" Did you mean “{names[close[0]]}”?" if close else ""
    return f"There is no partner called “{name}”.{meant} Correct it, or add the partner first."
