"""The board's registers on the screen, driven by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pch_desktop.domain.board_initiatives import Landing
from pch_desktop.domain.board_risks import Band, Trend
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import board
from pch_desktop.store.board import RiskRow
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.board.heat_map import HeatMapView
from pch_desktop.ui.sections.board.initiatives import InitiativesView
from pch_desktop.ui.sections.board.issues import IssuesView
from pch_desktop.ui.sections.board.measures import MeasuresView
from pch_desktop.ui.sections.board.milestones import MilestonesView
from pch_desktop.ui.sections.board.mitigations import MitigationsView
from pch_desktop.ui.sections.board.over_time import OverTimeView
from pch_desktop.ui.sections.board.risks import RisksView
from pch_desktop.ui.sections.board.screen import BoardScreen
from pch_desktop.ui.settings.bands import BandsCard
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import found, in_window, put
from tests.ui.driving import view_of as view

ON = OCTOBER.last


@pytest.fixture
def screen(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> BoardScreen:
    """The board of the sample at October 2016, shown."""
    return in_window(qtbot, BoardScreen(Desk(sample, OCTOBER, style, preferences)))


def risk(sample: LocalityFile, reference: str) -> RiskRow:
    return next(row for row in sample.read(board.risks, ON) if row.reference == reference)


def test_a_risk_is_added_scored_and_seen_in_the_square(
    screen: BoardScreen, sample: LocalityFile
) -> None:
    shown = view(screen, "Risks/Risks", RisksView)
    model = shown.grid.model
    QAbstractItemModelTester(model)
    line = model.rowCount() - 1
    assert model.change_cell(line, model.column_at("title"), "Flood on the low road") == ""
    made = risk(sample, "R9")
    assert put(shown.grid, made.id, "current_consequence", "5") == ""
    assert put(shown.grid, made.id, "current_likelihood", "4") == ""
    assert risk(sample, "R9").band is Band.EXTREME
    assert "2 extreme" in shown.finding.text()
    assert "1 to 5" in put(shown.grid, made.id, "current_likelihood", "7")
    shown.show_record(made.id)
    side = shown.side
    cell = side.parts_model.column_at("text")
    assert side.parts_model.change_cell(0, cell, "Ask the county for pumps") == ""
    assert [part.text for part in risk(sample, "R9").mitigations] == ["Ask the county for pumps"]
    drawn = view(screen, "Risks/Heat map", HeatMapView)
    assert drawn.chart.canvas.chart is not None
    assert "R9" in [row.reference for row in drawn.chart.canvas.chart.rows]
    for _step in range(4):
        sample.undo()
    assert len(sample.read(board.risks, ON)) == 8


def test_a_risk_is_looked_at_scored_lower_and_its_trend_told_at_the_side(
    screen: BoardScreen, sample: LocalityFile
) -> None:
    shown = view(screen, "Risks/Risks", RisksView)
    late = risk(sample, "R3")
    assert late.is_review_late
    shown.show_record(late.id)
    shown.review()
    assert risk(sample, "R3").reviewed_on == ON
    assert put(shown.grid, late.id, "current_likelihood", "2") == ""
    assert risk(sample, "R3").trend is Trend.DOWN
    assert put(shown.grid, late.id, "status", "Closed") == ""
    assert not risk(sample, "R3").is_open
    assert "6 risks open" in shown.finding.text()


def test_mitigations_are_typed_by_reference_and_marked_done(
    screen: BoardScreen, sample: LocalityFile
) -> None:
    shown = view(screen, "Risks/Mitigations", MitigationsView)
    model = shown.grid.model
    QAbstractItemModelTester(model)
    assert "1 is overdue, of R1" in shown.finding.text()
    late = next(row for row in sample.read(board.mitigations, ON) if row.is_late)
    screen.show_place("Risks/Mitigations", late.id)
    assert shown.grid.current_row == late
    assert put(shown.grid, late.id, "done_on", "31/10/2016") == ""
    assert "none is overdue" in shown.finding.text()
    shown.grid.select_record(late.id, "text")
    shown.grid.remove()
    assert late.id not in {row.id for row in sample.read(board.mitigations, ON)}


def test_a_search_finds_registers_by_reference_and_words(sample: LocalityFile) -> None:
    (hit,) = found(sample, "board", "community beds")
    assert (hit.title, hit.view) == ("R4 Loss of community beds", "Risks/Risks")
    assert found(sample, "board", "nothing of the kind") == []


def test_initiatives_milestones_and_measures_are_typed_where_they_are_read(
    screen: BoardScreen, sample: LocalityFile
) -> None:
    shown = view(screen, "Initiatives/Initiatives", InitiativesView)
    QAbstractItemModelTester(shown.grid.model)
    record = next(row for row in sample.read(board.initiatives, ON) if row.line)
    assert put(shown.grid, record.id, "cost", "£250k") == ""
    assert put(shown.grid, record.id, "confidence", "red") == ""
    assert "Enter" in put(shown.grid, record.id, "spent", "-1")
    shown.show_record(record.id)
    stones = shown.side.stones.model
    assert stones.change_cell(len(record.milestones), 0, "Night cover") == ""
    again = next(row for row in sample.read(board.initiatives, ON) if row.id == record.id)
    assert (again.cost_pence, len(again.milestones)) == (25_000_000, len(record.milestones) + 1)
    stones_view = view(screen, "Initiatives/Milestones", MilestonesView)
    QAbstractItemModelTester(stones_view.grid.model)
    late = next(row for row in sample.read(board.milestones, ON) if row.landing is Landing.LATE)
    screen.show_place("Initiatives/Milestones", late.id)
    assert stones_view.grid.current_row == late
    assert put(stones_view.grid, late.id, "done_on", "30/10/2016") == ""
    assert "1 late" not in stones_view.finding.text()
    drawn = view(screen, "Initiatives/Over time", OverTimeView)
    assert drawn.chart.canvas.chart is not None
    assert drawn.chart.canvas.chart.finding == stones_view.finding.text().rstrip(".")
    told = view(screen, "Initiatives/Measures", MeasuresView)
    QAbstractItemModelTester(told.grid.model)
    blank = next(row for row in sample.read(board.measures) if row.latest is None)
    assert put(told.grid, blank.id, "latest", "26") == ""
    assert "1 of 5 measures at the target" in told.finding.text()


def test_an_issue_is_escalated_settled_and_found_again(
    screen: BoardScreen, sample: LocalityFile
) -> None:
    shown = view(screen, "Risks/Issues", IssuesView)
    model = shown.grid.model
    QAbstractItemModelTester(model)
    line = model.rowCount() - 1
    assert model.change_cell(line, model.column_at("title"), "No van for home visits") == ""
    made = next(row for row in sample.read(board.issues, ON) if row.reference == "I4")
    assert put(shown.grid, made.id, "severity", "extreme") == ""
    assert put(shown.grid, made.id, "forum", "Marsh Valley Board") == ""
    assert "3 issues wait" in shown.finding.text()
    assert put(shown.grid, made.id, "status", "Decided") == ""
    assert "2 issues wait" in shown.finding.text()
    (hit,) = found(sample, "board", "no van")
    assert (hit.title, hit.view) == ("No van for home visits", "Risks/Issues")


def test_where_bands_begin_is_set_in_the_settings(desk: Desk, qtbot: QtBot) -> None:
    made = BandsCard(desk)
    qtbot.addWidget(made.card)
    field = made.fields["extreme"]
    field.box.setText("12")
    field.commit()
    assert desk.file.read(board.bands).extreme == 12
    field.box.setText("3")
    field.commit()
    assert "Moderate begins below high" in field.refusal
