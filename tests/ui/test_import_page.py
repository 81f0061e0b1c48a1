"""Bringing files and pasted tables in: seen, matched, looked through, taken as one step."""

from __future__ import annotations

from collections.abc import Callable, Generator
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.imports.starters import roles
from pch_desktop.store import budget
from pch_desktop.store.imports import stamp
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.starters import load_roles
from pch_desktop.store.workforce import posts
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.import_page import ImportPage, page_for
from pch_desktop.ui.importing.lines import Ours
from pch_desktop.ui.importing.looking import Ask
from pch_desktop.ui.importing.plan_view import FIRST_ROWS
from pch_desktop.ui.offices import Offices
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.table_model import TableModel
from tests import localities
from tests.imports import official_files
from tests.imports.own_workbooks import budget_book, team_book
from tests.imports.real import real_file, with_practices
from tests.ui.test_shell import nameless

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
YEAR = FinancialYear(2016)
SEPTEMBER = Month(2016, 9)
PARTNERS = "Partner\tType\tVotes\nAge UK Marsh\tcharity\t1\nVale Trust\tacute\tmany\n"
LINES = (
    "Marsh Valley PCH: shadow budget\t\t\n\nService line\tSector\tBudget £000\n"
    "Prescribing\tprimary\t6,480\nGMS core\tprimary\t4,183.8845\n"
    "Total primary care\t\t10,663.8845\n"
    "Community nursing\tcommunity\t£3.12m\nPodiatry\tcommunity\t410\n"
    "Grand total\t\t14,193.8845\n"
)
ACTUALS = (
    "Line\tApr\tMay\tJun\tJul\tAug\tSep\tTotal\n"
    "Prescribing\t540,000.25\t£541,000\t539k\t(1,000)\t540000\t541,250.75\t2700251.00\n"
    "Community nursing\t260000\t260000\t260000\t260000\t260000\t\t1300000\n"
    "Total\t800000.25\t801000\t799000\t259000\t800000\t541250.75\t4000251.00\n"
)
POSTS = (
    "<table><tr><td colspan=4>The one team</td></tr>"
    "<tr><th>Job title</th><th>Employer</th><th>FTE</th><th>Cost £</th></tr>"
    "<tr><td>Practice nurse</td><td>Orchard Lane Surgery</td><td>0.8</td>"
    '<td x:num="32500.5">32,501</td></tr>'
    "<tr><td>Social worker</td><td>Marsh County Council</td><td>1</td><td>45,000</td></tr>"
    "<tr><td>Total</td><td></td><td>1.8</td><td>77,501</td></tr></table>"
)


@pytest.fixture
def offices(offices: Offices) -> Offices:
    """Doors with the real page behind the one to importing."""
    return Offices(
        open=offices.open,
        create=offices.create,
        sample=offices.sample,
        starters=offices.starters,
        practices=offices.practices,
        everything=offices.everything,
        everything_with_names=offices.everything,
        import_page=page_for,
    )


@pytest.fixture
def locality(path: Path) -> LocalityFile:
    """A new file with the role catalogue; the window closes it."""
    made = localities.empty(path)
    made.edit("Roles", load_roles, roles())
    return made


@pytest.fixture
def page(desk: Desk, file: LocalityFile, qtbot: QtBot) -> Generator[ImportPage]:
    """The page by itself on an empty file with the role catalogue."""
    file.edit("Roles", load_roles, roles())
    made = ImportPage(desk)
    made.resize(1160, 660)
    qtbot.addWidget(made)
    made.show()
    yield made
    QApplication.restoreOverrideCursor()


@pytest.fixture
def looked(page: ImportPage, qtbot: QtBot) -> Callable[[Callable[[], object]], ImportPage]:
    """Do something and wait until the page has looked again."""

    def wait(act: Callable[[], object]) -> ImportPage:
        with qtbot.waitSignal(page.looker.seen, timeout=60_000):
            act()
        return page

    return wait


Looked = Callable[[Callable[[], object]], ImportPage]


def texts(page: ImportPage) -> list[str]:
    """Return the notes of a page."""
    return [page.views.notes.item(at).text() for at in range(page.views.notes.count())]


def column_rows(page: ImportPage) -> list[Ours]:
    """Return the rows of the table in which columns are matched."""
    grid = page.columns.grid
    assert grid is not None
    return list(grid.model.rows)


def matched(page: ImportPage) -> dict[str, str | None]:
    """Return which of theirs fills each of ours."""
    return {line.words: line.theirs for line in column_rows(page)}


# What is seen


def test_a_pasted_block_is_told_and_nothing_is_changed(
    page: ImportPage, looked: Looked, file: LocalityFile
) -> None:
    before = file.read(stamp)
    looked(lambda: page.paste(PARTNERS))
    assert page.seen_card.words.text().startswith("This looks like partners: 2 rows, ")
    assert page.seen_card.kind.currentText() == "Partners"
    assert page.foot.rows.text() == "2 rows read: 1 kept, 1 left out."
    assert page.foot.counts.text() == "Partner: 1 new."
    assert page.foot.commit.text() == "Bring in 1 change"
    assert file.read(stamp) == before


def test_every_value_is_shown_before_it_is_written(page: ImportPage, looked: Looked) -> None:
    looked(lambda: page.paste(PARTNERS))
    shown = {(line.row, line.column, line.after) for line in page.views.changes.model.rows}
    assert ("Age UK Marsh", "Votes", "1") in shown
    page.commit()
    looked(lambda: page.paste(PARTNERS.replace("\t1\n", "\t2\n")))
    (line,) = page.views.changes.model.rows
    assert (line.column, line.before, line.after) == ("Votes", "1", "2")


def test_a_row_left_out_names_its_file_sheet_row_column_and_reason(
    page: ImportPage, looked: Looked
) -> None:
    looked(lambda: page.paste(PARTNERS))
    (line,) = page.views.left_out.model.rows
    assert (line.file, line.sheet, line.row, line.column) == (
        "Pasted block", "Pasted block", 3, "Votes",
    )  # fmt: skip
    assert line.reason.startswith("C3: “many” cannot be taken. Enter a whole number")
    assert line.cells == "Vale Trust  |  acute  |  many"


def test_the_rows_left_out_are_saved_as_a_workbook(
    page: ImportPage, looked: Looked, tmp_path: Path, qtbot: QtBot,
    answer: Callable[[str, str], None],
) -> None:  # fmt: skip
    looked(lambda: page.paste(PARTNERS))
    target = tmp_path / "left out.xlsx"
    answer("getSaveFileName", str(target))
    page.foot.save.click()
    qtbot.waitUntil(lambda: "1 row left out" in page.strip.sentence, timeout=20_000)
    sheet = load_workbook(target).worksheets[0]
    assert [cell.value for cell in sheet[3]][:3] == ["Pasted block", "3", "Votes"]


def test_a_workbook_of_two_tables_lets_one_choose(
    page: ImportPage, looked: Looked, tmp_path: Path
) -> None:
    looked(lambda: page.take(team_book(tmp_path / "Team.xlsx")))
    assert page.seen is not None
    assert page.seen.kind == "people"
    assert page.seen_card.table.count() == 3
    assert page.seen_card.table.itemText(2).startswith("3. Rates, hidden: Band, Pay")
    looked(lambda: page.seen_card.table.activated.emit(1))
    assert page.seen.kind == "partners"
    assert page.foot.commit.isEnabled()


def test_totals_are_dropped_with_a_note_and_thousands_are_shown(
    page: ImportPage, looked: Looked, tmp_path: Path
) -> None:
    looked(lambda: page.take(budget_book(tmp_path / "Budget.xlsx")))
    assert page.seen is not None
    assert page.seen.ask is Ask.YEAR
    assert page.strip.sentence.startswith("Say which financial year these lines")
    assert page.views.tabs.currentIndex() == FIRST_ROWS
    first = page.views.first_rows
    assert first is not None
    assert [column.band for column in first.model.columns][3] == "Annual budget in £000"
    page.seen_card.year.setText("16/17")
    looked(page.seen_card.year.editingFinished.emit)
    assert any(note.startswith("Left out 3 totals rows") for note in texts(page))
    assert any("as the sheet says" in note for note in texts(page))
    assert not page.strip.isVisible()


def test_a_total_that_does_not_foot_warns_and_stops_nothing(
    page: ImportPage, looked: Looked
) -> None:
    looked(lambda: page.paste("Line\tBudget\nA\t10\nB\t#REF!\nTotal\t15\n"))
    page.seen_card.year.setText("2016/17")
    looked(page.seen_card.year.editingFinished.emit)
    assert page.strip.sentence.endswith("the 1 row kept come to £10.00, £5.00 less.")
    assert page.foot.commit.isEnabled()


def test_a_year_that_is_none_is_told_under_the_box(page: ImportPage, looked: Looked) -> None:
    looked(lambda: page.paste(LINES))
    page.seen_card.year.setText("next year")
    page.seen_card.year.editingFinished.emit()
    assert not page.is_busy
    assert page.seen_card.year.property("state") == "error"


# Matching columns


def test_a_column_can_be_matched_otherwise_and_is_remembered(
    page: ImportPage, looked: Looked
) -> None:
    text = "Partner\tPoints\nAge UK Marsh\t3\n"
    looked(lambda: page.paste(text))
    assert matched(page)["Votes"] is None
    grid = page.columns.grid
    assert grid is not None
    model: TableModel[Ours] = grid.model
    line = next(line.id for line in column_rows(page) if line.key == "votes")
    looked(lambda: model.change_cell(line - 1, 1, "points"))
    assert matched(page)["Votes"] == "Points"
    page.commit()
    looked(lambda: page.paste("Partner\tPoints\nMill House\t2\n"))
    assert matched(page)["Votes"] == "Points"
    assert column_rows(page)[line - 1].known_by == "memory"


def test_a_column_left_out_leaves_its_values_out(page: ImportPage, looked: Looked) -> None:
    looked(lambda: page.paste(PARTNERS))
    looked(lambda: page.columns.pick("votes", None))
    assert page.foot.rows.text() == "2 rows read: 2 kept, 0 left out."
    assert "Votes" not in {line.column for line in page.views.changes.model.rows}


def test_another_kind_makes_the_plan_again(page: ImportPage, looked: Looked) -> None:
    looked(lambda: page.paste("Name\tNote\nAge UK Marsh\tx\n"))
    looked(lambda: page.seen_card.kind.activated.emit(1))
    assert page.seen is not None
    assert page.seen.kind == "posts"
    assert page.strip.sentence.startswith("No column holds the job titles.")
    assert page.seen.ask is Ask.COLUMNS


def test_dates_with_the_month_first_are_asked_for(page: ImportPage, looked: Looked) -> None:
    looked(lambda: page.paste("Partner\tJoined\nAge UK Marsh\t04/25/2016\n"))
    assert page.seen is not None
    assert page.seen.ask is Ask.DATES
    assert page.seen_card.dates.isVisibleTo(page)
    looked(lambda: page.seen_card.dates.activated.emit(1))
    assert "25 Apr 2016" in {line.after for line in page.views.changes.model.rows}


# What stops it


def test_what_looks_like_patients_needs_a_reason(page: ImportPage, looked: Looked) -> None:
    looked(lambda: page.paste("Partner\tForename\tSurname\tPostcode\nA\tB\tC\tD\n"))
    assert "Nothing about single patients may be kept here" in page.strip.sentence
    assert not page.foot.commit.isEnabled()
    page.seen_card.reason.setText("They are our partners' directors")
    looked(page.seen_card.reason.returnPressed.emit)
    assert any("Taken nevertheless: They are our" in note for note in texts(page))


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04 cut off", b"one cell"])
def test_a_file_that_cannot_be_used_is_one_sentence(
    page: ImportPage, looked: Looked, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(content)
    looked(lambda: page.take(bad))
    assert "bad.xlsx" in page.strip.sentence
    assert not page.foot.commit.isEnabled()
    assert page.source is not None


def test_a_file_that_may_only_be_read_can_be_looked_at(
    page: ImportPage, looked: Looked, file: LocalityFile
) -> None:
    file.reason = "Another copy has it open."
    looked(lambda: page.paste(PARTNERS))
    assert not page.foot.commit.isEnabled()


# Official files


def test_an_official_file_is_told_and_its_year_read_from_its_name(
    page: ImportPage, looked: Looked, file: LocalityFile, tmp_path: Path
) -> None:
    with_practices(file, "Z00001", "Z00002")
    looked(lambda: page.take(official_files.paid(tmp_path / "paid_15-16.csv")))
    assert page.seen_card.words.text() == "This looks like NHS payments, 3 rows."
    assert page.seen_card.year.text() == "2015/16"
    assert page.seen_card.year.accessibleDescription() == "from the file's name"
    assert not page.columns.isVisible()
    assert any(note.startswith("Total of the whole file, England") for note in texts(page))
    assert page.views.left_out.model.rows[0].reason == (
        "Not one of this locality's practices: 1 row"
    )


def test_the_year_is_asked_for_where_the_name_does_not_say_it(
    page: ImportPage, looked: Looked, file: LocalityFile, tmp_path: Path
) -> None:
    with_practices(file, "Z00001")
    looked(lambda: page.take(official_files.paid(tmp_path / "paid.csv")))
    assert page.seen is not None
    assert page.seen.ask is Ask.YEAR
    assert page.plan is None
    page.seen_card.year.setText("2015-16")
    looked(page.seen_card.year.editingFinished.emit)
    assert page.plan is not None
    assert page.plan.year == FinancialYear(2015)


def test_an_official_file_changes_nothing_the_second_time(
    page: ImportPage, looked: Looked, file: LocalityFile, tmp_path: Path
) -> None:
    with_practices(file, "Z00001", "Z00002")
    paid = official_files.paid(tmp_path / "paid_15-16.csv")
    looked(lambda: page.take(paid))
    page.commit()
    looked(lambda: page.take(paid))
    assert page.foot.commit.text() == "Nothing to change"
    assert not page.foot.commit.isEnabled()


def test_a_real_payments_file_does_not_stop_the_window(
    page: ImportPage, looked: Looked, file: LocalityFile
) -> None:
    source = real_file("payments/nhspaymentsgp_15-16.csv")
    with_practices(file, "N81024", "N81025")
    told: list[str] = []
    page.looker.busy.connect(told.append)
    looked(lambda: page.take(source))
    assert page.seen_card.words.text() == "This looks like NHS payments, 7,841 rows."
    assert told[0] == f"Reading {source.name}…"
    assert told[-1] == ""


# Taking it in


def test_an_import_is_one_step_and_is_taken_back_by_one(
    page: ImportPage, looked: Looked, file: LocalityFile, tmp_path: Path
) -> None:
    file.edit("A budget", localities_budget)
    before = file.read(localities.state)
    looked(lambda: page.take(budget_book(tmp_path / "Budget.xlsx")))
    page.foot.commit.click()
    assert page.strip.sentence == "Brought in 9 changes from Budget.xlsx."
    assert page.foot.commit.text() == "Brought in"
    undone = file.to_undo
    assert undone is not None
    assert undone.label == "Import budget lines 2016/17"
    looked(page.undo)
    assert file.read(localities.state) == before
    assert page.strip.sentence.startswith("The import was taken back.")
    assert page.foot.commit.text() == "Bring in 9 changes"


def localities_budget(session: object) -> None:
    """Make a budget year without lines."""
    from sqlalchemy.orm import Session

    from pch_desktop.models.budget import BudgetVersion, BudgetYear

    assert isinstance(session, Session)
    session.add(BudgetYear(id=1, year=YEAR))
    session.flush()
    session.add(BudgetVersion(id=1, budget_year_id=1, baseline_year=YEAR))


def test_a_copy_is_put_aside_before_an_import(
    page: ImportPage, looked: Looked, profile: Path
) -> None:
    looked(lambda: page.paste(PARTNERS))
    page.commit()
    assert list(profile.rglob("*before-import*"))


def test_an_import_is_not_undone_over_something_later(
    page: ImportPage, looked: Looked, file: LocalityFile
) -> None:
    looked(lambda: page.paste(PARTNERS))
    page.commit()
    looked(lambda: with_practices(file, "Z00001"))
    last = file.to_undo
    page.undo()
    assert file.to_undo == last


def test_a_change_made_elsewhere_makes_the_plan_again(
    page: ImportPage, looked: Looked, file: LocalityFile
) -> None:
    looked(lambda: page.paste(PARTNERS))
    first = page.plan
    looked(lambda: with_practices(file, "Z00001"))
    assert first is not None
    assert page.plan is not None
    assert page.plan.stamp > first.stamp
    page.commit()
    assert page.strip.sentence.startswith("Brought in 1 change")


# By keyboard


def test_pasting_and_enter_bring_a_table_in(
    page: ImportPage, looked: Looked, file: LocalityFile, qtbot: QtBot
) -> None:
    page.activateWindow()
    page.source_view.setFocus()
    QGuiApplication.clipboard().setText(PARTNERS)
    looked(lambda: QTest.keyClick(page.source_view.box, Key.Key_V, CTRL))
    assert page.focusWidget() is page.foot.commit
    QTest.keyClick(page.foot.commit, Key.Key_Return)
    assert page.strip.sentence == "Brought in 1 change from Pasted block."


def test_what_is_typed_is_read_too(page: ImportPage, looked: Looked) -> None:
    page.source_view.box.setPlainText(PARTNERS)
    looked(page.source_view.read_it.click)
    assert page.seen is not None
    assert page.seen.kind == "partners"


def test_every_control_of_the_page_has_a_name(
    page: ImportPage, looked: Looked, tmp_path: Path
) -> None:
    assert nameless(page) == []
    looked(lambda: page.take(team_book(tmp_path / "Team.xlsx")))
    page.commit()
    assert nameless(page) == []


# In the window


@pytest.fixture
def window(shell: Shell, locality: LocalityFile, qtbot: QtBot) -> Shell:
    """The window on a new file."""
    shell.show_file(locality)
    shell.activateWindow()
    QApplication.processEvents()
    return shell


def on_show(window: Shell) -> ImportPage:
    """Return the page that is on show."""
    page = window.stage.currentWidget()
    assert isinstance(page, ImportPage)
    return page


def press(window: Shell, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Press a key wherever the focus is."""
    target: QWidget = window.focusWidget() or window
    QTest.keyClick(target, key, held or Qt.KeyboardModifier.NoModifier)


def test_leaving_the_page_keeps_what_is_looked_at(window: Shell, qtbot: QtBot) -> None:
    window.furniture.doings.import_file()
    page = on_show(window)
    with qtbot.waitSignal(page.looker.seen):
        page.paste(PARTNERS)
    page.leave()
    assert window.stage.currentWidget() is not page
    window.furniture.menus.actions["import"].trigger()
    assert on_show(window) is page
    assert page.foot.commit.isEnabled()


def test_a_file_dropped_on_the_window_is_looked_at(
    window: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    path = team_book(tmp_path / "Team.xlsx")
    window.furniture.doings.take(str(path))
    page = on_show(window)
    qtbot.waitUntil(lambda: page.seen is not None, timeout=20_000)
    assert page.source is not None
    assert page.source.path == path


def test_help_on_the_page_is_about_importing(window: Shell) -> None:
    window.furniture.doings.import_file()
    window.furniture.doings.help_here()
    panel = window.furniture.side.help
    assert panel is not None
    assert panel.browser.toPlainText().startswith("Bring in files and tables")


def test_a_managers_own_workbook_comes_in_by_keyboard_and_foots(
    window: Shell, locality: LocalityFile, qtbot: QtBot
) -> None:
    """Posts, lines and six months of actuals: Ctrl+I, Ctrl+V, the year once, Enter."""
    window.furniture.menus.actions["import"].trigger()
    page = on_show(window)

    def paste(html: str = "", text: str = "") -> None:
        mime = QMimeData()
        mime.setText(text or "a table")
        if html:
            mime.setHtml(html)
        QGuiApplication.clipboard().setMimeData(mime)
        with qtbot.waitSignal(page.looker.seen, timeout=20_000):
            press(window, Key.Key_V, CTRL)

    paste(text=LINES)
    assert window.focusWidget() is page.seen_card.year
    with qtbot.waitSignal(page.looker.seen, timeout=20_000):
        QTest.keyClicks(page.seen_card.year, "16/17")
        press(window, Key.Key_Return)
    press(window, Key.Key_Return)
    assert page.strip.sentence.startswith("Brought in")

    press(window, Key.Key_Return)
    paste(html=POSTS)
    press(window, Key.Key_Return)
    assert page.strip.sentence.startswith("Brought in")

    press(window, Key.Key_Return)
    paste(text=ACTUALS)
    press(window, Key.Key_Return)
    assert page.strip.sentence.startswith("Brought in 11 changes")

    lines = {row.name: row for row in locality.read(budget.lines, SEPTEMBER)}
    assert sum(row.annual_pence or 0 for row in lines.values()) == 1_419_388_450
    spent = [row.year.actual[:6] for row in lines.values()]
    assert sum(pence or 0 for months in spent for pence in months) == 400_025_100
    assert lines["Community nursing"].year.actual[5] is None
    team = locality.read(posts, SEPTEMBER.last)
    assert sum((row.funded_wte for row in team), Decimal(0)) == Decimal("1.8")
    assert sum(row.annual_cost_pence or 0 for row in team) == 7_750_050


def test_escape_leaves_a_cell_before_it_leaves_the_page(window: Shell, qtbot: QtBot) -> None:
    window.furniture.doings.import_file()
    page = on_show(window)
    with qtbot.waitSignal(page.looker.seen):
        page.paste(PARTNERS)
    grid = page.columns.grid
    assert grid is not None
    grid.view.setFocus()
    grid.view.setCurrentIndex(grid.model.index(0, 1))
    press(window, Key.Key_F2)
    assert grid.view.delegate.editor is not None
    press(window, Key.Key_Escape)
    assert grid.view.delegate.editor is None
    assert on_show(window) is page
    page.seen_card.kind.setFocus()
    press(window, Key.Key_Escape)
    assert window.stage.currentWidget() is not page
