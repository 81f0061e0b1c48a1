"""Make ``v0005.pch``: a file as the last program of schema 5 wrote it, all of it invented.

It was run once, with the program as it stood just before schema 6, and the
file is kept; a file of an old schema is never made again, since what it stands
for is what people have on their disks. Beside it stands what that program said
of every post on three days.

    python -m tests.files.make_v0005 FILE
"""

from __future__ import annotations

import csv
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import (
    ContractKind,
    FundingStream,
    LeavingReason,
    PostStatus,
    ProfessionalBody,
)
from pch_desktop.store import workforce
from pch_desktop.store.identity import SCHEMA
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.lock import Holder
from pch_desktop.store.workforce import Place, PostRow

Rows = Iterable[Sequence[int | str | None]]
OURS = 5
WHO = "R. Quill"
BEGAN = datetime(2016, 4, 4, 9, 0, tzinfo=UTC)
DAYS = (date(2015, 9, 30), date(2016, 4, 4), date(2017, 3, 31))
"""The days of which the posts are told."""
FIGURES = ("funded", "in post", "cover", "vacant", "over", "cost")
POSTS, PEOPLE = 24, 30
SCALE = Decimal("0.0001")


class Clock:
    """Eleven minutes later every time it is asked."""

    def __init__(self) -> None:
        self._asked = count()

    def __call__(self) -> datetime:
        """Return the time."""
        return BEGAN + timedelta(minutes=11 * next(self._asked))


def make(path: Path) -> None:
    """Make the file, and what is told of it beside it."""
    if int(SCHEMA) != OURS:
        raise SystemExit(f"This program writes schema {SCHEMA}; v0005.pch needs that of {OURS}.")
    clock = Clock()
    file = LocalityFile.create(path, Holder.here(WHO, BEGAN), clock)
    for label, command in STEPS:
        file.edit(label, command)
    _change_minds(file)
    _write_down(path.with_suffix(".csv"), file)
    file.close()
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA page_size = 512")  # kept in the project: the smaller the better
        plain.execute("VACUUM")


def told(post: PostRow) -> list[int | None]:
    """Return a post's ``FIGURES``: WTE as whole ten-thousandths, money in pence."""
    wtes = (post.established_wte, post.in_post_wte, post.cover_wte, post.vacant_wte, post.over_wte)
    return [*(int(wte / SCALE) for wte in wtes), post.established_cost_pence]


def _write_down(path: Path, file: LocalityFile) -> None:
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("day", "post", "holders", *FIGURES))
        for day in DAYS:
            for post in file.read(workforce.posts, day):
                writer.writerow((day, post.reference, post.holders, *told(post)))


def _put(session: Session, table: str, columns: str, rows: Rows) -> None:
    """Add rows to a table, their numbers counted on from 1."""
    marks = ", ".join("?" * len(columns.split(", ")))
    for row in rows:
        sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        session.connection().exec_driver_sql(sql, tuple(row))


def _locality(session: Session) -> None:
    _put(session, "locality", "id, name, is_sample", [(1, "Cherry Hollow", 0)])
    practices = [(f"Z9200{n}", f"Cherry Practice {n}", "active") for n in (1, 2, 3)]
    _put(session, "practice", "code, name, status", practices)
    partners = (
        ("Cherry Federation", "GP federation", "primary care", "signed"),
        ("Cherry Community Trust", "community trust", "community", "signed"),
        ("Cherry Council", "council", "social care", "engaged"),
    )
    _put(session, "partner", "name, kind, sector, status", partners)
    services = [
        ("FRA", "Frailty team", "frailty or care home", 2, "live"),
        ("HUB", "Urgent hub", "frailty or care home", 1, "idea"),
    ]
    _put(session, "service", "code, name, category, lead_partner_id, status", services)


def _money(session: Session) -> None:
    _put(session, "budget_year", "year, phase", [("2016/17", "shadow")])
    _put(session, "budget_version", "budget_year_id, number, status", [(1, 1, "draft")])
    lines = [
        (
            1,
            f"Line {at}",
            at,
            "community",
            "in",
            "list",
            0,
            0,
            50_000_000 + at,
            "equal",
            "trend",
            "recurrent baseline",
            1,
        )
        for at in (1, 2)
    ]
    _put(session, "budget_line", "version_id, name, position, sector, scope, weighted_by,"
         " is_income, non_recurrent_pence, annual_pence, profile, method, build, is_in_share",
         lines)  # fmt: skip


def _posts(session: Session) -> None:
    roles = [
        ("GP-P", "GP partner", "GP", "primary care", "profit share", 0, None, None),
        ("DN", "District nurse", "nurse", "community", "band 6", 0, "2014-04-01", None),
        ("CP", "Clinical pharmacist", "direct patient care", "primary care", None, 1, None, None),
        ("VOL", "Volunteer", "voluntary", "voluntary", "unpaid", 0, None, "2019-03-31"),
    ]
    columns = "code, name, staff_group, sector, pay_basis, is_additional_role, valid_from, valid_to"
    _put(session, "role", columns, roles)
    streams, statuses = list(FundingStream), list(PostStatus)
    posts = [
        (
            f"P{at:03}", 1 + at % 4, f"Title {at}" if at % 3 else None, 1 + at % 3 or None,
            1 + at % 3 if at % 2 else None, 1 + at % 2 if at % 5 else None,
            streams[at % len(streams)].value, 2_000 + 731 * at, "2014-04-01" if at % 4 else None,
            "2016-09-30" if at % 7 == 0 else None, f"Band {5 + at % 4}" if at % 3 else None,
            2_000_000 + 7_771 * at if at % 6 else None, statuses[at % len(statuses)].value,
            f"Note {at}" if at % 8 == 0 else None,
        )
        for at in range(POSTS)
    ]  # fmt: skip
    columns = (
        "reference, role_id, title, employer_id, practice_id, budget_line_id, funding_stream,"
        " funded_wte, funded_from, funded_to, band, annual_cost_pence, status, note"
    )
    _put(session, "post", columns, posts)


def _people(session: Session) -> None:
    bodies = list(ProfessionalBody)
    people = [
        (
            f"Quill {at}", f"Q{at:03}" if at % 4 else None, 1950 + at if at % 3 else None,
            bodies[at % len(bodies)].value, "2017-01-31" if at % 2 else None,
            f"quill.{at}@cherry.example" if at % 5 else None,
        )
        for at in range(PEOPLE)
    ]  # fmt: skip
    columns = "name, staff_code, birth_year, professional_body, registration_expires_on, work_email"
    _put(session, "person", columns, people)


def _held(session: Session) -> None:
    kinds, reasons = list(ContractKind), list(LeavingReason)
    held = [
        (
            1 + at % POSTS, 1 + at % PEOPLE, kinds[at % len(kinds)].value,
            f"201{4 + at % 3}-0{1 + at % 9}-15", ends if (ends := _ended(at)) else None,
            450 + 45 * (at % 40), 5_000 + at if at % 9 == 0 else None,
            "As agreed with the employer" if at % 9 == 0 else None,
            reasons[at % len(reasons)].value if ends else None, "Elsewhere" if ends else None,
        )
        for at in range(POSTS + PEOPLE)
    ]  # fmt: skip
    columns = (
        "post_id, person_id, contract_kind, starts_on, ends_on, weekly_minutes, wte_override,"
        " wte_reason, leaving_reason, destination"
    )
    _put(session, "assignment", columns, held)
    shares = [
        (1, 1, None, 6_000), (1, 2, None, 4_000), (2, None, 1, 10_000), (3, 1, 1, 2_500),
        (3, 1, 2, 2_500), (3, 2, 2, 5_000),
    ]  # fmt: skip
    _put(session, "deployment", "assignment_id, practice_id, service_id, share", shares)
    staff = [
        ("U99999", "Cherry Network", "2016-03-31", "Direct care", role, wte * 10**6, heads)
        for role, wte, heads in (("Pharmacists", 2_500, 3), ("Paramedics", 1_000, None))
    ]
    columns = "network_code, network_name, counted_on, staff_group, role, wte, heads"
    _put(session, "network_staff", columns, staff)


def _ended(at: int) -> str | None:
    return f"2016-1{at % 3}-28" if at % 4 == 0 else None


def _change_minds(file: LocalityFile) -> None:
    """Leave a past: changes, one taken back and done again, one that stays taken back."""
    file.edit("Rename Quill 4", workforce.set_person, 5, "name", "Quill the fourth")
    file.edit("Hours of Quill 2", workforce.set_assignment, 3, "weekly_minutes", 1_111)
    file.undo()
    file.redo()
    file.edit("Where Quill 0 works", workforce.set_deployment, 1, {Place("Z92003"): Decimal(1)})
    file.undo()


STEPS = (
    ("Set up Cherry Hollow", _locality),
    ("Begin a budget", _money),
    ("Add posts", _posts),
    ("Add people", _people),
    ("Say who holds what", _held),
)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
