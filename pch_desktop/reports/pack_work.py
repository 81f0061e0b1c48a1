"""Who did what since the last pack, section by section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.store.board import WorkRow

TITLE = "Work since"
FEW = 4
ELSEWHERE = "Locality and files"


@dataclass(frozen=True, slots=True)
class SectionWork:
    """What was done in one section."""

    id: int
    section: str
    steps: int
    rows: int
    first_on: date
    last_on: date
    who: str
    labels: str


WORK: tuple[Column[SectionWork], ...] = (
    Column("section", "Section", lambda row: row.section, width=20),
    Column("steps", "Steps", lambda row: row.steps, Kind.COUNT, width=8,
           help="Edits that still stand; one may touch several sections."),
    Column("rows", "Rows changed", lambda row: row.rows, Kind.COUNT, width=9),
    Column("first_on", "From", lambda row: row.first_on, Kind.DATE, width=12),
    Column("last_on", "To", lambda row: row.last_on, Kind.DATE, width=12),
    Column("who", "Who", lambda row: row.who, width=24, holds=Holds.NAMES),
    Column("labels", "What was done", lambda row: row.labels, width=60, holds=Holds.NAMES,
           help="The newest steps by the words they were saved with, which may name people."),
)  # fmt: skip


def work_table(
    work: Sequence[WorkRow], titles: Mapping[str, str], against: str
) -> Table[SectionWork]:
    """Return who did what since a pack, by section in the order of the program.

    Args:
        titles: what each section is called, in their order.
        against: what it is since, in words.
    """
    order = [*titles, *sorted({each.section for each in work} - set(titles))]
    parts = [(name, [each for each in work if each.section == name]) for name in order]
    rows = [
        _told(number, titles.get(name, ELSEWHERE), done)
        for number, (name, done) in enumerate((each for each in parts if each[1]), start=1)
    ]
    return Table(TITLE, WORK, rows, f"Edits since {against}, by section.")


def _told(number: int, section: str, done: Sequence[WorkRow]) -> SectionWork:
    labels = list(dict.fromkeys(each.label for each in reversed(done)))
    more = f"; and {len(labels) - FEW} more" if len(labels) > FEW else ""
    days = [each.at.astimezone().date() for each in done]
    return SectionWork(
        number,
        section,
        len(done),
        sum(each.rows for each in done),
        min(days),
        max(days),
        ", ".join(sorted({each.who for each in done})),
        "; ".join(labels[:FEW]) + more,
    )
