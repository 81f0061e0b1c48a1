"""Weeks to clear, and appointments too few: the queue of each service at its month's pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_demand import Clearing, capacity_gap, clearing, joined
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.store.services import QueueRow

GROWING = "growing"
METHOD = (
    "Weeks to clear: people waiting ÷ (first seen in a week - joining in a week); growing where no "
    "fewer join than are seen. Who joins: referrals received, without those rejected where told."
)
GAP = "Appointments short: referrals taken on × contacts each needs - appointments there were."


@dataclass(frozen=True, slots=True)
class ClearingRow:
    """A service's queue in a month."""

    id: int
    name: str
    month: Month
    is_running: bool
    queue: QueueRow

    @property
    def joined(self) -> int | None:
        """Who came to wait."""
        return joined(self.queue.referrals, self.queue.rejected)

    @property
    def pace(self) -> Clearing | None:
        """How the queue moves; None where a part of it is not known."""
        queue = self.queue
        return clearing(queue.waiting, queue.first_contacts, self.joined, self.month.days)

    @property
    def gap(self) -> Decimal | None:
        """Appointments too few for the referrals taken on; below nought some are spare."""
        queue = self.queue
        return capacity_gap(queue.accepted, queue.contacts_each, queue.slots)

    @property
    def needed(self) -> Decimal | None:
        """Contacts that the referrals taken on need."""
        accepted, each = self.queue.accepted, self.queue.contacts_each
        return None if accepted is None or each is None else accepted * each

    @property
    def is_told(self) -> bool:
        """Whether anything of the queue is known."""
        return self.queue.waiting is not None or self.queue.first_contacts is not None

    @property
    def weeks(self) -> Value:
        """Weeks to clear, or that the queue is growing; None where not known."""
        pace = self.pace
        return None if pace is None else GROWING if pace.weeks is None else pace.weeks


def clearings(queues: Sequence[QueueRow], month: Month) -> list[ClearingRow]:
    """Return the queue of every service by name."""
    return [ClearingRow(row.id, row.name, month, row.is_running, row) for row in queues]


def finding(rows: Sequence[ClearingRow], month: Month) -> str:
    """Return the sentence on which queues grow and which take longest to clear."""
    known = [row for row in rows if row.pace is not None]
    if not known:
        return f"For no service are waiting, referrals and first contacts of {month.words} known."
    growing = [row.name for row in known if row.weeks == GROWING]
    clear = [(row.weeks, row.name) for row in known if isinstance(row.weeks, Decimal)]
    said = f"The wait is growing for {plural(len(growing), 'service')} of {len(known)}"
    said = f"{said}: {', '.join(growing[:4])}" if growing else said
    if not clear:
        return f"{said}."
    weeks, name = max(clear)
    return f"{said}. Longest to clear: {name}, {written(weeks, Kind.NUMBER)} weeks."


def alt_text(rows: Sequence[ClearingRow], month: Month) -> str:
    """Return the finding and its numbers, for those who do not see the bars."""
    told = [row for row in rows if row.gap is not None]
    numbers = "; ".join(
        f"{row.name} {written(row.needed, Kind.COUNT)} needed, {row.queue.slots:,} there"
        for row in told[:5]
    )
    return f"Bars of contacts needed and appointments. {finding(rows, month)} {numbers}."[:400]
