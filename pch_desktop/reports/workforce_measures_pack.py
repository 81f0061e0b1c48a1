"""The measures' sheets of the board pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.table import Table
from pch_desktop.reports.workforce_ages_table import age_table
from pch_desktop.reports.workforce_measures import measures_table
from pch_desktop.reports.workforce_scopes import by_practice_table
from pch_desktop.reports.workforce_sickness_table import sickness_by_group, sickness_table

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return what the pack shows of the measures: no names, and no few people."""
    return (
        measures_table(file, month),
        by_practice_table(file, month),
        age_table(file, month),
        sickness_table(file, month),
        sickness_by_group(file, month),
    )
