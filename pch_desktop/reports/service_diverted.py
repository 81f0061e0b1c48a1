"""Seen by a specialist instead of in hospital: the share diverted, and apart from it the wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_demand import DIVERTED_TARGET, share_of
from pch_desktop.reports.service_waits import length, percentile_words, up_to, waited
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.services import QueueRow, WaitRow

APART = (
    "Two measures: the share diverted is of all who would before have gone to hospital; the wait "
    "is of those seen here. Neither stands for the other."
)


@dataclass(frozen=True, slots=True)
class DivertedRow:
    """A service's month: who was seen here instead of in hospital, and how long people waited."""

    id: int
    name: str
    month: Month
    is_running: bool
    instead: int | None
    still: int | None
    wait: WaitRow

    @property
    def would_have(self) -> int | None:
        """People who would before have gone to hospital; None where a part is not known."""
        if self.instead is None or self.still is None:
            return None
        return self.instead + self.still

    @property
    def share(self) -> Decimal | None:
        """Seen here, of all who would before have gone to hospital."""
        return share_of(self.instead, self.still)

    @property
    def is_told(self) -> bool:
        """Whether anything of it is known."""
        return self.instead is not None or self.still is not None

    @property
    def standing(self) -> str:
        """How the share stands to the target, with a shape; nothing where it is not known."""
        if self.share is None:
            return ""
        if self.share >= DIVERTED_TARGET:
            return "● Target met"
        return f"◆ {written((DIVERTED_TARGET - self.share) * 100, Kind.NUMBER)} points short"


def diverted(queues: Sequence[QueueRow], waits: Sequence[WaitRow]) -> list[DivertedRow]:
    """Return every service's month, by name: both reads are of the same month."""
    by_id = {row.id: row for row in waits}
    return [
        DivertedRow(row.id, row.name, by_id[row.id].month, row.is_running,
                    row.instead_of_hospital, row.still_to_hospital, by_id[row.id])
        for row in queues
        if row.id in by_id
    ]  # fmt: skip


def finding(rows: Sequence[DivertedRow], month: Month) -> str:
    """Return the two sentences: how many were diverted, and how long those waited."""
    told = [row for row in rows if row.share is not None]
    if not told:
        return f"No service has told who was seen here instead of in hospital in {month.words}."
    instead, all_of = (sum(counts) for counts in zip(
        *((row.instead or 0, row.would_have or 0) for row in told), strict=True))  # fmt: skip
    share = written(Decimal(instead) / all_of, Kind.SHARE)
    said = f"{share} of {all_of:,} people were seen here instead of in hospital; the target is 70%."
    longest = max(told, key=lambda row: length(row.wait))
    median = waited(longest.wait).median
    if not percentile_words(median):
        return said
    return f"{said} Apart from that, half in {longest.name} waited {up_to(median)}."
