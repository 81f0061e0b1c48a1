"""A large made-up team to measure with: ten years of people coming and going."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.workforce import ContractKind, FundingStream, LeavingReason, StaffGroup
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import Practice
from pch_desktop.models.workforce import Assignment, Deployment, Person, Post, Role
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import holder, noon

POSTS, TURNS = 500, 40
"""Posts, and how many people held each in turn: 20,000 assignments in all."""
FIRST, LAST = date(2007, 4, 1), date(2017, 3, 31)
STAY = (LAST - FIRST) // TURNS
EMPLOYERS, PRACTICES, ROLES, PEOPLE = 12, 8, 40, 2_500
ALL_WEEK = 2_250
"""Minutes of a full-time week."""


def team_file(path: Path) -> int:
    """Make a file of 500 posts that 20,000 assignments filled over ten years; return how many."""
    file = LocalityFile.create(path, holder(), noon)
    try:
        return file.edit("Ten years of a team", _ten_years)
    finally:
        file.close()


def _ten_years(session: Session) -> int:
    _ground(session)
    session.execute(insert(Post), [_post(at) for at in range(1, POSTS + 1)])
    session.execute(insert(Person), [_person(at) for at in range(1, PEOPLE + 1)])
    held = [_assignment(turn * POSTS + post) for turn in range(TURNS) for post in range(POSTS)]
    session.execute(insert(Assignment), held)
    last = range((TURNS - 1) * POSTS + 1, TURNS * POSTS + 1)
    session.execute(insert(Deployment), [part for at in last for part in _split(at)])
    return len(held)


def _ground(session: Session) -> None:
    sectors, groups = list(Sector), list(StaffGroup)
    session.add_all(
        Partner(
            id=at,
            name=f"Employer {at}",
            kind=PartnerKind.CHARITY,
            sector=sectors[at % len(sectors)],
        )
        for at in range(1, EMPLOYERS + 1)
    )
    session.add_all(
        Practice(id=at, code=f"Z{at:05}", name=f"Practice {at}") for at in range(1, PRACTICES + 1)
    )
    session.add_all(
        Role(
            id=at,
            code=f"R{at}",
            name=f"Role {at}",
            staff_group=groups[at % len(groups)],
            sector=sectors[at % len(sectors)],
        )
        for at in range(1, ROLES + 1)
    )
    session.flush()


def _post(at: int) -> dict[str, object]:
    streams = list(FundingStream)
    return {
        "id": at,
        "reference": f"P{at:03}",
        "role_id": 1 + at % ROLES,
        "employer_id": 1 + at % EMPLOYERS,
        "practice_id": 1 + at % PRACTICES,
        "funding_stream": streams[at % len(streams)],
        "funded_wte": Decimal(5 + at % 6) / 10,
        "funded_from": FIRST,
        "annual_cost_pence": 3_000_000 + 1_000 * at,
    }


def _person(at: int) -> dict[str, object]:
    return {
        "id": at,
        "name": f"Person {at}",
        "staff_code": f"S{at:05}",
        "birth_year": 1950 + at % 50,
    }


def _assignment(at: int) -> dict[str, object]:
    turn, post = divmod(at, POSTS)
    is_last = turn == TURNS - 1
    starts_on = FIRST + turn * STAY + timedelta(days=post % STAY.days)
    reasons = list(LeavingReason)
    return {
        "id": at + 1,
        "post_id": post + 1,
        "person_id": 1 + (at * 7) % PEOPLE,
        "contract_kind": ContractKind.PERMANENT if post % 9 else ContractKind.BANK,
        "starts_on": starts_on,
        "ends_on": None if is_last else starts_on + STAY - timedelta(days=1),
        "weekly_minutes": ALL_WEEK * (5 + post % 6) // 10,
        "leaving_reason": None if is_last else reasons[at % len(reasons)],
    }


def _split(assignment_id: int) -> list[dict[str, object]]:
    """Return where the time of an assignment goes: to two practices."""
    return [
        {
            "assignment_id": assignment_id,
            "practice_id": 1 + (assignment_id + part) % PRACTICES,
            "share": share,
        }
        for part, share in enumerate((Decimal("0.6"), Decimal("0.4")))
    ]
