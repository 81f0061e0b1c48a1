"""Coming and going added up: month by month, and leavers by reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import LeavingReason
from pch_desktop.domain.workforce_flow import LOST, Flow, changes, team
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import shown
from pch_desktop.reports.workforce_flow import FlowRow, Moved, counted_stints
from pch_desktop.store.workforce import StintRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

NOBODY = Decimal(0)
A_YEAR = 12
UNKNOWN = "Not known"
"""What leavers without a reason are put under."""


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
    rows = counted_stints(file, since, month.last)
    by_month: dict[Month, list[Moved]] = defaultdict(list)
    for change in changes(rows, since, month.last):
        by_month[Month.of(change.on)].append(change)
    return [
        _month(number, first.plus(number - 1), rows, by_month[first.plus(number - 1)])
        for number in range(1, months + 1)
    ]


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
