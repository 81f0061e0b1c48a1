"""Words without names: who is meant is told by a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pch_desktop.store.naming import is_telling, pattern

Cleaned = Callable[[str], str]
"""From words to the same words with nobody's name in them."""
TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Rev")
PARTS = re.compile(r"\w+")
INITIALED = re.compile(r"(?:[A-Z]\.?\s?)+(?P<last>[A-Z][\w'’-]+)")


def cleaner(called: Mapping[str, str]) -> Cleaned:
    """Return what puts something else in the place of names.

    Args:
        called: every name, code and e-mail, and what stands in its place. One word
            alone may be an ordinary word: it is left where it stands, but for codes.
    """
    spelt = {word.casefold(): to for word, to in _spelt(called).items()}
    ends = {PARTS.findall(word)[-1] for word in spelt}
    named = pattern(spelt)

    def cleaned(words: str) -> str:
        # Looking for thousands of names takes long; most words end none of them.
        if ends.isdisjoint(PARTS.findall(words.casefold())):
            return words
        return named.sub(lambda found: spelt[found[0].casefold()], words)

    return cleaned


def _spelt(called: Mapping[str, str]) -> dict[str, str]:
    """Return names as people write them: J. Wren, J Wren, Dr Wren; the first of two is meant."""
    found: dict[str, str] = {}
    for name, to in called.items():
        if not is_telling(name):
            continue
        last = name.rpartition(" ")[2]
        ways = {name}
        if INITIALED.fullmatch(name):
            ways |= {name.replace(".", ""), name.replace(". ", ".")}
        if "@" not in name and " " in name and not re.search(r"\d", name):
            ways |= {f"{title}{dot} {last}" for title in TITLES for dot in ("", ".")}
        for way in ways:
            found.setdefault(way, to)
    return found
