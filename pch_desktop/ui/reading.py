"""What is typed into a cell or a field, and what stands there to be changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation, localcontext

from pch_desktop.domain import typed
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind, Value

RATINGS = ("Green", "Amber", "Red")
READERS: dict[Kind, Callable[[str], Value]] = {
    Kind.YES: typed.yes,
    Kind.DATE: typed.day,
    Kind.COUNT: typed.count,
    Kind.NUMBER: typed.number,
    Kind.INDEX: typed.number,
    Kind.WTE: typed.number,
    Kind.SHARE: typed.share,
    Kind.RATE: typed.percentage,
    Kind.MONEY: typed.pence,
    Kind.EXACT: typed.pence,
    Kind.THOUSANDS: typed.thousands_pence,
}
NUMBERS = frozenset(READERS) - {Kind.YES, Kind.DATE}
TOKEN = re.compile(r"\s*(£?\d[\d,]*\.?\d*[km%]?|£?\.\d+[km%]?|[-+*/()])", re.IGNORECASE)
DEEPEST = 30


def read(text: str, kind: Kind, words: tuple[str, ...] = ()) -> Value:
    """Return the value meant by a text; None for a blank.

    Raises:
        Refusal: it is not a value of that kind, or not one of the words.
    """
    if kind in NUMBERS and text.strip().startswith("="):
        text = calculated(text.strip()[1:])
    if kind in READERS:
        return READERS[kind](text)
    if kind is Kind.RATING or (kind is Kind.WORD and words):
        return typed.one_of(text.strip("●▲◆ "), words or RATINGS)
    return text.strip() or None


def editable(value: Value, kind: Kind) -> str:
    """Return the text that ``read`` takes for exactly this value."""
    match value, kind:
        case None, _:
            return ""
        case bool(), _:
            return "Yes" if value else "No"
        case int(), Kind.MONEY | Kind.EXACT:
            return _plain(Decimal(value) / 100)
        case int(), Kind.THOUSANDS:
            thousands = Decimal(value) / 100_000
            return _plain(thousands) if value % 1000 == 0 else f"£{_plain(thousands * 1000)}"
        case ((int() | Decimal()), Kind.SHARE | Kind.RATE):
            return _plain(Decimal(value) * 100) + "%"
        case ((int() | Decimal()), _):
            return _plain(Decimal(value))
        case date(), _:
            return f"{value:%d/%m/%Y}"
        case _:
            return str(value)


def calculated(sum_text: str) -> str:
    """Return the result of a sum such as 1200/12 or (3+4)*£1.50, as a text.

    Raises:
        Refusal: it is not a sum of numbers.
    """
    said = Refusal(f"“={sum_text}” is not a sum. Enter one such as =1200/12.")
    try:
        with localcontext(prec=28):
            value = _Sum(_tokens(sum_text, said), said).result()
    except (InvalidOperation, ZeroDivisionError, ArithmeticError):
        raise said from None
    return _plain(value.quantize(Decimal("0.000001")) if abs(value) < typed.MOST else value)


def _tokens(text: str, said: Refusal) -> list[str]:
    tokens: list[str] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        found = TOKEN.match(text, at)
        if not found:
            raise said
        tokens.append(found[1])
        at = found.end()
    return tokens


class _Sum:
    """Reads a sum from left to right: products first, brackets before them."""

    def __init__(self, tokens: list[str], said: Refusal) -> None:
        self._tokens = tokens
        self._said = said
        self._at = 0
        self._depth = 0

    def result(self) -> Decimal:
        value = self._terms()
        if self._at != len(self._tokens):
            raise self._said
        return value

    def _next(self, *wanted: str) -> str:
        if self._at < len(self._tokens) and self._tokens[self._at] in wanted:
            self._at += 1
            return self._tokens[self._at - 1]
        return ""

    def _terms(self) -> Decimal:
        value = self._factors()
        while sign := self._next("+", "-"):
            value = value + self._factors() if sign == "+" else value - self._factors()
        return value

    def _factors(self) -> Decimal:
        value = self._single()
        while sign := self._next("*", "/"):
            value = value * self._single() if sign == "*" else value / self._single()
        return value

    def _single(self) -> Decimal:
        self._depth += 1
        if self._depth > DEEPEST or self._at >= len(self._tokens):
            raise self._said
        try:
            if sign := self._next("-", "+"):
                return -self._single() if sign == "-" else self._single()
            if self._next("("):
                return self._bracket()
            self._at += 1
            number = typed.number(self._tokens[self._at - 1])
        except Refusal:
            raise self._said from None
        finally:
            self._depth -= 1
        if number is None:
            raise self._said
        return number

    def _bracket(self) -> Decimal:
        value = self._terms()
        if not self._next(")"):
            raise self._said
        return value


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
