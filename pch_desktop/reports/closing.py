"""How far a month is from being closed, and a new file from being begun.

Each step tells how many of how many, from what the file holds; nothing is
ticked that is not so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.population import PracticeStatus
from pch_desktop.reports import budget as budget_report
from pch_desktop.reports.quality import checked, findings, pressing
from pch_desktop.reports.services import RUNNING
from pch_desktop.reports.statement import Finding
from pch_desktop.store import budget, overview, population, services

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

ISSUED, CHECKS = "Pack issued", "Checks"
QUARTER = timedelta(days=92)
"""Lists are counted each quarter; an older one is out of date."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to be done, how far it is, and where to go on with it."""

    title: str
    done: int
    of: int
    section: str
    record_id: int | None = None
    """The first record still waited for."""
    view: str = ""
    """The view it is seen in; nothing is where the record itself stands."""

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.done >= self.of

    @property
    def words(self) -> str:
        """It as read under its circle: Actuals 12 of 13."""
        return self.title if self.of <= 1 else f"{self.title} {self.done} of {self.of}"


def closing(file: Reads, month: Month, found: Sequence[Finding] | None = None) -> list[Step]:
    """Return the steps by which a month is closed; those with nothing to do are left out.

    Args:
        found: the month's findings, where they are at hand.
    """
    told = findings(file, month) if found is None else found
    steps = [*_lists(file, month), *_money(file, month), *_activity(file, month)]
    if not steps:
        return []
    return [*steps, _checks(told), *_closed(file, month), _issued(file, month)]


def with_checks(steps: Sequence[Step], found: Sequence[Finding]) -> list[Step]:
    """Return the steps with that of the checks as the findings have it."""
    return [_checks(found) if step.title == CHECKS else step for step in steps]


def beginning(file: Reads) -> list[Step]:
    """Return the steps by which a new file comes to tell something."""
    begun = file.read(overview.begun)
    tasks = (
        ("Name the practices", begun.practices, "population"),
        ("Import lists", begun.lists, "population"),
        ("Paste your posts", begun.posts, "workforce"),
        ("Name the partners", begun.partners, "partners"),
        ("List the services", begun.services, "services"),
        ("Set the budget", begun.lines, "budget"),
    )
    return [Step(title, min(count, 1), 1, section) for title, count, section in tasks]


def _lists(file: Reads, month: Month) -> list[Step]:
    rows = file.read(population.practices, month)
    open_rows = [row for row in rows if row.status is not PracticeStatus.CLOSED]
    late = [row for row in open_rows if row.list_on is None or row.list_on < month.last - QUARTER]
    return _step("Lists", len(open_rows), [row.id for row in late], "population")


def _money(file: Reads, month: Month) -> list[Step]:
    rows = budget_report.finance(file, month).rows
    late = [row.id for row in rows if row.month_actual is None]
    red = [row for row in rows if row.is_red]
    silent = [row.id for row in red if not row.commentary]
    return [
        *_step("Actuals", len(rows), late, "budget"),
        *_step("Commentary", len(red), silent, "budget"),
    ]


def _activity(file: Reads, month: Month) -> list[Step]:
    rows = [row for row in file.read(services.services, month) if row.status in RUNNING]
    return _step("Services", len(rows), [row.id for row in rows if row.month is None], "services")


def _step(title: str, of: int, late: Sequence[int], section: str) -> list[Step]:
    return [Step(title, of - len(late), of, section, late[0] if late else None)] if of else []


def _closed(file: Reads, month: Month) -> list[Step]:
    """Return the last step, where there is a budget whose month can be closed."""
    if file.read(budget.budget_year, month.financial_year) is None:
        return []
    return [Step("Closed", int(file.read(budget.is_closed, month)), 1, "budget")]


def _issued(file: Reads, month: Month) -> Step:
    return Step(ISSUED, int(file.read(overview.is_issued, month)), 1, "board")


def _checks(found: Sequence[Finding]) -> Step:
    """Return how many sections have nothing that needs attention."""
    heavy, asked = pressing(found), checked()
    clean = len(asked - {finding.section for finding in heavy})
    if not heavy:
        return Step(CHECKS, clean, len(asked), "overview")
    first = heavy[0]
    return Step(CHECKS, clean, len(asked), first.section, first.record_id, first.view)
