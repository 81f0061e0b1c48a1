"""Budget moved between the lines of an approved version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Phase, Profile
from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.budget_plan import MonthClosing
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.store.locality_file import LocalityFile
from tests.store.budget_years import (
    APRIL,
    BY_HAND,
    MARCH,
    OCTOBER,
    SET,
    SHARED,
    YEAR,
    approved,
    draft,
)

WHY: Mapping[str, object] = {"words": "Winter beds"}
ENDS = ("Prescribing", "Emergency")
NOON = datetime(2016, 11, 7, 12, tzinfo=UTC)
SPREADS = [Profile.EQUAL, Profile.CALENDAR_DAYS, Profile.WORKING_DAYS, Profile.QUARTERLY,
           Profile.FRONT, Profile.BACK]  # fmt: skip


def moved(
    file: LocalityFile, pence: int = 60_000_00, month: Month = OCTOBER, ends: Any = ENDS
) -> int:
    """Move budget between two lines; return the virement's id."""
    return file.edit("Move", budget.add_virement, YEAR, ends, (pence, month), WHY)


def lines(file: LocalityFile) -> dict[int, LineRow]:
    """Return the lines by their numbers."""
    return {row.id: row for row in file.read(budget.lines, OCTOBER)}


def sums(file: LocalityFile) -> list[int]:
    """Return what the lines' budgets come to in each month."""
    rows = [row.year.budget for row in lines(file).values()]
    return [sum(months) for months in zip(*rows, strict=True)]


def close(session: Session, month: Month) -> None:
    """Close a month as it stands."""
    session.add(MonthClosing(month=month, kind=ClosingKind.CLOSED, at=NOON))


def test_a_virement_leaves_the_opening_and_moves_the_current_budget(file: LocalityFile) -> None:
    approved(file)
    before = lines(file)
    moved(file)
    now = lines(file)
    assert [now[at].opening_pence for at in now] == [before[at].opening_pence for at in before]
    assert (now[SET].virement_pence, now[BY_HAND].virement_pence) == (-60_000_00, 60_000_00)
    for at, row in now.items():
        assert row.annual_pence == (
            None if row.opening_pence is None else row.opening_pence + row.virement_pence
        )
        assert row.year.budget[:6] == before[at].year.budget[:6]
    assert sum(now[SET].year.budget) == now[SET].annual_pence
    file.undo()
    assert lines(file) == before


def test_a_virement_says_who_decided_it_and_where_it_is_minuted(file: LocalityFile) -> None:
    approved(file)
    told = {**WHY, "is_recurrent": True, "approver": "Board", "minute_reference": "7.2",
            "decided_on": date(2016, 9, 29)}  # fmt: skip
    first = file.edit("Move", budget.add_virement, YEAR, ENDS, (1_00, OCTOBER), told)
    moved(file, 2_00)
    rows = file.read(budget.virements, 1)
    assert [(row.name, row.from_line, row.to_line) for row in rows] == [
        ("Virement 1", *ENDS), ("Virement 2", *ENDS),
    ]  # fmt: skip
    assert (rows[0].is_recurrent, rows[0].approver, rows[0].minute_reference) == (
        True, "Board", "7.2",
    )  # fmt: skip
    file.edit("Say", budget.set_virement, first, "approver", "Finance group")
    assert file.read(budget.virements, 1)[0].approver == "Finance group"
    with pytest.raises(Refusal, match="Enter why the budget is moved"):
        file.edit("Say", budget.set_virement, first, "words", None)


@pytest.mark.parametrize(
    ("ends", "move", "fields", "said"),
    [
        (("Nowhere", "Emergency"), (1, OCTOBER), WHY, "no line called “Nowhere” in this budget"),
        (("Prescribing", ""), (1, OCTOBER), WHY, "no line called “” in this budget"),
        (("Prescribing", "PRESCRIBING"), (1, OCTOBER), WHY, "cannot move budget to itself"),
        (ENDS, (1, Month(2017, 4)), WHY, "April 2017 does not lie in 2016/17"),
        (ENDS, (1, None), WHY, "Enter the first month"),
        (ENDS, (0, OCTOBER), WHY, "more than nothing"),
        (ENDS, (None, OCTOBER), WHY, "more than nothing"),
        (ENDS, (1, OCTOBER), {}, "Enter why the budget is moved"),
        (ENDS, (700_000_00, OCTOBER), WHY, "“Prescribing” has £660,000 from October 2016 on"),
        (("Prescribing", "Outside"), (1, OCTOBER), WHY, "not both in scope alike"),
        (("Prescribing", "Voluntary"), (1, OCTOBER), WHY, "is income"),
    ],
)
def test_what_cannot_be_moved_is_refused_with_what_can(
    file: LocalityFile, ends: tuple[str, str], move: Any, fields: Any, said: str
) -> None:
    draft(file)
    file.edit("Income", budget.set_line, SHARED, "is_income", True)
    file.edit("Submit", budget.submit_version, YEAR, date(2016, 3, 1))
    file.edit("Approve", budget.approve_version, YEAR, date(2016, 3, 2), "1")
    before = lines(file)
    with pytest.raises(Refusal, match=said):
        file.edit("Move", budget.add_virement, YEAR, ends, move, fields)
    assert lines(file) == before


def test_nothing_is_moved_before_approval_nor_in_the_mapping_phase(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="no budget of 2016/17 yet"):
        moved(file)
    draft(file)
    with pytest.raises(Refusal, match="Version 1 is draft, not approved"):
        moved(file)
    file.edit("Phase", budget.set_phase, YEAR, Phase.MAPPING)
    with pytest.raises(Refusal, match="In the mapping phase"):
        moved(file)


def test_a_closed_month_is_not_reached_by_any_change_of_a_virement(file: LocalityFile) -> None:
    approved(file)
    first = moved(file)
    file.edit("Close", close, OCTOBER)
    said = "October 2016 is closed"
    with pytest.raises(Refusal, match=said):
        moved(file, 1_00)
    with pytest.raises(Refusal, match=said):
        moved(file, 1_00, APRIL)
    with pytest.raises(Refusal, match=said):
        file.edit("Change", budget.set_virement_move, first, 2_00, MARCH)
    with pytest.raises(Refusal, match=said):
        file.edit("Change", budget.set_virement_end, first, "to", "Community")
    with pytest.raises(Refusal, match=said):
        file.edit("Remove", budget.remove_virements, [first])
    later = moved(file, 1_00, MARCH)
    file.edit("Say", budget.set_virement, first, "approver", "Board")
    file.edit("Remove", budget.remove_virements, [later])
    assert [row.id for row in file.read(budget.virements, 1)] == [first]


def test_a_virement_is_changed_and_taken_back_as_far_as_the_lines_bear_it(
    file: LocalityFile,
) -> None:
    approved(file)
    first = moved(file)
    file.edit("Change", budget.set_virement_move, first, 70_000_00, MARCH)
    assert lines(file)[BY_HAND].virement_pence == 70_000_00
    with pytest.raises(Refusal, match="has £110,000 from March 2017 on"):
        file.edit("Change", budget.set_virement_move, first, 900_000_00, MARCH)
    file.edit("Change", budget.set_virement_end, first, "to", "Voluntary")
    assert lines(file)[SHARED].virement_pence == 70_000_00
    with pytest.raises(Refusal, match="cannot move budget to itself"):
        file.edit("Change", budget.set_virement_end, first, "from", "Voluntary")
    file.edit("Change", budget.set_virement_end, first, "from", "Emergency")
    file.edit("Remove", budget.remove_virements, [first])
    assert file.read(budget.virements, 1) == []


def test_what_was_moved_on_cannot_be_taken_back_first(file: LocalityFile) -> None:
    approved(file)
    first = moved(file, 100_000_00, MARCH)
    held = lines(file)[BY_HAND].year.budget[-1]
    moved(file, held, MARCH, ("Emergency", "Community"))
    with pytest.raises(Refusal, match="“Emergency” has £0 from March 2017 on"):
        file.edit("Remove", budget.remove_virements, [first])


def test_the_virements_an_old_version_keeps_stay_as_they_are(file: LocalityFile) -> None:
    approved(file)
    moved(file)
    made = file.edit("New version", budget.new_version, YEAR)
    (kept,) = file.read(budget.virements, 1)
    (live,) = file.read(budget.virements, made)
    with pytest.raises(Refusal, match="Version 1 is kept as it was"):
        file.edit("Say", budget.set_virement, kept.id, "approver", "Board")
    with pytest.raises(Refusal, match="Version 2 is draft, not approved"):
        file.edit("Remove", budget.remove_virements, [live.id])
    assert lines(file)[SET].virement_pence == -60_000_00


def test_a_line_whose_budget_was_moved_is_not_deleted(file: LocalityFile) -> None:
    approved(file)
    moved(file)
    file.edit("New version", budget.new_version, YEAR)
    with pytest.raises(Refusal, match="other records still name them"):
        file.edit("Remove", budget.remove_lines, [SET])


def respread(session: Session, profiles: tuple[Profile, Profile]) -> None:
    """Spread the two lines otherwise, whatever their version says."""
    for line_id, profile in zip((SET, BY_HAND), profiles, strict=True):
        line = session.get_one(BudgetLine, line_id)
        line.profile, line.annual_pence = profile, 1_200_000_07


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.tuples(st.sampled_from(SPREADS), st.sampled_from(SPREADS)),
    st.lists(
        st.tuples(st.integers(1, 10_000_00), st.sampled_from(YEAR.months), st.booleans()),
        min_size=1, max_size=3,
    ),
)  # fmt: skip
def test_virements_net_to_nothing_whatever_the_profiles(
    law: LocalityFile, profiles: tuple[Profile, Profile], made: list[tuple[int, Month, bool]]
) -> None:
    law.edit("Spread", respread, profiles)
    before, was = sums(law), lines(law)
    for pence, month, is_back in made:
        moved(law, pence, month, ENDS[::-1] if is_back else ENDS)
    now = lines(law)
    assert sum(row.virement_pence for row in now.values()) == 0
    assert sum(sums(law)) == sum(before)
    first = min(month for _, month, _ in made).number - 1
    assert sums(law)[:first] == before[:first]
    if profiles[0] is profiles[1]:
        assert sums(law) == before
    assert [row.opening_pence for row in now.values()] == [
        row.opening_pence for row in was.values()
    ]
    for _ in (*made, "spread"):
        law.undo()


@pytest.fixture
def law(file: LocalityFile) -> LocalityFile:
    """A file with an approved budget, for a law tried many times on it."""
    approved(file)
    return file
