"""The special pictures of a pack: drawn of the sheets that are wanted, told in words, placed."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pch_desktop.exports.board import Pack
from pch_desktop.exports.illustrating import illustrated, rasters
from pch_desktop.exports.making import Wanted, make
from pch_desktop.exports.preview import only, pages
from pch_desktop.store.locality_file import LocalityFile
from tests.exports.books import parts

RECTANGLE = (
    b"<svg xmlns='http://www.w3.org/2000/svg' width='72' height='36'>"
    b"<rect width='72' height='36' fill='blue'/></svg>"
)


@pytest.fixture(scope="module")
def drawn(gathered: Pack, sample: LocalityFile) -> Pack:
    """The sample's pack of one sheet with its picture."""
    told: list[str] = []
    made = illustrated(sample, only(gathered, "Bridge"), told.append)
    assert told == ["the picture of Bridge"]
    return made


def test_only_the_pictures_of_wanted_sheets_are_drawn(drawn: Pack) -> None:
    (picture,) = drawn.pictures
    assert picture.on == "Bridge"
    assert 40 <= len(picture.alt_text) <= 400
    assert re.search(r"\d", picture.alt_text)
    assert picture.svg.startswith(b"<?xml")
    with Image.open(BytesIO(picture.png)) as png:
        assert png.mode == "P"
        assert png.width > 1000


def test_a_drawing_is_rastered_at_its_own_size() -> None:
    (png,) = rasters([RECTANGLE])
    with Image.open(BytesIO(png)) as picture:
        assert picture.size in {(112, 56), (113, 57)}  # 54 points by 27, at 150 to the inch
        assert picture.convert("RGB").getpixel((50, 20)) == (0, 0, 255)
    assert rasters([]) == []


def test_a_picture_stands_in_the_workbook_with_its_words(drawn: Pack, tmp_path: Path) -> None:
    (path,) = make(drawn, Wanted(left_out=drawn.left_out), tmp_path)
    words = [
        shape.attrib["descr"]
        for part in parts(path, "xl/drawings/drawing").values()
        for shape in part.iter()
        if "descr" in shape.attrib
    ]
    assert drawn.pictures[0].alt_text in words


def test_a_sheet_is_previewed_as_it_is_printed(drawn: Pack) -> None:
    made = pages(drawn, "Bridge")
    assert len(made) >= 1
    with Image.open(BytesIO(made[0])) as page:
        assert page.width > page.height
    (cover,) = pages(only(drawn, ""), "Cover")
    assert cover.startswith(b"\x89PNG")
