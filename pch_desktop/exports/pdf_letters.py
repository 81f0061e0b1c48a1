"""What the shipped letters can show, and how broad they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from pch_desktop.discovery import resource
from pch_desktop.reports.words import SHAPES

FACES = resource("fonts", "liberation")
FALLBACK = frozenset("".join(SHAPES.values()))
"""What typst's own DejaVu Sans Mono shows where Liberation Sans does not."""
UNKNOWN = "□"
"""Stands for a letter that no font at hand shows: PDF/UA allows no letter without a shape."""
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LONG = re.compile(r"\S{25,}")
BREAK = "\u200b"
"""Where a long word may go on in the next line; it takes no room."""
WIDEST = 1.0


@dataclass(frozen=True, slots=True)
class Letters:
    """How broad each letter is in parts of its size, by its number, usual and bold."""

    usual: dict[int, float]
    bold: dict[int, float]

    def shown(self, words: str) -> str:
        """Return words as they can be shown: unknown letters as boxes, long words breakable."""
        legible = NOT_TEXT.sub("", words)
        if not legible.isascii():
            legible = "".join(letter if self._has(letter) else UNKNOWN for letter in legible)
        return LONG.sub(_broken, legible)

    def breadth(self, words: str, *, is_bold: bool = False) -> float:
        """Return how broad a line of words is, in parts of its letters' size."""
        known = self.bold if is_bold else self.usual
        return sum(known.get(ord(letter), WIDEST) for letter in words)

    def longest(self, words: str, *, is_bold: bool = False) -> float:
        """Return how broad the longest word is, in parts of its letters' size."""
        parts = words.replace(BREAK, " ").split()
        return max((self.breadth(part, is_bold=is_bold) for part in parts), default=0.0)

    def _has(self, letter: str) -> bool:
        return letter.isspace() or ord(letter) in self.usual or letter in FALLBACK


@cache
def letters() -> Letters:
    """Return the letters of the shipped Liberation Sans."""
    return Letters(_breadths("Regular"), _breadths("Bold"))


def _breadths(face: str) -> dict[int, float]:
    from fontTools.ttLib import TTFont

    # Its tables make themselves known only when they are read.
    font: Any = TTFont(FACES / f"LiberationSans-{face}.ttf", lazy=True)
    with font:
        size, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {number: metrics[name][0] / size for number, name in font.getBestCmap().items()}


def _broken(word: re.Match[str]) -> str:
    whole = word[0]
    return BREAK.join(whole[at : at + 24] for at in range(0, len(whole), 24))
