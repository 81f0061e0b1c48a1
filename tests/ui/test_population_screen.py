"""The population on the screen: typed in, refused, undone, pasted, grouped, found."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from pch_desktop.domain.population import PracticeStatus, TransferKind
from pch_desktop.models.locality import ControlTotal
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.population import finding, registered
from pch_desktop.store import population
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.population import PracticeRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.population.charts import AgesView, ListsView, NeedView
from pch_desktop.ui.sections.population.practices import PracticesView
from pch_desktop.ui.sections.population.screen import PopulationScreen
from pch_desktop.ui.sections.population.tables import GroupsView, SitesView, TransfersView
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import found, in_window, put

VIEWS = {
    "Practices": PracticesView,
    "Age and sex": AgesView,
    "Lists over time": ListsView,
    "Need": NeedView,
    "Groups": GroupsView,
    "Sites": SitesView,
    "List transfers": TransfersView,
}
MILLPOND = 2


def shown(qtbot: QtBot, desk: Desk) -> PopulationScreen:
    """Return the section, shown on a practice PC."""
    return in_window(qtbot, PopulationScreen(desk))


@pytest.fixture
def screen(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> PopulationScreen:
    """The section on the sample at October 2016."""
    return shown(qtbot, Desk(sample, OCTOBER, style, preferences))


def view_of(screen: PopulationScreen, title: str) -> Any:
    """Return a view, built."""
    view = screen.view(title)
    assert isinstance(view, VIEWS[title])
    return view


def add(grid: Grid, **texts: str) -> None:
    """Type texts into the empty last line, by column."""
    for key, text in texts.items():
        grid.model.change_cell(grid.model.rowCount() - 1, grid.model.column_at(key), text)


def practice(file: LocalityFile, practice_id: int = MILLPOND) -> PracticeRow:
    """Return a practice as the file has it."""
    return next(row for row in file.read(population.practices, OCTOBER) if row.id == practice_id)


@pytest.mark.parametrize("title", VIEWS)
def test_each_view_opens_on_the_sample(screen: PopulationScreen, title: str) -> None:
    view_of(screen, title)
    for grid in screen.findChildren(Grid):
        QAbstractItemModelTester(
            grid.model, QAbstractItemModelTester.FailureReportingMode.Fatal, screen
        )


def test_the_line_beside_the_title_is_the_reports(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    context = finding(sample.read(population.practices, OCTOBER))
    assert context == "41,280 people registered with 6 practices."
    assert context in [label.text() for label in screen.findChildren(QLabel)]


def test_the_total_is_the_reports(screen: PopulationScreen, sample: LocalityFile) -> None:
    model = view_of(screen, "Practices").model
    total = model.total(model.columns[model.column_at("list_size")])
    assert total.value == registered(sample.read(population.practices, OCTOBER))[0]


def test_a_list_is_kept_for_the_months_end(screen: PopulationScreen, sample: LocalityFile) -> None:
    assert put(view_of(screen, "Practices").grid, MILLPOND, "list_size", "8,500") == ""
    row = practice(sample)
    assert (row.list_size, row.list_on) == (8500, date(2016, 10, 31))
    assert sample.to_undo is not None
    assert sample.to_undo.label == "Change list of Millpond Surgery on 31 Oct 2016"
    sample.undo()
    assert (practice(sample).list_size, practice(sample).list_on) == (8460, date(2016, 10, 1))


def test_clearing_a_list_takes_away_the_one_shown(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    put(view_of(screen, "Practices").grid, MILLPOND, "list_size", "")
    assert practice(sample).list_on == date(2016, 7, 1)


def test_a_weighted_list_is_of_the_months_year(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    grid = view_of(screen, "Practices").grid
    put(grid, MILLPOND, "weighted", "9000")
    row = practice(sample)
    assert (row.weighted, row.registered, str(row.year)) == (9000, 8460, "2016/17")
    screen.desk.choose_month(OCTOBER.plus(12))
    put(grid, MILLPOND, "registered", "8600")
    (later,) = [
        row
        for row in sample.read(population.weights)
        if row.practice_id == MILLPOND and str(row.year) == "2017/18"
    ]
    assert (later.registered, later.weighted) == (8600, None)


def test_words_of_the_status_are_taken_in_any_case(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    grid = view_of(screen, "Practices").grid
    assert put(grid, MILLPOND, "status", "dormant") == ""
    assert practice(sample).status is PracticeStatus.DORMANT
    assert "Active" in put(grid, MILLPOND, "status", "asleep")


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("code", "123", "“123” is not an ODS code. Enter one such as N81024."),
        ("name", "", "Enter the practice's name."),
        ("list_size", "many", "“many” cannot be taken. Enter a whole number, 0 or more."),
        ("closed_on", "1/1/1960", "cannot close before it opened. Enter a later date."),
        ("need_index", "1.1", "Need index is worked out from other figures."),
    ],
)
def test_what_cannot_be_is_refused(
    screen: PopulationScreen, sample: LocalityFile, key: str, text: str, said: str
) -> None:
    before = sample.to_undo
    assert put(view_of(screen, "Practices").grid, MILLPOND, key, text).endswith(said)
    assert sample.to_undo == before


def test_a_practice_is_added_in_the_empty_line(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    grid = view_of(screen, "Practices").grid
    add(grid, name="Weir Surgery")
    assert len(sample.read(population.practices, OCTOBER)) == 6
    assert grid.strip.sentence == "Enter the practice's ODS code too."
    add(grid, code="mv007")
    assert practice(sample, 7).name == "Weir Surgery"
    assert grid.current_row is None or grid.current_row.id


def test_practices_are_deleted_with_their_count(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Sites")
    view.grid.view.selectRow(0)
    view.grid.remove()
    assert len(sample.read(population.sites)) == 8
    sample.undo()
    assert len(sample.read(population.sites)) == 9


def test_a_block_of_practices_is_pasted_as_one_step(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Practices")
    steps = len(sample.changes())
    view.grid.add()
    QGuiApplication.clipboard().setText("Weir\tMV007\t1,200\nLock\tMV008\t800\n")
    view.grid.paste()
    assert [(practice(sample, at).name, practice(sample, at).list_size) for at in (7, 8)] == [
        ("Weir", 1200),
        ("Lock", 800),
    ]
    assert len(sample.changes()) == steps + 1


def test_of_a_pasted_block_the_good_line_stands_and_the_bad_one_is_told(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Practices")
    steps = len(sample.changes())
    view.grid.add()
    QGuiApplication.clipboard().setText("Weir\tMV007\t1,200\nLock\t?\t800\n")
    view.grid.paste()
    assert "New practice 2" in view.grid.strip.sentence
    assert practice(sample, 7).name == "Weir"
    assert len(sample.changes()) == steps + 1
    sample.undo()
    assert len(view.grid.model.rows) == 6


def test_the_side_shows_and_changes_what_is_not_in_the_table(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    screen.show_record(MILLPOND)
    side = view_of(screen, "Practices").side
    facts = [label.text() for label in side.facts.findChildren(QLabel)]
    assert "8,460 on 1 Oct 2016" in facts
    assert "£1,240,000 in 2015/16" in facts
    field = side.fields["joined_on"]
    field.box.setText("1 May 2015")
    field.commit()
    assert practice(sample).joined_on == date(2015, 5, 1)
    field.box.setText("someday")
    field.commit()
    assert field.refusal
    assert practice(sample).joined_on == date(2015, 5, 1)


def test_a_group_keeps_tables_and_charts_to_its_practices(screen: PopulationScreen) -> None:
    screen.scope.choose(1)
    view = view_of(screen, "Practices")
    assert [row.code for row in view.model.rows] == ["MV001", "MV002", "MV003"]
    ages = view_of(screen, "Age and sex").chart.canvas.chart
    assert sum(row.people for row in ages.rows) == 27_010
    lists = view_of(screen, "Lists over time").chart.canvas.chart
    assert lists.rows[-1].people == 27_010
    need = view_of(screen, "Need").chart.canvas.chart
    assert need.rows[0].registered == 27_010
    screen.show_record(6)
    assert screen.scope.name == "All practices"
    assert view.grid.current_row.id == 6


def test_a_group_that_is_deleted_gives_way_to_all(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    screen.scope.choose(1)
    sample.edit("Delete", population.remove_groups, [1])
    assert len(view_of(screen, "Practices").model.rows) == 6


def test_a_list_transfer_is_not_read_as_growth(screen: PopulationScreen) -> None:
    chart = view_of(screen, "Lists over time").chart.canvas.chart
    assert chart.finding == (
        "1,694 more people than on 1 Oct 2014: 1,150 came by list transfer, "
        "544 by growth of their own."
    )
    assert [row.moved for row in chart.rows if row.moved] == [1150]


def test_the_pyramids_bars_add_up_to_the_lists(screen: PopulationScreen) -> None:
    canvas = view_of(screen, "Age and sex").chart.canvas
    chart = canvas.chart
    assert sum(canvas.drawing.men) + sum(canvas.drawing.women) == 41_280
    assert 40 <= len(chart.alt_text) <= 400


def test_the_index_against_the_board_is_shown_where_its_totals_are_known(
    screen: PopulationScreen,
) -> None:
    view = view_of(screen, "Need")
    at = view.grid.model.column_at("board_index")
    assert not view.grid.view.isColumnHidden(at)


def test_the_board_is_left_out_where_it_is_not_known(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    sample.edit("Forget", lambda session: session.execute(delete(ControlTotal)))
    view = view_of(screen, "Need")
    at = view.grid.model.column_at("board_index")
    assert view.grid.view.isColumnHidden(at)
    assert view.chart.canvas.chart.finding == (
        "Need is furthest above England's for Community, by 4.7%."
    )


def test_groups_sites_and_transfers_are_worked_in(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    groups = view_of(screen, "Groups").grid
    assert put(groups, 1, "members", "mv001, mv004") == ""
    assert put(groups, 1, "kind", "federation") == ""
    north = next(row for row in sample.read(population.groups, OCTOBER) if row.id == 1)
    assert (north.members, north.kind) == ("MV001, MV004", "federation")
    assert "no practice called" in put(groups, 1, "members", "MV099")
    add(groups, name="East", kind="network")
    add(view_of(screen, "Sites").grid, name="Weir branch")
    sites = view_of(screen, "Sites").grid
    branch = next(row.id for row in sample.read(population.sites) if row.name == "Weir branch")
    assert put(sites, branch, "practice", "millpond surgery") == ""
    assert put(sites, branch, "is_hub", "yes") == ""
    moved = view_of(screen, "List transfers").grid
    add(moved, moved_on="1/4/2016")
    assert moved.strip.sentence == "Enter which list the people left too."
    add(moved, from_name="Lock Surgery")
    assert put(moved, 2, "to_code", "mv003") == ""
    assert put(moved, 2, "kind", "closure") == ""
    assert put(moved, 2, "people", "240") == ""
    row = sample.read(population.transfers)[-1]
    assert (row.kind, row.to_code, row.people) == (TransferKind.CLOSURE, "MV003", 240)


def test_rows_of_the_small_tables_are_deleted(
    screen: PopulationScreen, sample: LocalityFile
) -> None:
    for title in ("Groups", "List transfers"):
        grid = view_of(screen, title).grid
        grid.view.selectRow(0)
        grid.remove()
    assert len(sample.read(population.groups, OCTOBER)) == 2
    assert sample.read(population.transfers) == []


@pytest.mark.parametrize("key", ["name"])
def test_a_small_tables_new_line_needs_a_name(screen: PopulationScreen, key: str) -> None:
    for title, said in (("Groups", "group"), ("Sites", "site")):
        grid = view_of(screen, title).grid
        add(grid, **{"code" if title == "Groups" else "note": "x"})
        assert grid.strip.sentence == f"Enter the {said}'s {key} too."


def test_an_empty_file_says_what_the_section_is_for(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, desk)
    view = view_of(screen, "Practices")
    assert view.master.isHidden()
    verbs = [each.text() for each in view.findChildren(QAbstractButton) if each.isVisible()]
    assert "Add the first practice" in verbs
    view.begin()
    assert not view.master.isHidden()
    for title in VIEWS:
        view_of(screen, title)


def test_a_file_that_is_only_read_takes_nothing(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> None:
    sample.reason = "Somebody else has it open."
    view = view_of(shown(qtbot, Desk(sample, OCTOBER, style, preferences)), "Practices")
    verbs = {each.text().strip(): each.isEnabled() for each in view.findChildren(QAbstractButton)}
    assert (verbs["Add practice"], verbs["Import lists"]) == (False, False)


def test_bringing_in_is_asked_of_the_window(screen: PopulationScreen, qtbot: QtBot) -> None:
    desk = screen.desk
    bring = next(
        each
        for each in screen.findChildren(QAbstractButton)
        if each.text().strip() == "Import lists"
    )
    with qtbot.waitSignal(desk.command_asked) as asked:
        bring.click()
    assert asked.args == ["import"]


def test_practices_are_found_by_name_code_place_and_group(sample: LocalityFile) -> None:
    assert [hit.record_id for hit in found(sample, "population", "millpond")] == [2]
    assert [hit.record_id for hit in found(sample, "population", "mv004")] == [4]
    assert [hit.record_id for hit in found(sample, "population", "MV5 2FF")] == [6]
    north = [hit for hit in found(sample, "population", "north") if hit.view == "Practices"]
    assert len(north) == 3
    assert found(sample, "population", " ") == []


def test_every_control_has_a_name(screen: PopulationScreen) -> None:
    for title in VIEWS:
        view: QWidget = view_of(screen, title)
        nameless = [
            part
            for kind in (QAbstractButton, QComboBox, QLineEdit)
            for part in view.findChildren(kind)
            if not (part.accessibleName() or getattr(part, "text", str)())
            and type(part) is not QAbstractButton
            and not isinstance(part.parent(), QLineEdit)
        ]
        assert nameless == [], title


def test_the_keys_go_round_the_views_and_hide_the_side(screen: PopulationScreen) -> None:
    view = view_of(screen, "Practices")
    view.grid.view.setFocus()
    QTest.keyClick(view.grid.view, Qt.Key.Key_F4)
    assert view.side.isHidden()
    QTest.keyClick(view.grid.view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert screen.tabs.tabText(screen.tabs.currentIndex()) == "Age and sex"
