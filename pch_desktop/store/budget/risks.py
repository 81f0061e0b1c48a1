"""What is not in the forecast yet and may move the outturn."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_plan import RiskKind
from pch_desktop.domain.budget_risks import weighted_pence
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine, BudgetYear
from pch_desktop.models.budget_plan import OutturnRisk
from pch_desktop.store.budget.years import current_version
from pch_desktop.store.records import change, found, remove

RISK_FIELDS: Mapping[str, str] = {
    "kind": "whether it is a risk or a mitigation",
    "name": "what may happen, or what is done about it",
    "amount_pence": "the most it may come to",
    "likelihood_share": "how likely it is, from 0% to 100%",
    "owner": "who looks after it",
    "review_on": "the day it is looked at again",
    "is_open": "whether it still counts",
    "note": "a note",
}
"""What may be put into a risk, in the words of a sentence that asks for it."""


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk to the outturn or a mitigation of one; None where it is not known."""

    id: int
    kind: RiskKind
    name: str
    line: str | None
    """The name of the line it would move; nothing where it is of no one line."""
    amount_pence: int | None
    likelihood_share: Decimal | None
    owner: str | None
    review_on: date | None
    is_open: bool
    note: str | None

    @property
    def weighted_pence(self) -> int | None:
        """What it adds to the cost by its likelihood; a mitigation is below zero.

        Nothing once it is no longer open.
        """
        if not self.is_open:
            return 0
        return weighted_pence(self.kind, self.amount_pence, self.likelihood_share)


def risks(session: Session, year: FinancialYear) -> list[RiskRow]:
    """Return a year's risks and mitigations in the order they were put in."""
    query = (
        select(OutturnRisk, BudgetLine.name)
        .join(BudgetYear, OutturnRisk.budget_year_id == BudgetYear.id)
        .outerjoin(BudgetLine, OutturnRisk.line_id == BudgetLine.id)
        .where(BudgetYear.year == year)
        .order_by(OutturnRisk.id)
    )
    return [
        RiskRow(
            risk.id,
            risk.kind,
            risk.name,
            line,
            risk.amount_pence,
            risk.likelihood_share,
            risk.owner,
            risk.review_on,
            risk.is_open,
            risk.note,
        )
        for risk, line in session.execute(query)
    ]


def add_risk(
    session: Session,
    year: FinancialYear,
    kind: RiskKind,
    name: str,
    fields: Mapping[str, object],
) -> int:
    """Add a risk or a mitigation, with some of its ``RISK_FIELDS`` and its line; return its id."""
    risk = OutturnRisk(budget_year_id=year_of(session, year), kind=kind, name=name)
    session.add(risk)
    session.flush()
    for field, value in {"name": name, **fields}.items():
        if field == "line":
            set_risk_line(session, risk.id, str(value or "") or None)
        else:
            set_risk(session, risk.id, field, value)
    return risk.id


def set_risk(session: Session, risk_id: int, field: str, value: object) -> None:
    """Put a value into one of a risk's ``RISK_FIELDS``.

    Raises:
        Refusal: an amount is below zero, or a likelihood outside 0 to 1.
    """
    risk = found(session, OutturnRisk, risk_id)
    if field == "amount_pence" and isinstance(value, int) and value < 0:
        raise Refusal("Enter the amount without a sign. Its kind says which way it moves the cost.")
    if field == "likelihood_share" and isinstance(value, Decimal) and not 0 <= value <= 1:
        raise Refusal("Enter how likely it is, from 0% to 100%.")
    change(session, risk, field, value, RISK_FIELDS[field])


def set_risk_line(session: Session, risk_id: int, name: str | None) -> None:
    """Say which line of its year a risk would move, by its name; blank for no one line."""
    risk = found(session, OutturnRisk, risk_id)
    year = session.get_one(BudgetYear, risk.budget_year_id).year
    risk.line_id = line_named(session, year, name) if name else None


def remove_risks(session: Session, risk_ids: Collection[int]) -> None:
    """Delete risks and mitigations."""
    remove(session, OutturnRisk, risk_ids, "risks")


def year_of(session: Session, year: FinancialYear) -> int:
    """Return the id of a year's budget.

    Raises:
        Refusal: there is none yet.
    """
    year_id = session.scalar(select(BudgetYear.id).where(BudgetYear.year == year))
    if year_id is None:
        raise Refusal(f"There is no budget for {year} yet. Add its first line.")
    return year_id


def line_named(session: Session, year: FinancialYear, name: str) -> int:
    """Return the id of the line of that name in a year's version at hand.

    Raises:
        Refusal: there is none.
    """
    version = current_version(session, year)
    plain = " ".join(name.split())
    of_name = func.lower(BudgetLine.name) == plain.lower()
    query = select(BudgetLine.id).where(
        BudgetLine.version_id == (version.id if version else None), of_name
    )
    line_id = session.scalar(query)
    if line_id is None:
        raise Refusal(
            f"There is no budget line called “{plain}” in {year}. Choose one of its lines."
        )
    return line_id
