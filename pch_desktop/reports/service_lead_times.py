"""Who does not come, by how long before it was booked, with the national gradient beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_demand import (
    LEAD_BANDS,
    MISSED_SOURCE,
    NATIONAL_MISSED,
    added,
    share_of,
)
from pch_desktop.reports.service_waits import nothing_live
from pch_desktop.reports.table import Chart, Column, Holds, Kind, Shape, Table, Total
from pch_desktop.reports.words import written
from pch_desktop.store.services import LeadRow

BANDS = ("Same day", "Next day", "2 to 7 days", "Over 7 days")
NATIONAL = (
    "Nationally: same day 1.9%, next day 5%, 2 to 7 days 6.8%, over 7 days 8.2 to 8.9%. "
    f"Source: {MISSED_SOURCE}."
)
RULE = "Not attended ÷ (attended + not attended), by days from booking to appointment."


@dataclass(frozen=True, slots=True)
class LeadBand:
    """Who came and did not of those booked so long before, of one service or several."""

    id: int
    """The band's place, from 1."""
    from_days: int
    name: str
    attended: int | None
    not_attended: int | None
    low: Decimal
    high: Decimal
    """Not attended nationally, from and to."""

    @property
    def share(self) -> Decimal | None:
        """Not attended, of all who were due."""
        return share_of(self.not_attended, self.attended)

    @property
    def due(self) -> int | None:
        """All who were due; None where a part is not known."""
        return added([self.attended, self.not_attended])

    @property
    def national(self) -> str:
        """The national share as people read it: 5.0%, 8.2% to 8.9%."""
        low, high = written(self.low, Kind.SHARE), written(self.high, Kind.SHARE)
        return low if low == high else f"{low} to {high}"

    @property
    def standing(self) -> str:
        """How the share stands to the national one, with a shape; nothing where not known."""
        if self.share is None:
            return ""
        if self.share < self.low:
            return "● Fewer"
        return "◆ More" if self.share > self.high else "▲ About the same"


def bands(rows: Sequence[LeadRow]) -> list[LeadBand]:
    """Return the four bands over some services; one that has not told makes a sum not known."""
    return [
        LeadBand(
            at + 1,
            edges[0],
            BANDS[at],
            added([row.attended for row in rows if row.from_days == edges[0]]),
            added([row.not_attended for row in rows if row.from_days == edges[0]]),
            *NATIONAL_MISSED[at],
        )
        for at, edges in enumerate(LEAD_BANDS)
    ]


LEADS: tuple[Column[LeadBand], ...] = (
    Column("name", "Booked before", lambda row: row.name, width=18),
    Column("attended", "Attended", lambda row: row.attended, Kind.COUNT, Total.SUM, width=11,
           holds=Holds.PEOPLE,
           help="Appointments that were booked so long before, and attended."),
    Column("not_attended", "Not attended", lambda row: row.not_attended, Kind.COUNT, Total.SUM,
           holds=Holds.PEOPLE,
           width=13, help="Booked so long before, not cancelled, and nobody came."),
    Column("due", "Due", lambda row: row.due, Kind.COUNT, Total.SUM, width=9,
           holds=Holds.PEOPLE,
           formula="{attended}+{not_attended}", help="All who were due."),
    Column("share", "Share missed", lambda row: row.share, Kind.SHARE, Total.RATIO, width=12,
           ratio=("not_attended", "due"), help=RULE,
           formula='IF(N({due})=0,"",{not_attended}/{due})'),
    Column("national", "Nationally", lambda row: row.national, width=16, help=NATIONAL),
    Column("national_high", "Nationally up to", lambda row: row.high, Kind.SHARE, width=14,
           help=NATIONAL),
    Column("standing", "Against that", lambda row: row.standing or None, width=20,
           formula="share", formula_of=nothing_live,
           help="Fewer missed than nationally is better."),
)  # fmt: skip
"""The columns of who does not come, by how long before it was booked."""


def finding(rows: Sequence[LeadBand], month: Month) -> str:
    """Return the sentence on how much more is missed of what is booked long before."""
    known = [row for row in rows if row.share is not None]
    if not known:
        return f"Nobody has told who came by when it was booked in {month.words}."
    first, last = known[0], known[-1]
    said = f"{first.name} {written(first.share, Kind.SHARE)} missed"
    if first is last:
        return f"{said} in {month.words}."
    return f"{said}, {last.name.lower()} {written(last.share, Kind.SHARE)}, in {month.words}."


def table(rows: Sequence[LeadRow], month: Month) -> Table[LeadBand]:
    """Return non-attendance by lead time as it prints, all services that told together."""
    told = bands(rows) if rows else []
    said = finding(told, month)
    alt = f"Columns of the share missed by days from booking, and nationally. {said} {NATIONAL}"[
        :400
    ]
    chart = Chart(Shape.COLUMNS, "name", ("share", "national_high"), said, alt[:400])
    subtitle = f"Services that told by band in {month.words}, together."
    return Table("Lead time", LEADS, told, subtitle, (chart,) if told else (), (RULE, NATIONAL))
