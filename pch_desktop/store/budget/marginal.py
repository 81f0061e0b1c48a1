"""Contracts that pay less for activity above a baseline."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_marginal import Marginal, marginal
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.budget_registers import MarginalRate
from pch_desktop.store.budget.kept import MOST_PENCE, keep
from pch_desktop.store.records import found, remove

MARGINAL_FIELDS: Mapping[str, str] = {
    "name": "what the contract is for",
    "line": "the line that pays",
    "baseline_activity": "the activity paid in full",
    "actual_activity": "the activity there was",
    "price_pence": "the price of each",
    "rate_share": "the part of the price paid above the baseline",
    "source": "where it is agreed",
}
"""What may be put into a marginal rate, in the words of a sentence that asks for it."""


@dataclass(frozen=True, slots=True)
class MarginalRow:
    """A contract of a year with a marginal rate, and what it comes to."""

    id: int
    name: str
    line: str | None
    baseline_activity: int | None
    actual_activity: int | None
    price_pence: int | None
    rate_share: Decimal | None
    source: str | None

    @property
    def due(self) -> Marginal:
        """What is to be paid, and what is not."""
        counts = self.baseline_activity, self.actual_activity
        return marginal(*counts, self.price_pence, self.rate_share)


def marginal_rates(session: Session, year: FinancialYear) -> list[MarginalRow]:
    """Return a year's contracts with a marginal rate, in the order they were written down."""
    query = (
        select(
            MarginalRate.id,
            MarginalRate.name,
            BudgetLine.name,
            MarginalRate.baseline_activity,
            MarginalRate.actual_activity,
            MarginalRate.price_pence,
            MarginalRate.rate_share,
            MarginalRate.source,
        )
        .outerjoin(BudgetLine, MarginalRate.line_id == BudgetLine.id)
        .where(MarginalRate.year == year)
        .order_by(MarginalRate.id)
    )
    return [MarginalRow(*row) for row in session.execute(query)]


def add_marginal(
    session: Session, year: FinancialYear, name: str, fields: Mapping[str, object]
) -> int:
    """Add a contract with a marginal rate, with its ``MARGINAL_FIELDS``; return its id."""
    rate = MarginalRate(year=year)
    keep(session, rate, "name", name, (year, MARGINAL_FIELDS["name"]))
    session.add(rate)
    session.flush()
    for field, value in fields.items():
        set_marginal(session, rate.id, field, value)
    return rate.id


def set_marginal(session: Session, rate_id: int, field: str, value: object) -> None:
    """Put a value into one of a contract's ``MARGINAL_FIELDS``."""
    rate = found(session, MarginalRate, rate_id)
    keep(session, rate, field, value, (rate.year, MARGINAL_FIELDS[field]))
    if (rate.actual_activity or 0) * (rate.price_pence or 0) >= MOST_PENCE:
        raise Refusal("The activity comes to £10,000bn or more. Enter less of it.")


def remove_marginals(session: Session, rate_ids: Collection[int]) -> None:
    """Delete contracts with a marginal rate."""
    remove(session, MarginalRate, rate_ids, "marginal rates")
