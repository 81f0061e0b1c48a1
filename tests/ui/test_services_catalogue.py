"""The catalogue, what moved from hospital and the care homes on the screen, by keyboard."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.services import BankHolidays, ServiceStatus, Setting
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.services import ServiceRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services.care_homes import AssetsView, CareHomesView
from pch_desktop.ui.sections.services.catalogue import CatalogueView
from pch_desktop.ui.sections.services.freed import FreedView
from pch_desktop.ui.sections.services.moved import MovedServicesView
from pch_desktop.ui.sections.services.needs import NeedsView
from pch_desktop.ui.sections.services.safety import SafetyView
from pch_desktop.ui.sections.services.screen import ServicesScreen
from pch_desktop.ui.sections.services.side_parts import PARTS
from pch_desktop.ui.sections.services.targets import TargetsView
from pch_desktop.ui.sections.services.week import WeekView
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window, put

VIEWS = {
    "Needs": NeedsView,
    "Targets": TargetsView,
    "Moved services": MovedServicesView,
    "Safety": SafetyView,
    "GP appointments freed": FreedView,
    "Care homes": CareHomesView,
    "Community assets": AssetsView,
}
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
View = TypeVar("View", bound=QWidget)


@pytest.fixture
def screen(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> ServicesScreen:
    """The section on the sample at October 2016, shown."""
    return in_window(qtbot, ServicesScreen(Desk(sample, OCTOBER, style, preferences)))


def view_of(screen: ServicesScreen, title: str, kind: type[View]) -> View:
    view = screen.view(f"Care homes/{title}" if title == "Care homes" else title)
    assert isinstance(view, kind)
    return view


def named(file: LocalityFile, name: str) -> ServiceRow:
    return next(row for row in file.read(services.services, OCTOBER) if row.name == name)


def cell(grid: Grid, name: str, key: str) -> str:
    """Return what the cell of a named line reads."""
    model = grid.model
    line = next(at for at in range(model.rowCount()) if model.name(at) == name)
    return str(model.index(line, model.column_at(key)).data())


def test_d21_stands_on_the_screen_from_the_register(screen: ServicesScreen) -> None:
    view = view_of(screen, "Moved services", MovedServicesView)
    tester = QAbstractItemModelTester(view.model, FATAL)
    told = {"gross": "£113,920", "double": "£34,176", "released": "£79,744",
            "benefit": "£17,244", "lost": "£79,744", "stranded": "£19,744"}  # fmt: skip
    assert {key: cell(view.grid, "Skin lesions", key) for key in told} == told
    skin = next(row for row in view.model.rows if row.name == "Skin lesions")
    view.grid.select_record(skin.id)
    assert "£79,744 = £113,920 − £34,176" in view.side.facts[0].findChildren(QLabel)[-1].text()
    assert put(view.grid, skin.id, "tariff", "180") != ""
    physio = next(row for row in view.model.rows if row.name == "Physiotherapy")
    assert put(view.grid, physio.id, "tariff", "96") == ""
    visits: list[tuple[str, str, object]] = []

    def visited(section: str, title: str, record_id: object) -> None:
        visits.append((section, title, record_id))

    view.grid.desk.visited.connect(visited)
    view.open_register()
    assert skin.register is not None
    assert visits == [("budget", "Double payment", skin.register.id)]
    assert tester


def test_a_moved_service_is_signed_for_before_it_goes_live(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    catalogue = view_of(screen, "List", CatalogueView)
    hub = named(sample, "Saturday hub")
    catalogue.grid.select_record(hub.id, "name")
    part = catalogue.side.part_view("From hospital")
    part.fields["is_from_hospital"].box.setCurrentText("Yes")
    part.fields["is_from_hospital"].commit()
    assert put(catalogue.grid, hub.id, "live_on", "1/1/2017") == ""
    assert "cannot become pilot yet" in put(catalogue.grid, hub.id, "status", "Pilot")
    safety = view_of(screen, "Safety", SafetyView)
    safety.show_record(hub.id)
    row = safety.grid.current_row
    assert row.name == "Saturday hub"
    signed = safety.side.fields["signed_on"]
    signed.box.setText("12/12/2016")
    signed.commit()
    assert "who is capable of it" in signed.refusal
    for key, text in (("capable", "A GP"), ("place", "The hospital"), ("signed_by", "C. Brook"),
                      ("signed_on", "12/12/2016")):  # fmt: skip
        safety.side.fields[key].box.put(text)
        safety.side.fields[key].commit()
        assert safety.side.fields[key].refusal == ""
    assert put(catalogue.grid, hub.id, "status", "Pilot") == ""
    assert named(sample, "Saturday hub").status is ServiceStatus.PILOT


def test_the_parts_of_an_entry_are_shown_and_changed_at_the_side(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "List", CatalogueView)
    view.grid.select_record(named(sample, "Memory clinic").id, "name")
    when = view.side.part_view("Where and when")
    assert when.ticks is not None
    when.ticks.boxes[Setting.HOME].click()
    assert named(sample, "Memory clinic").more.settings == (
        Setting.COMMUNITY_HOSPITAL, Setting.HOME
    )  # fmt: skip
    assert sample.to_undo is not None
    assert sample.to_undo.label == "Change where Memory clinic is given"
    how = view.side.part_view("For whom and how")
    how.fields["pathway"].box.setPlainText("Seen, told, followed up.")
    how.fields["pathway"].commit()
    counts = view.side.part_view("Contract and counts")
    counts.fields["gp_freed_each"].box.setText("-1")
    counts.fields["gp_freed_each"].commit()
    assert "from 0 to 1,000" in counts.fields["gp_freed_each"].refusal
    put(view.grid, named(sample, "Memory clinic").id, "status", "Paused")
    steps = view.side.part_view("Status so far")
    labels = steps.facts.findChildren(QLabel)
    assert any("live to paused" in each.text() for each in labels)
    assert named(sample, "Memory clinic").more.pathway == "Seen, told, followed up."
    assert all(view.side.part.findText(title) >= 0 for title in PARTS)


def test_targets_are_typed_for_the_month_and_the_year(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Targets", TargetsView)
    tester = QAbstractItemModelTester(view.model, FATAL)
    row = next(each for each in view.model.rows if each.measure == "Weeks to diagnosis")
    view.grid.select_record(row.id, "reading")
    view.grid.view.setFocus()
    QTest.keyClicks(view.grid.view, "6")
    QTest.keyClick(view.grid.view.delegate.editor or view.grid.view, Qt.Key.Key_Return)
    assert cell(view.grid, row.service, "rating") == "● Green"
    assert sample.to_undo is not None
    assert sample.to_undo.label == (
        "Change October 2016 reading of Weeks to diagnosis, Memory clinic"
    )
    view.turn()
    shown = {column.key for at, column in enumerate(view.model.columns)
             if not view.grid.view.isColumnHidden(at)}  # fmt: skip
    assert {"m0", "m11", "target"} <= shown
    assert "rating" not in shown
    assert put(view.grid, row.id, "m7", "5.5") == ""
    view.turn()
    last = view.model.rowCount() - 1
    assert view.model.change_cell(last, view.model.column_at("measure"), "Seen, %") == ""
    assert view.model.has_draft
    assert view.model.change_cell(last, view.model.column_at("service"), "Memory clinic") == ""
    assert "Seen, %" in {each.measure for each in sample.read(services.targets, OCTOBER)}
    assert "at or above the target" in put(view.grid, row.id, "amber", "2")
    assert tester


def test_homes_offers_and_what_each_person_saves_are_typed(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    homes = view_of(screen, "Care homes", CareHomesView)
    testers = [QAbstractItemModelTester(homes.model, FATAL)]
    sluice = next(row for row in homes.model.rows if row.name == "Sluice House")
    assert put(homes.grid, sluice.id, "practice", "Sedge Lane Surgery") == ""
    assert "191 of 227 beds" in homes.finding.text()
    last = homes.model.rowCount() - 1
    assert homes.model.change_cell(last, homes.model.column_at("name"), "Fen View") == ""
    added = next(row for row in homes.model.rows if row.name == "Fen View")
    homes.grid.select_record(added.id)
    homes.grid.remove()
    assert "Fen View" not in {row.name for row in sample.read(services.care_homes)}
    offers = view_of(screen, "Community assets", AssetsView)
    assert put(offers.grid, offers.model.rows[0].id, "kind", "Faith community") == ""
    saved = view_of(screen, "GP appointments freed", FreedView)
    memory = named(sample, "Memory clinic")
    assert put(saved.grid, memory.id, "each", "0.25") == ""
    assert cell(saved.grid, "Memory clinic", "freed") == "20.0"
    week = view_of(screen, "Weekly pattern", WeekView)
    assert put(week.grid, memory.id, "bank_holidays", "Open as on a Sunday") == ""
    assert named(sample, "Memory clinic").more.bank_holidays is BankHolidays.SUNDAY
    week.turn_to_holidays()
    assert week.is_holidays
    assert len(week.holidays.model.rows) == 8
    needs = view_of(screen, "Needs", NeedsView)
    needs.show_record(memory.id)
    assert needs.grid.current_row.service == "Memory clinic"
    assert testers


def test_every_new_control_has_a_name_and_an_empty_view_says_what_to_do(
    qtbot: QtBot, desk: Desk, screen: ServicesScreen
) -> None:
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit, QComboBox)
    for title, kind in VIEWS.items():
        view = view_of(screen, title, kind)
        widgets = [widget for each in kinds for widget in view.findChildren(each)]
        nameless = [each for each in widgets if each.isVisible() and not each.accessibleName()]
        assert nameless == [], title
    empty = ServicesScreen(desk)
    qtbot.addWidget(empty)
    empty.show()
    for title, kind in VIEWS.items():
        states = view_of(empty, title, kind).findChildren(EmptyState)
        assert any(not state.isHidden() for state in states), title
