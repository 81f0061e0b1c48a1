"""What a front sheet may hold, and how references of actions and decisions are made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from pch_desktop.domain.board import DONE, ActionStatus, PaperStatus
from pch_desktop.domain.refusal import Refusal

MOST_WORDS = 150
"""How long a front sheet's summary may be (domain.md 6)."""
SOON_DAYS = 14
NUMBERED = re.compile(r"(\d{4}-\d{2}/D?)(\d+)")
SHORTEST = 4
"""Shorter words say nothing of what an interest and an agenda line have in common."""
COMMON = frozenset(
    {
        *("about", "agreement", "been", "board", "care", "centre", "community", "draft"),
        *("from", "group", "have", "health", "locality", "marsh", "medical", "meeting"),
        *("member", "month", "other", "part", "plan", "practice", "practices", "primary"),
        *("report", "service", "services", "that", "this", "trust", "under", "valley"),
        *("what", "which", "will", "with", "works", "would", "year"),
    }
)
"""Words that stand in interests and lines of every kind."""


class Due(StrEnum):
    """How an action stands on a day, in the order it is told."""

    OVERDUE = "overdue"
    SOON = "due soon"
    OPEN = "open"
    NO_DAY = "no day named"
    DONE = "done"


def must_be_short(summary: str) -> None:
    """Refuse a front sheet's summary of more than 150 words, with its count."""
    count = len(summary.split())
    if count > MOST_WORDS:
        raise Refusal(f"Shorten the summary to {MOST_WORDS} words; it has {count}.")


def standing(status: ActionStatus, due_on: date | None, on: date) -> Due:
    """Return how an action stands; it is overdue from the day after it was due."""
    if status in DONE:
        return Due.DONE
    if due_on is None:
        return Due.NO_DAY
    if due_on < on:
        return Due.OVERDUE
    return Due.SOON if due_on <= on + timedelta(days=SOON_DAYS) else Due.OPEN


def is_late(status: PaperStatus, received_on: date | None, due_on: date, on: date) -> bool:
    """Return whether a paper is still waited for after the day it was due."""
    return status is PaperStatus.CALLED and received_on is None and due_on < on


def next_reference(taken: Iterable[str], day: date, mark: str = "") -> str:
    """Return the next number of a month: 2016-10/04, with a mark 2016-10/D04.

    Numbers once given out are not given out again while a later one stands.
    """
    start = f"{day:%Y-%m}/{mark}"
    found = (NUMBERED.fullmatch(each) for each in taken)
    last = max((int(each[2]) for each in found if each and each[1] == start), default=0)
    return f"{start}{last + 1:02d}"


def may_touch(interest: str, line: str) -> bool:
    """Return whether an interest and an agenda line share a word that says something."""
    return bool(_telling(interest) & _telling(line))


def _telling(text: str) -> set[str]:
    words = re.findall(r"[a-z]+", text.casefold())
    return {word for word in words if len(word) >= SHORTEST and word not in COMMON}
