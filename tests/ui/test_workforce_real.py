"""Real workforce files through the real program, held against sums made outside it."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports import workforce as sheets
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.workforce.counts import BesideView, CensusView, PracticeStaffView
from pch_desktop.ui.sections.workforce.screen import WorkforceScreen
from pch_desktop.ui.style import Style
from tests.e2e.commands import reading, told
from tests.imports.real import real_file

MAP = "list_size/gp-reg-pat-prac-map_2022-03.csv"
CENSUS = "workforce/PCN_2021-06_individual_level.csv"
BY_YEAR = "workforce/HEEC_derived_workforce_year_v2_site_practices.csv"
SEDGEFIELD = "U37593"
JUNE = Month(2021, 6)
WINSFORD = ("N81024", "N81040", "N81074", "N81123", "N81127")


@contextmanager
def screen_of(
    path: Path, month: Month, looks: tuple[Style, PreferenceFile, QtBot]
) -> Generator[tuple[WorkforceScreen, LocalityFile]]:
    """Open a file's workforce page at a month."""
    style, preferences, qtbot = looks
    with reading(path) as file:
        screen = WorkforceScreen(Desk(file, month, style, preferences))
        qtbot.addWidget(screen)
        yield screen, file


@pytest.fixture
def looks(
    qtbot: QtBot, style: Style, preferences: PreferenceFile
) -> tuple[Style, PreferenceFile, QtBot]:
    return style, preferences, qtbot


def test_a_real_networks_wte_by_staff_group_is_the_sum_of_its_rows(
    tmp_path: Path, looks: tuple[Style, PreferenceFile, QtBot]
) -> None:
    sources = (real_file(MAP), real_file(CENSUS))
    path = tmp_path / "durham.pch"
    told("new", path, "--site", "south-durham")
    for source in sources:
        told("import", path, source)
    outside: dict[str, Decimal] = defaultdict(Decimal)
    with sources[1].open(encoding="cp1252", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["PCN_CODE"] == SEDGEFIELD:
                outside[row["STAFF_GROUP"]] += Decimal(row["FTE"])

    with screen_of(path, JUNE, looks) as (screen, file):
        view = screen.view("Network census")
        assert isinstance(view, CensusView)
        model = view.grid.model
        shown = {row.staff_group: row.wte for row in model.rows}
        total = model.total(model.columns[model.column_at("wte")])
        printed = sheets.census(file, JUNE).rows

    assert set(outside) == {"Directors", "Other Direct Patient Care staff"}
    assert {group: wte.quantize(Decimal("0.000001")) for group, wte in shown.items()} == {
        group: wte.quantize(Decimal("0.000001")) for group, wte in outside.items()
    }
    assert total is not None
    assert total.value == sum(shown.values()) == sum(row.wte for row in printed)


def test_a_real_sites_practice_figures_are_those_of_the_file(
    tmp_path: Path, looks: tuple[Style, PreferenceFile, QtBot]
) -> None:
    source = real_file(BY_YEAR)
    path = tmp_path / "winsford.pch"
    told("new", path, "--site", "winsford")
    told("import", path, source)
    told("import", path, source)
    with source.open(encoding="utf-8", newline="") as lines:
        ours = [row for row in csv.DictReader(lines) if row["Practice.Code"] in WINSFORD]

    with screen_of(path, Month(2017, 3), looks) as (screen, file):
        view = screen.view("Practice staff")
        assert isinstance(view, PracticeStaffView)
        rows = view.grid.model.rows
        beside = screen.view("Beside ours")
        assert isinstance(beside, BesideView)
        held = [(row.counted_on, row.counted_wte, row.our_wte) for row in beside.grid.model.rows]
        assert len(file.changes()) == len({row.label for row in file.changes()})
        assert len(file.read(workforce.practice_staff)) == len(rows) == 5 * len(ours)

    for heading, group, role in (
        ("TOTAL_GP_EXTGL_FTE", "GP", "without training and locums"),
        ("TOTAL_ADMIN_FTE", "admin and non-clinical", "all"),
        ("TOTAL_ADMIN_RECEPT_FTE", "admin and non-clinical", "receptionists"),
    ):
        theirs = {(row["Practice.Code"], int(row["Year"])): Decimal(row[heading]) for row in ours}
        shown = {
            (row.practice_code, row.counted_on.year): row.wte
            for row in rows
            if (row.staff_group, row.role) == (group, role)
        }
        assert shown == theirs
    patients = {row.patients for row in rows if row.practice_code == "N81024"}
    of_file = {row["TOTAL_PATIENTS"] for row in ours if row["Practice.Code"] == "N81024"}
    assert patients == {int(Decimal(each).to_integral_value(ROUND_HALF_UP)) for each in of_file}
    assert {day for day, _, _ in held} == {date(2016, 9, 30)}
    assert {ours_wte for _, _, ours_wte in held} == {Decimal(0)}
