"""Initiatives and issues on a real file: money in pence, milestones, measures, forums, undo."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pch_desktop.domain.board_initiatives import Landing
from pch_desktop.domain.board_registers import InitiativeStatus, IssueStatus, Severity
from pch_desktop.domain.partners import ForumKind
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import board, budget, partners
from pch_desktop.store.board import InitiativeRow, IssueRow
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

ON = date(2016, 10, 31)


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """A small locality with one initiative."""
    file = localities.made(path)
    file.edit("Add", board.add_initiative, "Night nursing", {"workstream": "Urgent care"})
    yield file
    file.close()


def only(file: LocalityFile) -> InitiativeRow:
    return file.read(board.initiatives, ON)[0]


def put(file: LocalityFile, field: str, value: object) -> None:
    file.edit("Change", board.set_initiative, only(file).id, field, value)


def test_money_is_kept_in_pence_and_what_is_not_known_stays_so(file: LocalityFile) -> None:
    put(file, "cost_pence", 1_000_000)
    assert only(file).left_pence is None
    put(file, "spent_pence", 1_000_001)
    assert only(file).left_pence == -1
    with pytest.raises(Refusal, match="£0 or more"):
        put(file, "saved_pence", -1)
    put(file, "spent_pence", None)
    assert only(file).left_pence is None


def test_an_initiative_points_at_others_by_their_names(file: LocalityFile) -> None:
    partner = file.read(partners.names)[0]
    line = file.read(budget.lines, Month(2016, 10))[0].name
    put(file, "partner", partner.upper())
    put(file, "line", line)
    assert (only(file).partner, only(file).line) == (partner, line)
    for field in ("partner", "service", "line"):
        with pytest.raises(Refusal, match=r"no .* called"):
            put(file, field, "Nothing of the kind")
    put(file, "partner", "")
    assert only(file).partner is None
    put(file, "starts_on", date(2016, 4, 1))
    with pytest.raises(Refusal, match="cannot end before it begins"):
        put(file, "ends_on", date(2016, 3, 31))
    with pytest.raises(Refusal, match="already there"):
        file.edit("Add", board.add_initiative, "Night nursing", {})
    put(file, "status", InitiativeStatus.UNDER_WAY)
    assert only(file).is_running


def test_the_first_day_due_is_kept_as_first_planned(file: LocalityFile) -> None:
    due = date(2016, 9, 30)
    made = file.edit("Add", board.add_milestone, "night nursing", "Rota", {"due_on": due})
    later = file.edit("Add", board.add_milestone, "Night nursing", "Car", {})
    file.edit("Move", board.set_milestone, made, "due_on", date(2016, 11, 30))
    file.edit("Move", board.set_milestone, later, "due_on", ON)
    rows = {row.id: row for row in file.read(board.milestones, ON)}
    assert (rows[made].landing, rows[made].slipped_days) == (Landing.SLIPPED, 61)
    assert (rows[later].days.baseline, rows[later].landing) == (ON, Landing.ON_TIME)
    assert [one.id for one in file.read(board.milestones, date(2016, 12, 31))] == [later, made]
    assert only(file).next_milestone == rows[later]
    assert file.read(board.initiatives, date(2016, 12, 1))[0].late != ()
    file.edit("Delete", board.remove_milestones, [made, later])
    assert only(file).milestones == ()


def test_measures_of_one_name_stand_in_different_initiatives_only(file: LocalityFile) -> None:
    told = {"baseline": Decimal(0), "target": Decimal(8), "latest": Decimal(6)}
    made = file.edit("Add", board.add_measure, "Night nursing", "Visits", told)
    assert file.read(board.measures)[0].way_share == Decimal("0.75")
    with pytest.raises(Refusal, match="measured there already"):
        file.edit("Add", board.add_measure, "Night nursing", " Visits ", {})
    other = file.edit("Add", board.add_measure, "Night nursing", "Calls", {})
    with pytest.raises(Refusal, match="measured there already"):
        file.edit("Change", board.set_measure, other, "name", "Visits")
    file.edit("Same", board.set_measure, made, "name", "Visits")
    file.edit("Delete", board.remove_initiatives, [only(file).id])
    assert file.read(board.measures) == []
    file.undo()
    assert len(only(file).measures) == 2
    file.edit("Delete", board.remove_measures, [made, other])
    assert only(file).measures == ()


def issue(file: LocalityFile, on: date = ON) -> IssueRow:
    return file.read(board.issues, on)[0]


def test_an_issue_goes_to_a_forum_and_is_late_till_it_is_settled(file: LocalityFile) -> None:
    file.edit("Forum", partners.add_forum, "The board", ForumKind.BOARD, {})
    risk = file.edit("Risk", board.add_risk, "Frost", ON, {})
    made = file.edit("Add", board.add_issue, "No heating", ON, {"severity": Severity.HIGH})
    for field, value in (("forum", "the board"), ("risk", "r1"), ("due_on", ON)):
        file.edit("Change", board.set_issue, made, field, value, ON)
    row = issue(file)
    assert (row.reference, row.forum, row.risk, row.is_late) == ("I1", "The board", "R1", False)
    assert issue(file, date(2016, 11, 1)).is_late
    file.edit("Settle", board.set_issue, made, "status", IssueStatus.DECIDED, ON)
    assert issue(file).is_settled
    assert issue(file).closed_on == ON
    file.edit("Open", board.set_issue, made, "status", IssueStatus.ESCALATED, ON)
    assert (issue(file).is_settled, issue(file).closed_on) == (False, None)
    file.edit("Delete", board.remove_risks, [risk])
    assert issue(file).risk is None
    assert file.read(board.issues, date(2016, 10, 1)) == []
    for field in ("forum", "risk"):
        with pytest.raises(Refusal, match=r"no .* called"):
            file.edit("Change", board.set_issue, made, field, "Nowhere", ON)
        file.edit("Change", board.set_issue, made, field, "", ON)
    file.edit("Delete", board.remove_issues, [made])
    assert file.read(board.issues, ON) == []
