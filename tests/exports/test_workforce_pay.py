"""The claim of the example, from stored posts to a workbook's cells."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.workforce import FundingStream
from pch_desktop.exports import pack
from pch_desktop.imports import starters
from pch_desktop.store import starters as filling
from pch_desktop.store import workforce
from tests import localities

YEAR, OCTOBER = FinancialYear(2025), Month(2025, 10)
POSTS = (
    ("Clinical pharmacist", "2", 12_802_400, date(2025, 4, 1)),
    ("Care co-ordinator", "2", 6_700_000, date(2025, 7, 1)),
    ("Care co-ordinator", "1", 3_350_000, date(2025, 7, 1)),
)


def books(path: Path) -> tuple[Any, Any]:
    """Return the pack's workbook twice: with its results, and with its formulas."""
    file = localities.made(path)
    file.edit("Ready", filling.load_roles, starters.roles())
    for role, wte, cost, first in POSTS:
        rest = {
            "funding_stream": FundingStream.ADDITIONAL_ROLES,
            "annual_cost_pence": cost,
            "funded_from": first,
        }
        file.edit("Add", workforce.add_post, role, Decimal(wte), rest=rest)
    file.edit("People", workforce.set_additional_people, YEAR, Decimal(41_870))
    for role, most in ((("CP", "Clinical pharmacist"), 6_583_800), (("CC", "x"), 3_300_000)):
        file.edit("Most", workforce.set_role_most, role, YEAR, most)
    board = pack.gather(file, OCTOBER, localities.NOON)
    file.close()
    target = pack.write_pack(board, path.parent)
    return load_workbook(target, data_only=True), load_workbook(target)


def test_the_claim_of_the_example_is_in_the_workbook_live_and_worked_out(path: Path) -> None:
    """D27."""
    results, formulas = (book["Additional roles"] for book in books(path))
    claims = [results.cell(row, 7).value for row in range(5, 12)]
    assert claims == [128_024, 49_500, 24_750, 202_274, 1_115_039.97, 202_274, 912_765.97]
    live = [formulas.cell(row, 7).value for row in range(5, 12)]
    assert live == [
        "=ROUND(MIN(E5,F5)*C5*D5/12,2)",
        "=ROUND(MIN(E6,F6)*C6*D6/12,2)",
        "=ROUND(MIN(E7,F7)*C7*D7/12,2)",
        "=SUBTOTAL(109,G5:G7)",
        1_115_039.97,
        "=MIN(G8,G9)",
        "=G9-G10",
    ]
    assert [results.cell(row, 1).value for row in range(8, 12)] == [
        "Total", "Entitlement", "Claimed, at most that", "Headroom",
    ]  # fmt: skip
    assert "What is not claimed by 31 March cannot be carried into the next year." in {
        cell.value for cell in results["A"]
    }
