"""NHS Payments to General Practice: what each practice was paid in a year, and for what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from pch_desktop.domain import typed
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.official import FileFacts, FoundTable, Headings, OfficialKind, year_of
from pch_desktop.imports.payments_plan import Paid, PaymentsReading
from pch_desktop.imports.plan import Control, RefusedRow
from pch_desktop.imports.wide import pence_table

MICRO = Decimal("0.000001")
CARR_HILL = f"weighted {Weighting.CARR_HILL}"
TOTAL = "totalnhspaymentstogeneralpractice"
REGISTERED = "numberofregisteredpatients"
WEIGHTED = "numberofweightedpatients"
BEFORE = ("averagepayments", REGISTERED, WEIGHTED)
"""The last column that starts so stands before the first component."""
CODES = ("practicecode", "gppracticecode")
HALF = 2


def line_name(heading: str) -> str:
    """Return a component's heading as the name of a budget line.

    Doctors.Retainer.Scheme.Payments is Doctors retainer scheme payments; the
    word Total goes, for a line of the budget is never a total of others.
    """
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"[._]+", " ", heading))
    words = [word if _is_acronym(word) else word.casefold() for word in parted.split()]
    if len(words) > 1 and words[0] == "total":
        del words[0]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _is_acronym(word: str) -> bool:
    plain = word.strip(",;:()")
    return len(plain) > 1 and plain.isupper()


def component_columns(headings: Headings) -> list[int]:
    """Return where the components stand: they add up to the total.

    They lie between the averages and the total. Columns that are parts of a
    total among them (LocalEnhancedServices_NHAIS_ of Total Local Enhanced
    Services) are left out; other totals there are components themselves.
    """
    total = headings.needed(TOTAL)
    first = max(at for start in BEFORE for at in headings.starting(start) if at < total) + 1
    between = range(first, total)
    wholes = [
        headings.plain[at].removeprefix("total")
        for at in between
        if headings.plain[at].startswith("total")
    ]
    return [
        at for at in between if not any(headings.plain[at].startswith(whole) for whole in wholes)
    ]


def _fits(headings: Headings) -> bool:
    return (
        headings.has(*CODES)
        and headings.has(TOTAL)
        and bool(headings.starting(REGISTERED))
        and bool(headings.starting(WEIGHTED))
    )


def _read(table: FoundTable, asked: FinancialYear | None) -> PaymentsReading:
    year, year_note = year_of(table.file.name, asked)
    at = component_columns(table.headings)
    numbered = list(table.whole())
    rows = [row for _, row in numbered]
    money = pence_table(rows, [*at, table.headings.needed(TOTAL)])
    practices: dict[str, Paid] = {}
    refused: dict[str, RefusedRow] = {}
    wrong = 0
    for (number, row), pence in zip(numbered, money, strict=True):
        code = row[table.headings.needed(*CODES)].strip().upper()
        try:
            if code in practices:
                raise _BadRow("", "The same practice stands in the file twice")
            practices[code] = _paid(table, year, number, row, _checked(table, at, row, pence))
        except _BadRow as bad:
            wrong += bad.is_sum
            cells = tuple(row)
            refused[code] = RefusedRow(table.sheet.name, number, bad.column, bad.reason, cells)
    if wrong * HALF > len(rows):
        raise Refusal(_not_adding_up(table, at, wrong, len(rows)))
    facts = FileFacts(KIND.key, KIND.words, table, len(rows), year, notes=(year_note,))
    names = tuple(line_name(table.headings.raw[place]) for place in at)
    return PaymentsReading(facts, names, practices, refused, _controls(table, numbered, money))


class _BadRow(Exception):
    """A row that cannot be used: the column at fault, if it is one, and why."""

    def __init__(self, column: str, reason: str, is_sum: bool = False) -> None:
        super().__init__(reason)
        self.column = column
        self.reason = reason
        self.is_sum = is_sum


def _checked(
    table: FoundTable, at: Sequence[int], row: list[str], pence: Sequence[int | None]
) -> tuple[int | None, ...]:
    """Return the components of a row, once they are sure to add up to its total."""
    headings = table.headings
    *parts, total = pence
    for place, value in zip([*at, headings.needed(TOTAL)], pence, strict=True):
        if value is None and not typed.is_blank(row[place]):
            raise _BadRow(headings.raw[place], f"“{row[place].strip()}” is not an amount of money")
    if total is None:
        raise _BadRow(headings.raw[headings.needed(TOTAL)], "The total is not known")
    added = sum(part for part in parts if part is not None)
    if added != total:
        reason = f"The components add up to £{added / 100:,.2f}, the total says £{total / 100:,.2f}"
        raise _BadRow(headings.raw[headings.needed(TOTAL)], reason, is_sum=True)
    return tuple(parts)


def _paid(
    table: FoundTable,
    year: FinancialYear,
    number: int,
    row: list[str],
    pence: tuple[int | None, ...],
) -> Paid:
    headings = table.headings
    registered, weighted = (
        _people(headings, row, headings.starting(start)[0]) for start in (REGISTERED, WEIGHTED)
    )
    return Paid(number, registered, weighted, pence, _remark(headings, row, year))


def _people(headings: Headings, row: list[str], at: int) -> Decimal | None:
    text = row[at].strip()
    try:
        value = Decimal(text.replace(",", ""))
    except InvalidOperation:
        if typed.is_blank(text) or "known" in text.casefold():
            return None
        raise _BadRow(headings.raw[at], f"“{text}” is not a number of people") from None
    if not value.is_finite() or value < 0:
        raise _BadRow(headings.raw[at], f"“{text}” is not a number of people")
    return value.quantize(MICRO, ROUND_HALF_UP)


def _remark(headings: Headings, row: list[str], year: FinancialYear) -> str:
    """Return what the file says is unusual about a practice's year, in words."""
    at = headings.at("atypicalcharacteristics")
    said = [part.strip() for part in row[at].split("|")] if at is not None else []
    remarks = [part.casefold() for part in said if part]
    for name, words in (("practiceopendate", "opened"), ("practiceclosedate", "closed")):
        place = headings.at(name)
        day = _day(row[place]) if place is not None else None
        if day and year.first < day <= year.last:
            remarks.append(f"{words} on {day:%d/%m/%Y}, so this is part of a year")
    return ", ".join(remarks)


def _day(text: str) -> date | None:
    try:
        return typed.day(text)
    except Refusal:
        return None


def _controls(
    table: FoundTable,
    numbered: Sequence[tuple[int, list[str]]],
    money: Sequence[Sequence[int | None]],
) -> tuple[Control, ...]:
    """Return the totals of the whole file, of every row with a figure in it."""
    sums: list[Decimal] = []
    for start in (REGISTERED, WEIGHTED):
        at = table.headings.starting(start)[0]
        sums.append(sum((_or_none(row[at]) for _, row in numbered), Decimal(0)))
    paid = Decimal(sum(pence[-1] or 0 for pence in money)) / 100
    return (
        Control("England", "practices", Decimal(len(numbered))),
        Control("England", "registered", sums[0].quantize(MICRO, ROUND_HALF_UP)),
        Control(
            "England", f"weighted {Weighting.CARR_HILL}", sums[1].quantize(MICRO, ROUND_HALF_UP)
        ),
        Control("England", "payments", paid),
    )


def _or_none(text: str) -> Decimal:
    try:
        return Decimal(text.strip().replace(",", ""))
    except InvalidOperation:
        return Decimal(0)


def _not_adding_up(table: FoundTable, at: Sequence[int], wrong: int, rows: int) -> str:
    headings = table.headings
    return (
        f"{table.where()}: in {wrong:,} of {rows:,} rows the payments from column "
        f"“{headings.raw[at[0]]}” to “{headings.raw[at[-1]]}” do not add up to "
        f"“{headings.raw[headings.needed(TOTAL)]}”, so this layout is not understood. "
        "Years from 2015/16 on add up."
    )


KIND = OfficialKind("payments", "NHS payments", _fits, _read, needs_year=True)
