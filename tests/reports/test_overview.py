"""The headline figures, and what they say where little is known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.board_pack import Words
from pch_desktop.domain.budget import Thresholds
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Focus, ServiceStatus
from pch_desktop.reports import overview, overview_sentence
from pch_desktop.reports.overview import MeasureRow
from pch_desktop.reports.signs import NOTIONAL
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.store import board, budget, population, services, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.shared import Reads
from tests.reports.budgets import K, line, rows
from tests.reports.told import told

OCTOBER = Month(2016, 10)


def by_key(file: Reads) -> dict[str, MeasureRow]:
    """Return a file's headline figures by their keys."""
    return {row.key: row for row in overview.measures(file, OCTOBER)}


def test_an_empty_file_knows_nothing_and_says_so(file: LocalityFile) -> None:
    rows = by_key(file)
    assert {row.value for row in rows.values()} == {None}
    assert {row.rating for row in rows.values()} == {None}
    assert {row.total for row in rows.values()} == {None}
    assert rows["in_post_wte"].against == "No posts yet"
    assert rows["partners_signed"].against == "No partners yet"
    assert rows["outturn_variance"].against == "No budget yet"
    assert rows["date_variance"].sentence.startswith("No month since April")


def test_outcomes_are_not_yet_measured(marsh_valley: LocalityFile) -> None:
    assert by_key(marsh_valley)["prevention_money"].against == "Outcomes: not yet measured"


def test_a_population_outside_the_usual_is_amber(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(population.practices, OCTOBER)
    few = [replace(row, list_size=1_000) for row in rows]
    assert by_key(told(marsh_valley, {population.practices: few}))["registered"].rating == "Amber"
    gap = [replace(rows[0], list_size=None), *rows[1:]]
    found = by_key(told(marsh_valley, {population.practices: gap}))["registered"]
    assert found.rating is None
    assert found.sentence.endswith("A practice's list is missing.")
    averages = [replace(row, list_size=None, registered=Decimal(7_000)) for row in rows]
    found = by_key(told(marsh_valley, {population.practices: averages}))["registered"]
    assert found.total == ("Population", "registered")


@pytest.mark.parametrize(
    ("vacant", "rated"), [("0", "Green"), ("0.05", "Green"), ("0.08", "Amber"), ("0.2", "Red")]
)
def test_a_vacancy_rate_is_rated(marsh_valley: LocalityFile, vacant: str, rated: str) -> None:
    post = marsh_valley.read(workforce.posts, OCTOBER.last)[0]
    held = replace(post, funded_wte=Decimal(1), in_post_wte=1 - Decimal(vacant))
    assert by_key(told(marsh_valley, {workforce.posts: [held]}))["vacant_share"].rating == rated


def test_a_year_to_date_over_a_gap_is_incomplete(marsh_valley: LocalityFile) -> None:
    lines = [line("A", 12, *[2] * 7), line("B", 12, 1, None)]
    found = by_key(told(marsh_valley, {budget.lines: lines}))["date_variance"]
    assert found.value == -7_000_00
    assert found.sentence == "£7,000 over budget since April. Incomplete."


def test_prevention_is_a_share_of_what_is_marked(marsh_valley: LocalityFile) -> None:
    some = marsh_valley.read(services.services, OCTOBER)[:3]
    marked = [
        replace(some[0], focus=Focus.PREVENTION, status=ServiceStatus.LIVE),
        replace(some[1], focus=Focus.TREATMENT, status=ServiceStatus.PILOT),
        replace(some[2], focus=None, status=ServiceStatus.LIVE),
        replace(some[2], focus=Focus.TREATMENT, status=ServiceStatus.DESIGN),
    ]
    lines = [
        line("A", 30, focus=Focus.PREVENTION),
        line("B", 90, focus=Focus.TREATMENT),
        line("C", 900),
        line("I", 60, focus=Focus.TREATMENT, is_income=True),
    ]
    file = told(marsh_valley, {services.services: marked, budget.lines: lines})
    assert overview.prevention(file, OCTOBER) == (Decimal("0.5"), Decimal("0.25"))
    blank = told(marsh_valley, {services.services: marked[2:3], budget.lines: lines[2:3]})
    assert overview.prevention(blank, OCTOBER) == (None, None)


def test_the_summary_says_money_first_and_is_marked(marsh_valley: LocalityFile) -> None:
    found = overview.summary(marsh_valley, OCTOBER)
    assert found.marking == NOTIONAL
    assert found.notes[0].startswith("Money is close to plan but only with contingency: ")
    assert "£9k over £47.5m at the year's end" in found.notes[0]
    assert "207.9 of 221.6 WTE are in post" in found.notes[0]
    (table,) = overview.STATEMENT.build(marsh_valley, OCTOBER)
    assert table.title == "Summary"


@given(
    st.integers(-(10**9), 10**9),
    st.integers(0, 3),
    st.sampled_from(["Wards", "Contingency"]),
)
def test_the_sentence_is_money_then_people_then_what_is_to_be_decided(
    over: int, blocking: int, other: str
) -> None:
    known = rows(line("Beds", 1200, *[100] * 7, id=1), line(other, 1200, *[100] * 7, id=2))
    moved = [replace(known[0], outturn_variance=over), replace(known[1], outturn_variance=5)]
    money = overview_sentence.money(moved, Thresholds())
    side = "over" if over + 5 < 0 else "under"
    assert money.startswith("Money is ")
    assert f" {side} £2.4m at the year's end" in money
    assert ("Beds furthest over" in money) is (over < 0)
    found = [Finding("budget", "A", "", Weight.BLOCKS)] * blocking
    said = overview_sentence.decisions([*found, Finding("budget", "B", "", Weight.MONEY)])
    start = ["Nothing has", "One thing needs", "Two things need", "Three things need"][blocking]
    assert said.startswith(start)


def test_a_plan_that_only_holds_by_a_reserve_is_said_so() -> None:
    known = rows(line("Beds", 1200, *[100] * 7, id=1), line("Contingency", 120, id=2))
    saved = [
        replace(known[0], outturn_variance=-K * 60),
        replace(known[1], outturn_variance=K * 60),
    ]
    assert "only with contingency" in overview_sentence.money(saved, Thresholds())
    well = [replace(known[0], outturn_variance=0), replace(known[1], outturn_variance=K * 60)]
    assert "contingency" not in overview_sentence.money(well, Thresholds())


def test_a_months_own_words_stand_everywhere_until_they_are_taken_back(
    marsh_valley: LocalityFile,
) -> None:
    words = {board.words: {Words.SENTENCE: "A quiet month."}}
    file = told(marsh_valley, words)
    found = overview.sentence(file, OCTOBER)
    assert (found.words, found.own) == ("A quiet month.", "A quiet month.")
    assert overview.summary(file, OCTOBER).notes == ("A quiet month.",)
    made = overview.sentence(marsh_valley, OCTOBER)
    assert (made.words, made.own) == (found.made, "")


def test_an_empty_file_says_that_nothing_is_known(file: LocalityFile) -> None:
    assert overview.sentence(file, OCTOBER).words == overview_sentence.NOTHING_YET
