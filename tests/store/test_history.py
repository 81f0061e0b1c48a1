from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, text
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice
from pch_desktop.models.workforce import Person, Post
from pch_desktop.store import history
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import NOON, findings, made, many, opened, seed, set_cost, state

MOST_GROWTH = 1.2
"""How much an undo and a redo may add to a file, as a share of it."""


@pytest.fixture
def file(path: Path) -> LocalityFile:
    """A file with three nurses, which each test closes where it matters."""
    return made(path)


def delete_practices(session: Session) -> None:
    session.execute(delete(Practice))


def delete_people(session: Session) -> None:
    session.execute(delete(Person))


def labels(file: LocalityFile) -> list[str]:
    return [change.label for change in file.changes()]


def stored_changes(session: Session) -> int:
    return session.execute(text("SELECT count(*) FROM row_change")).scalar_one()


@pytest.mark.parametrize("command", [delete_people, delete_practices])
def test_what_a_key_took_along_is_undone_and_redone(file: LocalityFile, command: object) -> None:
    assert command in {delete_people, delete_practices}
    before = file.read(state)
    if command is delete_people:
        file.edit("Delete", delete_people)
        assert file.read(state)["assignment"] == []
    else:
        file.edit("Delete", delete_practices)
        assert {row.practice_id for row in file.read(posts)} == {None}
    after = file.read(state)
    for _ in range(2):
        file.undo()
        assert file.read(state) == before
        file.redo()
        assert file.read(state) == after
    assert file.read(findings) == []


def posts(session: Session) -> list[Post]:
    return list(session.query(Post))


def test_an_edit_that_puts_a_child_in_before_its_parent_is_undone_and_redone(
    file: LocalityFile,
) -> None:
    def child_first(session: Session) -> None:
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.execute(
            text(
                "INSERT INTO assignment (id, post_id, person_id, contract_kind, starts_on,"
                " weekly_minutes) VALUES (9, 1, 9, 'permanent', '2016-04-01', 600)"
            )
        )
        session.execute(
            text("INSERT INTO person (id, name, professional_body) VALUES (9, 'Late', 'none')")
        )

    before = file.read(state)
    file.edit("Child first", child_first)
    after = file.read(state)
    for _ in range(2):
        file.undo()
        assert file.read(state) == before
        file.redo()
        assert file.read(state) == after


def test_rows_that_change_places_are_put_back(file: LocalityFile) -> None:
    def swap(session: Session) -> None:
        for old, new in (("N1", "x"), ("N2", "N1"), ("x", "N2")):
            session.execute(
                text("UPDATE post SET reference = :new WHERE reference = :old"),
                {"old": old, "new": new},
            )

    before = file.read(state)
    file.edit("Swap references", swap)
    assert file.read(state) != before
    file.undo()
    assert file.read(state) == before


def test_an_edit_that_numbers_rows_anew_is_undone_too(file: LocalityFile) -> None:
    def renumber(session: Session) -> None:
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        session.execute(text("UPDATE role SET id = 9"))
        session.execute(text("UPDATE post SET role_id = 9"))

    before = file.read(state)
    file.edit("Renumber", renumber)
    after = file.read(state)
    file.undo()
    assert file.read(state) == before
    file.redo()
    assert file.read(state) == after


def test_undo_and_redo_work_after_closing_and_opening(file: LocalityFile, path: Path) -> None:
    before = file.read(state)
    file.edit("Cost", set_cost, 1, 5)
    after = file.read(state)
    file.close()
    file = opened(path)
    file.undo()
    assert file.read(state) == before
    file.close()
    file = opened(path)
    file.redo()
    assert file.read(state) == after
    file.close()


def test_nothing_is_forgotten_and_every_line_says_who_and_what(file: LocalityFile) -> None:
    file.edit("Cost", set_cost, 1, 5)
    file.undo()
    file.edit("Other cost", set_cost, 1, 6)
    file.undo()
    file.redo()
    assert labels(file) == [
        "Redo Other cost", "Undo Other cost", "Other cost", "Undo Cost", "Cost", "Seed",
    ]  # fmt: skip
    assert {change.who for change in file.changes()} == {"Jo Wren"}
    assert {change.at for change in file.changes()} == {NOON}
    assert file.read(findings) == []


def test_the_menu_says_what_would_be_undone_and_redone(file: LocalityFile) -> None:
    file.edit("Cost", set_cost, 1, 5)
    assert (file.to_undo, file.to_redo) == (history.Edit(2, "Cost"), None)
    file.undo()
    assert (file.to_undo, file.to_redo) == (history.Edit(1, "Seed"), history.Edit(2, "Cost"))


def test_a_new_edit_ends_redo(file: LocalityFile) -> None:
    file.edit("Cost", set_cost, 1, 5)
    file.undo()
    file.edit("Other cost", set_cost, 2, 6)
    with pytest.raises(Refusal, match="nothing to redo"):
        file.redo()


def test_undo_stops_at_the_beginning(file: LocalityFile) -> None:
    file.undo()
    with pytest.raises(Refusal, match="nothing to undo"):
        file.undo()
    assert labels(file) == ["Undo Seed", "Seed"]


def test_undo_and_redo_stop_at_a_migration(file: LocalityFile) -> None:
    def migrated(session: Session) -> None:
        history.mark_migration(session.connection(), NOON, "Jo Wren", 2, 3)

    file.edit("Cost", set_cost, 1, 5)
    file.edit("Other cost", set_cost, 2, 6)
    file.undo()
    file.edit("Migrate", migrated)
    assert labels(file)[0] == "Brought the file from format 2 to 3"
    for act in (file.undo, file.redo):
        with pytest.raises(Refusal, match="nothing to"):
            act()
    file.edit("Cost", set_cost, 1, 7)
    file.undo()
    assert file.to_undo is None
    assert file.read(findings) == []


def test_undo_and_redo_write_no_row_down_a_second_time(file: LocalityFile) -> None:
    file.edit("Many", many, 50)
    stored = file.read(stored_changes)
    for _ in range(3):
        file.undo()
        file.redo()
    assert file.read(stored_changes) == stored
    assert file.changes()[0].rows_changed == 50


def test_a_hundred_thousand_rows_put_in_undone_and_redone_add_little_to_the_file(
    file: LocalityFile, path: Path
) -> None:
    file.edit("Many", many, 100_000)
    size = path.stat().st_size
    file.undo()
    assert len(file.read(state)["actual"]) == 0
    file.redo()
    assert len(file.read(state)["actual"]) == 100_000
    assert path.stat().st_size < size * MOST_GROWTH
    file.close()


def test_after_an_undo_changes_are_recorded_again(file: LocalityFile) -> None:
    file.edit("Cost", set_cost, 1, 5)
    file.undo()
    file.edit("Cost", set_cost, 1, 6)
    file.undo()
    assert file.read(state) == file.read(state)
    assert [row.annual_cost_pence for row in file.read(posts)] == [40_000_00] * 3


def test_an_undo_that_is_refused_leaves_everything_and_goes_on_recording(
    file: LocalityFile,
) -> None:
    file.edit("Cost", set_cost, 1, 5)

    def behind(session: Session) -> None:
        session.execute(text("UPDATE temp.recording SET is_on = 0"))
        session.execute(text("UPDATE post SET annual_cost_pence = 7 WHERE id = 1"))
        session.execute(text("UPDATE temp.recording SET is_on = 1"))

    file.edit("Behind the history's back", behind)
    with pytest.raises(Refusal, match="changed by another program"):
        file.undo()
    assert labels(file) == ["Cost", "Seed"]
    file.edit("Cost of another", set_cost, 2, 5)
    file.undo()
    assert labels(file)[:2] == ["Undo Cost of another", "Cost of another"]


def test_an_undo_that_would_leave_a_row_pointing_at_nothing_is_refused(file: LocalityFile) -> None:
    def partner(session: Session) -> None:
        found = session.get_one(Partner, 1)
        session.add(Partner(id=2, name="Another", kind=found.kind, sector=found.sector))

    def behind(session: Session) -> None:
        session.execute(text("UPDATE temp.recording SET is_on = 0"))
        session.execute(text("UPDATE post SET employer_id = 2 WHERE id = 1"))
        session.execute(text("UPDATE temp.recording SET is_on = 1"))

    file.edit("Partner", partner)
    file.edit("Behind the history's back", behind)
    before = file.read(state)
    with pytest.raises(Refusal, match="changed by another program"):
        file.undo()
    assert file.read(state) == before


def test_keys_are_enforced_again_after_an_undo(file: LocalityFile) -> None:
    file.edit("Cost", set_cost, 1, 5)
    file.undo()
    file.edit("Delete", delete_people)
    assert file.read(state)["assignment"] == []


def test_an_empty_file_has_nothing_to_undo(path: Path, tmp_path: Path) -> None:
    file = made(tmp_path / "other.pch")
    file.undo()
    file.edit("Seed", seed)
    assert labels(file) == ["Seed", "Undo Seed", "Seed"]
    file.close()
