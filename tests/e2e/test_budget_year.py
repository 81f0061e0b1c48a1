"""A finance lead's year in the sample, by keyboard: from mapping to the signed settlement."""

from __future__ import annotations

from collections.abc import Generator
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_share import Stage
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.exports.pack import gather, write_pack
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.budget_settlements import verified
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow, settlements
from pch_desktop.store.budget.settlements import SettlementRow
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui import fonts
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.budget.screen import SCREEN, BudgetScreen
from pch_desktop.ui.style import Style
from tests import localities

YEAR = FinancialYear(2016)
APRIL, OCTOBER, MARCH = YEAR.months[0], YEAR.months[6], YEAR.months[11]
Key = Qt.Key
SPENT = {8: 1_004_000, 9: 997_500, 10: 1_012_250, 11: 988_000, 12: 1_020_400}
"""What the first line costs three times over in the months to come, in pounds, by month."""


@pytest.fixture
def file(tmp_path: Path) -> Generator[LocalityFile]:
    """A copy of the invented sample."""
    made = localities.sample(tmp_path / "year.pch")
    yield made
    made.close()


@pytest.fixture
def screen(file: LocalityFile, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> BudgetScreen:
    """The shadow budget at October 2016."""
    fonts.load()
    style = Style(qapp, "Light")
    desk = Desk(file, OCTOBER, style, PreferenceFile(tmp_path / "preferences.json"))
    made = SCREEN.build(desk)
    assert isinstance(made, BudgetScreen)
    for each in (desk, style):
        each.setParent(made)
    qtbot.addWidget(made)
    made.resize(1290, 700)
    made.show()
    return made


class Lead:
    """A finance lead at the keyboard."""

    def __init__(self, screen: BudgetScreen, file: LocalityFile) -> None:
        self.screen, self.file = screen, file
        self.desk: Desk = screen.findChildren(Desk)[0]

    def leaf(self, tab: str, title: str = "") -> Any:
        """Go to a view."""
        view = cast("Any", self.screen.shown(tab))
        return view.shown(title) if title else view

    def press(self, button: QAbstractButton) -> None:
        """Press a button by the space bar."""
        assert button.isEnabled(), button.text()
        button.setFocus()
        QTest.keyClick(button, Key.Key_Space)

    def answer(self, view: Any, *texts: str) -> None:
        """Answer the questions in the strip, Enter after each."""
        for box, text in zip(view.question.boxes, texts, strict=True):
            QTest.keyClicks(box, text)
            QTest.keyClick(box, Key.Key_Return)

    def type_at(self, grid: Grid, record_id: int, key: str, text: str) -> None:
        """Type into a cell and accept with Enter."""
        assert grid.select_record(record_id, key)
        self.type_here(grid, text)

    def type_here(self, grid: Grid, text: str) -> None:
        """Type into the current cell and accept with Enter."""
        QTest.keyClick(grid.view, Key.Key_F2)
        editor = grid.view.delegate.editor
        assert editor is not None
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Key.Key_Return)
        QApplication.processEvents()

    def paste(self, grid: Grid, record_id: int, key: str, block: str) -> None:
        """Paste a block from a spreadsheet, its top left at a cell."""
        assert grid.select_record(record_id, key)
        QApplication.clipboard().setText(block)
        QTest.keyClick(grid.view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()

    def on(self, words: str) -> None:
        """Go on to the next phase with a note, or back."""
        view = self.leaf("Versions", "Phase")
        self.press(view.back if words.startswith("Back") else view.on)
        self.answer(view, words)

    def close(self, month: Month) -> None:
        """Close a month from its checks."""
        self.desk.choose_month(month)
        view = self.leaf("Close")
        self.press(view.close)
        assert self.file.read(budget.is_closed, month), view.finding.text()


@pytest.fixture
def lead(screen: BudgetScreen, file: LocalityFile) -> Lead:
    """Somebody at work on the sample's budget."""
    return Lead(screen, file)


def lines(file: LocalityFile, month: Month) -> dict[str, LineRow]:
    """Return the lines by name."""
    return {row.name: row for row in file.read(budget.lines, month)}


def phase_of(file: LocalityFile) -> Phase:
    """Return the year's phase."""
    found = file.read(budget.budget_year, YEAR)
    assert found is not None
    return found.phase


def spent_in(name_at: int, month_number: int) -> str:
    """Return what a line costs in a month to come, as somebody types it."""
    return f"{SPENT[month_number] // (name_at + 3):,}"


def test_a_year_goes_from_mapping_to_a_signed_settlement_by_keyboard(
    lead: Lead, file: LocalityFile, tmp_path: Path
) -> None:
    begin(lead)
    approve_and_move(lead)
    enter_the_rest_of_the_year(lead)
    accrue(lead)
    explain_what_is_red(lead)
    for month in YEAR.months:
        lead.close(month)
    a_closed_month_stays(lead)
    signed = settle(lead)
    shares_agree(file, signed, tmp_path)
    assert file.read(localities.findings) == []
    path = file.path
    file.close()
    again = localities.opened(path)
    kept = [row for row in again.read(settlements.settlements, YEAR) if row.stage is Stage.SIGNED]
    again.close()
    assert [(row.digest, row.is_intact) for row in kept] == [(signed.digest, True)]


def begin(lead: Lead) -> None:
    """Map what is in scope, where nothing is rated, and go on to shadow."""
    lead.on("Back to the beginning")
    assert phase_of(lead.file) is Phase.MAPPING
    assert all(row.rating is None for row in lead.screen.figures.rows)
    lead.on("Scope agreed")
    assert phase_of(lead.file) is Phase.SHADOW


def approve_and_move(lead: Lead) -> None:
    """Have the budget approved; from then on it changes by virement alone."""
    view = lead.leaf("Versions", "Versions")
    lead.press(view.submit)
    lead.press(view.approve)
    lead.answer(view, "1 Dec 2027", "Board 22.4")
    grid = lead.leaf("Versions", "Virements").grid
    for key, text in (
        ("from_line", "Contingency"), ("to_line", "Prescribing"), ("amount", "60,000"),
        ("month", "November 2016"), ("words", "Winter prices"),
    ):  # fmt: skip
        assert grid.model.change_cell(
            grid.model.rowCount() - 1, grid.model.column_at(key), text
        ) == ""  # fmt: skip
    moved = lines(lead.file, OCTOBER)
    assert moved["Prescribing"].annual_pence == 6_480_000_00 + 60_000_00
    assert moved["Prescribing"].opening_pence == 6_480_000_00
    assert sum(row.virement_pence for row in moved.values()) == 0


def enter_the_rest_of_the_year(lead: Lead) -> None:
    """Paste the months to come as a block from a spreadsheet, in one step."""
    months = lead.leaf("By month")
    months.show_actuals()
    shown = months.actuals.model.rows
    block = "\n".join(
        "\t".join(spent_in(at, number) for number in SPENT) for at in range(len(shown))
    )
    steps = len(lead.file.changes())
    lead.paste(months.actuals, shown[0].id, "m7", block)
    assert len(lead.file.changes()) == steps + 1
    now = lines(lead.file, MARCH)
    assert all(None not in row.year.actual for row in now.values())
    assert now[shown[0].name].year.actual[7] == SPENT[8] // 3 * 100


def accrue(lead: Lead) -> None:
    """Accrue in November what is owed; December takes it back by itself."""
    before = lines(lead.file, MARCH)["Prescribing"].year.actual
    view = lead.leaf("Entries")
    view.show_line(lines(lead.file, MARCH)["Prescribing"].id)
    model = view.grid.model
    for key, text in (("month", "November 2016"), ("kind", "Accrual"), ("amount", "8,800")):
        assert model.change_cell(model.rowCount() - 1, model.column_at(key), text) == ""
    after = lines(lead.file, MARCH)["Prescribing"].year.actual
    assert after[7] == (before[7] or 0) + 8_800_00
    assert after[8] == (before[8] or 0) - 8_800_00
    assert sum(each or 0 for each in after) == sum(each or 0 for each in before)


def explain_what_is_red(lead: Lead) -> None:
    """Write a commentary on each red line, and let what was provisional be final."""
    lead.desk.choose_month(MARCH)
    finance = lead.leaf("Lines")
    for row in list(lead.screen.figures.rows):
        if row.is_red and not row.commentary:
            finance.show_line(row.id)
            finance.side.write("commentary")
            QTest.keyClicks(finance.side.commentary.box, "Dearer than planned.")
            finance.side.commentary.box.clearFocus()
            finance.grid.view.setFocus()
            QApplication.processEvents()
    for row in lead.file.read(budget.lines, MARCH):
        for entry in lead.file.read(budget.entries, row.id):
            if entry.is_provisional and entry.reverses_id is None:
                lead.file.edit("Final", budget.set_entry, entry.id, "is_provisional", False)


def a_closed_month_stays(lead: Lead) -> None:
    """See that nothing of a closed month can be typed over."""
    grid = lead.leaf("Lines").grid
    at = grid.model.line_of(lines(lead.file, MARCH)["Prescribing"].id)
    refused = grid.model.change_cell(at, grid.model.column_at("month_actual"), "1")
    assert "March 2017 is closed" in refused


def settle(lead: Lead) -> SettlementRow:
    """Go on to shared, settle, and let every partner sign; return what was signed."""
    lead.on("The agreement is signed")
    assert phase_of(lead.file) is Phase.SHARED
    view = lead.leaf("Share", "Settlements")
    for stage in (Stage.INDICATIVE, Stage.PROVISIONAL, Stage.FINAL):
        view.make(stage)
    rows = lead.file.read(settlements.settlements, YEAR)
    assert [row.stage for row in rows] == [Stage.FINAL, Stage.PROVISIONAL, Stage.INDICATIVE]
    final = rows[0]
    view.grid.select_record(final.id)
    for row in final.signatures:
        lead.type_at(view.signatures, row.id, "signed_by", "A. Alder")
    signed = next(
        row for row in lead.file.read(settlements.settlements, YEAR) if row.id == final.id
    )
    assert signed.stage is Stage.SIGNED
    assert "the same result again, to the byte" in verified(signed)
    return signed


def shares_agree(file: LocalityFile, signed: SettlementRow, folder: Path) -> None:
    """See that the workbook's partners get what the settlement says."""
    pack = write_pack(gather(file, MARCH, localities.NOON), folder)
    sheet = load_workbook(pack, data_only=True)["Share by partner"]
    titles = [cell.value for cell in sheet[4]]
    amounts = {
        str(row[0].value): row[titles.index("In the end £")].value for row in sheet.iter_rows(5)
    }
    assert signed.signatures
    for each in signed.signatures:
        assert round(Decimal(str(amounts[each.partner])) * 100) == each.part_pence
