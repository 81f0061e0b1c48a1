"""Whose figures of which month are missing or provisional, and of whom they are asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_activity import DUE_DAYS, due_on
from pch_desktop.store import services
from pch_desktop.store.services import SenderRow
from pch_desktop.store.shared import Reads

ACTIVITY, BEDS, CALLS = "Activity", "Beds", "Calls"
BACK = 12
"""So many months are looked back on, the one at hand among them."""
MISSING, UNTOLD, PROVISIONAL = "Missing", "Attended not told", "Provisional"


@dataclass(frozen=True, slots=True)
class LateRow:
    """Figures of one service for one month that are missing or may still change."""

    id: int
    sender: SenderRow
    month: Month
    what: str
    """Activity, Beds or Calls."""
    state: str
    as_at: date
    """The day on which they are or are not late: the last of the month at hand."""

    @property
    def name(self) -> str:
        """What the service is called."""
        return self.sender.name

    @property
    def due_on(self) -> date:
        """The day by which they are due."""
        return due_on(self.month, self.sender.due_days)

    @property
    def days_late(self) -> int | None:
        """How many days they are late; None where they are there, or not due yet."""
        late = (self.as_at - self.due_on).days
        return late if self.state != PROVISIONAL and late > 0 else None


def late_rows(file: Reads, month: Month) -> list[LateRow]:
    """Return what is missing or provisional of twelve months, what is longest due on top.

    A service's months begin with the first it told of, or that in which it went
    live where it told of none; one that has told nothing and has no first day
    is asked for the month at hand.
    """
    first = month.plus(1 - BACK)
    told = {(row.service_id, row.month): row for row in file.read(services.tellings, first, month)}
    spans = file.read(services.spans)
    found: list[tuple[SenderRow, Month, str, str]] = []
    for sender in file.read(services.senders):
        since = spans[sender.id][0] if sender.id in spans else _live(sender, month)
        for of in _months(max(since, first), month):
            row = told.get((sender.id, of))
            if row is None or not row.is_attended_known:
                found.append((sender, of, ACTIVITY, MISSING if row is None else UNTOLD))
            elif row.is_provisional:
                found.append((sender, of, ACTIVITY, PROVISIONAL))
    found += _returns(file, month)
    rows = [
        LateRow(number, sender, of, what, state, month.last)
        for number, (sender, of, what, state) in enumerate(found, start=1)
    ]
    return sorted(rows, key=lambda row: (row.state == PROVISIONAL, row.due_on, row.name, row.what))


def _returns(file: Reads, month: Month) -> Iterator[tuple[SenderRow, Month, str, str]]:
    """Yield the returns of beds and calls that are missing since the first of each."""
    first = month.plus(1 - BACK)
    beds = {(row.id, row.month) for row in file.read(services.beds, first, month)}
    calls = {(row.id, row.month) for row in file.read(services.calls, first, month)}
    begun: Mapping[str, Mapping[int, Month]] = {
        BEDS: file.read(services.first_beds),
        CALLS: file.read(services.first_calls),
    }
    for sender in file.read(services.senders):
        for what, is_asked, known in (
            (BEDS, sender.has_beds, beds),
            (CALLS, sender.takes_calls, calls),
        ):
            since = max(begun[what].get(sender.id, month), first)
            for of in _months(since, month) if is_asked else ():
                if (sender.id, of) not in known:
                    yield sender, of, what, MISSING


def _live(sender: SenderRow, month: Month) -> Month:
    return Month.of(sender.live_on) if sender.live_on is not None else month


def _months(first: Month, last: Month) -> Sequence[Month]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [first.plus(at) for at in range(count)]


DUE_WORDS = f"Due {DUE_DAYS} days after the month, unless the service says otherwise"
