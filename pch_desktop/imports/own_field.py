"""One of our columns: its key, its words, and what people call it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What sort of value a column holds."""

    TEXT = "text"
    PENCE = "money"
    NUMBER = "number"
    COUNT = "count"
    DAY = "day"
    MONTH = "month"
    LISTED = "list"
    YES = "yes or no"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Field:
    """One of our columns: its key, its words, and what people call it."""

    key: str
    words: str
    said: tuple[str, ...]
    sort: Sort = Sort.TEXT
    never: frozenset[str] = frozenset()
    """Words that make a heading mean something else."""


def field(key: str, words: str, said: str, sort: Sort = Sort.TEXT, never: str = "") -> Field:
    """Return a field whose synonyms are parted by commas."""
    listed = tuple(phrase.strip() for phrase in said.split(",") if phrase.strip())
    return Field(key, words, (words.casefold(), *listed), sort, frozenset(never.split()))
