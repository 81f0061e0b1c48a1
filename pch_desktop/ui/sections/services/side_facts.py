"""What the parts of a service's entry tell beside their fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pch_desktop.domain.services_status import STEPS
from pch_desktop.domain.workforce_skills import Level
from pch_desktop.reports import services_safety
from pch_desktop.reports.services_catalogue import is_direct
from pch_desktop.reports.services_holiday_rows import holiday_rows, words_of
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store import services, workforce
from pch_desktop.store.services import ServiceRow
from pch_desktop.ui.desk import Desk

MOST_STEPS = 4
Told = Callable[[Desk, ServiceRow], tuple[str, ...]]


def hours_words(row: ServiceRow) -> str:
    """Return a service's week in few words: 52.5 hours a week, 5 days."""
    if not row.days_open:
        return ""
    hours = f"{row.weekly_minutes / 60:g} hours a week"
    return f"{hours}, 7 days" if row.is_seven_day else f"{hours}, {plural(row.days_open, 'day')}"


def _when(desk: Desk, row: ServiceRow) -> tuple[str, ...]:
    hours = desk.file.read(services.openings)
    (found,) = holiday_rows([row], hours, desk.month)
    return hours_words(row), words_of(found, desk.month)


def _whom(desk: Desk, row: ServiceRow) -> tuple[str, ...]:
    needs = [each for each in desk.file.read(workforce.requirements) if each.service_id == row.id]
    told = "; ".join(
        f"{each.competency}: {each.least_people} at {Level(each.least_level).words}"
        for each in needs
    )
    return written(is_direct(row), Kind.YES), told or "None written down yet"


def _contract(_desk: Desk, row: ServiceRow) -> tuple[str, ...]:
    return (row.more.agreements,)


def _safety(desk: Desk, row: ServiceRow) -> tuple[str, ...]:
    own = [
        services_safety.standing(each, desk.month.last)
        for each in desk.file.read(services.safety_assessments)
        if each.service_id == row.id
    ]
    return (", ".join(own) or "No assessment yet",)


def _status(desk: Desk, row: ServiceRow) -> tuple[str, ...]:
    ways = ", ".join(shown(each.value) for each in STEPS[row.status])
    taken = desk.file.read(services.status_steps, row.id)[:MOST_STEPS]
    steps = "\n".join(
        f"{written(each.on, Kind.DATE)}: {each.before.value} to {each.after.value}"
        for each in taken
    )
    first = written(row.live_on, Kind.DATE)
    return shown(row.status.value), ways, first, steps or "None since the file began"


TOLD: Mapping[str, Told] = {
    "Where and when": _when,
    "For whom and how": _whom,
    "Contract and counts": _contract,
    "From hospital": _safety,
    "Status so far": _status,
}
"""By part: what it tells of a service, in the order of its facts."""
