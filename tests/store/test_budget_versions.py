"""Versions of a budget: draft, submitted, approved, superseded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Build, Profile, VersionStatus
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import Actual, BudgetLine
from pch_desktop.models.budget_plan import OutturnRisk
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.store import budget
from pch_desktop.store.budget import VersionLine
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.store.budget_years import (
    APPROVED,
    BY_HAND,
    GROWN,
    OCTOBER,
    OUTSIDE,
    RATED,
    SET,
    SHARED,
    SUBMITTED,
    YEAR,
    approve,
    approved,
    draft,
)


def status(file: LocalityFile) -> list[VersionStatus]:
    """Return how the versions stand, newest first."""
    return [row.status for row in file.read(budget.versions, YEAR)]


def figures(file: LocalityFile, version_id: int) -> list[Any]:
    """Return every budget figure of a version, and what stands beside it."""
    kept = [
        (line.name, line.code, line.scope, line.opening_pence, line.virement_pence,
         line.annual_pence, line.months, line.baseline_pence)
        for line in file.read(budget.version_lines, version_id)
    ]  # fmt: skip
    moved = [
        (row.number, row.from_line, row.to_line, row.amount_pence, row.month)
        for row in file.read(budget.virements, version_id)
    ]
    return [*kept, *moved]


def by_name(file: LocalityFile, version_id: int) -> dict[str, VersionLine]:
    """Return the lines of a version by their names."""
    return {line.name: line for line in file.read(budget.version_lines, version_id)}


# From draft to approved


def test_a_draft_is_submitted_taken_back_submitted_again_and_approved(file: LocalityFile) -> None:
    draft(file)
    file.edit("Submit", budget.submit_version, YEAR, SUBMITTED)
    assert status(file) == [VersionStatus.SUBMITTED]
    with pytest.raises(Refusal, match="Take it back to draft"):
        file.edit("Change", budget.set_line, SET, "annual_pence", 1)
    file.edit("Back", budget.back_to_draft, YEAR)
    assert status(file) == [VersionStatus.DRAFT]
    approve(file)
    (only,) = file.read(budget.versions, YEAR)
    assert (only.name, only.status, only.approved_on) == (
        "Version 1", VersionStatus.APPROVED, APPROVED,
    )  # fmt: skip
    assert only.minute_reference == "Board 3.1"


def test_each_step_is_refused_out_of_turn(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="There is no budget of 2016/17 yet"):
        file.edit("Submit", budget.submit_version, YEAR, SUBMITTED)
    with pytest.raises(Refusal, match="There is no budget of 2016/17 yet"):
        file.edit("New", budget.new_version, YEAR)
    draft(file)
    refused: list[tuple[Any, Any, str]] = [
        (budget.approve_version, (YEAR, APPROVED, "3"), "Submit a version before it is approved"),
        (budget.back_to_draft, (YEAR,), "Only a submitted version is taken back"),
        (budget.new_version, (YEAR,), "Version 1 is draft, so it can still be changed"),
    ]
    for command, args, said in refused:
        with pytest.raises(Refusal, match=said):
            file.edit("Out of turn", command, *args)
    approve(file)
    with pytest.raises(Refusal, match="Only a draft is submitted; version 1 is approved"):
        file.edit("Submit", budget.submit_version, YEAR, SUBMITTED)


@pytest.mark.parametrize(
    ("on", "minute", "said"),
    [
        (None, "3.1", "Enter the day"),
        (APPROVED, " ", "where it is minuted"),
        (date(2016, 3, 1), "3.1", "submitted on 10 March 2016"),
    ],
)
def test_approval_takes_its_day_and_its_minute(
    file: LocalityFile, on: date | None, minute: str, said: str
) -> None:
    draft(file)
    file.edit("Submit", budget.submit_version, YEAR, SUBMITTED)
    with pytest.raises(Refusal, match=said):
        file.edit("Approve", budget.approve_version, YEAR, on, minute)
    assert status(file) == [VersionStatus.SUBMITTED]


def test_a_line_in_scope_without_a_budget_is_named_and_stops_both(file: LocalityFile) -> None:
    draft(file)
    file.edit("Blank", budget.set_line, SHARED, "annual_pence", None)
    with pytest.raises(Refusal, match="No budget is known for “Voluntary”"):
        file.edit("Submit", budget.submit_version, YEAR, SUBMITTED)
    (only,) = file.read(budget.versions, YEAR)
    assert (only.opening_pence, only.annual_pence) == (None, None)
    file.edit("Out", budget.set_line, SHARED, "scope", "out")
    approve(file)
    assert status(file) == [VersionStatus.APPROVED]


def test_a_year_without_a_line_in_scope_is_not_submitted(file: LocalityFile) -> None:
    line_id = file.edit("Add", budget.add_line, YEAR, "One", Sector.PRIMARY, 1)
    file.edit("Out", budget.set_line, line_id, "scope", "out")
    with pytest.raises(Refusal, match="has no lines in scope"):
        file.edit("Submit", budget.submit_version, YEAR, SUBMITTED)


# What was approved stays


def change_what_it_was_built_on(session: Session) -> None:
    """Change the rates a budget was built with, and what the year before cost."""
    for rate in session.scalars(select(ReferenceValue)):
        rate.value += Decimal("0.5")


def test_a_rate_that_changes_later_does_not_change_what_was_approved(file: LocalityFile) -> None:
    draft(file)
    (row,) = file.read(budget.versions, YEAR)
    before = figures(file, row.id)
    approve(file)
    assert figures(file, row.id) == before
    file.edit("Change", change_what_it_was_built_on)
    assert figures(file, row.id) == before


def test_months_as_last_year_are_written_down_when_approved(file: LocalityFile) -> None:
    draft(file)
    before = FinancialYear(2015)
    line_id = file.edit("Add", budget.add_line, before, "Prescribing", Sector.PRIMARY, 1_00)
    for at, month in enumerate(before.months):
        file.edit("Spent", budget.set_actual, line_id, month, 100_00 + at)
    file.edit("As last year", budget.set_line, SET, "profile", Profile.LAST_YEAR)
    (row,) = file.read(budget.versions, YEAR)
    kept = figures(file, row.id)
    approve(file)
    assert figures(file, row.id) == kept
    file.edit("Corrected", budget.set_actual, line_id, before.months[0], 999_00)
    assert figures(file, row.id) == kept


# A new version


def test_the_old_version_keeps_every_figure_and_the_live_lines_go_over(file: LocalityFile) -> None:
    approved(file)
    file.edit(
        "Move", budget.add_virement, YEAR, ("Prescribing", "Emergency"), (60_000_00, OCTOBER),
        {"words": "Winter beds"},
    )  # fmt: skip
    before = figures(file, 1)
    live = {row.name: row.id for row in file.read(budget.lines, OCTOBER)}
    made = file.edit("New version", budget.new_version, YEAR, "Month 7 review")
    assert figures(file, 1) == before
    assert figures(file, made) == before
    assert {row.name: row.id for row in file.read(budget.lines, OCTOBER)} == live
    assert status(file) == [VersionStatus.DRAFT, VersionStatus.APPROVED]
    file.edit("Change", change_what_it_was_built_on)
    for line_id, field, value in (
        (SET, "annual_pence", 9_00), (SET, "name", "Medicines"), (GROWN, "build", Build.BASELINE),
        (GROWN, "annual_pence", None), (BY_HAND, "profile", Profile.EQUAL),
        (SHARED, "scope", "out"), (RATED, "code", "X"),
    ):  # fmt: skip
        file.edit("Change", budget.set_line, line_id, field, value)
    file.edit("Baseline", budget.set_baseline, GROWN, 1)
    file.edit("Remove", budget.remove_lines, [OUTSIDE])
    assert figures(file, 1) == before
    assert figures(file, made) != before


def test_actuals_risks_and_history_stay_with_the_live_lines(file: LocalityFile) -> None:
    approved(file)
    made = file.edit("New version", budget.new_version, YEAR)

    def held(session: Session) -> tuple[set[int], int | None, int | None]:
        spent = set(session.scalars(select(Actual.line_id)))
        risk = session.scalars(select(OutturnRisk.line_id)).one()
        return spent, risk, session.get_one(BudgetLine, SET).version_id

    assert file.read(held) == ({SET, GROWN, BY_HAND, SHARED, RATED}, SET, made)


def test_approving_the_new_version_supersedes_the_old_one(file: LocalityFile) -> None:
    approved(file)
    made = file.edit("New version", budget.new_version, YEAR)
    file.edit("Change", budget.set_line, SET, "annual_pence", 1_500_000_00)
    approve(file)
    assert status(file) == [VersionStatus.APPROVED, VersionStatus.SUPERSEDED]
    old, new = by_name(file, 1)["Prescribing"], by_name(file, made)["Prescribing"]
    assert old.opening_pence == 1_200_000_01 + 120_000_00
    assert new.opening_pence == 1_500_000_00


def test_the_copies_an_old_version_keeps_cannot_be_changed_at_all(file: LocalityFile) -> None:
    approved(file)
    file.edit("New version", budget.new_version, YEAR)
    kept = by_name(file, 1)["Prescribing"].id
    assert kept != SET
    with pytest.raises(Refusal, match="Version 1 is kept as it was"):
        file.edit("Change", budget.set_line, kept, "owner", "X")
    with pytest.raises(Refusal, match="Version 1 is approved and stays"):
        file.edit("Change", budget.set_line, kept, "annual_pence", 1)


def test_undo_takes_a_new_version_back_in_one_step(file: LocalityFile) -> None:
    approved(file)
    before = file.read(localities.state)
    file.edit("New version", budget.new_version, YEAR)
    assert file.read(localities.state) != before
    file.undo()
    assert file.read(localities.state) == before
    file.redo()
    assert status(file) == [VersionStatus.DRAFT, VersionStatus.APPROVED]


def test_a_version_says_what_it_was_made_for(file: LocalityFile) -> None:
    approved(file)
    made = file.edit("New version", budget.new_version, YEAR, "  Month 7 review ")
    assert file.read(budget.versions, YEAR)[0].words == "Month 7 review"
    file.edit("Say", budget.set_version, made, "words", "Month 8 review")
    assert file.read(budget.versions, YEAR)[0].words == "Month 8 review"
