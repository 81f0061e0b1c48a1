"""The register of systems in the board pack, and what of it needs attention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.estates_systems import (
    Register,
    SystemLine,
    register,
    register_finding,
)
from pch_desktop.reports.estates_systems_columns import COVERED, KIND, NAME, WORDS
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import plural, written

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Systems"
NOTE = "A blank is not known, which is not none. People are those on the lists at the month's end."


@dataclass(frozen=True, slots=True)
class UseRow:
    """A practice, with how far it has taken up each system."""

    id: int
    name: str
    people: Decimal | None
    words: tuple[str | None, ...]


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets on systems: what each covers, and practice by practice."""
    told = register(file, month)
    return (systems_table(told), uses_table(told))


def systems_table(told: Register) -> Table[SystemLine]:
    """Return the systems with how many practices and people each covers."""
    counts: tuple[Column[SystemLine], ...] = (
        Column("planned", "Planned", lambda line: line.spread.planned, Kind.COUNT, width=9),
        Column("none", "None", lambda line: line.spread.none, Kind.COUNT, width=8),
        Column("unknown", "Not known", lambda line: line.spread.unknown, Kind.COUNT, width=9),
    )
    live, people, covered = (_entered(column) for column in COVERED)
    columns = (NAME, KIND, live, *counts, people, covered, *WORDS[:2])
    subtitle = f"Practices at {written(told.month.last, Kind.DATE)}. {register_finding(told)}"
    return Table("Systems", columns, told.lines, subtitle, (), (NOTE,))


def uses_table(told: Register) -> Table[UseRow]:
    """Return how far each practice has taken up each system."""
    rows = [
        UseRow(at.id, at.name, at.people, tuple(line.use_words(at.id) for line in told.lines))
        for at in told.practices
    ]
    columns: tuple[Column[UseRow], ...] = (
        Column("name", "Practice", lambda row: row.name, width=29),
        Column("people", "People", lambda row: row.people, Kind.COUNT, Total.SUM, width=10),
        *(_system(at, line.name) for at, line in enumerate(told.lines)),
    )
    subtitle = f"Live, planned or none at {written(told.month.last, Kind.DATE)}, with its day."
    return Table("Systems by practice", columns, rows if told.lines else (), subtitle, (), (NOTE,))


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return the systems that were planned to be live by now at some practice."""
    told = register(file, month)
    found: list[Finding] = []
    for line in told.lines:
        uses = line.system.uses
        late = [at.name for at in told.practices
                if at.id in uses and uses[at.id].is_late(month.last)]  # fmt: skip
        if late:
            title = f"{line.name} was planned to be live by now at {plural(len(late), 'practice')}"
            found.append(Finding("estates", title, ", ".join(late[:3]), Weight.LATE, "Enter",
                                 line.id, VIEW))  # fmt: skip
    return found


def _system(at: int, name: str) -> Column[UseRow]:
    return Column(f"s{at}", name, lambda row: row.words[at], width=19)


def _entered(column: Column[SystemLine]) -> Column[SystemLine]:
    """Return a column without the words the screen has for how it is worked out."""
    return Column(column.key, column.title, column.value, column.kind, width=column.width)
