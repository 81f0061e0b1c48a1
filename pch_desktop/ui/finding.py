"""Finding by a few letters: what the search box searches, and how it ranks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

WHOLE, START, WORD, INSIDE, SPREAD = 100, 80, 60, 40, 15


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


def rank(text: str, title: str) -> int:
    """Return how well typed text fits a title, 0 where it does not.

    A whole title beats its start, its start beats the start of a word, that
    beats the middle of one, and letters in the right order come last.
    """
    typed, words = text.casefold().strip(), title.casefold()
    if not typed:
        return 1
    at = words.find(typed)
    if words == typed:
        return WHOLE
    if at == 0:
        return START
    if at > 0:
        return WORD if not words[at - 1].isalnum() else INSIDE
    return SPREAD if len(typed) > 2 and _in_order(typed, words) else 0


def best(
    text: str, entries: Iterable[Entry], records: Iterable[Entry], most: int
) -> Sequence[Entry]:
    """Return what fits, the best first, at most so many; as given on a tie.

    Records were found already, by more than their titles, so each has a place.
    """
    named = [(rank(text, entry.title), entry) for entry in entries]
    found = [(max(rank(text, entry.title), INSIDE), entry) for entry in records]
    fitting = [pair for pair in (*named, *found) if pair[0]]
    return [entry for _, entry in sorted(fitting, key=lambda pair: -pair[0])[:most]]


def _in_order(typed: str, words: str) -> bool:
    """Whether the letters come in order, each run of them beginning a word."""
    letters = iter(words)
    if typed[0] != words[:1]:
        return False
    return all(letter in letters for letter in typed if letter != " ")
