"""Going back to a backup."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import backups, copying, restoring
from pch_desktop.store.backups import Backup
from pch_desktop.store.identity import Damaged
from pch_desktop.store.restoring import Holding, LastStep
from tests import localities
from tests.store import dying, old_files

NOON = old_files.NOON
NAME = "SELECT name FROM locality"
NUMBER = "SELECT value FROM setting WHERE key = 'document_id'"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go."""
    return tmp_path / "backups"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that has changed since it was backed up."""
    return old_files.first(tmp_path)


@pytest.fixture
def backup(old: Path, folder: Path) -> Backup:
    """The backup of that file."""
    made = backups.make_of(old, folder, "timer", NOON)
    old_files.change(old, "UPDATE locality SET name = 'Newer Vale'")
    return made


def test_a_preview_says_when_how_much_and_what_was_done_last(backup: Backup) -> None:
    seen = restoring.preview(backup.path)
    assert seen.taken_at == NOON
    assert seen.schema == 1
    assert Holding("list snapshot", 40) in seen.counts
    assert Holding("actual, amount", 1_609_963_369) in seen.money_pence
    assert not any(
        holding.words in {"step", "row change", "opening hours"} for holding in seen.counts
    )
    at = datetime(2016, 4, 4, 19, 31, tzinfo=UTC)
    assert seen.steps[0] == LastStep(at, "R. Quill", "Undo Say how")
    assert len(seen.steps) == 8


def test_a_backup_comes_back_as_a_new_file_with_a_number_of_its_own(
    backup: Backup, old: Path, tmp_path: Path
) -> None:
    target = tmp_path / "Alder Vale, restored.pch"
    restoring.restore_as(backup.path, target)
    assert old_files.rows(target, NAME) == [("Alder Vale",)]
    assert old_files.rows(target, NUMBER) != old_files.rows(old, NUMBER)
    assert target.stat().st_mode & 0o777 == 0o600
    with pytest.raises(Refusal, match="already a file"):
        restoring.restore_as(backup.path, target)


def test_a_restored_file_opens_undoes_and_verifies(tmp_path: Path, folder: Path) -> None:
    path, target = tmp_path / "today.pch", tmp_path / "restored.pch"
    file = localities.made(path)
    file.edit("Change a cost", localities.set_cost, 1, 50_000_00)
    file.close()
    restoring.restore_as(backups.make_of(path, folder, "timer", NOON).path, target)
    restored = localities.opened(target)
    assert restored.reason is None
    restored.undo()
    assert restored.read(localities.findings) == []
    restored.close()


def test_restoring_over_the_present_file_keeps_what_it_was(
    backup: Backup, old: Path, folder: Path
) -> None:
    kept = restoring.restore_over(backup.path, old, folder, NOON)
    assert old_files.rows(old, NAME) == [("Alder Vale",)]
    assert old_files.rows(kept, NAME) == [("Newer Vale",)]
    assert old_files.rows(old, NUMBER) == old_files.rows(kept, NUMBER)
    assert kept.name.endswith("--before-restore.pch")


def test_an_open_file_is_not_restored_over(backup: Backup, tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "open.pch"
    file = localities.made(path)
    with pytest.raises(Refusal, match=r"open\.pch is open by Jo Wren"):
        restoring.restore_over(backup.path, path, folder, NOON)
    file.close()


def test_a_damaged_file_is_put_aside_with_its_journal_and_replaced(
    backup: Backup, old: Path, folder: Path
) -> None:
    broken = bytearray(old.read_bytes())
    broken[1024:40_000] = bytes(40_000 - 1024)
    old.write_bytes(broken)
    journal = copying.sidecars(old)[0]
    journal.write_bytes(b"not a journal")
    kept = restoring.restore_over(backup.path, old, folder, NOON)
    assert kept.name.endswith("--damaged.pch")
    assert kept.read_bytes() == broken
    assert not journal.exists()
    assert old_files.rows(old, NAME) == [("Alder Vale",)]


def test_a_damaged_backup_is_refused_and_the_file_left_alone(
    backup: Backup, old: Path, folder: Path
) -> None:
    broken = bytearray(backup.path.read_bytes())
    broken[30_000:60_000] = bytes(30_000)
    backup.path.write_bytes(broken)
    before = old.read_bytes()
    with pytest.raises(Damaged):
        restoring.restore_over(backup.path, old, folder, NOON)
    with pytest.raises(Damaged):
        restoring.preview(backup.path)
    assert old.read_bytes() == before


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.pch"
    text.write_text("Dear Jo, " * 100)
    with pytest.raises(Refusal, match="not a locality file"):
        restoring.preview(text)


def test_killed_while_restoring_it_is_the_present_file_or_the_backup_and_both_are_kept(
    tmp_path: Path,
) -> None:
    seen: set[object] = set()
    for folder in dying.survive("restore", tmp_path, dying.rounds(10)):
        path = folder / dying.NAME
        (name,) = old_files.rows(path, NAME)[0]
        seen.add(name)
        assert copying.faults_of(path) == []
        kept = {
            old_files.rows(one.path, NAME)[0][0] for one in backups.listed(folder / dying.BACKUPS)
        }
        assert "Alder Vale" in kept
        assert name == "Newer Vale" or "Newer Vale" in kept
        dying.sweep(folder)
        assert old_files.left_over(folder) == []
    assert seen == {"Alder Vale", "Newer Vale"}
