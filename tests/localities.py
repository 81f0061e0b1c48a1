"""Small invented localities for the tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

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


def noon() -> datetime:
    """A clock that has stopped."""
    return NOON


def holder(user: str = "Jo Wren") -> Holder:
    """This process, in somebody's name."""
    return Holder.here(user, NOON)


def opened(path: Path, user: str = "Jo Wren") -> LocalityFile:
    """Open a file at noon."""
    return LocalityFile(path, holder(user), noon)


def made(path: Path, user: str = "Jo Wren") -> LocalityFile:
    """Make a file at noon with a team of three nurses in it."""
    file = LocalityFile.create(path, holder(user), noon)
    file.edit("Seed", seed)
    return file


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
