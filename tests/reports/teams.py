"""A team whose year of coming and going is the worked example of the specification."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import delete
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import LeavingReason, RecruitmentOutcome
from pch_desktop.models.workforce import Assignment, Person, Post
from pch_desktop.models.workforce_flow import Recruitment

START, END = date(2015, 10, 31), date(2016, 10, 31)
LONG_AGO = date(2010, 4, 1)
STAY = [Decimal("0.74")] * 69 + [Decimal("0.84")]
WENT = [Decimal("0.8")] * 7 + [Decimal("0.6")]
CAME = [Decimal("0.4")] * 9 + [Decimal("0.7")] * 2 + [Decimal("0.45")]
CAME_AND_WENT = Decimal("0.6")
VACANT = [Decimal(2)] * 3 + [Decimal("0.85")]
FILLED = [61, 90, 45]
"""Days from vacant to start."""


def write_example(session: Session) -> None:
    """Write 78 people of 58.10 WTE a year ago, and what led to 82 of 57.35 (D23)."""
    session.execute(delete(Assignment))
    session.execute(delete(Post))
    session.flush()
    for number, (wte, starts_on, ends_on) in enumerate(_people(), start=101):
        session.add_all((_post(number, wte, ends_on), Person(id=number, name=f"Person {number}")))
        session.flush()
        session.add(_held(number, wte, starts_on, ends_on))
    for number, wte in enumerate(VACANT, start=301):
        session.add(_post(number, wte, None))
    session.flush()
    for number, days in enumerate(FILLED, start=172):
        starts_on = date(2016, 5, 2)
        session.add(
            Recruitment(
                post_id=number, vacant_from=starts_on - timedelta(days=days), starts_on=starts_on,
                outcome=RecruitmentOutcome.FILLED, readvertised=0,
            )
        )  # fmt: skip


def _people() -> Iterator[tuple[Decimal, date, date | None]]:
    for wte in STAY:
        yield wte, LONG_AGO, None
    for number, wte in enumerate(WENT, start=1):
        yield wte, LONG_AGO, date(2016, number, 15)
    for wte in CAME:
        yield wte, date(2016, 5, 2), None
    yield CAME_AND_WENT, date(2016, 1, 4), date(2016, 9, 30)


def _post(number: int, wte: Decimal, ends_on: date | None) -> Post:
    return Post(
        id=number, reference=f"E{number}", role_id=1, employer_id=1, funded_wte=wte,
        funded_from=LONG_AGO, funded_to=ends_on,
    )  # fmt: skip


def _held(number: int, wte: Decimal, starts_on: date, ends_on: date | None) -> Assignment:
    return Assignment(
        post_id=number, person_id=number, starts_on=starts_on, ends_on=ends_on,
        weekly_minutes=int(wte * 2250), wte_override=wte, wte_reason="As in the example",
        leaving_reason=LeavingReason.RESIGNATION if ends_on else None,
    )  # fmt: skip
