"""Bringing an older file up to date: all of it, or nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic.operations import Operations

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import backups, migrating, structure, tally
from pch_desktop.store.connection import connect, engine
from pch_desktop.store.identity import SCHEMA
from pch_desktop.store.migrating import Occasion, migrate
from pch_desktop.store.tally import Tally
from tests import localities
from tests.store import dying, old_files

OCCASION = Occasion(old_files.NOON, "Jo Wren")
FIGURES = {
    "SELECT count(*), sum(people) FROM list_snapshot WHERE taken_on = '2016-10-01'": (5, 41_015),
    "SELECT sum(weighted) FROM weighted_population WHERE year = '2016/17'": (79_305_625_000,),
    "SELECT sum(annual_pence) FROM budget_line": (2_760_417_199,),
    "SELECT count(*), sum(amount_pence) FROM baseline_part": (16, 2_760_411_406),
    "SELECT count(*), sum(amount_pence) FROM actual": (56, 1_609_963_369),
    "SELECT sum(amount_pence) FROM actual WHERE month <= '2016-06'": (689_744_325,),
    "SELECT count(*), sum(funded_wte), sum(annual_cost_pence) FROM post": (12, 115_500, 36_962_910),
    "SELECT count(*), sum(weekly_minutes) FROM assignment": (10, 19_125),
    "SELECT sum(slots), sum(attended), count(attended) FROM service_month": (3_675, 2_529, 27),
    "SELECT count(*) FROM step WHERE kind != 'migration'": (8,),
    "SELECT count(*) FROM row_change": (247,),
}
"""What the file of schema 1 says, worked out when it was made."""
Break = Callable[[Operations], None]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the file of schema 1."""
    return old_files.first(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go."""
    return tmp_path / "backups"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The profile of whoever opens a file, on any system."""
    home = tmp_path / "profile"

    def place(document_id: str, *_: object) -> Path:
        return home / document_id

    monkeypatch.setattr(backups, "place", place)
    return home


def figures(path: Path) -> dict[str, tuple[object, ...]]:
    """Return what a file says now."""
    return {sql: old_files.rows(path, sql)[0] for sql in FIGURES}


def breaking(monkeypatch: pytest.MonkeyPatch, wrong: Break) -> None:
    """Put a revision at the end that does something wrong."""
    found: list[object] = [*migrating.revisions(1), SimpleNamespace(upgrade=wrong)]

    def revisions(_: int) -> list[object]:
        return found

    monkeypatch.setattr(migrating, "revisions", revisions)


def fail(op: Operations) -> None:
    """Change rows, tables and version, and then fail."""
    op.execute("UPDATE actual SET amount_pence = 0")
    op.execute("CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT")
    op.drop_table("contact")
    op.execute("PRAGMA user_version = 3")
    raise RuntimeError("the power of two")


def test_a_migration_that_fails_midway_leaves_schema_version_and_rows_as_they_were(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, bytes_before = old_files.content(old), old.read_bytes()
    breaking(monkeypatch, fail)
    writer = engine(lambda: connect(old, "rw"))
    with pytest.raises(RuntimeError, match="power"):
        migrating.upgrade(writer, 1, OCCASION)
    writer.dispose()
    assert old_files.content(old) == before
    assert before[0] == "version 1"
    assert len(bytes_before) == old.stat().st_size


def test_fault_34_a_migration_that_raises_is_rolled_back_told_and_its_backup_kept(
    old: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    breaking(monkeypatch, fail)
    with pytest.raises(Refusal) as refusal:
        migrate(old, folder, OCCASION)
    (backup,) = backups.listed(folder)
    assert old.read_bytes() == before
    assert backup.path.read_bytes() == before
    assert str(backup.path) in str(refusal.value)
    assert "Nothing was changed" in str(refusal.value)
    assert old_files.left_over(old.parent) == []


def test_an_old_file_gives_the_same_figures_once_it_is_brought_up_to_date(
    old: Path, folder: Path
) -> None:
    assert figures(old) == FIGURES
    held = tally_of(old)
    migrate(old, folder, OCCASION)
    assert figures(old) == FIGURES
    assert tally.losses(held, tally_of(old)) == ["step had 8 and has 9"]
    assert old_files.rows(old, "PRAGMA user_version") == [(SCHEMA,)]
    assert old_files.rows(old, "SELECT count(*) FROM service WHERE focus IS NULL") == [(3,)]


def test_bringing_two_copies_up_to_date_gives_the_same_file_twice(
    tmp_path: Path, folder: Path
) -> None:
    first, second = old_files.first(tmp_path, "one.pch"), old_files.first(tmp_path, "two.pch")
    migrate(first, folder, OCCASION)
    migrate(second, folder, OCCASION)
    assert figures(first) == figures(second) == FIGURES
    assert [backup.number for backup in backups.listed(folder)] == [1, 2]


def test_an_old_file_opens_and_a_second_opening_changes_nothing_more(
    old: Path, profile: Path
) -> None:
    localities.opened(old).close()
    (backup,) = profile.rglob("*.pch")
    assert backup.name.endswith(f"--before-v1-to-v{SCHEMA}.pch")
    assert backup.read_bytes() == (old_files.FILES / "v0001.pch").read_bytes()
    once = old.read_bytes()
    localities.opened(old).close()
    assert old.read_bytes() == once
    assert len(list(profile.rglob("*.pch"))) == 1


def test_undo_stops_at_a_migration_and_the_history_still_verifies(old: Path, profile: Path) -> None:
    file = localities.opened(old)
    assert file.to_undo is None
    assert file.to_redo is None
    assert file.read(localities.findings) == []
    file.close()


def test_a_migrated_file_is_built_as_a_new_one(old: Path, folder: Path) -> None:
    assert old_files.differences(old) != []
    migrate(old, folder, OCCASION)
    assert old_files.differences(old) == []


def test_all_revisions_from_nothing_make_what_the_program_makes_today(tmp_path: Path) -> None:
    path = tmp_path / "new.pch"
    writer = engine(lambda: connect(path, "rwc"))
    migrating.upgrade(writer, 0, OCCASION)
    writer.dispose()
    assert old_files.differences(path) == []


def test_there_is_a_revision_for_every_schema() -> None:
    names = [str(vars(revision)["__name__"]) for revision in migrating.revisions(0)]
    assert [int(name.rpartition(".m")[2][:4]) for name in names] == [*range(1, SCHEMA + 1)]


def test_with_foreign_keys_on_a_rebuild_would_take_the_months_along(old: Path) -> None:
    plain = connect(old, "rw")
    writer = engine(lambda: plain)
    with writer.connect() as connection:  # foreign keys on, as for any other writing
        migrating.revisions(2)[0].upgrade(migrating.operations(connection))
        (months,) = plain.execute("SELECT count(*) FROM service_month").fetchone()
    writer.dispose()
    assert months == 0


def test_a_file_that_lost_a_row_or_a_penny_on_the_way_is_not_taken(
    old: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    breaking(monkeypatch, lambda op: op.execute("UPDATE actual SET amount_pence = 1 WHERE id = 9"))
    with pytest.raises(Refusal, match=r"actual\.amount_pence had 1,609,963,369 and has"):
        migrate(old, folder, OCCASION)
    assert old.read_bytes() == before


def test_a_file_that_ends_up_built_otherwise_is_not_taken(
    old: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking(monkeypatch, lambda op: op.drop_index("ix_actual_batch_id"))
    with pytest.raises(Refusal, match=r"actual lacks index ix_actual_batch_id"):
        migrate(old, folder, OCCASION)
    assert old_files.rows(old, "PRAGMA user_version") == [(1,)]


def test_an_old_file_with_a_trigger_of_somebody_elses_is_left_alone(
    old: Path, folder: Path
) -> None:
    wipe = "CREATE TRIGGER wipe AFTER INSERT ON step BEGIN DELETE FROM budget_line; END"
    old_files.change(old, wipe)
    before = old.read_bytes()
    with pytest.raises(Refusal, match="a trigger called wipe"):
        migrate(old, folder, OCCASION)
    assert old.read_bytes() == before


def test_a_file_that_another_program_changes_meanwhile_is_left_to_it(
    old: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = "UPDATE locality SET name = 'Changed'"
    breaking(monkeypatch, lambda _: old_files.change(old, change))
    with pytest.raises(Refusal, match="Another program changed it"):
        migrate(old, folder, OCCASION)
    assert old_files.rows(old, "SELECT name FROM locality") == [("Changed",)]


def test_without_room_on_the_disk_nothing_is_begun(
    old: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = 3 * old.stat().st_size - 1

    def room(_: Path) -> SimpleNamespace:
        return SimpleNamespace(free=free)

    monkeypatch.setattr(shutil, "disk_usage", room)
    with pytest.raises(Refusal, match=r"needs 1 MB free"):
        migrate(old, folder, OCCASION)
    assert backups.listed(folder) == []


def test_the_file_keeps_its_permissions(old: Path, folder: Path) -> None:
    old.chmod(0o640)
    migrate(old, folder, OCCASION)
    assert old.stat().st_mode & 0o777 == 0o640
    assert backups.listed(folder)[0].path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(
    code: int, old: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = [code, code]
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target == old and refusals:
            error = PermissionError(13, "held")
            vars(error)["winerror"] = refusals.pop()
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    migrate(old, folder, OCCASION)
    assert refusals == []
    assert figures(old) == FIGURES


def test_alembic_is_imported_for_an_older_file_only(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests import localities;"
        "path = Path(sys.argv[1]); file = localities.made(path); file.close();"
        "localities.opened(path).close(); print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "new.pch")]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_fault_03_killed_at_any_statement_the_file_is_all_old_or_all_new(tmp_path: Path) -> None:
    original = old_files.content(old_files.FILES / "v0001.pch")
    seen: set[int] = set()
    for folder in dying.survive("migrate", tmp_path, dying.rounds(12)):
        path = folder / dying.NAME
        (version,) = old_files.rows(path, "PRAGMA user_version")[0:1][0]
        assert isinstance(version, int)
        seen.add(version)
        if version == 1:
            assert old_files.content(path) == original
            migrate(path, folder / dying.BACKUPS, OCCASION)
        dying.sweep(folder)
        assert old_files.differences(path) == []
        assert figures(path) == FIGURES
        assert old_files.left_over(folder) == []
    assert seen == {1, SCHEMA}


def tally_of(path: Path) -> Tally:
    """Return how much a file holds."""
    with closing(connect(path, "ro")) as connection:
        return tally.of(connection)


def test_shipped_structure_is_that_of_a_file_made_today(tmp_path: Path) -> None:
    path = tmp_path / "made.pch"
    localities.made(path).close()
    with closing(connect(path, "ro")) as connection:
        assert structure.of(connection) == structure.shipped()
