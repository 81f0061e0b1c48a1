"""The initiatives, set out for reading: aim, money, milestones in short, confidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pch_desktop.domain.board_registers import Confidence, InitiativeStatus
from pch_desktop.reports.table import Column, Holds, Kind, Total
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store.board import InitiativeRow

NO_MONEY = frozenset({InitiativeStatus.IDEA})
"""Of an idea no money is planned yet: a blank is nothing, rather than not known."""


def in_short(row: InitiativeRow) -> str | None:
    """Return how far the milestones are: 1 of 3 done, 1 late."""
    if not row.milestones:
        return None
    done = sum(one.is_done for one in row.milestones)
    late = f", {len(row.late)} late" if row.late else ""
    return f"{done} of {len(row.milestones)} done{late}"


def following(row: InitiativeRow) -> str | None:
    """Return what is to be done next, with its day."""
    one = row.next_milestone
    if one is None:
        return None
    return f"{one.name} ({written(one.days.planned, Kind.DATE) or 'no day given'})"


def _money(
    key: str, title: str, of: Callable[[InitiativeRow], int | None], said: str, formula: str = ""
) -> Column[InitiativeRow]:
    return Column(key, title, of, Kind.MONEY, Total.SUM, width=11, formula=formula, help=said,
                  absent=lambda row: row.status in NO_MONEY)  # fmt: skip


INITIATIVES: tuple[Column[InitiativeRow], ...] = (
    Column("name", "Initiative", lambda row: row.name, width=26),
    Column("workstream", "Workstream", lambda row: row.workstream, Kind.WORD, width=14,
           is_open=True),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(InitiativeStatus), width=12),
    Column("confidence", "Confidence", lambda row: row.confidence.value if row.confidence else
           None, Kind.RATING, words=listed(Confidence), width=11,
           help="How sure its lead is that it will deliver."),
    Column("lead", "Lead", lambda row: row.lead, width=13, holds=Holds.NAMES),
    Column("sponsor", "Sponsor", lambda row: row.sponsor, width=16, prints=False,
           holds=Holds.NAMES),
    Column("aim", "Aim", lambda row: row.aim, width=32, prints=False),
    Column("partner", "Partner", lambda row: row.partner, Kind.WORD, width=20, prints=False),
    Column("service", "Service", lambda row: row.service, Kind.WORD, width=18, prints=False),
    Column("line", "Budget line", lambda row: row.line, Kind.WORD, width=20, prints=False),
    Column("starts_on", "Starts", lambda row: row.starts_on, Kind.DATE, prints=False),
    Column("ends_on", "Ends", lambda row: row.ends_on, Kind.DATE),
    Column("milestones", "Milestones", in_short, width=17),
    Column("next", "Next milestone", following, width=24),
    _money("cost", "Cost", lambda row: row.cost_pence, "What it is planned to cost, in £."),
    _money("spent", "Spent", lambda row: row.spent_pence, "What was spent on it so far, in £."),
    _money("left", "Left", lambda row: row.left_pence, "Cost less spent; in brackets what was "
           "spent beyond it.", "{cost}-{spent}"),
    _money("saving", "Saving planned", lambda row: row.saving_pence,
           "What it is planned to save, in £."),
    _money("saved", "Saved", lambda row: row.saved_pence, "What it saved so far, in £."),
    Column("progress", "How it goes", lambda row: row.progress, width=28),
)  # fmt: skip


def finding(rows: Sequence[InitiativeRow]) -> str:
    """Return the sentence on what is under way, how sure it is, and what is late."""
    if not rows:
        return "No initiative has been added yet."
    running = [row for row in rows if row.is_running]
    red = [row.name for row in running if row.confidence is Confidence.RED]
    late = sum(len(row.late) for row in running)
    said = f"{plural(len(running), 'initiative')} running of {len(rows)}"
    sure = f"; Red: {', '.join(red)}" if red else "; none is Red"
    landing = f"; {plural(late, 'milestone')} late" if late else "; no milestone is late"
    return f"{said}{sure}{landing}."
