"""Opening hours as people write them: 08:00-18:30, or 9-12, 13:30-17."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from pch_desktop.domain import typed
from pch_desktop.domain.refusal import Refusal

Span = tuple[int, int]
"""From and to, in minutes after midnight."""
DAY_MINUTES = 24 * 60
CLOSED = frozenset({"closed", "shut", "none"})
ALL_DAY = frozenset({"24 hours", "24h", "24 h", "all day", "24/7"})
TIME = r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?"
SPAN = re.compile(rf"{TIME}\s*(?:-|–|—|to)\s*{TIME}", re.IGNORECASE)
ACCEPTED_TIME = "Enter one such as 09:00, 9.30 or 2 pm."
ACCEPTED = "Enter opening hours such as 08:00-18:30, two spans as 09:00-12:00, 13:00-17:00."


def spans(text: str | None) -> tuple[Span, ...]:
    """Return the hours a text tells, in order; none for a blank or “closed”.

    Raises:
        Refusal: they cannot be read, run backwards or overlap.
    """
    plain = " ".join((text or "").split()).casefold()
    if typed.is_blank(plain) or plain in CLOSED:
        return ()
    if plain in ALL_DAY:
        return ((0, DAY_MINUTES),)
    return in_order(_span(part.strip(), text or "") for part in re.split(r"[,;]|\band\b", plain))


def in_order(hours: Iterable[Span]) -> tuple[Span, ...]:
    """Return a day's hours from the earliest on.

    Raises:
        Refusal: one runs backwards or past midnight, or two overlap.
    """
    found = tuple(sorted(hours))
    for opens, closes in found:
        if not 0 <= opens < closes <= DAY_MINUTES:
            raise Refusal(
                "Opening hours run from earlier to later in one day, for example 08:00-18:30. "
                "Split a night at midnight: 22:00-24:00, and 00:00-06:00 on the next day."
            )
    for (_, closes), (opens, _) in pairwise(found):
        if opens < closes:
            raise Refusal(f"The hours overlap at {clock(opens)}. {ACCEPTED}")
    return found


def words(hours: Iterable[Span]) -> str:
    """Return hours as people write them: 08:00-18:30; nothing for closed."""
    return ", ".join(f"{clock(opens)}-{clock(closes)}" for opens, closes in hours)


def clock(minute: int) -> str:
    """Return a minute of the day as a clock shows it: 18:30."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minute(text: str) -> int | None:
    """Return the minute after midnight of a time: 9, 09:30, 2.30 pm; None for a blank.

    Raises:
        Refusal: it is no time of the day.
    """
    plain = " ".join(text.split()).casefold()
    if typed.is_blank(plain):
        return None
    found = re.fullmatch(TIME, plain)
    if found is None:
        raise Refusal(f"“{text.strip()}” is no time of the day. {ACCEPTED_TIME}")
    return _minute(found[1], found[2], found[3] or "", text, ACCEPTED_TIME)


def _span(part: str, text: str) -> Span:
    found = SPAN.fullmatch(part)
    if found is None:
        raise Refusal(f"“{text.strip()}” cannot be read as hours. {ACCEPTED}")
    opens = _minute(found[1], found[2], found[3] or "", text)
    closes = _minute(found[4], found[5], found[6] or "", text)
    return opens, closes or DAY_MINUTES


def _minute(hour: str, minute: str | None, half: str, text: str, accepted: str = ACCEPTED) -> int:
    hours, minutes = int(hour), int(minute or 0)
    if half:
        hours = hours % 12 + (12 if half == "pm" else 0)
    if minutes > 59 or hours * 60 + minutes > DAY_MINUTES:
        raise Refusal(f"“{text.strip()}” is no time of the day. {accepted}")
    return hours * 60 + minutes
