"""The workforce before there is anything in it, and at twice the text: nothing silent or cut."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import delete
from sqlalchemy.orm import Session

from pch_desktop.models.workforce import NetworkStaff
from pch_desktop.models.workforce_teams import PracticeStaff
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.chart_view import ChartView
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.leaves import Leaves
from pch_desktop.ui.sections.workforce.additional import AdditionalView
from pch_desktop.ui.sections.workforce.against import AgainstView
from pch_desktop.ui.sections.workforce.counts import PracticeStaffView
from pch_desktop.ui.sections.workforce.demand_shift import ShiftView
from pch_desktop.ui.sections.workforce.screen import WorkforceScreen
from pch_desktop.ui.sections.workforce.vacancies import VacanciesView
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window

REFERENCE = ("Roles", "Pay", "On-costs", "Offer")
"""What is there from the first day on."""
BEGIN = {
    "Posts": "Add post",
    "People": "Add person",
    "Who holds what": "Put somebody in a post",
    "Recruitment": "Begin recruitment",
    "Sickness": "Add group",
    "Compare": "Add scenario",
}


def shown(qtbot: QtBot, desk: Desk) -> WorkforceScreen:
    return in_window(qtbot, WorkforceScreen(desk))


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> WorkforceScreen:
    """The section on an empty file, shown."""
    return shown(qtbot, desk)


@pytest.fixture
def sample_desk(sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    """The sample at October 2016."""
    return Desk(sample, OCTOBER, style, preferences)


def empties(view: QWidget) -> list[EmptyState]:
    return [each for each in view.findChildren(EmptyState) if each.isVisibleTo(view)]


def press(view: QWidget, words: str) -> None:
    made = next(
        each for each in view.findChildren(QPushButton)
        if each.text().strip() == words and each.isVisibleTo(view) and each.isEnabled()
    )  # fmt: skip
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)


def test_every_view_of_an_empty_locality_says_what_to_do(screen: WorkforceScreen) -> None:
    tabs = [screen.tabs.tabText(at) for at in range(screen.tabs.count())]
    seen: list[str] = []
    for title in tabs:
        screen.show_tab(title)
        found = cast("list[Leaves[None]]", screen.findChildren(Leaves))
        (leaves,) = (each for each in found if each.isVisible())
        for leaf in leaves.titles:
            view = leaves.shown(leaf).sheet
            if leaf not in REFERENCE:
                assert len(empties(view)) == 1, f"{title}/{leaf}"
                seen.append(leaf)
    assert {"Against the budget", "Who holds what", "Vacancies", "Over time", "Shift"} <= set(seen)


@pytest.mark.parametrize(("title", "verb"), BEGIN.items())
def test_the_verb_that_adds_opens_the_table_of_an_empty_view(
    screen: WorkforceScreen, title: str, verb: str
) -> None:
    view = screen.view(title)
    press(view, verb)
    assert empties(view) == []
    screen.at.moved.emit()
    assert empties(view) == []


def test_a_kind_of_staff_cannot_be_added_before_there_is_a_scenario(
    screen: WorkforceScreen,
) -> None:
    for title, words in (("Kinds of staff", "Add kind of staff"), ("Segments", "Add segment"),
                         ("Shift", "Add shift")):  # fmt: skip
        buttons = screen.view(title).findChildren(QPushButton)
        verbs = {each.text().strip(): each for each in buttons}
        assert not verbs[words].isEnabled()
    press(screen.view("Demand"), "Add the worked example")
    for title, words in (("Kinds of staff", "Add kind of staff"), ("Segments", "Add segment")):
        buttons = screen.view(title).findChildren(QPushButton)
        verbs = {each.text().strip(): each for each in buttons}
        assert verbs[words].isEnabled()


def test_a_scenario_without_a_shift_says_how_one_begins(qtbot: QtBot, sample_desk: Desk) -> None:
    view = shown(qtbot, sample_desk).view("Shift")
    assert isinstance(view, ShiftView)
    (empty,) = empties(view)
    press(empty, "Add a shift")
    assert empties(view) == []
    assert view.freed.isVisibleTo(view)
    view.read()
    assert empties(view) == []


def test_a_count_brought_in_by_mistake_is_undone_while_it_is_in_sight(
    qtbot: QtBot, sample: LocalityFile, sample_desk: Desk
) -> None:
    view = shown(qtbot, sample_desk).view("Practice staff")
    assert isinstance(view, PracticeStaffView)

    def count(session: Session) -> None:
        session.execute(delete(PracticeStaff))
        session.add(
            NetworkStaff(network_code="U1", network_name="Marsh", counted_on=OCTOBER.last,
                         staff_group="Nurses", role="Nurse", wte=Decimal(2), heads=3)
        )  # fmt: skip

    sample.edit("Count the network's staff alone", count)
    assert view.grid.model.rows == ()
    assert len(empties(view)) == 1
    sample.undo()
    assert empties(view) == []


def test_opening_where_nothing_is_chosen_says_so(qtbot: QtBot, sample_desk: Desk) -> None:
    screen = shown(qtbot, sample_desk)
    against = screen.view("Against the budget")
    assert isinstance(against, AgainstView)
    none = next(row for row in against.grid.model.rows if not row.is_line)
    against.grid.select_record(none.id)
    press(against, "Open the line")
    assert against.grid.strip.sentence.startswith("Choose a budget line first")
    for title, kind, said in (
        ("Vacancies", VacanciesView, "Choose a vacancy first."),
        ("Additional roles", AdditionalView, "Choose a post first."),
    ):
        view = screen.view(title)
        assert isinstance(view, kind)
        view.grid.model.show([])
        press(view, "Open the post")
        assert view.grid.strip.sentence == said


@pytest.mark.parametrize("title", ["Over time", "Skill mix", "Charts/Starters and leavers"])
def test_a_chart_keeps_its_room_at_twice_the_text_size(
    qtbot: QtBot, sample_desk: Desk, title: str
) -> None:
    screen = shown(qtbot, sample_desk)
    view = screen.view(title)
    chart = view.findChildren(ChartView)[0]
    before = chart.canvas.height()
    sample_desk.style.set_text_percent(200)
    QApplication.processEvents()
    assert chart.canvas.height() >= before
