from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from sqlite3 import connect

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.workforce import Assignment, Person
from pch_desktop.store import checking, erasure, trail
from pch_desktop.store.chain import Finding, Flaw
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.trail import Change
from tests.localities import NOON, findings, holder, made, many, opened, set_cost, state

NAME = "Ann Example-Person"
LATER = NOON + timedelta(days=400)


@pytest.fixture
def file(path: Path) -> LocalityFile:
    file = made(path)
    file.edit(f"Add {NAME}", add)
    file.edit("Cost", set_cost, 1, 5)
    return file


def add(session: Session) -> None:
    session.add(Person(id=9, name=NAME, work_email="ann.example@example.org", birth_year=1970))
    session.flush()
    session.get_one(Assignment, 3).person_id = 9


def test_what_is_known_of_one_person_is_erased_and_the_chain_still_adds_up(
    file: LocalityFile, path: Path
) -> None:
    file.edit("Erase a person", erasure.erase_person, 9)
    erased = [Finding(step, Flaw.ERASED) for step in (2, 4)]
    assert file.read(findings) == erased
    file.close()
    assert b"Ann Example" not in path.read_bytes()
    assert b"ann.example" not in path.read_bytes()
    found = checking.check(path)
    assert [finding.is_damage for finding in found] == [False, False]
    assert "erased" in found[0].words


def test_an_erased_person_keeps_their_hours_and_post(file: LocalityFile) -> None:
    before = file.read(state)["assignment"]
    file.edit("Erase a person", erasure.erase_person, 9)
    assert file.read(state)["assignment"] == before
    person = file.read(lambda session: session.get_one(Person, 9))
    assert (person.name, person.work_email, person.birth_year) == ("Erased person", None, None)


def test_an_erased_step_can_no_longer_be_undone_but_later_ones_can(
    file: LocalityFile, path: Path
) -> None:
    file.edit("Erase a person", erasure.erase_person, 9)
    file.close()
    file = opened(path)
    file.undo()
    assert file.changes()[0].label == "Undo Cost"
    with pytest.raises(Refusal, match="were erased, so it is past undoing"):
        file.undo()
    assert file.read(findings) == [Finding(step, Flaw.ERASED) for step in (2, 4)]
    file.close()


def test_the_trail_says_erased_and_names_nobody(file: LocalityFile) -> None:
    file.edit("Erase a person", erasure.erase_person, 9)
    assert NAME not in "".join(change.label for change in file.changes())
    rows = file.read(trail.step_rows, 2)
    person = next(row for row in rows if row.table_name == "person")
    assert (person.change, person.columns, person.subject) == (Change.ERASED, (), "#9")


def test_an_erased_row_cannot_be_passed_off_as_another(file: LocalityFile, path: Path) -> None:
    file.edit("Erase a person", erasure.erase_person, 9)
    with closing(connect(path)) as stranger:
        stranger.execute("UPDATE row_change SET erased = zeroblob(32) WHERE erased IS NOT NULL")
        stranger.commit()
    assert Finding(2, Flaw.ALTERED) in file.read(findings)


def test_somebody_who_is_not_in_the_file_cannot_be_erased(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="not in the file"):
        file.edit("Erase a person", erasure.erase_person, 99)


def test_an_old_history_is_thinned_out_by_choice_and_the_chain_still_adds_up(
    file: LocalityFile, path: Path
) -> None:
    file.edit("Many", many, 20_000)
    file.undo()
    file.close()
    size = path.stat().st_size
    file = LocalityFile(path, holder(), lambda: LATER)
    file.edit("Late cost", set_cost, 2, 6)
    assert file.edit("Thin out the history", erasure.thin, NOON + timedelta(days=1)) == 4
    file.shrink()
    assert path.stat().st_size < size / 5
    assert file.read(findings) == [Finding(step, Flaw.THINNED) for step in (1, 2, 3, 4)]
    assert [change.is_thinned for change in file.changes()] == [False, False, False, *[True] * 4]
    file.undo()
    with pytest.raises(Refusal, match="thinned out, so it is past undoing"):
        file.undo()
    file.close()
    assert not any(finding.is_damage for finding in checking.check(path))


def test_a_young_history_is_not_thinned_out(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="nothing that old"):
        file.edit("Thin out the history", erasure.thin, NOON)
    assert len(file.changes()) == 3
