"""Finding the backups of a file that cannot be opened."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest

from pch_desktop.store import backups, rescue, restoring
from pch_desktop.store.locality import name_locality
from pch_desktop.store.restoring import Holding
from tests import localities


@pytest.fixture
def kept(path: Path) -> Path:
    """A file that was backed up and closed."""
    file = localities.made(path)
    assert file.back_up("timer") is None
    file.close()
    return path


def test_an_empty_file_finds_its_backups_by_where_it_lay(kept: Path) -> None:
    kept.write_bytes(b"")
    (found,) = rescue.of_file(kept)
    assert found.name == "Marsh Valley"
    assert found.origin == kept.resolve()
    assert [backup.reason for backup in found.backups] == ["timer"]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_cut_short_finds_its_backups(kept: Path, share: float) -> None:
    os.truncate(kept, int(kept.stat().st_size * share))
    assert [one.name for one in rescue.of_file(kept)] == ["Marsh Valley"]


def test_a_file_that_was_moved_and_damaged_is_known_by_what_it_was_called(
    kept: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "elsewhere" / kept.name
    moved.parent.mkdir()
    moved.write_bytes(b"")
    assert len(rescue.of_file(moved)) == 1
    assert rescue.of_file(moved.with_name("another.pch")) == []


def test_a_whole_file_is_known_by_its_own_number_whatever_it_is_called(kept: Path) -> None:
    renamed = kept.rename(kept.with_name("renamed.pch"))
    assert [one.origin for one in rescue.of_file(renamed)] == [kept.resolve()]


def test_every_file_ever_backed_up_here_is_listed(kept: Path, tmp_path: Path) -> None:
    other = localities.made(tmp_path / "other.pch")
    other.edit("Rename", name_locality, "Alder Vale")
    other.back_up("timer")
    other.close()
    assert {one.name for one in rescue.every()} == {"Marsh Valley", "Alder Vale"}


def test_where_nothing_was_backed_up_nothing_is_found(path: Path) -> None:
    assert rescue.every() == []
    assert rescue.of_file(path) == []


def test_a_copy_is_put_aside_in_another_thread_while_the_file_is_edited(path: Path) -> None:
    file = localities.made(path)
    said: list[str | None] = []
    work = file.backing_up("timer")
    beside = Thread(target=lambda: said.append(work()))
    beside.start()
    for pence in range(5):
        file.edit("Change a cost", localities.set_cost, 1, pence)
    beside.join()
    assert said == [None]
    (backup,) = backups.listed(file.backup_folder)
    assert Holding("post", 3) in restoring.preview(backup.path).counts
    assert file.read(localities.findings) == []
    file.close()


def test_what_an_open_file_holds_is_told_as_of_a_backup(path: Path) -> None:
    file = localities.made(path)
    file.back_up("timer")
    (backup,) = backups.listed(file.backup_folder)
    then, now = restoring.preview(backup.path), file.read(restoring.present)
    assert (now.counts, now.money_pence, now.steps) == (then.counts, then.money_pence, then.steps)
    file.edit("Change a cost", localities.set_cost, 1, 50_000_00)
    now = file.read(restoring.present)
    assert Holding("post, annual cost", 130_000_00) in now.money_pence
    assert [step.number for step in now.steps] == [2, 1]
    file.close()
