"""Starters and leavers, turnover, stability and time to fill, set out for reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.workforce import ContractKind, LeavingReason
from pch_desktop.domain.workforce_flow import (
    LOST,
    ONE_DAY,
    TRAINING_ROLES,
    Change,
    Flow,
    FlowMeasures,
    changes,
    measured,
    team,
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
A_YEAR = 12
UNKNOWN = "Not known"
"""What leavers without a reason are put under."""


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


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """Leavers of one reason."""

    id: int
    reason: str
    heads: int
    wte: Decimal


@dataclass(frozen=True, slots=True)
class FlowMonth:
    """How one month led from one team to the next."""

    id: int
    month: Month
    start_heads: int
    started: int
    left: int
    moved: int
    """Who moved in less who moved out, without having started or left."""
    start_wte: Decimal
    gained_wte: Decimal
    lost_wte: Decimal
    moved_wte: Decimal

    @property
    def end_heads(self) -> int:
        """Who is here at its end."""
        return self.start_heads + self.started - self.left + self.moved

    @property
    def end_wte(self) -> Decimal:
        """What they count."""
        return self.start_wte + self.gained_wte - self.lost_wte + self.moved_wte


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

REASONS: tuple[Column[ReasonRow], ...] = (
    Column("reason", "Left because", lambda row: row.reason, width=26),
    Column("heads", "Leavers", lambda row: row.heads, Kind.COUNT, Total.SUM, width=9),
    Column("wte", "WTE", lambda row: row.wte, Kind.WTE, Total.SUM, width=9),
)

MONTHS: tuple[Column[FlowMonth], ...] = (
    Column("month", "Month", lambda row: row.month.words, width=16),
    Column("start_heads", "Heads before", lambda row: row.start_heads, Kind.COUNT, width=9),
    Column("started", "Started", lambda row: row.started, Kind.COUNT, Total.SUM, width=9),
    Column("left", "Left", lambda row: row.left, Kind.COUNT, Total.SUM, width=9),
    Column("moved", "Moved", lambda row: row.moved, Kind.COUNT, Total.SUM, width=9,
           help="Who moved in less who moved out; they neither started nor left."),
    Column("end_heads", "Heads after", lambda row: row.end_heads, Kind.COUNT, width=9,
           formula="{start_heads}+{started}-{left}+{moved}"),
    Column("start_wte", "WTE before", lambda row: row.start_wte, Kind.WTE, width=9),
    Column("gained_wte", "WTE gained", lambda row: row.gained_wte, Kind.WTE, Total.SUM, width=9,
           help="Of starters, and of more hours of who is here."),
    Column("lost_wte", "WTE lost", lambda row: row.lost_wte, Kind.WTE, Total.SUM, width=9,
           help="Of leavers, and of second jobs that ended."),
    Column("moved_wte", "WTE moved", lambda row: row.moved_wte, Kind.WTE, Total.SUM, width=9),
    Column("end_wte", "WTE after", lambda row: row.end_wte, Kind.WTE, width=9,
           formula="{start_wte}+{gained_wte}-{lost_wte}+{moved_wte}"),
)  # fmt: skip


def flow_measures(
    file: Reads, day: date, left_out: Collection[str] = TRAINING_ROLES
) -> FlowMeasures:
    """Return turnover, stability and time to fill of the twelve months up to a day.

    Args:
        file: what is read.
        day: the last of the twelve months; they are compared with the same day a year before.
        left_out: the codes of roles that do not count, as those in training.
    """
    since = year_before(day)
    rows = _stints(file, since, left_out)
    return measured(rows, file.read(workforce.fill_days, since, day), since, day)


def flows(
    file: Reads, since: date, until: date, left_out: Collection[str] = TRAINING_ROLES
) -> list[Moved]:
    """Return who came, went or changed hours after one day up to another, earliest first."""
    return changes(_stints(file, since, left_out), since, until)


def _stints(file: Reads, since: date, left_out: Collection[str]) -> list[StintRow]:
    return [row for row in file.read(workforce.stints, since) if row.role_code not in left_out]


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


def reasons(rows: Sequence[FlowRow]) -> list[ReasonRow]:
    """Return the leavers by reason, the most first; those without a reason are not known."""
    order = [None, *LeavingReason]
    heads: dict[LeavingReason | None, int] = defaultdict(int)
    wte: dict[LeavingReason | None, Decimal] = defaultdict(Decimal)
    for row in rows:
        if row.flow is Flow.LEFT:
            heads[row.leaving_reason] -= row.heads
            wte[row.leaving_reason] -= row.wte
    named = sorted(heads, key=lambda reason: (-heads[reason], order.index(reason)))
    return [
        ReasonRow(order.index(reason) + 1, shown(reason.value) if reason else UNKNOWN,
                  heads[reason], wte[reason])
        for reason in named
    ]  # fmt: skip


def flow_months(file: Reads, month: Month, months: int = A_YEAR) -> list[FlowMonth]:
    """Return how each of the last months led from one team to the next, earliest first."""
    first = month.plus(1 - months)
    since = first.plus(-1).last
    rows = _stints(file, since, TRAINING_ROLES)
    by_month: dict[Month, list[Moved]] = defaultdict(list)
    for change in changes(rows, since, month.last):
        by_month[Month.of(change.on)].append(change)
    return [
        _month(number, first.plus(number - 1), rows, by_month[first.plus(number - 1)])
        for number in range(1, months + 1)
    ]


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


def _month(
    number: int, month: Month, rows: Sequence[StintRow], found: Sequence[Moved]
) -> FlowMonth:
    before = team(rows, month.plus(-1).last)
    moves = [change for change in found if change.flow in {Flow.MOVED_IN, Flow.MOVED_OUT}]
    gains = [change for change in found if change.flow in {Flow.STARTED, Flow.MORE}]
    losses = [change for change in found if change.flow in LOST]
    return FlowMonth(
        id=number,
        month=month,
        start_heads=before.heads,
        started=sum(change.flow is Flow.STARTED for change in found),
        left=sum(change.flow is Flow.LEFT for change in found),
        moved=sum(change.heads for change in moves),
        start_wte=before.wte,
        gained_wte=sum((change.wte for change in gains), NOBODY),
        lost_wte=-sum((change.wte for change in losses), NOBODY),
        moved_wte=sum((change.wte for change in moves), NOBODY),
    )
