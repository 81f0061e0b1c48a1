"""A pack in several formats: all of them or none, under a name every disk takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports import making
from pch_desktop.exports.board import Pack, Step
from pch_desktop.exports.making import MONTH_BAND, Stopped, Wanted, for_paper, make
from pch_desktop.exports.names import LONGEST_STEM, checked_stem


def plainly(path: Path, pack: Pack, step: Step) -> None:
    """Write a line instead of a pack."""
    step("Cover")
    path.write_text(f"{pack.place}, {len(pack.tables)} sheets", encoding="utf-8")


@pytest.fixture
def formats(monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Three formats that are quickly written."""
    made = dict.fromkeys(("one", "two", "three"), plainly)
    monkeypatch.setattr(making, "WRITERS", made)
    return tuple(made)


def test_every_format_stands_in_the_folder_under_one_name(
    gathered: Pack, formats: tuple[str, ...], tmp_path: Path
) -> None:
    told: list[str] = []
    paths = make(gathered, Wanted(formats, stem="Thursday's pack"), tmp_path, told.append)
    assert [path.name for path in paths] == [f"Thursday's pack.{each}" for each in formats]
    assert told == ["Cover"] * len(formats)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in paths}


def test_cancelling_in_the_last_format_leaves_none_of_them(
    gathered: Pack, formats: tuple[str, ...], tmp_path: Path
) -> None:
    former = tmp_path / f"{gathered.file_stem}.one"
    former.write_text("the former pack", encoding="utf-8")
    begun: list[str] = []

    def stop(title: str) -> None:
        begun.append(title)
        if len(begun) == len(formats):
            raise Stopped

    with pytest.raises(Stopped):
        make(gathered, Wanted(formats), tmp_path, stop)
    assert list(tmp_path.iterdir()) == [former]
    assert former.read_text(encoding="utf-8") == "the former pack"


def test_a_former_file_that_cannot_be_opened_is_told_before_any_work(
    gathered: Pack, formats: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = tmp_path / f"{gathered.file_stem}.two"
    former.write_text("the former pack", encoding="utf-8")
    usual: Any = Path.open

    def opened(self: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if self == former and mode == "r+b":
            raise PermissionError(13, "in use", str(self))
        return usual(self, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", opened)
    told: list[str] = []
    with pytest.raises(Refusal, match=r"\.two is open in another program"):
        make(gathered, Wanted(formats), tmp_path, told.append)
    assert (told, list(tmp_path.iterdir())) == ([], [former])


def test_a_folder_or_a_format_that_is_not_there_is_named(gathered: Pack, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="There is no folder"):
        make(gathered, Wanted(), tmp_path / "gone")
    with pytest.raises(Refusal, match="The format “odt” is not known"):
        make(gathered, Wanted(("odt",)), tmp_path)
    (tmp_path / f"{gathered.file_name}").mkdir()
    with pytest.raises(Refusal, match="There is a folder called"):
        make(gathered, Wanted(), tmp_path)


@pytest.mark.parametrize(
    "name", ["../board", "a/b", "C:pack", "..", "  ", "CON", "nul.xlsx", "com¹", "a\x00b", 'a"b']
)
def test_a_name_that_leads_elsewhere_or_that_windows_keeps_is_refused(name: str) -> None:
    with pytest.raises(Refusal, match=r"name|Leave out"):
        checked_stem(name)


@given(st.text(max_size=400))
def test_a_name_that_is_taken_stays_in_its_folder(name: str) -> None:
    try:
        stem = checked_stem(name)
    except Refusal:
        return
    assert stem
    assert Path(f"{stem}.xlsx").name == f"{stem}.xlsx"
    assert len(stem.encode()) <= LONGEST_STEM
    assert stem == stem.strip()


def test_a_version_for_paper_does_without_the_month_s_own_columns(
    gathered: Pack, tmp_path: Path
) -> None:
    finance = next(table for table in for_paper(gathered).tables if table.title == "Finance")
    assert any(column.band == MONTH_BAND for column in finance.columns)
    few = frozenset(table.title for table in gathered.tables) - {"Finance"}
    (path,) = make(gathered, Wanted(left_out=few, for_paper=True), tmp_path)
    book = load_workbook(path)
    assert book.sheetnames == ["Cover", "Contents", "Summary", "Finance", "Definitions"]
    heads = [cell.value for cell in book["Finance"][4]]
    assert not any(str(head).startswith("Month ") for head in heads)
    assert {"YTD budget", "Forecast variance"} <= set(heads)


def test_a_pack_that_was_not_issued_says_draft_and_whom_it_is_for(
    gathered: Pack, tmp_path: Path
) -> None:
    assert gathered.is_draft
    assert gathered.marking == "DRAFT  OFFICIAL"
    few = frozenset(table.title for table in gathered.tables)
    (path,) = make(gathered, Wanted(left_out=few), tmp_path)
    head = load_workbook(path)["Summary"].oddHeader
    assert head is not None
    assert "DRAFT" in str(head.right.text)
