"""Values as people read them, the same on the screen, in a chart and on paper."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TypeVar

from pch_desktop.domain.money import whole
from pch_desktop.reports.table import Kind, Value

Word = TypeVar("Word", bound=StrEnum)
THOUSAND, MILLION = 100_000, 100_000_000
"""Pounds, in pence."""
SHAPES = {
    "Green": "● Green",
    "Amber": "▲ Amber",
    "Red": "◆ Red",
    "Green, judged": "● Green, judged",
    "Amber, judged": "▲ Amber, judged",
    "Red, judged": "◆ Red, judged",
    "In force": "● In force",
    "Ends soon": "▲ Ends soon",
    "Ended": "◆ Ended",
    "Kept": "● Kept",
    "Due": "▲ Due",
    "Low": "● Low",
    "Moderate": "● Moderate",
    "High": "▲ High",
    "Extreme": "◆ Extreme",
}
PLACES = {
    Kind.NUMBER: Decimal("0.1"),
    Kind.INDEX: Decimal("0.0001"),
    Kind.WTE: Decimal("0.01"),
}


def written(value: Value, kind: Kind) -> str:
    """Return a value as people read it: 1,234, (1,234) if adverse, 0.80, 2.5%, 31 Oct 2016."""
    match value, kind:
        case None, _:
            return ""
        case bool(), _:
            return "Yes" if value else "No"
        case int(), Kind.MONEY:
            pounds = whole(value)
            return f"(£{-pounds:,})" if pounds < 0 else f"£{pounds:,}"
        case int(), Kind.EXACT:
            pounds = f"£{abs(value) // 100:,}.{abs(value) % 100:02d}"
            return f"({pounds})" if value < 0 else pounds
        case int(), Kind.THOUSANDS:
            return bracketed(whole(value, 1000))
        case ((int() | Decimal()), Kind.SHARE):
            return f"{bracketed(_to(Decimal(value) * 100, Decimal('0.1')), '%')}"
        case ((int() | Decimal()), Kind.RATE):
            return f"{bracketed(_to(Decimal(value) * 100, Decimal('0.01')), '%')}"
        case ((int() | Decimal()), (Kind.NUMBER | Kind.INDEX | Kind.WTE)):
            return bracketed(_to(Decimal(value), PLACES[kind]))
        case Decimal(), _:
            return bracketed(_to(value, Decimal(1)))
        case int(), _:
            return bracketed(value)
        case date(), _:
            return f"{value.day} {value:%b %Y}"
        case str(), Kind.RATING:
            return SHAPES.get(value, value)
        case _:
            return str(value)


def brief(pence: int) -> str:
    """Return money in the fewest signs: £47.5m, (£9k), £186."""
    size = abs(pence)
    if size >= MILLION:
        words = f"£{Decimal(whole(size, 100_000)) / 10:.1f}m"
    elif size >= THOUSAND:
        words = f"£{whole(size, 1000):,}k"
    else:
        words = f"£{whole(size):,}"
    return f"({words})" if pence < 0 else words


def bracketed(number: int | Decimal, unit: str = "") -> str:
    """Return a number with its thousands apart; a negative one stands in brackets."""
    is_negative = number.is_signed() if isinstance(number, Decimal) else number < 0
    return f"({abs(number):,}{unit})" if is_negative else f"{number:,}{unit}"


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: 1 post, 2 posts."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def shown(word: str) -> str:
    """Return one word of a list with a capital, names left as they are."""
    return word[:1].upper() + word[1:]


def uncapped(words: str) -> str:
    """Return words as they go on in a sentence: their first letter small."""
    return words[:1].lower() + words[1:]


def listed(words: type[StrEnum]) -> tuple[str, ...]:
    """Return the words of a list as they are shown, in the order offered."""
    return tuple(shown(word.value) for word in words)


def meant(words: type[Word], text: str | None) -> Word | None:
    """Return the word of a list that is shown as a text; None for a blank."""
    return next((word for word in words if text and shown(word.value) == text), None)


def _to(number: Decimal, unit: Decimal) -> Decimal:
    """Round; what is under nought keeps its sign, nought itself has none."""
    return (number + 0).quantize(unit, ROUND_HALF_UP)
