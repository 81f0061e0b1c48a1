"""Winsford's payments of 2015/16 and 2016/17 as two budget years, and what truly changed."""

from __future__ import annotations

import csv
from collections import defaultdict
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.imports.payments import line_name
from pch_desktop.reports import budget_years
from pch_desktop.reports.budget_years import GONE, NEW, YearChange
from pch_desktop.reports.budget_years_table import change_notes
from pch_desktop.reports.budget_years_words import change_steps
from pch_desktop.store import budget
from tests import localities
from tests.e2e.commands import reading, told
from tests.imports.real import real_file

FILES = {
    "2015/16": "payments/nhspaymentsgp_15-16.csv",
    "2016/17": "payments/nhspaymentsgp_16-17.csv",
}
TOTAL = "Total NHS Payments to General Practice"
PEOPLE = "Number of Weighted Patients (Last Known Figure)"
CODES = {"N81024", "N81040", "N81074", "N81123", "N81127"}
ENDED = "Patient participation"
NEXT = Month(2017, 4)
Cells = dict[str, dict[str, Decimal]]


def published(year: str) -> Cells:
    """Return Winsford's rows of a file, by practice and heading: what is no number left out."""
    found: Cells = {}
    with real_file(FILES[year]).open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["Practice Code"].strip() in CODES:
                found[row["Practice Code"].strip()] = {
                    name.strip(): Decimal(text) for name, text in row.items() if _is_number(text)
                }
    return found


def _is_number(text: str) -> bool:
    return text.strip().lstrip("-").replace(".", "", 1).isdigit()


@pytest.fixture(scope="module")
def winsford(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Winsford's budget on each year's payments, the second begun from the first."""
    first, second = (real_file(name) for name in FILES.values())
    path = tmp_path_factory.mktemp("winsford") / "w.pch"
    told("new", path, "--site", "winsford")
    told("import", path, first)
    with closing(localities.opened(path)) as file:
        file.edit("Begin 2017/18", budget.begin_next_year, FinancialYear(2016))
    told("import", path, second)
    with closing(localities.opened(path)) as file:
        ended = [line.id for line in file.read(budget.lines, NEXT) if line.name == ENDED]
        file.edit(f"Delete {ENDED}", budget.remove_lines, ended)
    return path


@pytest.fixture(scope="module")
def change(winsford: Path) -> YearChange:
    """The two years held against each other."""
    with reading(winsford) as file:
        found = budget_years.year_change(file, NEXT)
    assert found is not None
    return found


def test_both_years_come_to_what_was_published_to_the_penny(change: YearChange) -> None:
    totals = {
        year: sum(int(row[TOTAL] * 100) for row in published(year).values()) for year in FILES
    }
    assert totals == {"2015/16": 4_183_884_50, "2016/17": 5_797_022_95}
    assert (change.last_pence, change.this_pence) == (4_183_884_50, 5_797_022_95)
    assert change.split.change_pence == 1_613_138_45
    assert sum(row.change or 0 for row in change.rows) == 1_613_138_45


def test_every_line_changed_by_what_the_two_files_say(change: YearChange) -> None:
    cells = {year: published(year) for year in FILES}
    said: dict[str, dict[str, int]] = defaultdict(dict)
    for year, rows in cells.items():
        for row in rows.values():
            for heading, amount in row.items():
                name = line_name(heading)
                said[name][year] = said[name].get(year, 0) + int(amount * 100)
    assert len(change.rows) == 23
    for row in change.rows:
        before, after = (said[row.name].get(year) or None for year in FILES)
        assert (row.last, row.this) == (before, after), row.name
        assert row.change == (after or 0) - (before or 0)


def test_the_parts_of_every_line_add_up_over_practices_to_the_penny(change: YearChange) -> None:
    for row in change.rows:
        assert row.split is not None
        assert row.split.change_pence == row.change
        assert sum(each.change for each in row.practices) == row.change
        for part in ("list_pence", "rate_pence", "other_pence"):
            by_practice = sum(getattr(each.split, part) or 0 for each in row.practices)
            assert by_practice == (getattr(row.split, part) or 0), row.name


def test_a_line_is_split_by_the_weighted_lists_of_the_two_files(change: YearChange) -> None:
    before, after = (published(year) for year in FILES)
    row = next(row for row in change.rows if row.name == "Global sum")
    by_list = 0
    for code, cells in before.items():
        people = (cells[PEOPLE], after[code][PEOPLE])
        exact = cells["Global Sum"] * 100 * (people[1] - people[0]) / people[0]
        by_list += int(exact.quantize(Decimal(1), "ROUND_HALF_UP"))
    assert row.split is not None
    assert row.split.list_pence == by_list
    assert row.split.rate_pence == (row.change or 0) - by_list
    assert row.split.other_pence is None


def test_what_stands_in_one_of_the_files_only_is_new_or_gone(change: YearChange) -> None:
    states = {row.name: row.state for row in change.rows if row.state}
    assert states == {
        "General practice forward view": NEW,
        "Out of area in hours urgent care": NEW,
        ENDED: GONE,
    }
    gone = next(row for row in change.rows if row.state == GONE)
    assert (gone.last, gone.this, gone.change) == (12_132_72, None, -12_132_72)
    assert change.split.other_pence == 201_519_00 + 460_23 - 12_132_72


def test_the_finding_names_the_line_the_practice_and_both_sources(change: YearChange) -> None:
    finding, *sources = change_notes(change)
    assert finding == (
        "2017/18 is £1,613,138 more than 2016/17 (38.6%). Premises payments moved most, £763,308 "
        "more; Swanlow Medical Centre £357,306 more. Of the change: list size £63,673 more, "
        "payment a head £1,359,619 more, new, gone or not split £189,847 more."
    )
    assert sources[:2] == [
        "2016/17: NHS Payments to General Practice 2015/16.",
        "2017/18: NHS Payments to General Practice 2016/17.",
    ]
    assert "after it has ended" in sources[2]
    steps = change_steps(change)
    assert (steps[0].reached, steps[-1].reached) == (4_183_884_50, 5_797_022_95)
    assert steps[1].name == "Premises payments"
