"""What-ifs in a file: beside the real figures, never over them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pch_desktop.domain.budget import Thresholds
from pch_desktop.domain.budget_plan import ScenarioKind
from pch_desktop.domain.budget_scenarios import Supposal
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.budget import standing_rows
from pch_desktop.reports.budget_scenarios import compared_rows, scenario_total
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow, ScenarioRow
from pch_desktop.store.locality_file import LocalityFile

YEAR, APRIL = FinancialYear(2016), Month(2016, 4)
ADD, SHARE, SET = ScenarioKind.ADD, ScenarioKind.SHARE, ScenarioKind.SET
AMOUNTS = st.one_of(st.none(), st.integers(-(10**10), 10**10))
SHARES = st.one_of(st.none(), st.integers(-100, 1000).map(lambda each: Decimal(each).scaleb(-2)))
CHANGES = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.one_of(
            st.tuples(st.sampled_from([ADD, SET]), AMOUNTS), st.tuples(st.just(SHARE), SHARES)
        ),
    ),
    max_size=6,
)


def lines(file: LocalityFile) -> list[LineRow]:
    """Return the lines as they stand at the end of April."""
    return file.read(budget.lines, APRIL)


def begun(file: LocalityFile) -> tuple[int, int, int]:
    """Add two lines with an actual each, and a what-if; return their ids."""
    one, two = (
        file.edit("Add", budget.add_line, YEAR, name, Sector.PRIMARY, 1_200_00)
        for name in ("Wards", "Drugs")
    )
    for line_id in (one, two):
        file.edit("Spend", budget.set_actual, line_id, APRIL, 110_00)
    return one, two, file.edit("Add", budget.add_scenario, YEAR, "A hard winter")


def only(file: LocalityFile) -> ScenarioRow:
    """Return the only what-if there is."""
    (found,) = file.read(budget.scenarios, YEAR)
    return found


def test_a_what_if_supposes_one_thing_of_a_line(file: LocalityFile) -> None:
    one, _, made = begun(file)
    file.edit("Suppose", budget.suppose, made, one, ADD, 50_00)
    assert only(file).changes["Wards"].supposal == Supposal(ADD, 50_00)
    file.edit("Suppose", budget.suppose, made, one, SHARE, Decimal("0.05"))
    file.edit("Why", budget.set_supposed_words, made, one, "Flu")
    found = only(file).changes["Wards"]
    assert (found.supposal, found.words) == (Supposal(SHARE, None, Decimal("0.05")), "Flu")
    file.edit("Nothing", budget.suppose, made, one, ADD, None)
    assert "Wards" in only(file).changes
    file.edit("Nothing", budget.suppose, made, one, SHARE, None)
    assert only(file).changes == {}


def test_what_cannot_be_supposed_is_refused(file: LocalityFile) -> None:
    one, _, made = begun(file)
    with pytest.raises(Refusal, match="from −100% to 1,000%"):
        file.edit("Suppose", budget.suppose, made, one, SHARE, Decimal("-1.5"))
    with pytest.raises(Refusal, match="what the what-if does"):
        file.edit("Why", budget.set_supposed_words, made, one, "Flu")
    with pytest.raises(Refusal, match="already a what-if of this year"):
        file.edit("Add", budget.add_scenario, YEAR, " a HARD winter ")
    with pytest.raises(Refusal, match="Shorten the name to 60 characters"):
        file.edit("Name", budget.set_scenario, made, "name", "Winter " * 9)
    with pytest.raises(Refusal, match="Enter what the what-if is called"):
        file.edit("Name", budget.set_scenario, made, "name", " ")
    assert only(file).changes == {}


def test_a_what_if_is_named_noted_deleted_and_brought_back(file: LocalityFile) -> None:
    *_, made = begun(file)
    file.edit("Name", budget.set_scenario, made, "name", "Mild winter")
    file.edit("Note", budget.set_scenario, made, "note", "As in 2014")
    assert (only(file).name, only(file).note) == ("Mild winter", "As in 2014")
    file.edit("Delete", budget.remove_scenarios, [made])
    assert file.read(budget.scenarios, YEAR) == []
    file.undo()
    assert only(file).name == "Mild winter"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_whatever_is_supposed_nothing_real_changes(
    file: LocalityFile,
    changes: Sequence[tuple[int, tuple[ScenarioKind, int | Decimal | None]]],
) -> None:
    if not lines(file):
        begun(file)
    before = lines(file)
    made = only(file).id
    for at, (kind, value) in changes:
        file.edit("Suppose", budget.suppose, made, before[at].id, kind, value)
    assert lines(file) == before
    rows = standing_rows(before, Thresholds())
    total = scenario_total(rows, only(file))
    assert total.outturn == sum(row.outturn or 0 for row in rows)
    compared = compared_rows(rows, [only(file)])
    assert [row.outturn for row in compared] == [row.outturn for row in rows]
    assert total.supposed == sum(row.supposed[0] or 0 for row in compared)
    for row in compared:
        if row.name not in only(file).changes:
            assert row.supposed == (row.outturn,)
