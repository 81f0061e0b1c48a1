"""What services have not told is in no total of the pack as if it were nought."""

from __future__ import annotations

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_activity_pack import activity_tables
from pch_desktop.reports.service_beds import BEDS, beds_table, month_beds
from pch_desktop.reports.service_calls import calls_table, month_calls
from pch_desktop.reports.totals import total_of
from pch_desktop.store.locality_file import LocalityFile

OCTOBER = Month(2016, 10)


def test_bed_services_that_told_nothing_leave_the_printed_total_incomplete(
    marsh_valley: LocalityFile,
) -> None:
    rows = month_beds(marsh_valley, OCTOBER)
    printed = beds_table(rows, OCTOBER)
    assert list(printed.rows) == rows, "as on the screen"
    total = total_of(BEDS[1], BEDS, printed.rows)
    assert total is not None
    assert total.is_incomplete
    lines = month_calls(marsh_valley, OCTOBER)
    assert list(calls_table(lines, OCTOBER).rows) == lines
    assert not beds_table(month_beds(marsh_valley, Month(2010, 1)), Month(2010, 1)).rows


@pytest.mark.parametrize("title", ["Service appointments", "Appointments taken up"])
def test_sheets_of_a_month_name_the_running_services_left_out(
    marsh_valley: LocalityFile, title: str
) -> None:
    sheets = {table.title: table for table in activity_tables(marsh_valley, OCTOBER)}
    assert "Medicines review, Rehabilitation beds" in sheets[title].notes[-1]
    assert "Not in the totals" in sheets[title].notes[-1]
