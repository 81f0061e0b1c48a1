from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import locality, places
from pch_desktop.store.connection import connect, engine
from pch_desktop.store.identity import APPLICATION_ID, SCHEMA, Damaged
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import holder, made, new, noon, opened, seed, set_cost


def pragma(name: str) -> Callable[[Session], int | str]:
    def asked(session: Session) -> int | str:
        return session.execute(text(f"PRAGMA {name}")).scalar_one()

    return asked


def spoil(path: Path, *statements: str) -> None:
    """Change a closed file with another program."""
    with closing(sqlite3.connect(path, isolation_level=None)) as stranger:
        for statement in statements:
            stranger.execute(statement)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA),
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("recursive_triggers", 0),
        ("page_size", 4096),
        ("encoding", "UTF-8"),
    ],
)
def test_an_open_file_behaves_as_decided(file: LocalityFile, name: str, value: int | str) -> None:
    file.edit("Seed", seed)
    assert file.read(pragma(name)) == value


def test_a_change_of_tables_that_fails_leaves_nothing_behind(path: Path) -> None:
    migrated = engine(lambda: connect(path, "rwc"))

    def migrate() -> None:
        with migrated.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE half (id INTEGER) STRICT")
            connection.exec_driver_sql("PRAGMA user_version = 2")
            connection.exec_driver_sql("CREATE TABLE half (id INTEGER) STRICT")

    with pytest.raises(Exception, match="already exists"):
        migrate()
    with migrated.begin() as connection:
        assert connection.exec_driver_sql("SELECT * FROM sqlite_schema").all() == []
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 0
    migrated.dispose()


def test_a_new_file_has_a_number_of_its_own_and_no_history(
    file: LocalityFile, path: Path, tmp_path: Path
) -> None:
    other = LocalityFile.create(tmp_path / "other.pch", holder(), noon)
    numbers = {each.read(locality.setting, "document_id") for each in (file, other)}
    assert len(numbers) == 2
    assert None not in numbers
    assert file.changes() == []
    other.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
def test_a_new_file_can_be_opened_by_nobody_else(file: LocalityFile, path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_file_never_takes_the_place_of_another(file: LocalityFile, path: Path) -> None:
    with pytest.raises(Refusal, match="Choose another name"):
        LocalityFile.create(path, holder(), noon)


def test_a_new_file_wants_a_folder_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"cannot be made in gone\. Choose a folder"):
        LocalityFile.create(tmp_path / "gone" / "a.pch", holder(), noon)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"no file called a\.pch"):
        opened(tmp_path / "a.pch")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("CREATE VIEW v AS SELECT 1", "parts this program did not make"),
        ("CREATE TABLE extra (id INTEGER)", "parts this program did not make"),
        ("CREATE INDEX extra ON post (title)", "parts this program did not make"),
        ("ALTER TABLE post ADD COLUMN extra TEXT", "parts this program did not make"),
        ("UPDATE post SET role_id = 99", "point at rows that are gone"),
    ],
)
def test_a_file_that_is_not_as_we_made_it_can_only_be_read(
    path: Path, statement: str, reason: str
) -> None:
    made(path).close()
    spoil(path, statement)
    file = opened(path)
    assert file.reason
    assert reason in file.reason
    assert file.read(locality.locality).name == "Marsh Valley"
    with pytest.raises(Refusal, match=reason):
        file.edit("Cost", set_cost, 1, 5)
    file.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_lacks_a_table_is_damaged(path: Path) -> None:
    made(path).close()
    spoil(path, "DROP TABLE actual")
    with pytest.raises(Damaged, match="lacks actual"):
        opened(path)
    assert list(path.parent.iterdir()) == [path]


def test_a_page_of_nothing_makes_a_file_that_can_only_be_read_or_not_at_all(path: Path) -> None:
    made(path).close()
    size = path.stat().st_size
    answers: set[str] = set()
    for page in range(1, size // 4096):
        content = bytearray(path.read_bytes())
        kept = bytes(content)
        content[page * 4096 : (page + 1) * 4096] = bytes(4096)
        path.write_bytes(content)
        try:
            file = opened(path)
        except Damaged:
            answers.add("refused")
        else:
            assert file.reason
            answers.add("read only")
            file.close()
        path.write_bytes(kept)
    assert answers == {"read only"} or answers == {"refused", "read only"}
    file = opened(path)
    assert file.reason is None
    file.close()


def test_a_file_somebody_changed_to_write_ahead_is_changed_back(path: Path) -> None:
    made(path).close()
    spoil(path, "PRAGMA journal_mode = WAL")
    file = opened(path)
    assert (file.reason, file.read(pragma("journal_mode"))) == (None, "delete")
    file.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_another_program_is_writing_is_refused_with_a_sentence(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(path).close()
    monkeypatch.setattr("pch_desktop.store.connection.WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as stranger:
        stranger.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Refusal, match="Another program is using the file"):
            opened(path)
    assert list(path.parent.iterdir()) == [path]


def test_an_edit_held_up_by_an_open_reader_is_refused_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(path).close()
    monkeypatch.setattr("pch_desktop.store.connection.WAIT_SECONDS", 0.05)
    file = opened(path)
    with closing(sqlite3.connect(path)) as reader:
        rows = reader.execute("SELECT * FROM post")
        rows.fetchone()
        with pytest.raises(Refusal, match="Another program is using"):
            file.edit("Cost", set_cost, 1, 5)
        rows.close()
    assert len(file.changes()) == 1
    file.edit("Cost", set_cost, 1, 5)
    assert len(file.changes()) == 2
    file.close()


def test_a_closed_file_is_not_opened_again_by_reading(file: LocalityFile) -> None:
    file.close()
    with pytest.raises(ProgrammingError, match="closed database"):
        file.read(locality.locality)


def test_a_link_is_followed_and_the_lock_stands_by_the_file(path: Path, tmp_path: Path) -> None:
    made(path).close()
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.pch"
    link.symlink_to(path)
    file = opened(link)
    second = opened(path)
    assert (file.reason, second.reason is None) == (None, False)
    file.close()
    second.close()


@pytest.mark.parametrize(
    "name",
    ["a?b#c%20.pch", "a&b+'\".pch", "🏥.pch", "\u202ehcp.pch", "e\u0301.pch", "n" * 236 + ".pch"],
)
def test_a_name_may_be_as_awkward_as_the_disk_allows(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    file = made(path)
    file.edit("Cost", set_cost, 1, 5)
    file.close()
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_leaves_no_room_for_the_journal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="name is too long"):
        new(tmp_path / ("n" * 240 + ".pch"))
    short = tmp_path / "a.pch"
    made(short).close()
    long = short.rename(tmp_path / ("n" * 250 + ".pch"))
    file = opened(long)
    assert file.reason
    assert file.read(locality.locality).name == "Marsh Valley"
    file.close()


def test_what_dead_processes_left_behind_is_swept_away(path: Path) -> None:
    made(path).close()
    stale = [path.with_name(f".pch-{2**22 - 1}-0123abcd.tmp{end}") for end in ("", "-journal")]
    alive = path.with_name(f".pch-{os.getppid()}-0123abcd.tmp")
    other = path.with_name("notes.tmp")
    for left in (*stale, alive, other):
        left.write_text("left")
    opened(path).close()
    assert sorted(path.parent.iterdir()) == sorted([path, alive, other])


def test_a_place_that_is_shared_or_kept_in_step_is_noted(tmp_path: Path) -> None:
    onedrive = {"OneDrive": str(tmp_path)}
    assert places.note(tmp_path / "a.pch", onedrive) == places.SYNCED_NOTE
    assert places.note(tmp_path / "Dropbox" / "a.pch", {}) == places.SYNCED_NOTE
    assert places.note(tmp_path / "OneDrive - NHS" / "a.pch", {}) == places.SYNCED_NOTE
    assert places.note(tmp_path / "a.pch", {}) is None
    mounts = "/dev/sda / ext4 rw 0 0\nsrv:/x /mnt/team\\040drive nfs4 rw 0 0\n"
    shared = Path("/mnt/team drive/a.pch")
    assert places.kind_of_mount(shared, mounts) == "nfs4"
    assert places.kind_of_mount(Path("/home/a.pch"), mounts) == "ext4"


def test_an_older_file_that_may_only_be_read_says_what_to_do(path: Path) -> None:
    file = made(path)
    spoil(path, f"PRAGMA user_version = {SCHEMA - 1}")
    with pytest.raises(Refusal, match=r"older version .+ opened once where it can be changed"):
        opened(path, "Kim Reed")
    file.close()
