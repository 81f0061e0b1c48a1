"""The side of a service's waits: each person's days, what they come to, the year before."""

from __future__ import annotations

from typing import Any

from pch_desktop.domain.services_waits_typed import days_words
from pch_desktop.reports.service_waits import (
    CLOCK,
    percentile_words,
    waited,
    within_value,
)
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import written
from pch_desktop.store import services
from pch_desktop.store.services import WaitRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, text_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.sections.services import wait_asks as asks
from pch_desktop.ui.sparkline import Trend

WIDTH = 252
POINTS = 12
FACTS = ("Median", "92nd", "Nearest rank", "In 14 days", "In 28 days", "Longest")


class WaitSide(Inspector):
    """One service's waits of the month."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose a service to enter each person's days and see what they "
                         "come to.", WIDTH)  # fmt: skip
        self._desk = desk
        self._trend = self.add_trend("Median days, last 12 months")
        self._facts = self.add_facts(*FACTS)
        self._method = self.add(label("", "small", wrap=True))
        self.days: Field[Any] = self.add_field(
            text_field(desk, "Each person's days: 3, 5, 7x2", asks.days, 5)
        )
        self.add(label(CLOCK, "small", wrap=True))

    def show_service(self, row: WaitRow | None) -> None:
        """Show a service's waits, or say how to choose one."""
        if row is None:
            self.show_nothing()
            return
        told = waited(row)
        self.show_record(row.name)
        months = [row.month.plus(-back) for back in range(POINTS - 1, -1, -1)]
        history = self._desk.file.read(services.wait_history, row.id, months)
        medians = [waited(each).median.days for each in history]
        points = tuple(None if days is None else float(days) for days in medians)
        self._trend.show_trend(Trend(points))
        ranks = (told.median_rank, told.ninety_second_rank)
        self._facts.show_facts(
            percentile_words(told.median),
            percentile_words(told.ninety_second),
            "" if None in ranks else f"{ranks[0]} and {ranks[1]} days",
            *(_share(within_value(found)) for found in (told.two_weeks, told.four_weeks)),
            "" if told.longest is None else f"{told.longest:,} days",
        )
        self._method.setText(told.method)
        self.days.show_value(row, days_words(row.spells) if row.is_days else None)


def _share(value: Value) -> str:
    return value if isinstance(value, str) else written(value, Kind.SHARE)
