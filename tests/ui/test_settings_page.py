"""The locality's own settings on the screen: typed in, refused, undone."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Thresholds
from pch_desktop.models.locality import ControlTotal, ImportBatch
from pch_desktop.store import locality
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.settings.brought import BroughtView
from pch_desktop.ui.settings.facts import FactsView
from pch_desktop.ui.settings.page import SettingsPage
from pch_desktop.ui.settings.rates import RatesView
from pch_desktop.ui.shell import Shell
from tests.ui.driving import in_window
from tests.ui.test_shell import nameless


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SettingsPage:
    """The page on a new file, shown."""
    return in_window(qtbot, SettingsPage(desk))


@pytest.fixture
def facts(page: SettingsPage) -> FactsView:
    view = page.view("Locality")
    assert isinstance(view, FactsView)
    return view


def put(view: RatesView, line: int, key: str, text: str) -> str:
    """Type a text into a cell; return what is refused."""
    return view.grid.model.change_cell(line, view.grid.model.column_at(key), text)


def bring_in(session: Session) -> None:
    """Add two files, one with a total of its own."""
    for at, name in ((1, "payments.csv"), (2, "own.xlsx")):
        session.add(
            ImportBatch(id=at, kind="nhs_payments", file_name=name, file_digest="0",
                        at=datetime(2016, 10, at, tzinfo=UTC), rows_read=10, rows_kept=at,
                        rows_refused=10 - at)
        )  # fmt: skip
    session.flush()
    session.add(ControlTotal(batch_id=1, place="England", measure="total", value=Decimal("12.50")))


# Locality


def test_a_fact_is_kept_when_enter_is_pressed_and_taken_back(
    facts: FactsView, file: LocalityFile
) -> None:
    facts.vehicle.box.setFocus()
    QTest.keyClicks(facts.vehicle.box, "Marsh Valley CIC")
    QTest.keyClick(facts.vehicle.box, Qt.Key.Key_Return)
    facts.people.box.put("42,000")
    facts.people.commit()
    row = file.read(locality.locality)
    assert (row.vehicle, row.population_stated) == ("Marsh Valley CIC", 42_000)
    assert file.changes()[0].label == "Change the stated population of the locality"
    file.undo()
    file.undo()
    assert facts.vehicle.box.text_now() == ""
    assert file.read(locality.locality).vehicle is None


def test_thresholds_are_shown_changed_and_refused(facts: FactsView, file: LocalityFile) -> None:
    boxes = [field.box.text_now() for field in (facts.amber, facts.red, facts.least)]
    assert boxes == ["0.5%", "2%", "5000"]
    facts.amber.box.put("3%")
    facts.amber.commit()
    assert facts.amber.refusal.startswith("Amber begins before red.")
    facts.least.box.put("")
    facts.least.commit()
    assert facts.least.refusal == "Enter an amount of £0 or more, such as £5,000."
    assert file.read(locality.thresholds) == Thresholds()
    facts.red.box.put("5")
    facts.red.commit()
    facts.amber.box.put("3%")
    facts.amber.commit()
    assert file.read(locality.thresholds) == Thresholds(Decimal("0.03"), Decimal("0.05"))
    assert file.changes()[0].label == "Change where amber begins"


# Rates


def test_a_rate_is_added_once_it_has_all_it_needs(page: SettingsPage, file: LocalityFile) -> None:
    view = page.view("Rates")
    assert isinstance(view, RatesView)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(view.grid.model, mode)
    assert not view.grid.isVisible()
    view.begin()
    said: list[str] = []
    view.grid.model.refused.connect(said.append)
    typed = {"value": "13.8%", "words": "Employer NI", "unit": "share", "valid_from": "6/4/2024"}
    for key, text in (*typed.items(), ("source", "HMRC")):
        assert put(view, view.grid.model.rowCount() - 1, key, text) == ""
    assert said[0] == "Enter what the rate is."
    assert said[-1] == "Enter where the rate was read."
    (row,) = file.read(locality.reference_values)
    assert (row.words, row.value, row.source) == ("Employer NI", Decimal("0.138"), "HMRC")
    line = view.grid.model.line_of(row.id)
    assert put(view, line, "value", "=0.1+0.05") != ""
    assert put(view, line, "value", "0.15") == ""
    assert put(view, line, "valid_to", "1/1/2020").startswith("The rate cannot end before")
    assert file.changes()[0].label == "Change value of Employer NI"
    assert file.read(locality.reference_values)[0].value == Decimal("0.15")
    view.grid.select_record(row.id)
    view.grid.remove()
    assert file.read(locality.reference_values) == []
    file.undo()
    assert len(file.read(locality.reference_values)) == 1
    assert tester.model() is view.grid.model


# Files brought in


def test_files_are_listed_with_the_totals_of_the_one_chosen(
    page: SettingsPage, file: LocalityFile
) -> None:
    view = page.view("Files brought in")
    assert isinstance(view, BroughtView)
    assert not view.files.isVisible()
    file.edit("Bring in", bring_in)
    assert view.files.isVisible()
    assert [row.file_name for row in view.files.model.rows] == ["own.xlsx", "payments.csv"]
    assert not view.totals.isVisible()
    view.files.select_record(1)
    (total,) = view.totals.model.rows
    texts = [view.totals.model.index(0, at).data() for at in range(3)]
    assert (total.batch_id, texts) == (1, ["Total", "England", "12.5"])
    assert view.totals.isVisible()


# In the window


def test_the_rail_and_the_menu_lead_to_the_settings_and_away_again(
    open_shell: Shell, qtbot: QtBot
) -> None:
    stage = open_shell.stage
    pages = stage.count()
    open_shell.rail.settings.click()
    page = stage.currentWidget()
    assert isinstance(page, SettingsPage)
    open_shell.furniture.menus.give("settings")
    assert stage.currentWidget() is page
    for title in ("Locality", "Rates", "Files brought in"):
        page.view(title)
    assert nameless(open_shell) == []
    open_shell.furniture.doings.help_here()
    assert open_shell.furniture.side.help is not None
    assert open_shell.furniture.side.help.topic == "settings"
    open_shell.go(open_shell.current)
    assert stage.count() == pages
    open_shell.rail.settings.click()
    open_shell.close_file()
    assert stage.currentWidget() is open_shell.start_page
    assert not open_shell.rail.settings.isEnabled()
    open_shell.furniture.doings.settings()
    assert stage.currentWidget() is open_shell.start_page
    qtbot.wait(1)
