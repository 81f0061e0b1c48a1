"""Reading what people type or paste: £1,234.50, (1,234), 12k, 45%, 31/10/2016.

Each function returns None for a blank, which means not known, and refuses
what it cannot read with a sentence that says what it would accept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal

BLANKS = frozenset({"", "-", "–", "—", "n/a", "na", "null", "nd", "unknown", "not known"})
THOUSANDS = {"": Decimal(1), "k": Decimal(1_000), "m": Decimal(1_000_000), "bn": Decimal(10**9)}
NUMBER = re.compile(r"([+-]?)£?([+-]?)£?(\d[\d,]*\.?\d*|\.\d+)(k|m|bn)?(%?)", re.IGNORECASE)
MOST = Decimal(10) ** 13
"""Beyond this neither money nor people are meant, and a table cannot hold its pence."""
EXCEL_START = date(1899, 12, 30)
MONTH_NAMES = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"),
            ("may",), ("jun", "june"), ("jul", "july"), ("aug", "august"),
            ("sep", "sept", "september"), ("oct", "october"), ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip


def is_blank(text: str) -> bool:
    """Return whether a text stands for nothing known."""
    return text.strip().casefold() in BLANKS


def number(text: str) -> Decimal | None:
    """Return a number; brackets are negative, k and m multiply, % divides by 100."""
    plain = "".join(text.split()).replace("\N{MINUS SIGN}", "-")
    if is_blank(plain):
        return None
    is_bracketed = plain.startswith("(") and plain.endswith(")")
    found = NUMBER.fullmatch(plain[1:-1] if is_bracketed else plain)
    if not found or (found[1] and found[2]) or not _grouped(found[3]):
        raise Refusal(f"“{text.strip()}” is not a number. Enter one such as 1,234.50 or (1,234).")
    value = Decimal(found[3].replace(",", "")) * THOUSANDS[(found[4] or "").casefold()]
    if value >= MOST:
        raise Refusal(f"“{text.strip()}” is too large. Enter an amount under £10,000bn.")
    is_negative = is_bracketed or "-" in (found[1], found[2])
    return (-value if is_negative else value) / (100 if found[5] else 1)


def pence(text: str) -> int | None:
    """Return an amount of pounds as pence."""
    try:
        pounds = number(text)
    except Refusal as refusal:
        raise Refusal(
            f"“{text.strip()}” is not an amount of money. Enter one such as £1,234.50."
        ) from refusal
    return None if pounds is None else rounded(pounds * 100)


def thousands_pence(text: str) -> int | None:
    """Return an amount as pence where a plain number means £000.

    A number written with £, k or m says itself how large it is.
    """
    amount = pence(text)
    if amount is None or re.search(r"[£km]", text, re.IGNORECASE):
        return amount
    return rounded((number(text) or Decimal(0)) * 100_000)


def count(text: str) -> int | None:
    """Return a whole number, nought or more."""
    refusal = Refusal(f"“{text.strip()}” cannot be taken. Enter a whole number, 0 or more.")
    try:
        value = number(text)
    except Refusal as no_number:
        raise refusal from no_number
    if value is not None and (value != value.to_integral_value() or value < 0):
        raise refusal
    return None if value is None else int(value)


def share(text: str) -> Decimal | None:
    """Return a share of one: 45% and 45 are 0.45; what is 1 or less is taken as it is."""
    value = number(text)
    if value is None or "%" in text or abs(value) <= 1:
        return value
    return value / 100


def percentage(text: str) -> Decimal | None:
    """Return a percentage as a share of one: 0.8 and 0.8% are both 0.008."""
    try:
        value = number(text)
    except Refusal as refusal:
        raise Refusal(f"“{text.strip()}” is not a percentage. Enter one as 0.8%.") from refusal
    return value if value is None or "%" in text else value / 100


def day(text: str) -> date | None:
    """Return a date, the British way round: 31/10/2016, 31 Oct 16, 2016-10-31, 42674."""
    plain = text.strip()
    if is_blank(plain):
        return None
    try:
        return _day(plain)
    except (ValueError, KeyError, OverflowError):
        raise Refusal(f"“{plain}” is not a date. Enter one such as 31/10/2016.") from None


def month(text: str) -> Month | None:
    """Return a month: Oct 2016, October 16, 2016-10, 10/2016, or any day in it."""
    plain = text.strip()
    if is_blank(plain):
        return None
    parts = re.findall(r"[A-Za-z]+|\d+", plain)
    try:
        match parts:
            case [name, year] if name.casefold() in MONTH_NAMES:
                return Month(_year(year), MONTH_NAMES[name.casefold()])
            case [first, second] if len(first) == 4 and first.isdigit():
                return Month(int(first), int(second))
            case [first, second] if len(second) == 4 and first.isdigit():
                return Month(int(second), int(first))
            case _:
                return Month.of(_day(plain))
    except (ValueError, KeyError, OverflowError):
        raise Refusal(f"“{plain}” is not a month. Enter one such as Oct 2016.") from None


def yes(text: str) -> bool | None:
    """Return whether a text says yes."""
    plain = text.strip().casefold()
    if is_blank(plain):
        return None
    if plain in {"y", "yes", "true", "1", "✓", "x"}:
        return True
    if plain in {"n", "no", "false", "0", "✗"}:
        return False
    raise Refusal(f"“{text.strip()}” is neither yes nor no. Enter Yes or No.")


def one_of(text: str, words: Iterable[str]) -> str | None:
    """Return the word of a list that is meant, whatever its case and spaces."""
    if not text.strip():
        return None
    listed = tuple(words)
    plain = _folded(text)
    for word in listed:
        if _folded(word) == plain:
            return word
    starts = [word for word in listed if _folded(word).startswith(plain)]
    if len(starts) == 1:
        return starts[0]
    offered = ", ".join(listed[:8]) + (" and others" if len(listed) > 8 else "")
    raise Refusal(f"“{text.strip()}” is not in the list. Enter one of: {offered}.")


def _grouped(digits: str) -> bool:
    whole = digits.partition(".")[0]
    return "," not in whole or bool(re.fullmatch(r"\d{1,3}(,\d{3})+", whole))


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(plain: str) -> date:
    if re.fullmatch(r"\d{5}", plain):
        return EXCEL_START + timedelta(days=int(plain))
    if re.fullmatch(r"(19|20)\d{6}", plain):
        return date(int(plain[:4]), int(plain[4:6]), int(plain[6:]))
    plain = re.sub(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$", "", plain)
    match re.findall(r"[A-Za-z]+|\d+", plain):
        case [year, month_, day_] if len(year) == 4 and year.isdigit():
            return date(int(year), _month(month_), int(day_))
        case [day_, month_, year] if len(year) in (2, 4) and not _is_bare(plain):
            return date(_year(year), _month(month_), int(day_))
        case _:
            raise ValueError(plain)


def _is_bare(plain: str) -> bool:
    return plain.isdigit()


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTH_NAMES[text.casefold()]
