"""A rating judged otherwise than by the rule is the same everywhere, and its reason prints."""

from __future__ import annotations

from pathlib import Path

from pch_desktop.domain.board_registers import Confidence
from pch_desktop.domain.period import Month
from pch_desktop.reports import budget as budget_report
from pch_desktop.reports import overview
from pch_desktop.reports.judged import line_key
from pch_desktop.reports.quality import quality
from pch_desktop.reports.table import Kind
from pch_desktop.reports.told import told
from pch_desktop.reports.words import written
from pch_desktop.store import board
from tests import localities

OCTOBER = Month(2016, 10)
WHY = "Two nurses start on 1 November"


def test_a_judged_rating_stands_for_the_rules_with_the_word_and_its_reason(path: Path) -> None:
    file = localities.sample(path)
    lines = budget_report.finance(file, OCTOBER).rows
    line = next(row for row in lines if row.rating == "Red")
    keys = ("in_post_wte", line_key(line.line.code, line.name))
    for key, rating in zip(keys, (Confidence.GREEN, Confidence.AMBER), strict=True):
        file.edit("Judge a rating", board.override_rating, OCTOBER, key, rating, WHY)
    summary = overview.summary(file, OCTOBER)
    team = next(row for row in summary.rows if row.key == "in_post_wte")
    column = next(each for each in summary.columns if each.key == "rating")
    assert written(column.value(team), Kind.RATING) == "● Green, judged"
    assert any(f"by the rule Amber. Reason: {WHY}" in note for note in summary.notes)
    finance = budget_report.finance(file, OCTOBER)
    row = next(row for row in finance.rows if row.id == line.id)
    rated = next(each for each in told(finance).columns if each.key == "rating")
    plain = next(each for each in told(finance).rows if each.values[0] == line.name)
    assert rated.value(plain) == "Amber, judged"
    assert rated.formula_of is not None
    assert rated.formula_of(plain) == ""
    assert row.is_red, "by the rule it is red, and the commentary is owed all the same"
    assert any(WHY in note for note in finance.notes)
    said = [row.detail for row in quality(file, OCTOBER).rows if "judged" in row.what]
    assert len(said) == 2
    assert all(WHY in words for words in said)
    for _ in keys:
        file.undo()
    assert budget_report.finance(file, OCTOBER).rows == lines
    file.close()


def test_last_month_and_last_year_are_the_same_measures_of_those_months(path: Path) -> None:
    file = localities.sample(path)
    rows = overview.summary(file, OCTOBER).rows
    before = {row.key: row.value for row in overview.measures(file, OCTOBER.plus(-1))}
    year = {row.key: row.value for row in overview.measures(file, OCTOBER.plus(-12))}
    for row in rows:
        is_dated = row.key not in overview.UNDATED
        assert row.last_month == (before[row.key] if is_dated else None)
        assert row.last_year == (year[row.key] if is_dated else None)
    first = overview.summary(file, Month(2012, 4)).rows
    assert {row.last_year for row in first} == {None}
    file.close()
