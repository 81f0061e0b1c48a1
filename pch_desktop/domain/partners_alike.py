"""Telling that two partners may be one: by their ODS code, or by names that are much alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

ALIKE = 0.88
IDLE = frozenset({"the", "of", "and", "for", "in", "nhs", "trust", "foundation", "ft", "nhst"})
"""Words in which the names of one organisation differ from one list to another."""


@dataclass(frozen=True, slots=True)
class Called:
    """What an organisation is called."""

    id: int
    name: str
    short_name: str | None = None
    ods_code: str | None = None


@dataclass(frozen=True, slots=True)
class Twin:
    """Another organisation that may be the same one."""

    id: int
    name: str
    has_code: bool
    """Whether it is the ODS code that they share."""


@lru_cache(maxsize=4096)
def telling(name: str) -> str:
    """Return the words of a name that tell it from others, in lower case."""
    words = re.findall(r"[^\W_]+", name.casefold().replace("'", "").replace("’", ""))
    kept = [word for word in words if word not in IDLE]
    return " ".join(kept or words)


def is_alike(one: str, other: str) -> bool:
    """Return whether two names are much alike: the same words, or a slip of the keys apart.

    Names that differ in a figure are not: Ward 1 is not Ward 2.
    """
    first, second = sorted((telling(one), telling(other)))
    if not first or not second:
        return False
    if first == second or sorted(first.split()) == sorted(second.split()):
        return True
    if re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return False
    compared = SequenceMatcher(None, first, second, autojunk=False)
    ratios = (compared.real_quick_ratio, compared.quick_ratio, compared.ratio)
    return all(ratio() >= ALIKE for ratio in ratios)


def twins(known: Called, others: Iterable[Called]) -> list[Twin]:
    """Return which others may be the same organisation, those with its code first."""
    found = [
        Twin(other.id, other.name, has_code)
        for other in others
        if other.id != known.id
        if (has_code := _has_code(known, other)) or _is_named_so(known, other)
    ]
    return sorted(found, key=lambda twin: (not twin.has_code, twin.name))


def _has_code(known: Called, other: Called) -> bool:
    return bool(known.ods_code) and known.ods_code == other.ods_code


def _is_named_so(known: Called, other: Called) -> bool:
    ours = [name for name in (known.name, known.short_name) if name]
    theirs = [name for name in (other.name, other.short_name) if name]
    return any(is_alike(one, another) for one in ours for another in theirs)
