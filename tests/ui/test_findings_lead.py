"""Each thing that needs attention leads to its very record, and to its cell."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pch_desktop.reports import quality
from pch_desktop.reports.quality import STATES
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.overview.attention import FindingRow
from pch_desktop.ui.sections.overview.screen import Overview
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.standing import grids_in, shown_columns
from tests.ui.conftest import OCTOBER


def test_every_finding_of_the_sample_has_a_verb_that_leads_to_its_row_and_cell(
    window: Shell, sample: LocalityFile
) -> None:
    found = quality.findings(sample, OCTOBER)
    assert len(found) > 40
    assert not [each.title for each in found if each.verb in {"", "Open"}]
    desk = window.desk
    assert desk is not None
    row = FindingRow(desk)
    for each in found:
        window.go("overview")
        row.show_finding(each)
        row.verb.click()
        QApplication.processEvents()
        assert led_to(window, each), f"{each.verb}: {each.title}"


def led_to(window: Shell, found: Finding) -> bool:
    """Whether a table in sight stands on the finding's record, and on its column."""
    screen = window.stage.currentWidget()
    if screen is None or window.current != found.section:
        return False
    return any(_stands_on(grid, found) for grid in grids_in(screen))


def _stands_on(grid: Grid, found: Finding) -> bool:
    row = grid.current_row
    if row is None:
        return False
    keys = [getattr(row, name, None) for name in ("id", "line_id", "service_id")]
    is_row = found.record_id is None or abs(found.record_id) in keys
    if not found.column:
        return is_row
    at = grid.view.currentIndex().column()
    is_cell = grid.model.columns[at].key == found.column
    return is_row and is_cell and found.column in shown_columns(grid)


def test_the_same_number_stands_wherever_things_to_do_are_counted(
    window: Shell, sample: LocalityFile, qtbot: QtBot
) -> None:
    heavy = quality.pressing(quality.findings(sample, OCTOBER))
    by_section = Counter(each.section for each in heavy)
    window.go("overview")
    page = window.stage.currentWidget()
    assert isinstance(page, Overview)
    qtbot.waitUntil(lambda: bool(window.status.checks.text()), timeout=5000)
    assert {name: made.badge for name, made in window.rail.buttons.items() if made.badge} == (
        by_section
    )
    assert window.status.checks.text() == f"{len(heavy)} things need attention"
    assert page.attention.count.text() == f"5 of {len(heavy)}"
    told = quality.quality(sample, OCTOBER).rows
    states = [row.state for row in told if row.state in STATES.values()]
    assert len(states) - states.count(STATES[Weight.NOTE]) == len(heavy)
    checks = next(each for each in page.stepper.steps if each.step.title == "Checks").step
    assert checks.of - checks.done == len(by_section)
