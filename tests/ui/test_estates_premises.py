"""Mobile units, the peak they came for, projects and options on the screen, by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports import estates_premises, estates_units
from pch_desktop.reports.estates import STATEMENT
from pch_desktop.store import estates
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.cell_roles import TROUBLE_ROLE
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.estates.premises import OptionsView, ProjectsView
from pch_desktop.ui.sections.estates.screen import EstatesScreen
from pch_desktop.ui.sections.estates.unit_days import UnitDaysView
from pch_desktop.ui.sections.estates.units import PeaksView, UnitsView
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window, put
from tests.ui.driving import view_of as view

YEAR = OCTOBER.financial_year


@pytest.fixture
def screen(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> EstatesScreen:
    """The section on the sample, shown."""
    return in_window(qtbot, EstatesScreen(Desk(sample, OCTOBER, style, preferences)))


def paste(grid: Grid, key: str, text: str) -> None:
    grid.view.go(grid.model.rowCount() - 1, grid.model.column_at(key))
    QGuiApplication.clipboard().setText(text)
    grid.paste()


def test_units_are_signed_off_before_they_count_as_safe(
    screen: EstatesScreen, sample: LocalityFile
) -> None:
    units = view(screen, "Units", UnitsView)
    QAbstractItemModelTester(units.grid.model)
    assert units.finding.text() == "3 mobile units, 2 signed off as safe for patients."
    clean = next(row for row in sample.read(estates.units, YEAR) if not row.is_signed_off)
    line = units.grid.model.line_of(clean.id)
    marked = units.grid.model.index(line, units.grid.model.column_at("signed_off_on"))
    assert "booked for" in marked.data(TROUBLE_ROLE)
    assert "first who answers" in put(units.grid, clean.id, "signed_off_on", "1/11/2016")
    assert put(units.grid, clean.id, "signed_off_by", "A. Heron") == ""
    assert put(units.grid, clean.id, "signed_off_on", "1/11/2016") == ""
    assert units.finding.text().startswith("3 mobile units, 3 signed off")
    titles = [found.title for found in STATEMENT.findings(sample, OCTOBER)]
    assert not any("not signed off" in title for title in titles)
    sample.undo()
    titles = [found.title for found in STATEMENT.findings(sample, OCTOBER)]
    assert f"{clean.name} is booked and not signed off as safe for patients" in titles


def test_days_of_units_are_pasted_and_stay_provisional_until_signed_off(
    screen: EstatesScreen, sample: LocalityFile
) -> None:
    days = view(screen, "Days", UnitDaysView)
    QAbstractItemModelTester(days.grid.model)
    before = len(sample.read(estates.unit_days, YEAR))
    paste(
        days.grid,
        "unit",
        "Clean room for day surgery\t14/11/2016\t8\t16:30\tMarsh Valley Community Hospital\n"
        "Endoscopy unit\t14/11/2016\t\t\tLantern Hospice\tCommunity diagnostics\n"
        "Endoscopy unit\t14/11/2016\t10:00\t12:00",
    )
    assert "Endoscopy unit is taken on Monday 14 November 2016" in days.grid.strip.sentence
    made = {row.unit: row for row in sample.read(estates.unit_days, YEAR) if row.day.day == 14}
    clean, scopes = made["Clean room for day surgery"], made["Endoscopy unit"]
    assert (clean.starts, clean.ends, clean.status.value) == ("08:00", "16:30", "provisional")
    assert (scopes.starts, scopes.ends, scopes.status.value) == ("09:00", "17:00", "confirmed")
    assert "Nobody has signed" in put(days.grid, clean.id, "status", "confirmed")
    assert "is taken on Monday" in put(days.grid, clean.id, "unit", "Endoscopy unit")
    assert put(days.grid, scopes.id, "status", "cancelled") == ""
    assert put(days.grid, clean.id, "unit", "Endoscopy unit") == ""
    while len(sample.read(estates.unit_days, YEAR)) > before:
        sample.undo()


def test_the_peak_on_the_screen_is_that_of_the_workbook(
    screen: EstatesScreen, sample: LocalityFile
) -> None:
    peaks = view(screen, "Against the peak", PeaksView)
    QAbstractItemModelTester(peaks.grid.model)
    rows = sample.read(estates.peaks, YEAR)
    assert rows
    assert [row.id for row in peaks.grid.model.rows] == [row.id for row in rows]
    assert peaks.finding.text() == estates_units.finding(rows)
    tables = {table.title: table for table in STATEMENT.build(sample, OCTOBER)}
    assert list(tables["Units against the peak"].rows) == rows
    assert tables["Units against the peak"].subtitle == estates_units.finding(rows)


def test_projects_and_options_are_pasted_and_one_is_chosen(
    screen: EstatesScreen, sample: LocalityFile
) -> None:
    projects = view(screen, "Projects", ProjectsView)
    QAbstractItemModelTester(projects.grid.model)
    paste(projects.grid, "name", "Group room\tLantern Hospice\tidea\t1/6/2017\t20")
    made = next(row for row in sample.read(estates.projects) if row.name == "Group room")
    assert (made.site, made.minutes_a_week, made.needed_on) == (
        "Lantern Hospice", 1_200, date(2017, 6, 1),
    )  # fmt: skip
    options = view(screen, "Build, hire or extend", OptionsView)
    QAbstractItemModelTester(options.grid.model)
    before = len(sample.read(estates.premises_options))
    paste(
        options.grid,
        "project",
        "Group room\tBuild\tAn extension\t90,000\t2,000\t30\t20\t1/5/2017\n"
        "Group room\tTent\tA tent\t1\t1\t1\t20\t1/5/2017\n"
        "Group room\tHire\tThe hall\t0\t6,240\t\t20\t3/1/2017",
    )
    assert "New option 2, Way: “Tent” is not in the list." in options.grid.strip.sentence
    found = sample.read(estates.premises_options)
    assert len(found) == before + 2
    hall = next(row for row in found if row.name == "The hall")
    assert hall.offer.hour_pence == 6_00
    assert estates_premises.verdict(hall) == "● Enough and in time"
    assert put(options.grid, hall.id, "is_chosen", "yes") == ""
    chosen = next(row for row in sample.read(estates.projects) if row.id == made.id).chosen
    assert chosen is not None
    assert chosen.id == hall.id
    sample.undo()
    sample.undo()
    assert len(sample.read(estates.premises_options)) == before


def test_the_cheapest_way_that_does_is_named_and_a_late_choice_is_found(
    screen: EstatesScreen, sample: LocalityFile
) -> None:
    options = view(screen, "Build, hire or extend", OptionsView)
    told = estates_premises.finding(sample.read(estates.premises_options))
    assert options.finding.text() == told
    assert "the cheapest is Evenings and Saturday mornings for Treatment rooms" in told
    build = next(
        row for row in sample.read(estates.premises_options) if row.name == "Two rooms at the back"
    )
    assert estates_premises.verdict(build) == "▲ Too late"
    put(options.grid, build.id, "is_chosen", "yes")
    titles = [found.title for found in STATEMENT.findings(sample, OCTOBER)]
    assert "Treatment rooms at Sedge Lane: too late by what was chosen" in titles
