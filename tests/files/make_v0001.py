"""Make ``v0001.pch``: a file as the first version of the program wrote it, all of it invented.

It was run once and the file is kept; a file of an old schema is never made
again, since what it stands for is what people have on their disks.

    python -m tests.files.make_v0001 FILE
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, MetaData, create_engine, event
from sqlalchemy.pool import StaticPool

from pch_desktop.models.history import StepKind
from pch_desktop.store import history
from pch_desktop.store.connection import connect
from pch_desktop.store.history import Edit
from pch_desktop.store.identity import APPLICATION_ID
from pch_desktop.store.migrations import m0001_first
from pch_desktop.store.recorder import HISTORY, watch

Rows = Iterable[Sequence[int | str | None]]
WHO = "R. Quill"
BEGAN = datetime(2016, 4, 4, 9, 0, tzinfo=UTC)
DOCUMENT_ID = "6f1d5a52-0c3e-4b5e-9d7a-2f7c1f0e0001"
PRACTICES = (
    ("Z90001", "Elm Street Surgery", 9120),
    ("Z90002", "Harbour Medical Centre", 11840),
    ("Z90003", "The Old Forge Practice", 6275),
    ("Z90004", "Northgate Surgery", 7430),
    ("Z90005", "Willow Bank Practice", 4985),
)
QUARTERS = tuple(f"{y}-{m:02}-01" for y in (2015, 2016) for m in (1, 4, 7, 10))
MONTHS = tuple(f"{y}-{m:02}" for y, m in [(2016, m) for m in range(4, 13)] + [(2017, 1)])
LINES = (
    ("Primary medical services", "primary care", 412_345_678),
    ("Prescribing", "primary care", 598_700_150),
    ("Community nursing", "community", 301_222_333),
    ("Urgent care", "secondary care", 455_010_101),
    ("Planned care", "secondary care", 702_499_999),
    ("Mental health", "mental health", 188_888_888),
    ("Care at home", "social care", 97_500_000),
    ("Voluntary sector grants", "voluntary", 4_250_050),
)


class Author:
    """Somebody who writes into the file, a step at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._at = BEGAN

    def put(self, table: str, columns: str, rows: Rows) -> None:
        """Add rows to a table, their numbers counted on from 1."""
        width = len(columns.split(", "))
        marks = ", ".join("?" * width)
        for row in rows:
            sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
            self._connection.exec_driver_sql(sql, tuple(row))

    def step(self, label: str) -> None:
        """Seal what was put since the last step, an hour and a half later."""
        self._at += timedelta(minutes=90)
        history.record(self._connection, self._at, WHO, label)

    def take_back(self, label: str) -> None:
        """Undo the last step."""
        self._at += timedelta(minutes=1)
        last = self._connection.exec_driver_sql("SELECT max(id) FROM step").scalar_one()
        edit = Edit(last, label)
        history.reverse(self._connection, edit, StepKind.UNDO, self._at, WHO)


def make(path: Path) -> None:
    """Make the file."""
    with closing(connect(path, "rwc")) as plain:
        engine = create_engine("sqlite://", creator=lambda: plain, poolclass=StaticPool)
        event.listen(engine, "begin", _begin)
        with engine.begin() as connection:
            m0001_first.upgrade(Operations(MigrationContext.configure(connection)))
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql("PRAGMA user_version = 1")
            found = MetaData()
            found.reflect(connection)
            Author(connection).put("setting", "key, value", [("document_id", DOCUMENT_ID)])
            tables = [table for name, table in found.tables.items() if name not in HISTORY]
            watch(plain, tables, "making_")
            author = Author(connection)
            for part in PARTS:
                part(author)
        plain.execute(
            "PRAGMA page_size = 1024"
        )  # the file is kept in the project: the smaller the better
        plain.execute("VACUUM")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _locality(author: Author) -> None:
    columns = "id, name, region, vehicle, population_stated, starter, is_sample"
    row = (1, "Alder Vale", "North", "memorandum between partners", 40_000, None, 0)
    author.put("locality", columns, [row])
    author.put("setting", "key, value", [("budget_year", "2016/17")])
    why = (("Why", 1, "Care near home, by one team."), ("What", 2, "Five practices together."))
    author.put("site_statement", "heading, position, text", why)
    author.step("Set up Alder Vale")


def _population(author: Author) -> None:
    practices = [(code, name, "active") for code, name, _ in PRACTICES]
    author.put("practice", "code, name, status", practices)
    batch = ("list sizes", "lists.csv", "0" * 64, "2016-04-04T09:30:00+00:00", 42, 40, 2)
    columns = "kind, file_name, file_digest, at, rows_read, rows_kept, rows_refused"
    author.put("import_batch", columns, [batch])
    lists = [
        (practice, day, "all", 0, 130, people + 13 * quarter * practice, "lists.csv", 1)
        for practice, (_, _, people) in enumerate(PRACTICES, 1)
        for quarter, day in enumerate(QUARTERS)
    ]
    columns = "practice_id, taken_on, sex, age_from, age_to, people, source, batch_id"
    author.put("list_snapshot", columns, lists)
    weighted = [
        (practice, year, kind, people * 1_000_000, people * 1_000_000 + practice * 125_000 * more)
        for practice, (_, _, people) in enumerate(PRACTICES, 1)
        for year in ("2015/16", "2016/17")
        for more, kind in enumerate(("carr_hill", "community"), 1)
    ]
    columns = "practice_id, year, weighting, registered, weighted"
    author.put("weighted_population", columns, weighted)
    author.step("Import list sizes")


def _partners(author: Author) -> None:
    partners = (
        ("Alder Vale Federation", "GP federation", "primary care", None, "signed"),
        ("Vale Community Trust", "community trust", "community", None, "signed"),
        ("Vale Hospital Trust", "acute trust", "secondary care", None, "engaged"),
        ("Elm Street Surgery", "GP practice", "primary care", 1, "signed"),
        ("Neighbours Together", "charity or voluntary organisation", "voluntary", None, "prospect"),
    )
    author.put("partner", "name, kind, sector, practice_id, status", partners)
    parts = ((1, "host or employer"), (2, "provider"), (3, "provider"))
    author.put("partner_part", "partner_id, role", parts)
    contacts = ((2, "P. Marlow", "community lead", "p.marlow@example.org", "operational", 1),)
    columns = "partner_id, name, job_title, work_email, role, is_preferred"
    author.put("contact", columns, contacts)
    agreement = ("Alliance of the Vale", "alliance agreement", "in force", 0, 1_250_000)
    author.put("agreement", "title, kind, status, renews_itself, value_pence", [agreement])
    author.put("agreement_party", "agreement_id, partner_id", [(1, 1), (1, 2)])
    author.step("Add partners")


def _budget(author: Author) -> None:
    author.put("budget_year", "year, phase", [("2016/17", "shadow")])
    columns = "budget_year_id, number, status, baseline_year"
    author.put("budget_version", columns, [(1, 1, "approved", "2015/16")])
    lines = [
        (1, name, at, sector, "in", 2, "list", 0, 0, annual, "equal", "weighted by profile")
        for at, (name, sector, annual) in enumerate(LINES)
    ]
    columns = (
        "version_id, name, position, sector, scope, provider_id, weighted_by, is_income,"
        " non_recurrent_pence, annual_pence, profile, method"
    )
    author.put("budget_line", columns, lines)
    share = [
        (line, practice, "2015/16", annual // 5 + 7 * practice)
        for line, (_, _, annual) in enumerate(LINES[:2], 1)
        for practice in range(1, 6)
    ]
    whole = [(line, None, "2015/16", LINES[line - 1][2] - 1_000) for line in range(3, 9)]
    author.put("baseline_part", "line_id, practice_id, year, amount_pence", share + whole)
    actuals = [
        (line, month, annual // 12 + (at - 4) * 1_111 * line, "entered by hand", 0)
        for line, (_, _, annual) in enumerate(LINES, 1)
        for at, month in enumerate(MONTHS[:7])
    ]
    columns = "line_id, month, amount_pence, basis, is_provisional"
    author.put("actual", columns, actuals)
    author.step("Set the budget for 2016/17")


def _workforce(author: Author) -> None:
    roles = (
        ("GP", "General practitioner", "GP", "primary care"),
        ("PN", "Practice nurse", "nurse", "primary care"),
        ("DN", "District nurse", "nurse", "community"),
        ("CP", "Clinical pharmacist", "direct patient care", "primary care"),
    )
    columns = "code, name, staff_group, sector, is_additional_role"
    author.put("role", columns, [(*role, int(role[0] == "CP")) for role in roles])
    posts = [
        (f"P{n:03}", 1 + n % 4, 1 + n % 2, 1 + n % 5, 1 + n % 3, "core practice", 8000 + 250 * n,
         3_000_000 + 12_345 * n, "active")
        for n in range(1, 13)
    ]  # fmt: skip
    columns = (
        "reference, role_id, employer_id, practice_id, budget_line_id, funding_stream,"
        " funded_wte, annual_cost_pence, status"
    )
    author.put("post", columns, posts)
    people = [(f"Person {n:02}", f"S{n:03}", 1960 + 3 * n, "none") for n in range(1, 11)]
    author.put("person", "name, staff_code, birth_year, professional_body", people)
    held = [(n, n, "permanent", "2016-04-01", 1500 + 75 * n) for n in range(1, 11)]
    columns = "post_id, person_id, contract_kind, starts_on, weekly_minutes"
    author.put("assignment", columns, held)
    author.step("Add the team")


def _services(author: Author) -> None:
    services = (
        ("FRA", "Frailty team", "frailty or care home", 2, 3, "GP referral", "live", 12_000_000),
        ("PHY", "First-contact physiotherapy", "musculoskeletal", 2, 3, None, "live", 8_400_050),
        ("SOC", "Social prescribing", "social prescribing", 5, 8, None, "pilot", 3_100_000),
    )
    columns = (
        "code, name, category, lead_partner_id, budget_line_id, access_route, status,"
        " annual_cost_pence"
    )
    author.put("service", columns, services)
    author.put("service_partner", "service_id, partner_id", [(1, 1), (3, 2)])
    author.put("site", "name, practice_id, is_hub", [("Vale Hub", None, 1), ("Elm Street", 1, 0)])
    author.put("service_site", "service_id, site_id", [(1, 1), (2, 2)])
    author.put(
        "opening",
        "service_id, weekday, opens_minute, closes_minute",
        [(1, day, 480, 1080) for day in range(1, 6)],
    )
    months = [
        (service, month, 100 + 5 * at, 90 + 4 * at, 80 + 3 * at if at != 4 else None, 0)
        for service in (1, 2, 3)
        for at, month in enumerate(MONTHS)
    ]
    columns = "service_id, month, slots, booked, attended, is_provisional"
    author.put("service_month", columns, months)
    author.put("deployment", "assignment_id, service_id, share", [(1, 1, 4000), (1, 2, 6000)])
    author.step("Add services and their months")


def _change_of_mind(author: Author) -> None:
    author.put("site_statement", "heading, position, text", [("How", 3, "By next spring.")])
    author.step("Say how")
    author.take_back("Say how")


PARTS = (_locality, _population, _partners, _budget, _workforce, _services, _change_of_mind)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
