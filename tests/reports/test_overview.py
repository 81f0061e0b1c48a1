"""The headline figures, and what they say where little is known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Focus, ServiceStatus
from pch_desktop.reports import overview
from pch_desktop.reports.overview import MeasureRow
from pch_desktop.reports.signs import NOTIONAL
from pch_desktop.store import budget, population, services, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.shared import Reads
from tests.reports.budgets import line
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
    assert found.notes[0].startswith("The year is forecast to end £9,000 over")
    assert "207.90 WTE in post" in found.notes[0]
    (table,) = overview.STATEMENT.build(marsh_valley, OCTOBER)
    assert table.title == "Summary"
