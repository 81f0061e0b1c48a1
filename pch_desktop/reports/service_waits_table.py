"""The waits as a table: who was seen, median, 92nd percentile, in time, and the bands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_waits import (
    BAND_KEYS,
    BAND_WORDS,
    CLOCK,
    METHOD,
    Waited,
    length,
    nothing_live,
    percentile_value,
    percentile_words,
    up_to,
    waited,
    within_value,
    worded,
)
from pch_desktop.reports.table import Chart, Column, Holds, Kind, Shape, Table, Total, Value
from pch_desktop.reports.words import plural
from pch_desktop.store.services import WaitRow

NAME: Column[WaitRow] = Column("name", "Service", lambda row: row.name, width=24)
MOST_CHARTED = 12


def _figure(
    key: str,
    title: str,
    of: Callable[[Waited], Value],
    kind: Kind,
    meaning: str,
    *,
    live: str = "",
    width: int = 8,
    total: Total = Total.NONE,
    n: str = "",
) -> Column[WaitRow]:
    def value(row: WaitRow) -> Value:
        return of(waited(row))

    def formula(row: WaitRow) -> str:
        told = waited(row)
        return live if told.seen and None not in told.bands else ""

    return Column(key, title, value, kind, total, formula="days", formula_of=formula,
                  kind_of=worded(value, kind), help=meaning, width=width,
                  holds=Holds.PEOPLE, of=n)  # fmt: skip


def _band(at: int) -> Column[WaitRow]:
    meaning = f"People first seen who had waited: {BAND_WORDS[at].lower()} days."
    return Column(BAND_KEYS[at], BAND_WORDS[at], lambda row: waited(row).bands[at], Kind.COUNT,
                  Total.SUM, "People by days waited", help=meaning, width=7,
                  holds=Holds.PEOPLE)  # fmt: skip


_IN_14 = "({from_0}+{from_1}+{from_2}+{from_8})"
_SEEN = "({from_0}+{from_1}+{from_2}+{from_8}+{from_15}+{from_22}+{from_29})"


BANDS: tuple[Column[WaitRow], ...] = tuple(_band(at) for at in range(len(BAND_KEYS)))
SEEN = _figure("seen", "Seen", lambda told: told.seen, Kind.COUNT,
               "People first seen in the month.", total=Total.SUM,
               live=_SEEN, width=7)  # fmt: skip
MEDIAN = _figure("median", "Median days", lambda told: percentile_value(told.median),
                 Kind.NUMBER, f"Half had waited no longer. {METHOD}", n="seen")  # fmt: skip
NINETY_SECOND = _figure(
    "ninety_second", "92nd percentile", lambda told: percentile_value(told.ninety_second),
    Kind.NUMBER, f"92 of 100 had waited no longer. {METHOD}", width=10, n="seen",
)  # fmt: skip
IN_TWO = _figure("two_weeks", "In 14 days", lambda told: within_value(told.two_weeks),
                 Kind.SHARE, "Seen within 14 days, the 14th among them; of bands only whole ones.",
                 live=f"{_IN_14}/{{seen}}")  # fmt: skip
IN_FOUR = _figure("four_weeks", "In 28 days", lambda told: within_value(told.four_weeks),
                  Kind.SHARE, "Seen within 28 days, the 28th among them; of bands only whole ones.",
                  live="({seen}-{from_29})/{seen}")  # fmt: skip
RANKS = (
    _figure("median_rank", "Median, nearest rank", lambda told: told.median_rank, Kind.COUNT,
            "The days of the person half way along, of each person's days only.", n="seen"),
    _figure("ninety_second_rank", "92nd, nearest rank", lambda told: told.ninety_second_rank,
            Kind.COUNT, "The days of the person at 92 of 100, of each person's days only.",
            n="seen"),
    _figure("longest", "Longest", lambda told: told.longest, Kind.COUNT,
            "The most days anybody had waited, of each person's days only.", n="seen"),
)  # fmt: skip
HOW: Column[WaitRow] = Column("method", "Worked out from", lambda row: waited(row).method or None,
                              formula="days", formula_of=nothing_live, width=34,
                              help="How the percentiles were come by.")  # fmt: skip
WAITS: tuple[Column[WaitRow], ...] = (
    NAME, SEEN, MEDIAN, NINETY_SECOND, IN_TWO, IN_FOUR, *BANDS, *RANKS, HOW,
)  # fmt: skip
"""The columns of the waits of a month."""


def finding(rows: Sequence[WaitRow], month: Month) -> str:
    """Return the sentence on where people wait longest."""
    told = [row for row in rows if waited(row).seen]
    if not told:
        return f"No service has told its waits for {month.words}."
    longest = max(told, key=length)
    said = f"{plural(len(told), 'service')} told the waits of {month.words}"
    return f"{said}; longest in {longest.name}: half waited {up_to(waited(longest).median)}."


def table(rows: Sequence[WaitRow], month: Month) -> Table[WaitRow]:
    """Return the waits as they print, those who wait longest first."""
    told = sorted((row for row in rows if row.kind), key=lambda row: (-length(row), row.name))
    numbered = [row for row in told if waited(row).median.days is not None]
    said = finding(told, month)
    numbers = "; ".join(f"{row.name} {percentile_words(waited(row).median)}" for row in told[:6])
    chart = Chart(Shape.BARS, "name", ("median",), said, f"Bars of median waits. {said} {numbers}."
                  [:400], min(len(numbered), MOST_CHARTED))  # fmt: skip
    first = [*numbered, *(row for row in told if row not in numbered)]
    notes = (METHOD, CLOCK, "Of bands only those that end by the day are counted as seen in time.")
    subtitle = f"Days from referral received to first contact, people first seen in {month.words}."
    return Table("Waits", WAITS, first, subtitle, (chart,) if numbered else (), notes)
