"""Columns fit the page: nothing is cut, nothing is smaller than 6.5 points, nothing is left out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.exports.board import Pack
from pch_desktop.exports.pdf_table import table_facts
from pch_desktop.exports.pdf_widths import ACROSS, EDGES, Needs, fitted

SLACK = 0.5

breadths = st.floats(0.5, 15)


@st.composite
def columns(draw: st.DrawFn) -> Needs:
    """Return what some column needs: the least it can be, what it asks, all its words."""
    least, more, much = draw(breadths), draw(breadths), draw(st.floats(0, 200))
    return Needs(least, least + more, least + much)


@given(st.lists(columns(), min_size=1, max_size=40))
def test_every_column_stands_once_and_the_first_leads_every_part(needs: list[Needs]) -> None:
    size, fits = fitted(needs)
    assert size >= 6.5
    assert all(fit.places[0] == 0 for fit in fits)
    rest = [place for fit in fits for place in fit.places[1:]]
    assert rest == list(range(1, len(needs)))


@given(st.lists(columns(), min_size=1, max_size=40))
def test_no_part_is_broader_than_the_page_and_no_word_is_cut(needs: list[Needs]) -> None:
    size, fits = fitted(needs)
    for fit in fits:
        assert sum(fit.widths) <= ACROSS + SLACK
        for place, width in zip(fit.places, fit.widths, strict=True):
            assert width + SLACK >= (needs[place].least + EDGES) * size


def test_what_fits_at_nine_points_is_not_made_smaller() -> None:
    assert fitted([Needs(3, 10, 40), Needs(3, 8, 8)])[0] == 9.0


def test_thirty_columns_of_figures_are_told_in_parts_at_eight_points() -> None:
    size, fits = fitted([Needs(8, 14, 14), *[Needs(6, 6, 6)] * 29])
    assert size == 8.0
    assert len(fits) == 3


def test_no_table_of_the_sample_needs_parts_or_letters_below_the_least(gathered: Pack) -> None:
    facts = [table_facts(table) for table in gathered.tables]
    assert all(len(each["parts"]) <= 1 and each["size"] >= 6.5 for each in facts)
    assert sum(each["size"] >= 8 for each in facts) > 0.8 * len(facts)


def test_a_table_without_rows_is_a_sentence_and_no_empty_grid(gathered: Pack) -> None:
    facts = table_facts(replace(gathered.sections[0], rows=(), charts=()))
    assert facts["parts"] == []
    assert facts["notes"][0] == "Nothing has been entered yet."
