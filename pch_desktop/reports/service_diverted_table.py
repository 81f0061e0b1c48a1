"""The two measures of care instead of hospital as a table, side by side and apart."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_diverted import APART, DivertedRow
from pch_desktop.reports.service_waits import (
    CLOCK,
    METHOD,
    nothing_live,
    percentile_value,
    waited,
    within_value,
    worded,
)
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total, Value


def _in_four(row: DivertedRow) -> Value:
    return within_value(waited(row.wait).four_weeks)


def _median(row: DivertedRow) -> Value:
    return percentile_value(waited(row.wait).median)


def _ninety_second(row: DivertedRow) -> Value:
    return percentile_value(waited(row.wait).ninety_second)


FIRST, SECOND = "1  Who is seen here instead", "2  How long those seen here wait"
DIVERTED: tuple[Column[DivertedRow], ...] = (
    Column("name", "Service", lambda row: row.name, width=25),
    Column("instead", "Seen here instead", lambda row: row.instead, Kind.COUNT, Total.SUM, FIRST,
           holds=Holds.PEOPLE,
           width=10, help="People a specialist saw here who would before have gone to hospital."),
    Column("still", "Still to hospital", lambda row: row.still, Kind.COUNT, Total.SUM, FIRST,
           holds=Holds.PEOPLE,
           width=10, help="People who would before have gone to hospital, and still did."),
    Column("would_have", "Together", lambda row: row.would_have, Kind.COUNT, Total.SUM, FIRST,
           holds=Holds.PEOPLE,
           width=9, formula="{instead}+{still}",
           help="All who would before have gone to hospital."),
    Column("share", "Share diverted", lambda row: row.share, Kind.SHARE, Total.RATIO, FIRST,
           ratio=("instead", "would_have"), formula="{instead}/{would_have}", width=9,
           help="Seen here instead, of all who would before have gone to hospital."),
    Column("standing", "Target 70%", lambda row: row.standing or None, band=FIRST, width=17,
           holds=Holds.PEOPLE,
           formula="share", formula_of=nothing_live,
           help="70% of those who would before have gone to hospital are to be seen here."),
    Column("four_weeks", "In 28 days", _in_four, Kind.SHARE, band=SECOND, width=9,
           holds=Holds.PEOPLE,
           formula="days", formula_of=nothing_live,
           kind_of=worded(_in_four, Kind.SHARE),
           help="Of those seen here, the share first seen within 28 days of referral."),
    Column("median", "Median days", _median, Kind.NUMBER, band=SECOND, width=9,
           holds=Holds.PEOPLE, of="instead",
           formula="days", formula_of=nothing_live,
           kind_of=worded(_median, Kind.NUMBER), help=METHOD),
    Column("ninety_second", "92nd percentile", _ninety_second, Kind.NUMBER, band=SECOND, width=11,
           holds=Holds.PEOPLE, of="instead",
           formula="days", formula_of=nothing_live,
           kind_of=worded(_ninety_second, Kind.NUMBER), help=METHOD),
)  # fmt: skip
"""The columns of the two measures, side by side."""


def table(rows: Sequence[DivertedRow], month: Month) -> Table[DivertedRow]:
    """Return the two measures as they print."""
    told = [row for row in rows if row.is_told]
    subtitle = f"People first seen in {month.words}. {APART}"
    return Table("Instead of hospital", DIVERTED, told, subtitle, notes=(CLOCK, METHOD))
