"""D09, from an extract that is brought in to the screen's rows and the workbook."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from pch_desktop.domain.budget_ledger import Balance
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.exports import pack
from pch_desktop.imports import own
from pch_desktop.reports import budget as report
from pch_desktop.reports.words import written
from pch_desktop.store import budget, locality
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import NOON

YEAR = FinancialYear(2025)
AUGUST, SEPTEMBER = Month(2025, 8), Month(2025, 9)
EXTRACT = (
    "Period,Account,Amount,Voucher,Narrative\n"
    + "".join(f"M{number},Community,0,,Nothing\n" for number in range(1, 5))
    + 'M5,Community,"31,200.00",INV 501,August\nM6,Community,"40,100.00",INV 602,September\n'
)


def test_d09_an_invoice_and_an_accrual_are_counted_once_wherever_they_are_read(
    file: LocalityFile, tmp_path: Path
) -> None:
    line_id = file.edit("Add", budget.add_line, YEAR, "Community", Sector.COMMUNITY, 480_000_00)
    path = tmp_path / "Ledger M6.csv"
    path.write_text(EXTRACT)
    own.commit(file, own.plan_for(file, own.read(path), year=YEAR), datetime.now(UTC))
    file.edit("Accrue", budget.add_accrual, line_id, AUGUST, 8_800_00, {})
    file.edit("Accrue", budget.add_accrual, line_id, SEPTEMBER, 9_100_00, {})

    at = file.read(locality.thresholds)
    (august,) = report.standing_rows(file.read(budget.lines, AUGUST), at)
    (september,) = report.standing_rows(file.read(budget.lines, SEPTEMBER), at)
    assert august.month_actual == 40_000_00
    assert (september.month_actual, september.date_actual) == (40_400_00, 80_400_00)
    shown = {column.key: column for column in report.LINES}
    said = {
        key: written(shown[key].value(september), shown[key].kind)
        for key in ("month_actual", "date_actual")
    }
    assert said == {"month_actual": "40", "date_actual": "80"}
    assert file.read(budget.balances, SEPTEMBER) == Balance(9_100_00, 0)

    book = load_workbook(pack.write_pack(pack.gather(file, SEPTEMBER, NOON), tmp_path),
                         data_only=True)  # fmt: skip
    page = book["Finance"]
    assert _cell(page, "Community", "Month actual") == 40_400
    assert _cell(page, "Community", "YTD actual") == 80_400


def _cell(page: Any, row: str, heading: str) -> Any:
    columns = range(1, page.max_column + 1)
    at = next(number for number in columns if page.cell(4, number).value == heading)
    rows = range(5, page.max_row + 1)
    return page.cell(next(n for n in rows if page.cell(n, 1).value == row), at).value
