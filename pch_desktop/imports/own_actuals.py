"""Actuals from a person's own sheet: lines by months, or one entry a row."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from pch_desktop.domain.budget import Basis
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.footing import pounds
from pch_desktop.imports.matching import MONTH_KEY
from pch_desktop.imports.own_lines import lines_of, version_of
from pch_desktop.imports.own_names import by_name, folded, row_id
from pch_desktop.imports.own_partners import PartnerBook
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.store.own import Row

KIND = "own actuals"
CLOSE = 0.6


@dataclass(frozen=True, slots=True)
class _Entry:
    """An amount of a line in a month."""

    line: Row
    month: Month
    pence: int


@dataclass(slots=True)
class _Year:
    """The lines of one year's budget, by name and by code."""

    names: dict[str, Row]
    codes: dict[str, Row]


@dataclass(slots=True)
class _Books:
    """What stands, as entries look it up."""

    making: Making
    years: dict[FinancialYear, _Year | None] = field(
        default_factory=dict[FinancialYear, "_Year | None"]
    )
    taken: Counter[tuple[int, Month]] = field(default_factory=Counter[tuple[int, Month]])
    """How many entries of this sheet a line's month has so far."""

    def year(self, year: FinancialYear) -> _Year | None:
        """Return the lines of a year's budget, or None where it has none."""
        if year not in self.years:
            version = version_of(self.making, year)
            rows = lines_of(self.making, version) if version else []
            self.years[year] = _Year(by_name(rows), by_name(rows, "code")) if version else None
        return self.years[year]


def plan_actuals(making: Making, rows: list[FilledRow]) -> None:
    """Add or change the actuals of lines that stand; a month is never counted twice."""
    books = _Books(making)
    partners = PartnerBook(making)
    ours, others = _standing(making)
    seen: dict[tuple[str, str], int] = {}
    for filled in rows:
        try:
            entries = _entries(books, filled)
            _once(filled, seen, entries)
            _refuse_others(entries, others, ours)
        except Refusal as refusal:
            making.refuse(filled, "", str(refusal))
            continue
        for entry in entries:
            _put(books, partners, filled, entry, (ours, others))
        making.kept.append(filled)
    _left_over(making, books, ours)


def source_of(name: str) -> str:
    """Return what files of one source have in common: their name without its figures.

    "Monitoring M6.xlsx" and "Monitoring M7.xlsx" are one source.
    """
    return re.sub(r"[\W\d_]+", "", name.casefold().rpartition(".")[0] or name.casefold())


def _entries(books: _Books, filled: FilledRow) -> list[_Entry]:
    """Return what a row says was spent.

    Raises:
        Refusal: the line or the year's budget is not there.
    """
    return [_Entry(_line(books, filled, month), month, pence) for month, pence in _amounts(filled)]


def _amounts(filled: FilledRow) -> Iterator[tuple[Month, int]]:
    amount, month = filled.values.get("amount"), filled.values.get("month")
    if isinstance(amount, int) and isinstance(month, Month):
        yield month, amount
    elif isinstance(amount, int):
        raise Refusal("Enter the month of this amount, such as Oct 2016.")
    for key, pence in filled.values.items():
        if key.startswith(MONTH_KEY) and isinstance(pence, int):
            yield Month.read(key.removeprefix(MONTH_KEY)), pence


def _line(books: _Books, filled: FilledRow, month: Month) -> Row:
    name, code = filled.text("name"), filled.text("code")
    if not name and not code:
        raise Refusal("Enter the line's name.")
    year = books.year(month.financial_year)
    if year is None:
        raise Refusal(
            f"There is no budget of {month.financial_year} yet for {month.words}. "
            "Bring in its lines first."
        )
    found = year.names.get(folded(name)) if name else None
    found = found or (year.codes.get(folded(code)) if code else None)
    if found is None:
        raise Refusal(_unknown(str(name or code), year.names))
    return found


def _unknown(name: str, names: Mapping[str, Row]) -> str:
    close = get_close_matches(folded(name), list(names), 1, CLOSE)
    meant = f" Did you mean “{names[close[0]]['name']}”?" if close else ""
    return (
        f"There is no line called “{name}” in the budget.{meant} Rename it, or add the line first."
    )


def _once(filled: FilledRow, seen: dict[tuple[str, str], int], entries: list[_Entry]) -> None:
    """Refuse a second row of a grid for one line: one of the two would be counted twice."""
    if filled.values.get("amount") is not None:
        return
    for entry in entries:
        key = (str(entry.line["id"]), str(entry.month))
        if key in seen:
            raise Refusal(
                f"“{entry.line['name']}” stands in row {seen[key]} already. "
                "Keep one of the two rows."
            )
        seen[key] = filled.row.number


Standing = Mapping[tuple[int, Month], list[Row]]


def _standing(making: Making) -> tuple[Standing, Standing]:
    """Return the entries that stand: those of the same source, and those from elsewhere."""
    source = source_of(making.file_name)
    batches = {
        row["id"]
        for row in making.rows("import_batch")
        if row["kind"] == KIND and source_of(str(row["file_name"])) == source
    }
    ours: dict[tuple[int, Month], list[Row]] = defaultdict(list)
    others: dict[tuple[int, Month], list[Row]] = defaultdict(list)
    for row in making.rows("actual"):
        month = row["month"]
        if isinstance(month, Month):
            side = ours if row["batch_id"] is not None and row["batch_id"] in batches else others
            side[int(str(row["line_id"])), month].append(row)
    return ours, others


def _refuse_others(entries: list[_Entry], others: Standing, ours: Standing) -> None:
    for entry in entries:
        key = (row_id(entry.line), entry.month)
        stand = others.get(key, [])
        amounts = [int(str(row["amount_pence"])) for row in stand]
        if not stand or (amounts == [entry.pence] and not ours.get(key)):
            continue
        raise Refusal(
            f"{entry.month.words} already holds {pounds(sum(amounts))} for “{entry.line['name']}” "
            "from another source: a month cannot be counted twice. Clear one of the two."
        )


def _put(
    books: _Books,
    partners: PartnerBook,
    filled: FilledRow,
    entry: _Entry,
    standing: tuple[Standing, Standing],
) -> None:
    making, key = books.making, (row_id(entry.line), entry.month)
    ours, others = standing[0].get(key, []), standing[1].get(key, [])
    at = books.taken[key]
    books.taken[key] += 1
    before = next(iter((ours or others)[at:]), None)
    values: dict[str, object] = {"amount_pence": entry.pence}
    if not others:
        values |= {
            "reference": filled.text("reference"),
            "partner_id": _partner(making, partners, filled),
        }
    if before is None:
        values |= {"line_id": key[0], "month": entry.month, "basis": Basis.CONTRACT_MONITORING}
    name = f"actual {key[0]} {key[1]} {at}"
    making.put("actual", name, f"{entry.line['name']}, {entry.month.words}", values, before)


def _partner(making: Making, partners: PartnerBook, filled: FilledRow) -> int | None:
    name = filled.text("partner")
    found = partners.standing(name) if name else None
    if name and found is None:
        making.tell("No partner is called so, and the entries name none: {}.", name)
    return row_id(found) if found else None


def _left_over(making: Making, books: _Books, ours: Standing) -> None:
    """Say where the source gave more entries before than it gives now: they stay."""
    names = {row["id"]: str(row["name"]) for row in making.rows("budget_line")}
    for (line, month), rows in ours.items():
        if 0 < books.taken[line, month] < len(rows):
            making.tell(
                "Fewer entries than the same source gave before; the others stay until you "
                "delete them: {}.",
                f"{names[line]}, {month.words}",
            )
