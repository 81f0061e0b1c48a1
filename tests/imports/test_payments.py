"""NHS Payments to General Practice: components, lists and the baseline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import ContractForm, VersionStatus
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.official import Headings
from pch_desktop.imports.opening import commit, plan_for, read_file
from pch_desktop.imports.payments import component_columns, line_name
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.imports.wide import pence_table
from pch_desktop.models.budget import BaselinePart, BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.population import Practice, WeightedPopulation
from pch_desktop.store.locality_file import LocalityFile
from tests.imports import official_files as made
from tests.imports.real import state, with_practices

NAME = "paid 15-16.csv"
Cell = tuple[str, str, str, int]


@pytest.fixture
def ours(file: LocalityFile) -> LocalityFile:
    """A locality of two practices."""
    return with_practices(file, "Z00001", "Z00002")


def take(file: LocalityFile, path: Path) -> ImportPlan:
    """Bring a payments file in."""
    plan = plan_for(file, read_file(path))
    commit(file, plan)
    return plan


def parts(session: Session) -> list[Cell]:
    """Return the baseline: line, practice, year, pence."""
    query = (
        select(BudgetLine.name, Practice.code, BaselinePart.year, BaselinePart.amount_pence)
        .join(BudgetLine, BaselinePart.line_id == BudgetLine.id)
        .join(Practice, BaselinePart.practice_id == Practice.id)
        .order_by(BaselinePart.id)
    )
    return [(line, code, str(year), pence) for line, code, year, pence in session.execute(query)]


def with_cell(row: Sequence[str], **cells: str) -> list[str]:
    """Return a row with other cells, by heading with _ for what is no letter."""
    changed = list(row)
    for heading, text in cells.items():
        changed[[name.replace(" ", "_") for name in made.PAID].index(heading)] = text
    return changed


def test_each_component_paid_becomes_a_line_with_a_part_for_each_practice(
    ours: LocalityFile, tmp_path: Path
) -> None:
    plan = take(ours, made.paid(tmp_path / NAME))

    assert ours.read(parts) == [
        ("Global sum", "Z00001", "2015/16", 500_000_10),
        ("Doctors retainer scheme payments", "Z00001", "2015/16", -20_05),
        ("National enhanced services", "Z00001", "2015/16", 30_00),
        ("National enhanced services", "Z00002", "2015/16", 0),
        ("Local enhanced services", "Z00001", "2015/16", 12_00),
        ("Local enhanced services", "Z00002", "2015/16", 0),
    ]
    assert (plan.rows_read, plan.rows_kept, plan.rows_refused) == (3, 2, 1)
    assert plan.label == "Import NHS payments 2015/16"


def test_the_lines_are_primary_care_paid_by_nhs_england(ours: LocalityFile, tmp_path: Path) -> None:
    take(ours, made.paid(tmp_path / NAME))
    query = select(
        BudgetLine.sector, BudgetLine.weighted_by, BudgetLine.payer, BudgetLine.contract_form
    ).order_by(BudgetLine.position)
    lines = ours.read(lambda session: [tuple(row) for row in session.execute(query)])

    assert lines[0] == (
        Sector.PRIMARY, Weighting.CARR_HILL, "NHS England", ContractForm.CAPITATION,
    )  # fmt: skip
    assert {line[3] for line in lines[1:]} == {None}


def test_a_blank_list_is_not_known_and_a_list_of_nobody_is_nought(
    ours: LocalityFile, tmp_path: Path
) -> None:
    take(ours, made.paid(tmp_path / NAME))
    query = select(WeightedPopulation.registered, WeightedPopulation.weighted)
    rows = ours.read(lambda session: [tuple(row) for row in session.execute(query)])

    assert rows == [(9000, Decimal("9500.123456")), (0, None)]


def test_totals_of_the_whole_file_stand_with_the_batch(ours: LocalityFile, tmp_path: Path) -> None:
    plan = take(ours, made.paid(tmp_path / NAME))

    assert {each.measure: each.value for each in plan.controls} == {
        "practices": 3,
        "registered": Decimal("13000.25"),
        "weighted carr_hill": Decimal("13400.123456"),
        "payments": Decimal("500122.05"),
    }


def test_a_row_whose_components_do_not_add_up_is_refused(
    ours: LocalityFile, tmp_path: Path
) -> None:
    torn = with_cell(made.ALDER, Global_Sum="500000.11")
    plan = plan_for(ours, read_file(made.paid(tmp_path / NAME, torn, made.BIRCH, made.OTHER)))

    [row] = plan.refused
    assert (row.row, row.column) == (2, "Total NHS Payments to General Practice")
    assert row.reason == "The components add up to £500,022.06, the total says £500,022.05"
    assert plan.rows_kept == 1
    assert "Not taken, or not in this file: Z00001." in plan.notes


def test_a_cell_that_is_no_amount_is_refused_by_its_column(
    ours: LocalityFile, tmp_path: Path
) -> None:
    torn = with_cell(made.ALDER, Global_Sum="lots")
    wild = with_cell(made.BIRCH)
    wild[4] = "some"
    plan = plan_for(ours, read_file(made.paid(tmp_path / NAME, torn, wild, made.OTHER)))

    assert [(row.column[:10], row.reason) for row in plan.refused] == [
        ("Global Sum", "“lots” is not an amount of money"),
        ("Number of ", "“some” is not a number of people"),
    ]


def test_a_layout_that_never_adds_up_is_refused_as_a_whole(tmp_path: Path) -> None:
    rows = [with_cell(row, Global_Sum="7") for row in (made.ALDER, made.OTHER)]

    with pytest.raises(Refusal, match="in 2 of 2 rows the payments from column “Global Sum”"):
        read_file(made.paid(tmp_path / NAME, *rows))


def test_a_component_that_is_gone_from_a_later_issue_is_set_to_nought(
    ours: LocalityFile, tmp_path: Path
) -> None:
    take(ours, made.paid(tmp_path / NAME))
    at = made.PAID.index("Total National Enhanced Services")
    rows: tuple[tuple[str, ...], ...] = (made.PAID, made.ALDER)
    fewer = [[*row[:at], *row[at + 1 :]] for row in rows]
    fewer[1][made.PAID.index("Total NHS Payments to General Practice") - 1] = "499992.05"
    plan = take(ours, made.write(tmp_path / NAME, *fewer))

    assert [(change.words, change.after) for change in plan.changes] == [
        ("National enhanced services, Z00001, 2015/16", {"amount_pence": 0})
    ]


def test_another_year_is_kept_beside_the_baseline(ours: LocalityFile, tmp_path: Path) -> None:
    take(ours, made.paid(tmp_path / NAME))
    plan = take(ours, made.paid(tmp_path / "paid 16-17.csv"))

    assert not [change for change in plan.changes if change.table == "budget_line"]
    assert {year for _, _, year, _ in ours.read(parts)} == {"2015/16", "2016/17"}
    assert any("stays that of 2015/16" in note for note in plan.notes)
    assert plan_for(ours, read_file(made.paid(tmp_path / NAME))).is_nothing


def test_a_budget_without_a_baseline_year_takes_this_one(
    ours: LocalityFile, tmp_path: Path
) -> None:
    ours.edit("Budget", _budget, VersionStatus.DRAFT)
    plan = take(ours, made.paid(tmp_path / NAME))
    years = ours.read(lambda session: list(session.scalars(select(BudgetVersion.baseline_year))))

    assert years == [FinancialYear.read("2015/16")]
    assert plan.notes[-1] == "2015/16 becomes the baseline of version 1 of the budget for 2018/19."


def test_an_approved_budget_stays_as_it_is(ours: LocalityFile, tmp_path: Path) -> None:
    ours.edit("Budget", _budget, VersionStatus.APPROVED)
    plan = take(ours, made.paid(tmp_path / NAME))

    assert ours.read(parts) == []
    assert {change.table for change in plan.changes} == {"weighted_population"}
    assert "Version 1 of the budget for 2018/19 is approved and stays as it is" in plan.notes[-1]


def test_a_year_without_a_version_gets_its_first(ours: LocalityFile, tmp_path: Path) -> None:
    ours.edit("Year", lambda session: session.add(BudgetYear(year=FinancialYear(2018))))
    take(ours, made.paid(tmp_path / NAME))

    assert len(ours.read(state)["budget_year"]) == len(ours.read(state)["budget_version"]) == 1


def test_a_practice_opened_in_the_year_is_pointed_out(ours: LocalityFile, tmp_path: Path) -> None:
    opened = with_cell(made.ALDER, Practice_Open_Date="01/10/2015")
    plan = plan_for(ours, read_file(made.paid(tmp_path / NAME, opened)))

    assert plan.notes[-1] == "Z00001: opened on 01/10/2015, so this is part of a year."


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Global Sum", "Global sum"),
        ("MPIG Correction factor", "MPIG correction factor"),
        ("Doctors.Retainer.Scheme.Payments", "Doctors retainer scheme payments"),
        ("Doctors Retainer Scheme Payments", "Doctors retainer scheme payments"),
        ("Total QOF Payments", "QOF payments"),
        ("LocalEnhancedServices_NHAIS_", "Local enhanced services NHAIS"),
        ("GP Extended Hours Access", "GP extended hours access"),
    ],
)
def test_a_heading_becomes_a_lines_name(heading: str, name: str) -> None:
    assert line_name(heading) == name


def test_parts_of_a_total_are_left_out_and_other_totals_are_components() -> None:
    columns = component_columns(Headings.of(list(made.PAID)))

    assert [made.PAID[at] for at in columns] == [
        "Global Sum", "Appraisal Costs ", "Doctors.Retainer.Scheme.Payments",
        "Total National Enhanced Services", "Total Local Enhanced Services",
    ]  # fmt: skip


@given(st.permutations(range(8, 15)), st.sampled_from([str.upper, str.title, str.lower]))
def test_a_layout_not_seen_before_is_read_all_the_same(
    order: list[int], written: Callable[[str], str]
) -> None:
    places = [*range(8), *order, 15, 16]
    headings = [written(made.PAID[at]).replace(" ", "_") for at in places]
    columns = component_columns(Headings.of(headings))
    amounts = [Decimal(made.ALDER[places[at]]) for at in columns]

    assert sum(amounts) == Decimal(made.ALDER[15])


@given(st.lists(st.integers(-(10**11), 10**11), min_size=1, max_size=5))
def test_pence_are_read_exactly_from_pounds(amounts: list[int]) -> None:
    rows = [[str(Decimal(amount) / 100), f"£{abs(amount) // 100:,}", "-"] for amount in amounts]

    assert pence_table(rows, [0, 1, 2]) == [
        [amount, abs(amount) // 100 * 100, None] for amount in amounts
    ]
    assert pence_table([], [0]) == []


def _budget(session: Session, status: VersionStatus) -> None:
    year = BudgetYear(year=FinancialYear(2018))
    session.add(year)
    session.flush()
    session.add(BudgetVersion(budget_year_id=year.id, number=1, status=VersionStatus.DRAFT))
    session.flush()
    session.execute(update(BudgetVersion).values(status=status))
