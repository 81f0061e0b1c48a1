"""Waits and demand on the screen: typed, pasted, refused, undone, drawn."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.services.access_charts import CapacityChart, WaitsChart
from pch_desktop.ui.sections.services.by_hour import ByHourView
from pch_desktop.ui.sections.services.chosen import ALL
from pch_desktop.ui.sections.services.clearing import ClearingView
from pch_desktop.ui.sections.services.hours_chart import HoursChart
from pch_desktop.ui.sections.services.lead_time import LeadTimeView
from pch_desktop.ui.sections.services.national import NationalView
from pch_desktop.ui.sections.services.screen import ServicesScreen
from pch_desktop.ui.sections.services.waits import DivertedView, WaitsView
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window, put, view_of


@pytest.fixture
def screen(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> ServicesScreen:
    """The section on the sample at October 2016, shown."""
    return in_window(qtbot, ServicesScreen(Desk(sample, OCTOBER, style, preferences)))


def key_of(file: LocalityFile, name: str) -> int:
    return next(row.id for row in file.read(services.service_names) if row.name == name)


def test_waits_are_typed_in_bands_and_day_by_day(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Waits/Waits", WaitsView)
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    falls, joints = (key_of(sample, name) for name in
                     ("Falls and balance classes", "First-contact physiotherapy"))  # fmt: skip
    assert "Bands follow" in put(view.grid, falls, "from_0", "4").replace("The bands", "Bands")
    assert put(view.grid, joints, "from_29", "200") == ""
    assert "over 28 days" in view.grid.model.texts(view.model.column_at("ninety_second"), 20)
    sample.undo()
    view.grid.select_record(falls)
    assert view.side.days.box.text_now().startswith("3, 5, 6, 7x2")
    view.side.days.box.put("3, -5, 9")
    view.side.days.commit()
    assert "Wait 2, -5 days, is negative" in view.side.days.refusal
    view.side.days.box.put("1, 2, 3")
    view.side.days.commit()
    assert sample.to_undo is not None
    assert sample.to_undo.label == "Enter waits of Falls and balance classes, October 2016"
    sample.undo()
    view.all.click()
    assert len(view.model.rows) == 17
    assert "linear interpolation" in view.notes.text()
    assert "not the 18-week clock" in view.notes.text()


def test_the_share_diverted_is_typed_beside_the_wait(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Instead of hospital", DivertedView)
    skin = key_of(sample, "Teledermatology")
    assert put(view.grid, skin, "still", "100") == ""
    assert "points short" in view.model.texts(view.model.column_at("standing"), 9)[1]
    assert "whole number" in put(view.grid, skin, "still", "-1")
    sample.undo()
    assert view.model.texts(view.model.column_at("standing"), 9)[1] == "● Target met"


def test_hours_are_pasted_as_one_step_where_one_service_and_site_are_chosen(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "By hour", ByHourView)
    assert (view.service.name, view.site.name) == ("Same-day access", "Valley Health Centre")
    QGuiApplication.clipboard().setText("70\t50\n60\t40")
    view.grid.select_record(1, "h8")
    view.grid.paste()
    monday, tuesday = view.model.rows[:2]
    assert [day.hours[at].asked for day in (monday, tuesday) for at in (8, 9)] == [70, 50, 60, 40]
    sample.undo()
    assert view.model.rows[0].hours[8].asked != 70
    view.show_count("unmet")
    assert "worked out" in put(view.grid, 1, "h8", "4")
    view.show_count("slots")
    view.site.choose(ALL)
    assert "Choose one service and one site" in put(view.grid, 1, "h8", "4")
    assert "in hours in which it is not open" in view.finding.text()


def test_queues_and_lead_times_are_typed(screen: ServicesScreen, sample: LocalityFile) -> None:
    clearing = view_of(screen, "Weeks to clear", ClearingView)
    memory = key_of(sample, "Memory clinic")
    assert put(clearing.grid, memory, "first_contacts", "60") == ""
    weeks = {row.id: row.weeks for row in clearing.model.rows}
    assert weeks[memory] != "growing"
    assert put(clearing.grid, memory, "contacts_each", "2") == ""
    assert "from 0 to 1,000" in put(clearing.grid, memory, "contacts_each", "5000")
    lead = view_of(screen, "Lead time", LeadTimeView)
    assert "Choose one service" in put(lead.grid, 1, "attended", "5")
    lead.service.choose(memory)
    assert put(lead.grid, 4, "not_attended", "9") == ""
    assert lead.model.rows[3].not_attended == 9
    assert "GPonline" in lead.notes.text()


def test_national_figures_stand_beside_ours_and_charts_are_drawn(
    screen: ServicesScreen, sample: LocalityFile
) -> None:
    national = view_of(screen, "National figures", NationalView)
    assert "Marsh and Vale CCG (invented), October 2016" in national.finding.text()
    national.service.choose(key_of(sample, "Memory clinic"))
    assert national.grid.model.texts(2, 9)[1] == "7.0%"
    for title, kind in (("Charts/Hours", HoursChart), ("Charts/Waits", WaitsChart),
                        ("Capacity and demand", CapacityChart)):  # fmt: skip
        chart = view_of(screen, title, kind).chart
        QApplication.processEvents()
        chart.toggle()
        assert chart.is_table
        chart.toggle()
    screen.show_place("Charts/Waits", key_of(sample, "Emotional wellbeing"))
    waits = view_of(screen, "Charts/Waits", WaitsChart)
    assert waits.chart.canvas.accessibleName().startswith("Emotional wellbeing: half waited")
    screen.show_place("Weeks to clear", key_of(sample, "Memory clinic"))
    assert view_of(screen, "Weeks to clear", ClearingView).grid.current_row is not None
