"""Small invented localities for the tests, and the sample, as files.

To make a file takes several times as long as to open a copy of one, so ``empty``,
``made``, ``sample`` and ``like`` make each kind once in a process and copy it. A copy
is a file of its own: it has a number of its own, as every new file has.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.models.budget import Actual, BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.locality import Locality
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice
from pch_desktop.models.workforce import Assignment, Person, Post, Role
from pch_desktop.store.chain import Finding, verify
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.lock import Holder
from pch_desktop.store.recorder import WATCHED

NOON = datetime(2016, 10, 31, 12, tzinfo=UTC)
APRIL = date(2016, 4, 1)
YEAR = FinancialYear.read("2016/17")
State = dict[str, list[tuple[object, ...]]]
Making = Callable[[Path], LocalityFile]
NUMBERED = "UPDATE setting SET value = ? WHERE key = 'document_id'"


def noon() -> datetime:
    """A clock that has stopped."""
    return NOON


def holder(user: str = "Jo Wren") -> Holder:
    """This process, in somebody's name."""
    return Holder.here(user, NOON)


def opened(path: Path, user: str = "Jo Wren") -> LocalityFile:
    """Open a file at noon."""
    return LocalityFile(path, holder(user), noon)


def like(making: Making, path: Path, user: str = "Jo Wren") -> LocalityFile:
    """Copy what a function makes to where no file is yet, and open it at noon.

    Args:
        making: a function of a module that makes a file at a path and returns it open.
            It is called once in a process, however many tests want such a file.
    """
    copied(making, path)
    return opened(path, user)


def copied(making: Making, path: Path) -> None:
    """Copy what a function makes to where no file is yet, and leave it closed."""
    with path.open("xb") as file:
        file.write(_pattern(making))
    path.chmod(0o600)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(NUMBERED, (str(uuid4()),))


def empty(path: Path) -> LocalityFile:
    """Make an empty file at noon."""
    return like(new, path)


def made(path: Path, user: str = "Jo Wren") -> LocalityFile:
    """Make a file at noon with a team of three nurses in it, seeded by Jo Wren."""
    return like(small, path, user)


def sample(path: Path) -> LocalityFile:
    """Make a copy of the invented sample at noon; for a test that only reads it there may
    be one open already, in the ``conftest.py`` of its floor."""
    return like(whole_sample, path)


def new(path: Path) -> LocalityFile:
    """Make an empty file without a pattern."""
    return LocalityFile.create(path, holder(), noon)


def small(path: Path) -> LocalityFile:
    """Make the file of the three nurses without a pattern."""
    file = new(path)
    file.edit("Seed", seed)
    return file


def whole_sample(path: Path) -> LocalityFile:
    """Make the sample without a pattern."""
    from pch_desktop.imports.beginning import begin_sample

    return begin_sample(path, holder(), noon)


@cache
def _pattern(making: Making) -> bytes:
    """Return a file made once, closed, with nothing lying beside it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pattern.pch"
        making(path).close()
        return path.read_bytes()


def seed(session: Session) -> None:
    """Add a practice, its partner, three nurses in post, and a year's budget of one line."""
    session.add_all(
        [
            Locality(id=1, name="Marsh Valley"),
            Practice(id=1, code="M81001", name="Orchard Lane Surgery"),
            Partner(
                id=1,
                name="Marsh Valley Federation",
                kind=PartnerKind.FEDERATION,
                sector=Sector.PRIMARY,
            ),
            Role(
                id=1,
                code="NURSE",
                name="Nurse 100% ':x'",
                staff_group=StaffGroup.NURSE,
                sector=Sector.PRIMARY,
            ),
        ]
    )
    session.flush()
    session.add_all(nurse(number) for number in (1, 2, 3))
    session.add_all(person(number) for number in (1, 2, 3))
    session.flush()
    session.add_all(assignment(number) for number in (1, 2, 3))
    session.add(BudgetYear(id=1, year=YEAR))
    session.flush()
    session.add(BudgetVersion(id=1, budget_year_id=1, baseline_year=YEAR))
    session.flush()
    session.add(
        BudgetLine(
            id=1, version_id=1, name="Global sum", sector=Sector.PRIMARY, annual_pence=1_200_000_00
        )
    )
    session.flush()


def nurse(number: int) -> Post:
    """A full-time nurse's post."""
    return Post(
        id=number,
        reference=f"N{number}",
        role_id=1,
        title=f"Nurse O'Neil {number}",
        employer_id=1,
        practice_id=1,
        funded_wte=Decimal("1.0000"),
        funded_from=APRIL,
        annual_cost_pence=40_000_00,
    )


def person(number: int) -> Person:
    """Somebody invented."""
    return Person(id=number, name=f"Person Example {number}", staff_code=f"S{number}")


def assignment(number: int) -> Assignment:
    """A person in the post of the same number."""
    return Assignment(
        id=number, post_id=number, person_id=number, starts_on=APRIL, weekly_minutes=2250
    )


def set_cost(session: Session, post_id: int, pence: int) -> None:
    """Change what a post costs: the smallest edit there is."""
    session.get_one(Post, post_id).annual_cost_pence = pence


def many(session: Session, count: int, line_id: int = 1) -> None:
    """Add many actuals at once."""
    row = {"line_id": line_id, "month": Month.read("2016-10")}
    session.execute(
        insert(Actual),
        [{**row, "amount_pence": at, "reference": f"Invoice {at}"} for at in range(count)],
    )


def state(session: Session) -> State:
    """Return every row of every table but the history."""
    return {
        table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
        for table in WATCHED
    }


def findings(session: Session) -> list[Finding]:
    """Check the history."""
    return verify(session.connection())
