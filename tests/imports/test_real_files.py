"""The official files as they were published, read into real localities."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import PracticeStatus, Weighting
from pch_desktop.imports.opening import commit, plan_for, read_file
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.models.budget import BaselinePart, BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.locality import ImportBatch
from pch_desktop.models.population import ListSnapshot, Practice, WeightedPopulation
from pch_desktop.models.workforce import NetworkStaff
from pch_desktop.reports import population
from pch_desktop.store.locality import ControlRow, control_totals
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.population.lists import WeightRow
from pch_desktop.store.population.lists import weights as weighted_rows
from tests.imports.real import real_file, state, with_practices

WINSFORD = ("N81024", "N81040", "N81074", "N81123", "N81127")
SOUTH_DURHAM = ("A83008", "A83037", "A83066", "A83074", "A83638")
EAST_GRINSTEAD = ("H82008", "H82010", "H82040", "H82063")
BRECKLAND = ("D82002", "D82041", "D82063", "Y01690")
PAID_15 = "payments/nhspaymentsgp_15-16.csv"
YEAR_15 = FinancialYear.read("2015/16")


def take(file: LocalityFile, name: str | Path) -> ImportPlan:
    """Bring a file in and return the plan that was committed."""
    path = name if isinstance(name, Path) else real_file(name)
    plan = plan_for(file, read_file(path))
    commit(file, plan)
    return plan


def weights(
    session: Session, year: FinancialYear, weighting: Weighting = Weighting.CARR_HILL
) -> tuple[Decimal, Decimal]:
    """Return the locality's people of a year, as counted and as weighted."""
    query = select(WeightedPopulation.registered, WeightedPopulation.weighted).where(
        WeightedPopulation.year == year, WeightedPopulation.weighting == weighting
    )
    counted, weighted = Decimal(0), Decimal(0)
    for registered, of_service in session.execute(query):
        counted += registered or 0
        weighted += of_service or 0
    return counted, weighted


def baseline(session: Session, year: FinancialYear) -> dict[tuple[str, str], int]:
    """Return each part of a year's baseline by line and practice."""
    query = (
        select(BudgetLine.name, Practice.code, BaselinePart.amount_pence)
        .join(BudgetLine, BaselinePart.line_id == BudgetLine.id)
        .join(Practice, BaselinePart.practice_id == Practice.id)
        .where(BaselinePart.year == year)
    )
    return {(line, code): pence for line, code, pence in session.execute(query)}


def count(session: Session, table: type[object]) -> int:
    """Return how many rows a table has."""
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_winsfords_payments_foot_to_the_penny_line_by_line_and_practice_by_practice(
    file: LocalityFile,
) -> None:
    with_practices(file, *WINSFORD)
    plan = take(file, PAID_15)

    registered, weighted = file.read(weights, YEAR_15)
    parts = file.read(baseline, YEAR_15)
    with real_file(PAID_15).open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["Practice Code"] in WINSFORD]
    total = "Total NHS Payments to General Practice"

    assert registered == 34_063
    assert weighted == sum(
        Decimal(row["Number of Weighted Patients (Last Known Figure)"]) for row in rows
    )
    assert round(weighted) == 35_936
    assert sum(parts.values()) == 4_183_884_50
    by_practice: defaultdict[str, int] = defaultdict(int)
    for (_, code), pence in parts.items():
        by_practice[code] += pence
    assert by_practice == {row["Practice Code"]: int(Decimal(row[total]) * 100) for row in rows}
    global_sum = sum(int(Decimal(row["Global Sum"]) * 100) for row in rows)
    assert sum(pence for (line, _), pence in parts.items() if line == "Global sum") == global_sum
    assert plan.rows_read == 7_841
    assert plan.rows_kept == 5
    assert [(group.reason, group.count) for group in plan.set_aside] == [
        ("Not one of this locality's practices", 7_836)
    ]
    assert "34,063 registered, 35,936" in " ".join(plan.notes)


def test_a_budget_is_begun_for_the_year_after_the_payments(file: LocalityFile) -> None:
    with_practices(file, *WINSFORD)
    take(file, PAID_15)

    years = file.read(lambda session: list(session.scalars(select(BudgetYear.year))))
    bases = file.read(lambda session: list(session.scalars(select(BudgetVersion.baseline_year))))

    assert years == [FinancialYear.read("2016/17")]
    assert bases == [YEAR_15]


def test_the_same_payments_again_change_nothing_and_take_no_step(file: LocalityFile) -> None:
    with_practices(file, *WINSFORD)
    take(file, PAID_15)
    before = file.read(state)
    steps = len(file.changes())

    again = plan_for(file, read_file(real_file(PAID_15)))

    assert again.is_nothing
    assert again.notes[-1].endswith("so nothing changes.")
    assert not commit(file, again)
    assert file.read(state) == before
    assert len(file.changes()) == steps


def test_undoing_an_import_leaves_every_table_as_before(file: LocalityFile) -> None:
    with_practices(file, *WINSFORD)
    before = file.read(state)
    for name in (PAID_15, "allocation/AIF_wp_2024_2025_full.csv"):
        take(file, name)
    file.undo()
    file.undo()

    assert file.read(state) == before


def test_one_list_and_one_payment_changed_give_exactly_the_changed_totals(
    file: LocalityFile, tmp_path: Path
) -> None:
    with_practices(file, *WINSFORD)
    take(file, PAID_15)
    with real_file(PAID_15).open(encoding="utf-8-sig", newline="") as lines:
        heading, *rows = csv.reader(lines)
    at = {name: place for place, name in enumerate(heading)}
    row = next(row for row in rows if row[4] == "N81024")
    people, paid = 13, at["Number of Registered Patients (Last Known Figure)"]
    row[people] = str(int(row[people]) + 7)
    assert people == paid
    for name in ("Premises Payments", "Total NHS Payments to General Practice"):
        row[at[name]] = str(Decimal(row[at[name]]) + Decimal("12.34"))
    copy = tmp_path / "copy 15-16.csv"
    with copy.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([heading, *rows])

    plan = take(file, copy)

    assert [(change.table, change.is_new) for change in plan.changes] == [
        ("weighted_population", False),
        ("baseline_part", False),
    ]
    assert file.read(weights, YEAR_15)[0] == 34_063 + 7
    assert sum(file.read(baseline, YEAR_15).values()) == 4_183_884_50 + 12_34


@pytest.mark.parametrize("year", ["15-16", "16-17"])
def test_the_whole_file_adds_up_to_the_published_national_totals(
    file: LocalityFile, year: str
) -> None:
    expected = json.loads(real_file("payments/national_totals_expected.json").read_text())[year]
    with_practices(file, *WINSFORD)
    plan = take(file, f"payments/nhspaymentsgp_{year}.csv")

    found = {control.measure: control.value for control in plan.controls}
    kept = {row.measure: row.value for row in file.read(control_totals)}

    assert found["practices"] == expected["rows"]
    assert found["registered"] == Decimal(str(expected["registered"]))
    assert round(found["weighted carr_hill"], 2) == Decimal(str(expected["weighted"]))
    assert found["payments"] == Decimal(str(expected["total_payments"]))
    assert kept == found


@pytest.mark.parametrize("years", ["17-18", "18-19", "19-20", "20-21"])
def test_every_later_layout_adds_up_on_every_row(file: LocalityFile, years: str) -> None:
    name = f"{years}_site_practices"
    with_practices(file, *WINSFORD)
    plan = take(file, f"payments/nhspaymentsgp_{name}.csv")

    assert not plan.refused
    assert plan.rows_kept == 5
    assert plan.year is not None
    parts = file.read(baseline, plan.year)
    assert sum(parts.values()) == _paid(real_file(f"payments/nhspaymentsgp_{name}.csv"))


def _paid(path: Path) -> int:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return sum(
            int(Decimal(row["Total NHS Payments to General Practice"]) * 100)
            for row in csv.DictReader(lines)
            if row["Practice Code"] in WINSFORD
        )


def test_a_second_year_stands_beside_the_first_and_doubles_no_line(file: LocalityFile) -> None:
    with_practices(file, *WINSFORD)
    take(file, PAID_15)
    plan = take(file, "payments/nhspaymentsgp_16-17.csv")
    names = file.read(lambda session: list(session.scalars(select(BudgetLine.name))))

    assert len({name.casefold() for name in names}) == len(names)
    assert names.count("Global sum") == 1
    assert sum(file.read(baseline, YEAR_15).values()) == 4_183_884_50
    assert "stays that of 2015/16" in " ".join(plan.notes)


def test_st_austells_predecessors_are_not_counted_beside_it(file: LocalityFile) -> None:
    with_practices(file, "Y04957")
    take(file, PAID_15)

    assert file.read(weights, YEAR_15)[0] == 31_616
    assert sum(file.read(baseline, YEAR_15).values()) // 100 in {3_063_955, 3_063_956}


def test_a_list_that_jumps_by_a_merger_is_pointed_out(file: LocalityFile, tmp_path: Path) -> None:
    with_practices(file, *EAST_GRINSTEAD)
    take(file, "list_size/gp-reg-pat-prac-all_2021-01.csv")
    later = tmp_path / "later.csv"
    later.write_text(
        "PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,"
        "POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n"
        "GP_PRAC_PAT_LIST,01May2022,GP,70F,E38000248,H82040,RH10 4HY,ALL,ALL,31920\n"
    )

    plan = take(file, later)

    assert "H82040: its list goes from 8,365 in January 2021 to 31,920 in May 2022." in " ".join(
        plan.notes
    )


def test_practices_that_closed_keep_their_earlier_years(file: LocalityFile) -> None:
    with_practices(file, *SOUTH_DURHAM)
    take(file, PAID_15)
    plan = take(file, "list_size/gp-reg-pat-prac-all_2021-01.csv")

    assert file.read(weights, YEAR_15)[0] == 40_828
    missing = [note for note in plan.notes if note.startswith("Not in this file")]
    assert missing == ["Not in this file: A83638."]


def test_two_codes_at_one_address_stay_two_practices(file: LocalityFile) -> None:
    with_practices(file, *BRECKLAND)
    plan = take(file, PAID_15)

    assert plan.rows_kept == 4
    assert file.read(weights, YEAR_15)[0] == 40_571


def test_the_national_file_tells_status_dates_and_postcodes_but_leaves_names(
    file: LocalityFile,
) -> None:
    with_practices(file, *SOUTH_DURHAM)
    plan = take(file, "ods/epraccur_2020-01_full.csv")
    query = select(Practice.code, Practice.name, Practice.status, Practice.closed_on)
    found = {row[0]: row for row in file.read(lambda session: session.execute(query).all())}

    assert plan.rows_kept == 5
    assert plan.rows_read == 14_357
    assert found["A83074"].status is PracticeStatus.ACTIVE
    assert found["A83074"].name == "Practice A83074"
    for row in found.values():
        assert (row.status is PracticeStatus.CLOSED) == bool(row.closed_on)


def test_lists_by_age_stand_beside_the_row_of_all_and_add_up_to_it(file: LocalityFile) -> None:
    name = "list_size/gp-reg-pat-prac-quin-age_2017-09_excerpt.csv"
    with real_file(name).open(encoding="utf-8-sig", newline="") as lines:
        codes = {row["ORG_CODE"] for row in csv.DictReader(lines)}
    with_practices(file, *codes)
    plan = take(file, name)
    query = select(
        ListSnapshot.practice_id, ListSnapshot.sex, ListSnapshot.age_to, ListSnapshot.people,
        ListSnapshot.age_from,
    )  # fmt: skip
    rows = file.read(lambda session: session.execute(query).all())
    everybody = {row[0]: row[3] for row in rows if row[1] == "all" and (row[4], row[2]) == (0, 130)}
    detail: defaultdict[int, int] = defaultdict(int)
    for practice, sex, last, people, first in rows:
        if sex != "all" and (first, last) != (0, 130):
            detail[practice] += people

    assert plan.rows_kept == plan.rows_read == 172
    assert everybody
    assert detail == everybody
    assert sum(everybody.values()) == plan.controls[1].value


def test_winsfords_need_is_measured_against_england_and_against_its_board(
    file: LocalityFile,
) -> None:
    with_practices(file, *WINSFORD)
    plan = take(file, "allocation/AIF_wp_2024_2025_full.csv")
    year = FinancialYear.read("2024/25")
    assert plan.year == year
    indexes = {
        weighting: round(weighted / counted, 4)
        for weighting in Weighting
        if (found := file.read(weights, year, weighting))[0]
        for counted, weighted in (found,)
    }
    totals = {(control.place, control.measure): control.value for control in plan.controls}
    need = {row.weighting: row for row in population.need_rows(*_need(file))}
    board = totals["QYG", "weighted general_and_acute"] / totals["QYG", "registered"]

    assert indexes[Weighting.GENERAL_AND_ACUTE] == Decimal("1.1997")
    assert indexes[Weighting.COMMUNITY] == Decimal("0.9999")
    assert indexes[Weighting.MENTAL_HEALTH] == Decimal("1.0201")
    assert indexes[Weighting.MATERNITY] == Decimal("1.1933")
    assert indexes[Weighting.PRESCRIBING] == Decimal("1.0548")
    assert indexes[Weighting.OVERALL] == Decimal("1.1198")
    assert indexes[Weighting.PRIMARY_MEDICAL] == Decimal("1.0139")
    assert round(indexes[Weighting.GENERAL_AND_ACUTE] / board, 3) == Decimal("1.052")
    assert {row.board for row in need.values()} == {"QYG"}
    shown = {words: round(row.board_index or 0, 3) for words, row in need.items()}
    assert shown["General and acute"] == Decimal("1.052")
    assert shown["Community"] == shown["Mental health"] == Decimal("0.906")
    assert shown["Prescribing"] == Decimal("0.934")
    assert shown["Overall"] == Decimal("1.001")
    assert abs(totals["England", "weighted overall"] - totals["England", "registered"]) < 10


def _need(file: LocalityFile) -> tuple[list[WeightRow], list[ControlRow]]:
    return file.read(weighted_rows), file.read(control_totals)


def test_south_durhams_network_staff_are_summed_and_nobody_can_be_told(
    file: LocalityFile,
) -> None:
    with_practices(file, *SOUTH_DURHAM)
    networks = take(file, "list_size/gp-reg-pat-prac-map_2022-03.csv")
    plan = take(file, "workforce/PCN_2021-06_individual_level.csv")
    query = select(NetworkStaff.role, NetworkStaff.wte, NetworkStaff.heads, NetworkStaff.counted_on)
    rows = {row[0]: row for row in file.read(lambda session: session.execute(query).all())}

    assert "SEDGEFIELD 1 PCN (U37593)" in " ".join(networks.notes)
    assert plan.rows_kept == 13
    assert rows["Medical Clinical Director"].wte == Decimal("0.213333333")
    assert rows["Pharmacists"].wte == Decimal("3.293333333")
    assert rows["Pharmacists"].heads == 4
    assert {str(row.counted_on) for row in rows.values()} == {"2021-06-30"}
    assert "40319" not in str(file.read(state))


def test_staff_of_no_network_of_ours_is_a_sentence_and_no_step(file: LocalityFile) -> None:
    with_practices(file, *WINSFORD)
    take(file, "list_size/gp-reg-pat-prac-map_2022-03.csv")
    reading = read_file(real_file("workforce/PCN_2021-06_individual_level.csv"))
    file.edit("Move", _move_network)
    plan = plan_for(file, reading)

    assert plan.is_nothing
    assert plan.notes[-1].startswith("None of the 9,249 rows is of your network U00000")
    assert file.read(lambda session: count(session, ImportBatch)) == 1


def _move_network(session: Session) -> None:
    for practice in session.scalars(select(Practice)):
        practice.network_code = "U00000"
