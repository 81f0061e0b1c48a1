"""The board's registers on the screen, driven by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pch_desktop.domain.board_risks import Band, Trend
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import board
from pch_desktop.store.board import RiskRow
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.board.heat_map import HeatMapView
from pch_desktop.ui.sections.board.mitigations import MitigationsView
from pch_desktop.ui.sections.board.risks import RisksView
from pch_desktop.ui.sections.board.screen import BoardScreen
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
