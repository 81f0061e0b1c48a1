"""Columns are matched by words, by what was chosen before, and as the person says."""

from __future__ import annotations

import pytest

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.imports.matching import guess, in_thousands, is_known, match
from pch_desktop.imports.own_fields import OwnKind
from pch_desktop.imports.own_months import is_month, month_said, needs_year

YEAR = FinancialYear(2016)


def fields(kind: OwnKind, *headings: str) -> list[str | None]:
    """Return what headings are taken for."""
    return [each.field for each in match(headings, kind, year=YEAR)]


@pytest.mark.parametrize(
    ("kind", "headings", "meant"),
    [
        ("partners", "Organisation name|Org. type|SECTOR|Lead contact|E-mail|Notes",
         "name kind sector contact contact_email note"),
        ("posts", "Post ref|Job title|Host organisation|FTE|Pay band|Annual cost (£000)",
         "reference title employer funded_wte band annual_cost"),
        ("posts", "Role|Employer|Budgeted WTE|Vacancy status", "role employer funded_wte status"),
        ("people",
         "Staff name|Job role|Employing organization|Contracted hrs|Start date|Contract type",
         "person role employer hours starts_on contract_kind"),
        ("people", "First name|Surname|Position|Sessions per week|Funded WTE|WTE",
         "forename surname title sessions funded_wte wte"),
        ("lines",
         "Budget line|Provider|2016/17 Annual Budget £000|Last year|Budget holder|Comments",
         "name provider annual baseline owner note"),
        ("actuals", "Service line|Accounting period|Net amount|Invoice no.",
         "name month amount reference"),
    ],
)  # fmt: skip
def test_headings_are_taken_for_what_people_mean_by_them(
    kind: str, headings: str, meant: str
) -> None:
    assert fields(OwnKind(kind), *headings.split("|")) == meant.split()


def test_what_is_worked_out_is_not_taken_for_the_budget() -> None:
    found = fields(
        OwnKind.LINES, "Line", "Year to date Budget", "Month Budget", "Variance", "Full year Budget"
    )
    assert found == ["name", None, None, None, "annual"]


def test_one_column_of_ours_is_matched_once_to_the_surest_heading() -> None:
    assert fields(OwnKind.PARTNERS, "Partner type", "Partner", "Partner name") == [
        "kind",
        "name",
        None,
    ]


def test_a_match_made_before_comes_first_and_a_choice_made_now_before_that() -> None:
    headings = ["Partner", "Lead   GP", "Who"]
    remembered: dict[str, str | None] = {"lead gp": "contact", "partner": None, "who": "name"}
    found = match(headings, OwnKind.PARTNERS, remembered)
    assert [each.field for each in found] == [None, "contact", "name"]
    assert all(each.is_remembered for each in found)
    chosen = match(headings, OwnKind.PARTNERS, remembered, {0: "name", 2: None})
    assert [each.field for each in chosen] == ["name", "contact", None]
    assert [each.is_chosen for each in chosen] == [True, False, True]


@pytest.mark.parametrize(
    ("heading", "month"),
    [
        ("Apr", "2016-04"), ("April", "2016-04"), ("MAR", "2017-03"), ("Sept.", "2016-09"),
        ("Apr-16", "2016-04"), ("Apr 2016", "2016-04"), ("April 2016 actual", "2016-04"),
        ("2016-04", "2016-04"), ("04/2016", "2016-04"), ("2016-04-01", "2016-04"),
        ("M1", "2016-04"), ("Month 12", "2017-03"), ("P07", "2016-10"), ("Mth 9", "2016-12"),
        ("Jan'17", "2017-01"), ("£ May", "2016-05"), ("30/06/2016", "2016-06"),
    ],
)  # fmt: skip
def test_months_of_any_shape_are_months(heading: str, month: str) -> None:
    assert month_said(heading, YEAR) == Month.read(month)
    assert is_known(heading)


@pytest.mark.parametrize(
    "text",
    ["52300", "1,234", "2010/11", "Apr Budget", "M13", "Line", "", "May be late", "12", "(5)"],
)
def test_figures_years_and_budgets_are_no_months(text: str) -> None:
    assert not is_month(text)


def test_only_months_without_a_year_of_their_own_need_one() -> None:
    assert [needs_year(text) for text in ("Apr", "M7", "Apr-16", "Line")] == [
        True,
        True,
        False,
        False,
    ]
    assert month_said("Apr", None) is None


@pytest.mark.parametrize(
    ("heading", "is_so"),
    [("Budget £000", True), ("Budget £'000s", True), ("£k", True), ("in thousands", True),
     ("Budget (£)", False), ("2000", False)],
)  # fmt: skip
def test_headings_say_when_their_money_is_in_thousands(heading: str, is_so: bool) -> None:
    assert in_thousands(heading) is is_so


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Partner|Type|Sector", "partners"),
        ("Job title|Employer|WTE|Band", "posts"),
        ("Name|Job title|Hours per week|Start date", "people"),
        ("Line|Annual budget|Provider", "lines"),
        ("Line|Apr|May|Jun|YTD", "actuals"),
        ("Budget line|Month|Amount", "actuals"),
    ],
)
def test_a_sheet_is_told_by_its_headings(headings: str, kind: str) -> None:
    looks = guess(headings.split("|"))
    assert looks.kind == kind
    assert looks.sure > 0.8


def test_the_guess_is_a_sentence_with_rows_and_how_sure_it_is() -> None:
    looks = guess(["Line", "Annual budget", "Colour of the folder"])
    assert looks.words(34) == f"This looks like budget lines: 34 rows, {looks.sure:.0%} sure."
    assert looks.sure < guess(["Line", "Annual budget"]).sure
