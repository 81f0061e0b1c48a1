"""Copies of an open file: whole, checked, and never over another that is open."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

import pytest

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import copying
from pch_desktop.store.connection import connect
from pch_desktop.store.identity import Damaged
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.store import dying, old_files


@pytest.fixture
def made(path: Path) -> Generator[LocalityFile]:
    """An open file with three nurses in it."""
    file = localities.made(path)
    yield file
    file.close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the copy goes."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder / "copy.pch"


def test_a_copy_holds_all_that_the_open_file_does_and_only_its_owner_may_open_it(
    made: LocalityFile, target: Path
) -> None:
    made.save_copy(target)
    assert old_files.content(target) == old_files.content(made.path)
    assert target.stat().st_mode & 0o777 == 0o600
    copy = localities.opened(target)
    assert copy.read(localities.state) == made.read(localities.state)
    assert copy.read(localities.findings) == []
    assert copy.to_undo == made.to_undo
    copy.close()


def test_editing_goes_on_after_a_copy(made: LocalityFile, target: Path) -> None:
    made.save_copy(target)
    made.edit("Change a cost", localities.set_cost, 1, 50_000_00)
    made.undo()
    assert old_files.rows(target, "SELECT count(*) FROM step") == [(1,)]
    assert made.read(localities.findings) == []


def test_a_copy_of_a_copy_replaces_it_and_keeps_its_permissions(
    made: LocalityFile, target: Path
) -> None:
    made.save_copy(target)
    target.chmod(0o640)
    made.edit("Change a cost", localities.set_cost, 1, 50_000_00)
    made.save_copy(target)
    assert old_files.rows(target, "SELECT count(*) FROM step") == [(2,)]
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("link", [Path.symlink_to, Path.hardlink_to])
def test_a_file_is_never_copied_over_itself_whatever_the_name(
    made: LocalityFile, target: Path, link: Callable[[Path, Path], None]
) -> None:
    link(target, made.path)
    with pytest.raises(Refusal, match=r"is the file that is open|is open by Jo Wren"):
        made.save_copy(target)
    with pytest.raises(Refusal, match="is the file that is open"):
        made.save_copy(made.path)


def test_a_file_open_somewhere_is_never_copied_over(made: LocalityFile, target: Path) -> None:
    other = localities.made(target)
    before = old_files.content(target)
    with pytest.raises(Refusal, match=r"copy\.pch is open by Jo Wren"):
        made.save_copy(target)
    other.close()
    assert old_files.content(target) == before


def test_a_file_that_was_not_closed_is_never_copied_over(made: LocalityFile, target: Path) -> None:
    made.save_copy(target)
    before = target.read_bytes()
    (journal,) = copying.sidecars(target)[:1]
    journal.write_bytes(b"somebody's last edit")
    with pytest.raises(Refusal, match="was not closed properly"):
        made.save_copy(target)
    assert target.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(made: LocalityFile, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"copy.pch could not be written: No such file"):
        made.save_copy(tmp_path / "nowhere" / "copy.pch")


def test_a_copy_that_turns_out_damaged_leaves_the_target_as_it_was(
    made: LocalityFile, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_: sqlite3.Connection) -> list[str]:
        return ["row 3 missing from index"]

    target.write_bytes(b"what was there")
    monkeypatch.setattr(copying, "faults", damaged)
    with pytest.raises(Damaged, match="row 3 missing from index"):
        made.save_copy(target)
    assert target.read_bytes() == b"what was there"
    assert old_files.left_over(target.parent) == []


def test_a_disk_that_runs_full_leaves_the_target_as_it_was_and_says_so(
    made: LocalityFile, target: Path
) -> None:
    target.write_bytes(b"what was there")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, usual[1]))
    try:
        with pytest.raises(Refusal, match=r"copy.pch could not be written"):
            made.save_copy(target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert target.read_bytes() == b"what was there"
    assert old_files.left_over(target.parent) == []


def test_rows_that_refer_to_nothing_are_found(tmp_path: Path) -> None:
    path = old_files.first(tmp_path)
    assert copying.faults_of(path) == []
    old_files.change(path, "PRAGMA foreign_keys = OFF", "DELETE FROM practice WHERE id = 3")
    assert "list_snapshot row 17 refers to nothing" in copying.faults_of(path)
    with pytest.raises(Damaged):
        copying.check(path)


def test_a_copy_never_reads_the_open_file_but_through_sqlite(
    made: LocalityFile, target: Path
) -> None:
    """Closing the file after reading it ourselves would drop SQLite's lock on it."""
    with closing(connect(made.path, "rw")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        made.save_copy(target)
        pid = os.fork()
        if not pid:
            with closing(sqlite3.connect(made.path, 0)) as other:
                try:
                    other.execute("BEGIN IMMEDIATE")
                except sqlite3.OperationalError:
                    os._exit(0)
            os._exit(1)
        assert os.waitpid(pid, 0)[1] == 0
        connection.execute("ROLLBACK")


def test_fault_04_killed_while_saving_a_copy_the_target_is_all_old_or_all_new(
    tmp_path: Path,
) -> None:
    old = old_files.content(old_files.FILES / "v0001.pch")
    seen: set[str] = set()
    for folder in dying.survive("save", tmp_path, dying.rounds(12)):
        new = old_files.content(folder / dying.NAME)
        found = old_files.content(folder / dying.OTHER)
        assert found in (old, new)
        seen.add("old" if found == old else "new")
        assert copying.faults_of(folder / dying.OTHER) == []
        dying.sweep(folder)
        assert old_files.left_over(folder) == []
    assert seen == {"old", "new"}
