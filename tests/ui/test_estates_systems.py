"""The register of systems on the screen: typed, pasted, laid out again for a new practice."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pch_desktop.domain.estates import Adoption
from pch_desktop.domain.estates_systems import Use
from pch_desktop.store import estates, population
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.estates.systems import SystemsView


def test_the_register_is_typed_pasted_and_follows_the_practices(qtbot: QtBot, desk: Desk) -> None:
    for code, name in (("A1X", "Zeal Surgery"), ("B2X", "Abbey Surgery")):
        desk.file.edit("Add", population.add_practice, code, name)
    view = SystemsView(desk)
    qtbot.addWidget(view)
    view.resize(1100, 600)
    view.show()
    QApplication.processEvents()
    model = view.sheet.grid.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert view.sheet.grid.isHidden()
    view.sheet.begin()
    model.change_cell(model.rowCount() - 1, 0, "Shared record")
    model.change_cell(model.rowCount() - 1, 0, "Telephones")
    assert [row.name for row in desk.file.read(estates.systems)] == ["Shared record", "Telephones"]
    QGuiApplication.clipboard().setText("live 4/4/2016\tplanned 1/3/2017\nnone\t")
    view.sheet.grid.select_record(1, "p2")
    view.sheet.grid.paste()
    record, phones = desk.file.read(estates.systems)
    assert {key: use.words for key, use in record.uses.items()} == {
        2: "Live 4 Apr 2016", 1: "Planned 1 Mar 2017"
    }  # fmt: skip
    assert phones.uses == {2: Use(Adoption.NONE)}
    assert desk.file.to_undo is not None
    assert desk.file.to_undo.label == "Paste 4 cells"
    line, at = model.line_of(1), model.column_at("p1")
    assert "Enter live, planned" in model.change_cell(line, at, "soon")
    assert model.change_cell(line, at, "planned 1/10/2016") == ""
    assert "has passed" in str(model.index(line, at).data(0x0003))  # The words of the check.
    desk.file.edit("Add", population.add_practice, "C3X", "Mill Surgery")
    titles = [column.title for column in view.sheet.grid.model.columns]
    assert titles[4:7] == ["Abbey Surgery", "Mill Surgery", "Zeal Surgery"]
    view.show_record(2)
    assert view.sheet.grid.current_row.name == "Telephones"
    view.sheet.grid.remove()
    assert [row.name for row in desk.file.read(estates.systems)] == ["Shared record"]
