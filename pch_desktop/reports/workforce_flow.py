"""Starters and leavers, turnover, stability and time to fill, set out for reading."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.workforce import ContractKind, LeavingReason, RoleStanding
from pch_desktop.domain.workforce_flow import (
    ONE_DAY,
    ROTATING,
    Change,
    Flow,
    FlowMeasures,
    changes,
    measured,
    year_before,
)
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import listed, shown
from pch_desktop.store import workforce
from pch_desktop.store.workforce import StintRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

Moved = Change[StintRow]
NOBODY = Decimal(0)


@dataclass(frozen=True, slots=True)
class FlowRow:
    """Somebody's coming, going or change of hours."""

    id: int
    """Of who comes twice the assignment's key, of who goes one more."""
    assignment_id: int
    person_id: int
    flow: Flow
    on: date
    """The first day of who comes, the last day of who goes."""
    person: str
    post: str
    role: str
    employer: str | None
    contract_kind: ContractKind
    heads: int
    wte: Decimal
    leaving_reason: LeavingReason | None
    destination: str | None

    @property
    def has_gone(self) -> bool:
        """Whether something has ended, so that there is a reason to it."""
        return bool(self.id % 2)


FLOWS: tuple[Column[FlowRow], ...] = (
    Column("person", "Name", lambda row: row.person, width=23),
    Column("on", "Day", lambda row: row.on, Kind.DATE, width=13,
           help="Of who comes the first day, of who goes the last."),
    Column("role", "Role", lambda row: row.role, width=30),
    Column("heads", "Heads", lambda row: row.heads, Kind.COUNT, Total.SUM, width=7,
           help="One for who comes, less one for who goes; none for who only changes hours."),
    Column("wte", "WTE", lambda row: row.wte, Kind.WTE, Total.SUM, width=9,
           help="What the team gains by it; in brackets what it loses."),
    Column("leaving_reason", "Left because", lambda row: shown(row.leaving_reason.value)
           if row.leaving_reason else None, Kind.WORD, words=listed(LeavingReason), width=21),
    Column("destination", "Went to", lambda row: row.destination, width=28),
    Column("employer", "Employer", lambda row: row.employer, width=26),
    Column("contract", "Contract", lambda row: shown(row.contract_kind.value), width=13),
    Column("flow", "What", lambda row: shown(row.flow.value), width=12,
           help="Whether it is a start, a leaving, a move or a change of hours."),
    Column("post", "Post", lambda row: row.post, width=7),
)  # fmt: skip


def flow_measures(
    file: Reads, day: date, left_out: Collection[RoleStanding] = ROTATING
) -> FlowMeasures:
    """Return turnover, stability and time to fill of the twelve months up to a day.

    Args:
        file: what is read.
        day: the last of the twelve months; they are compared with the same day a year before.
        left_out: what roles do not count, as those in training.
    """
    since = year_before(day)
    rows = counted_stints(file, since, day, left_out)
    return measured(rows, file.read(workforce.fill_days, since, day), since, day)


def flows(
    file: Reads, since: date, until: date, left_out: Collection[RoleStanding] = ROTATING
) -> list[Moved]:
    """Return who came, went or changed hours after one day up to another, earliest first."""
    return changes(counted_stints(file, since, until, left_out), since, until)


def counted_stints(
    file: Reads, since: date, until: date, left_out: Collection[RoleStanding] = ROTATING
) -> list[StintRow]:
    """Return the assignments that count from one day to another, some roles left out."""
    rows = file.read(workforce.stints, since, until)
    return [row for row in rows if row.standing not in left_out]


def flow_rows(file: Reads, since: date, until: date) -> list[FlowRow]:
    """Return who came, went or changed hours, those who started first, each as they came."""
    order = list(Flow)
    rows = [_row(change) for change in flows(file, since, until)]
    return sorted(rows, key=lambda row: (order.index(row.flow), row.on, row.id))


def periods(day: date) -> dict[str, tuple[date, date]]:
    """Return the periods one may look at on a day, each with the day before it and its last."""
    year = FinancialYear.of(day)
    before = year.plus(-1)
    return {
        "12 months": (year_before(day), day),
        f"{year} so far": (year.first - ONE_DAY, day),
        f"{before}": (before.first - ONE_DAY, before.last),
    }


def _row(change: Moved) -> FlowRow:
    stint = change.stint
    has_gone = change.flow in {Flow.LEFT, Flow.MOVED_OUT, Flow.FEWER}
    return FlowRow(
        id=2 * stint.id + has_gone,
        assignment_id=stint.id,
        person_id=stint.person_id,
        flow=change.flow,
        on=change.on - ONE_DAY if has_gone else change.on,
        person=stint.person,
        post=stint.post,
        role=stint.role,
        employer=stint.employer,
        contract_kind=stint.contract_kind,
        heads=change.heads,
        wte=change.wte,
        leaving_reason=stint.leaving_reason if has_gone else None,
        destination=stint.destination if has_gone else None,
    )
