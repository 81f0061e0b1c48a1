"""What was spent, from ledger extracts, contract monitoring and prescribing files."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Basis, EntryKind
from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import own
from pch_desktop.imports.footing import pounds
from pch_desktop.imports.own_entries import source_of
from pch_desktop.imports.own_fields import OwnKind
from pch_desktop.imports.own_months import month_in
from pch_desktop.imports.patients import LooksLikePatients
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.models.budget_plan import MonthClosing
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice
from pch_desktop.store import budget
from pch_desktop.store.budget import EntryRow
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.imports.own_workbooks import bold, saved, sheet

AT = datetime(2016, 12, 1, 9, tzinfo=UTC)
YEAR = FinancialYear(2016)
APRIL, SEPTEMBER, OCTOBER, NOVEMBER = (Month(2016, number) for number in (4, 9, 10, 11))
LINES = ("Prescribing", "Community nursing", "Emergency admissions")
LEDGER = (
    "Period,Account,Account description,Supplier,Voucher,Debit,Credit,Narrative\n"
    "M7,4021,Prescribing,Vale Trust,V1,1000.50,,October drugs\n"
    "Oct-16,4021,Prescribing,Vale Trust,V2,,200.25,Refund\n"
    "201610,4030,Community nursing,Nobody Ltd,V3,£900.00,,Agency\n"
    "Total,,,,,1900.50,200.25,\n"
)
PRESCRIBING = (
    "YEAR_MONTH,PRACTICE_CODE,PRACTICE_NAME,ITEMS,NIC,ACTUAL_COST\n"
    "201610,M81001,ORCHARD LANE,100,110.00,100.10\n"
    "201610,M81002,MILL STREET,50,60.00,50.05\n"
    "201610,X99999,ELSEWHERE,9,9.00,9.99\n"
    "OCT-16,M81001,ORCHARD LANE,1,2.00,1.05\n"
    "201611,M81001,ORCHARD LANE,100,110.00,99.00\n"
)


def seed(session: Session) -> None:
    """Add two practices and two partners."""
    session.add_all(
        [
            Practice(code="M81001", name="Orchard Lane Surgery"),
            Practice(code="M81002", name="Mill Street Practice"),
            Partner(name="Vale Trust", kind=PartnerKind.CHARITY, sector=Sector.VOLUNTARY),
            Partner(name="Ouseby Hospital", kind=PartnerKind.ACUTE_TRUST, sector=Sector.SECONDARY),
        ]
    )


@pytest.fixture
def locality(tmp_path: Path) -> Generator[LocalityFile]:
    """A file with a budget of three lines."""
    file = localities.like(begun, tmp_path / "m.pch")
    yield file
    file.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    file = localities.empty(path)
    file.edit("Seed", seed)
    for name in LINES:
        file.edit("Line", budget.add_line, YEAR, name, Sector.PRIMARY, 1_200_000_00)
    return file


def written(tmp_path: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    """Write a file, its lines ended as Windows ends them."""
    path = tmp_path / name
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    return path


def planned(
    file: LocalityFile,
    path: Path | str,
    kind: OwnKind | None = None,
    year: FinancialYear | None = None,
    lines: dict[str, str | None] | None = None,
) -> ImportPlan:
    """Return what taking a file in would do."""
    return own.plan_for(file, own.read(path, kind), year=year, lines=lines)


def taken(
    file: LocalityFile,
    path: Path | str,
    kind: OwnKind | None = None,
    lines: dict[str, str | None] | None = None,
) -> ImportPlan:
    """Take a file in, see that once more changes nothing, and return the plan."""
    plan = planned(file, path, kind, lines=lines)
    own.commit(file, plan, datetime(2016, 11, 3, 9, tzinfo=UTC))
    again = planned(file, path, kind)
    assert again.changes == ()
    assert again.refused == plan.refused
    return plan


def entries(file: LocalityFile, name: str = "Prescribing") -> list[EntryRow]:
    """Return the entries of a line."""
    found = file.read(budget.lines, OCTOBER)
    return file.read(budget.entries, next(line.id for line in found if line.name == name))


def actual(file: LocalityFile, month: Month = OCTOBER, name: str = "Prescribing") -> int | None:
    """Return what a line cost in a month, as it is read."""
    found = file.read(budget.lines, month)
    return next(line.standing.month_actual for line in found if line.name == name)


def close(session: Session, month: Month) -> None:
    """Close a month."""
    session.add(MonthClosing(month=month, kind=ClosingKind.CLOSED, at=AT))


# A ledger extract


def test_a_ledger_extract_comes_in_entry_by_entry_with_its_place(
    locality: LocalityFile, tmp_path: Path
) -> None:
    plan = taken(locality, written(tmp_path, "Ledger M7.csv", LEDGER, "utf-8-sig"))
    assert (plan.kind, plan.rows_read, plan.rows_kept) == ("own entries", 3, 3)
    first, second = entries(locality)
    assert (first.amount_pence, first.kind, first.basis) == (
        1_000_50, EntryKind.SPENDING, Basis.LEDGER,
    )  # fmt: skip
    assert (first.partner, first.reference, first.note) == ("Vale Trust", "V1", "October drugs")
    assert (first.file_name, first.row_number) == ("Ledger M7.csv", 2)
    assert (second.amount_pence, second.kind) == (-200_25, EntryKind.CREDIT)
    assert actual(locality) == 800_25
    (agency,) = entries(locality, "Community nursing")
    assert (agency.partner, agency.note) == (None, "Nobody Ltd: Agency")
    assert any("Nobody Ltd" in note and "Add the partner" in note for note in plan.notes)


def test_what_was_read_is_what_was_kept_and_left_out_to_the_penny(
    locality: LocalityFile, tmp_path: Path
) -> None:
    text = LEDGER.replace("Community nursing", "Moon base")
    plan = planned(locality, written(tmp_path, "Ledger M7.csv", text))
    assert "Read £1,700.25: kept £800.25, left out £900.00." in plan.notes
    assert any(
        note.startswith("Ledger M7.csv, ") and "(row 5): the sheet says £1,900.50" in note
        and "£900.00 less" in note
        for note in plan.apart
    )  # fmt: skip
    assert any("200.25, as the sheet says" in note for note in plan.notes)


def test_a_name_of_theirs_is_taken_for_a_line_and_remembered(
    locality: LocalityFile, tmp_path: Path
) -> None:
    text = (
        "Date,Account,Amount,Voucher,Narrative\n"
        "05/10/2016,Acct 4021,10,A,x\n06/10/2016,Rates,5,B,y\n"
    )
    path = written(tmp_path, "Extract.csv", text, "cp1252")
    plan = planned(locality, path)
    assert [row.row for row in plan.refused] == [2, 3]
    assert "Say which it is under Lines" in plan.refused[0].reason
    assert [(one.theirs, one.known_by, one.pence) for one in plan.named] == [
        ("Acct 4021", "", 10_00), ("Rates", "", 5_00),
    ]  # fmt: skip
    said: dict[str, str | None] = {"Acct 4021": "Prescribing", "Rates": None}
    plan = taken(locality, path, lines=said)
    assert (plan.rows_kept, plan.rows_refused, plan.set_aside[0].count) == (1, 1, 1)
    assert actual(locality) == 10_00
    again = planned(locality, written(tmp_path, "Other.csv", text.replace("10/2016", "11/2016")))
    assert [(one.theirs, one.ours, one.known_by) for one in again.named] == [
        ("Acct 4021", "Prescribing", "memory"), ("Rates", None, "left out"),
    ]  # fmt: skip


def test_the_same_file_changes_nothing_and_says_when_it_came(
    locality: LocalityFile, tmp_path: Path
) -> None:
    path = written(tmp_path, "Ledger M7.csv", LEDGER)
    taken(locality, path)
    other = written(tmp_path, "A copy of it.csv", LEDGER)
    first = entries(locality)[0]
    locality.edit("Change", budget.set_entry, first.id, "amount_pence", 1)
    again = planned(locality, path)
    assert again.changes == ()
    assert (
        "This very file was brought in on 3 November 2016 as “Ledger M7.csv”, so nothing changes."
        in again.notes
    )
    renamed = planned(locality, other)
    assert (renamed.rows_kept, renamed.changes) == (3, ())
    assert renamed.notes[-1] == again.notes[-1]
    changed = written(tmp_path, "Elsewhere.csv", LEDGER.replace("900.00", "901.00"))
    refused = planned(locality, changed).refused
    assert "a month cannot be counted twice" in refused[0].reason
    assert len(refused) == 3


def test_a_newer_extract_replaces_its_own_entries(locality: LocalityFile, tmp_path: Path) -> None:
    taken(locality, written(tmp_path, "Ledger October.csv", LEDGER))
    newer = LEDGER.replace("1000.50", "1100.50").replace(
        "Oct-16,4021,Prescribing,Vale Trust,V2,,200.25,Refund\n", ""
    )
    plan = taken(locality, written(tmp_path, "Ledger November.csv", newer))
    (only,) = entries(locality)
    assert (only.amount_pence, only.file_name) == (1_100_50, "Ledger November.csv")
    assert entries(locality, "Community nursing")[0].file_name == "Ledger October.csv"
    assert sum(change.is_gone for change in plan.changes) == 1
    locality.undo()
    assert actual(locality) == 800_25


def test_a_line_the_source_gives_no_longer_is_told_of_and_stays(
    locality: LocalityFile, tmp_path: Path
) -> None:
    taken(locality, written(tmp_path, "Ledger 1.csv", LEDGER))
    without = "\n".join(line for line in LEDGER.split("\n") if "4030" not in line)
    plan = taken(locality, written(tmp_path, "Ledger 2.csv", without))
    assert any("gives it no longer" in note and "Community nursing" in note for note in plan.notes)
    assert actual(locality, name="Community nursing") == 900_00


def test_a_month_from_elsewhere_is_not_counted_twice_and_an_accrual_stays_beside_it(
    locality: LocalityFile, tmp_path: Path
) -> None:
    line_id = locality.read(budget.lines, OCTOBER)[0].id
    locality.edit("By hand", budget.set_actual, line_id, OCTOBER, 70_00)
    path = written(tmp_path, "Ledger.csv", LEDGER)
    plan = planned(locality, path)
    assert [row.row for row in plan.refused] == [2, 3]
    assert plan.refused[0].reason.startswith("October 2016 already holds £70.00 for “Prescribing”")
    locality.edit("Clear", budget.set_actual, line_id, OCTOBER, None)
    locality.edit("Accrue", budget.add_accrual, line_id, OCTOBER, 50_00, {})
    taken(locality, path)
    assert actual(locality) == 850_25


def test_an_estimate_gives_way_to_the_figure(locality: LocalityFile, tmp_path: Path) -> None:
    line_id = locality.read(budget.lines, OCTOBER)[0].id
    locality.edit("By hand", budget.set_actual, line_id, SEPTEMBER, 600_00)
    for month in (OCTOBER, NOVEMBER):
        locality.edit("Accrue", budget.accrue_missing, month)
    plan = taken(locality, written(tmp_path, "Ledger.csv", LEDGER))
    assert any("The estimate gave way" in note for note in plan.notes)
    assert (actual(locality), actual(locality, NOVEMBER)) == (800_25, 600_00)
    locality.undo()
    assert (actual(locality), actual(locality, NOVEMBER)) == (600_00, 600_00)


def test_a_closed_month_takes_nothing_new_and_what_stands_is_no_news(
    locality: LocalityFile, tmp_path: Path
) -> None:
    taken(locality, written(tmp_path, "Ledger 1.csv", LEDGER))
    locality.edit("Close", close, OCTOBER)
    assert planned(locality, written(tmp_path, "Ledger 2.csv", LEDGER + "\n")).refused == ()
    changed = LEDGER.replace("1000.50", "1000.51")
    plan = planned(locality, written(tmp_path, "Ledger 3.csv", changed))
    assert [row.row for row in plan.refused] == [2, 3]
    assert plan.refused[0].reason.startswith("October 2016 is closed. Reopen it")
    assert plan.changes == ()


def test_what_is_wrong_is_told_with_its_cell_and_the_fix(
    locality: LocalityFile, tmp_path: Path
) -> None:
    text = (
        "Period,Account,Amount,Reference,Narrative\n"
        "Oct 2016,Prescribing,ten pounds,R1,text in money\n"
        "Oct 2015,Prescribing,10,R2,a year without a budget\n"
        "Oct 2016,Prescibing,10,R3,a line that is not there\n"
        "Oct 2016,,10,R4,no line\n"
        "Oct 2016,Prescribing,(10.00),R5,brackets\n"
        "Oct 2016,Prescribing,5.00 CR,R6,credit\n"
        "Oct 2016,Prescribing,7.00 DR,R7,debit\n"
        "Smarch,Prescribing,1,R8,no month\n"
    )
    plan = planned(locality, written(tmp_path, "Extract.csv", text), year=YEAR)
    reasons = {row.row: row.reason for row in plan.refused}
    assert reasons[2].startswith("C2: “ten pounds” is not an amount of money.")
    assert "October 2015 does not lie in 2016/17" in reasons[3]
    assert "Did you mean “Prescribing”?" in reasons[4]
    assert reasons[5] == "Enter the line's name."
    assert reasons[9].startswith("A9: “Smarch” is not a month.")
    own.commit(locality, plan)
    assert [row.amount_pence for row in entries(locality)] == [-10_00, -5_00, 7_00]
    assert "2 rows more cannot be read" in " ".join(plan.notes)


def test_months_by_their_place_need_the_year() -> None:
    assert month_in("7", YEAR) == month_in("M07", YEAR) == month_in("201610", None) == OCTOBER
    assert month_in("OCT-16", None) == month_in("31/10/2016", None) == OCTOBER
    with pytest.raises(Refusal, match="of a year that is not said"):
        month_in("7", None)


def test_files_of_one_source_differ_in_figures_and_months_alone() -> None:
    names = ("Ledger Apr 2016.csv", "Ledger M07.xlsx", "ledger_May.csv", "Ledger, period 7.csv")
    assert {source_of(name) for name in names} == {"ledger"}
    assert source_of("Mayfield ledger.csv") == "mayfieldledger"
    assert source_of("May.csv") == "may"


# Contract monitoring


def test_monitoring_takes_the_actual_cost_and_leaves_plans_and_activity(
    locality: LocalityFile, tmp_path: Path
) -> None:
    book = Workbook()
    page = sheet(
        book,
        "SLAM",
        [
            ["Contract monitoring M7"],
            ["Provider", "Point of delivery", "Apr-16", None, "May-16", None],
            [None, None, "Plan cost", "Actual cost", "Plan cost", "Actual cost"],
            ["Ouseby Hospital", "Emergency admissions", 1000, 1100.5, 1000, 900],
            ["Vale Trust", "Community nursing", 10, 20, 10, None],
            ["Total", None, 1010, 1120.5, 1010, 900],
        ],
    )
    page.merge_cells("C2:D2")
    page.merge_cells("E2:F2")
    bold(page, 2, 3, 6)
    path = saved(book, tmp_path / "SLAM M7.xlsx")
    plan = taken(locality, path)
    assert plan.kind == "own monitoring"
    (april, may) = entries(locality, "Emergency admissions")
    assert (april.amount_pence, may.amount_pence) == (1_100_50, 900_00)
    assert (april.partner, april.sheet_name, april.row_number) == ("Ouseby Hospital", "SLAM", 4)
    assert actual(locality, Month(2016, 5), "Community nursing") is None
    said = next(note for note in plan.notes if note.startswith("Plans, activity"))
    assert "“Apr-16 Plan cost”" in said
    assert plan.apart == ()


def test_monitoring_row_by_row_names_a_provider_who_is_no_partner(
    locality: LocalityFile, tmp_path: Path
) -> None:
    text = (
        "Provider;Point of delivery;Month;Plan activity;Actual activity;Plan cost;Actual cost\n"
        "Ouseby Hospitl;Emergency admissions;10;5;6;£500;£600.00\n"
        "Ouseby Hospital;Emergency admissions;10;5;6;£500;£600.00\n"
    )
    path = written(tmp_path, "M7.csv", text)
    plan = planned(locality, path, year=YEAR)
    assert "There is no partner called “Ouseby Hospitl”. Did you mean “Ouseby Hospital”?" in (
        plan.refused[0].reason
    )
    own.commit(locality, plan)
    assert actual(locality, Month(2017, 1), "Emergency admissions") == 600_00


def test_a_total_that_disagrees_with_its_months_is_refused_with_both(
    locality: LocalityFile, tmp_path: Path
) -> None:
    text = (
        "Line,Apr-16,May-16,Total\nPrescribing,100.10,50.20,150.30\n"
        "Community nursing,100.00,50.00,140.00\nEmergency admissions,33,33,67\n"
    )
    plan = planned(locality, written(tmp_path, "Months.csv", text))
    (row,) = plan.refused
    assert (row.row, row.reason) == (
        3,
        "D3: its total says £140.00 and its months come to £150.00. Correct the total or the "
        "month that is wrong.",
    )


# Prescribing


def test_prescribing_is_summed_over_the_localitys_practices(
    locality: LocalityFile, tmp_path: Path
) -> None:
    plan = taken(locality, written(tmp_path, "EPD.csv", PRESCRIBING))
    assert plan.kind == "own prescribing"
    october, november = entries(locality)
    assert (october.amount_pence, october.basis) == (151_20, Basis.PRESCRIBING)
    assert october.note == "Sum of 3 rows of 2 practices"
    assert (october.row_number, october.is_provisional) == (2, False)
    assert (november.amount_pence, november.is_provisional) == (99_00, True)
    assert any("November 2016 (1 of 2)" in note for note in plan.notes)
    assert (plan.rows_read, plan.rows_kept, plan.set_aside[0].count) == (5, 4, 1)
    assert "Read £260.19: kept £250.20, left out £9.99." in plan.notes
    assert any("net ingredient cost was left out" in note for note in plan.notes)


def test_prescribing_without_an_actual_cost_takes_the_net_ingredient_cost(
    locality: LocalityFile, tmp_path: Path
) -> None:
    text = "Practice code,Practice,Month,Items,NIC\nM81001,Orchard,OCT-16,5,10.00\n,,OCT-16,1,1\n"
    plan = taken(locality, written(tmp_path, "PCA.csv", text))
    assert actual(locality) == 10_00
    assert "It has no actual cost, so net ingredient cost was taken." in plan.notes
    assert "Enter the practice's code" in plan.refused[0].reason


def test_prescribing_asks_which_line_where_none_or_several_are_called_so(
    locality: LocalityFile, tmp_path: Path
) -> None:
    line_id = locality.read(budget.lines, OCTOBER)[0].id
    locality.edit("Rename", budget.set_line, line_id, "name", "Medicines")
    path = written(tmp_path, "EPD.csv", PRESCRIBING)
    plan = planned(locality, path)
    assert [one.theirs for one in plan.named] == ["Prescribing costs"]
    assert plan.rows_kept == 0
    plan = taken(locality, path, lines={"Prescribing costs": "Medicines"})
    assert actual(locality, name="Medicines") == 151_20


# Patients


def test_a_ledger_about_patients_is_refused(locality: LocalityFile, tmp_path: Path) -> None:
    text = "Period,Account,NHS number,Amount,Narrative\nOct 2016,Prescribing,9434765919,10,x\n"
    with pytest.raises(LooksLikePatients, match="NHS number"):
        own.read(written(tmp_path, "Extract.csv", text))
    numbers = "Period,Account,Voucher,Amount,Narrative\n" + "".join(
        f"Oct 2016,Prescribing,{number},10,x\n" for number in ("9434765919", "9434765870")
    )
    with pytest.raises(LooksLikePatients, match="pass the check of NHS numbers"):
        own.read(written(tmp_path, "Extract.csv", numbers))


# A law

ROWS = st.lists(
    st.tuples(
        st.sampled_from(("Prescribing", "Community nursing", "Moon base", "")),
        st.sampled_from(("Oct 2016", "Nov 2016", "Oct 2015", "")),
        st.integers(-(10**9), 10**9),
    ),
    min_size=1,
    max_size=12,
)


@given(rows=ROWS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_sum_read_is_the_sum_kept_and_the_sum_left_out(
    locality: LocalityFile, rows: list[tuple[str, str, int]]
) -> None:
    lines = [f"{month},{name},{pence / 100:.2f},R,n" for name, month, pence in rows]
    text = "\n".join(["Period,Account,Amount,Reference,Narrative", *lines, ""])
    plan = planned(locality, text, OwnKind.LEDGER)
    spent = [change.after for change in plan.changes if change.table == "actual"]
    kept = sum(int(str(after["amount_pence"])) for after in spent)
    left = {row.row for row in plan.refused}
    out = sum(pence for at, (_, month, pence) in enumerate(rows, 2) if at in left and month)
    said = next(note for note in plan.notes if note.startswith("Read "))
    assert f"kept {pounds(kept)}, left out {pounds(out)}." in said
    assert f"Read {pounds(kept + out)}:" in said
    assert plan.rows_read == len(rows) == plan.rows_kept + len(left)
