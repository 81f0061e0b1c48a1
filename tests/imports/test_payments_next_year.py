"""A year's payments brought into a budget that was begun from the year before."""

from __future__ import annotations

from pathlib import Path

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.imports.opening import commit, plan_for, read_file
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from tests.imports import official_files as made
from tests.imports.real import state, with_practices

FIRST, NEXT = FinancialYear(2016), Month(2017, 4)
NOT_THEN = ("09X", "Z00001", "ALDER", "", "9100", "9600", "1", "1",
            "510000.10", "5", "0", "30", "7", "5", "12", "510047.10", "-1")  # fmt: skip


def take(file: LocalityFile, path: Path) -> ImportPlan:
    """Bring a payments file in."""
    plan = plan_for(file, read_file(path))
    commit(file, plan)
    return plan


def begun(file: LocalityFile, folder: Path) -> LocalityFile:
    """Return a file with a budget on payments, and the next year's begun from it."""
    with_practices(file, "Z00001", "Z00002")
    take(file, made.paid(folder / "paid 15-16.csv"))
    file.edit("Begin 2017/18", budget.begin_next_year, FIRST)
    return file


def baselines(file: LocalityFile, month: Month = NEXT) -> dict[str, int | None]:
    """Return the baseline of each line in pence."""
    return {line.name: line.baseline_pence for line in file.read(budget.lines, month)}


def test_the_years_own_payments_take_the_place_of_what_was_carried_over(
    file: LocalityFile, tmp_path: Path
) -> None:
    begun(file, tmp_path)
    then = baselines(file, Month(2016, 4))
    assert baselines(file) == then
    plan = take(file, made.paid(tmp_path / "paid 16-17.csv", NOT_THEN, made.BIRCH))
    assert baselines(file) == {
        "Global sum": 510_000_10,
        "Appraisal costs": 5_00,
        "Doctors retainer scheme payments": 0,
        "National enhanced services": 30_00,
        "Local enhanced services": 12_00,
    }
    assert baselines(file, Month(2016, 4)) == then
    assert any("take their place" in note for note in plan.notes)


def test_bringing_them_in_again_changes_nothing_and_undo_gives_back_what_was_carried_over(
    file: LocalityFile, tmp_path: Path
) -> None:
    begun(file, tmp_path)
    before, carried = file.read(state), baselines(file)
    path = made.paid(tmp_path / "paid 16-17.csv", NOT_THEN, made.BIRCH)
    take(file, path)
    assert take(file, path).is_nothing
    file.undo()
    assert file.read(state) == before
    assert baselines(file) == carried


def test_a_line_that_was_paid_before_and_is_not_in_the_file_is_named_and_stays(
    file: LocalityFile, tmp_path: Path
) -> None:
    begun(file, tmp_path)
    at = made.PAID.index("Global Sum")
    heads: list[str] = list(made.PAID)
    row: list[str] = list(NOT_THEN)
    del heads[at], row[at]
    row[heads.index("Total NHS Payments to General Practice")] = "47"
    plan = take(file, made.write(tmp_path / "paid 16-17.csv", heads, row))
    assert any("not in this file: Global sum." in note for note in plan.notes)
    assert baselines(file)["Global sum"] == 500_000_10


def test_a_sum_that_somebody_entered_stays_beside_the_payments(
    file: LocalityFile, tmp_path: Path
) -> None:
    begun(file, tmp_path)
    line = file.read(budget.lines, NEXT)[0]
    year = file.read(budget.budget_year, FIRST.plus(1))
    assert year is not None
    (part,) = file.read(budget.parts, year.version_id, line.id)
    file.edit("Source", budget.set_part, part.id, "source", "Letter of the CCG")
    plan = take(file, made.paid(tmp_path / "paid 16-17.csv", NOT_THEN, made.BIRCH))
    assert baselines(file)[line.name] == 500_000_10 + 510_000_10
    assert [note for note in plan.notes if "take their place" in note] == [
        "3 baselines carried over from last year's budget become nought: "
        "these payments take their place."
    ]
