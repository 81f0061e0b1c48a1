"""A pack is issued, figures change, it is corrected, and the first is made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pch_desktop.domain.board_pack import Audience, Edition, Words
from pch_desktop.domain.board_seal import short
from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports import issuing, pack
from pch_desktop.exports.audience import for_audience
from pch_desktop.exports.board import Pack
from pch_desktop.exports.frozen import freeze
from pch_desktop.store import board, budget, checking
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.names_held import names_held
from tests import localities
from tests.exports.books import cells
from tests.exports.conftest import OCTOBER

SEPTEMBER = OCTOBER.plus(-1)
PREPARER = "J. Wren, locality office"
WHY = "The price of one line was entered twice"


@dataclass(frozen=True, slots=True)
class Story:
    """A month issued, changed by undo and redo too, refused without a reason, issued again."""

    file: LocalityFile
    first: Pack
    steps: int
    """How many there were before."""
    read: Pack
    """As it was gathered before it was issued again."""
    second: Pack
    cells: dict[Any, Any]
    """Those of the first."""
    refused: str
    """What was said of a correction without a reason."""


def issue(file: LocalityFile, reason: str = "", month: Month = OCTOBER) -> Pack:
    made = pack.gather(file, month, localities.NOON)
    return issuing.issue_pack(file, made, reason, "Jo Wren", localities.NOON)


def spend(file: LocalityFile, pence: int, month: Month = OCTOBER) -> None:
    line = file.read(budget.lines, month)[0]
    file.edit("Enter an actual", budget.set_actual, line.id, month, pence)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Generator[Story]:
    """The story, told once."""
    folder = tmp_path_factory.mktemp("issued")
    file = localities.sample(folder / "Marsh Valley.pch")
    steps = file.changes()[0].id
    first = issue(file)
    before = cells(pack.write_pack(first, folder))
    spend(file, 77_000_00)
    spend(file, 99_000_00)
    file.undo()
    file.redo()
    file.edit("Write", board.set_words, OCTOBER, Words.CHAIR, "All is otherwise now.")
    file.edit("Write", board.set_words, OCTOBER, Words.PREPARED, PREPARER)
    made = pack.gather(file, OCTOBER, localities.NOON)
    with pytest.raises(Refusal) as refused:
        issuing.issue_pack(file, made, "  ", "Jo Wren", localities.NOON)
    second = issuing.issue_pack(file, made, WHY, "Jo Wren", localities.NOON)
    yield Story(file, first, steps, made, second, before, str(refused.value))
    file.close()


@pytest.fixture
def small(path: Path) -> Generator[LocalityFile]:
    """A file of three nurses."""
    file = localities.made(path)
    yield file
    file.close()


def test_an_issued_pack_is_made_again_cell_by_cell_after_the_data_have_moved_on(
    story: Story, tmp_path: Path
) -> None:
    story.file.save_copy(tmp_path / "again.pch")
    again = localities.opened(tmp_path / "again.pch")
    newest, oldest = again.read(board.issued)
    assert (newest.edition, oldest.edition) == (Edition(1, 1), Edition(1, 0))
    assert freeze(issuing.remade(again, newest.id)) == freeze(story.second)
    assert cells(pack.write_pack(issuing.remade(again, oldest.id), tmp_path)) == story.cells
    again.close()
    assert checking.check(again.path) == []


def test_the_first_pack_says_its_edition_its_seal_and_what_it_rests_on(story: Story) -> None:
    first, cover = story.first, dict(story.first.cover)
    assert cover["Edition"].startswith("v1.0, ")
    assert f"History of {story.steps} steps" in cover["Fingerprint"]
    assert first.issue is not None
    printed = short(first.issue.fingerprint)
    assert printed.replace(" ", "") == first.issue.fingerprint[:12]
    assert cover["Fingerprint"].startswith(printed)
    assert first.seal_words == f"v1.0  {printed}"
    assert printed in str(first.definitions.rows[-1].values)
    assert "stays open until earlier months are closed" in cover["Closing"]
    assert "DRAFT" not in first.marking
    assert first.file_name.endswith("2016-10 v1.0.xlsx")


def test_a_correction_needs_a_reason_and_lists_sheet_row_column_was_and_is(story: Story) -> None:
    assert "why v1.1 corrects" in story.refused
    line = story.file.read(budget.lines, OCTOBER)[0].name
    listed, changed, work = story.second.since
    assert listed.title == "Corrections"
    assert WHY in "".join(listed.notes)
    assert dict(story.second.cover)["Edition"].endswith(f"Corrected because: {WHY}")
    cell = next(row.values for row in listed.rows if row.values[1:3] == (line, "Month actual"))
    assert (cell[0], cell[-1]) == ("Finance", 99_000_00)
    assert changed.rows[0].values[0] == "Headline"
    assert any("actual" in str(row.values) for row in changed.rows)
    assert work.rows[0].values[-2:] == ("Jo Wren", "Enter an actual")


def test_the_chairs_own_words_stand_on_the_page_and_without_them_the_rules(story: Story) -> None:
    first, second = story.first.front[0], story.second.front[0]
    assert "Made by rule" in "".join(first.notes)
    assert second.rows[0].values[1] == "All is otherwise now."
    assert second.notes == ()
    assert [row.values[0] for row in second.rows][-2:] == ["What is asked", "What changed"]


def test_who_did_what_is_told_where_names_are_ticked_and_what_changed_never_in_public(
    story: Story,
) -> None:
    called = story.file.read(names_held)
    nameless = for_audience(story.read, Audience.BOARD, called)
    _, work = nameless.since
    assert not {"who", "labels"} & {column.key for column in work.columns}
    assert dict(nameless.cover)["Prepared by"] == PREPARER
    public = for_audience(story.read, Audience.PUBLIC, called)
    assert public.since == ()
    assert "Prepared by" not in dict(public.cover)
    page = {row.values[0]: row.values[1] for row in public.front[0].rows}
    assert "What changed" not in page
    assert page["Summary"] == "All is otherwise now."
    issued = issuing.differences(story.file, 1, nameless)
    assert "Finance" in [each.sheet for each in issued]


def test_issuing_is_past_undoing_and_undo_goes_on_before_and_after(small: LocalityFile) -> None:
    issue(small)
    assert small.to_undo is not None
    assert small.to_undo.label == "Seed"
    small.edit("Write", board.set_words, OCTOBER, Words.ASKED, "To agree.")
    small.undo()
    small.redo()
    assert len(small.read(board.issued)) == 1
    assert small.read(localities.findings) == []


def test_a_pack_read_before_a_change_is_not_issued_but_sheets_may_be_chosen(
    small: LocalityFile,
) -> None:
    read = pack.gather(small, OCTOBER, localities.NOON)
    small.edit("Leave out", board.leave_out, ["Beds"])
    assert issuing.issue_pack(small, read, "", "Jo Wren", localities.NOON).issue is not None
    read = pack.gather(small, OCTOBER, localities.NOON)
    small.edit("Write", board.set_words, OCTOBER, Words.ASKED, "To agree.")
    with pytest.raises(Refusal, match="has changed since this pack was read"):
        issuing.issue_pack(small, read, "Again", "Jo Wren", localities.NOON)
    assert len(small.read(board.issued)) == 1


def test_a_copy_changed_outside_is_refused_and_found_by_a_check(small: LocalityFile) -> None:
    issue(small)
    small.close()
    with closing(sqlite3.connect(small.path)) as other:
        other.execute("UPDATE issued_pack SET contents = replace(contents, 'nurse', 'nurze')")
        other.commit()
    again = localities.opened(small.path)
    with pytest.raises(Refusal, match="changed outside this program: its fingerprint"):
        issuing.remade(again, 1)
    again.close()
    assert [found.is_damage for found in checking.check(small.path)] == [True]


def test_each_audience_has_editions_of_its_own(small: LocalityFile) -> None:
    issue(small)
    assert small.read(board.next_edition, OCTOBER, Audience.PUBLIC) == Edition(1, 0)
    assert small.read(board.next_edition, OCTOBER, Audience.BOARD) == Edition(1, 1)
    assert small.read(board.last_issued, SEPTEMBER, Audience.BOARD) is None


def test_a_month_that_can_be_closed_is_closed_as_it_is_issued_and_the_next_is_held_beside_it(
    path: Path,
) -> None:
    file = localities.sample(path)
    for month in SEPTEMBER.financial_year.months[: SEPTEMBER.number - 1]:
        file.edit("Close", budget.close_month, month, localities.NOON)
    cover = dict(issue(file, month=SEPTEMBER).cover)
    assert cover["Closing"] == "September 2016 is closed with this pack."
    assert file.read(budget.closings)[0].kind is ClosingKind.CLOSED
    assert file.to_undo is not None
    assert file.to_undo.label == "Close September 2016"
    file.edit("Reopen", budget.reopen_month, SEPTEMBER, "A late invoice", localities.NOON)
    spend(file, 77_000_00, SEPTEMBER)
    changed = pack.gather(file, OCTOBER, localities.NOON).since[0]
    told = [row.values for row in changed.rows]
    assert {"Headline", "Registers", "Restated"} == {row[0] for row in told}
    assert all(row[1] != "Summary" for row in told if row[0] == "Restated")
    assert "September 2016" in changed.notes[1]
    assert ("Registered population", 41_213, 41_280) in [
        (row[2], row[4], row[5]) for row in told if row[0] == "Headline"
    ]
    file.close()
