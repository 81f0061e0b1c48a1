"""Milestones and measures, set out for reading: when each lands, how far each has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pch_desktop.domain.board_initiatives import Landing
from pch_desktop.domain.period import Month
from pch_desktop.reports.table import Column, Holds, Kind, Worse
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store.board import MeasureRow, MilestoneRow

SHAPES: Mapping[Landing, str] = {
    Landing.LATE: "◆",
    Landing.SLIPPED: "▲",
    Landing.ON_TIME: "○",
    Landing.NO_DAY: "▲",
    Landing.DONE_LATE: "●",
    Landing.DONE: "●",
}


def told(row: MilestoneRow) -> str:
    """Return how a milestone stands, with its shape: ◆ Late."""
    return f"{SHAPES[row.landing]} {shown(row.landing.value)}"


MILESTONES: tuple[Column[MilestoneRow], ...] = (
    Column("initiative", "Initiative", lambda row: row.initiative, Kind.WORD, width=32),
    Column("workstream", "Workstream", lambda row: row.workstream, width=16),
    Column("name", "Milestone", lambda row: row.name, width=32),
    Column("baseline_on", "First planned", lambda row: row.days.baseline, Kind.DATE,
           help="When it was first to be done; it stays when the day due moves."),
    Column("due_on", "Due", lambda row: row.days.due, Kind.DATE),
    Column("done_on", "Done", lambda row: row.days.done, Kind.DATE),
    Column("standing", "Standing", told, width=14,
           help="Late: due before the end of the month and not done. Slipped: due later than "
                "first planned."),
    Column("slipped", "Days later", lambda row: row.slipped_days, Kind.COUNT, width=9,
           worse=Worse.ABOVE, help="Days later than first planned; what is late counts to the "
                                   "end of the month."),
    Column("owner", "Owner", lambda row: row.owner, width=14, holds=Holds.NAMES),
    Column("note", "Note", lambda row: row.note, width=30),
)  # fmt: skip

MEASURES: tuple[Column[MeasureRow], ...] = (
    Column("initiative", "Initiative", lambda row: row.initiative, Kind.WORD, width=34),
    Column("name", "Measure", lambda row: row.name, width=30),
    Column("unit", "Unit", lambda row: row.unit, width=14),
    Column("baseline", "Baseline", lambda row: row.baseline, Kind.NUMBER, width=10),
    Column("target", "Target", lambda row: row.target, Kind.NUMBER, width=10),
    Column("latest", "Latest", lambda row: row.latest, Kind.NUMBER, width=10),
    Column("latest_on", "Measured", lambda row: row.latest_on, Kind.DATE),
    Column("way", "Way to target", lambda row: row.way_share, Kind.SHARE, width=10,
           formula_of=lambda row: "({latest}-{baseline})/({target}-{baseline})"
           if row.way_share is not None else "",
           help="How much of the way from baseline to target is gone."),
)  # fmt: skip


def finding(rows: Sequence[MilestoneRow]) -> str:
    """Return the sentence on how the milestones land, the latest named."""
    if not rows:
        return "No milestone has been added yet."
    counts = Counter(row.landing for row in rows)
    words = ", ".join(f"{counts[each]} {each.value}" for each in Landing if counts[each])
    late = [row for row in rows if row.landing is Landing.LATE]
    said = f"{plural(len(rows), 'milestone')}: {words}"
    if not late:
        return f"{said}."
    worst = max(late, key=lambda row: row.slipped_days or 0)
    return f"{said}; {worst.name} of {worst.initiative} is longest overdue."


def alt_text(rows: Sequence[MilestoneRow], month: Month) -> str:
    """Return the milestones in words: each with its day and how it stands."""
    parts = "; ".join(
        f"{row.initiative}: {row.name}, {row.landing.value}, "
        f"{written(row.days.done or row.days.planned, Kind.DATE) or 'no day'}"
        for row in sorted(rows, key=lambda row: list(Landing).index(row.landing))
    )
    return f"Bars of initiatives by workstream with their milestones, {month.words}. {parts}."


def measured(rows: Sequence[MeasureRow]) -> str:
    """Return the sentence on how many measures have reached their target."""
    if not rows:
        return "No measure has been added yet."
    known = [row.way_share for row in rows if row.way_share is not None]
    there = sum(share >= 1 for share in known)
    unknown = len(rows) - len(known)
    said = f"{there} of {plural(len(rows), 'measure')} at the target"
    return f"{said}; {unknown} not known yet." if unknown else f"{said}."
