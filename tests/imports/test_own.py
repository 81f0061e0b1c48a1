"""A person's own sheets come into the locality as the plan shows, and once only."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from pch_desktop.domain.budget import VersionStatus
from pch_desktop.domain.partners import PartnerKind, PartnerStatus, Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import ContractKind, PostStatus
from pch_desktop.imports import own
from pch_desktop.imports.own import OwnKind
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.imports.starters import roles
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.own import Row, standing
from pch_desktop.store.starters import load_roles
from tests import localities
from tests.imports.own_workbooks import actuals_book, budget_book, saved, sheet, team_book

YEAR = FinancialYear(2016)
LINES = (
    "Line\tSector\tAnnual budget\nPrescribing\tprimary\t6,480,000\n"
    "Community nursing\tcommunity\t£3.12m\n"
)


@pytest.fixture
def locality(tmp_path: Path) -> Generator[LocalityFile]:
    """A new file with the role catalogue."""
    file = localities.like(begun, tmp_path / "m.pch")
    yield file
    file.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    file = localities.empty(path)
    file.edit("Roles", load_roles, roles())
    return file


def taken(
    file: LocalityFile,
    source: Path | str,
    kind: str | None = None,
    year: FinancialYear | None = None,
    chosen: dict[int, str | None] | None = None,
) -> ImportPlan:
    """Take a sheet in, see that taking it in again changes nothing, and return the plan."""
    plan = own.plan_for(file, own.read(source, kind), chosen, year)
    assert plan.rows_read == plan.rows_kept + plan.rows_refused
    own.commit(file, plan)
    again = own.plan_for(file, own.read(source, kind), chosen, year)
    assert again.changes == ()
    assert (again.rows_kept, again.refused) == (plan.rows_kept, plan.refused)
    return plan


def rows(file: LocalityFile, table: str) -> tuple[Row, ...]:
    """Return a table's rows."""
    return file.read(standing).tables[table]


def column(file: LocalityFile, table: str, name: str) -> list[object]:
    """Return a column of a table."""
    return [row[name] for row in rows(file, table)]


def test_partners_are_taken_in_with_their_contacts_and_changed_the_second_time(
    locality: LocalityFile,
) -> None:
    taken(
        locality,
        "Our partners\n\nPartner\tType\tSector\tStatus\tContact\tJob title\tVotes\n"
        "Orchard Lane Surgery\tpractice\tPrimary\tSigned up\tJo Wren\tPM\t1\n"
        "Age UK Marsh\t\tVol sector\t\t\t\t\n"
        "Vale Hospitals NHS Foundation Trust\n",
    )
    orchard, age, vale = rows(locality, "partner")
    assert (orchard["kind"], orchard["status"]) == (PartnerKind.PRACTICE, PartnerStatus.SIGNED)
    assert (age["kind"], age["sector"]) == (PartnerKind.CHARITY, Sector.VOLUNTARY)
    assert (vale["kind"], vale["sector"]) == (PartnerKind.ACUTE_TRUST, Sector.SECONDARY)
    assert [row["name"] for row in rows(locality, "contact")] == ["Jo Wren"]
    plan = taken(locality, "Partner\tVotes\torchard lane surgery\nORCHARD LANE  SURGERY\t2\n")
    assert plan.counts() == {"partner": (0, 1, 0)}
    assert column(locality, "partner", "votes")[0] == 2
    assert column(locality, "partner", "kind")[0] == PartnerKind.PRACTICE


def test_a_partner_is_found_by_its_ods_code_and_one_much_like_another_is_told(
    locality: LocalityFile,
) -> None:
    taken(locality, "Partner\tODS code\nOrchard Lane Surgery\tM81001\n")
    taken(locality, "Partner\tODS code\tVotes\nOrchard Surgery\tm81001\t1\n")
    assert column(locality, "partner", "name") == ["Orchard Lane Surgery"]
    plan = taken(locality, "Partner\tSector\nOrchard Lane Surgry\tprimary\n")
    assert any("much like “Orchard Lane Surgery”" in note for note in plan.notes)


def test_a_column_that_holds_something_else_is_left_out_and_said(locality: LocalityFile) -> None:
    plan = taken(locality, "Partner\tOrg type\tVotes\nAge UK\tF\t1\nMill House\tJ\tmany\n")
    assert plan.rows_kept == 1
    assert plan.notes[2].startswith(
        "Column “Org type” was left out: 2 of its 2 cells cannot be read"
    )
    assert plan.refused[0].reason.startswith("C3: “many” cannot be taken. Enter a whole number")


def test_a_name_twice_on_a_sheet_is_refused_the_second_time(locality: LocalityFile) -> None:
    plan = taken(locality, "Partner\tKind\nAge UK\tcharity\nAge Uk\tcharity\n")
    assert plan.refused[0].reason == "“Age Uk” stands in row 2 already. Keep one of the two."


def test_posts_get_references_and_keep_them(locality: LocalityFile) -> None:
    text = (
        "Job title\tEmployer\tFTE\tBand\tCost £000\tStatus\n"
        "Practice nurse\tOrchard Lane Surgery\t0.8\t5\t32.5\tfilled\n"
        "Practice nurse\tOrchard Lane Surgery\t1\t5\t\ton hold\n"
        "Wound nurse\tVale Community NHS Trust\t0.5\t6\t21\t\n"
        "Total\t\t2.3\t\t53.5\t\n"
    )
    plan = taken(locality, text)
    posts = rows(locality, "post")
    assert [row["reference"] for row in posts] == ["P001", "P002", "P003"]
    assert [row["funded_wte"] for row in posts] == [Decimal("0.8"), 1, Decimal("0.5")]
    assert [row["annual_cost_pence"] for row in posts] == [3_250_000, None, 2_100_000]
    assert posts[1]["status"] is PostStatus.FROZEN
    codes = {row["id"]: row["code"] for row in rows(locality, "role")}
    assert [codes[row["role_id"]] for row in posts] == ["PN", "PN", "WN"]
    assert any("Wound nurse (nurse)" in note for note in plan.notes)
    assert any("come to £53,500.00, as the sheet says" in note for note in plan.notes)


def test_a_refused_row_leaves_nothing_behind(locality: LocalityFile) -> None:
    plan = taken(locality, "Role\tEmployer\tWTE\nWound nurse\tNobody Knows Ltd\t12\n")
    assert plan.is_nothing
    assert "at most 2 WTE, not 12" in plan.refused[0].reason


def test_a_team_sheet_gives_posts_people_and_who_holds_what(
    locality: LocalityFile, tmp_path: Path
) -> None:
    plan = taken(locality, team_book(tmp_path / "team.xlsx"), year=YEAR)
    assert plan.rows_kept == 4
    assert column(locality, "person", "name") == ["Ann Lee", "Ben Ode", "Cy Dunn"]
    assert column(locality, "post", "reference") == ["N1", "N2", "N3", "N4"]
    ann, ben, cy = rows(locality, "assignment")
    assert (ann["weekly_minutes"], ann["wte_override"]) == (1_800, None)
    assert (ben["weekly_minutes"], ben["wte_override"]) == (2_220, 1)
    assert ben["wte_reason"] == "The sheet gives 1 WTE for 37 hours"
    assert (cy["starts_on"], cy["contract_kind"]) == (date(2016, 4, 1), ContractKind.FIXED_TERM)
    assert any(
        "Other tables here" in note and "“Rates”, a hidden sheet" in note for note in plan.notes
    )
    assert any("No start date, so 01/04/2016 was put in: Cy Dunn." in note for note in plan.notes)
    kinds = dict(
        zip(column(locality, "partner", "name"), column(locality, "partner", "kind"), strict=True)
    )
    assert kinds["Marsh County Council"] is PartnerKind.COUNCIL


def test_the_other_table_of_a_sheet_can_be_chosen(locality: LocalityFile, tmp_path: Path) -> None:
    path = team_book(tmp_path / "team.xlsx")
    taken(locality, path, "partners")
    assert column(locality, "partner", "name") == ["Age UK Marsh", "Mill House"]
    assert column(locality, "partner", "sector")[1] is Sector.MENTAL_HEALTH


def test_people_keep_their_posts_when_the_rows_are_in_another_order(locality: LocalityFile) -> None:
    head = "Name\tJob title\tEmployer\tHours\tStart date\n"
    ann, ben = "Ann Lee\tHCA\tOrchard\t30\t1/4/15\n", "Ben Ode\tHCA\tOrchard\t20\t1/5/15\n"
    taken(locality, head + ann + ben)
    assert own.plan_for(locality, own.read(head + ben + ann)).changes == ()
    assert len(rows(locality, "post")) == 2


def test_two_people_may_share_a_post(locality: LocalityFile) -> None:
    taken(
        locality,
        "Post ref\tName\tRole\tFunded WTE\tSessions\tStart date\n"
        "G1\tDr Day\tSalaried GP\t1\t4\t01/04/2016\nG1\tDr Dee\tSalaried GP\t1\t5\t01/04/2016\n",
    )
    assert column(locality, "post", "reference") == ["G1"]
    assert column(locality, "assignment", "weekly_minutes") == [1_000, 1_250]


def test_a_person_without_hours_is_refused_and_a_vacant_post_is_kept(
    locality: LocalityFile,
) -> None:
    plan = taken(
        locality,
        "Name\tRole\tWTE\tStart date\nAnn Lee\tPractice nurse\t\t1/4/16\n"
        "Vacant\tPractice nurse\t0.5\t\n",
    )
    assert [row.reason for row in plan.refused] == [
        "Enter the hours, sessions or WTE of Ann Lee, for example 30 hours."
    ]
    assert column(locality, "post", "funded_wte") == [Decimal("0.5")]


def test_a_budget_in_thousands_comes_in_to_the_penny_and_foots(
    locality: LocalityFile, tmp_path: Path
) -> None:
    plan = taken(locality, budget_book(tmp_path / "Budget.xlsx"), year=YEAR)
    lines = {row.name: row for row in locality.read(budget.lines, Month(2016, 4))}
    assert [row.annual_pence for row in lines.values()] == [
        648_000_000, 418_388_450, 312_050_000, 41_000_000,
    ]  # fmt: skip
    assert lines["Prescribing"].baseline_pence == 640_050_000
    assert lines["Podiatry"].sector is Sector.COMMUNITY
    assert lines["GMS core"].provider == "Orchard Lane Surgery"
    assert lines["GMS core"].baseline_pence is None
    said = [note for note in plan.notes if "as the sheet says" in note]
    assert len(said) == 6
    assert any(
        "“Grand total” (row 15): the 4 rows kept come to £14,194,384.50" in note for note in said
    )


def test_a_total_that_does_not_foot_is_told(locality: LocalityFile) -> None:
    plan = taken(locality, "Line\tBudget\nA\t10\nB\t#REF!\nTotal\t15\n", "lines", YEAR)
    assert plan.refused[0].reason.startswith("B3: The spreadsheet shows #REF! here.")
    assert any("the 1 row kept come to £10.00, £5.00 less" in note for note in plan.notes)


def test_a_year_is_asked_for_and_taken_from_the_file_once_there_is_one(
    locality: LocalityFile,
) -> None:
    with pytest.raises(Refusal, match="Say which financial year these lines"):
        own.plan_for(locality, own.read(LINES))
    taken(locality, LINES, year=YEAR)
    plan = taken(locality, LINES + "Estates\tother\t5\n")
    assert plan.year == YEAR
    assert "Taken for 2016/17, the year of the newest budget." in plan.notes


def test_undo_of_an_import_is_one_step(locality: LocalityFile) -> None:
    before = dict(locality.read(standing).tables)
    taken(locality, LINES, year=YEAR)
    undone = locality.to_undo
    assert undone is not None
    assert undone.label == "Import budget lines 2016/17"
    locality.undo()
    assert dict(locality.read(standing).tables) == before


def test_actuals_come_in_by_line_and_month(locality: LocalityFile, tmp_path: Path) -> None:
    taken(locality, LINES, year=YEAR)
    plan = taken(locality, actuals_book(tmp_path / "Monitoring M6.xlsx"))
    assert plan.counts() == {"actual": (11, 0, 0)}
    line = locality.read(budget.lines, Month(2016, 9))[0]
    assert line.year.actual[:7] == (*[54_000_025] * 6, None)
    assert any("Year to date" in note and "not brought in" in note for note in plan.notes)


def test_a_month_is_replaced_by_the_same_source_and_never_counted_twice(
    locality: LocalityFile,
) -> None:
    taken(locality, LINES, year=YEAR)
    taken(locality, "Line\tApr\tMay\nPrescribing\t100\t200\n", year=YEAR)
    plan = taken(locality, "Line\tApr\tMay\tJun\nPrescribing\t100\t250\t300\n", year=YEAR)
    assert plan.counts() == {"actual": (1, 1, 1)}
    line_id = locality.read(budget.lines, Month(2016, 4))[1].id
    locality.edit("By hand", budget.set_actual, line_id, Month(2016, 4), 7_000)
    plan = taken(locality, "Line\tApr\nCommunity nursing\t80\n", year=YEAR)
    assert plan.refused[0].reason.startswith(
        "April 2016 already holds £70.00 for “Community nursing” from another source: "
        "a month cannot be counted twice."
    )
    assert taken(locality, "Line\tApr\nCommunity nursing\t70\n", year=YEAR).rows_kept == 1


def test_a_long_list_of_entries_is_taken_entry_by_entry(locality: LocalityFile) -> None:
    taken(locality, LINES, year=YEAR)
    plan = taken(
        locality,
        "Line\tMonth\tAmount\tInvoice\nPrescribing\tJul 2016\t5k\tA1\n"
        "Prescribing\t2016-07\t(1,000)\tA2\n"
        "Prescribing\t\t9\tA3\n",
    )
    assert column(locality, "actual", "reference") == ["A1", "A2"]
    assert column(locality, "actual", "amount_pence") == [500_000, -100_000]
    assert "Enter the month" in plan.refused[0].reason


def test_an_unknown_line_is_refused_with_the_closest_name(locality: LocalityFile) -> None:
    taken(locality, LINES, year=YEAR)
    plan = taken(locality, "Line\tApr\nPrescibing\t1\nMoon base\t2\n", year=YEAR)
    first, second = (row.reason for row in plan.refused)
    assert "Did you mean “Prescribing”?" in first
    assert "Did you mean" not in second


def test_months_without_a_year_ask_for_one(locality: LocalityFile) -> None:
    with pytest.raises(Refusal, match="which financial year “Apr” is in"):
        own.plan_for(locality, own.read("Line\tApr\tMay\nPrescribing\t1\t2\n"))


def test_a_choice_of_columns_is_remembered_and_comes_first_next_time(
    locality: LocalityFile,
) -> None:
    text = "Budget thing\tBig number\nPrescribing\t10\n"
    with pytest.raises(Refusal, match="No column holds the lines' names"):
        own.plan_for(locality, own.read(text.replace("Budget", "Red"), OwnKind.LINES), year=YEAR)
    taken(locality, text, "lines", YEAR, {0: "name", 1: "annual"})
    reading = own.read("BUDGET  thing\tBig Number\nEstates\t20\n", OwnKind.LINES)
    found = own.matches_for(locality, reading)
    assert [(each.field, each.is_remembered) for each in found] == [
        ("name", True),
        ("annual", True),
    ]
    own.commit(locality, own.plan_for(locality, reading))
    assert column(locality, "budget_line", "annual_pence") == [1_000, 2_000]


def test_dates_with_the_month_first_are_asked_about_once(locality: LocalityFile) -> None:
    text = (
        "Name\tRole\tHours\tStart date\nAnn Lee\tHCA\t30\t03/04/16\nBen Ode\tHCA\t30\t04/25/2016\n"
    )
    reading = own.read(text)
    with pytest.raises(Refusal, match="Column “Start date” has 04/25/2016 in D3"):
        own.plan_for(locality, reading)
    own.commit(locality, own.plan_for(locality, reading, is_month_first=True))
    assert column(locality, "assignment", "starts_on") == [date(2016, 3, 4), date(2016, 4, 25)]


def test_ambiguous_dates_are_british(locality: LocalityFile) -> None:
    taken(locality, "Name\tRole\tHours\tStart date\nAnn Lee\tHCA\t30\t03/04/16\n")
    assert column(locality, "assignment", "starts_on") == [date(2016, 4, 3)]


def test_a_list_of_patients_is_refused(locality: LocalityFile) -> None:
    with pytest.raises(Refusal, match="Nothing about single patients"):
        own.read("Name\tRole\tNHS number\nAnn\tHCA\t943 476 5919\n")
    assert rows(locality, "person") == ()


def test_an_approved_budget_takes_no_lines(locality: LocalityFile) -> None:
    taken(locality, LINES, year=YEAR)
    locality.edit("Approve", approve)
    with pytest.raises(Refusal, match="is approved and stays as it is"):
        own.plan_for(locality, own.read(LINES))


def test_a_submitted_budget_takes_no_lines_until_it_is_taken_back(locality: LocalityFile) -> None:
    taken(locality, LINES, year=YEAR)
    locality.edit("Submit", budget.submit_version, YEAR, date(2016, 3, 1))
    with pytest.raises(Refusal, match="Take it back to draft, then bring the lines in"):
        own.plan_for(locality, own.read(LINES))
    locality.edit("Back", budget.back_to_draft, YEAR)
    assert own.plan_for(locality, own.read(LINES)).changes == ()


def approve(session: localities.Session) -> None:
    """Approve every version."""
    for version in session.query(localities.BudgetVersion):
        version.status = VersionStatus.APPROVED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "No table was found"),
        ("just words", "No table was found"),
        ("a\tb\tc\n", "No table was found"),
    ],
)
def test_a_block_without_a_table_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        own.read(text)


def test_a_sheet_that_is_not_there_and_a_kind_nobody_knows_are_refused(tmp_path: Path) -> None:
    path = budget_book(tmp_path / "b.xlsx")
    with pytest.raises(Refusal, match=r"no sheet “Nope”.*Choose one of: “Budget”"):
        own.read(path, sheet="Nope")
    with pytest.raises(Refusal, match="“ledger” is no kind of sheet"):
        own.read(path, "ledger")
    with pytest.raises(Refusal, match="Choose one from 1 to 1"):
        own.read(path, table=4)


def test_text_that_looks_like_a_formula_stays_text(locality: LocalityFile, tmp_path: Path) -> None:
    book = Workbook()
    page = sheet(book, "A", [["Partner", "Note"], ["Age UK", None]])
    cell = page.cell(2, 2, "=cmd|calc")
    cell.data_type = "s"
    taken(locality, saved(book, tmp_path / "f.xlsx"), "partners")
    assert column(locality, "partner", "note") == ["=cmd|calc"]
