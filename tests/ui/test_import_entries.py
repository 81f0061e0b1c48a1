"""What was spent, brought in by the page: their names for our lines, said once."""

from __future__ import annotations

from collections.abc import Callable, Generator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.import_page import ImportPage
from pch_desktop.ui.importing.names_view import NONE_OF_OURS
from pch_desktop.ui.importing.plan_view import LINES

OCTOBER = Month(2016, 10)
EXTRACT = (
    "Period\tAccount\tAmount\tVoucher\tNarrative\n"
    "Oct 2016\tAcct 4021\t1,000.50\tV1\tDrugs\nOct 2016\tBank charges\t7\tV2\tCharges\n"
    "Total\t\t1,007.50\t\t\n"
)


@pytest.fixture
def page(desk: Desk, file: LocalityFile, qtbot: QtBot) -> Generator[ImportPage]:
    """The page on a file with a budget of two lines."""
    for name in ("Prescribing", "Estates"):
        file.edit("Add", budget.add_line, FinancialYear(2016), name, Sector.PRIMARY, 120_000_00)
    made = ImportPage(desk)
    made.resize(1160, 660)
    qtbot.addWidget(made)
    made.show()
    yield made
    QApplication.restoreOverrideCursor()


def test_their_names_are_said_once_and_known_the_next_time(
    page: ImportPage, file: LocalityFile, qtbot: QtBot
) -> None:
    def look(act: Callable[[], object]) -> None:
        with qtbot.waitSignal(page.looker.seen, timeout=60_000):
            act()

    look(lambda: page.paste(EXTRACT))
    tabs, names = page.views.tabs, page.views.names
    assert tabs.isTabVisible(LINES)
    assert tabs.tabText(LINES) == "Lines  2 to say"
    assert page.plan is not None
    assert page.plan.rows_kept == 0
    tabs.setCurrentIndex(LINES)
    assert names.grid is not None
    model = names.grid.model
    QAbstractItemModelTester(model)
    ours = model.column_at("ours")
    assert model.columns[ours].words == ("Prescribing", "Estates", NONE_OF_OURS)
    look(lambda: model.change_cell(0, ours, "prescribing"))
    look(lambda: model.change_cell(model.rowCount() - 2, ours, NONE_OF_OURS))
    assert tabs.tabText(LINES) == "Lines"
    assert (page.plan.rows_kept, page.plan.rows_refused) == (1, 1)
    assert "Read £1,007.50: kept £1,000.50, left out £7.00." in page.plan.notes
    page.commit()
    assert file.read(budget.lines, OCTOBER)[0].standing.month_actual == 1_000_50
    look(page.undo)
    assert file.read(budget.lines, OCTOBER)[0].standing.month_actual is None
    page.commit()
    look(lambda: page.paste(EXTRACT.replace("1,000.50", "1,100.50").replace("1,007", "1,107")))
    assert {(row.theirs, row.known_by) for row in names.grid.model.rows} == {
        ("Acct 4021", "memory"), ("Bank charges", "left out"),
    }  # fmt: skip
    page.commit()
    assert file.read(budget.lines, OCTOBER)[0].standing.month_actual == 1_100_50
