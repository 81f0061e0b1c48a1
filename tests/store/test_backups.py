"""Backups: made, checked, listed, thinned out, and never in anybody's way."""

from __future__ import annotations

import json
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.store import backups, copying, manifest, thinning
from pch_desktop.store.backups import Backup
from pch_desktop.store.copying import Source
from pch_desktop.store.thinning import Aged
from tests.store import dying, old_files

NOON = old_files.NOON
NUMBER = "6f1d5a52-0c3e-4b5e-9d7a-2f7c1f0e0001"
HOME = Path("/home/jo")
MOMENTS = st.integers(0, 4_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the file of schema 1."""
    return old_files.first(tmp_path)


@pytest.fixture
def source(old: Path) -> Generator[Source]:
    """That file, open."""
    connection = copying.connect(old, "rw")
    yield connection
    connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where its backups go."""
    return tmp_path / "state" / "backups"


def taken(source: Source, folder: Path, reason: str = "timer", at: datetime = NOON) -> Backup:
    """Make a backup of a file that has changed."""
    backup = backups.take(source, folder, reason, at)
    assert backup is not None
    return backup


def touch(path: Path, name: str) -> None:
    """Change the file."""
    old_files.change(path, f"UPDATE locality SET name = '{name}'")


def test_a_backup_holds_what_the_file_does_and_only_its_owner_may_open_it(
    old: Path, source: Source, folder: Path
) -> None:
    backup = taken(source, folder, "before-import", datetime(2016, 10, 30, 1, 30, tzinfo=UTC))
    assert backup.path.name == "000001--2016-10-30T01-30-00Z--before-import.pch"
    assert old_files.content(backup.path) == old_files.content(old)
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert backups.listed(folder) == [backup]


def test_the_manifest_says_what_each_backup_holds(source: Source, folder: Path) -> None:
    backup = taken(source, folder)
    entry = manifest.read(folder)[backup.path.name]
    assert entry.size == backup.path.stat().st_size
    assert entry.sha256 == sha256(backup.path.read_bytes()).hexdigest()
    assert entry.schema == 1
    assert entry.counts["list_snapshot"] == 40
    assert (folder / manifest.NAME).stat().st_mode & 0o777 == 0o600


def test_a_file_that_did_not_change_is_not_backed_up_again(
    old: Path, source: Source, folder: Path
) -> None:
    taken(source, folder)
    assert backups.take(source, folder, "timer", NOON) is None
    touch(old, "Newer Vale")
    assert taken(source, folder).number == 2
    assert backups.take(source, folder, "closing", NOON) is None


def test_numbers_go_up_whatever_the_clock_says_and_are_not_used_again(
    old: Path, source: Source, folder: Path
) -> None:
    for year in (2016, 1999, 2050):
        touch(old, f"Vale of {year}")
        last = taken(source, folder, at=datetime(year, 1, 1, tzinfo=UTC))
    last.path.unlink()
    touch(old, "Vale")
    assert taken(source, folder).number == 4
    assert [backup.number for backup in backups.listed(folder)] == [1, 2, 4]


def test_a_manifest_cut_short_costs_one_line(old: Path, source: Source, folder: Path) -> None:
    taken(source, folder)
    with (folder / manifest.NAME).open("a") as file:
        file.write('{"name": "00000')
    touch(old, "Newer Vale")
    taken(source, folder)
    assert len(manifest.read(folder)) == 2


def test_a_backup_that_fails_is_told_in_a_sentence(source: Source, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    said = backups.attempt(source, blocked, "timer", NOON)
    assert said is not None
    assert said.startswith("No backup was made: ")
    assert backups.attempt(source, tmp_path / "free", "timer", NOON) is None


def test_thinning_removes_nothing_while_none_that_stays_is_sound(
    old: Path, source: Source, folder: Path
) -> None:
    many(old, source, folder, 70)
    for backup in backups.listed(folder)[1:]:
        backup.path.write_bytes(b"rotten")
    assert backups.thin(folder, most_bytes=1) == []


def test_thinning_leaves_the_newest_the_last_sound_and_those_before_a_migration(
    old: Path, source: Source, folder: Path
) -> None:
    first = backups.make_of(old, folder, "before-v1-to-v3", NOON)
    many(old, source, folder, 5)
    *_, sound, newest = backups.listed(folder)
    newest.path.write_bytes(b"rotten")
    gone = backups.thin(folder, most_bytes=1)
    assert backups.listed(folder) == [first, sound, newest]
    assert len(gone) == 3
    assert set(manifest.read(folder)) == {one.path.name for one in (first, sound, newest)}


def many(old: Path, source: Source, folder: Path, count: int) -> None:
    """Make backups a month apart: one real, the others copies of it."""
    touch(old, "Vale")
    real = taken(source, folder)
    for more in range(1, count):
        copy = backups.next_one(folder, "timer", NOON + timedelta(days=30 * more))
        copying.duplicate(real.path, copy.path)
        entry = manifest.read(folder)[real.path.name]
        line = {"name": copy.path.name, **{key: getattr(entry, key) for key in LEFT}}
        with (folder / manifest.NAME).open("a") as file:
            file.write(json.dumps(line) + "\n")


LEFT = ("size", "sha256", "schema", "counts", "state")


@pytest.mark.parametrize(
    ("platform", "environment", "place"),
    [
        ("linux", {}, HOME / ".local/state/pch-desktop/Backups"),
        ("linux", {"XDG_STATE_HOME": "/state"}, Path("/state/pch-desktop/Backups")),
        ("darwin", {}, HOME / "Library/Application Support/PCH Desktop/Backups"),
        ("win32", {"LOCALAPPDATA": "/local"}, Path("/local/PCH Desktop/Backups")),
        ("win32", {}, HOME / "AppData/Local/PCH Desktop/Backups"),
    ],
)
def test_backups_lie_in_the_profile(
    platform: str, environment: dict[str, str], place: Path
) -> None:
    assert backups.place(NUMBER, environment, HOME, platform) == place / NUMBER


@pytest.mark.parametrize("number", ["../../etc", "", "a/b", "/etc", "C:\\x"])
def test_a_number_made_up_to_lead_elsewhere_leads_nowhere(number: str) -> None:
    place = backups.place(number, {}, HOME, "linux")
    assert place.parent == HOME / ".local/state/pch-desktop/Backups"
    assert place.name.count("-") == 4


def test_the_folder_of_a_file_is_that_of_its_own_number(old: Path) -> None:
    assert backups.folder_for(old) == backups.folder(NUMBER)


def every(hours: int, count: int) -> list[Aged]:
    """Backups so many hours apart, the last at noon."""
    start = NOON - timedelta(hours=hours * (count - 1))
    return [Aged(n, start + timedelta(hours=hours * n), 1_000, False) for n in range(count)]


def test_all_of_the_last_two_days_stay_then_days_weeks_and_months() -> None:
    hourly = every(1, 24 * 400)
    kept = thinning.kept(hourly)
    ages = [NOON - backup.at for backup in reversed(hourly) if backup.number in kept]
    assert ages[:48] == [timedelta(hours=hours) for hours in range(48)]
    days = [*range(2, 13), 14, 21, 28, 30, 35, 42]
    months = [60, 91, 122, 152, 183, 213, 244, 273, 304, 335]
    assert [age.days for age in ages[48:]] == days + months


def test_a_file_used_once_a_week_keeps_its_last_dozen() -> None:
    assert {*range(88, 100)} <= thinning.kept(every(24 * 7, 100))


@given(st.lists(st.tuples(MOMENTS, st.booleans()), max_size=80))
def test_whatever_the_clock_did_thinning_never_removes_what_must_stay(
    stamps: list[tuple[datetime, bool]],
) -> None:
    all_of_them = [Aged(n, at, 10_000_000, for_ever) for n, (at, for_ever) in enumerate(stamps)]
    kept = thinning.kept(all_of_them)
    assert {backup.number for backup in all_of_them[-12:]} <= kept
    assert {backup.number for backup in all_of_them if backup.is_for_ever} <= kept
    again = [backup for backup in all_of_them if backup.number in kept]
    assert thinning.kept(again) == kept


@given(st.lists(MOMENTS, min_size=1, max_size=40), st.data())
def test_a_full_folder_still_keeps_the_newest_and_one_known_to_be_sound(
    stamps: list[datetime], drawn: st.DataObject
) -> None:
    all_of_them = [Aged(n, at, 10, n % 9 == 4) for n, at in enumerate(stamps)]
    kept = thinning.kept(all_of_them)
    proof = drawn.draw(st.sampled_from(sorted(kept)))
    most = drawn.draw(st.integers(0, 500))
    left = thinning.within(all_of_them, kept, proof, most)
    must = {proof, max(kept)} | {n for n in kept if n % 9 == 4}
    assert must <= left <= kept
    assert left == must or len(left) * 10 <= most


@given(st.integers(1, 300), st.integers(0, 299), st.integers(-40_000, 40_000))
def test_one_jump_of_the_clock_costs_next_to_nothing(count: int, at: int, days: int) -> None:
    steady = every(1, count)
    jumped = [
        Aged(b.number, b.at + timedelta(days=days) if b.number == at else b.at, b.size, False)
        for b in steady
        if not (b.number == at and not 1 < (b.at.year + days // 365) < 9000)
    ]
    assert len(thinning.kept(steady) - thinning.kept(jumped)) <= 26


def test_fault_04_killed_while_backing_up_no_half_backup_is_ever_listed(tmp_path: Path) -> None:
    numbers: set[int] = set()
    for folder in dying.survive("back_up", tmp_path, dying.rounds(10)):
        found = backups.listed(folder / dying.BACKUPS)
        numbers.add(len(found))
        for backup in found:
            assert copying.faults_of(backup.path) == []
        assert old_files.content(folder / dying.NAME)[0] == "version 1"
        dying.sweep(folder)
        assert old_files.left_over(folder) == []
        again = dying.back_up(folder)
        assert again is None
        assert len(backups.listed(folder / dying.BACKUPS)) in {2, 3}
    assert numbers == {1, 2}
