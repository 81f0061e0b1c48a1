"""Reading and changing the shadow budget."""

from pch_desktop.store.budget.actuals import EntryRow, entries, source, year_entries
from pch_desktop.store.budget.building import Built, CapitatedSum
from pch_desktop.store.budget.closing import (
    ClosingRow,
    closed_months,
    closings,
    is_closed,
    must_be_open,
    reopen_month,
)
from pch_desktop.store.budget.closing_checks import CheckRow, close_month, closing_checks
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
from pch_desktop.store.budget.estimates import accrue_missing
from pch_desktop.store.budget.ledger import (
    add_accrual,
    add_credit_note,
    add_entry,
    add_prepayment,
    remove_entries,
    set_actual,
    set_entry,
)
from pch_desktop.store.budget.lines import annual_sum, budget_year, lines, lines_of, parts
from pch_desktop.store.budget.new_version import new_version
from pch_desktop.store.budget.people import People, WeightedPair
from pch_desktop.store.budget.reversals import WaitingRow, balances, reverse_march, waiting
from pch_desktop.store.budget.rows import LineRow, PartRow, YearRow
from pch_desktop.store.budget.versions import (
    VersionLine,
    VersionRow,
    approve_version,
    back_to_draft,
    set_version,
    submit_version,
    version_lines,
    versions,
)
from pch_desktop.store.budget.virements import (
    VirementRow,
    add_virement,
    remove_virements,
    set_virement,
    set_virement_end,
    set_virement_move,
    virements,
)
from pch_desktop.store.budget.years import open_version

__all__ = [
    "Built",
    "CapitatedSum",
    "CheckRow",
    "ClosingRow",
    "EntryRow",
    "LineRow",
    "PartRow",
    "People",
    "VersionLine",
    "VersionRow",
    "VirementRow",
    "WaitingRow",
    "WeightedPair",
    "YearRow",
    "accrue_missing",
    "add_accrual",
    "add_credit_note",
    "add_described_line",
    "add_entry",
    "add_line",
    "add_prepayment",
    "add_virement",
    "annual_sum",
    "approve_version",
    "back_to_draft",
    "balances",
    "budget_year",
    "close_month",
    "closed_months",
    "closing_checks",
    "closings",
    "entries",
    "fit_months",
    "is_closed",
    "lines",
    "lines_of",
    "move_line",
    "must_be_open",
    "new_version",
    "open_version",
    "parts",
    "remove_entries",
    "remove_lines",
    "remove_virements",
    "reopen_month",
    "reverse_march",
    "set_actual",
    "set_baseline",
    "set_entry",
    "set_forecast",
    "set_line",
    "set_month_budget",
    "set_phase",
    "set_provider",
    "set_version",
    "set_virement",
    "set_virement_end",
    "set_virement_move",
    "source",
    "submit_version",
    "version_lines",
    "versions",
    "virements",
    "waiting",
    "year_entries",
]
