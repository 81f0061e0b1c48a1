"""The full charts of the shadow budget, and those of them that stand in the board pack."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from pch_desktop.charts.budget import bridge_figure, path_figure
from pch_desktop.charts.budget_run_rate import run_rate_figure
from pch_desktop.charts.full_chart import FullChart, PackPicture, fitting
from pch_desktop.domain.budget import Phase
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget import standing_rows
from pch_desktop.reports.budget_bridge import BRIDGE, Step, bridge, bridge_finding, bridge_words
from pch_desktop.reports.budget_path import (
    PATH,
    PathRow,
    cumulative_variance,
    path_finding,
    path_words,
)
from pch_desktop.reports.budget_run_rate import (
    RUN_RATE,
    RunRateRow,
    run_rate,
    run_rate_finding,
    run_rate_words,
)
from pch_desktop.reports.signs import KEY, marking
from pch_desktop.store import budget, locality

if TYPE_CHECKING:
    from pch_desktop.store.budget import YearRow
    from pch_desktop.store.shared import Reads

SOURCE = "Source: budget lines, actuals and forecasts of this locality."


def place_words(place: str, month: Month, year: YearRow | None) -> str:
    """Return whose budget it is, of which month and year, and how far its money is notional."""
    told = f"{place}, month {month.number} ({month.words.split()[0]}) of {month.financial_year}."
    return f"{told} {marking(year)}".rstrip() + ("." if marking(year) else "")


def path_chart(rows: Sequence[PathRow], where: str) -> FullChart:
    """Return the chart of the variance so far with its forecast."""
    return FullChart(
        path_finding(rows).rstrip("."),
        f"Variance from budget so far, £000. {where} {KEY}",
        fitting(f"Line of the variance from budget so far. {path_words(rows)}."),
        PATH,
        rows,
        partial(path_figure, rows),
        f"{SOURCE} Lines out of scope or without a budget are left out.",
    )


def run_rate_chart(rows: Sequence[RunRateRow], where: str) -> FullChart:
    """Return the chart of each month against its budget, with what the months left may cost."""
    said = run_rate_finding(rows)
    return FullChart(
        said.rstrip("."),
        f"Cost of each month, all lines together, £000. {where}",
        fitting(f"Bars of each month from its budget on. {said} {run_rate_words(rows)}."),
        RUN_RATE,
        rows,
        partial(run_rate_figure, rows),
        f"{SOURCE} Bars begin at the month's budget, not at nought.",
    )


def bridge_chart(steps: Sequence[Step], where: str) -> FullChart:
    """Return the chart of the steps from budget to outturn."""
    said = bridge_finding(steps)
    return FullChart(
        said.rstrip("."),
        f"Budget to forecast outturn, £000. {where} Up costs more.",
        fitting(f"Steps from budget to forecast outturn. {said}. {bridge_words(steps)}"),
        BRIDGE,
        steps,
        partial(bridge_figure, steps),
        SOURCE,
    )


def _where(file: Reads, month: Month) -> str:
    year = file.read(budget.budget_year, month.financial_year)
    return place_words(file.read(locality.locality).name, month, year)


def _bridge(file: Reads, month: Month) -> FullChart | None:
    year = file.read(budget.budget_year, month.financial_year)
    lines, at = file.read(budget.lines, month), file.read(locality.thresholds)
    steps = bridge(standing_rows(lines, at, year.phase if year else Phase.SHADOW))
    return bridge_chart(steps, _where(file, month)) if steps else None


def _months(file: Reads, month: Month) -> FullChart | None:
    rows = run_rate(cumulative_variance(file.read(budget.lines, month), month))
    known = any(row.actual is not None for row in rows)
    return run_rate_chart(rows, _where(file, month)) if known else None


BRIDGE_PICTURE = PackPicture(10, "Bridge", _bridge)
RUN_RATE_PICTURE = PackPicture(20, "By month", _months)
