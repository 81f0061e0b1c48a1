"""The sheets of the pack on how the budget is built."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_build import capitation
from pch_desktop.reports.budget_changes import changes
from pch_desktop.reports.budget_fair import fair_share
from pch_desktop.reports.budget_stops import stops
from pch_desktop.reports.budget_sum import capitated_sum
from pch_desktop.reports.table import Table

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def build_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return how a month's year is built, the sum, fair shares, service changes, what stops."""
    each = (capitation, capitated_sum, fair_share, changes, stops)
    return [table(file, month) for table in each]
