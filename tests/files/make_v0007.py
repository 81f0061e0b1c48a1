"""Make ``v0007.pch``: Dill Marsh as the last program of schema 7 carried it on, all invented.

It was run once, with the program as it stood just before schema 8, on a copy of
``v0006.pch``; so its history holds a migration. Beside it stands what that program
said of every booking, wait and vote.

    python -m tests.files.make_v0007 FILE
"""

from __future__ import annotations

import csv
import shutil
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy.orm import Session

from pch_desktop.domain.partners import Cast, DecisionRule, ForumKind
from pch_desktop.domain.period import Month
from pch_desktop.domain.services_waits import Spell
from pch_desktop.store import estates, partners, services
from pch_desktop.store.identity import SCHEMA
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.lock import Holder

Rows = Iterable[Sequence[int | str | None]]
OURS = 7
WHO = "Q. Quay"
BEGAN = datetime(2017, 3, 6, 9, 0, tzinfo=UTC)
MONTHS = (Month(2016, 11), Month(2017, 1))
BOOKINGS, VOTES = 24, 6


def make(path: Path) -> None:
    """Make the file, and what is told of it beside it."""
    if int(SCHEMA) != OURS:
        raise SystemExit(f"This program writes schema {SCHEMA}; v0007.pch needs that of {OURS}.")
    shutil.copyfile(Path(__file__).with_name("v0006.pch"), path)
    ticks = count()
    file = LocalityFile(
        path, Holder.here(WHO, BEGAN), lambda: BEGAN + timedelta(minutes=7 * next(ticks))
    )
    for label, command in STEPS:
        file.edit(label, command)
    file.edit("Rename room", estates.set_room, 2, "name", "The other room")
    file.undo()
    with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, lineterminator="\n").writerows(told(file))
    file.close()
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA page_size = 512")  # kept in the project: the smaller the better
        plain.execute("VACUUM")


def told(file: LocalityFile) -> Iterator[list[str]]:
    """Yield what is told of every booking, every wait in two months and every vote."""
    for booking in file.read(estates.bookings, date(2016, 11, 1), date(2017, 3, 31)):
        yield [booking.name, booking.partner or "", booking.status.value, str(booking.charge_pence)]
    for month in MONTHS:
        for wait in file.read(services.waits, month):
            if wait.kind is not None:
                yield [str(month), wait.name, wait.kind.value, *map(_spell, wait.spells)]
    for vote in file.read(partners.votes):
        yield [vote.question, vote.verdict.outcome.value, vote.verdict.why]


def _spell(spell: Spell) -> str:
    return f"{spell.from_days} to {spell.until_days}: {spell.people}"


def _put(session: Session, table: str, columns: str, rows: Rows) -> None:
    """Add rows to a table, their numbers counted on from 1."""
    marks = ", ".join("?" * len(columns.split(", ")))
    for row in rows:
        sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        session.connection().exec_driver_sql(sql, tuple(row))


def _rooms(session: Session) -> None:
    rooms = [(1, "Room 1", "consulting", 1500, 1), (1, "Room 2", "treatment", None, 1)]
    _put(session, "room", "site_id, name, kind, hourly_pence, is_bookable", rooms)
    used = ("used", "part", "not used", None)
    rows = [
        (
            1 + at % 2, 1 + at % 12, 1 + at % 18, f"2016-1{1 + at % 2}-{5 + at:02}", 540 + at * 5,
            660 + at * 10, ("provisional", "confirmed", "cancelled")[at % 3], used[at % 4],
            30 if at % 4 == 1 else None, 2000 if at % 5 == 0 else None,
        )
        for at in range(BOOKINGS)
    ]  # fmt: skip
    columns = "room_id, partner_id, service_id, day, starts_minute, ends_minute, status, used"
    _put(session, "booking", f"{columns}, used_minutes, charge_pence", rows)


def _waits(session: Session) -> None:
    rows = [
        (service, month, "bands", first, first + 7 if first < 28 else None, service + first)
        for service in (1, 4, 7)
        for month in ("2016-11", "2017-01")
        for first in (0, 7, 14, 21, 28)
    ]
    _put(session, "wait_count", "service_id, month, kind, from_days, until_days, people", rows)


def _votes(session: Session) -> None:
    for at, rule in enumerate(DecisionRule):
        fields = {"rule": rule, "quorum": 2}
        forum = partners.add_forum(session, f"Dill forum {at + 1}", ForumKind.BOARD, fields)
        for of in (0, 2, 5):
            partners.add_seat(session, forum, f"Dill Partner {of}", {"votes": of % 3 + 1})
        said = {1: Cast.FOR, 3: Cast.FOR, 6: Cast.AGAINST}
        on = date(2017, 2, 1 + at)
        partners.add_vote(session, f"Dill forum {at + 1}", f"Question {at + 1}?", on, said)


STEPS = (("Add rooms", _rooms), ("Add waits", _waits), ("Add votes", _votes))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
