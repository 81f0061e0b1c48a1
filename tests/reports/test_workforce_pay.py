"""What costs, claims and offers say, and what they say while something is not known."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.workforce import PensionScheme, PostStatus
from pch_desktop.domain.workforce_pay import Insurance, OnCosts, cost
from pch_desktop.reports.totals import total_of
from pch_desktop.reports.workforce import POSTS
from pch_desktop.reports.workforce_additional import (
    FORWARD,
    claims_table,
    facts,
    findings,
    of_year,
    position,
    sentence,
)
from pch_desktop.reports.workforce_budget import (
    AGAINST,
    AgainstRow,
    against,
    against_finding,
    against_table,
)
from pch_desktop.reports.workforce_offer import Offer, offer_facts, offer_sentence, told
from pch_desktop.reports.workforce_pay import cost_words, insurance_words, working
from pch_desktop.store import budget, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AdditionalRow, AdditionalYear, Costing
from tests import localities

OCTOBER = Month(2016, 10)
ON = OCTOBER.last
YEAR = FinancialYear(2016)
NI = Insurance(Decimal("0.15"), 500_000)
NHS = OnCosts(Decimal("0.1438"), Decimal("0.005"))
WTE = Decimal("0.8")
WHOLE = Costing("Band 6 top", 4_658_000, WTE, PensionScheme.NHS, NI, NHS,
                cost(4_658_000, WTE, NI, NHS))  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The sample, only read here."""
    path: Path = tmp_path_factory.mktemp("sample") / "sample.pch"
    file = localities.sample(path)
    yield file
    file.close()


# Costs


def test_the_working_of_a_cost_is_told_part_by_part() -> None:
    assert cost_words(WHOLE) == "£47,648, worked out"
    assert working(WHOLE).splitlines() == [
        "Band 6 top: £46,580 × 0.80 WTE = £37,264.00",
        "National Insurance, 15% above £5,000 a person: £4,839.60",
        "NHS pension, 14.38% of pay: £5,358.56",
        "Levy, 0.5% of pay: £186.32",
        "Together £47,648.48",
    ]


def test_a_typed_cost_goes_first_and_the_worked_one_is_told_beside() -> None:
    typed = replace(WHOLE, typed_pence=5_000_000)
    assert cost_words(typed) == "£50,000, as typed"
    assert working(typed).splitlines()[-1] == "Typed: £50,000.00, £2,351.52 more"
    less = replace(WHOLE, typed_pence=4_700_000)
    assert working(less).splitlines()[-1].endswith("£648.48 less")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"point": None, "full_time_pence": None}, "Choose a pay point to have it worked out."),
        ({"full_time_pence": None}, "Band 6 top has no pay on this day."),
        ({"scheme": None, "on_costs": None}, "Choose the pension scheme to have it worked out."),
        ({"on_costs": None}, "Enter what is paid for the NHS pension on this day under Reference"),
        ({"insurance": None}, "Enter the employer's National Insurance of this day in Settings"),
    ],
)
def test_what_is_missing_is_named_with_its_place(changed: dict[str, Any], words: str) -> None:
    made: Costing = replace(WHOLE, cost=None, **changed)
    assert cost_words(made) == "Not known"
    assert working(made).startswith(words)


def test_national_insurance_is_told_or_not_known() -> None:
    assert insurance_words(NI) == "15% above £5,000 a person"
    assert insurance_words(None) == "not known on that day"


# Against the budget


def test_the_posts_of_the_lines_are_all_posts_and_their_budget_is_the_screens(
    sample: LocalityFile,
) -> None:
    rows = against(sample, OCTOBER)
    posts = sample.read(workforce.posts, ON)
    cost_column = next(column for column in POSTS if column.key == "annual_cost")
    of_posts = total_of(cost_column, POSTS, posts)
    assert of_posts is not None
    assert sum(row.full_year_pence or 0 for row in rows) == of_posts.value
    assert sum(row.funded_wte for row in rows) == Decimal("221.6")
    lines = {line.id: line for line in sample.read(budget.lines, OCTOBER)}
    assert all(row.budget_pence == lines[row.id].annual_pence for row in rows if row.is_line)
    assert (rows[-1].name, rows[-1].budget_pence, rows[-1].left_pence) == (
        "No budget line",
        None,
        None,
    )


def test_a_post_funded_for_part_of_the_year_costs_that_part(sample: LocalityFile) -> None:
    posts = [row for row in sample.read(workforce.posts, ON) if row.reference == "P142"]
    (row,) = against(sample, OCTOBER, posts)
    assert (row.full_year_pence, row.year_pence) == (5_600_000, 4_200_000)
    gone = [replace(posts[0], funded_to=date(2016, 9, 15))]
    (row,) = against(sample, OCTOBER, gone)
    assert row.year_pence == round(5_600_000 * Fraction(5, 2) / 12)


def test_proposed_and_disestablished_posts_cost_the_year_nothing(sample: LocalityFile) -> None:
    post = sample.read(workforce.posts, ON)[0]
    for status in (PostStatus.PROPOSED, PostStatus.DISESTABLISHED):
        changed = replace(post, status=status, is_funded=False)
        (row,) = against(sample, OCTOBER, [changed])
        assert (row.posts, row.full_year_pence, row.year_pence) == (1, 0, 0)
        empty = replace(changed, in_post_wte=Decimal(0))
        assert against(sample, OCTOBER, [empty]) == []


def test_a_cost_that_is_not_known_leaves_its_line_incomplete(sample: LocalityFile) -> None:
    posts = sample.read(workforce.posts, ON)
    unknown = [replace(posts[0], annual_cost_pence=None), *posts[1:]]
    rows = against(sample, OCTOBER, unknown)
    assert (rows[0].full_year_pence, rows[0].year_pence, rows[0].left_pence) == (None, None, None)
    assert against_finding(rows, YEAR) == (
        "What some posts cost is not known: Primary medical services. Enter a cost or a pay point."
    )
    left = next(column for column in AGAINST if column.key == "left")
    total = total_of(left, AGAINST, rows)
    assert total is not None
    assert total.is_incomplete


def test_a_line_of_another_year_is_named_so(sample: LocalityFile) -> None:
    post = replace(sample.read(workforce.posts, ON)[0], budget_line="Old line")
    (row,) = against(sample, OCTOBER, [post])
    assert (row.name, row.is_line) == ("Old line (not in 2016/17)", False)
    assert against_finding([row], YEAR).endswith("1 post without a line of the year.")


def test_the_finding_says_where_posts_do_not_fit() -> None:
    row = AgainstRow(1, "Nursing", 2, Decimal(2), Decimal(2), 100, 100_00, 90_00)
    assert row.left_pence == -10_00
    assert against_finding([], YEAR) == "No post is funded in 2016/17."
    assert "those of Nursing are £10 over its budget" in against_finding([row], YEAR)
    fits = replace(row, budget_pence=200_00)
    assert (
        against_finding([fits], YEAR) == "Posts cost £100 in 2016/17; every line holds its posts."
    )


def test_the_sheet_says_its_method(sample: LocalityFile) -> None:
    table = against_table(sample, OCTOBER)
    assert table.title == "Posts against the budget"
    assert "Favourable is positive" in table.subtitle
    assert table.notes[0] == against_finding(table.rows, YEAR)


# Additional roles


def test_a_year_is_told_with_what_is_left(sample: LocalityFile) -> None:
    found = position(sample, ON)
    assert sentence(found) == (
        "£374,890 of £532,948 is claimed once every post is filled; £158,058 can be offered."
    )
    words = dict(facts(found))
    assert (words["Headroom"], words["On practices"]) == ("£158,058", "£6,510")
    assert words["If proposed"] == "None proposed"


def year_of(sample: LocalityFile) -> AdditionalYear:
    return sample.read(workforce.additional_roles, ON)


def test_a_year_that_is_not_known_says_what_to_enter(sample: LocalityFile) -> None:
    year = year_of(sample)
    first: AdditionalRow = year.posts[0]
    for changed, words in (
        (replace(year, people=None), "The entitlement of 2016/17 is not known: "
         "enter the weighted people of 2016/17."),
        (replace(year, head_rate=None), "The entitlement of 2016/17 is not known: "
         "enter the rate for each weighted head in 2016/17."),
        (replace(year, posts=[replace(first, most_per_wte_pence=None)]),
         "The claim of 1 post is not known: "
         "enter the most that is paid for a WTE of Clinical pharmacist."),
        (replace(year, posts=[replace(first, actual_per_wte_pence=None)]),
         "The claim of 1 post is not known: "
         "enter a cost or a pay point for P140 Clinical pharmacist."),
    ):  # fmt: skip
        found = of_year(changed)
        assert sentence(found) == words
        assert (found.claim, found.headroom_pence) == (None, None)
        assert dict(facts(found))["Headroom"] == "Not known"


def test_the_sheet_has_no_names_and_says_that_nothing_is_carried_forward(
    sample: LocalityFile,
) -> None:
    table = claims_table(sample, OCTOBER)
    people = {row.name for row in sample.read(workforce.people, ON)}
    cells = {str(column.value(row)) for column in table.columns for row in table.rows}
    assert not people & cells
    assert FORWARD in table.notes
    entitled, claimed, left = (row.claim_pence or 0 for row in table.beside)
    assert (claimed, left) == (37_489_000, entitled - claimed)
    assert position(sample, ON).headroom_pence == left


def test_what_would_go_unclaimed_is_found_in_the_last_months(sample: LocalityFile) -> None:
    posts = sample.read(workforce.posts, ON)
    assert findings(sample, OCTOBER, posts) == []
    (found,) = findings(sample, Month(2017, 1), posts)
    assert found.title == "£242,047 of additional-roles money would go unclaimed on 31 March"
    assert findings(sample, Month(2017, 1), []) == []


# Offers


def offered(sample: LocalityFile, wte: str = "1", first: date = date(2016, 11, 1)) -> Offer:
    rows = workforce.paid_on(sample.read(workforce.pay_rates), ON)
    point = next(row.point_id for row in rows if row.point == "Valley band 7")
    return Offer("CP", Decimal(wte), point, first)


def test_an_offer_says_what_it_claims_and_leaves(sample: LocalityFile) -> None:
    offer = offered(sample)
    found = told(sample, offer, ON)
    assert found.fits
    assert dict(offer_facts(found))["Claim this year"] == "£21,684, 5.0 months"
    assert offer_sentence(found) == "It fits: £21,684 this year, and £136,374 is left."
    assert found.on_practices_pence == 0


def test_an_offer_over_the_most_leaves_the_rest_to_the_practices(sample: LocalityFile) -> None:
    found = told(sample, replace(offered(sample), role_code="PT"), ON)
    assert found.most_per_wte_pence == 3_180_000
    assert found.full_year_pence == 3_180_000
    assert found.this_year_pence == 1_325_000
    assert (found.on_practices_pence or 0) > 0


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"point_id": None}, "Choose a pay point"),
        ({"point_id": 99_999}, "That pay point has no pay"),
        ({"role_code": "DTL"}, "The most that is paid for this role is not known."),
    ],
)
def test_an_offer_that_is_not_known_says_what_to_choose(
    sample: LocalityFile, changed: dict[str, Any], words: str
) -> None:
    found = told(sample, replace(offered(sample), **changed), ON)
    assert offer_sentence(found).startswith(words)
    assert (found.headroom_pence, found.fits) == (None, None)


@settings(max_examples=10, deadline=None)
@given(st.decimals("0.1", "2", places=2), st.integers(0, 150))
def test_a_later_or_smaller_offer_never_claims_more(
    sample: LocalityFile, wte: Decimal, days: int
) -> None:
    first = date.fromordinal(date(2016, 11, 1).toordinal() + days)
    whole = told(sample, offered(sample, "2"), ON)
    less = told(sample, offered(sample, str(wte), first), ON)
    assert (less.this_year_pence or 0) <= (whole.this_year_pence or 0)
    assert (less.headroom_pence or 0) >= (whole.headroom_pence or 0)
