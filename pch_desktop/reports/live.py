"""A workbook's live formula, read as a formula with a row's own figures.

What a column works out live in the pack is told on the screen by the same text,
so that the two cannot differ. Conditions are decided with the row's figures;
what cannot be read so gives None, and nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from pch_desktop.reports.formula import (
    Formula,
    Given,
    Minus,
    Over,
    Plus,
    Rounded,
    Times,
    number,
    value,
)
from pch_desktop.reports.table import Kind, Value

Find = Callable[[str, int | None], Given | None]
"""From a column's key, and a row's place where one is named, to the figure there."""
TOKEN = re.compile(
    r'\s*({\w+(?:\[\d+\])?}|\d+(?:\.\d+)?|[A-Z]+(?=\()|<=|>=|<>|[-+*/(),:<>=]|"[^"]*")'
)
PLACE = re.compile(r"{(\w+)(?:\[(\d+)\])?}")
PENCE = 2
"""To how many places a workbook rounds pounds."""


class _UnreadError(Exception):
    """The formula holds what is not arithmetic."""


def read(text: str, find: Find, keys: Sequence[str] = ()) -> Formula | None:
    """Return a live formula with the figures of a row; None where it is more than arithmetic.

    Args:
        text: as a workbook has it: ROUND({gross}*{still_paid},2).
        find: what finds a figure by its column's key.
        keys: the keys of the columns in their order, for a range of them.
    """
    try:
        reader = _Reader(_tokens(text), find, keys)
        found = reader.sum()
    except _UnreadError:
        return None
    return found if not reader.tokens else None


def as_figure(what: str, found: Value, kind: Kind) -> Given | None:
    """Return a cell's value as a figure of a formula; None for words."""
    if found is None or (isinstance(found, (int, Decimal)) and not isinstance(found, bool)):
        return Given(what, found, kind)
    return None


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    at = 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None:
            raise _UnreadError
        tokens.append(found[1])
        at = found.end()
    return tokens


class _Reader:
    """Reads tokens from left to right, as arithmetic binds them."""

    def __init__(self, tokens: list[str], find: Find, keys: Sequence[str]) -> None:
        self.tokens, self._find, self._keys = tokens, find, keys
        self._functions: Mapping[str, Callable[[], Formula]] = {
            "ROUND": self._round, "ABS": self._abs, "SIGN": self._sign, "IF": self._if,
            "MIN": self._least, "MAX": self._most, "SUM": self._sum_of,
        }  # fmt: skip

    def sum(self) -> Formula:
        """Return what is added and taken off up to the next bracket or comma."""
        parts = [Minus(self._product()) if self._takes("-") else self._product()]
        while self.tokens and self.tokens[0] in "+-":
            sign = self.tokens.pop(0)
            part = self._product()
            parts.append(Minus(part) if sign == "-" else part)
        return parts[0] if len(parts) == 1 else Plus(tuple(parts))

    def _product(self) -> Formula:
        found = self._leaf()
        while self.tokens and self.tokens[0] in "*/":
            if self.tokens.pop(0) == "*":
                found = Times((found, self._leaf()))
            else:
                found = Over(found, self._leaf())
        return found

    def _leaf(self) -> Formula:
        mark = self._next()
        if mark.startswith("{"):
            return self._figure(mark)
        if mark[0].isdigit():
            return number(Decimal(mark))
        if mark == "(":
            found = self.sum()
            self._must(")")
            return found
        if mark not in self._functions:
            raise _UnreadError
        self._must("(")
        found = self._functions[mark]()
        self._must(")")
        return found

    def _figure(self, token: str) -> Given:
        found = PLACE.fullmatch(token)
        if found is None:
            raise _UnreadError
        given = self._find(found[1], int(found[2]) if found[2] else None)
        if given is None:
            raise _UnreadError
        return given

    def _round(self) -> Formula:
        part = self.sum()
        self._must(",")
        if self._next() != str(PENCE):
            raise _UnreadError
        return Rounded(part)

    def _abs(self) -> Formula:
        part = self.sum()
        if isinstance(part, Given):
            return Given(part.what, None if part.amount is None else abs(part.amount), part.kind)
        return Minus(part) if _known(part) < 0 else part

    def _sign(self) -> Formula:
        amount = _known(self.sum())
        return number((amount > 0) - (amount < 0))

    def _if(self) -> Formula:
        left = _known(self.sum())
        sign = self._next()
        right = _known(self.sum())
        self._must(",")
        first = self.sum()
        self._must(",")
        second = self.sum()
        return first if _holds(sign, left, right) else second

    def _least(self) -> Formula:
        return min(self._listed(), key=_known)

    def _most(self) -> Formula:
        return max(self._listed(), key=_known)

    def _listed(self) -> list[Formula]:
        parts = [self.sum()]
        while self._takes(","):
            parts.append(self.sum())
        return parts

    def _sum_of(self) -> Formula:
        first = self._key(self._next())
        self._must(":")
        last = self._key(self._next())
        return Plus(tuple(self._figure(f"{{{key}}}") for key in self._keys[first : last + 1]))

    def _key(self, token: str) -> int:
        """Return where the column of a key stands."""
        key = token.strip("{}")
        if key not in self._keys:
            raise _UnreadError
        return self._keys.index(key)

    def _next(self) -> str:
        if not self.tokens:
            raise _UnreadError
        return self.tokens.pop(0)

    def _takes(self, token: str) -> bool:
        if self.tokens and self.tokens[0] == token:
            self.tokens.pop(0)
            return True
        return False

    def _must(self, token: str) -> None:
        if not self._takes(token):
            raise _UnreadError


def _known(part: Formula) -> Fraction:
    found = value(part)
    if found is None:
        raise _UnreadError
    return found


def _holds(sign: str, left: Fraction, right: Fraction) -> bool:
    match sign:
        case "<=":
            return left <= right
        case ">=":
            return left >= right
        case "<":
            return left < right
        case ">":
            return left > right
        case "=":
            return left == right
        case _:
            raise _UnreadError
