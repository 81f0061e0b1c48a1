"""One measure of practices as the chart's table shows it: month, year so far, off the median."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.reports.service_compared import medians
from pch_desktop.reports.service_compared_measures import MEDIAN, Measure
from pch_desktop.reports.service_compared_read import Compared
from pch_desktop.reports.table import Column


@dataclass(frozen=True, slots=True)
class BesideRow:
    """A practice, or under them the median, in one measure; None is not known."""

    id: int
    name: str
    now: Decimal | None
    so_far: Decimal | None
    from_median: str | None
    """How far above or below the median it is since April, in words: neither is better."""


def beside_rows(told: Compared, measure: Measure) -> list[BesideRow]:
    """Return the practices by name in one measure, the median under them."""
    key = measure.key
    now, middle = medians(told.now).get(key), medians(told.so_far).get(key)
    so_far: Mapping[int, Decimal | None] = {row.id: row.values[key] for row in told.so_far}
    rows = [
        BesideRow(row.id, row.name, row.values[key], so_far[row.id],
                  _off(so_far[row.id], middle, measure))
        for row in told.now
    ]  # fmt: skip
    return [*rows, BesideRow(0, MEDIAN, now, middle, None)] if rows else []


def beside_columns(measure: Measure) -> tuple[Column[BesideRow], ...]:
    """Return the columns of one measure."""
    kind, note = measure.kind, measure.help
    return (
        Column("name", "Practice", lambda row: row.name, width=30),
        Column("now", "In the month", lambda row: row.now, kind, width=13, help=note,
               kind_of=lambda row: measure.kind_of(row.now)),
        Column("so_far", "Since April", lambda row: row.so_far, kind, width=13, help=note,
               kind_of=lambda row: measure.kind_of(row.so_far)),
        Column("from_median", "From the median", lambda row: row.from_median, width=17,
               help="Since April: how far above or below. Neither is better for it."),
    )  # fmt: skip


def _off(value: Decimal | None, middle: Decimal | None, measure: Measure) -> str | None:
    """Return how far a figure is off the median; never as money in brackets, which is worse."""
    if value is None or middle is None:
        return None
    if value == middle:
        return "at it"
    far = measure.words(abs(value - middle))
    return f"{far} {'above' if value > middle else 'below'}"
