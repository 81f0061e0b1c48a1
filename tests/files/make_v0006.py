"""Make ``v0006.pch``: a file as the last program of schema 6 wrote it, all of it invented.

It was run once, with the program as it stood just before schema 7, and the
file is kept; a file of an old schema is never made again, since what it stands
for is what people have on their disks. Beside it stands what that program said
of every service in three months, and of every agreement on three days.

    python -m tests.files.make_v0006 FILE
"""

from __future__ import annotations

import csv
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy.orm import Session

from pch_desktop.domain.partners import (
    AgreementKind,
    AgreementStatus,
    ContactRole,
    PartnerKind,
    PartnerRole,
    PartnerStatus,
    Sector,
)
from pch_desktop.domain.period import Month
from pch_desktop.domain.services import AccessRoute, Category, Focus, ServiceStatus
from pch_desktop.store import partners, services
from pch_desktop.store.identity import SCHEMA
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.lock import Holder
from pch_desktop.store.partners import AgreementRow
from pch_desktop.store.services import ServiceRow

Rows = Iterable[Sequence[int | str | None]]
OURS = 6
WHO = "P. Dock"
BEGAN = datetime(2017, 2, 6, 9, 0, tzinfo=UTC)
MONTHS = (Month(2016, 4), Month(2016, 11), Month(2017, 3))
"""The months of which the services are told, and the agreements on their last days."""
SERVICES, PARTNERS, AGREEMENTS = 18, 12, 14


class Clock:
    """Seven minutes later every time it is asked."""

    def __init__(self) -> None:
        self._asked = count()

    def __call__(self) -> datetime:
        """Return the time."""
        return BEGAN + timedelta(minutes=7 * next(self._asked))


def make(path: Path) -> None:
    """Make the file, and what is told of it beside it."""
    if int(SCHEMA) != OURS:
        raise SystemExit(f"This program writes schema {SCHEMA}; v0006.pch needs that of {OURS}.")
    clock = Clock()
    file = LocalityFile.create(path, Holder.here(WHO, BEGAN), clock)
    for label, command in STEPS:
        file.edit(label, command)
    _change_minds(file)
    with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, lineterminator="\n").writerows(told(file))
    file.close()
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA page_size = 512")  # kept in the project: the smaller the better
        plain.execute("VACUUM")


def told(file: LocalityFile) -> Iterator[list[str]]:
    """Yield what is told of every service and agreement, month by month."""
    for month in MONTHS:
        for service in file.read(services.services, month):
            yield [str(month), *map(_plain, _of_a_service(service))]
        for agreement in file.read(partners.agreements, month.last):
            yield [str(month), *map(_plain, _of_an_agreement(agreement))]


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _of_a_service(row: ServiceRow) -> Iterator[object]:
    yield from (row.code, row.name, row.category, row.status, row.lead, row.delivering, row.sites)
    yield from (row.access_route, row.days_open, row.weekly_minutes, row.annual_cost_pence)
    if row.month:
        did = row.month.activity
        yield from (row.month.sessions, row.month.referrals, row.month.waiting)
        yield from (did.fill_share, did.utilisation_share, did.not_attended_share, did.lost_slots)


def _of_an_agreement(row: AgreementRow) -> Iterator[object]:
    yield from (row.title, row.kind, row.standing, row.parties, row.party_count, row.signed_count)
    yield from (row.expires_on, row.notice_days, row.value_pence)


def _put(session: Session, table: str, columns: str, rows: Rows) -> None:
    """Add rows to a table, their numbers counted on from 1."""
    marks = ", ".join("?" * len(columns.split(", ")))
    for row in rows:
        sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        session.connection().exec_driver_sql(sql, tuple(row))


def _locality(session: Session) -> None:
    _put(session, "locality", "id, name, is_sample", [(1, "Dill Marsh", 0)])
    practices = [(f"Z9300{n}", f"Dill Practice {n}", "active") for n in (1, 2, 3)]
    _put(session, "practice", "code, name, status", practices)
    sites = [
        ("Dill Hospital", None, "ZZ1 1AA", 1, None),
        ("Marsh Rooms", 1, None, 0, "Upstairs"),
        ("Mill House", 3, "ZZ2 2BB", 0, None),
    ]
    _put(session, "site", "name, practice_id, postcode, is_hub, note", sites)


def _partners(session: Session) -> None:
    kinds, sectors, statuses = list(PartnerKind), list(Sector), list(PartnerStatus)
    rows = [
        (
            f"Dill Partner {at}", f"DP{at}" if at % 2 else None, kinds[at * 2].value,
            sectors[at % len(sectors)].value, f"Z{at:02}" if at % 3 else None,
            1 + at % 3 if at < 3 else None, statuses[at % len(statuses)].value,
            at % 4 if at % 5 else None, "2015-10-01" if at % 2 else None,
        )
        for at in range(PARTNERS)
    ]  # fmt: skip
    _put(session, "partner", "name, short_name, kind, sector, ods_code, practice_id, status,"
         " votes, joined_on", rows)  # fmt: skip
    roles = list(PartnerRole)
    parts = [(1 + at, roles[at % len(roles)].value) for at in range(PARTNERS)]
    _put(session, "partner_part", "partner_id, role", parts)
    works = list(ContactRole)
    people = [
        (1 + at, f"Dock {at}", f"dock.{at}@dill.example", works[at % len(works)].value, at % 2)
        for at in range(PARTNERS)
    ]
    _put(session, "contact", "partner_id, name, work_email, role, is_preferred", people)


def _services(session: Session) -> None:
    of, routes, statuses = list(Category), list(AccessRoute), list(ServiceStatus)
    rows = [
        (
            f"S{at:02}", f"Dill Service {at}", of[at % len(of)].value,
            1 + at % PARTNERS if at % 4 else None, routes[at % len(routes)].value,
            statuses[at % len(statuses)].value, "home; hub" if at % 3 else None,
            "2016-04-01" if at % 2 else None, "2018-03-31" if at % 5 == 0 else None,
            1_000_000 + 777 * at if at % 6 else None, list(Focus)[at % 2].value,
        )
        for at in range(SERVICES)
    ]  # fmt: skip
    _put(session, "service", "code, name, category, lead_partner_id, access_route, status,"
         " settings, live_on, funding_ends_on, annual_cost_pence, focus", rows)  # fmt: skip
    beside = [(1 + at, 1 + (at + 3) % PARTNERS) for at in range(SERVICES)]
    _put(session, "service_partner", "service_id, partner_id", beside)
    sites = [(1 + at, 1 + at % 3) for at in range(SERVICES)]
    _put(session, "service_site", "service_id, site_id", sites)
    hours = [
        (1 + at, day, 480 + 30 * (at % 4), 1020 + 15 * (at % 7))
        for at in range(SERVICES)
        for day in range(1, 4 + at % 5)
        if at % 6
    ]
    _put(session, "opening", "service_id, weekday, opens_minute, closes_minute", hours)


def _months(session: Session) -> None:
    rows = [
        (
            1 + at, str(month), 4 + at % 5, 100 + 7 * at, 90 + 6 * at if at % 7 else None,
            80 + 5 * at, 3 + at % 4, 60 + at, 10 + at if at % 3 else None, at % 2,
        )
        for at in range(0, SERVICES, 2)
        for month in map(MONTHS[0].plus, range(9))
    ]  # fmt: skip
    _put(session, "service_month", "service_id, month, sessions, slots, booked, attended,"
         " not_attended, referrals, waiting, is_provisional", rows)  # fmt: skip


def _agreements(session: Session) -> None:
    kinds, statuses = list(AgreementKind), list(AgreementStatus)
    rows = [
        (
            f"Dill Agreement {at}", kinds[at % len(kinds)].value, f"A/{at}" if at % 2 else None,
            statuses[at % len(statuses)].value, "2016-04-01",
            (date(2016, 10, 31) + timedelta(days=31 * at)).isoformat() if at % 4 else None,
            30 * (at % 4) or None, at % 2, 5_000_000 + at if at % 3 else None,
        )
        for at in range(AGREEMENTS)
    ]  # fmt: skip
    _put(session, "agreement", "title, kind, reference, status, effective_on, expires_on,"
         " notice_days, renews_itself, value_pence", rows)  # fmt: skip
    parties = [
        (1 + at, 1 + (at + step) % PARTNERS, "Dock" if step % 2 else None,
         "2016-03-30" if step % 2 else None)
        for at in range(AGREEMENTS)
        for step in range(1 + at % 4)
    ]  # fmt: skip
    _put(session, "agreement_party", "agreement_id, partner_id, signed_by, signed_on", parties)


def _change_minds(file: LocalityFile) -> None:
    """Leave a past: a change, one taken back and done again, one that stays taken back."""
    file.edit("Rename service", services.set_service, 5, "name", "Dill Service the fourth")
    file.edit("Rename partner", partners.set_partner, 4, "name", "Dill Partner the third")
    file.undo()
    file.redo()
    file.edit("Rename partner", partners.set_partner, 4, "name", "Dill Partner no more")
    file.undo()


STEPS = (
    ("Set up Dill Marsh", _locality),
    ("Add partners", _partners),
    ("Add services", _services),
    ("Add months", _months),
    ("Add agreements", _agreements),
)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
