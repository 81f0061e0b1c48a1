"""Small invented teams with the figures of the worked examples, for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.workforce import ContractKind, RoleStanding, StaffGroup
from pch_desktop.models.locality import Locality
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice
from pch_desktop.models.workforce import Assignment, Person, Post, Role
from pch_desktop.store import population
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AbsenceGroup, enter_absence
from tests import localities

OCTOBER = Month(2016, 10)
ON = OCTOBER.last
BEGUN = date(2014, 4, 1)
GP, NURSE, TRAINEE = 1, 2, 3
"""The numbers of the roles."""
D36 = (
    (GP, 31, "0.8"), (GP, 44, "1.0"), (GP, 52, "0.67"), (GP, 56, "0.89"), (GP, 58, "0.67"),
    (GP, 61, "0.44"), (NURSE, 47, "1.0"), (NURSE, 55, "0.8"), (NURSE, 59, "0.6"),
)  # fmt: skip
"""Role, age and WTE of the people of D36."""


def measured(path: Path) -> LocalityFile:
    """Make D23 and D24: 19.60 WTE of GPs, 57.35 of all, 64.20 funded; 40,000 patients."""
    file = _begun(path)
    wte = [*["1.0"] * 19, "0.6"], [*["1.0"] * 37, "0.75"]
    file.edit("GPs", people, [(GP, None, each) for each in wte[0]])
    file.edit("Nurses", people, [(NURSE, None, each) for each in wte[1]], first=21)
    file.edit("Vacant", _vacant, ("2.0", "2.0", "2.0", "0.85"))
    file.edit("List", population.set_list_size, 1, date(2016, 10, 1), 40_000)
    file.edit("Weighted", population.set_weighted, 1, FinancialYear(2016), Weighting.CARR_HILL,
              (Decimal(40_000), Decimal(41_870)))  # fmt: skip
    days = {"days_lost": Decimal("873.6"), "days_available": Decimal(20_955)}
    file.edit("Sick", enter_absence, OCTOBER, AbsenceGroup(StaffGroup.NURSE), days)
    return file


def aged(path: Path) -> LocalityFile:
    """Make D36: six GPs and three nurses of known ages."""
    file = _begun(path)
    file.edit("People", people, [(role, ON.year - age, wte) for role, age, wte in D36])
    return file


def people(
    session: Session,
    told: Sequence[tuple[int, int | None, str]],
    *,
    first: int = 1,
    kind: ContractKind = ContractKind.PERMANENT,
) -> None:
    """Add people called Test 1 and on, each in a post funded for them.

    Args:
        session: the open edit.
        told: role, year of birth and WTE of each.
        first: the number of the first of them.
        kind: how they are engaged.
    """
    for number, (role, birth_year, wte) in enumerate(told, start=first):
        post = Post(id=number, reference=f"T{number}", role_id=role, employer_id=1, practice_id=1,
                    funded_wte=Decimal(wte), funded_from=BEGUN)  # fmt: skip
        session.add(post)
        session.add(Person(id=number, name=f"Test {number}", birth_year=birth_year))
        session.flush()
        session.add(
            Assignment(
                id=number, post_id=number, person_id=number, starts_on=BEGUN, contract_kind=kind,
                weekly_minutes=2250, wte_override=Decimal(wte), wte_reason="As the example says",
            )
        )  # fmt: skip


def _begun(path: Path) -> LocalityFile:
    file = localities.empty(path)
    file.edit("Begin", _begin)
    return file


def _begin(session: Session) -> None:
    session.add(Locality(id=1, name="Marsh Valley"))
    session.add(Practice(id=1, code="M81001", name="Orchard Lane Surgery"))
    session.add(
        Partner(id=1, name="Orchard Lane Surgery", kind=PartnerKind.PRACTICE,
                sector=Sector.PRIMARY)
    )  # fmt: skip
    usual, training = RoleStanding.USUAL, RoleStanding.TRAINING
    for number, code, name, group, standing in (
        (GP, "GP-P", "GP partner", StaffGroup.GP, usual),
        (NURSE, "PN", "Practice nurse", StaffGroup.NURSE, usual),
        (TRAINEE, "GP-T", "GP in training", StaffGroup.GP, training),
    ):
        role = Role(id=number, code=code, name=name, staff_group=group, sector=Sector.PRIMARY)
        role.standing = standing
        session.add(role)
    session.flush()


def _vacant(session: Session, wte: Sequence[str]) -> None:
    for number, each in enumerate(wte, start=1):
        session.add(
            Post(reference=f"V{number}", role_id=NURSE, employer_id=1, practice_id=1,
                 funded_wte=Decimal(each), funded_from=BEGUN)
        )  # fmt: skip
