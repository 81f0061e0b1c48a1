"""NHS England's weighted populations."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from sqlalchemy import select

from pch_desktop.domain.population import Weighting
from pch_desktop.imports.opening import commit, plan_for, read_file
from pch_desktop.models.population import WeightedPopulation
from pch_desktop.store.locality_file import LocalityFile
from tests.imports import official_files as made
from tests.imports.real import with_practices

NAME = "AIF_wp_2024_2025.csv"
ALDER = ("Z00001", "QZ1", "100.5", "110.1234567", "90", "", "120", "1", "104")
ASH = ("Z00009", "QZ2", "50", "40", "30", "20", "10", "2", "60")
ELM = ("Z00008", "QZ1", "10", "10", "10", "10", "10", "10", "10")


def test_each_service_is_kept_with_the_people_it_is_weighted_from(
    file: LocalityFile, tmp_path: Path
) -> None:
    with_practices(file, "Z00001")
    plan = plan_for(file, read_file(made.write(tmp_path / NAME, made.WEIGHTED, ALDER, ASH, ELM)))
    commit(file, plan)
    query = select(
        WeightedPopulation.weighting, WeightedPopulation.registered, WeightedPopulation.weighted
    )
    rows = {row[0]: row for row in file.read(lambda session: session.execute(query).all())}

    assert {row[1] for row in rows.values()} == {Decimal("100.5")}
    assert rows[Weighting.GENERAL_AND_ACUTE][2] == Decimal("110.123457")
    assert rows[Weighting.MENTAL_HEALTH][2] is None
    assert rows[Weighting.PRIMARY_MEDICAL][2] == 104
    assert Weighting.MATERNITY not in rows
    assert str(plan.year) == "2024/25"
    assert plan_for(file, read_file(tmp_path / NAME)).is_nothing


def test_totals_are_kept_for_england_and_for_our_board_alone(
    file: LocalityFile, tmp_path: Path
) -> None:
    with_practices(file, "Z00001")
    plan = plan_for(file, read_file(made.write(tmp_path / NAME, made.WEIGHTED, ALDER, ASH, ELM)))
    totals = {(each.place, each.measure): each.value for each in plan.controls}

    assert totals["England", "registered"] == Decimal("160.5")
    assert totals["QZ1", "registered"] == Decimal("110.5")
    assert totals["QZ1", "weighted community"] == 100
    assert not [place for place, _ in totals if place == "QZ2"]


def test_a_cell_that_is_no_number_is_refused_by_its_column(
    file: LocalityFile, tmp_path: Path
) -> None:
    with_practices(file, "Z00001", "Z00009")
    bad = (*ALDER[:4], "about 90", *ALDER[5:])
    plan = plan_for(file, read_file(made.write(tmp_path / NAME, made.WEIGHTED, bad, ASH, ASH)))

    assert [(row.row, row.column, row.reason) for row in plan.refused] == [
        (2, "CS WP", "“about 90” is not a number of people"),
        (4, "", "The same practice stands in the file twice"),
    ]
    assert plan.rows_kept == 1
