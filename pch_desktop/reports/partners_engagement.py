"""When partners were met, what is due next, and whom nobody has met for long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.partners import EngagementKind
from pch_desktop.domain.partners_met import (
    QUIET_MONTHS,
    SOON_DAYS,
    Step,
    months_before,
    step_standing,
)
from pch_desktop.domain.period import Month
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import partners
from pch_desktop.store.partners import EngagementRow, RosterRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Engagement"
TURNS = tuple(Step)
PRINTED_MONTHS = 12
SENTIMENTS = {
    -2: "◆ Against (-2)",
    -1: "◆ Doubtful (-1)",
    0: "○ Neither (0)",
    1: "● In favour (1)",
    2: "● Wholly for (2)",
}


def step(row: EngagementRow, on: date) -> Step | None:
    """Return how a meeting's next step stands on a day; None where there is none."""
    return step_standing(row.next_step, row.due_on, row.done_on, on)


def sentiment(value: int | None) -> str | None:
    """Return how they stand to it, with its shape, word and number."""
    return None if value is None else SENTIMENTS[value]


def engagement_columns(on: date) -> tuple[Column[EngagementRow], ...]:
    """Return the columns of the log, its steps as they stand on a day."""
    return (
        Column("partner", "Partner", lambda row: row.partner, width=21),
        Column("met_on", "Met", lambda row: row.met_on, Kind.DATE, width=12),
        Column("topic", "About", lambda row: row.topic, width=20),
        Column("next_step", "Next step", lambda row: row.next_step, width=23),
        Column("due_on", "Due", lambda row: row.due_on, Kind.DATE, width=12),
        Column("step", "Step", lambda row: shown(step(row, on) or "") or None, Kind.WORD,
               words=listed(Step), width=13, help=f"Due soon: within {SOON_DAYS} days."),
        Column("sentiment", "They stand", lambda row: sentiment(row.sentiment), Kind.WORD,
               words=tuple(SENTIMENTS.values()), is_open=True, width=15,
               help="From -2, against, to 2, wholly for, as we read it.", prints=False),
        Column("kind", "How", lambda row: shown(row.kind.value), Kind.WORD,
               words=listed(EngagementKind), width=10),
        Column("done_on", "Done", lambda row: row.done_on, Kind.DATE, width=12),
        Column("owner", "Who takes it", lambda row: row.owner, width=14, prints=False,
               holds=Holds.NAMES),
        Column("attendees", "Who was there", lambda row: row.attendees, width=24, prints=False,
               holds=Holds.NAMES),
        Column("summary", "Summary", lambda row: row.summary, width=36, prints=False),
    )  # fmt: skip


def in_turn(rows: Sequence[EngagementRow], on: date) -> list[EngagementRow]:
    """Return the log with what is overdue and due first, the oldest on top; then the latest."""

    def turn(row: EngagementRow) -> tuple[int, int]:
        stands = step(row, on)
        if stands is None or stands is Step.DONE:
            return len(TURNS), -row.met_on.toordinal()
        return TURNS.index(stands), (row.due_on or row.met_on).toordinal()

    return sorted(rows, key=turn)


def not_met(
    rows: Sequence[RosterRow], last: Mapping[int, date], on: date, months: int
) -> list[tuple[RosterRow, date | None]]:
    """Return the partners not met for so many months, with the last day; never met first.

    Those that have left are nobody's to meet.
    """
    since = months_before(on, months)
    found = [
        (row, last.get(row.id))
        for row in rows
        if row.is_here(on)
        if (day := last.get(row.id)) is None or day <= since
    ]
    return sorted(found, key=lambda pair: (pair[1] or date.min, pair[0].name))


def engagement_finding(rows: Sequence[EngagementRow], quiet: int, on: date, months: int) -> str:
    """Return the sentence on what is due and whom nobody has met."""
    steps_now = [step(row, on) for row in rows]
    overdue, due = steps_now.count(Step.OVERDUE), steps_now.count(Step.SOON)
    steps = f"{plural(overdue, 'next step')} overdue, {due} due within {SOON_DAYS} days"
    return f"{steps}; {plural(quiet, 'partner')} not met for {plural(months, 'month')}."


def engagement_table(file: Reads, month: Month) -> Table[EngagementRow]:
    """Return the log of a year and all open steps as they print.

    Without the names of people, what they said, and how we read them.
    """
    on = month.last
    rows = in_turn(file.read(partners.engagements, on), on)
    quiet = not_met(file.read(partners.roster), file.read(partners.last_met, on), on, QUIET_MONTHS)
    since = months_before(on, PRINTED_MONTHS)
    told = [row for row in rows if row.met_on > since or step(row, on) not in (None, Step.DONE)]
    finding = engagement_finding(rows, len(quiet), on, QUIET_MONTHS)
    subtitle = f"As at {written(on, Kind.DATE)}. {finding}"
    note = f"Meetings of the last {PRINTED_MONTHS} months, and older ones whose step is open."
    return Table(VIEW, engagement_columns(on), told, subtitle, notes=(note,))
