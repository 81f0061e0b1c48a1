"""Reading practices as people paste them: a code, a name, a list size, in any order."""

from __future__ import annotations

import re

from pch_desktop.domain import typed
from pch_desktop.domain.refusal import Refusal
from pch_desktop.ui.offices import PracticeChoice

CODE = re.compile(r"[A-Za-z]\d{5}|[A-Za-z]\d[A-Za-z0-9]{3,4}")
SEPARATOR = re.compile(r"\t|\s{2,}|;|,(?!\d{3}\b)")
DIGITS = re.compile(r"[\d,. ]+[kK]?")


def read_lines(text: str) -> tuple[list[PracticeChoice], list[str]]:
    """Return the practices of a pasted block, and the lines without a code."""
    found: dict[str, PracticeChoice] = {}
    left: list[str] = []
    for line in text.splitlines():
        practice = read_line(line)
        if practice is not None:
            found[practice.code] = practice
        elif line.strip():
            left.append(line.strip())
    return list(found.values()), left


def read_line(line: str) -> PracticeChoice | None:
    """Return the practice of one line, or None where it has no code."""
    code, people = "", None
    words: list[str] = []
    for cell in (part.strip().strip('"') for part in SEPARATOR.split(line)):
        if not code and CODE.fullmatch(cell):
            code = cell.upper()
        elif people is None and DIGITS.fullmatch(cell):
            people = _people(cell)
        elif cell:
            words.append(cell)
    if not code:
        code, words = _first_word(words)
    return PracticeChoice(code, ", ".join(words) or code, "", people) if code else None


def _first_word(words: list[str]) -> tuple[str, list[str]]:
    """Take the code off the front of the words, where it stands there."""
    head, _, rest = words[0].partition(" ") if words else ("", "", "")
    if not CODE.fullmatch(head):
        return "", words
    return head.upper(), [part for part in (rest.strip(), *words[1:]) if part]


def _people(cell: str) -> int | None:
    try:
        return typed.count(cell)
    except Refusal:
        return None
