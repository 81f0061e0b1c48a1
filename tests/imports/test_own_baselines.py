"""Baselines from a person's own sheet: their year, their source, what does not recur."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest

from pch_desktop.domain.period import FinancialYear
from pch_desktop.imports import own
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.imports.starters import roles
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.starters import load_roles
from tests import localities

YEAR = FinancialYear(2016)
BASELINES = (
    "Budget line\tSector\tBaseline £\tNon-recurrent £\tBaseline year\tBaseline source\t"
    "Funding source\tFunded to\n"
    "Prescribing\tprimary care\t6,240,000\t\t2015/16\tLedger, month 12\t\t\n"
    "Transformation\tprimary care\t200,000\t40,000\t2015-16\tGrant letter\tGrant\t31/03/2017\n"
    "Community nursing\tcommunity\t5,180,000\t0\t\t\t\t\n"
    "Total\t\t11,620,000\t40,000\t\t\t\t\n"
)


@pytest.fixture
def locality(tmp_path: Path) -> Generator[LocalityFile]:
    """A new file with the role catalogue."""
    file = localities.like(begun, tmp_path / "m.pch")
    yield file
    file.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    file = localities.empty(path)
    file.edit("Roles", load_roles, roles())
    return file


def taken(file: LocalityFile, text: str) -> ImportPlan:
    """Take a sheet of lines in, and see that doing so again changes nothing."""
    plan = own.plan_for(file, own.read(text, "lines"), None, YEAR)
    own.commit(file, plan)
    assert own.plan_for(file, own.read(text, "lines"), None, YEAR).changes == ()
    return plan


def test_each_line_has_its_baseline_with_year_and_source(locality: LocalityFile) -> None:
    plan = taken(locality, BASELINES)
    rows = {row.name: row for row in locality.read(budget.lines, YEAR.months[0])}
    assert {name: row.baseline_pence for name, row in rows.items()} == {
        "Prescribing": 6_240_000_00,
        "Transformation": 200_000_00,
        "Community nursing": 5_180_000_00,
    }
    assert rows["Transformation"].annual_pence == 160_000_00
    assert rows["Transformation"].funding_source == "Grant"
    assert rows["Transformation"].funded_to == date(2017, 3, 31)
    version = locality.read(budget.budget_year, YEAR)
    assert version is not None
    parts = locality.read(budget.parts, version.version_id)
    told = [(part.year, part.source) for part in parts]
    before = FinancialYear(2015)
    assert told[:2] == [(before, "Ledger, month 12"), (before, "Grant letter")]
    assert told[2][0] is None
    assert (plan.rows_kept, plan.refused) == (3, ())


def test_the_totals_of_the_sheet_are_reconciled(locality: LocalityFile) -> None:
    right = own.plan_for(locality, own.read(BASELINES, "lines"), None, YEAR)
    assert right.apart == ()
    assert any("£11,620,000" in note for note in right.notes)
    wrong = BASELINES.replace("11,620,000", "11,620,001")
    told = own.plan_for(locality, own.read(wrong, "lines"), None, YEAR)
    assert [("Baseline £" in words, "£11,620,001" in words) for words in told.apart] == [
        (True, True)
    ]


def test_a_year_that_is_none_is_refused_by_its_row(locality: LocalityFile) -> None:
    text = BASELINES.replace("2015-16", "the year before last")
    plan = own.plan_for(locality, own.read(text, "lines"), None, YEAR)
    (refused,) = plan.refused
    assert refused.row == 3
    assert "is not a financial year" in refused.reason


def test_text_in_money_is_refused_by_its_cell(locality: LocalityFile) -> None:
    text = BASELINES.replace("200,000", "about two")
    plan = own.plan_for(locality, own.read(text, "lines"), None, YEAR)
    (refused,) = plan.refused
    assert "“about two” is not an amount of money" in refused.reason
