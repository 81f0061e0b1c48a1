"""A community hospital of 21 organisations and 50 services, set up from blocks and keys alone."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.models.locality import Locality
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store import estates, partners, services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui import fonts
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.estates.screen import SCREEN as ESTATES
from pch_desktop.ui.sections.partners.screen import SCREEN as PARTNERS
from pch_desktop.ui.sections.services.screen import SCREEN as SERVICES
from pch_desktop.ui.style import Style
from tests import localities
from tests.e2e import full_site

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
OCTOBER = Month(2016, 10)


@pytest.fixture
def file(tmp_path: Path) -> Generator[LocalityFile]:
    """A locality with nothing in it but its name."""
    made = LocalityFile.create(tmp_path / "site.pch", localities.holder(), localities.noon)
    made.edit("Begin", _begin)
    yield made
    made.close()


def _begin(session: Session) -> None:
    session.add(Locality(id=1, name="Wensham"))


@pytest.fixture
def desk(file: LocalityFile, qapp: QApplication, tmp_path: Path) -> Desk:
    """The desk at October 2016."""
    fonts.load()
    preferences = PreferenceFile(tmp_path / "preferences.json")
    return Desk(file, OCTOBER, Style(qapp, "Light"), preferences)


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Callable[[Any], Any]:
    """What brings a section into sight."""

    def show(screen: Any) -> Any:
        made = cast("QWidget", screen.build(desk))
        qtbot.addWidget(made)
        made.resize(1162, 662)
        made.show()
        made.activateWindow()
        QApplication.processEvents()
        return made

    return show


def paste_new(grid: Grid, key: str, text: str) -> None:
    """Go to the empty last line by Ctrl+End, to a column, and paste there."""
    grid.view.setFocus()
    grid.view.go(grid.model.rowCount() - 1, grid.model.column_at(key))
    paste(grid, text)


def paste(grid: Grid, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(grid.view, Key.Key_V, CTRL)
    QApplication.processEvents()


def counts(at: int) -> str:
    return "\t".join(map(str, full_site.month_counts(at)))


def test_a_full_size_site_is_set_up_from_blocks_and_every_block_is_one_step(
    file: LocalityFile, shown: Callable[[Any], Any]
) -> None:
    organisations = shown(PARTNERS).view("List").grid
    paste_new(organisations, "name", full_site.block(full_site.PARTNERS))
    kept = file.read(partners.partners, OCTOBER.last)
    assert sorted(row.name for row in kept) == sorted(row[0] for row in full_site.PARTNERS)
    offered = shown(SERVICES)
    paste_new(offered.view("List").grid, "name", full_site.block(full_site.SERVICES))
    rows = file.read(services.services, OCTOBER)
    assert len(rows) == 50
    assert all(row.lead and row.is_running for row in rows)
    months = offered.view("Month").grid
    shown_order = [row.name for row in months.model.rows]
    months.view.setFocus()
    assert months.select_record(months.model.rows[0].id, "slots")
    paste(months, "\n".join(counts(at) for at in range(50)))
    told = {row.name: row.month for row in file.read(services.services, OCTOBER)}
    for at, name in enumerate(shown_order):
        month = told[name]
        assert month is not None
        assert (month.slots, month.booked, month.attended, month.not_attended) == (
            full_site.month_counts(at)
        )
    places = shown(ESTATES)
    sites = f"{full_site.HOSPITAL}\n{full_site.ANNEXE}"
    paste_new(places.view("Rooms/Sites").grid, "name", sites)
    paste_new(places.view("Rooms/Rooms").grid, "site", full_site.block(full_site.ROOMS))
    assert len(file.read(estates.rooms)) == 30
    bookings = places.view("Bookings/Bookings").grid
    paste_new(bookings, "day", full_site.block(full_site.BOOKINGS))
    week = file.read(estates.bookings, date(2016, 10, 3), date(2016, 10, 9))
    assert [row.day.isoweekday() for row in week] == sorted(at // 12 + 1 for at in range(60))
    assert all(row.partner for row in week)
    paste_new(bookings, "day", full_site.block(full_site.BOOKINGS[:20]))
    assert "is taken on Monday 3 October 2016 from 09:00 to 12:30" in bookings.strip.sentence
    assert len(file.read(estates.bookings, date(2016, 10, 3), date(2016, 10, 9))) == 60
    for _ in range(6):
        file.undo()
    assert file.read(partners.partners, OCTOBER.last) == []
