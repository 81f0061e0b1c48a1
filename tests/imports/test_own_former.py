"""Last month's board pack carried over: commentary, open actions, open risks, as one step."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import ActionStatus
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports import pack
from pch_desktop.imports import own, preview, taking
from pch_desktop.imports.opening import commit
from pch_desktop.models.board import ActionUpdate, BoardAction
from pch_desktop.models.board_registers import Risk, RiskScore
from pch_desktop.models.budget import BudgetLine
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.imports.own_workbooks import saved, sheet

SEPTEMBER = Month(2016, 9)
PACK = taking.Wanted(kind="pack")


@pytest.fixture
def file(tmp_path: Path) -> Generator[LocalityFile]:
    """The sample, whose lines say nothing yet, and which has no actions and risks."""
    file = localities.sample(tmp_path / "m.pch")
    file.edit("Nothing yet", silence)
    yield file
    file.close()


def silence(session: Session) -> None:
    """Take out what the sample says already, all but one commentary."""
    for line in session.scalars(select(BudgetLine).where(BudgetLine.name != "Contingency")):
        line.commentary = None
    for kind in (RiskScore, Risk, BoardAction):
        for row in session.scalars(select(kind)):
            session.delete(row)


def theirs(path: Path) -> Path:
    """A secretary's own workbook of September."""
    book = Workbook()
    sheet(book, "Cover", [["Board pack"], ["September 2016"]])
    sheet(book, "Money", [
        ["Finance report, September 2016"],
        ["Service line", "Variance", "Comments"],
        ["Prescribing", -186, "Price concessions add to cost."],
        ["Contingency", 275, "Something else than ours."],
        ["A & E and urgent care", -64, "Weekend attendances."],
        ["Emergency admission", -412, "Winter came early."],
        ["Community nursing and therapies", 0, None],
    ])  # fmt: skip
    sheet(book, "Action log", [
        ["Actions, September 2016"],
        ["No", "What is to be done", "Lead", "By when", "Status", "Update"],
        ["2016-09/01", "- SUM of the review", "Jo Wren", date(2016, 10, 20), "Open", "Begun"],
        ["2016-09/02", "Write to the hospital", "Sam Reed", "soon", "In progress", None],
        ["2016-09/03", "Agree the plan", "Jo Wren", date(2016, 9, 20), "Complete", None],
        ["2016-09/04", "Count the chairs", None, None, "Mislaid", None],
        [None, "Ask the voluntary partners", None, None, "Overdue", None],
        [None, "Ask the voluntary partners", None, None, "Open", None],
    ])  # fmt: skip
    sheet(book, "Risk register", [
        ["Ref", "Risk description", "Category", "Impact", "Likelihood", "Controls", "Status"],
        ["R7", "Winter comes early", "Finance", 4, 3, "A reserve", "Open"],
        [None, "Nurses leave", "workforce", 9, 3, None, "Open"],
        ["R8", "The roof leaks", "Estates", None, None, None, "Closed"],
        [None, "Records do not join up", None, 3, 3, None, None],
    ])  # fmt: skip
    return saved(book, path)


def rows(file: LocalityFile, kind: Any, *columns: str) -> list[tuple[Any, ...]]:
    """Return some columns of every row of a table."""

    def found(session: Session) -> list[tuple[Any, ...]]:
        told = session.scalars(select(kind).order_by(kind.id))
        return [tuple(getattr(row, column) for column in columns) for row in told]

    return file.read(found)


def test_commentary_actions_and_risks_come_in_as_one_step(
    file: LocalityFile, tmp_path: Path
) -> None:
    plan = taking.plan(file, theirs(tmp_path / "theirs.xlsx"), PACK)
    before = len(file.changes())
    assert commit(file, plan)
    labels = [each.label for each in file.changes()]
    assert labels[0] == "Import last month's board pack"
    assert len(labels) == before + 1
    told = {row.name: row.commentary for row in file.read(budget.lines, SEPTEMBER)}
    assert told["Prescribing"] == "Price concessions add to cost."
    assert told["A&E and urgent care"] == "Weekend attendances."
    assert told["Contingency"] == "Fully released in the forecast: for the board to decide."
    assert rows(file, BoardAction, "reference", "text", "owner", "due_on", "status") == [
        ("2016-09/01", "- SUM of the review", "Jo Wren", date(2016, 10, 20), ActionStatus.OPEN),
        ("2016-09/05", "Ask the voluntary partners", None, None, ActionStatus.OPEN),
    ]
    assert rows(file, ActionUpdate, "told_on", "text") == [(date(2016, 9, 30), "Begun")]
    assert rows(file, Risk, "reference", "title", "current_consequence", "controls") == [
        ("R7", "Winter comes early", 4, "A reserve"),
        ("R9", "Records do not join up", 3, None),
    ]
    assert rows(file, RiskScore, "scored_on", "consequence", "likelihood") == [
        (date(2016, 9, 30), 4, 3), (date(2016, 9, 30), 3, 3)]  # fmt: skip
    file.undo()
    assert rows(file, BoardAction, "text") == rows(file, Risk, "title") == []


def test_what_is_not_carried_over_is_told_by_sheet_row_and_column(
    file: LocalityFile, tmp_path: Path
) -> None:
    plan = taking.plan(file, theirs(tmp_path / "theirs.xlsx"), PACK)
    found = {(row.sheet, row.row, row.column): row.reason for row in plan.refused}
    assert set(found) == {
        ("Money", 6, ""),
        ("Action log", 4, "By when"),
        ("Action log", 6, "Status"),
        ("Risk register", 3, "Impact"),
    }
    assert "Did you mean “Emergency admissions”?" in found["Money", 6, ""]
    assert "from 1 to 5" in found["Risk register", 3, "Impact"]
    aside = {(group.reason, group.count) for group in plan.set_aside}
    assert aside == {
        ("No commentary stands there", 1),
        ("Stands in the locality with words of its own, which stay", 1),
        ("Closed already, so not carried over", 1),
        ("Stands in the pack twice", 1),
    }
    assert plan.rows_read == 5 + 6 + 4
    words = " ".join(preview.sentences(plan))
    assert "Actions: 2 new." in words
    assert "Risks: 2 new." in words
    assert "Budget lines: 2 changed." in words


def test_bringing_the_same_pack_in_again_changes_nothing(
    file: LocalityFile, tmp_path: Path
) -> None:
    path = theirs(tmp_path / "theirs.xlsx")
    first = taking.plan(file, path, PACK)
    commit(file, first)
    again = taking.plan(file, path, PACK)
    assert again.is_nothing
    assert again.rows_kept == first.rows_kept
    assert any("so nothing changes" in note for note in again.notes)


def test_our_own_pack_brings_its_commentary_back(file: LocalityFile, tmp_path: Path) -> None:
    file.undo()
    before = {row.name: row.commentary for row in file.read(budget.lines, SEPTEMBER)}
    whole = pack.gather(file, SEPTEMBER, localities.NOON)
    kept = {"Finance", "Actions", "Risks"}
    written = whole.without({table.title for table in whole.every_table} - kept)
    path = pack.write_pack(written, tmp_path)
    assert taking.plan(file, path, PACK).is_nothing
    file.redo()
    plan = taking.plan(file, path, PACK)
    commit(file, plan)
    assert {row.name: row.commentary for row in file.read(budget.lines, SEPTEMBER)} == before
    assert {change.table for change in plan.changes} >= {"budget_line"}


def test_a_workbook_with_nothing_to_carry_over_is_refused(
    file: LocalityFile, tmp_path: Path
) -> None:
    book = Workbook()
    sheet(book, "Rooms", [["Room", "Seats"], ["One", 4], ["Two", 5]])
    path = saved(book, tmp_path / "rooms.xlsx")
    with pytest.raises(Refusal, match="No commentary on budget lines, no actions and no risks"):
        taking.plan(file, path, PACK)


def test_dates_with_the_month_first_are_asked_about(file: LocalityFile, tmp_path: Path) -> None:
    book = Workbook()
    log = [["Ref", "Action", "Due"], ["A1", "Write", "10/25/2016"], ["A2", "Call", "10/01/2016"]]
    sheet(book, "Actions", log)
    reading = own.read(saved(book, tmp_path / "log.xlsx"), "pack")
    with pytest.raises(Refusal, match="month first"):
        own.plan_for(file, reading)
    plan = own.plan_for(file, replace(reading), is_month_first=True)
    assert [change.after["due_on"] for change in plan.changes] == [
        date(2016, 10, 25), date(2016, 10, 1)]  # fmt: skip
