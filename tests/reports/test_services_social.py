"""Social prescribing as it is read and printed: one figure everywhere, few people nowhere."""

from __future__ import annotations

from collections.abc import Generator
from decimal import Decimal
from pathlib import Path

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Category, CountKind, ServiceStatus
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.reports.service_social import social_rows, social_year
from pch_desktop.reports.service_social_checks import VIEW, social_findings, social_tables
from pch_desktop.reports.service_social_months import SOCIAL, so_far, social_finding
from pch_desktop.reports.service_social_names import name_rows, names_finding
from pch_desktop.reports.service_social_names_pack import names_table
from pch_desktop.reports.service_social_pack import months_table
from pch_desktop.reports.totals import total_of
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

SEPTEMBER, OCTOBER = Month(2016, 9), Month(2016, 10)
SOURCE = CountKind.SOURCE


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Two months of one service that runs."""
    file = localities.made(path)
    told = {"category": Category.SOCIAL_PRESCRIBING, "status": ServiceStatus.LIVE}
    file.edit("Add", services.add_described_service, "Link workers", told)
    for month, counts in ((SEPTEMBER, (40, 30, 27, 3)), (OCTOBER, (50, 45, 36, 20))):
        for field, value in zip(
            ("referred", "accepted", "in_ten_days", "measured"), counts, strict=True
        ):
            file.edit("Month", services.set_social_month, 1, month, field, value)
        file.edit("Month", services.set_social_month, 1, month, "mean_change", Decimal("1.5"))
    yield file
    file.close()


def count(file: LocalityFile, month: Month, **people: int) -> None:
    for name, each in people.items():
        file.edit("Count", services.set_social_count, 1, month, (SOURCE, name), each)


def test_the_total_of_the_screen_is_the_sum_of_the_pack(file: LocalityFile) -> None:
    told = social_year(file, OCTOBER)
    rows = [row for row in social_rows(told, 1) if row.month >= SEPTEMBER]
    totals = {column.key: total_of(column, SOCIAL, rows) for column in SOCIAL}
    printed = months_table(told).rows[-1].values
    whole = so_far(rows)
    for key in ("referred", "accepted", "in_ten_days"):
        total = totals[key]
        assert total is not None
        assert total.value == getattr(whole, key) == printed[key]
    share = totals["in_ten_share"]
    assert share is not None
    assert share.value == whole.in_ten_share == printed["in_ten_share"] == Decimal(63) / 75


def test_months_after_the_one_at_hand_leave_the_total_whole(file: LocalityFile) -> None:
    rows = social_rows(social_year(file, OCTOBER), 1)
    total = total_of(SOCIAL[1], SOCIAL, rows)
    assert total is not None
    assert total.is_incomplete  # April to August are not known.
    late = [row for row in rows if row.month >= SEPTEMBER]
    total = total_of(SOCIAL[1], SOCIAL, late)
    assert total is not None
    assert (total.value, total.is_incomplete) == (90, False)


def test_what_few_people_were_measured_for_is_not_printed(file: LocalityFile) -> None:
    rows = {row.name: row.values for row in months_table(social_year(file, OCTOBER)).rows}
    assert rows["September 2016"]["measured"] == rows["September 2016"]["mean_change"] == HIDDEN
    assert rows["October 2016"]["measured"] == 20
    assert rows["Since April"]["measured"] == rows["Since April"]["mean_change"] == HIDDEN


def test_few_people_of_a_source_are_printed_in_no_pack_and_the_share_with_them(
    file: LocalityFile,
) -> None:
    count(file, SEPTEMBER, GP=30, Nurse=10)
    count(file, OCTOBER, GP=40, Nurse=7, Self=3)
    rows = {row.name: row for row in names_table(social_year(file, OCTOBER)).rows}
    assert rows["Self"].months[-2:] == (None, HIDDEN)
    assert rows["Self"].so_far == rows["Self"].share == HIDDEN
    assert rows["Nurse"].months[-2:] == (10, HIDDEN)
    assert (rows["GP"].so_far, rows["GP"].share) == (70, Decimal(70) / 90)
    assert (rows["All"].months[-1], rows["All"].so_far) == (50, 90)
    assert rows["Self"].live == ""
    assert rows["GP"].live == "{so_far}/{so_far[3]}"


def test_names_come_in_the_usual_order_with_shares_of_the_year(file: LocalityFile) -> None:
    count(file, OCTOBER, Zebra=5, Hospital=15, gp=20)
    rows = name_rows(social_year(file, OCTOBER), 1, SOURCE, ("GP", "Practice nurse"))
    assert [row.name for row in rows] == ["gp", "Practice nurse", "Hospital", "Zebra"]
    assert [row.share for row in rows] == [Decimal("0.5"), None, Decimal("0.375"), Decimal("0.125")]
    assert names_finding(rows) == "Most often referred by: gp, 20 of 40 in the year."
    again = name_rows(social_year(file, OCTOBER), 1, SOURCE)
    assert {row.id for row in again} < {row.id for row in rows}


def test_a_month_not_told_yet_and_what_does_not_add_up_are_findings(file: LocalityFile) -> None:
    (late,) = social_findings(file, OCTOBER.plus(1))
    assert (late.title, late.view) == ("Link workers has no counts for November 2016", VIEW)
    assert social_findings(file, OCTOBER) == []
    file.edit("Month", services.set_social_month, 1, OCTOBER, "accepted", 51)
    (found,) = social_findings(file, OCTOBER)
    assert found.title == "Link workers: 51 accepted is more than 50 referred"
    assert found.verb == "Correct"


def test_sums_of_different_months_have_no_share(file: LocalityFile) -> None:
    file.edit("Month", services.set_social_month, 1, SEPTEMBER, "accepted", None)
    told = social_year(file, OCTOBER)
    assert so_far(social_rows(told, 1)).accepted_share is None
    table = months_table(told)
    assert table.rows[-1].values["accepted_share"] is None
    assert table.notes[0] == "Not known: referrals of " + ", ".join(
        Month(2016, number).words for number in range(4, 9)
    ) + "."  # fmt: skip


def test_the_finding_says_what_came_of_the_year(file: LocalityFile) -> None:
    assert social_finding(social_rows(social_year(file, OCTOBER), 1)) == (
        "90 people referred since April, 75 accepted; 84.0% of those accepted contacted within "
        "ten days; mean change 1.50 in 23 measured."
    )


def test_a_file_without_social_prescribing_has_no_sheets_of_it(path: Path) -> None:
    file = localities.made(path)
    assert [list(table.rows) for table in social_tables(file, OCTOBER)] == [[], []]
    file.close()


def test_the_sample_shows_each_kind_and_no_few_people(marsh_valley: LocalityFile) -> None:
    months, names = social_tables(marsh_valley, OCTOBER)
    assert len(months.rows) == 8
    assert {row.kind for row in names.rows} == {
        "Referred by", "Needs and concerns", "Referred on to", "Why closed"
    }  # fmt: skip
    printed = [value for row in names.rows for value in (*row.months, row.so_far)]
    assert HIDDEN in printed
    assert not any(isinstance(value, int) and 0 < value < 5 for value in printed)
