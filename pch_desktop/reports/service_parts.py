"""Months by place of care and by the patients' practice, held against the service's month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pch_desktop.reports.service_months import COUNTS
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.store.services import PartRow, ServiceRow
from pch_desktop.store.services.parts import PART_COUNTS

NOT_KNOWN = "Practice not known"
NO_PLACE = "Place not known"


def _count(key: str) -> Column[PartRow]:
    title, meaning = COUNTS[key]
    return Column(
        key, title, lambda row: getattr(row, key), Kind.COUNT, Total.SUM, help=meaning, width=9
    )


PARTS: tuple[Column[PartRow], ...] = (
    Column("service", "Service", lambda row: row.service, Kind.WORD, width=24),
    Column("place", "Seen at", lambda row: row.place, Kind.WORD, width=24,
           help="The practice, or the building of another, in which people were seen."),
    Column("patients_of", "Patients of", lambda row: row.patients_of, Kind.WORD, width=24,
           help="The practice on whose list they are; blank where that is not known."),
    *(_count(key) for key in PART_COUNTS),
    Column("source", "Source", lambda row: row.source, width=18),
)  # fmt: skip
"""The columns in which parts of a month are entered."""


@dataclass(frozen=True, slots=True)
class WholeRow:
    """A service's month, and what its parts add up to."""

    id: int
    """The service's key."""
    name: str
    parts: int
    """How many parts it is told in."""
    sums: Mapping[str, int | None]
    """What the parts add up to, by count; None where one of them is not known."""
    month: Mapping[str, int | None]

    def apart(self, key: str) -> int | None:
        """Return how many more the parts are than the month; None where either is not known."""
        mine, whole = self.sums[key], self.month[key]
        return None if mine is None or whole is None else mine - whole

    @property
    def differences(self) -> Mapping[str, int]:
        """The counts in which the parts are not the month, and by how many."""
        found = {key: self.apart(key) for key in PART_COUNTS}
        return {key: apart for key, apart in found.items() if apart}

    @property
    def sentence(self) -> str:
        """What does not agree; nothing where all that is known does."""
        return "; ".join(self._said(key, apart) for key, apart in self.differences.items())

    def _said(self, key: str, apart: int) -> str:
        more = "more" if apart > 0 else "fewer"
        return (
            f"{COUNTS[key][0].lower()} {self.sums[key]:,} by place, "
            f"{abs(apart):,} {more} than the month's {self.month[key]:,}"
        )


def wholes(parts: Sequence[PartRow], rows: Sequence[ServiceRow]) -> list[WholeRow]:
    """Return each service that is told in parts in a month, against what it told as a whole."""
    told: dict[int, list[PartRow]] = defaultdict(list)
    for part in parts:
        told[part.service_id].append(part)
    return [
        WholeRow(
            row.id,
            row.name,
            len(told[row.id]),
            {key: _sum([getattr(part, key) for part in told[row.id]]) for key in PART_COUNTS},
            {key: getattr(row.month, key, None) for key in PART_COUNTS},
        )
        for row in rows
        if row.id in told
    ]


def _sum(counts: Sequence[int | None]) -> int | None:
    return None if None in counts else sum(count for count in counts if count is not None)
