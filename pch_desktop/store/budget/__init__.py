"""Reading and changing the shadow budget."""

from pch_desktop.store.budget.actuals import (
    EntryRow,
    add_entry,
    entries,
    remove_entries,
    set_actual,
    set_entry,
    source,
)
from pch_desktop.store.budget.building import Built, CapitatedSum
from pch_desktop.store.budget.closing import (
    ClosingRow,
    closed_months,
    closings,
    is_closed,
    must_be_open,
    reopen_month,
)
from pch_desktop.store.budget.edits import (
    add_described_line,
    add_line,
    fit_months,
    move_line,
    remove_lines,
    set_baseline,
    set_forecast,
    set_line,
    set_month_budget,
    set_phase,
    set_provider,
)
from pch_desktop.store.budget.lines import (
    annual_sum,
    budget_year,
    lines,
    lines_of,
    parts,
)
from pch_desktop.store.budget.people import People, WeightedPair
from pch_desktop.store.budget.rows import LineRow, PartRow, YearRow
from pch_desktop.store.budget.years import open_version

__all__ = [
    "Built",
    "CapitatedSum",
    "ClosingRow",
    "EntryRow",
    "LineRow",
    "PartRow",
    "People",
    "WeightedPair",
    "YearRow",
    "add_described_line",
    "add_entry",
    "add_line",
    "annual_sum",
    "budget_year",
    "closed_months",
    "closings",
    "entries",
    "fit_months",
    "is_closed",
    "lines",
    "lines_of",
    "move_line",
    "must_be_open",
    "open_version",
    "parts",
    "remove_entries",
    "remove_lines",
    "reopen_month",
    "set_actual",
    "set_baseline",
    "set_entry",
    "set_forecast",
    "set_line",
    "set_month_budget",
    "set_phase",
    "set_provider",
    "source",
]
