"""People on the screen: what is refused offers a way, names go, lists leave without them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.workforce import ContractKind
from pch_desktop.domain.workforce_people import LawfulBasis
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.workforce_records import expired
from pch_desktop.store import trail, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AssignmentRow, PersonRow, PostRow, RecordState
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.grid_editor import CellEditor
from pch_desktop.ui.sections.workforce.held import HeldView
from pch_desktop.ui.sections.workforce.people import PeopleView
from pch_desktop.ui.sections.workforce.posts import PostsView
from pch_desktop.ui.sections.workforce.records import RecordsView
from pch_desktop.ui.sections.workforce.screen import WorkforceScreen
from pch_desktop.ui.settings.facts import FactsView
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window

ON = OCTOBER.last
Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
Answer = Callable[[str, str], None]


@pytest.fixture
def desk(sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    """The sample at October 2016."""
    return Desk(sample, OCTOBER, style, preferences)


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> WorkforceScreen:
    """The section on it, shown."""
    return in_window(qtbot, WorkforceScreen(desk))


@pytest.fixture
def posts(screen: WorkforceScreen) -> PostsView:
    view = screen.view("Posts")
    assert isinstance(view, PostsView)
    return view


@pytest.fixture
def people(screen: WorkforceScreen) -> PeopleView:
    view = screen.view("People")
    assert isinstance(view, PeopleView)
    return view


@pytest.fixture
def held(screen: WorkforceScreen) -> HeldView:
    view = screen.view("Who holds what")
    assert isinstance(view, HeldView)
    return view


@pytest.fixture
def records(screen: WorkforceScreen) -> RecordsView:
    view = screen.view("Staff records")
    assert isinstance(view, RecordsView)
    return view


def typed(grid: Grid, record_id: int, key: str, text: str) -> CellEditor | None:
    """Type a text into a record's cell by keys and press Enter; return the box if it stays."""
    grid.view.setFocus()
    grid.select_record(record_id, key)
    QTest.keyClick(grid.view, Key.Key_F2)
    editor = grid.view.delegate.editor
    assert editor is not None
    editor.clear()
    QTest.keyClicks(editor, text)
    if editor.lists_words:
        QTest.keyClick(editor, Key.Key_Escape)
    grid.view.delegate.accept(editor)
    return grid.view.delegate.editor


def offered(editor: CellEditor | None) -> str:
    assert editor is not None
    return editor.accessibleDescription()


def post(file: LocalityFile, post_id: int) -> PostRow:
    return next(row for row in file.read(workforce.posts, ON) if row.id == post_id)


def assignment(file: LocalityFile, assignment_id: int) -> AssignmentRow:
    return next(row for row in file.read(workforce.assignments) if row.id == assignment_id)


def person(file: LocalityFile, person_id: int) -> PersonRow:
    return next(row for row in file.read(workforce.people, ON) if row.id == person_id)


def labels(file: LocalityFile) -> list[str]:
    return [row.label for row in file.read(trail.changes)]


def press(place: QWidget, words: str) -> None:
    """Press the button in sight that says so."""
    QApplication.processEvents()
    found = [
        each
        for each in place.findChildren(QAbstractButton)
        if words in each.text() and each.isVisible()
    ]
    assert found, words
    found[-1].click()


def full_post(file: LocalityFile) -> PostRow:
    """Return a post of one WTE that one person holds whole."""
    held = [row.post_id for row in file.read(workforce.held, ON)]
    return next(
        row
        for row in file.read(workforce.posts, ON)
        if row.funded_wte == row.in_post_wte == 1 and held.count(row.id) == 1
    )


# What is refused offers a way


def test_an_unknown_role_offers_the_nearest_by_a_key(
    posts: PostsView, sample: LocalityFile
) -> None:
    editor = typed(posts.grid, 7, "role", "Practise nurse")
    assert offered(editor).startswith("“Practise nurse” is not in the list.")
    assert "Alt+1: Use Practice nurse. Alt+2: Add it." in offered(editor)
    assert editor is not None
    QTest.keyClick(editor, Key.Key_1, ALT)
    assert post(sample, 7).role == "Practice nurse"
    assert posts.grid.view.delegate.editor is None


def test_an_unknown_role_is_added_and_taken(posts: PostsView, sample: LocalityFile) -> None:
    editor = typed(posts.grid, 7, "role", "Wizard of words")
    assert editor is not None
    assert "Add it." in offered(editor)
    QTest.keyClick(editor, Key.Key_1, ALT)
    assert post(sample, 7).role == "Wizard of words"
    assert labels(sample)[:2] == [
        "Change role of P007 GP partner", "Add role Wizard of words",
    ]  # fmt: skip


def test_an_unknown_employer_is_added_with_the_mouse(
    posts: PostsView, sample: LocalityFile
) -> None:
    assert typed(posts.grid, 7, "employer", "Zzyzx Trust") is not None
    press(posts.window(), "Add it")
    assert post(sample, 7).employer == "Zzyzx Trust"


@pytest.mark.parametrize(
    ("text", "way", "minutes"), [("400", "Use 40 hours", 2_400), ("2250", "Use 37.5 hours", 2_250)]
)
def test_too_many_hours_offer_what_was_meant(
    held: HeldView, sample: LocalityFile, text: str, way: str, minutes: int
) -> None:
    editor = typed(held.grid, 1, "weekly_hours", text)
    assert offered(editor).startswith("Enter hours a week between 0 and 100, for example 37.5.")
    assert way in offered(editor)
    assert editor is not None
    QTest.keyClick(editor, Key.Key_1, ALT)
    assert assignment(sample, 1).weekly_minutes == minutes


def test_an_end_before_the_start_offers_the_day_in_a_later_year(
    held: HeldView, sample: LocalityFile
) -> None:
    starts = assignment(sample, 1).starts_on
    editor = typed(held.grid, 1, "ends_on", "31/12/2010")
    assert "cannot end before it begins" in offered(editor)
    assert editor is not None
    QTest.keyClick(editor, Key.Key_1, ALT)
    assert assignment(sample, 1).ends_on == date(starts.year, 12, 31)


def test_somebody_unknown_is_added_where_they_are_put_into_a_post(
    held: HeldView, sample: LocalityFile
) -> None:
    grid = held.grid
    grid.add("person")
    QTest.keyClick(grid.view, Key.Key_F2)
    editor = grid.view.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, "Zora Newcome")
    assert not grid.view.delegate.accept(editor)
    assert "Add it." in offered(editor)
    QTest.keyClick(editor, Key.Key_1, ALT)
    assert "Zora Newcome" in {row.name for row in sample.read(workforce.people, ON)}
    grid.model.change_cell(grid.model.rowCount() - 1, grid.model.column_at("post"), "P208")
    rows = sample.read(workforce.assignments)
    assert [row.post for row in rows if row.person == "Zora Newcome"] == ["P208"]


def test_a_key_for_a_way_that_is_not_offered_is_left_alone(posts: PostsView) -> None:
    editor = typed(posts.grid, 7, "established_wte", "lots")
    assert editor is not None
    assert "Alt+1" not in offered(editor)
    assert not editor.take_way(0)


def test_a_split_over_100_percent_is_made_whole(held: HeldView, sample: LocalityFile) -> None:
    held.grid.select_record(146)
    split = held.side.split
    split.parts[0].share.setText("60%")
    split.keep()
    assert "adds up to 110.0%" in split.told
    assert split.whole.isVisible()
    split.whole.click()
    shares = [row.share for row in sample.read(workforce.deployments) if row.assignment_id == 146]
    assert shares == [Decimal("0.5455"), Decimal("0.4545")]
    assert split.whole.isHidden()


def test_a_block_with_bad_cells_keeps_the_good_ones_and_lists_the_bad(
    posts: PostsView, sample: LocalityFile
) -> None:
    grid = posts.grid
    grid.view.setFocus()
    steps = len(labels(sample))
    grid.view.go(grid.model.rowCount() - 1, grid.model.column_at("role"))
    block = (
        ("Practice nurse", "X1", "Millpond Surgery", "0.5"),
        ("Wizard", "X2", "Millpond Surgery", "0.5"),
        ("Practice nurse", "X3", "Millpond Surgery", "9"),
    )
    grid.put(block, "Paste")
    assert "New post 2, Role: “Wizard” is not in the list." in grid.strip.sentence
    assert {row.reference for row in sample.read(workforce.posts, ON)} >= {"X1"}
    assert not {"X2", "X3"} & {row.reference for row in sample.read(workforce.posts, ON)}
    assert grid.strip.sentence.startswith("Paste 12 cells: 2 were left as they were.")
    assert "A post is funded for more than 0 and at most 2 WTE" in grid.strip.sentence
    assert len(labels(sample)) == steps + 1
    sample.undo()
    assert len(sample.read(workforce.posts, ON)) == 242


def test_a_block_of_nothing_but_bad_cells_changes_nothing(
    posts: PostsView, sample: LocalityFile
) -> None:
    steps = len(labels(sample))
    posts.grid.select_record(7, "role")
    posts.grid.put((("Wizard",), ("Witch",)), "Paste")
    assert posts.grid.strip.sentence.endswith("Nothing was changed.")
    assert len(labels(sample)) == steps


# A second holder


def second(file: LocalityFile) -> PostRow:
    """Put somebody else into a full post from 3 October on, and return the post."""
    row = full_post(file)
    file.edit("Second", workforce.add_assignment, row.id, 1, date(2016, 10, 3), 2_250)
    return row


def test_a_second_holder_is_said_at_once_and_the_other_ended(
    held: HeldView, sample: LocalityFile
) -> None:
    row = second(sample)
    assert held.strip.isVisible()
    assert held.strip.sentence == f"{row.reference} is now held for 2.00 of 1.00 WTE funded."
    first, last = sorted(
        (one for one in sample.read(workforce.held, ON) if one.post_id == row.id),
        key=lambda one: one.starts_on,
    )
    for one in (first, last):
        at = held.model.index(held.model.line_of(one.id), held.model.column_at("post"))
        assert "2.00 of 1.00" in str(at.data(Qt.ItemDataRole.ToolTipRole))
    press(held.strip, "End the other on 2 Oct 2016")
    assert assignment(sample, first.id).ends_on == date(2016, 10, 2)
    assert held.strip.isHidden()
    assert labels(sample)[0].startswith(f"End {first.person} in {row.reference}")


def test_a_second_holder_is_funded_or_left(held: HeldView, sample: LocalityFile) -> None:
    row = second(sample)
    press(held.strip, "Leave it")
    assert held.strip.isHidden()
    held.read()
    assert held.strip.isHidden()
    sample.edit("More", workforce.set_assignment, sample.read(workforce.assignments)[-1].id,
                "destination", None)  # fmt: skip
    sample.edit("Fewer", workforce.set_post, row.id, "funded_wte", Decimal("0.9"))
    assert "2.00 of 0.90" in held.strip.sentence
    press(held.strip, "Fund 2.00 WTE")
    assert post(sample, row.id).funded_wte == 2
    assert held.strip.isHidden()


def test_a_post_held_twice_is_marked_among_the_posts(
    posts: PostsView, sample: LocalityFile
) -> None:
    row = second(sample)
    at = posts.model.index(posts.model.line_of(row.id), posts.model.column_at("in_post_wte"))
    assert "2.00 of 1.00 WTE funded" in str(at.data(Qt.ItemDataRole.AccessibleTextRole))


# Secondments and volunteers


def test_a_secondment_names_the_other_employer_by_keyboard(
    held: HeldView, sample: LocalityFile
) -> None:
    assert typed(held.grid, 1, "contract_kind", "secondment out") is None
    assert typed(held.grid, 1, "other_employer", "vale community nhs trust") is None
    row = assignment(sample, 1)
    assert (row.contract_kind, row.other_employer) == (
        ContractKind.SECONDMENT_OUT, "Vale Community NHS Trust",
    )  # fmt: skip
    assert "seconded out" in post(sample, row.post_id).holders
    assert person(sample, row.person_id).is_seconded_out


def test_a_wte_by_hand_is_typed_with_its_reason_in_the_table(
    held: HeldView, sample: LocalityFile
) -> None:
    editor = typed(held.grid, 1, "wte", "0.5")
    assert "First enter why" in offered(editor)
    assert editor is not None
    QTest.keyClick(editor, Key.Key_Escape)
    assert typed(held.grid, 1, "wte_reason", "Agreed with the partners") is None
    assert typed(held.grid, 1, "wte", "0.5") is None
    assert assignment(sample, 1).wte == Decimal("0.5")


def test_the_side_says_how_a_volunteer_counts(held: HeldView, sample: LocalityFile) -> None:
    row = next(
        one for one in sample.read(workforce.held, ON)
        if one.contract_kind is ContractKind.VOLUNTEER
    )  # fmt: skip
    held.grid.select_record(row.id)
    told = [part.accessibleName() for part in held.side.findChildren(QWidget)]
    assert any(name.startswith("Counts as: Volunteer, ") and "no WTE" in name for name in told)


# Registrations


def test_an_expired_registration_is_marked_listed_and_never_refused(
    people: PeopleView, sample: LocalityFile
) -> None:
    ended = expired(sample.read(workforce.people, ON))
    assert people.strip.sentence.startswith(f"{len(ended)} registrations have ended: ")
    press(people.strip, "Show them")
    assert {one.id for one in people.model.shown} == {one.id for one in ended}
    row = people.model.shown[0]
    at = people.model.index(0, people.model.column_at("registered"))
    assert at.data() == "◆ Ended"
    at = people.model.index(0, people.model.column_at("registration_expires_on"))
    assert "ended on" in str(at.data(Qt.ItemDataRole.ToolTipRole))
    assert typed(people.grid, row.id, "registration_expires_on", "1/1/2000") is None
    assert person(sample, row.id).registration_expires_on == date(2000, 1, 1)


def test_a_name_that_is_an_nhs_number_is_refused_at_the_cell(people: PeopleView) -> None:
    editor = typed(people.grid, 1, "name", "943 476 5919")
    assert "passes the check of NHS numbers" in offered(editor)


# Records of staff


def test_those_due_come_first_and_are_made_anonymous_when_asked_twice(
    records: RecordsView, sample: LocalityFile
) -> None:
    model = records.grid.model
    first = model.row_at(0)
    assert first is not None
    assert first.state is RecordState.DUE
    assert records.strip.sentence.startswith("19 leavers are due to be made anonymous")
    records.grid.select_record(first.id)
    press(records, "Make them anonymous")
    assert records.strip.sentence.startswith(f"Make {first.name} anonymous for good?")
    press(records.strip, "Keep the names")
    assert person(sample, first.id).name == first.name
    press(records, "Make them anonymous")
    press(records.strip, "Make anonymous for good")
    assert person(sample, first.id).name == f"Leaver {first.id}"
    assert records.grid.strip.sentence == "1 person is anonymous now."
    assert records.strip.sentence.startswith("18 leavers are due")
    assert first.name.encode() not in sample.path.read_bytes()


def test_all_that_are_due_are_made_anonymous_together(
    records: RecordsView, sample: LocalityFile
) -> None:
    press(records, "All due")
    press(records.strip, "Make anonymous for good")
    states = [row.state for row in sample.read(workforce.staff_records, ON)]
    assert (states.count(RecordState.DUE), states.count(RecordState.ANONYMOUS)) == (0, 19)
    press(records, "All due")
    assert records.grid.strip.sentence == "Nobody's time is over yet."


def test_who_holds_a_post_keeps_their_name(records: RecordsView, sample: LocalityFile) -> None:
    row = next(row for row in records.rows if row.state is RecordState.HOLDS)
    records.grid.select_record(row.id)
    press(records, "Make them anonymous")
    assert "Whoever holds a post keeps their name." in records.grid.strip.sentence
    assert person(sample, row.id).name == row.name


def test_all_about_one_person_is_written_where_it_is_chosen(
    records: RecordsView, answer: Answer, tmp_path: Path
) -> None:
    answer("getSaveFileName", str(tmp_path / "about"))
    row = records.rows[0]
    records.grid.select_record(row.id)
    press(records, "All about one person")
    book = load_workbook(tmp_path / "about.xlsx")
    assert book["Person"]["B5"].value == row.name
    assert (tmp_path / "about.txt").read_text("utf-8").startswith("About this person")
    assert "about.xlsx and about.txt" in records.grid.strip.sentence


def test_models_of_records_behave_as_qt_asks(records: RecordsView, sample: LocalityFile) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(records.grid.model, mode)
    sample.edit("Longer", workforce.set_kept_months, 60)
    assert records.strip.sentence.startswith("Nobody is due")
    assert tester.model() is records.grid.model


def test_the_ground_and_the_months_are_kept_in_the_settings(
    qtbot: QtBot, desk: Desk, sample: LocalityFile
) -> None:
    view = FactsView(desk)
    qtbot.addWidget(view)
    view.basis.box.put("Legal obligation")
    view.basis.commit()
    view.kept.box.put("24")
    view.kept.commit()
    kept = sample.read(workforce.retention)
    assert (kept.basis, kept.months) == (LawfulBasis.LEGAL_OBLIGATION, 24)
    view.kept.box.put("999")
    view.kept.commit()
    assert view.kept.refusal.startswith("Enter a number of months from 0 to 120")


# To Excel


def test_a_list_is_exported_as_it_stands_and_without_names(
    people: PeopleView, answer: Answer, tmp_path: Path
) -> None:
    answer("getSaveFileName", str(tmp_path / "people"))
    people.show_expired()
    people.grid.columns.hide("staff_code")
    people.model.sort(people.model.column_at("registration_expires_on"))
    press(people, "Export to Excel")
    assert not people.export.names.isChecked()
    QTest.keyClick(people.export.names, Key.Key_Return)
    sheet = load_workbook(tmp_path / "people.xlsx")["People"]
    shown = people.model.shown
    assert [sheet.cell(5 + at, 1).value for at in range(len(shown))] == [
        f"Person {row.id}" for row in shown
    ]
    assert sheet["A2"].value == "At 31 Oct 2016; sorted by Registration ends; only some rows."
    headings = [cell.value for cell in sheet[4]]
    assert "Staff code" not in headings
    assert "E-mail at work" not in headings
    assert "without names" in people.grid.strip.sentence
    assert people.export.isHidden()


def test_names_are_in_a_list_only_while_they_are_ticked(
    posts: PostsView, answer: Answer, tmp_path: Path
) -> None:
    answer("getSaveFileName", str(tmp_path / "posts.xlsx"))
    posts.group_by("staff group")
    press(posts, "Export to Excel")
    QTest.keyClick(posts.export.names, Key.Key_Space)
    posts.export.save.click()
    sheet = load_workbook(tmp_path / "posts.xlsx", data_only=True)["Posts"]
    headings = [cell.value for cell in sheet[4]]
    assert "Held by" in headings
    titles = [row[0].value for row in sheet.iter_rows(min_row=5)]
    assert "Nurse, subtotal" in titles
    total = next(row for row in sheet.iter_rows(min_row=5) if row[0].value == "Total")
    assert round(float(str(total[headings.index("In post WTE")].value)), 4) == 207.9
    press(posts, "Export to Excel")
    assert not posts.export.names.isChecked()
    posts.export.save.click()
    sheet = load_workbook(tmp_path / "posts.xlsx")["Posts"]
    assert "Held by" not in [cell.value for cell in sheet[4]]


@pytest.mark.parametrize(("words", "told"), [("Without names", "without names of people"),
                                             ("With names", "with names")])  # fmt: skip
def test_everything_is_exported_as_asked_each_time(
    open_shell: Shell, qtbot: QtBot, answer: Answer, tmp_path: Path, words: str, told: str
) -> None:
    answer("getExistingDirectory", str(tmp_path))
    furniture = open_shell.furniture
    furniture.doings.export_everything()
    press(open_shell, words)
    qtbot.waitUntil((tmp_path / "pack.xlsx").exists)
    qtbot.waitUntil(lambda: told in furniture.strip.sentence)


def test_escape_leaves_the_export_and_writes_nothing(
    held: HeldView, answer: Answer, tmp_path: Path
) -> None:
    answer("getSaveFileName", str(tmp_path / "held.xlsx"))
    press(held, "Export to Excel")
    QTest.keyClick(held.export.names, Key.Key_Escape)
    assert held.export.isHidden()
    assert not (tmp_path / "held.xlsx").exists()
