from __future__ import annotations

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.workforce import Post
from pch_desktop.store import locality, trail
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.trail import Change, ColumnChange
from tests.localities import many, opened, seed, set_cost, state


def labels(file: LocalityFile) -> list[str]:
    return [change.label for change in file.changes()]


def test_what_is_edited_is_read_and_stays_when_the_file_is_opened_again(
    file: LocalityFile, path: Path
) -> None:
    file.edit("Name the locality", locality.name_locality, "Marsh Valley")
    assert file.read(locality.locality).name == "Marsh Valley"
    file.close()
    file = opened(path)
    assert file.read(locality.locality).name == "Marsh Valley"
    assert (file.reason, file.path) == (None, path)
    file.close()


def test_an_edit_gives_back_what_its_command_does(file: LocalityFile) -> None:
    def add(session: Session) -> int:
        seed(session)
        return 3

    assert file.edit("Seed", add) == 3


def test_an_edit_that_fails_leaves_no_step_no_rows_and_nobody_is_told(file: LocalityFile) -> None:
    file.edit("Seed", seed)
    before = file.read(state)
    heard: list[frozenset[str]] = []
    file.listen(heard.append)
    with pytest.raises(IntegrityError):
        file.edit("Seed again", seed)
    with pytest.raises(IntegrityError):
        file.edit("Less than nothing", set_cost, 1, -1)
    assert (labels(file), file.read(state), heard) == (["Seed"], before, [])


def test_a_commit_that_fails_leaves_no_step_no_rows_and_nobody_is_told(file: LocalityFile) -> None:
    def orphan(session: Session) -> None:
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.execute(text("UPDATE post SET role_id = 99"))

    file.edit("Seed", seed)
    before = file.read(state)
    heard: list[frozenset[str]] = []
    file.listen(heard.append)
    with pytest.raises(IntegrityError):
        file.edit("Orphan", orphan)
    assert (labels(file), file.read(state), heard) == (["Seed"], before, [])
    file.edit("Cost", set_cost, 1, 5)
    assert labels(file) == ["Cost", "Seed"]


def test_an_edit_that_changes_nothing_leaves_no_step(file: LocalityFile) -> None:
    file.edit("Seed", seed)
    file.edit("Same cost", set_cost, 1, 40_000_00)
    assert labels(file) == ["Seed"]


def test_listeners_hear_which_tables_changed_until_they_listen_no_more(file: LocalityFile) -> None:
    heard: list[frozenset[str]] = []
    file.edit("Seed", seed)
    file.listen(heard.append)
    file.edit("Delete posts", lambda session: session.delete(session.get_one(Post, 1)))
    file.undo()
    file.unlisten(heard.append)
    file.redo()
    assert heard == [frozenset({"post", "assignment"})] * 2


def test_a_listener_may_read_and_may_stop_listening(file: LocalityFile) -> None:
    heard: list[str] = []

    def once(_: frozenset[str]) -> None:
        heard.append(file.read(locality.locality).name)
        file.unlisten(once)

    file.listen(once)
    file.edit("Name", locality.name_locality, "Marsh Valley")
    file.edit("Name", locality.name_locality, "Marsh Valley South")
    assert heard == ["Marsh Valley"]


def test_the_trail_says_who_changed_what_when_from_what_to_what(file: LocalityFile) -> None:
    file.edit("Seed", seed)
    file.edit("Cost of N1", set_cost, 1, 41_000_00)
    (newest, seeded) = file.changes()
    assert (newest.label, newest.who, newest.rows_changed) == ("Cost of N1", "Jo Wren", 1)
    (row,) = file.read(trail.step_rows, newest.id)
    assert (row.table_name, row.subject, row.change) == ("post", "Nurse O'Neil 1", Change.CHANGED)
    assert row.columns == (ColumnChange("annual_cost_pence", 40_000_00, 41_000_00),)
    rows = file.read(trail.step_rows, seeded.id)
    assert {row.change for row in rows} == {Change.ADDED}
    post = next(row for row in rows if row.table_name == "post")
    assert ColumnChange("role_id", None, "Nurse 100% ':x'") in post.columns
    assert [change.id for change in file.changes(limit=1, before=newest.id)] == [seeded.id]


def test_the_trail_of_one_row_tells_what_undo_did_to_it(file: LocalityFile) -> None:
    file.edit("Seed", seed)
    file.edit("Cost", set_cost, 1, 41_000_00)
    file.undo()
    undone, done, _ = file.read(trail.row_history, "post", 1)
    cost = "annual_cost_pence"
    assert undone.label == "Undo Cost"
    assert undone.row.columns == (ColumnChange(cost, 41_000_00, 40_000_00),)
    assert done.row.columns == (ColumnChange(cost, 40_000_00, 41_000_00),)
    assert file.read(trail.step_rows, undone.id)[0].columns == undone.row.columns


def test_what_another_program_changed_is_shown_and_not_written_over(
    file: LocalityFile, path: Path
) -> None:
    file.edit("Seed", seed)
    heard: list[frozenset[str]] = []
    file.listen(heard.append)
    with closing(connect(path)) as stranger:
        stranger.execute("UPDATE post SET annual_cost_pence = 7 WHERE id = 1")
        stranger.commit()
    with pytest.raises(Refusal, match="Another program changed the file"):
        file.edit("Cost", set_cost, 2, 5)
    assert len(heard) == 1
    assert "post" in heard[0]
    file.edit("Cost", set_cost, 2, 5)
    assert not file.refresh()
    file.undo()
    with pytest.raises(Refusal, match="changed by another program"):
        file.undo()


def test_a_query_runs_in_one_transaction_and_may_not_write(file: LocalityFile, path: Path) -> None:
    file.edit("Seed", seed)
    file.read(set_cost, 1, 5)
    assert file.read(lambda session: session.get_one(Post, 1).annual_cost_pence) == 40_000_00


def test_a_file_that_may_only_be_read_refuses_edits_with_the_reason(
    file: LocalityFile, path: Path
) -> None:
    file.edit("Seed", seed)
    second = opened(path, "Kim Reed")
    assert second.reason
    for act in (second.undo, second.redo, second.shrink):
        with pytest.raises(Refusal, match="only be read"):
            act()
    with pytest.raises(Refusal, match="only be read"):
        second.edit("Cost", set_cost, 1, 5)
    heard: list[frozenset[str]] = []
    second.listen(heard.append)
    file.edit("Cost", set_cost, 1, 5)
    assert second.refresh()
    assert heard
    assert second.read(lambda session: session.get_one(Post, 1).annual_cost_pence) == 5
    second.close()


def test_a_name_that_sql_would_choke_on_is_just_a_name(file: LocalityFile) -> None:
    name = "%_'\";-- :x ? é 🏥"
    file.edit(name, locality.name_locality, name)
    file.undo()
    file.redo()
    assert file.read(locality.locality).name == name
    assert labels(file)[-1] == name


def test_a_copy_holds_what_the_file_holds(file: LocalityFile, tmp_path: Path) -> None:
    file.edit("Seed", seed)
    file.edit("Many", many, 10)
    target = tmp_path / "copy.pch"
    file.save_copy(target)
    copy = opened(target)
    assert copy.read(state) == file.read(state)
    copy.undo()
    copy.close()
    assert len(labels(file)) == 2


def test_a_file_is_backed_up_once_and_again_when_it_changed(
    file: LocalityFile, profile: Path
) -> None:
    def copies() -> int:
        return len(list(profile.rglob("*.pch")))

    assert file.back_up("before-import") is None
    assert file.back_up("before-import") is None
    assert copies() == 1
    file.edit("Name it", locality.name_locality, "Fen Edge")
    assert file.back_up("closing") is None
    assert copies() == 2
