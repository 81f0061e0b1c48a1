"""How each sheet of a pack stands before it goes out: ready, empty, or with something to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pch_desktop.exports.board import ALWAYS, Pack
from pch_desktop.reports.closing import Step
from pch_desktop.reports.statement import Finding
from pch_desktop.reports.words import plural

COMMENTARY = "Commentary"
FINANCE = "Finance"
WHOLE = "The whole"
"""What the sheets are headed that belong to no section."""


class Standing(StrEnum):
    """How a sheet stands."""

    READY = "ready"
    OPEN = "something to see to"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class SheetState:
    """A sheet with what there is to know of it before it goes out."""

    id: int
    title: str
    section: str
    """The name of its section on every floor, or nothing."""
    standing: Standing
    words: str
    may_be_left_out: bool


def sheet_states(pack: Pack, found: Sequence[Finding], closing: Sequence[Step]) -> list[SheetState]:
    """Return every sheet in its order; what a section has to do stands at its first sheet."""
    open_by_section = Counter(finding.section for finding in found)
    waiting = next(
        (step for step in closing if step.title == COMMENTARY and not step.is_done), None
    )
    seen: set[str] = set()
    return list(_states(pack, open_by_section, waiting, seen))


def _states(
    pack: Pack, open_by_section: Counter[str], waiting: Step | None, seen: set[str]
) -> Iterator[SheetState]:
    for at, table in enumerate(pack.every_table):
        section = pack.homes.get(table.title, "")
        count = open_by_section[section] if section and section not in seen else 0
        seen.add(section)
        standing, words = Standing.READY, "Ready"
        if not table.rows:
            standing, words = Standing.EMPTY, "Nothing entered yet"
        elif table.title == FINANCE and waiting is not None:
            standing, words = Standing.OPEN, waiting.words
        elif count:
            standing, words = Standing.OPEN, f"{plural(count, 'thing')} to see to"
        yield SheetState(at, table.title, section, standing, words, table.title not in ALWAYS)
