"""Faults of the disk and of what people do to files; each by its number in ``safety.md``."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Generator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.workforce import Post
from pch_desktop.store import checking
from pch_desktop.store.faults import sentence
from pch_desktop.store.identity import SCHEMA, Damaged
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import findings, made, many, opened, set_cost, state
from tests.store.children import look_as_nobody, posts, started, work_watched

pytestmark = pytest.mark.fault
SMALL_DISK = "size=4m"
MOST_PAGES = 200


def fingerprint(path: Path) -> tuple[bytes, int]:
    """Return what shows whether a file was touched."""
    return sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns


@pytest.fixture
def small_disk(tmp_path: Path) -> Generator[Path | None]:
    """A disk of four megabytes, or None where this person may not mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", SMALL_DISK, "tmpfs", str(disk)]
    if (
        sys.platform != "linux"
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        yield None
        return
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def confine(session: Session) -> None:
    """Let SQLite find the disk full after so many pages."""
    session.execute(text(f"PRAGMA max_page_count = {MOST_PAGES}")).close()


def test_fault_09_a_full_disk_leaves_the_file_as_it_was_and_usable(
    tmp_path: Path, small_disk: Path | None
) -> None:
    path = (small_disk or tmp_path) / "a.pch"
    file = made(path)
    if small_disk is None:
        file.read(confine)
    before = file.read(state)
    with pytest.raises(Refusal, match="disk is full"):
        file.edit("Many", many, 60_000)
    assert file.read(state) == before
    assert [change.label for change in file.changes()] == ["Seed"]
    file.edit("Cost", set_cost, 1, 5)
    file.undo()
    assert file.read(findings) == []
    file.close()
    assert checking.check(path) == []


def test_fault_09_a_full_disk_is_told_by_sqlite_itself(file: LocalityFile, path: Path) -> None:
    file.read(confine)
    with pytest.raises(Refusal, match="make room and try again"):
        file.edit("Many", bulky)
    assert file.changes() == []


def bulky(session: Session) -> None:
    session.execute(
        text(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
            " INSERT INTO setting (key, value) SELECT 'k' || i, 'v' FROM n"
        )
    )


def told_by_nobody(path: Path, elsewhere: Path) -> tuple[object, ...]:
    """Return what somebody without rights finds: why, posts, refusal, steps of their copy."""
    process, says = started(look_as_nobody, path, elsewhere)
    assert says.poll(60), "the child never told"
    told = says.recv()
    process.join()
    return told


@pytest.fixture
def reachable() -> Generator[Path]:
    """A folder that anybody can get at, with a locality file and a place of one's own."""
    folder = Path(mkdtemp(prefix="pch-"))
    folder.chmod(0o755)
    for name in ("place", "mine"):
        (folder / name).mkdir()
        (folder / name).chmod(0o777)
    made(folder / "place" / "a.pch").close()
    yield folder
    (folder / "place").chmod(0o755)
    shutil.rmtree(folder)


posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


@posix_only
def test_fault_14_a_file_that_is_write_protected_can_only_be_read(reachable: Path) -> None:
    path = reachable / "place" / "a.pch"
    path.chmod(0o444)
    before = fingerprint(path)
    why, count, refusal, steps = told_by_nobody(path, reachable / "mine")
    assert why == refusal
    assert str(why).startswith("The file is write-protected, so it can only be read.")
    assert (count, steps) == (3, 2)
    assert fingerprint(path) == before
    assert list(path.parent.iterdir()) == [path]


@posix_only
def test_fault_15_a_file_in_a_protected_folder_can_only_be_read(reachable: Path) -> None:
    path = reachable / "place" / "a.pch"
    path.chmod(0o666)
    path.parent.chmod(0o555)
    before = fingerprint(path)
    why, count, refusal, steps = told_by_nobody(path, reachable / "mine")
    assert why == refusal
    assert str(why).startswith("Its folder cannot be written to, so the file can only be read.")
    assert (count, steps) == (3, 2)
    assert fingerprint(path) == before


def test_fault_21_an_empty_file_is_not_taken_for_a_new_one(path: Path) -> None:
    path.touch()
    with pytest.raises(Damaged, match=r"is empty \(0 bytes\)\. Restore it from a backup"):
        opened(path)
    assert path.stat().st_size == 0
    assert list(path.parent.iterdir()) == [path]


def test_fault_22_a_truncated_file_is_said_to_be_incomplete_wherever_it_was_cut(
    path: Path,
) -> None:
    made(path).close()
    whole = path.read_bytes()
    cuts = [*range(1, len(whole), 997), 16, 99, 100, len(whole) // 2, len(whole) - 4096]
    for cut in sorted(set(cuts), reverse=True):
        os.truncate(path, cut)
        before = fingerprint(path)
        with pytest.raises(Damaged, match="is incomplete"):
            opened(path)
        assert fingerprint(path) == before
    assert list(path.parent.iterdir()) == [path]
    path.write_bytes(whole)
    file = opened(path)
    assert file.reason is None
    file.close()


OTHERS = {
    "a text file": b"Dear board,\n",
    "a workbook, a document or a zip folder": b"PK\x03\x04\x14\0\x06\0",
    "a PDF document": b"%PDF-1.7\n%\xe2\xe3",
    "a picture": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "an older Office document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a web page or another marked-up text": b"<!DOCTYPE html>",
    "some other kind of file": b"\x00\x01\x02\x03\xff\xfe",
}


@pytest.mark.parametrize(("words", "start"), OTHERS.items(), ids=list(OTHERS))
@pytest.mark.parametrize("length", [8, 5000])
def test_fault_25_another_kind_of_file_is_called_by_its_kind(
    path: Path, words: str, start: bytes, length: int
) -> None:
    path.write_bytes(start.ljust(length, start[-1:]))
    before = fingerprint(path)
    with pytest.raises(Refusal, match=f"is {words}, not a locality file"):
        opened(path)
    assert fingerprint(path) == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("application", [0, 0x1F2E3D])
def test_fault_26_a_database_of_another_program_is_left_untouched(
    path: Path, application: int
) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
        other.execute(f"PRAGMA application_id = {application}")
        other.commit()
    before = fingerprint(path)
    with pytest.raises(Refusal, match="a database of another program"):
        opened(path)
    with pytest.raises(Refusal, match="a database of another program"):
        checking.check(path)
    assert fingerprint(path) == before
    assert list(path.parent.iterdir()) == [path]


def test_fault_31_a_file_of_a_newer_version_is_refused_byte_for_byte_as_it_was(path: Path) -> None:
    made(path).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = fingerprint(path)
    with pytest.raises(Refusal, match=rf"newer version .+format 99; this one reads up to {SCHEMA}"):
        opened(path)
    assert fingerprint(path) == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody replace an open file")
@pytest.mark.parametrize("how", ["replaced", "deleted", "moved"])
def test_fault_41_a_file_that_is_replaced_under_us_is_not_written_and_what_we_have_is_saved(
    path: Path, tmp_path: Path, how: str
) -> None:
    file = made(path)
    other = made(tmp_path / "other.pch")
    other.edit("Cost", set_cost, 1, 7)
    other.close()
    if how == "replaced":
        (tmp_path / "other.pch").replace(path)
    if how == "moved":
        path.rename(tmp_path / "moved.pch")
    if how == "deleted":
        path.unlink()
    before = fingerprint(path) if path.exists() else None
    with pytest.raises(Refusal, match="moved, replaced or deleted the file"):
        file.edit("Cost", set_cost, 1, 5)
    assert file.read(posts) == [1, 2, 3]
    file.save_copy(tmp_path / "saved.pch")
    file.close()
    saved = opened(tmp_path / "saved.pch")
    assert saved.read(lambda session: session.get_one(Post, 1).annual_cost_pence) == 40_000_00
    saved.close()
    assert (fingerprint(path) if path.exists() else None) == before


def test_fault_46_nothing_but_sqlite_opens_a_file_that_is_open(path: Path) -> None:
    process, says = started(work_watched, path)
    assert says.poll(60), "the child never told"
    proof, seen = says.recv()
    process.join()
    assert proof == 1
    assert seen == []


MALICE = {
    "a trigger that wipes the budget": (
        "CREATE TRIGGER t AFTER UPDATE ON post BEGIN DELETE FROM budget_line; END"
    ),
    "a view without an end": (
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT count(*) AS c FROM n"
    ),
    "a view that loads a program": "CREATE VIEW v AS SELECT load_extension('/tmp/x') AS c",
}


@pytest.mark.parametrize("statement", MALICE.values(), ids=list(MALICE))
def test_fault_71_what_a_malicious_file_brings_along_does_not_act(
    path: Path, statement: str
) -> None:
    made(path).close()
    with closing(sqlite3.connect(path)) as stranger:
        stranger.execute(statement)
        stranger.commit()
    before = fingerprint(path)
    file = opened(path)
    assert file.reason
    assert "parts this program did not make" in file.reason
    assert len(file.read(state)["budget_line"]) == 1
    with pytest.raises(Refusal, match="did not make"):
        file.edit("Cost", set_cost, 1, 5)
    file.close()
    assert fingerprint(path) == before
    assert any("called" in finding.words for finding in checking.check(path))


def test_fault_71_a_view_in_the_place_of_a_table_is_not_read(path: Path) -> None:
    made(path).close()
    with closing(sqlite3.connect(path)) as stranger:
        stranger.execute("DROP TABLE actual")
        stranger.execute("CREATE VIEW actual AS SELECT 1 AS id")
        stranger.commit()
    with pytest.raises(Damaged, match="lacks actual"):
        opened(path)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_IOERR_WRITE", "did not answer"),
        ("SQLITE_READONLY_DIRECTORY", "write-protected"),
        ("SQLITE_READONLY_ROLLBACK", "in the middle of a change"),
        ("SQLITE_BUSY_SNAPSHOT", "Another program"),
    ],
)
def test_each_fault_of_the_disk_has_a_sentence(name: str, words: str) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorname = name
    assert words in (sentence(error) or "")


def test_a_fault_of_our_own_has_none() -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorname = "SQLITE_ERROR"
    assert sentence(error) is None
    assert sentence(ValueError()) is None
