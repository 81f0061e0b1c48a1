"""How the waits of one service are spread: people by band, and seen by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.reports.service_waits import BAND_WORDS, up_to, waited, within_value
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import plural, written
from pch_desktop.store.services import WaitRow

Point = tuple[float, float]
"""So many days, and the share of people seen by then."""


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """People who waited so long, and all seen by then."""

    id: int
    name: str
    people: int
    seen: int
    """All people of the month."""
    until: int
    """People of this band and those before it."""

    @property
    def share(self) -> Decimal | None:
        """Of all people, those of this band."""
        return Decimal(self.people) / self.seen if self.seen else None

    @property
    def seen_share(self) -> Decimal | None:
        """Of all people, those seen by the end of this band."""
        return Decimal(self.until) / self.seen if self.seen else None


SPREAD: tuple[Column[SpreadRow], ...] = (
    Column("name", "Days waited", lambda row: row.name, width=16),
    Column("people", "People", lambda row: row.people, Kind.COUNT, Total.SUM),
    Column("share", "Share", lambda row: row.share, Kind.SHARE),
    Column("seen_share", "Seen by then", lambda row: row.seen_share, Kind.SHARE, width=14,
           help="Of all people, those seen by the end of the band."),
)  # fmt: skip
"""The columns of the table under the chart."""


def spread(row: WaitRow) -> list[SpreadRow]:
    """Return people by national band; nothing where the waits are not known whole."""
    told = waited(row)
    found: list[SpreadRow] = []
    until = 0
    for at, count in enumerate(told.bands):
        if count is None or told.seen is None:
            return []
        until += count
        found.append(SpreadRow(at + 1, BAND_WORDS[at], count, told.seen, until))
    return found


def curve(row: WaitRow) -> list[Point]:
    """Return the share seen by so many days: each day, or the ends of bands that have one."""
    seen = waited(row).seen
    if not seen:
        return []
    points, until = [(0.0, 0.0)], 0
    for each in sorted(row.spells):
        if each.until_days is not None:
            until += each.people
            end = each.from_days if row.is_days else each.until_days
            points.append((float(end), until / seen))
    return points


def finding(row: WaitRow | None) -> str:
    """Return the sentence on how long half and nearly all waited."""
    if row is None or not waited(row).seen:
        return "Nothing is known of the waits of this month"
    told = waited(row)
    four = within_value(told.four_weeks)
    share = four if isinstance(four, str) else written(four, Kind.SHARE)
    seen = plural(told.seen or 0, "person", "people")
    said = f"{row.name}: half waited {up_to(told.median)}, 92 of 100 {up_to(told.ninety_second)}"
    return f"{said}; {share} of {seen} were seen in 28 days"


def alt_text(row: WaitRow | None, rows: Sequence[SpreadRow]) -> str:
    """Return the finding and its numbers, for those who do not see the curve."""
    numbers = "; ".join(f"{each.name} {each.people:,}" for each in rows)
    return f"Curve of people seen by days waited. {finding(row)}. People by band: {numbers}."[:400]
