"""F8: from any figure of a line to the entries behind it, and back with Esc."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pch_desktop.domain.period import Month
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid


class Span(StrEnum):
    """Which months' entries are shown."""

    YEAR = "Whole year"
    TO_DATE = "Year to date"
    MONTH = "Month at hand"


@dataclass(frozen=True, slots=True)
class Behind:
    """The figure whose entries are asked for, and how to come back to its cell."""

    line_id: int
    span: Span | Month
    came_from: str
    """The title of the view it stands in."""
    back: Callable[[], object]


class Leading:
    """Lets the figures of one view lead to their entries."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        show: Callable[[Behind], object],
        turn_to: Callable[[str], object],
    ) -> None:
        """Take what is needed.

        Args:
            desk: whose month the figures are for.
            title: the view's title.
            show: brings the entries into sight.
            turn_to: brings a view into sight by its title.
        """
        self._desk, self._title = desk, title
        self._show, self._turn_to = show, turn_to

    def join(self, *grids: Grid) -> None:
        """Let a grid answer F8."""
        for grid in grids:
            grid.behind = lambda row, key, grid=grid: self._asked(grid, row, key)

    def _asked(self, grid: Grid, row: Any, key: str) -> None:
        def back() -> None:
            self._turn_to(self._title)
            grid.select_record(row.id, key)
            grid.setFocus()

        span = span_of(key, self._desk.month)
        self._show(Behind(row.id, span, self._title, back))


def span_of(key: str, month: Month) -> Span | Month:
    """Return the months whose entries are behind a column's figures, by the column's key."""
    if key[:1] == "m" and key[1:].isdigit():
        return month.financial_year.months[int(key[1:])]
    if key.startswith("month_"):
        return Span.MONTH
    if key.startswith("date_") or key == "so_far":
        return Span.TO_DATE
    return Span.YEAR


def months_of(span: Span | Month, month: Month) -> tuple[Month, ...]:
    """Return the months of a span, at a month."""
    year = month.financial_year.months
    match span:
        case Span.YEAR:
            return year
        case Span.TO_DATE:
            return year[: month.number]
        case Span.MONTH:
            return (month,)
        case Month():
            return (span,)


def span_words(span: Span | Month, month: Month) -> str:
    """Return a span as people say it: April to October 2016."""
    months = months_of(span, month)
    if span is Span.YEAR:
        return str(month.financial_year)
    if len(months) == 1:
        return months[0].words
    return f"{months[0].words.split()[0]} to {months[-1].words}"


def span_short(span: Span | Month, month: Month) -> str:
    """Return a span in as few words as a verb has room for: To Oct 2016."""
    last = months_of(span, month)[-1]
    short = f"{last.words[:3]} {last.year}"
    if span is Span.YEAR:
        return str(month.financial_year)
    return f"To {short}" if span is Span.TO_DATE else short
