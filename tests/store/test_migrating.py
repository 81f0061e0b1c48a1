"""Bringing an older file up to date: all of it, or nothing."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic.operations import Operations

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import ContractKind
from pch_desktop.store import backups, budget, migrating, structure, tally, workforce
from pch_desktop.store.connection import connect, engine
from pch_desktop.store.identity import SCHEMA
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.migrating import Occasion, migrate
from pch_desktop.store.tally import Tally
from pch_desktop.store.workforce import PostRow
from tests import localities
from tests.files import make_v0005, make_v0006, make_v0007
from tests.files.figures import FIGURES, Figures
from tests.files.make_v0004 import LINES, TOLD, told
from tests.store import dying, old_files

OCCASION = Occasion(old_files.NOON, "Jo Wren")
Break = Callable[[Operations], None]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the file of schema 1."""
    return old_files.first(tmp_path)


@pytest.fixture(params=FIGURES)
def schema(request: pytest.FixtureRequest) -> int:
    """Each schema of which a file is kept."""
    return request.param


@pytest.fixture
def any_old(schema: int, tmp_path: Path) -> Path:
    """A copy of the file of each of them."""
    return old_files.copied(schema, tmp_path)


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


def figures(path: Path, schema: int = 1) -> Figures:
    """Return what a file says now of what the file of a schema was asked."""
    return {sql: old_files.rows(path, sql)[0] for sql in FIGURES[schema]}


def breaking(monkeypatch: pytest.MonkeyPatch, wrong: Break, schema: int = 1) -> None:
    """Put a revision at the end that does something wrong."""
    found: list[object] = [*migrating.revisions(schema), SimpleNamespace(upgrade=wrong)]

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
    schema: int, any_old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, bytes_before = old_files.content(any_old), any_old.read_bytes()
    breaking(monkeypatch, fail, schema)
    writer = engine(lambda: connect(any_old, "rw"))
    with pytest.raises(RuntimeError, match="power"):
        migrating.upgrade(writer, schema, OCCASION)
    writer.dispose()
    assert old_files.content(any_old) == before
    assert before[0] == f"version {schema}"
    assert len(bytes_before) == any_old.stat().st_size


def test_fault_34_a_migration_that_raises_is_rolled_back_told_and_its_backup_kept(
    schema: int, any_old: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = any_old.read_bytes()
    breaking(monkeypatch, fail, schema)
    with pytest.raises(Refusal) as refusal:
        migrate(any_old, folder, OCCASION)
    (backup,) = backups.listed(folder)
    assert any_old.read_bytes() == before
    assert backup.path.read_bytes() == before
    assert str(backup.path) in str(refusal.value)
    assert "Nothing was changed" in str(refusal.value)
    assert old_files.left_over(any_old.parent) == []


def test_an_old_file_gives_the_same_figures_once_it_is_brought_up_to_date(
    schema: int, any_old: Path, folder: Path
) -> None:
    assert figures(any_old, schema) == FIGURES[schema]
    held = tally_of(any_old)
    steps = held.counts["step"]
    migrate(any_old, folder, OCCASION)
    assert figures(any_old, schema) == FIGURES[schema]
    losses = tally.losses(held, tally_of(any_old))
    assert losses == [f"step had {steps} and has {steps + 1}"]
    assert old_files.rows(any_old, "PRAGMA user_version") == [(SCHEMA,)]


def test_services_of_the_first_schema_have_no_focus_yet(old: Path, folder: Path) -> None:
    migrate(old, folder, OCCASION)
    assert old_files.rows(old, "SELECT count(*) FROM service WHERE focus IS NULL") == [(3,)]


def test_lines_of_schema_4_stand_as_the_program_of_that_time_worked_them_out(
    tmp_path: Path, profile: Path
) -> None:
    path = old_files.copied(4, tmp_path)
    with old_files.kept(4).with_suffix(".csv").open(encoding="utf-8", newline="") as written:
        then = list(csv.reader(written))[1:]
    with closing(localities.opened(path)) as file:
        now = [
            [month, line.name, *("" if pence is None else str(pence) for pence in told(line))]
            for month in TOLD
            for line in file.read(budget.lines, Month.read(month))
        ]
    assert now == then
    assert len(now) == len(TOLD) * len(LINES)


def test_a_budget_of_schema_4_goes_on_as_it_was(tmp_path: Path, folder: Path) -> None:
    path = old_files.copied(4, tmp_path)
    migrate(path, folder, OCCASION)
    plain = "SELECT DISTINCT build, is_in_share, uplift_key, pace_share, funded_to FROM budget_line"
    assert old_files.rows(path, plain) == [("recurrent baseline", 1, None, None, None)]
    spending = "SELECT DISTINCT kind, reverses_id, is_prior_year, row_number FROM actual"
    assert old_files.rows(path, spending) == [("spending", None, 0, None)]
    versions = "SELECT DISTINCT top_slice_share, registered_people, words FROM budget_version"
    assert old_files.rows(path, versions) == [(None, None, None)]
    assert old_files.rows(path, "SELECT count(*) FROM virement") == [(0,)]


def test_posts_of_schema_5_stand_as_the_program_of_that_time_worked_them_out(
    tmp_path: Path, profile: Path
) -> None:
    path = old_files.copied(5, tmp_path)
    with old_files.kept(5).with_suffix(".csv").open(encoding="utf-8", newline="") as written:
        then = list(csv.reader(written))[1:]
    with closing(localities.opened(path)) as file:
        now = [_told_of_a_post(file, post, day) for day, post in _posts_on(file)]
    assert now == then
    assert len(now) == len(make_v0005.DAYS) * make_v0005.POSTS


def _posts_on(file: LocalityFile) -> Iterator[tuple[date, PostRow]]:
    for day in make_v0005.DAYS:
        for post in file.read(workforce.posts, day):
            yield day, post


def _told_of_a_post(file: LocalityFile, post: PostRow, day: date) -> list[str]:
    """Return what the program of that time told: it did not count zero hours as cover,
    nor say who is seconded out."""
    since = [
        one.wte
        for one in file.read(workforce.held, day)
        if one.post_id == post.id and one.contract_kind is ContractKind.ZERO_HOURS
    ]
    then = replace(post, cover_wte=post.cover_wte - sum(since, Decimal(0)))
    figures = make_v0005.told(then)
    return [
        day.isoformat(),
        post.reference,
        post.holders.replace(" (seconded out)", ""),
        *("" if value is None else str(value) for value in figures),
    ]


def test_a_team_of_schema_5_goes_on_as_it_was(tmp_path: Path, folder: Path) -> None:
    path = old_files.copied(5, tmp_path)
    migrate(path, folder, OCCASION)
    plain = "SELECT DISTINCT is_recruitable, pay_point_id, site_id FROM post"
    assert old_files.rows(path, plain) == [(1, None, None)]
    held = "SELECT DISTINCT pension_scheme, full_time_pay_pence, other_employer_id FROM assignment"
    assert old_files.rows(path, held) == [(None, None, None)]
    assert old_files.rows(path, "SELECT DISTINCT anonymised_on FROM person") == [(None,)]
    standing = "SELECT code, standing FROM role WHERE standing != 'as usual'"
    assert old_files.rows(path, standing) == []
    for table in ("recruitment", "competency", "demand_scenario", "team", "pay_point"):
        assert old_files.rows(path, f"SELECT count(*) FROM {table}") == [(0,)]


def _as_of_6(row: list[str]) -> list[str]:
    """Return a row as the program of schema 6 told it: it did not say who had signed in part."""
    return ["out for signature" if value == "part-signed" else value for value in row]


def test_services_of_schema_6_stand_as_the_program_of_that_time_told_them(
    tmp_path: Path, profile: Path
) -> None:
    path = old_files.copied(6, tmp_path)
    with old_files.kept(6).with_suffix(".csv").open(encoding="utf-8", newline="") as written:
        then = list(csv.reader(written))
    with closing(localities.opened(path)) as file:
        assert [_as_of_6(row) for row in make_v0006.told(file)] == then
    told = make_v0006.SERVICES + make_v0006.AGREEMENTS
    assert len(then) == told * len(make_v0006.MONTHS)


def test_services_and_agreements_of_schema_6_go_on_as_they_were(
    tmp_path: Path, folder: Path
) -> None:
    path = old_files.copied(6, tmp_path)
    migrate(path, folder, OCCASION)
    plain = "SELECT DISTINCT is_triaged, is_from_hospital, has_beds, takes_calls, due_days"
    assert old_files.rows(path, f"{plain} FROM service") == [(0, 0, 0, 0, None)]
    months = "SELECT DISTINCT planned_sessions, accepted, face_to_face, admissions_avoided"
    assert old_files.rows(path, f"{months} FROM service_month") == [(None,) * 4]
    agreed = "SELECT DISTINCT signatures_needed, terms, file_path FROM agreement"
    assert old_files.rows(path, agreed) == [(None,) * 3]
    assert old_files.rows(path, "SELECT DISTINCT owner, tenure FROM site") == [(None, None)]
    for table in ("room", "booking", "forum", "activity_part", "wait_count", "engagement"):
        assert old_files.rows(path, f"SELECT count(*) FROM {table}") == [(0,)]


def test_bringing_two_copies_up_to_date_gives_the_same_file_twice(
    schema: int, tmp_path: Path, folder: Path
) -> None:
    first, second = (old_files.copied(schema, tmp_path, f"{name}.pch") for name in ("one", "two"))
    migrate(first, folder, OCCASION)
    migrate(second, folder, OCCASION)
    assert figures(first, schema) == figures(second, schema) == FIGURES[schema]
    assert [backup.number for backup in backups.listed(folder)] == [1, 2]


def test_an_old_file_opens_and_a_second_opening_changes_nothing_more(
    schema: int, any_old: Path, profile: Path
) -> None:
    localities.opened(any_old).close()
    (backup,) = profile.rglob("*.pch")
    assert backup.name.endswith(f"--before-v{schema}-to-v{SCHEMA}.pch")
    assert backup.read_bytes() == old_files.kept(schema).read_bytes()
    once = any_old.read_bytes()
    localities.opened(any_old).close()
    assert any_old.read_bytes() == once
    assert len(list(profile.rglob("*.pch"))) == 1


def test_undo_stops_at_a_migration_and_the_history_still_verifies(
    any_old: Path, profile: Path
) -> None:
    file = localities.opened(any_old)
    assert file.to_undo is None
    assert file.to_redo is None
    assert file.read(localities.findings) == []
    file.close()


def test_a_migrated_file_is_built_as_a_new_one(any_old: Path, folder: Path) -> None:
    assert old_files.differences(any_old) != []
    migrate(any_old, folder, OCCASION)
    assert old_files.differences(any_old) == []


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
    assert figures(old) == FIGURES[1]


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


def test_fault_03_killed_at_any_statement_the_file_is_all_old_or_all_new(
    schema: int, tmp_path: Path
) -> None:
    original = old_files.content(old_files.kept(schema))
    seen: set[int] = set()
    for folder in dying.survive(
        "migrate", tmp_path, dying.rounds(12 if schema == max(FIGURES) else 8), schema
    ):
        path = folder / dying.NAME
        (version,) = old_files.rows(path, "PRAGMA user_version")[0:1][0]
        assert isinstance(version, int)
        seen.add(version)
        if version == schema:
            assert old_files.content(path) == original
            migrate(path, folder / dying.BACKUPS, OCCASION)
        dying.sweep(folder)
        assert old_files.differences(path) == []
        assert figures(path, schema) == FIGURES[schema]
        assert old_files.left_over(folder) == []
    assert seen == {schema, SCHEMA}


def tally_of(path: Path) -> Tally:
    """Return how much a file holds."""
    with closing(connect(path, "ro")) as connection:
        return tally.of(connection)


def test_shipped_structure_is_that_of_a_file_made_today(tmp_path: Path) -> None:
    path = tmp_path / "made.pch"
    localities.made(path).close()
    with closing(connect(path, "ro")) as connection:
        assert structure.of(connection) == structure.shipped()


def test_bookings_waits_and_votes_of_schema_7_stand_as_the_program_of_that_time_told_them(
    tmp_path: Path, profile: Path
) -> None:
    path = old_files.copied(7, tmp_path)
    with old_files.kept(7).with_suffix(".csv").open(encoding="utf-8", newline="") as written:
        then = list(csv.reader(written))
    with closing(localities.opened(path)) as file:
        assert list(make_v0007.told(file)) == then
    assert len(then) == make_v0007.BOOKINGS + 2 * 3 + make_v0007.VOTES


def test_a_file_of_schema_7_knows_nothing_yet_of_its_board(tmp_path: Path, folder: Path) -> None:
    path = old_files.copied(7, tmp_path)
    migrate(path, folder, OCCASION)
    for table in ("meeting", "risk", "initiative", "issued_pack", "pack_words", "logo"):
        assert old_files.rows(path, f"SELECT count(*) FROM {table}") == [(0,)]
