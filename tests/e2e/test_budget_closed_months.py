"""A closed month against the command line: imports obey as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.store import budget
from tests.e2e.commands import reading, told

FEBRUARY = Month(2016, 2)
LEDGER = (
    "Period,Account,Account description,Supplier,Voucher,Debit,Credit,Narrative\n"
    "201602,4021,Prescribing,,V1,1000.50,,Drugs\n"
)
WIDE = "Budget line,Feb 2016\nPrescribing,123\n"


@pytest.mark.parametrize(("text", "kind"), [(LEDGER, "entries"), (WIDE, "actuals")])
def test_an_import_into_a_closed_month_changes_nothing_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, kind: str
) -> None:
    path, source = tmp_path / "valley.pch", tmp_path / "spent.csv"
    told("new", path, "--sample")
    source.write_text(text, encoding="utf-8")
    with reading(path) as file:
        before = file.read(budget.lines, FEBRUARY)
        assert file.read(budget.is_closed, FEBRUARY)
    told("import", path, source, "--as", kind, "--year", "2015/16")
    assert "February 2016 is closed. Reopen it, with a reason" in capsys.readouterr().out
    with reading(path) as file:
        assert file.read(budget.lines, FEBRUARY) == before
