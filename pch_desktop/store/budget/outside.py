"""The register of care that is bought from outside the locality."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_registers import ComingHome, could_come_home
from pch_desktop.domain.period import FinancialYear
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.budget_registers import BoughtOutside
from pch_desktop.store.budget.kept import keep
from pch_desktop.store.records import found, remove

OUTSIDE_FIELDS: Mapping[str, str] = {
    "name": "what is bought",
    "provider": "from whom",
    "line": "the line that pays",
    "cost_pence": "the cost",
    "reason": "why it is bought outside",
    "coming_home": "whether it could come home",
    "plan": "what is planned",
    "review_on": "the day of the next review",
}
"""What may be put into a row, in the words of a sentence that asks for it."""


@dataclass(frozen=True, slots=True)
class OutsideRow:
    """Care bought from outside in a year."""

    id: int
    name: str
    provider: str | None
    line: str | None
    cost_pence: int | None
    reason: str | None
    coming_home: ComingHome
    plan: str | None
    review_on: date | None

    @property
    def home_pence(self) -> int | None:
        """How much of the cost could come home; None where nobody knows."""
        return could_come_home(self.coming_home, self.cost_pence)


def bought_outside(session: Session, year: FinancialYear) -> list[OutsideRow]:
    """Return what a year's money buys outside, in the order it was written down."""
    query = (
        select(
            BoughtOutside.id,
            BoughtOutside.name,
            BoughtOutside.provider,
            BudgetLine.name,
            BoughtOutside.cost_pence,
            BoughtOutside.reason,
            BoughtOutside.coming_home,
            BoughtOutside.plan,
            BoughtOutside.review_on,
        )
        .outerjoin(BudgetLine, BoughtOutside.line_id == BudgetLine.id)
        .where(BoughtOutside.year == year)
        .order_by(BoughtOutside.id)
    )
    return [OutsideRow(*row) for row in session.execute(query)]


def add_outside(
    session: Session, year: FinancialYear, name: str, fields: Mapping[str, object]
) -> int:
    """Add what a year's money buys outside, with its ``OUTSIDE_FIELDS``; return its id."""
    bought = BoughtOutside(year=year)
    keep(session, bought, "name", name, (year, OUTSIDE_FIELDS["name"]))
    session.add(bought)
    session.flush()
    for field, value in fields.items():
        set_outside(session, bought.id, field, value)
    return bought.id


def set_outside(session: Session, outside_id: int, field: str, value: object) -> None:
    """Put a value into one of a row's ``OUTSIDE_FIELDS``."""
    bought = found(session, BoughtOutside, outside_id)
    keep(session, bought, field, value, (bought.year, OUTSIDE_FIELDS[field]))


def remove_outside(session: Session, outside_ids: Collection[int]) -> None:
    """Delete rows of the register."""
    remove(session, BoughtOutside, outside_ids, "rows")
