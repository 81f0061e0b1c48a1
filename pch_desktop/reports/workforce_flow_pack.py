"""Starters and leavers as sheets of the pack: without names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce_flow import ONE_DAY, year_before
from pch_desktop.reports.table import Block, Chart, Kind, Shape, Table
from pch_desktop.reports.words import shown, written
from pch_desktop.reports.workforce_flow import FLOWS, FlowRow, flow_measures, flow_rows
from pch_desktop.reports.workforce_flow_months import (
    MONTHS,
    REASONS,
    FlowMonth,
    ReasonRow,
    flow_months,
    reasons,
)
from pch_desktop.reports.workforce_flow_words import (
    finding,
    measure_words,
    months_alt_text,
    months_finding,
    reasons_finding,
)

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

PACKED = (
    "flow", "on", "role", "employer", "contract", "heads", "wte", "leaving_reason", "destination",
)  # fmt: skip
"""The columns of the sheet, in their order: none that tells who it was."""
METHOD = (
    "Who was not here the day before and is here has started; a leaver is gone on the day after "
    "the last. A move within the locality and the end of a training rotation make no leaver.",
    "A second job that ends takes hours, not a head. Volunteers, cover and roles in training are "
    "left out.",
)
"""How coming and going is counted, for the foot of every sheet of it."""


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets of coming and going that hold something."""
    made: list[Table[Any]] = [
        build(file, month) for build in (starters_and_leavers, by_reason, by_month)
    ]
    return [table for table in made if table.rows]


def starters_and_leavers(file: Reads, month: Month) -> Table[FlowRow]:
    """Return who started and left in the twelve months up to a month's end, without names."""
    since = year_before(month.last)
    rows = flow_rows(file, since, month.last)
    named = {column.key: column for column in FLOWS}
    columns = tuple(named[key] for key in PACKED)
    flows_here = dict.fromkeys(row.flow for row in rows)
    blocks = tuple(
        Block(shown(flow.value), [row for row in rows if row.flow is flow]) for flow in flows_here
    )
    subtitle = (
        f"The twelve months from {written(since + ONE_DAY, Kind.DATE)} to "
        f"{written(month.last, Kind.DATE)}. No names."
    )
    known = measure_words(flow_measures(file, month.last))
    notes = (
        f"{finding(rows)}.",
        *(f"{name} {words}." for name, words in known.items() if words),
        *METHOD,
    )
    return Table("Starters and leavers", columns, rows, subtitle, (), notes, blocks=blocks,
                 total_title="Net gain")  # fmt: skip


def by_month(file: Reads, month: Month) -> Table[FlowMonth]:
    """Return how each of the twelve months led from one team to the next."""
    rows = flow_months(file, month)
    is_empty = not any(row.started or row.left or row.moved for row in rows)
    why = reasons(flow_rows(file, year_before(month.last), month.last))
    chart = Chart(Shape.COLUMNS, "month", ("started", "left"), months_finding(rows),
                  months_alt_text(rows, why))  # fmt: skip
    subtitle = "Heads and WTE in post before and after each month, and what led from one to other."
    return Table("Coming and going", MONTHS, () if is_empty else rows, subtitle, (chart,), METHOD)


def by_reason(file: Reads, month: Month) -> Table[ReasonRow]:
    """Return the leavers of the twelve months by reason."""
    rows = reasons(flow_rows(file, year_before(month.last), month.last))
    numbers = "; ".join(f"{row.reason} {row.heads}" for row in rows[:8])
    alt_text = f"Bars of leavers by reason. {reasons_finding(rows)}. {numbers}."[:400]
    chart = Chart(Shape.BARS, "reason", ("heads",), reasons_finding(rows), alt_text)
    subtitle = f"Leavers of the twelve months to {written(month.last, Kind.DATE)}."
    return Table("Leavers by reason", REASONS, rows, subtitle, (chart,))
