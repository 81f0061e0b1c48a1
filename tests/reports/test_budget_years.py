"""What changed from last year: law, words, steps and totals, on made-up years."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import Phase, VersionStatus
from pch_desktop.domain.budget_years import Counted, Portion
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.reports.budget import STATEMENT
from pch_desktop.reports.budget_bridge import Part
from pch_desktop.reports.budget_years import (
    GONE,
    NEW,
    UNKNOWN,
    ChangeRow,
    YearChange,
    changed,
    year_change,
)
from pch_desktop.reports.budget_years_table import BY_PRACTICE, CHANGE, practice_rows
from pch_desktop.reports.budget_years_words import change_finding, change_reasons, change_steps
from pch_desktop.reports.totals import total_of
from pch_desktop.store.budget import WHOLE, YearLine, YearLines, YearRow
from tests import localities
from tests.reports.budgets import line

LAST, THIS = FinancialYear(2015), FinancialYear(2016)
Paid = dict[str, tuple[int, int | None]]
"""Pence and people by practice; no code for one sum."""


def year_line(name: str, year: FinancialYear, paid: Paid | None, at: int = 1) -> YearLine:
    """Return a line of a year, paid so much for so many people."""
    made = line(name, None, id=at + year.start * 1000)
    if paid is None:
        return YearLine(made, None, None, "Budget")
    portions = {
        code: Portion(pence, None if people is None else Counted(Decimal(people), str(year)))
        for code, (pence, people) in paid.items()
    }
    counts = [people for _, people in paid.values()]
    people = None if None in counts else sum(each or 0 for each in counts)
    counted = None if people is None else Counted(Decimal(people), str(year))
    whole = Portion(sum(pence for pence, _ in paid.values()), counted)
    return YearLine(made, portions, whole, f"Payments of {year}")


def year_lines(year: FinancialYear, lines: dict[str, Paid | None]) -> YearLines:
    """Return a year of lines."""
    told = YearRow(1, year, Phase.SHADOW, 1, 1, VersionStatus.DRAFT, year, None)
    found = [year_line(name, year, paid, at) for at, (name, paid) in enumerate(lines.items())]
    return YearLines(told, found, {"A1": "Alder Surgery"})


def change(last: dict[str, Paid | None], this: dict[str, Paid | None]) -> YearChange:
    """Return two years held against each other."""
    before, after = year_lines(LAST, last), year_lines(THIS, this)
    return YearChange(before, after, changed(before, after))


def row(found: YearChange, name: str) -> ChangeRow:
    """Return a line by its name."""
    return next(each for each in found.rows if each.name == name)


paid = st.dictionaries(
    st.sampled_from(["A1", "B2", "C3"]),
    st.tuples(st.integers(-(10**10), 10**10), st.none() | st.integers(0, 10**6)),
    min_size=1,
) | st.dictionaries(
    st.just(WHOLE),
    st.tuples(st.integers(-(10**10), 10**10), st.none() | st.integers(0, 10**6)),
    min_size=1,
)
years = st.dictionaries(st.sampled_from(["One", "Two", "Three", "Four"]), paid)


@given(years, years)
def test_the_parts_add_up_to_each_line_and_the_lines_to_the_whole_change(
    last: dict[str, Paid | None], this: dict[str, Paid | None]
) -> None:
    found = change(last, this)
    before, after = found.last_pence, found.this_pence
    assert before is not None
    assert after is not None
    for each in found.rows:
        assert each.split is not None
        assert each.change == (each.this or 0) - (each.last or 0)
        assert each.change == each.split.change_pence
        parts = each.practices
        assert not parts or sum(part.change for part in parts) == each.change
    assert sum(each.change or 0 for each in found.rows) == after - before
    assert found.split.change_pence == after - before
    assert {each.name for each in found.rows if each.state == NEW} == {*this} - {*last}
    assert {each.name for each in found.rows if each.state == GONE} == {*last} - {*this}
    steps = change_steps(found)
    assert (steps[0].reached, steps[-1].reached) == (before, after)
    assert steps[-2].reached == after or len(steps) == 2


@given(years, years)
def test_totals_of_the_table_are_whole_where_every_budget_is_known(
    last: dict[str, Paid | None], this: dict[str, Paid | None]
) -> None:
    found = change(last, this)
    totals = {
        column.key: total_of(column, CHANGE, found.rows)
        for column in CHANGE
        if column.key in {"last", "this", "change"}
    }
    assert not any(total and total.is_incomplete for total in totals.values())
    if found.rows:
        sums = {key: (total.value or 0) if total else None for key, total in totals.items()}
        before, after = found.last_pence or 0, found.this_pence or 0
        assert sums == {"last": before, "this": after, "change": after - before}


def test_a_line_of_one_year_is_new_or_gone_and_the_other_year_is_blank_not_nought() -> None:
    found = change({"Ends": {"A1": (500, 10)}}, {"Begins": {"A1": (700, 11)}})
    begins, ends = found.rows
    assert (begins.state, begins.last, begins.this, begins.change) == (NEW, None, 700, 700)
    assert (ends.state, ends.last, ends.this, ends.change) == (GONE, 500, None, -500)
    assert begins.share is None
    assert begins.split is not None
    assert (begins.split.list_pence, begins.split.rate_pence) == (None, None)


def test_names_are_matched_whatever_their_case_and_spaces() -> None:
    found = change({"Global  Sum": {"A1": (500, 10)}}, {"Global sum": {"A1": (700, 11)}})
    assert [each.state for each in found.rows] == [""]


def test_a_budget_that_is_not_known_leaves_the_change_and_the_whole_not_known() -> None:
    found = change({"One": None, "Two": {"A1": (5, 1)}}, {"One": {"A1": (9, 1)}, "Two": None})
    assert [(each.state, each.change) for each in found.rows] == [(UNKNOWN, None)] * 2
    assert found.last_pence is found.this_pence is None
    assert change_steps(found) == []
    assert change_finding(found) == (
        "The change from 2015/16 is not known: 2 lines without a budget."
    )
    column = next(column for column in CHANGE if column.key == "change")
    total = total_of(column, CHANGE, found.rows)
    assert total is not None
    assert total.is_incomplete


def test_a_practice_is_told_apart_only_where_both_years_tell_practices_apart() -> None:
    whole: dict[str, Paid | None] = {"One": {WHOLE: (500_00, 10)}}
    apart: dict[str, Paid | None] = {"One": {"A1": (300_00, 6), "B2": (400_00, 5)}}
    mixed = row(change(whole, apart), "One")
    assert mixed.practices == []
    assert mixed.split is not None
    assert mixed.split.list_pence == 50_00
    both = row(change(apart, {"One": {"A1": (900_00, 6), "B2": (390_00, 5)}}), "One")
    assert both.most is not None
    assert (both.most.practice, both.most.change) == ("Alder Surgery", 600_00)


def test_a_change_is_told_in_a_sentence() -> None:
    found = change(
        {"Global sum": {"A1": (1_000_00, 10), "B2": (1_000_00, 10)}, "Ends": {"A1": (10_00, 10)}},
        {"Global sum": {"A1": (1_500_00, 11), "B2": (1_010_00, 10)}},
    )
    assert change_finding(found) == (
        "2016/17 is £500 more than 2015/16 (24.9%). Global sum moved most, £510 more; "
        "Alder Surgery £500 more."
    )
    assert change_reasons(found) == (
        "Of the change: list size £100 more, payment a head £410 more, "
        "new, gone or not split £10 less."
    )


def test_a_year_as_the_last_says_so() -> None:
    same: dict[str, Paid | None] = {"One": {"A1": (500, 10)}}
    assert change_finding(change(same, same)) == "2016/17 is as 2015/16 was, line by line."
    assert change_finding(None) == "There is no budget of two years to hold against each other."


def test_the_steps_go_up_first_and_name_what_is_new_or_gone() -> None:
    last: dict[str, Paid | None] = {f"L{at}": {"A1": (at, 1)} for at in range(10)}
    this: dict[str, Paid | None] = {f"L{at}": {"A1": (3 * at, 1)} for at in range(9)}
    steps = change_steps(change(last, {**this, "Begins": {"A1": (90, 1)}}))
    assert [step.name for step in steps] == [
        "2015/16", "New: Begins", "L8", "L7", "L6", "L5", "L4", "L3", "Gone: L9",
        "2 other lines", "2016/17",
    ]  # fmt: skip
    assert [step.part for step in steps[-2:]] == [Part.OTHERS, Part.WHOLE]


def test_practices_are_numbered_in_one_table() -> None:
    found = change(
        {"One": {"A1": (1, 1), "B2": (2, 1)}, "Two": {"A1": (5, 1)}},
        {"One": {"A1": (4, 1), "B2": (2, 1)}, "Two": {"A1": (5, 2)}},
    )
    rows = practice_rows(found.rows)
    assert [(each.id, each.line, each.practice, each.change) for each in rows] == [
        (1, "One", "Alder Surgery", 3),
        (2, "One", "B2", 0),
        (3, "Two", "Alder Surgery", 0),
    ]
    names = [column.key for column in BY_PRACTICE]
    assert names[-3:] == ["list", "rate", "other"]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sequence[YearChange | None]:
    """The sample's two years, and the first of them against nothing."""
    path = tmp_path_factory.mktemp("years") / "marsh.pch"
    file = localities.sample(path)
    months = (Month(2016, 10), Month(2015, 10))
    found = [year_change(file, month) for month in months]
    titles = [table.title for table in STATEMENT.build(file, months[0])]
    file.close()
    assert "Change from last year" in titles
    return found


def test_the_samples_two_years_are_held_against_each_other(
    sample: Sequence[YearChange | None],
) -> None:
    found, before = sample
    assert before is None
    assert found is not None
    assert (found.last_pence, found.this_pence) == (46_440_000_00, 47_500_000_00)
    assert found.split.change_pence == 1_060_000_00
    assert [each.state for each in found.rows] == [""] * 13
