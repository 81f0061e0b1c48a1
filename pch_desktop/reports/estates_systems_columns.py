"""The columns of the register of systems."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.estates import SystemKind
from pch_desktop.reports.estates_systems import PracticePlace, SystemLine
from pch_desktop.reports.table import Column, Kind, Value
from pch_desktop.reports.words import listed, shown

LONGEST = len("Planned 28 Feb 2017") + 1
"""What a practice's column needs: the longest that may stand in it."""


def use_column(practice: PracticePlace) -> Column[SystemLine]:
    """Return the column of a practice: one cell is how far it has taken one system up."""

    def value(line: SystemLine) -> Value:
        return line.use_words(practice.id)

    return Column(practice.key, practice.name, value, width=LONGEST,
                  help="Live, planned with its day, none; a blank is not known.")  # fmt: skip


NAME: Column[SystemLine] = Column("name", "System", lambda line: line.name, width=27)
KIND: Column[SystemLine] = Column(
    "kind", "For", lambda line: shown(line.system.kind.value), Kind.WORD, words=listed(SystemKind),
    width=16,
)  # fmt: skip
COVERED: tuple[Column[SystemLine], ...] = (
    Column("live", "Live", lambda line: line.spread.live, Kind.COUNT, width=6,
           formula="the practices", help="Practices where it is live by the month's end."),
    Column("people", "People", lambda line: line.spread.people, Kind.COUNT, width=9,
           formula="their lists", help="On the lists of the practices where it is live."),
    Column("share", "Covered", lambda line: line.spread.share, Kind.SHARE, width=9,
           formula="of all lists", help="Of everybody on the lists of the locality."),
)  # fmt: skip
WORDS: tuple[Column[SystemLine], ...] = (
    Column("supplier", "Supplier", lambda line: line.system.supplier, width=24),
    Column("note", "Note", lambda line: line.system.note, width=30),
    Column("source", "Source", lambda line: line.system.source, width=20),
)


def register_columns(practices: Sequence[PracticePlace]) -> tuple[Column[SystemLine], ...]:
    """Return the register's columns: a system, whom it covers, a column for each practice."""
    return (NAME, *COVERED, *(use_column(each) for each in practices), KIND, *WORDS)
