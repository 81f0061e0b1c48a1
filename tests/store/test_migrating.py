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
from tests.files import make_v0005
from tests.files.make_v0004 import LINES, TOLD, told
from tests.store import dying, old_files

OCCASION = Occasion(old_files.NOON, "Jo Wren")
Figures = dict[str, tuple[object, ...]]
FIRST: Figures = {
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
FOURTH: Figures = {
    "SELECT count(*), sum(weighted) FROM weighted_population": (3, 27_300_000_000),
    "SELECT count(*), sum(annual_pence), sum(non_recurrent_pence), sum(manual_forecast_pence)"
    " FROM budget_line": (15, 4_493_632_199, 4_700, 400_000_005),
    "SELECT count(DISTINCT sector), count(DISTINCT scope), count(DISTINCT contract_form),"
    " count(DISTINCT controllability), count(DISTINCT weighted_by), count(DISTINCT profile),"
    " count(DISTINCT method), count(DISTINCT focus) FROM budget_line": (7, 3, 5, 3, 10, 6, 6, 2),
    "SELECT count(provider_id), count(payer), count(owner), count(commentary), count(code),"
    " sum(is_income), sum(position) FROM budget_line": (14, 14, 14, 14, 14, 1, 47),
    "SELECT count(*), sum(amount_pence), count(batch_id) FROM baseline_part": (18, 390_040_041, 12),
    "SELECT count(*), sum(amount_pence), sum(amount_pence * id) FROM actual": (
        51,
        1_078_461_002,
        17_807_485_705,
    ),
    "SELECT sum(batch_id), sum(partner_id), sum(is_provisional), count(reference),"
    " count(DISTINCT basis) FROM actual": (78, 38, 9, 30, 7),
    "SELECT count(*), sum(amount_pence) FROM budget_month": (12, 183_000_078),
    "SELECT count(*), count(DISTINCT status), count(baseline_year), count(approved_on),"
    " sum(id * (status = 'approved')), max(number) FROM budget_version": (5, 4, 3, 2, 3, 2),
    "SELECT count(DISTINCT phase) FROM budget_year": (5,),
    "SELECT sum(budget_line_id), sum(annual_cost_pence) FROM post": (11, 6_000_003),
    "SELECT budget_line_id, annual_cost_pence FROM service": (7, 12_000_000),
    "SELECT count(*) FROM step WHERE kind != 'migration'": (14,),
    "SELECT count(*) FROM row_change": (124,),
}
"""What the file of schema 4 says, worked out when it was made."""
FIFTH: Figures = {
    "SELECT count(*), sum(funded_wte), sum(annual_cost_pence) FROM post": (
        24,
        249_756,
        41_865_040,
    ),
    "SELECT count(DISTINCT status), count(DISTINCT funding_stream), count(employer_id),"
    " count(practice_id), count(budget_line_id), count(funded_to), count(band), count(note),"
    " count(title) FROM post": (4, 8, 24, 12, 19, 4, 16, 3, 16),
    "SELECT sum(role_id * id), sum(employer_id * id), sum(practice_id * id),"
    " sum(budget_line_id * id) FROM post": (780, 616, 320, 379),
    "SELECT count(*), count(DISTINCT contract_kind), count(DISTINCT leaving_reason),"
    " count(ends_on), sum(weekly_minutes), sum(wte_override), count(wte_reason),"
    " count(destination) FROM assignment": (54, 13, 9, 14, 64_066, 30_135, 6, 14),
    "SELECT sum(post_id * id), sum(person_id * id), sum(weekly_minutes * id) FROM assignment": (
        18_099,
        23_355,
        1_834_113,
    ),
    "SELECT count(*), sum(birth_year), count(staff_code), count(work_email),"
    " count(DISTINCT professional_body), count(registration_expires_on) FROM person": (
        30,
        39_300,
        22,
        24,
        6,
        15,
    ),
    "SELECT count(*), sum(share), sum(practice_id), sum(service_id), sum(assignment_id * share)"
    " FROM deployment": (6, 30_000, 7, 6, 60_000),
    "SELECT count(*), sum(is_additional_role), count(valid_from), count(valid_to) FROM role": (
        4,
        1,
        1,
        1,
    ),
    "SELECT count(*), sum(wte), sum(heads) FROM network_staff": (2, 3_500_000_000, 3),
    "SELECT count(*) FROM step WHERE kind != 'migration'": (11,),
    "SELECT count(*) FROM row_change": (138,),
}
"""What the file of schema 5 says, worked out when it was made."""
FIGURES = {1: FIRST, 4: FOURTH, 5: FIFTH}
"""By schema."""
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
    assert figures(old) == FIRST


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
    for folder in dying.survive("migrate", tmp_path, dying.rounds(12), schema):
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
