"""A formula comes to what it says, on paper as in the program."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.money import rounded
from pch_desktop.reports.formula import (
    Formula,
    Given,
    Minus,
    Over,
    Plus,
    Rounded,
    Times,
    given_in,
    less,
    nearest,
    number,
    value,
    worked,
)
from pch_desktop.reports.table import Kind
from tests.explaining import read, reckoned

pence = st.integers(-(10**11), 10**11)
figures = st.builds(Given, st.just("A sum"), pence)
numbers = st.builds(number, st.integers(-200, 200).filter(bool))
shares = st.builds(Given, st.just("A share"), st.decimals(0, 1, places=4), st.just(Kind.RATE))


def plus(parts: list[Formula]) -> Formula:
    """Return parts added up."""
    return Plus(tuple(parts))


def times(one: Formula, by: Formula) -> Formula:
    """Return one part by another."""
    return Times((one, by))


def built(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    """Return formulas made of others that are amounts of money."""
    return st.one_of(
        st.builds(plus, st.lists(inner, min_size=1, max_size=4)),
        st.builds(Minus, inner),
        st.builds(times, inner, st.one_of(numbers, shares)),
        st.builds(Over, inner, numbers),
        st.builds(Rounded, inner),
    )


formulas = st.recursive(figures, built, max_leaves=8)


@given(formulas)
def test_what_is_written_comes_to_what_is_worked_out(formula: Formula) -> None:
    whole = Rounded(formula)
    exact = value(whole)
    assert exact is not None
    amount, right = reckoned(worked(whole))
    assert abs(amount - exact) <= 1
    assert read(right) == exact


@given(st.fractions(max_denominator=1000))
def test_halves_go_away_from_nought_as_everywhere(amount: Fraction) -> None:
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    if Fraction(exact) == amount:
        assert nearest(amount) == rounded(exact)


def test_what_is_not_known_is_not_known_in_any_formula() -> None:
    blank = Given("Blank", None)
    for formula in (
        Plus((blank, number(1))), Minus(blank), Times((number(2), blank)), Rounded(blank),
        Over(blank, number(2)), Over(number(2), number(0)),
    ):  # fmt: skip
        assert value(formula) is None
        assert worked(formula).endswith(" = not known")


def test_a_formula_is_written_as_on_paper() -> None:
    sum_of = Given("Budget", 6_020_000_00)
    assert worked(Rounded(Over(Times((sum_of, number(7))), number(12)))) == (
        "£6,020,000.00 × 7 ÷ 12 = £3,511,666.67, rounded"
    )
    one, rate = number(1), Given("Growth", Decimal("0.0215"), Kind.RATE)
    grown = Rounded(Times((Given("Baseline", 100_00), Plus((one, rate)), less(one, rate))))
    assert worked(grown) == "£100.00 × (1 + 2.15%) × (1 − 2.15%) = £99.95, rounded"
    assert worked(less(Given("Less", -5_00), Given("More", -7_00))) == "−£5.00 − (−£7.00) = £2.00"


def test_a_long_sum_names_its_ends_and_how_many_there_are() -> None:
    parts = tuple(Given(f"Line {at}", at * 100) for at in range(1, 41))
    said = worked(Plus(parts))
    assert said.startswith("£1.00 + £2.00 + ")
    assert said.endswith(" + … + £40.00 (40 figures) = £820.00")


def test_the_named_figures_of_a_formula_stand_in_its_order() -> None:
    formula = less(Given("First", 1), Times((Given("Second", 2), number(3))))
    assert [each.what for each in given_in(formula)] == ["First", "Second"]
