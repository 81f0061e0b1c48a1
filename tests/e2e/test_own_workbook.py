"""A manager's own workbook taken in as it is: lines, six months of actuals, posts and people."""

from __future__ import annotations

from collections.abc import Generator
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pch_desktop.exports import pack
from pch_desktop.imports import taking
from pch_desktop.imports.beginning import begin
from pch_desktop.imports.opening import commit
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.imports.taking import Wanted
from pch_desktop.reports import budget as finance
from pch_desktop.reports import workforce
from pch_desktop.store import budget
from pch_desktop.store import workforce as team
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.e2e import managers
from tests.exports.books import cells, formulas, recalculated
from tests.exports.test_recalculated import is_same
from tests.imports.real import state

SEPTEMBER = managers.MONTHS[-1]
SHEETS = (
    Wanted(kind="lines", year=managers.YEAR, sheet="Budget 1617"),
    Wanted(kind="actuals", year=managers.YEAR, sheet="Actuals M6"),
    Wanted(kind="people", sheet="Team"),
)


@pytest.fixture
def valley(path: Path) -> Generator[LocalityFile]:
    """A new locality with nothing in it but its name and the catalogue of roles."""
    file = begin(path, localities.holder(), localities.noon, "Marsh Valley")
    yield file
    file.close()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The manager's workbook."""
    return managers.workbook(tmp_path / "PCH finance FINAL v3.xlsx")


def taken(file: LocalityFile, book: Path) -> list[ImportPlan]:
    """Take the three sheets in, one after the other, and return what was planned of each."""
    plans: list[ImportPlan] = []
    for wanted in SHEETS:
        plans.append(taking.plan(file, book, wanted))
        assert commit(file, plans[-1])
    return plans


def test_every_sheet_is_taken_without_its_totals_and_said_to_foot(
    valley: LocalityFile, book: Path
) -> None:
    lines, actuals, people = taken(valley, book)
    assert lines.rows_kept == actuals.rows_kept == len(managers.BUDGET)
    assert people.rows_kept == len(managers.POSTS)
    for plan in (lines, actuals):
        notes = " ".join(plan.notes)
        assert "otal" in notes
        assert "does not" not in notes


def test_the_budget_and_the_actuals_are_those_of_the_workbook_to_the_penny(
    valley: LocalityFile, book: Path
) -> None:
    taken(valley, book)
    rows = {row.name: row for row in valley.read(budget.lines, SEPTEMBER)}
    assert {name: row.annual_pence for name, row in rows.items()} == managers.BUDGET
    for name, row in rows.items():
        for at, month in enumerate(managers.MONTHS):
            late = managers.is_late(name, month)
            assert row.year.actual[at] == (None if late else managers.spent(name, month))


def test_the_team_is_counted_with_its_vacancy(valley: LocalityFile, book: Path) -> None:
    taken(valley, book)
    posts = valley.read(team.posts, SEPTEMBER.last)
    funded, in_post, vacant = workforce.filled(posts)
    assert (funded, in_post, vacant) == (Decimal("3.1"), Decimal("2.3"), Decimal("0.8"))
    assert {post.reference: post.employer for post in posts} == {
        reference: employer for reference, _, _, employer, *_ in managers.POSTS
    }
    assert "VACANT" not in {person.name for person in valley.read(team.people, SEPTEMBER.last)}


def test_the_same_workbook_again_changes_nothing_and_each_sheet_is_undone_whole(
    valley: LocalityFile, book: Path
) -> None:
    before = valley.read(state)
    taken(valley, book)
    for wanted in SHEETS:
        assert taking.plan(valley, book, wanted).is_nothing
    for _ in SHEETS:
        valley.undo()
    assert valley.read(state) == before


def test_the_pack_made_of_it_holds_the_workbooks_sums(
    valley: LocalityFile, book: Path, tmp_path: Path
) -> None:
    taken(valley, book)
    target = pack.write_pack(pack.gather(valley, SEPTEMBER, localities.NOON), tmp_path)
    table = finance.finance(valley, SEPTEMBER)
    keys = [column.key for column in table.printed]
    page = load_workbook(target, data_only=True)["Finance"]
    at = next(row for row in page.iter_rows() if row[0].value == "Total shadow budget")
    total = [cell.value for cell in at]
    by_key = dict(zip(keys, total, strict=False))
    assert by_key["annual"] == pytest.approx(sum(managers.BUDGET.values()) / 100, abs=0.004)
    month = sum(managers.spent(name, SEPTEMBER) for name in managers.BUDGET if name != "Podiatry")
    assert by_key["month_actual"] == pytest.approx(month / 100, abs=0.004)
    live, ours = formulas(target), cells(target)
    theirs = cells(recalculated(target, tmp_path))
    assert [place for place in live if not is_same(ours.get(place), theirs.get(place))] == []
