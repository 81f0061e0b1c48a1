"""Who sees what: the pack inside, before the board and in public, down to the bytes."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from pch_desktop.domain.board_pack import Audience
from pch_desktop.domain.disclosure import disclosed
from pch_desktop.domain.disclosure_second import narrowed, possible, published
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.exports import pack
from pch_desktop.exports.audience import for_audience
from pch_desktop.exports.board import Pack, Picture
from pch_desktop.exports.public_copy import INSIDE
from pch_desktop.reports.disclosed_counts import counts_people, label
from pch_desktop.reports.disclosed_sums import people_in
from pch_desktop.reports.disclosed_table import holds_people
from pch_desktop.reports.table import Holds
from tests.exports.books import held

CACHED = re.compile(rb"<c:numCache>.*?</c:numCache>", re.DOTALL)
CELL = re.compile(rb"<c:v>([^<]*)</c:v>")


@pytest.fixture(scope="module")
def public(gathered: Pack, called: dict[str, str]) -> Pack:
    """The public's copy of the sample's pack."""
    return for_audience(gathered, Audience.PUBLIC, called)


@pytest.fixture(scope="module")
def members(public: Pack, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every part of the public's workbook, unzipped."""
    with zipfile.ZipFile(pack.write_pack(public, tmp_path_factory.mktemp("public"))) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_no_name_stands_in_any_part_of_the_publics_workbook(
    members: dict[str, bytes], called: dict[str, str]
) -> None:
    assert "J. Wren" in called and "c.brook@valley.example" in called and len(called) > 700
    found = {name: names for name, each in members.items() if (names := held(each, called))}
    assert found == {}
    assert any(name.startswith("xl/charts/") for name in members)
    assert b"<dc:creator>Marsh Valley</dc:creator>" in members["docProps/core.xml"]


def test_names_stand_before_the_board_only_where_somebody_ticked_them(
    gathered: Pack, called: dict[str, str]
) -> None:
    for audience in (Audience.INTERNAL, Audience.BOARD):
        without = for_audience(gathered, audience, called)
        assert not held(repr(without).encode(), called)
        columns = [column.holds for table in without.every_table for column in table.columns]
        assert Holds.NAMES not in columns
        ticked = for_audience(gathered, audience, called, with_names=True)
        assert ticked.every_table == gathered.every_table
    public = for_audience(gathered, Audience.PUBLIC, called, with_names=True)
    assert not held(repr(public).encode(), called)


def test_inside_is_marked_and_the_board_reads_every_figure_as_it_is(
    gathered: Pack, called: dict[str, str]
) -> None:
    inside = for_audience(gathered, Audience.INTERNAL, called)
    assert inside.marking.endswith("OFFICIAL-SENSITIVE")
    services = next(table for table in inside.sections if table.title == "Services")
    true = next(table for table in gathered.sections if table.title == "Services")
    assert [row.values for row in services.rows] == [row.values for row in true.rows]


def test_every_count_of_people_in_public_is_nobody_hidden_or_rounded(
    gathered: Pack, public: Pack
) -> None:
    true = {table.title: table for table in gathered.every_table}
    counted = 0
    for table in filter(holds_people, public.every_table):
        before = true[table.title]
        keys = [column.key for column in before.columns]
        for at, column in enumerate(table.columns):
            at_first = keys.index(column.key)
            if not counts_people(before, at_first):
                continue
            pairs = zip(table.rows, before.rows, strict=True)
            for shown, was in pairs:
                value, people = shown.values[at], was.values[at_first]
                if people is not None:
                    assert value in (HIDDEN, disclosed(int(str(people)))), label(before, was)
                    assert value == 0 or people != 0 or value == HIDDEN
                    counted += 1
        assert all(not formula for row in table.rows for formula in row.formulas)
        assert table.given is not None
    assert counted > 300


def test_every_hidden_count_of_the_samples_public_pack_could_take_three_values(
    gathered: Pack, public: Pack
) -> None:
    shown = {table.title for table in public.every_table}
    told = [t for t in gathered.every_table if t.title in shown and holds_people(t)]
    found = published(*people_in(told))
    assert len(found.hidden) > 40
    assert narrowed(found) == frozenset()
    assert min(len(possible(found, key)) for key in found.hidden) >= 3


def test_charts_in_public_draw_only_what_is_shown(public: Pack, members: dict[str, bytes]) -> None:
    parts = [words for name, words in members.items() if name.startswith("xl/charts/")]
    charts = [(table, chart) for table in public.every_table for chart in table.charts
              if holds_people(table)]  # fmt: skip
    assert len(charts) >= 4
    for table, chart in charts:
        part = next(words for words in parts if f">{chart.finding}<".encode() in words)
        by_key = {column.key: column for column in table.columns}
        shown = [
            float(str(by_key[key].value(row)))
            for key in chart.series
            for row in table.rows[: chart.first or None]
        ]
        drawn = [float(each) for cache in CACHED.findall(part) for each in CELL.findall(cache)]
        assert drawn == pytest.approx(shown), chart.finding


def test_what_cannot_be_made_safe_is_left_out_and_said_to_be(public: Pack) -> None:
    titles = {table.title for table in public.every_table}
    assert not titles & INSIDE.keys()
    assert "Social prescribing counts" not in titles
    said = dict(public.cover)["Left out of this copy"]
    assert "Establishment" in said and "Social prescribing counts" in said
    terms = [str(row.values[0]) for row in public.definitions.rows]
    assert "Counts of people in public" in terms


def test_pictures_of_people_or_of_somebody_stay_inside(
    gathered: Pack, called: dict[str, str]
) -> None:
    def picture(on: str, words: str) -> Picture:
        return Picture(on, words, words, b"<svg/>", b"")

    drawn = (
        picture("Finance", "Prescribing is over"),
        picture("Finance", "J. Wren sees to it"),
        picture("Waits", "Memory clinic 45 days"),
        picture("Workforce", "Nurses"),
    )
    with_pictures = replace(gathered, pictures=drawn)
    assert for_audience(with_pictures, Audience.PUBLIC, called).pictures == drawn[:1]
    assert for_audience(with_pictures, Audience.BOARD, called).pictures == (drawn[0], *drawn[2:])


def test_findings_that_count_people_are_not_told_in_public(gathered: Pack, public: Pack) -> None:
    before = [str(row.values[2]) for row in gathered.quality.rows]
    after = [str(row.values[2]) for row in public.quality.rows]
    assert any("attended 179" in words for words in before)
    assert not any("attended" in words or "% seen" in words for words in after)
    assert "Prescribing forecast £186,000 over" in after


def test_no_path_of_this_computer_is_in_the_workbook(
    members: dict[str, bytes], tmp_path: Path
) -> None:
    home = str(tmp_path.parent.parent).encode()
    assert not [name for name, words in members.items() if home in words or b"/home/" in words]
