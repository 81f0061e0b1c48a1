"""Finding by a few letters: what the search box searches, and how it ranks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

WHOLE, START, WORD, EACH, INSIDE, SPREAD = 100, 80, 60, 50, 40, 15


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found, and what choosing it does."""

    group: str
    """Go to, Do, Records, Help."""
    title: str
    run: Callable[[], object]
    detail: str = ""
    keys: str = ""
    icon: str = "right"
    words: str = ""
    """Of a record: all it is found by, in small letters."""


def rank(text: str, title: str) -> int:
    """Return how well typed text fits a title, 0 where it does not.

    A whole title beats its start, its start beats the start of a word, that
    beats the middle of one, and letters in the right order come last.
    """
    typed, words = text.casefold().strip(), title.casefold()
    if not typed:
        return 1
    if words == typed:
        return WHOLE
    if words.startswith(typed):
        return START
    if beginning(typed).search(words):
        return WORD
    if all(beginning(each).search(words) for each in typed.split()):
        return EACH
    if typed in words:
        return INSIDE
    return SPREAD if len(typed) > 2 and _in_order(typed, words) else 0


@lru_cache(maxsize=64)
def beginning(typed: str) -> re.Pattern[str]:
    """Return what finds letters at the beginning of a word."""
    return re.compile(rf"(?<!\w){re.escape(typed)}")


def best(
    text: str, entries: Iterable[Entry], records: Iterable[Entry], most: int
) -> Sequence[Entry]:
    """Return what fits, the best first, at most so many; as given on a tie.

    Records are found by more than their titles: by every word that is told of them.
    """
    wanted = text.casefold().split()
    known = [entry for entry in records if all(word in entry.words for word in wanted)]
    named = [(rank(text, entry.title), entry) for entry in entries]
    found = [(max(rank(text, entry.title), INSIDE), entry) for entry in known if wanted]
    fitting = [pair for pair in (*named, *found) if pair[0]]
    return [entry for _, entry in sorted(fitting, key=lambda pair: -pair[0])[:most]]


def _in_order(typed: str, words: str) -> bool:
    """Whether the letters come in order, each run of them beginning a word."""
    letters = iter(words)
    if typed[0] != words[:1]:
        return False
    return all(letter in letters for letter in typed if letter != " ")
