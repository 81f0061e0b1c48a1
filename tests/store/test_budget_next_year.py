"""The next year's budget, made from this one."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Build, EntryKind, Method, Phase, Profile, VersionStatus
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget_plan import BudgetAdjustment
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.store.budget_years import (
    BY_HAND,
    MARCH,
    NAMES,
    OCTOBER,
    SET,
    SHARED,
    YEAR,
    approve,
    approved,
    draft,
)

NEXT = FinancialYear(2017)


def lines(file: LocalityFile) -> dict[str, LineRow]:
    """Return the next year's lines by their names."""
    return {row.name: row for row in file.read(budget.lines, NEXT.months[0])}


def test_the_lines_go_along_in_order_with_their_set_up(file: LocalityFile) -> None:
    approved(file)
    file.edit("Phase", budget.set_phase, YEAR, Phase.SHARED)
    file.edit("Owner", budget.set_line, SET, "owner", "P. Okafor")
    file.edit("Say", budget.set_line, SET, "commentary", "Prices rose.")
    file.edit("Forecast", budget.set_forecast, SET, 1)
    told = file.edit("Begin", budget.begin_next_year, YEAR)
    assert (told.lines, told.left_out) == (6, ())
    now = lines(file)
    assert tuple(now) == NAMES
    prescribing = now["Prescribing"]
    assert (prescribing.owner, prescribing.code) == ("P. Okafor", "L1")
    assert (prescribing.commentary, prescribing.manual_forecast_pence) == (None, None)
    assert (prescribing.method, prescribing.set_annual_pence) == (Method.PROFILED, None)
    assert now["Community"].build is Build.GROWTH
    year = file.read(budget.budget_year, NEXT)
    assert year is not None
    assert (year.phase, year.status, year.version) == (Phase.SHARED, VersionStatus.DRAFT, 1)
    assert year.words == "Begun from 2016/17, version 1"


def passing(session: Session) -> None:
    """Add a service change that does not recur, and one that was never approved."""
    for pence, is_recurrent, on in ((30_000_00, False, date(2016, 3, 1)), (9_00, True, None)):
        session.add(
            BudgetAdjustment(line_id=SET, words="Once", amount_pence=pence,
                             is_recurrent=is_recurrent, approved_on=on)
        )  # fmt: skip


def test_the_baseline_is_what_recurs_of_the_current_budget(file: LocalityFile) -> None:
    draft(file)
    file.edit("Once", passing)
    approve(file)
    opening = {row.name: row.opening_pence for row in file.read(budget.lines, OCTOBER)}
    for pence, recurs in ((60_000_00, True), (7_000_00, False)):
        told = {"words": "Beds", "is_recurrent": recurs}
        ends = ("Prescribing", "Emergency")
        file.edit("Move", budget.add_virement, YEAR, ends, (pence, OCTOBER), told)
    made = file.edit("Begin", budget.begin_next_year, YEAR)
    now = lines(file)
    assert opening["Prescribing"] == 1_200_000_01 + 120_000_00 + 30_000_00
    assert now["Prescribing"].baseline_pence == 1_200_000_01 + 120_000_00 - 60_000_00
    assert now["Emergency"].baseline_pence == (opening["Emergency"] or 0) + 60_000_00
    assert now["Networks"].baseline_pence == opening["Networks"]
    assert now["Outside"].baseline_pence is None
    sources = {part.source for part in file.read(budget.parts, made.version_id)}
    assert sources == {"Budget 2016/17, version 1"}


def test_months_keep_their_shape(file: LocalityFile) -> None:
    approved(file)
    before = {row.id: row for row in file.read(budget.lines, OCTOBER)}
    file.edit("Begin", budget.begin_next_year, YEAR)
    now = lines(file)
    assert now["Emergency"].profile is Profile.MANUAL
    assert now["Emergency"].year.budget == before[BY_HAND].year.budget
    assert now["Voluntary"].profile is Profile.PERCENT
    assert now["Voluntary"].year.budget == before[SHARED].year.budget


def test_a_line_whose_funding_ends_with_the_year_is_left_out_and_named(file: LocalityFile) -> None:
    draft(file)
    file.edit("Ends", budget.set_line, SHARED, "funded_to", date(2017, 3, 31))
    file.edit("Goes on", budget.set_line, SET, "funded_to", date(2017, 4, 1))
    told = file.edit("Begin", budget.begin_next_year, YEAR)
    assert told.left_out == ("Voluntary",)
    assert "Voluntary" not in lines(file)
    assert "Prescribing" in lines(file)


def test_what_march_owes_is_taken_back_in_april(file: LocalityFile) -> None:
    approved(file)
    file.edit("Accrue", budget.add_accrual, SET, MARCH, 8_800_00, {})
    told = file.edit("Begin", budget.begin_next_year, YEAR)
    assert told.reversed == 1
    (back,) = file.read(budget.entries, lines(file)["Prescribing"].id)
    assert (back.kind, back.amount_pence, back.month) == (
        EntryKind.REVERSAL, -8_800_00, NEXT.months[0],
    )  # fmt: skip


def test_a_year_is_begun_once_and_from_a_budget(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="no budget of 2016/17 yet"):
        file.edit("Begin", budget.begin_next_year, YEAR)
    draft(file)
    before = file.read(localities.state)
    file.edit("Begin", budget.begin_next_year, YEAR)
    with pytest.raises(Refusal, match="budget of 2017/18 is begun already"):
        file.edit("Begin", budget.begin_next_year, YEAR)
    file.undo()
    assert file.read(localities.state) == before
