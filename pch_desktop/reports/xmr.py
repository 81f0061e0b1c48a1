"""A series of months on a control chart, set out for reading: its table and its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import Month
from pch_desktop.domain.spc import USUAL, Limits, Method
from pch_desktop.domain.spc_points import Point, xmr
from pch_desktop.domain.spc_verdict import (
    Assurance,
    Better,
    Variation,
    assurance,
    rule_of,
    variation,
)
from pch_desktop.reports.table import MONEYS, Kind, Value
from pch_desktop.reports.words import written


@dataclass(frozen=True, slots=True)
class MonthSeries:
    """A measure month by month, and how its limits are come by."""

    name: str
    """What is measured: Appointments attended."""
    kind: Kind
    values: Mapping[Month, Decimal | None]
    """Every month of it, the earliest first; pence where it is money."""
    better: Better = Better.NEITHER
    target: Decimal | None = None
    method: Method = USUAL
    rebased: Mapping[Month, str] = field(default_factory=dict[Month, str])
    """From when on new limits hold, and why."""

    def words(self, value: Decimal) -> str:
        """Return a figure of it as read."""
        if self.kind is Kind.COUNT and value == value.to_integral_value():
            return written(int(value), Kind.COUNT)
        return written(self.mark(value), self.mark_kind)

    def mark(self, value: Decimal) -> Value:
        """Return a mean or a limit as a table holds it."""
        return rounded(value) if self.kind in MONEYS else value

    @property
    def within(self) -> str:
        """What it is called within a sentence: appointments attended, GP contacts."""
        is_word = self.name[1:2].islower()
        return self.name[:1].lower() + self.name[1:] if is_word else self.name

    @property
    def mark_kind(self) -> Kind:
        """How a mean or a limit is written: that of a count has a place more."""
        return Kind.NUMBER if self.kind is Kind.COUNT else self.kind


@dataclass(frozen=True, slots=True)
class XmrRow:
    """A month of the chart; without a point where the figure is not known."""

    id: int
    month: Month
    point: Point | None = None
    variation: Variation | None = None

    @property
    def is_special(self) -> bool:
        """Whether it is no chance."""
        return self.point is not None and bool(self.point.rules)

    @property
    def words(self) -> str:
        """What it tells: improvement, outside the limits."""
        if self.point is None or self.variation is None:
            return "not known"
        rule = rule_of(self.point)
        return f"{self.variation.change}, {rule}" if rule else f"{self.variation.change}"


def xmr_rows(series: MonthSeries) -> list[XmrRow]:
    """Return the months of a series with their limits, and what each tells."""
    known = [(month, value) for month, value in series.values.items() if value is not None]
    begun = [next((at for at, (month, _) in enumerate(known) if month >= day), len(known))
             for day in series.rebased]  # fmt: skip
    points = xmr([value for _, value in known], series.method, begun)
    told = {
        month: (point, variation(points, at, series.better))
        for at, ((month, _), point) in enumerate(zip(known, points, strict=True))
    }
    return [
        XmrRow(at, month, *told.get(month, (None, None)))
        for at, month in enumerate(series.values, start=1)
    ]


def known(rows: list[XmrRow]) -> list[tuple[XmrRow, Point]]:
    """Return the months whose figure is known, with it."""
    return [(row, row.point) for row in rows if row.point is not None]


def standing(series: MonthSeries, limits: Limits) -> Assurance | None:
    """Return whether the target is met while nothing changes."""
    return assurance(limits, series.target, series.better)
