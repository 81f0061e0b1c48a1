"""A formula with its figures: worked out, and written out as one would on paper.

It is made to explain a figure that another function has worked out, so that
anybody can follow it with a calculator and come to the same penny.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pch_desktop.reports.table import MONEYS, Kind
from pch_desktop.reports.words import written

Number = int | Decimal | Fraction
SHARES = frozenset({Kind.SHARE, Kind.RATE})
NOT_KNOWN = "not known"
PLACES = Decimal("0.000001")
"""How exactly a number that never ends is written."""
MOST_PARTS = 16
"""How many parts of a sum are written out; of more only the first and the last."""


@dataclass(frozen=True, slots=True)
class Given:
    """A figure in a formula, by its name; what is not known is None."""

    what: str
    amount: Number | None
    kind: Kind = Kind.EXACT
    of: Formula | None = None
    """How it came about itself, where it was worked out."""
    words: str = ""
    """That formula in words."""


@dataclass(frozen=True, slots=True)
class Plus:
    """Parts added up."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Minus:
    """A part taken off."""

    part: Formula


@dataclass(frozen=True, slots=True)
class Times:
    """Parts multiplied."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Over:
    """One part divided by another."""

    upper: Formula
    lower: Formula


@dataclass(frozen=True, slots=True)
class Rounded:
    """A part to the whole penny, halves away from zero."""

    part: Formula


Formula = Given | Plus | Minus | Times | Over | Rounded


def number(of: Number, kind: Kind = Kind.COUNT) -> Given:
    """Return a number that stands for itself: the 12 of twelve months."""
    return Given("", of, kind)


def less(first: Formula, *others: Formula) -> Plus:
    """Return the first part less the others."""
    return Plus((first, *(Minus(other) for other in others)))


def value(formula: Formula) -> Fraction | None:
    """Return what a formula comes to; None where a figure of it is not known."""
    match formula:
        case Given():
            return _exact(formula.amount)
        case Plus(parts):
            return _added([value(part) for part in parts])
        case Times(parts):
            return _multiplied([value(part) for part in parts])
        case Minus(part):
            found = value(part)
            return None if found is None else -found
        case Over(upper, lower):
            above, below = value(upper), value(lower)
            return above / below if above is not None and below else None
        case Rounded(part):
            found = value(part)
            return None if found is None else Fraction(nearest(found))


def nearest(amount: Fraction) -> int:
    """Return the nearest whole number, halves away from zero."""
    size = (abs(amount.numerator) * 2 + amount.denominator) // (2 * amount.denominator)
    return -size if amount < 0 else size


def given_in(formula: Formula) -> Iterator[Given]:
    """Yield the named figures of a formula, from left to right."""
    match formula:
        case Given():
            if formula.what:
                yield formula
        case Plus(parts) | Times(parts):
            for part in parts:
                yield from given_in(part)
        case Minus(part) | Rounded(part):
            yield from given_in(part)
        case Over(upper, lower):
            yield from given_in(upper)
            yield from given_in(lower)


def worked(formula: Formula, kind: Kind = Kind.EXACT) -> str:
    """Return a formula with its figures and what it comes to: £120.00 − £100.00 = £20.00."""
    inside = formula.part if isinstance(formula, Rounded) else formula
    exact = value(inside)
    is_rounded = formula is not inside and exact is not None and exact.denominator > 1
    result = value(formula)
    end = NOT_KNOWN if result is None else told(result, kind)
    return f"{_out(inside, 0)} = {end}{', rounded' if is_rounded else ''}"


def told(amount: Number | None, kind: Kind) -> str:
    """Return a figure exactly, as it is read: money to the penny, shares as percentages."""
    if amount is None:
        return NOT_KNOWN
    if kind not in MONEYS:
        return _plain(amount, kind)
    exact = Fraction(amount)
    if exact.denominator == 1:
        return written(int(exact), Kind.EXACT)
    pounds = f"£{_decimal(abs(exact) / 100).quantize(Decimal('0.0001')):,}"
    return f"({pounds})" if exact < 0 else pounds


def _plain(amount: Number, kind: Kind) -> str:
    unit, factor = ("%", 100) if kind in SHARES else ("", 1)
    exact = _decimal(abs(Fraction(amount)) * factor)
    short = exact.normalize()
    digits = f"{short if short % 1 else short.quantize(Decimal(1)):,f}{unit}"
    return f"({digits})" if amount < 0 else digits


def _exact(amount: Number | None) -> Fraction | None:
    return amount if amount is None or isinstance(amount, Fraction) else Fraction(amount)


def _decimal(exact: Fraction) -> Decimal:
    """Return a fraction as a decimal: exactly where it ends, else to six places."""
    found = Decimal(exact.numerator) / Decimal(exact.denominator)
    return found if Fraction(found) == exact else found.quantize(PLACES)


def _added(parts: Sequence[Fraction | None]) -> Fraction | None:
    return None if None in parts else sum((part for part in parts if part), Fraction(0))


def _multiplied(parts: Sequence[Fraction | None]) -> Fraction | None:
    product = Fraction(1)
    for part in parts:
        if part is None:
            return None
        product *= part
    return product


SUM, PRODUCT, LEAF = 1, 2, 3


def _out(formula: Formula, around: int) -> str:
    """Return a formula written out; in brackets where what stands around it asks for them."""
    match formula:
        case Given(amount=amount, kind=kind):
            said = told(amount, kind)
            return f"(−{said.strip('()')})" if said.startswith("(") and around else _signed(said)
        case Plus(parts):
            return _within(_sum(parts), SUM, around)
        case Minus(part):
            return _within(f"−{_out(part, PRODUCT)}", SUM, around)
        case Times(parts):
            first, *others = parts
            said = " × ".join((_first(first, around), *(_out(part, PRODUCT) for part in others)))
            return _within(said, PRODUCT, around)
        case Over(upper, lower):
            said = f"{_first(upper, around)} ÷ {_out(lower, LEAF)}"
            return _within(said, PRODUCT, around)
        case Rounded(part):
            return f"rounded({_out(part, 0)})"


def _first(part: Formula, around: int) -> str:
    """Return the first factor of a product; a minus in front of all of it needs no brackets."""
    return _out(part, 0 if isinstance(part, Given) and not around else PRODUCT)


def _sum(parts: Sequence[Formula]) -> str:
    if len(parts) > MOST_PARTS:
        first, last = parts[: MOST_PARTS // 2], _out(parts[-1], SUM)
        return f"{_sum(first)} + … + {last} ({len(parts)} figures)"
    said = ""
    for at, part in enumerate(parts):
        if at and isinstance(part, Given) and (part.amount or 0) < 0:
            said += f" − {told(-(part.amount or 0), part.kind)}"
        elif isinstance(part, Minus):
            said += f" − {_out(part.part, PRODUCT)}" if at else f"−{_out(part.part, PRODUCT)}"
        else:
            said += f" + {_out(part, SUM)}" if at else _out(part, SUM if at else 0)
    return said


def _within(said: str, own: int, around: int) -> str:
    return f"({said})" if own < around else said


def _signed(said: str) -> str:
    return f"−{said.strip('()')}" if said.startswith("(") else said
