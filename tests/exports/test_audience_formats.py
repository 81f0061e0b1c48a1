"""The public's copy in every format: no name and no true count in any part of it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
    TextStringObject,
)

from pch_desktop.domain.board_pack import Audience
from pch_desktop.exports.audience import for_audience
from pch_desktop.exports.board import Pack
from pch_desktop.exports.making import Wanted, make, prepared
from pch_desktop.reports.table import Column, Table
from pch_desktop.reports.told import told

TRUE = ("10,199", "attended 604", "634 people")
"""What the sample's own sheets and sentences tell of people."""

SHEETS = frozenset(
    {
        "Data quality", "Definitions", "Engagement", "Establishment", "Finance", "Forums",
        "Outturn risks", "Partners", "Risks", "Services", "Summary", "Waits", "Who is in charge",
    }
)  # fmt: skip
"""Where names and counts of people stand, or stood."""


@pytest.fixture(scope="module")
def files(
    gathered: Pack, called: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The public's copy in each format; names were asked for, and are not given."""
    others = frozenset(table.title for table in gathered.every_table) - SHEETS
    wanted = Wanted(("pdf", "docx"), Audience.PUBLIC, with_names=True, left_out=others,
                    called=called)  # fmt: skip
    made = make(gathered, wanted, tmp_path_factory.mktemp("formats"))
    return {path.suffix: path for path in made}


def told_in(words: str, called: dict[str, str]) -> list[str]:
    """Return the names and true counts that stand in a text."""
    tokens = set(re.findall(r"\w+", words))
    near = (name for name in called if re.findall(r"\w+", name)[-1] in tokens)
    return [each for each in (*near, *TRUE) if each in words]


def parts_of(path: Path) -> Iterator[str]:
    """Yield every string and every stream of a PDF: pages, bookmarks, alt text, properties."""
    reader = PdfReader(path)
    for page in reader.pages:
        yield page.extract_text()
    for number in range(1, len(reader.xref.get(0, {})) + len(reader.xref_objStm) + 1):
        found: Any = reader.get_object(IndirectObject(number, 0, reader))
        yield from strings(found)


def strings(found: Any) -> Iterator[str]:
    """Yield the strings within an object of a PDF."""
    if isinstance(found, (TextStringObject, ByteStringObject)):
        yield str(found)
    elif isinstance(found, (DictionaryObject, ArrayObject)):
        inside: Any = found.values() if isinstance(found, DictionaryObject) else found
        for each in cast("Iterable[Any]", inside):
            yield from strings(each)
    if isinstance(found, StreamObject) and found.get("/Subtype") != "/Image":
        yield found.get_data().decode("latin-1")


def test_no_name_or_true_count_is_in_any_part_of_the_pdf(
    files: dict[str, Path], called: dict[str, str]
) -> None:
    words = "\n".join(parts_of(files[".pdf"]))
    assert "10,200" in words and "Counts of people in public" in words
    assert told_in(words, called) == []


def test_no_name_or_true_count_is_in_any_part_of_the_document(
    files: dict[str, Path], called: dict[str, str]
) -> None:
    with zipfile.ZipFile(files[".docx"]) as document:
        words = "\n".join(document.read(name).decode("latin-1") for name in document.namelist())
    assert "10,200" in words
    assert told_in(words, called) == []


def test_what_is_prepared_for_somebody_is_what_they_may_see(
    gathered: Pack, called: dict[str, str]
) -> None:
    wanted = Wanted(audience=Audience.PUBLIC, called=called)
    assert prepared(gathered, wanted).audience is Audience.PUBLIC
    assert "Establishment" not in {table.title for table in prepared(gathered, wanted).every_table}
    ten = dict(prepared(gathered, replace(wanted, threshold=10)).cover)
    assert "* stands for 1 to 10" in ten["Counts of people in public"]


def test_what_is_taken_without_the_public_is_not_in_its_copy(
    gathered: Pack, called: dict[str, str]
) -> None:
    rows = ((1, "Budget"), (2, "A dispute"))
    column: Column[tuple[int, str]] = Column("title", "Line", lambda row: row[1])
    agenda = told(Table("Agenda", (column,), rows, private=lambda row: row[0] == 2))
    pack = replace(gathered, appendices=(agenda,))
    seen = {
        audience: [row.values[0] for row in for_audience(pack, audience, called).appendices[0].rows]
        for audience in Audience
    }
    assert seen[Audience.BOARD] == seen[Audience.INTERNAL] == ["Budget", "A dispute"]
    assert seen[Audience.PUBLIC] == ["Budget"]
