"""The past months of a file say what chance alone does to a scheme."""

from __future__ import annotations

from decimal import Decimal

from pch_desktop.domain.period import Month
from pch_desktop.domain.sharing import Terms
from pch_desktop.reports import budget as finance
from pch_desktop.reports.budget_luck import cost_months, luck, luck_finding, luck_notes, luck_words
from pch_desktop.reports.budget_share_pack import share_tables
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from tests.shares import BUDGET, MARCH, OCTOBER, YEAR, put, spent


def test_the_sample_has_nineteen_months_in_a_row(marsh_valley: LocalityFile) -> None:
    months = cost_months(marsh_valley, OCTOBER)
    assert (months[0].month, months[-1].month, len(months)) == (Month(2015, 4), OCTOBER, 19)
    rows = [row for row in finance.finance(marsh_valley, OCTOBER).rows if row.line.is_in_share]
    assert months[-1].cost_pence == sum(row.month_actual or 0 for row in rows)
    assert months[-1].budget_pence == sum(row.month_budget or 0 for row in rows)


def test_the_answer_names_the_swing_the_band_and_how_often(marsh_valley: LocalityFile) -> None:
    found = luck(marsh_valley, OCTOBER, Terms(deadband_share=Decimal("0.002")))
    assert len(found.windows) == 8
    assert luck_finding(found).startswith("Chance alone moves a year by up to £267,396 either way")
    assert "the dead band is only £93,848" in luck_finding(found)
    wide = luck(marsh_valley, OCTOBER, Terms(deadband_share=Decimal("0.02")))
    assert "within the dead band of" in luck_finding(wide)
    assert "0 would have paid out, 0 borne" in luck_finding(wide)
    assert "Only 19 months" in luck_notes(found)[-1]
    assert 40 <= len(luck_words(found)) <= 400
    sheet, _ = share_tables(marsh_valley, OCTOBER)
    assert sheet.notes[-1] == luck_finding(found)


def test_months_before_a_gap_do_not_count(file: LocalityFile) -> None:
    line_id = spent(file, BUDGET)
    put(file, budget.set_actual, line_id, YEAR.months[3], None)
    months = cost_months(file, MARCH)
    assert [each.month for each in months] == list(YEAR.months[4:])
    put(file, budget.set_actual, line_id, MARCH, None)
    assert [each.month for each in cost_months(file, MARCH)] == list(YEAR.months[4:11])
    found = luck(file, MARCH, Terms())
    assert found.limits is None and found.swing_pence is None
    assert "7 months known in a row, and at least 12 are needed" in luck_finding(found)
