"""The partners on the screen: typed in, signed, refused, undone, pasted, drawn, found."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from pch_desktop.domain.partners import (
    AgreementKind,
    AgreementStatus,
    PartnerKind,
    PartnerRole,
    PartnerStatus,
    Sector,
)
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.partners import STATEMENT
from pch_desktop.reports.totals import total_of
from pch_desktop.store import partners
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.partners import AgreementRow, PartnerRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.empty_state import EmptyState
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners.agreement_side import runs
from pch_desktop.ui.sections.partners.agreements import AgreementsView
from pch_desktop.ui.sections.partners.contacts import ContactsView
from pch_desktop.ui.sections.partners.figures import read
from pch_desktop.ui.sections.partners.map import MapView
from pch_desktop.ui.sections.partners.register import RegisterView
from pch_desktop.ui.sections.partners.screen import PartnersScreen
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import found, in_window, put

ON = OCTOBER.last
VIEWS: dict[str, type[QWidget]] = {
    "List": RegisterView,
    "Agreements": AgreementsView,
    "Contacts": ContactsView,
    "Map": MapView,
}
View = TypeVar("View", bound=QWidget)


@pytest.fixture
def desk_on_sample(sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    return Desk(sample, OCTOBER, style, preferences)


@pytest.fixture
def screen(qtbot: QtBot, desk_on_sample: Desk) -> PartnersScreen:
    """The section on the sample at October 2016, shown."""
    return in_window(qtbot, PartnersScreen(desk_on_sample))


def view_of(screen: PartnersScreen, kind: type[View]) -> View:
    title = next(title for title, each in VIEWS.items() if each is kind)
    view = screen.view(title)
    assert isinstance(view, kind)
    return view


def partner(file: LocalityFile, name: str) -> PartnerRow:
    return next(row for row in file.read(partners.partners, ON) if row.name == name)


def agreement(file: LocalityFile, title: str) -> AgreementRow:
    return next(row for row in file.read(partners.agreements, ON) if row.title == title)


def add(grid: Grid, key: str, text: str) -> str:
    """Type a text into the empty last line."""
    model = grid.model
    return model.change_cell(model.rowCount() - 1, model.column_at(key), text)


@pytest.mark.parametrize(
    ("key", "text", "field", "kept"),
    [
        ("name", "Lantern House", "name", "Lantern House"),
        ("sector", "public and other", "sector", Sector.PUBLIC),
        ("kind", "police", "kind", PartnerKind.POLICE),
        ("status", "Lapsed", "status", PartnerStatus.LAPSED),
        ("ods_code", "8A123", "ods_code", "8A123"),
        ("votes", "2", "votes", 2),
        ("next_step", "Ring in May", "next_step", "Ring in May"),
    ],
)
def test_a_cell_that_is_typed_is_in_the_file_and_undo_brings_it_back(
    screen: PartnersScreen, sample: LocalityFile, key: str, text: str, field: str, kept: object
) -> None:
    before = partner(sample, "Lantern Hospice")
    assert put(view_of(screen, RegisterView).grid, before.id, key, text) == ""
    after = next(row for row in sample.read(partners.partners, ON) if row.id == before.id)
    assert getattr(after, field) == kept
    sample.undo()
    assert partner(sample, "Lantern Hospice") == before


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("name", "fenshire ccg", "“fenshire ccg” is already a partner"),
        ("name", "", "Enter the partner's name"),
        ("votes", "some", "some"),
        ("sector", "Banking", "Primary care"),
    ],
)
def test_bad_input_is_refused_with_what_is_accepted(
    screen: PartnersScreen, sample: LocalityFile, key: str, text: str, said: str
) -> None:
    row = partner(sample, "Lantern Hospice")
    assert said in put(view_of(screen, RegisterView).grid, row.id, key, text)
    assert partner(sample, "Lantern Hospice") == row


def test_a_new_partners_kind_is_guessed_from_its_name_unless_it_is_told(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    grid = view_of(screen, RegisterView).grid
    assert add(grid, "name", "Reed Street Surgery") == ""
    made = partner(sample, "Reed Street Surgery")
    assert (made.kind, made.sector) == (PartnerKind.PRACTICE, Sector.PRIMARY)
    assert add(grid, "kind", "Hospice") == ""
    assert add(grid, "name", "Reed House") == ""
    made = partner(sample, "Reed House")
    assert (made.kind, made.sector) == (PartnerKind.HOSPICE, Sector.VOLUNTARY)
    grid.select_record(made.id)
    grid.remove()
    assert "Delete Reed House" in grid.strip.sentence


def test_a_partner_that_is_named_elsewhere_stays(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    grid = view_of(screen, RegisterView).grid
    grid.select_record(partner(sample, "Lantern Hospice").id)
    grid.remove()
    assert "cannot be deleted" in grid.strip.sentence
    assert partner(sample, "Lantern Hospice")


def test_a_block_is_pasted_as_one_step(screen: PartnersScreen, sample: LocalityFile) -> None:
    view = view_of(screen, RegisterView)
    view.group("none")
    before = sample.to_undo
    rows = sample.read(partners.partners, ON)[:2]
    view.grid.select_record(rows[0].id, "status")
    QGuiApplication.clipboard().setText("Engaged\nLapsed")
    view.grid.paste()
    statuses = [row.status for row in sample.read(partners.partners, ON)[:2]]
    assert statuses == [PartnerStatus.ENGAGED, PartnerStatus.LAPSED]
    sample.undo()
    assert sample.to_undo == before
    assert sample.read(partners.partners, ON)[:2] == rows


def test_totals_equal_the_reports(screen: PartnersScreen, sample: LocalityFile) -> None:
    model = view_of(screen, RegisterView).grid.model
    (report, *_) = STATEMENT.build(sample, OCTOBER)
    for key in ("in_post_wte", "votes"):
        column = next(each for each in report.columns if each.key == key)
        shown = model.total(model.columns[model.column_at(key)])
        assert shown == total_of(column, report.columns, report.rows)


def test_the_side_ticks_roles_and_takes_a_note(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, RegisterView)
    row = partner(sample, "Vale Community NHS Trust")
    view.grid.select_record(row.id, "name")
    ticks = view.side.roles.boxes
    assert {role for role, box in ticks.items() if box.isChecked()} == set(row.roles)
    was = PartnerRole.ADVISER in row.roles
    ticks[PartnerRole.ADVISER].click()
    assert (PartnerRole.ADVISER in partner(sample, row.name).roles) is not was
    view.side.note.box.setPlainText("Meets monthly.")
    view.side.note.commit()
    assert partner(sample, row.name).note == "Meets monthly."
    view.side.fields["joined_on"].box.setText("soon")
    view.side.fields["joined_on"].commit()
    assert view.side.fields["joined_on"].refusal


def test_the_side_tells_of_a_partner_with_nothing_yet(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, RegisterView)
    view.grid.select_record(partner(sample, "Weirside Care Homes").id, "name")
    words = [label.accessibleName() for label in view.side.inspector.findChildren(QWidget)]
    assert "WTE in post: None here" in words
    assert "Delivers: No service" in words


def test_an_agreement_is_added_with_its_parties_and_signed(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, AgreementsView)
    assert add(view.grid, "parties", "Lantern Hospice; Fenshire CCG") == ""
    assert add(view.grid, "kind", "Grant") == ""
    assert add(view.grid, "title", "Night sitting") == ""
    made = agreement(sample, "Night sitting")
    assert (made.kind, made.party_count, made.signed_count) == (AgreementKind.GRANT, 2, 0)
    view.grid.select_record(made.id, "title")
    view.side.today.click()
    assert agreement(sample, "Night sitting").signed_count == 1
    assert sample.to_undo is not None
    assert sample.to_undo.label == "Sign for Fenshire CCG"
    lantern = next(row for row in sample.read(partners.parties) if row.agreement_id == made.id
                   and row.partner == "Lantern Hospice")  # fmt: skip
    assert put(view.side.parties, lantern.id, "signed_by", "A. Quill") == ""
    assert put(view.side.parties, lantern.id, "signed_on", "3/10/2016") == ""
    kept = next(row for row in sample.read(partners.parties) if row.id == lantern.id)
    assert (kept.signed_by, kept.signed_on) == ("A. Quill", date(2016, 10, 3))
    assert agreement(sample, "Night sitting").signed_count == 2
    view.side.fields["parties"].box.setText("Lantern Hospice")
    view.side.fields["parties"].commit()
    assert agreement(sample, "Night sitting").party_count == 1
    view.grid.remove()
    assert "Night sitting" not in {row.title for row in sample.read(partners.agreements, ON)}


def test_an_agreement_without_parties_says_to_name_them_before_signing(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, AgreementsView)
    assert add(view.grid, "title", "Bare") == ""
    view.grid.select_record(agreement(sample, "Bare").id, "title")
    view.side.today.click()
    assert "Name the parties first" in view.side.parties.strip.sentence


@pytest.mark.parametrize(
    ("key", "text", "field", "kept"),
    [
        ("status", "Terminated", "status", AgreementStatus.TERMINATED),
        ("expires_on", "31/12/2017", "expires_on", date(2017, 12, 31)),
        ("value", "1.2m", "value_pence", 120_000_000),
        ("notice_days", "30", "notice_days", 30),
        ("parties", "Lantern Hospice", "parties", "Lantern Hospice"),
    ],
)
def test_an_agreements_cell_is_kept(
    screen: PartnersScreen, sample: LocalityFile, key: str, text: str, field: str, kept: object
) -> None:
    row = agreement(sample, "End of life care")
    assert put(view_of(screen, AgreementsView).grid, row.id, key, text) == ""
    assert getattr(agreement(sample, "End of life care"), field) == kept


def test_an_agreement_that_would_end_before_it_begins_is_refused(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    row = agreement(sample, "End of life care")
    said = put(view_of(screen, AgreementsView).grid, row.id, "expires_on", "1/1/2001")
    assert "cannot end before it begins" in said


def test_what_is_left_of_an_agreement_is_told_in_days(
    desk_on_sample: Desk, sample: LocalityFile
) -> None:
    figures = read(desk_on_sample)
    said = {row.title: runs(row, figures) for row in figures.agreements}
    assert said["End of life care"] == "61 days more, act now"
    assert said["Rooms at the community hospital"] == "Ended 31 days before the month's end"
    sample.edit("Add", partners.add_agreement, "No end", AgreementKind.LEASE)
    assert runs(agreement(sample, "No end"), figures) == "No end named"


def test_contacts_are_added_to_a_partner_of_the_list(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    grid = view_of(screen, ContactsView).grid
    assert "Lantern Hospice" in add(grid, "partner", "Nobody")
    assert add(grid, "name", "Z. Zinnia") == ""
    assert "Choose the partner first" in grid.strip.sentence
    assert add(grid, "partner", "lantern hospice") == ""
    made = next(row for row in sample.read(partners.contacts) if row.name == "Z. Zinnia")
    assert made.partner == "Lantern Hospice"
    assert put(grid, made.id, "role", "Finance") == ""
    assert put(grid, made.id, "is_preferred", "") == ""
    grid.select_record(made.id, "name")
    grid.remove()
    assert made.id not in {row.id for row in sample.read(partners.contacts)}


def test_the_map_and_the_sectors_say_what_they_show(screen: PartnersScreen) -> None:
    view = view_of(screen, MapView)
    canvas = view.chart.canvas
    assert canvas.accessibleName().startswith("Marsh Valley Health CIC takes part in 9 of 18")
    assert canvas.chart is not None
    room = view.chart.parentWidget()
    assert room is not None
    assert room.minimumHeight() >= 300  # It scrolls before names lie on each other.
    assert 40 <= len(canvas.accessibleDescription()) <= 400
    view.chart.toggle()
    view.show_sectors(True)
    assert canvas.accessibleName().startswith("14 of 21 partners have signed")
    assert view.chart.is_table


def test_an_empty_file_says_what_partners_are_for_and_begins(qtbot: QtBot, desk: Desk) -> None:
    screen = PartnersScreen(desk)
    qtbot.addWidget(screen)
    screen.show()
    for title in VIEWS:
        empty = screen.view(title).findChild(EmptyState)
        assert empty is not None
        assert empty.isVisible()
    empty = view_of(screen, MapView).findChild(EmptyState)
    assert empty is not None
    empty.findChildren(QAbstractButton)[0].click()
    view = view_of(screen, RegisterView)
    assert not view.grid.isHidden()
    assert add(view.grid, "name", "First Surgery") == ""
    assert [row.name for row in desk.file.read(partners.partners, ON)] == ["First Surgery"]
    assert not view.grid.isHidden()


def test_a_partner_is_typed_by_keyboard_alone(screen: PartnersScreen, sample: LocalityFile) -> None:
    grid = view_of(screen, RegisterView).grid
    grid.select_record(partner(sample, "Lantern Hospice").id, "next_step")
    grid.view.setFocus()
    for letter in "Ring":
        QTest.keyClicks(grid.view.delegate.editor or grid.view, letter)
    QTest.keyClick(grid.view.delegate.editor or grid.view, Qt.Key.Key_Return)
    assert partner(sample, "Lantern Hospice").next_step == "Ring"
    QTest.keyClick(screen, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert screen.tabs.currentIndex() == 1


def test_search_finds_partners_agreements_and_people(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    partners = [hit for hit in found(sample, "partners", "lantern") if hit.view == "List/List"]
    assert [hit.title for hit in partners] == ["Lantern Hospice"]
    (agreed,) = found(sample, "partners", "gain risk share")
    screen.show_place(agreed.view, agreed.record_id)
    assert view_of(screen, AgreementsView).grid.current_row.title == "Gain and risk share 2017/18"
    (person,) = found(sample, "partners", "a. quill")
    screen.show_place(person.view, person.record_id)
    assert view_of(screen, ContactsView).grid.current_row.name == "A. Quill"
    assert len(found(sample, "partners", "a")) == 8


def test_what_is_to_be_done_leads_to_its_agreement(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    found = STATEMENT.findings(sample, OCTOBER)[0]
    assert found.record_id is not None
    screen.show_record(found.record_id)
    row = view_of(screen, AgreementsView).grid.current_row
    assert found.title.startswith(row.title)


def test_every_control_has_a_name_for_screen_readers(screen: PartnersScreen) -> None:
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit, QPlainTextEdit)
    for title in VIEWS:
        view = screen.view(title)
        found = [widget for kind in kinds for widget in view.findChildren(kind)]
        assert [each for each in found if each.isVisible() and not each.accessibleName()] == []


def test_the_models_keep_qts_rules(screen: PartnersScreen, sample: LocalityFile) -> None:
    view = view_of(screen, RegisterView)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(view.grid.model, mode)
    put(view.grid, partner(sample, "Lantern Hospice").id, "sector", "Public and other")
    view.group("kind")
    sample.undo()
    view.group("none")
    assert tester.model() is view.grid.model
