"""The catalogue of roles on the screen: added, changed, kept while posts have one."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pch_desktop.domain.partners import Sector
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.roles import RolesView
from pch_desktop.ui.style import Style
from tests import localities
from tests.ui.conftest import OCTOBER


@pytest.fixture
def team(path: Path) -> Generator[LocalityFile]:
    """Three nurses in three posts of one role."""
    made = localities.made(path)
    yield made
    made.close()


@pytest.fixture
def view(qtbot: QtBot, team: LocalityFile, style: Style, preferences: PreferenceFile) -> RolesView:
    """The catalogue, shown."""
    desk = Desk(team, OCTOBER, style, preferences)
    made = RolesView(desk, AsAt(desk))
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


def put(view: RolesView, line: int, key: str, text: str) -> str:
    """Type a text into a cell; return what is refused."""
    return view.grid.model.change_cell(line, view.grid.model.column_at(key), text)


def test_a_role_is_added_changed_and_taken_back(view: RolesView, team: LocalityFile) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(view.grid.model, mode)
    said: list[str] = []
    view.grid.model.refused.connect(said.append)
    put(view, 1, "sector", "community")
    assert said == ["Enter the name of the new role."]
    put(view, 1, "name", "District nurse")
    made = next(row for row in team.read(workforce.roles) if row.name == "District nurse")
    assert (made.code, made.sector) == ("DISTRICT_NURSE", Sector.COMMUNITY)
    line = view.grid.model.line_of(made.id)
    assert put(view, line, "is_additional_role", "yes") == ""
    assert put(view, line, "valid_from", "1/4/2019") == ""
    assert put(view, line, "staff_group", "wizards").startswith("“wizards” is not in the list.")
    assert team.changes()[0].label == "Change first day of District nurse"
    team.undo()
    assert next(row for row in team.read(workforce.roles) if row.id == made.id).valid_from is None
    assert tester.model() is view.grid.model


def test_a_role_that_posts_have_is_not_deleted(view: RolesView, team: LocalityFile) -> None:
    view.grid.select_record(1)
    view.grid.remove()
    assert view.grid.strip.sentence.endswith("3 posts have it. Give them another role first.")
    assert len(team.read(workforce.roles)) == 1
