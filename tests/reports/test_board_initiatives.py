"""Initiatives and issues set out for reading: words, findings, sheets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pch_desktop.domain.period import Month
from pch_desktop.reports import board as report
from pch_desktop.reports import board_initiatives, board_issues, board_milestones
from pch_desktop.reports.statement import Finding
from pch_desktop.reports.table import Holds, summed
from pch_desktop.store import board
from pch_desktop.store.board import InitiativeRow
from pch_desktop.store.locality_file import LocalityFile
from tests.reports.told import told

OCTOBER = Month(2016, 10)


def named(file: LocalityFile, name: str) -> InitiativeRow:
    return next(row for row in file.read(board.initiatives, OCTOBER.last) if row.name == name)


def found(file: Any) -> dict[str, Finding]:
    return {each.title: each for each in report.STATEMENT.findings(file, OCTOBER)}


def test_an_initiative_tells_its_milestones_in_short(marsh_valley: LocalityFile) -> None:
    row = named(marsh_valley, "Shared care record")
    assert board_initiatives.in_short(row) == "1 of 3 done, 1 late"
    assert board_initiatives.following(row) == "Hospital linked (14 Oct 2016)"
    idea = named(marsh_valley, "Same-day appointments, one list")
    assert (board_initiatives.in_short(idea), board_initiatives.following(idea)) == (None, None)
    rows = marsh_valley.read(board.initiatives, OCTOBER.last)
    assert board_initiatives.finding(rows) == (
        "4 initiatives running of 5; Red: Shared care record; 1 milestone late."
    )
    assert board_initiatives.finding([]) == "No initiative has been added yet."


def test_money_of_an_idea_is_nothing_and_a_blank_elsewhere_not_known(
    marsh_valley: LocalityFile,
) -> None:
    rows = marsh_valley.read(board.initiatives, OCTOBER.last)
    columns = {column.key: column for column in board_initiatives.INITIATIVES}
    cost = summed(columns["cost"], rows)
    assert (cost.amount, cost.is_incomplete) == (38_100_000, False)
    assert summed(columns["saving"], rows).is_incomplete


def test_findings_lead_to_the_very_milestone_initiative_and_issue(
    marsh_valley: LocalityFile,
) -> None:
    row = named(marsh_valley, "Shared care record")
    told_of = found(marsh_valley)
    late = told_of["Shared care record: Hospital linked is 17 days overdue"]
    assert (late.record_id, late.view) == (row.late[0].id, "Initiatives/Milestones")
    over = told_of["Shared care record: £6,500 spent beyond its cost"]
    assert (over.record_id, over.view) == (row.id, "Initiatives/Initiatives")
    stuck = next(each for each in marsh_valley.read(board.issues, OCTOBER.last) if each.is_late)
    due = told_of["I2: a decision was due on 28 Oct 2016"]
    assert (due.record_id, due.view) == (stuck.id, "Risks/Issues")
    assert "Finance and risk group is asked" in due.detail
    assert not any(title.startswith("I3") for title in told_of)


def test_an_initiative_that_is_red_without_a_word_is_found(marsh_valley: LocalityFile) -> None:
    row = named(marsh_valley, "Shared care record")
    silent = replace(row, progress=None)
    said = "Shared care record is Red and nobody says why"
    assert said not in found(marsh_valley)
    assert said in found(told(marsh_valley, {board.initiatives: [silent]}))


def test_the_sheets_name_people_in_columns_of_names_alone_and_leave_out_what_was_settled_before(
    marsh_valley: LocalityFile,
) -> None:
    tables = {table.title: table for table in report.STATEMENT.build(marsh_valley, OCTOBER)}
    assert [row.reference for row in tables["Issues"].rows] == ["I2", "I1", "I3"]
    november = {t.title: t for t in report.STATEMENT.build(marsh_valley, Month(2016, 11))}
    assert [row.reference for row in november["Issues"].rows] == ["I2", "I1"]
    for title in ("Initiatives", "Milestones", "Issues", "Risks", "Mitigations"):
        table = tables[title]
        who = [column for column in table.columns if column.holds is Holds.NAMES]
        assert any(column.prints for column in who)
        names = {str(column.value(row)) for column in who for row in table.rows} - {"None"}
        others = [str(column.value(row)) for column in table.columns if column not in who
                  for row in table.rows]  # fmt: skip
        assert names and not [name for name in names if any(name in words for words in others)]
    way = tables["Initiative measures"]
    live = way.columns[-1].formula_of
    assert live is not None
    assert {bool(live(row)) for row in way.rows} == {True, False}


def test_milestones_measures_and_issues_are_told_in_a_sentence(marsh_valley: LocalityFile) -> None:
    stones = marsh_valley.read(board.milestones, OCTOBER.last)
    assert board_milestones.finding(stones) == (
        "10 milestones: 1 late, 2 slipped, 4 on time, 1 done late, 2 done; Hospital linked of "
        "Shared care record is longest overdue."
    )
    assert board_milestones.finding([]) == "No milestone has been added yet."
    assert board_milestones.told(stones[0]).startswith("● Done")
    measures = marsh_valley.read(board.measures)
    assert board_milestones.measured(measures) == "0 of 5 measures at the target; 1 not known yet."
    assert board_milestones.measured([]) == "No measure has been added yet."
    stuck = marsh_valley.read(board.issues, OCTOBER.last)
    assert board_issues.finding(stuck) == "2 issues wait for a decision; past the day: I2."
    assert [board_issues.standing(row) for row in stuck] == ["◆ Overdue", "▲ Waiting", "● Settled"]
    assert board_issues.finding([]) == "Nothing has been escalated yet."
