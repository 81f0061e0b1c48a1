"""The readings of services' targets month by month, set out for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.services_targets import FIRST, METHOD, TARGETS, kind_of
from pch_desktop.reports.table import Column, Kind, Table, Value
from pch_desktop.store import services
from pch_desktop.store.services import TargetRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def month_cells(month: Month) -> tuple[Column[TargetRow], ...]:
    """Return a column for each month of a month's financial year, April first."""
    return tuple(_reading(at, each) for at, each in enumerate(month.financial_year.months))


def month_columns(month: Month) -> tuple[Column[TargetRow], ...]:
    """Return the months of a month's financial year, the target before them."""
    by_key = {column.key: column for column in TARGETS}
    return (*FIRST, by_key["target"], by_key["amber"],

        *month_cells(month),
            )  # fmt: skip


def _reading(at: int, month: Month) -> Column[TargetRow]:
    def value(row: TargetRow) -> Value:
        return row.readings.get(month)

    return Column(f"m{at}", f"{month.first:%b}", value, Kind.NUMBER, kind_of=kind_of, width=6,
                  help=f"What was reached in {month.words}.")  # fmt: skip


def readings(file: Reads, month: Month) -> Table[TargetRow]:
    """Return the readings of a financial year, month by month."""
    rows = [row for row in file.read(services.targets, month) if row.readings]
    year = month.financial_year
    return Table("Target readings", month_columns(month), rows, f"Readings by month, {year}.",
                 notes=("A blank is not known.", METHOD))  # fmt: skip
