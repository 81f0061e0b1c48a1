"""A locality manager's year of starters, leavers and vacancies in the sample, by keyboard."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import LeavingReason
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.workforce_flow import flow_measures
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AssignmentRow, PostRow
from pch_desktop.ui import fonts
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.question import Question
from pch_desktop.ui.sections.workforce.screen import SCREEN, WorkforceScreen
from pch_desktop.ui.style import Style
from tests import localities

Key = Qt.Key
OCTOBER = Month(2016, 10)
YEAR = [OCTOBER.plus(number) for number in range(13)]
NURSE, PRACTICE_MANAGER = "P052", "P214"
"""Posts of the sample that one person each holds."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the sample is copied to."""
    return tmp_path / "team.pch"


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """A copy of the invented sample."""
    made = localities.sample(path)
    yield made
    made.close()


@pytest.fixture
def screen(file: LocalityFile, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> WorkforceScreen:
    """The workforce at October 2016."""
    fonts.load()
    style = Style(qapp, "Light")
    desk = Desk(file, OCTOBER, style, PreferenceFile(tmp_path / "preferences.json"))
    made = SCREEN.build(desk)
    assert isinstance(made, WorkforceScreen)
    for each in (desk, style):
        each.setParent(made)
    qtbot.addWidget(made)
    made.resize(1290, 700)
    made.show()
    return made


class Manager:
    """A locality manager at the keyboard."""

    def __init__(self, screen: WorkforceScreen, file: LocalityFile) -> None:
        self.screen, self.file = screen, file
        self.desk: Desk = screen.findChildren(Desk)[0]

    def at(self, day: date) -> None:
        """Go to the month of a day, and type the day."""
        self.desk.choose_month(Month.of(day))
        box = self.screen.at.box
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, f"{day:%d/%m/%Y}")
        QTest.keyClick(box, Key.Key_Return)
        QApplication.processEvents()
        assert self.screen.at.day == day

    def view(self, title: str) -> Any:
        """Go to a view."""
        return cast("Any", self.screen.view(title))

    def press(self, view: Any, words: str) -> None:
        """Press a verb of a view by the space bar."""
        verbs = view.findChildren(QAbstractButton)
        verb = next(each for each in verbs if each.text().strip() == words)
        assert verb.isEnabled(), words
        verb.setFocus()
        QTest.keyClick(verb, Key.Key_Space)

    def answer(self, question: Question, *texts: str) -> None:
        """Answer what a strip asks, and let Enter carry it out; all of it must be taken."""
        for box, text in zip(question.boxes, texts, strict=True):
            box.selectAll()
            QTest.keyClick(box, Key.Key_Delete)
            QTest.keyClicks(box, text)
        QTest.keyClick(question.boxes[-1], Key.Key_Return)
        QApplication.processEvents()
        assert not question.isVisible(), question.sentence

    def type_in(self, grid: Grid, key: str, text: str) -> None:
        """Type into the current line's cell and accept with Enter."""
        grid.view.setCurrentIndex(
            grid.model.index(grid.view.currentIndex().row(), grid.model.column_at(key))
        )
        QTest.keyClick(grid.view, Key.Key_F2)
        editor = grid.view.delegate.editor
        assert editor is not None
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(QApplication.activePopupWidget() or editor, Key.Key_Return)
        QApplication.processEvents()

    def type_at(self, grid: Grid, record_id: int, key: str, text: str) -> None:
        """Type into a record's cell and accept with Enter."""
        assert grid.select_record(record_id, key)
        self.type_in(grid, key, text)

    def post(self, reference: str, on: date) -> PostRow:
        """Return how a post stands on a day."""
        posts = self.file.read(workforce.posts, on)
        return next(row for row in posts if row.reference == reference)

    def leaves(self, name: str, day: date, reason: str, destination: str) -> None:
        """Record a leaver in the strip."""
        view = self.view("Starters and leavers")
        self.press(view, "Record a leaver")
        self.answer(view.question, name, f"{day:%d/%m/%Y}", reason, destination)

    def fills(self, reference: str, days: tuple[date, date, date, date], name: str) -> None:
        """Write down how a post is being filled, a step on each day, and who starts."""
        advert, interviews, offer, start = days
        self.at(advert)
        view = self.view("Recruitment")
        grid: Grid = view.grid
        grid.add("post")
        self.type_in(grid, "post", reference)
        found = next(
            row for row in self.file.read(workforce.recruitments, advert)
            if row.post.reference == reference and not row.is_over
        )  # fmt: skip
        for key, day in (("advertised_on", advert), ("interviews_on", interviews),
                         ("offered_on", offer), ("starts_on", start)):  # fmt: skip
            self.type_at(grid, found.id, key, f"{day:%d/%m/%Y}")
        self.at(offer)
        assert view.grid.select_record(found.id, "role")
        self.press(view, "Record the starter")
        self.answer(view.starting.question, name, f"{start:%d/%m/%Y}", "")


def in_post(file: LocalityFile, on: date) -> Decimal:
    """Return the WTE in post on a day."""
    return sum((row.in_post_wte for row in file.read(workforce.posts, on)), Decimal(0))


def holder(file: LocalityFile, reference: str, on: date) -> AssignmentRow:
    """Return who holds a post on a day."""
    return next(row for row in file.read(workforce.held, on) if row.post == reference)


def test_a_year_of_starters_leavers_and_vacancies_by_keyboard(
    screen: WorkforceScreen, file: LocalityFile, path: Path
) -> None:
    manager = Manager(screen, file)
    before = {month: in_post(file, month.last) for month in YEAR}
    labels = len(file.read(workforce.assignments))
    nurse, office = (holder(file, each, OCTOBER.last) for each in (NURSE, PRACTICE_MANAGER))
    was = flow_measures(file, YEAR[12].last)

    # December: a practice nurse retires, and her post falls vacant the day after.
    gone = date(2016, 12, 9)
    manager.at(gone)
    manager.leaves(nurse.person, gone, "Retirement", "Home")
    assert manager.post(NURSE, gone).vacant_wte == 0
    assert manager.post(NURSE, date(2016, 12, 10)).vacant_wte == nurse.wte
    left = holder(file, NURSE, gone)
    assert (left.leaving_reason, left.destination) == (LeavingReason.RETIREMENT, "Home")
    manager.at(date(2016, 12, 31))
    model = manager.view("Vacancies").grid.model
    column = model.column_at("reference")
    shown = {model.index(at, column).data() for at in range(model.rowCount())}
    assert NURSE in shown

    # January to March: advertised, interviewed, offered, and somebody new starts.
    start = date(2017, 3, 6)
    days = (date(2017, 1, 4), date(2017, 1, 25), date(2017, 1, 27), start)
    manager.fills(NURSE, days, "Nell Newcomer")
    assert manager.post(NURSE, date(2017, 3, 5)).vacant_wte == nurse.wte
    assert manager.post(NURSE, start).vacant_wte == 0
    assert holder(file, NURSE, start).person == "Nell Newcomer"

    # April: a post is added by its role in the empty line.
    manager.at(date(2017, 4, 30))
    posts = manager.view("Posts")
    posts.grid.add("role")
    manager.type_in(posts.grid, "role", "Clinical pharmacist")
    added = max(posts.rows, key=lambda row: row.id)
    manager.type_at(posts.grid, added.id, "established_wte", "0.6")
    assert manager.post(added.reference, date(2017, 4, 30)).vacant_wte == Decimal("0.6")

    # May: the practice manager moves to it within the locality, and is no leaver.
    moved = date(2017, 5, 14)
    manager.at(moved)
    manager.leaves(office.person, moved, "Transfer within the locality", "The pharmacy team")
    manager.at(date(2017, 5, 15))
    view = manager.view("Starters and leavers")
    manager.press(view, "Record a starter")
    words = f"{added.reference} {added.role}"
    manager.answer(view.question, office.person, words, "15/05/2017", "22.5")
    assert manager.post(added.reference, date(2017, 5, 15)).vacant_wte == 0
    assert manager.post(PRACTICE_MANAGER, date(2017, 5, 15)).vacant_wte == office.wte

    # The twelve months to October 2017: one more leaver by head, none for the move.
    now = flow_measures(file, YEAR[12].last)
    assert now.leavers_heads == was.leavers_heads + 1
    assert now.leavers_wte == was.leavers_wte + nurse.wte
    assert now.filled == was.filled + 1
    after = {month: in_post(file, month.last) for month in YEAR}
    gained = {
        month: (nurse.wte if month.last >= start else Decimal(0))
        - (nurse.wte if month.last > gone else Decimal(0))
        - (office.wte - Decimal("0.6") if month.last > moved else Decimal(0))
        for month in YEAR
    }
    assert after == {month: before[month] + gained[month] for month in YEAR}

    # Closed and opened again all is as it was; taken back, all is as before.
    file.close()
    again = localities.opened(path)
    try:
        assert {month: in_post(again, month.last) for month in YEAR} == after
        while again.to_undo is not None:
            again.undo()
        assert {month: in_post(again, month.last) for month in YEAR} == before
        assert len(again.read(workforce.assignments)) == labels
    finally:
        again.close()
