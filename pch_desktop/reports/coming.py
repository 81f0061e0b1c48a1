"""What comes up after a month: its closing, papers and meetings, and what ends or is reviewed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.board_cycle import Step, day_of, may_be_issued, ready
from pch_desktop.domain.period import Month
from pch_desktop.reports.board_meetings import VIEW as MEETINGS
from pch_desktop.store import board, budget, overview
from pch_desktop.store.overview import DatedRow, Event

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

AHEAD = 3
"""How many months ahead is looked."""
MOST = 4
FIRST = (Event.MONTH_CLOSES, Event.PAPERS_DUE, Event.MEETING, Event.AGREEMENT_ENDS)
"""What is never left out for something sooner: one of each."""


def coming(file: Reads, month: Month) -> list[DatedRow]:
    """Return what comes up within three months of a month's end, the soonest first."""
    after, until = month.last, month.plus(AHEAD).last
    found = [*file.read(overview.coming_up, after, until), *_close(file, month), *_meetings(file)]
    known = sorted((row for row in found if after < row.on <= until), key=_turn)
    return [replace(row, id=number) for number, row in enumerate(known, start=1)]


def foremost(rows: Sequence[DatedRow]) -> list[DatedRow]:
    """Return the four to look at: the next closing, papers, meeting and ending, then by day."""
    next_of = {event: next((row for row in rows if row.event is event), None) for event in FIRST}
    kept = [row for row in next_of.values() if row is not None]
    kept += [row for row in rows if row not in kept][: MOST - len(kept)]
    return sorted(kept, key=_turn)


def _turn(row: DatedRow) -> tuple[date, str]:
    return row.on, row.name


def _close(file: Reads, month: Month) -> Iterator[DatedRow]:
    has_budget = file.read(budget.budget_year, month.financial_year) is not None
    if has_budget and not file.read(budget.is_closed, month):
        day, _ = ready(month)
        yield DatedRow(0, day, Event.MONTH_CLOSES, f"month {month.number}", "budget", 0, "Close")


def _meetings(file: Reads) -> Iterator[DatedRow]:
    for row in file.read(board.meetings):
        if may_be_issued(row.status):
            due = day_of(Step.PAPERS, row.held_on, row.papers_due_on)
            yield DatedRow(0, due, Event.PAPERS_DUE, row.name, "board", row.id, MEETINGS)
            yield DatedRow(0, row.held_on, Event.MEETING, row.name, "board", row.id, MEETINGS)
