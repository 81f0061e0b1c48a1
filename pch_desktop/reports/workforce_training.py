"""Training, placements and supervision, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import hours
from pch_desktop.domain.workforce_skills import (
    SOON_DAYS,
    LearnerKind,
    Level,
    ProviderKind,
    SupervisionKind,
    TrainingFunding,
    share_pence,
)
from pch_desktop.reports.table import Block, Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import CourseRow, PlacementRow, SupervisionRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

NO_FUNDING = "Nobody named as paying"
NEVER = "▲ No day known"


def _hours(row: CourseRow) -> Decimal | None:
    return None if row.minutes is None else hours(row.minutes)


def level_words(row: CourseRow) -> str | None:
    """Return the level a course leads to in words; None where it leads to none."""
    return None if row.level is None else Level(row.level).words


def funding(row: CourseRow) -> str:
    """Return who pays for a course, as a heading."""
    return shown(row.funding.value) if row.funding else NO_FUNDING


COURSES: tuple[Column[CourseRow], ...] = (
    Column("name", "Course", lambda row: row.name, width=28),
    Column("provider", "Provider", lambda row: row.provider, width=20),
    Column("provider_kind", "Kind of provider", lambda row: shown(row.provider_kind.value)
           if row.provider_kind else None, Kind.WORD, words=listed(ProviderKind), width=13,
           prints=False),
    Column("funding", "Paid for by", lambda row: shown(row.funding.value) if row.funding else None,
           Kind.WORD, words=listed(TrainingFunding), width=18),
    Column("starts_on", "First day", lambda row: row.starts_on, Kind.DATE, width=13,
           prints=False),
    Column("ends_on", "Last day", lambda row: row.ends_on, Kind.DATE, width=13),
    Column("places", "Places", lambda row: row.places, Kind.COUNT, Total.SUM, width=7,
           help="All that were booked, whatever became of them."),
    Column("attended", "Attended", lambda row: row.attended, Kind.COUNT, Total.SUM, width=8),
    Column("hours", "Hours", _hours, Kind.NUMBER, width=8,
           help="How long it takes everyone who attends."),
    Column("cost", "Cost £", lambda row: row.cost_pence, Kind.MONEY, Total.SUM, width=10,
           help="What the whole course costs, not each place."),
    Column("cost_per_place", "Cost a place £", lambda row: share_pence(row.cost_pence, row.places),
           Kind.MONEY, formula='IF({places}=0,"",ROUND({cost}/{places},2))', width=10,
           help="Cost divided by all places; blank where either is not known."),
    Column("competency", "Leads to", lambda row: row.competency, width=22),
    Column("level", "At level", level_words, Kind.WORD,
           words=tuple(each.words for each in Level if each), width=13, prints=False),
)  # fmt: skip

PLACEMENTS: tuple[Column[PlacementRow], ...] = (
    Column("learner_kind", "Learner", lambda row: shown(row.learner_kind.value), Kind.WORD,
           words=listed(LearnerKind), width=22),
    Column("learners", "Learners", lambda row: row.learners, Kind.COUNT, Total.SUM, width=8),
    Column("institution", "College or university", lambda row: row.institution, width=20),
    Column("practice", "At", lambda row: row.practice, width=24),
    Column("starts_on", "First day", lambda row: row.starts_on, Kind.DATE, width=13),
    Column("weeks", "Weeks", lambda row: row.weeks, Kind.COUNT, width=7),
    Column("ends_on", "Last day", lambda row: row.ends_on, Kind.DATE,
           formula="{starts_on}+7*{weeks}-1", width=13),
    Column("learner_weeks", "Learner weeks", lambda row: row.learner_weeks, Kind.COUNT, Total.SUM,
           formula="{learners}*{weeks}", width=9, help="Weeks, once for each learner."),
    Column("supervisor", "Supervisor", lambda row: row.supervisor, width=14, holds=Holds.NAMES),
    Column("note", "Note", lambda row: row.note, width=18),
)  # fmt: skip


def supervision_columns(on: date) -> tuple[Column[SupervisionRow], ...]:
    """Return the columns of supervision as it stands on a day."""
    return (
        Column("supervisee", "Who is supervised", lambda row: row.supervisee, width=24,
               holds=Holds.NAMES),
        Column("supervisor", "By whom", lambda row: row.supervisor, width=24, holds=Holds.NAMES),
        Column("kind", "In", lambda row: shown(row.kind.value), Kind.WORD,
               words=listed(SupervisionKind), width=12),
        Column("every_weeks", "Every n weeks", lambda row: row.every_weeks, Kind.COUNT, width=8),
        Column("last_on", "Last on", lambda row: row.last_on, Kind.DATE, width=13),
        Column("agreed_on", "Agreed for", lambda row: row.agreed_on, Kind.DATE, width=13,
               help="A day agreed; blank where it follows from the last one."),
        Column("due_on", "Next due", lambda row: row.due_on, Kind.DATE, width=13,
               help="The day agreed while it is after the last one, else the last one and the "
               "weeks."),
        Column("standing", "Standing", lambda row: due_standing(row, on), width=20),
    )  # fmt: skip


def due_standing(row: SupervisionRow, on: date) -> str:
    """Return how a supervision stands on a day, its shape first."""
    if row.due_on is None:
        return NEVER
    days = (row.due_on - on).days
    if days < 0:
        return f"◆ {plural(-days, 'day')} overdue"
    return f"● Due in {plural(days, 'day')}"


def is_overdue(row: SupervisionRow, on: date) -> bool:
    """Return whether somebody in post should have been supervised before a day."""
    return row.is_in_post and row.due_on is not None and row.due_on < on


def courses_finding(rows: Sequence[CourseRow]) -> str:
    """Return the sentence on what training costs and who takes part."""
    if not rows:
        return "No course has been entered yet."
    known = [row.cost_pence for row in rows if row.cost_pence is not None]
    blank = len(rows) - len(known)
    cost = written(sum(known), Kind.MONEY)
    missing = f" ({plural(blank, 'course')} not known)" if blank else ""
    attended = sum(row.attended for row in rows)
    places = sum(row.places for row in rows)
    return (
        f"{plural(len(rows), 'course')} cost {cost}{missing}; "
        f"{attended:,} of {plural(places, 'place')} attended."
    )


def placements_finding(rows: Sequence[PlacementRow], on: date) -> str:
    """Return the sentence on who learns here on a day."""
    now = [row for row in rows if row.starts_on <= on <= row.ends_on]
    learners = plural(sum(row.learners for row in now), "learner")
    practices = len({row.practice for row in now if row.practice})
    where = f" at {plural(practices, 'practice')}" if practices else ""
    open_ = sum(row.supervisor is None for row in rows if row.ends_on >= on)
    missing = f"; {plural(open_, 'placement')} without a supervisor" if open_ else ""
    return f"{learners} on placement{where}{missing}."


def supervision_finding(rows: Sequence[SupervisionRow], on: date) -> str:
    """Return the sentence on how much supervision is overdue."""
    here = [row for row in rows if row.is_in_post]
    late = sum(is_overdue(row, on) for row in here)
    soon = on + timedelta(days=SOON_DAYS)
    coming = sum(row.due_on is not None and on <= row.due_on <= soon for row in here)
    unknown = sum(row.due_on is None for row in here)
    blank = f", {unknown:,} with no day known" if unknown else ""
    return f"{late:,} of {len(here):,} overdue, {coming:,} due within 90 days{blank}."


def training(file: Reads, month: Month) -> Table[CourseRow]:
    """Return the courses begun or ending in the month's financial year, or with no day yet."""
    year = month.financial_year
    rows = [
        row
        for row in file.read(workforce.courses)
        if row.last_day is None
        or (row.last_day >= year.first and (row.starts_on or row.last_day) <= year.last)
    ]
    names = dict.fromkeys((*listed(TrainingFunding), NO_FUNDING))
    blocks = [
        Block(name, held)
        for name in names
        if (held := tuple(row for row in rows if funding(row) == name))
    ]
    ordered = [row for block in blocks for row in block.rows]
    subtitle = f"Courses of {year}, by who pays. No names."
    notes = ("Cost a place is the course's cost divided by all places that were booked.",)
    return Table("Training", COURSES, ordered, subtitle, (), notes, blocks=tuple(blocks))


def placed(file: Reads, month: Month) -> Table[PlacementRow]:
    """Return the placements in the month's financial year, without who supervises."""
    year = month.financial_year
    rows = [
        row
        for row in file.read(workforce.placements)
        if row.ends_on >= year.first and row.starts_on <= year.last
    ]
    columns = tuple(each for each in PLACEMENTS if each.key not in {"supervisor", "note"})
    subtitle = f"Learners at the practices in {year}. No names."
    return Table("Placements", columns, rows, subtitle)


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets on training and placements."""
    return (training(file, month), placed(file, month))
