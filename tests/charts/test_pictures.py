"""Pictures of the board pack, and a chart with its words around it, as they are saved."""

from __future__ import annotations

import re
from collections.abc import Generator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.text import Text

from pch_desktop.charts import full_chart, pictures
from pch_desktop.charts.framed import framed, saved
from pch_desktop.charts.full_chart import FullChart, PackPicture
from pch_desktop.charts.paper import letters, sheet
from pch_desktop.domain.period import Month
from pch_desktop.exports.pack import gather
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

OCTOBER = Month(2016, 10)
WIDEST_MM, INCH_MM = 277, 25.4
LEAST_LETTER = 8


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The invented sample, open, only looked at."""
    file = localities.sample(tmp_path_factory.mktemp("pictures") / "sample.pch")
    yield file
    file.close()


@pytest.fixture(scope="module")
def built(sample: LocalityFile) -> list[tuple[PackPicture, FullChart]]:
    """The charts of the sample's pack that are pictures."""
    found = [(each, each.build(sample, OCTOBER)) for each in pictures.registered()]
    return [(each, chart) for each, chart in found if chart is not None]


def figure(words: str = "Nurses $50 of $60") -> Figure:
    made, inks = sheet(False)
    axes = made.add_subplot()
    axes.plot([1, 2, 3], color=inks.better)
    axes.text(1, 2, words, font=letters(is_bold=True))
    return made


def chart(**other: str) -> FullChart:
    words = {"finding": "One line rises", "subtitle": "£000", "alt_text": "It rises from 1 to 3."}
    return FullChart(**{**words, **other}, columns=(), rows=(), make=lambda _is_dark: figure())


def test_a_drawing_keeps_its_words_as_words_and_is_the_same_on_any_day() -> None:
    drawing = pictures.svg_of(figure())
    assert drawing == pictures.svg_of(figure())
    text = drawing.decode()
    assert re.search(r"<text [^>]*700[^>]*Liberation Sans[^>]*>Nurses \$50 of \$60</text>", text)
    assert "<dc:date>" not in text


def test_a_picture_is_the_same_on_any_day_and_as_fine_as_is_asked() -> None:
    picture = pictures.png_of(figure(), 40)
    assert picture == pictures.png_of(figure(), 40)
    assert int.from_bytes(picture[16:20]) == 436


def test_a_saved_chart_says_its_finding_and_its_source() -> None:
    drawing = saved(chart(source="Source: counts."), "svg").decode()
    for words in ("One line rises", "£000", "Source: counts.", "It rises from 1 to 3."):
        assert words in drawing


def test_long_words_around_a_chart_are_broken_and_make_it_higher() -> None:
    long = " ".join(["Nearly everything"] * 20)
    plain, high = framed(chart()), framed(chart(finding=long))
    assert high.get_size_inches()[1] > plain.get_size_inches()[1]
    assert high.get_size_inches()[0] == plain.get_size_inches()[0]
    high.canvas.draw()
    edges = [text.get_window_extent().x1 for text in high.findobj(Text) if text.get_text()]
    assert max(edges) <= high.bbox.width


@given(st.text(max_size=900))
def test_words_for_those_who_do_not_see_it_always_fit(words: str) -> None:
    made = full_chart.fitting(words)
    assert len(made) <= full_chart.LONGEST_TEXT
    assert made == words or made.endswith("More in the table.")


def test_the_pack_has_its_pictures_each_with_a_sheet_that_is_there(
    built: list[tuple[PackPicture, FullChart]], sample: LocalityFile
) -> None:
    titles = [each.on for each, _ in built]
    for wanted in ("Bridge", "By month", "Population", "Workforce", "Demand by hour",
                   "Who delivers what"):  # fmt: skip
        assert wanted in titles
    sheets = {table.title for table in gather(sample, OCTOBER, localities.NOON).tables}
    assert set(titles) <= sheets


def test_each_picture_is_told_in_words_with_numbers(
    built: list[tuple[PackPicture, FullChart]],
) -> None:
    for each, told in built:
        assert told.finding, each.on
        assert told.subtitle, each.on
        assert told.source.startswith("Source: "), each.on
        assert full_chart.LEAST_TEXT <= len(told.alt_text) <= full_chart.LONGEST_TEXT, each.on
        assert re.search(r"\d", told.alt_text), each.on


def test_each_picture_fits_the_page_and_can_be_read_on_it(
    built: list[tuple[PackPicture, FullChart]],
) -> None:
    for each, told in built:
        made = told.make(False)
        assert made.get_size_inches()[0] * INCH_MM <= WIDEST_MM, each.on
        sizes = [float(text.get_fontsize()) for text in made.findobj(Text) if text.get_text()]
        assert min(sizes) >= LEAST_LETTER, each.on


def test_pictures_of_nothing_are_left_out(file: LocalityFile) -> None:
    assert pictures.pictures(file, OCTOBER) == []
