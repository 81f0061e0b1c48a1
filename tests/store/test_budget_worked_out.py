"""What was worked out before is given again only where it would come out the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.worked_out import MOST_KEPT, WorkedOut
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.budget_plan import Virement
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow, actuals, shape
from pch_desktop.store.budget.asked import Question
from pch_desktop.store.budget.line_told import TOLD
from pch_desktop.store.budget.lines import ROWS
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.bench import large

OCTOBER = Month(2016, 10)
BOUND = {"line": 721, "version": 10, "first": "2016-04", "last": "2017-03"}


@pytest.fixture
def valley(tmp_path: Path) -> Generator[LocalityFile]:
    """A copy of the sample."""
    file = localities.sample(tmp_path / "valley.pch")
    yield file
    file.close()


def forget() -> None:
    """Forget whatever was worked out before."""
    TOLD.forget()
    ROWS.forget()


def read(file: LocalityFile) -> list[LineRow]:
    """Return the lines, as remembered, once they are the same as worked out anew."""
    found = file.read(budget.lines, OCTOBER)
    forget()
    assert found == file.read(budget.lines, OCTOBER)
    return found


def ids(file: LocalityFile) -> dict[str, int]:
    """Return the lines' ids by name."""
    return {line.name: line.id for line in file.read(budget.lines, OCTOBER)}


def move(session: Session, one: int, other: int) -> None:
    """Move budget from a line to another."""
    version_id = session.get_one(BudgetLine, one).version_id
    moved = {"amount_pence": 5_000, "month": OCTOBER, "words": "Moved", "number": 1}
    lines_moved = {"from_line_id": one, "to_line_id": other, "is_recurrent": False}
    session.add(Virement(version_id=version_id, **moved, **lines_moved))


Changes = Callable[[LocalityFile, int, int], object]
CHANGES: dict[str, Changes] = {
    "budget": lambda file, one, _: file.edit("x", budget.set_line, one, "annual_pence", 7),
    "name": lambda file, one, _: file.edit("x", budget.set_line, one, "name", "Another"),
    "provider": lambda file, one, _: file.edit("x", budget.set_provider, one, "Lantern Hospice"),
    "actual": lambda file, one, _: file.edit("x", budget.set_actual, one, OCTOBER, 5),
    "month": lambda file, one, _: file.edit("x", budget.set_month_budget, one, OCTOBER, 5),
    "baseline": lambda file, one, _: file.edit("x", budget.set_baseline, one, 987_654),
    "change of service": lambda file, one, _: file.edit(
        "x", budget.add_adjustment, one, "More", 5_000, {"approved_on": OCTOBER.first}
    ),
    "virement": lambda file, one, other: file.edit("x", move, one, other),
    "undo": lambda file, one, _: (
        file.edit("x", budget.set_line, one, "annual_pence", 7),
        file.read(budget.lines, OCTOBER),
        file.undo(),
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_after_any_change_the_lines_are_what_they_would_be_anew(
    what: str, valley: LocalityFile
) -> None:
    before = read(valley)
    named = ids(valley)
    CHANGES[what](valley, named["Voluntary sector, social prescribing"], named["Prescribing"])
    after = read(valley)
    assert (after == before) is (what == "undo")


def test_another_month_is_another_standing(valley: LocalityFile) -> None:
    october = read(valley)
    september = valley.read(budget.lines, OCTOBER.plus(-1))
    assert [row.standing for row in september] != [row.standing for row in october]
    assert valley.read(budget.lines, OCTOBER) == october


def test_lines_that_did_not_change_are_the_very_same(valley: LocalityFile) -> None:
    line = ids(valley)["Prescribing"]
    before = {row.id: row for row in valley.read(budget.lines, OCTOBER)}
    valley.edit("x", budget.set_line, line, "annual_pence", 7)
    after = {row.id: row for row in valley.read(budget.lines, OCTOBER)}
    assert [id_ for id_ in after if after[id_] is not before[id_]] == [line]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=40))
def test_what_is_given_is_always_what_the_work_gives(asked: list[tuple[int, int]]) -> None:
    kept: WorkedOut[str] = WorkedOut()
    for line, value in asked:
        assert kept.of(line, str, value) == str(value)


def test_not_more_than_so_many_are_kept() -> None:
    kept: WorkedOut[int | None] = WorkedOut()
    for line in range(MOST_KEPT + 5):
        kept.of(line, abs, line)
    calls: list[int] = []
    kept.of(0, calls.append, 0)
    assert calls == [0]


@pytest.fixture(scope="module")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 105,600 actuals."""
    path = tmp_path_factory.mktemp("large") / "ten years.pch"
    large.budget_file(path)
    return path


def plan(path: Path, question: Question) -> str:
    """Return how SQLite would find the answer."""
    sql, names, fixed = question.words
    bound = {**BOUND, **{f"month_{at}": f"2016-{at % 9 + 4:02}" for at in range(12)}, **fixed}
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", [bound[name] for name in names])
        return "; ".join(row[3] for row in rows)


def test_a_years_spending_is_read_from_the_index_that_holds_it(ten_years: Path) -> None:
    found = plan(ten_years, shape.SPENT)
    assert "SEARCH actual USING COVERING INDEX ix_actual_month_line_id" in found
    assert "TEMP B-TREE" not in found


def test_the_latest_month_of_a_line_is_found_by_its_index(ten_years: Path) -> None:
    found = plan(ten_years, actuals.latest())
    assert "COVERING INDEX ix_actual_month_line_id" in found
    assert "autoindex" not in found
