"""What has lapsed or soon will: registrations, mandatory competencies, supervision.

Findings are printed in the pack, so that none names a person: each leads to one by their key.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce_skills import SOON_DAYS, CompetencyKind
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.reports.workforce_skills import needs_finding, role_needs, service_needs, skills
from pch_desktop.reports.workforce_training import is_overdue
from pch_desktop.store import workforce
from pch_desktop.store.workforce import WorkerRow

if TYPE_CHECKING:
    from pch_desktop.reports.workforce_skills import Skills
    from pch_desktop.store.shared import Reads


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return what has lapsed at a month's end; each leads to the first person it is about."""
    known = skills(file, month.last)
    return [
        *_registrations(known.workers, month.last),
        *_lapsed(known),
        *_supervision(file, month.last),
        *_needs(known),
    ]


def _registrations(people: Sequence[WorkerRow], on: date) -> Iterator[Finding]:
    soon = on + timedelta(days=SOON_DAYS)
    dated = [(row.registration_expires_on, row) for row in people]
    known = sorted(((day, row.name, row) for day, row in dated if day is not None), key=_first)
    ended = [row for day, _, row in known if day < on]
    ending = [row for day, _, row in known if on <= day <= soon]
    if ended:
        title = f"{_people(ended)} in post whose registration has ended"
        yield _registered(ended[0], title, Weight.LATE, "Renew")
    if ending:
        title = f"{_people(ending)} in post whose registration ends within 90 days"
        yield _registered(ending[0], title, Weight.NOTE, "Remind")


def _lapsed(known: Skills) -> Iterator[Finding]:
    rows = [row for row in role_needs(known) if row.kind is CompetencyKind.MANDATORY and row.lapsed]
    people = {each.id: each for row in rows for each in row.lapsed_people}
    if people:
        title = f"{_people(list(people.values()))} with mandatory training lapsed"
        detail = "; ".join(f"{row.competency} {row.lapsed:,}" for row in rows)
        first = -next(iter(people))
        yield Finding("workforce", title, detail, Weight.LATE, "See who", first, column="name")


def _supervision(file: Reads, on: date) -> Iterator[Finding]:
    late = [row for row in file.read(workforce.supervisions, on) if is_overdue(row, on)]
    if late:
        title = f"{plural(len(late), 'supervision')} overdue"
        first = late[0]
        detail = f"{shown(first.kind.value)}, due {written(first.due_on, Kind.DATE)}"
        yield Finding("workforce", title, detail, Weight.NOTE, "Arrange", first.id,
                      "Supervision", "due_on")  # fmt: skip


def _needs(known: Skills) -> Iterator[Finding]:
    rows = service_needs(known)
    if any(row.found.gap for row in rows):
        short = sum(row.found.gap > 0 for row in rows)
        title = f"{plural(short, 'service need')} short of people with the skills"
        yield Finding("workforce", title, needs_finding(rows), Weight.NOTE, "See gaps",
                      max(rows, key=lambda row: row.found.gap).id, "Services need")  # fmt: skip


def _registered(person: WorkerRow, title: str, weight: Weight, verb: str) -> Finding:
    return Finding("workforce", title, _ends(person), weight, verb, -person.id,
                   column="registration_expires_on")  # fmt: skip


def _ends(person: WorkerRow) -> str:
    day = written(person.registration_expires_on, Kind.DATE)
    return f"First: {', '.join(person.roles)}, {day}"


def _people(rows: Sequence[WorkerRow]) -> str:
    return plural(len(rows), "person", "people")


def _first(each: tuple[date, str, WorkerRow]) -> tuple[date, str]:
    return each[0], each[1]
