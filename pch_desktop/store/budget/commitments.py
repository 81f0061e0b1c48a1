"""What the locality bound itself to spend, and what that leaves of each line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_delegation import Asked, answer
from pch_desktop.domain.budget_registers import left_pence
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.budget_registers import Commitment, DelegationLimit
from pch_desktop.models.partners import Partner
from pch_desktop.store.budget.delegation import delegation
from pch_desktop.store.budget.kept import keep, line_called
from pch_desktop.store.budget.lines import lines
from pch_desktop.store.records import found, remove

COMMITMENT_FIELDS: Mapping[str, str] = {
    "name": "what is committed",
    "line": "the line that pays",
    "holder": "the office that commits",
    "amount_pence": "the amount, more than £0",
    "made_on": "the day it was made",
    "month": "the month it is to be paid",
    "partner": "to whom",
    "reference": "where it is written",
}
"""What may be put into a commitment, in the words of a sentence that asks for it."""
MAY = frozenset({"line", "holder", "amount_pence"})
"""The fields on which it depends whether an office may."""


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """Money bound on a line, and what is left of the line in all."""

    id: int
    name: str
    line_id: int
    line: str
    holder: str
    amount_pence: int
    made_on: date
    month: Month | None
    partner: str | None
    reference: str | None
    is_to_come: bool
    """Whether it is not among the actuals yet: its month is after the one at hand, or not told."""
    left_pence: int | None
    """Of the whole line, after all that is bound on it; None where it is not known."""


@dataclass(frozen=True, slots=True)
class LeftRow:
    """What is left of a line: budget less actual to date less commitments still to come."""

    id: int
    name: str
    sector: Sector
    budget_pence: int | None
    spent_pence: int | None
    to_come_pence: int

    @property
    def left_pence(self) -> int | None:
        """What is left; below zero more is bound than there is."""
        return left_pence(self.budget_pence, self.spent_pence, self.to_come_pence)


def commitments(session: Session, month: Month) -> list[CommitmentRow]:
    """Return what was bound on a month's year, the newest last."""
    query = (
        select(Commitment, BudgetLine.name, DelegationLimit.holder, Partner.name)
        .join(BudgetLine, Commitment.line_id == BudgetLine.id)
        .join(BudgetVersion, BudgetLine.version_id == BudgetVersion.id)
        .join(BudgetYear, BudgetVersion.budget_year_id == BudgetYear.id)
        .join(DelegationLimit, Commitment.limit_id == DelegationLimit.id)
        .outerjoin(Partner, Commitment.partner_id == Partner.id)
        .where(BudgetYear.year == month.financial_year)
        .order_by(Commitment.made_on, Commitment.id)
    )
    rows = session.execute(query).all()
    if not rows:
        return []
    left = {row.id: row.left_pence for row in lines_left(session, month)}
    return [
        CommitmentRow(
            *(bound.id, bound.name, bound.line_id, line, holder, bound.amount_pence),
            *(bound.made_on, bound.month, partner, bound.reference),
            is_to_come=_is_to_come(bound, month),
            left_pence=left.get(bound.line_id),
        )
        for bound, line, holder, partner in rows
    ]


def lines_left(session: Session, month: Month) -> list[LeftRow]:
    """Return what is left of each line at a month's end, with all that is bound on it."""
    to_come: dict[int, int] = defaultdict(int)
    for bound in session.scalars(select(Commitment)):
        to_come[bound.line_id] += bound.amount_pence if _is_to_come(bound, month) else 0
    return [
        LeftRow(
            *(line.id, line.name, line.sector, line.annual_pence),
            *(line.standing.date_actual, to_come[line.id]),
        )
        for line in lines(session, month)
        if not line.is_income
    ]


def add_commitment(
    session: Session, year: FinancialYear, name: str, fields: Mapping[str, object]
) -> int:
    """Add a commitment on a line of a year, with its ``COMMITMENT_FIELDS``; return its id.

    Raises:
        Refusal: something is not told, the phase allows none, or the office may not; the
            sentence names who may.
    """
    commitment = Commitment()
    with session.no_autoflush:
        _keep(session, commitment, "name", (name, year))
        for field in ("amount_pence", "made_on", "line"):
            _keep(session, commitment, field, (fields.get(field), year))
        _check(session, commitment, str(fields.get("holder") or ""))
    session.add(commitment)
    session.flush()
    for field in fields.keys() & {"month", "partner", "reference"}:
        _keep(session, commitment, field, (fields[field], year))
    return commitment.id


def set_commitment(session: Session, commitment_id: int, field: str, value: object) -> None:
    """Put a value into one of a commitment's ``COMMITMENT_FIELDS``.

    Raises:
        Refusal: the office may not commit what it would be then.
    """
    commitment = found(session, Commitment, commitment_id)
    holder = session.get_one(DelegationLimit, commitment.limit_id).holder
    if field == "holder":
        holder = str(value or "")
    else:
        _keep(session, commitment, field, (value, _facts(session, commitment.line_id)[1].year))
    if field in MAY:
        _check(session, commitment, holder)


def remove_commitments(session: Session, commitment_ids: Collection[int]) -> None:
    """Delete commitments."""
    remove(session, Commitment, commitment_ids, "commitments")


def _keep(
    session: Session, commitment: Commitment, field: str, told: tuple[object, FinancialYear]
) -> None:
    value, year = told
    if field == "line":
        commitment.line_id = line_called(session, year, str(value or "")).id
        return
    if field == "amount_pence" and not (isinstance(value, int) and value > 0):
        raise Refusal(f"Enter {COMMITMENT_FIELDS[field]}.")
    if isinstance(value, Month) and value.financial_year != year:
        raise Refusal(f"{value.words} does not lie in {year}. Enter a month of that year.")
    keep(session, commitment, field, value, (year, COMMITMENT_FIELDS[field]))


def _check(session: Session, commitment: Commitment, holder: str) -> None:
    """Let a commitment rest on the row of the scheme that allows it."""
    if not holder:
        raise Refusal(f"Enter {COMMITMENT_FIELDS['holder']}.")
    line, year = _facts(session, commitment.line_id)
    asked = Asked(year.phase, line.sector, commitment.amount_pence)
    found = answer(holder, [row.limit for row in delegation(session)], asked)
    if found.limit_id is None:
        raise Refusal(found.why_not)
    commitment.limit_id = found.limit_id


def _facts(session: Session, line_id: int) -> tuple[BudgetLine, BudgetYear]:
    line = session.get_one(BudgetLine, line_id)
    version = session.get_one(BudgetVersion, line.version_id)
    return line, session.get_one(BudgetYear, version.budget_year_id)


def _is_to_come(bound: Commitment, month: Month) -> bool:
    return bound.month is None or bound.month > month
