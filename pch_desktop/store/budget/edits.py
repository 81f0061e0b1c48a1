"""Changing the lines of the shadow budget."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Method, Phase, Profile, phased
from pch_desktop.domain.money import apportion
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import (
    BaselinePart,
    BudgetLine,
    BudgetMonth,
    BudgetVersion,
    BudgetYear,
)
from pch_desktop.models.partners import Partner
from pch_desktop.store.budget import shape
from pch_desktop.store.budget.building import approved
from pch_desktop.store.budget.closing import is_closed, must_be_open
from pch_desktop.store.budget.lines import opening_of
from pch_desktop.store.budget.reversals import reverse_march
from pch_desktop.store.budget.years import open_line, open_version, told_line
from pch_desktop.store.records import by_name, change, found, remove

FIELDS: Mapping[str, str] = {
    "code": "a short code",
    "name": "the line's name",
    "sector": "the sector",
    "scope": "whether the line is in scope",
    "reason_out": "why the line is out of scope",
    "payer": "who pays",
    "contract_form": "how it is paid for",
    "controllability": "how far the locality can move it",
    "weighted_by": "what it is weighted by",
    "is_income": "whether it is income",
    "non_recurrent_pence": "the part that does not recur, 0 where all does",
    "annual_pence": "the year's budget",
    "build": "how the budget comes about",
    "demographic_key": "the rate of growth of the people",
    "non_demographic_key": "the rate of growth beside the people",
    "uplift_key": "the rate of cost uplift",
    "efficiency_key": "the rate of efficiency",
    "board_total_pence": "what the board has for the line",
    "board_total_source": "where the board's total was read",
    "pace_share": "the pace of change, 0% to 100%",
    "funding_source": "what funds the line",
    "funded_to": "the day its funding ends",
    "is_in_share": "whether it counts in the gain and risk share",
    "profile": "how the year is spread over months",
    "method": "how the outturn is forecast",
    "manual_forecast_pence": "the outturn forecast by hand",
    "method_reason": "why the forecast was made by hand",
    "focus": "prevention or treatment",
    "owner": "who looks after the line",
    "commentary": "the commentary for the board",
}
"""What may be put into a line, in the words of a sentence that asks for it."""
MONTHLY = frozenset({"method", "manual_forecast_pence", "method_reason", "owner", "commentary"})
"""What is said of a line each month: it changes no budget, so it stays open once approved."""
PART_FIELDS: Mapping[str, str] = {
    "amount_pence": "the baseline",
    "year": "the year it was paid in",
    "source": "where it was read",
}
"""What may be put into a part of a baseline that was entered as one sum."""


def add_line(
    session: Session, year: FinancialYear, name: str, sector: Sector, annual_pence: int | None
) -> int:
    """Add a line at the end of a year's budget; return its id."""
    version_id = open_version(session, year)
    of_version = BudgetLine.version_id == version_id
    last = session.scalar(select(func.max(BudgetLine.position)).where(of_version))
    line = BudgetLine(version_id=version_id, sector=sector, position=(last or 0) + 1)
    _name(session, line, name, version_id)
    line.annual_pence = annual_pence
    session.add(line)
    session.flush()
    if not is_closed(session, year.months[0]):
        reverse_march(session, year)
    return line.id


def set_line(session: Session, line_id: int, field: str, value: object) -> None:
    """Put a value into one of a line's ``FIELDS``."""
    line = (told_line if field in MONTHLY else open_line)(session, line_id)
    if field == "name":
        _name(session, line, str(value or ""), line.version_id)
        return
    if field == "pace_share" and value is not None:
        _pace(value)
    if field == "annual_pence" and isinstance(value, int):
        _set_annual(session, line, value)
        return
    if field == "profile" and value == Profile.MANUAL:
        _keep_months(session, line)
    if field == "manual_forecast_pence" and value is not None:
        line.method = Method.MANUAL
    change(session, line, field, value, FIELDS[field])


def add_described_line(
    session: Session,
    year: FinancialYear,
    name: str,
    sector: Sector,
    fields: Mapping[str, object],
) -> int:
    """Add a line with some of its ``FIELDS``, its provider and its baseline; return its id."""
    line_id = add_line(session, year, name, sector, None)
    for field, value in fields.items():
        match field, value:
            case "provider", str() | None:
                set_provider(session, line_id, value)
            case "baseline", int() | None:
                set_baseline(session, line_id, value)
            case _:
                set_line(session, line_id, field, value)
    return line_id


def move_line(session: Session, line_id: int, step: int) -> None:
    """Let a line change places with the one before it, or after it where ``step`` is 1."""
    line = open_line(session, line_id)
    query = (
        select(BudgetLine)
        .where(BudgetLine.version_id == line.version_id)
        .order_by(BudgetLine.position, BudgetLine.id)
    )
    order = list(session.scalars(query))
    at = order.index(line)
    to = at + step
    if not 0 <= to < len(order):
        edge = "first" if step < 0 else "last"
        raise Refusal(f"“{line.name}” is the {edge} line already.")
    order[at], order[to] = order[to], order[at]
    for position, each in enumerate(order, start=1):
        each.position = position


def set_forecast(session: Session, line_id: int, pence: int | None) -> None:
    """Put a line's outturn in by hand; blank goes back to the calculated forecast."""
    line = told_line(session, line_id)
    line.manual_forecast_pence = pence
    if pence is not None:
        line.method = Method.MANUAL
    elif line.method is Method.MANUAL:
        line.method, line.method_reason = Method.PROFILED, None


def fit_months(session: Session, line_id: int, pence: int) -> None:
    """Let a line's months by hand add up to a sum, each changed in proportion.

    Raises:
        Refusal: no months are set by hand, or one is below zero, or all are nothing.
    """
    line = open_line(session, line_id)
    of_line = select(BudgetMonth).where(BudgetMonth.line_id == line.id)
    months = session.scalars(of_line.order_by(BudgetMonth.month)).all()
    weights = [month.amount_pence for month in months]
    if not any(weights) or min(weights) < 0:
        raise Refusal(
            f"The months of “{line.name}” cannot be changed in proportion. "
            "Enter them, or choose another spread."
        )
    for month, amount in zip(months, apportion(pence, weights), strict=True):
        month.amount_pence = amount
    _set_annual(session, line, pence)


def set_provider(session: Session, line_id: int, name: str | None) -> None:
    """Say which partner provides for a line, by its name."""
    line = open_line(session, line_id)
    partner = by_name(session, Partner, "name", name, "partner") if name else None
    line.provider_id = partner.id if partner else None


def set_baseline(session: Session, line_id: int, pence: int | None) -> None:
    """Put in a line's baseline as one sum.

    Raises:
        Refusal: the baseline is the sum of imported payments.
    """
    line = open_line(session, line_id)
    of_line = BaselinePart.line_id == line.id
    imported = select(func.count()).where(of_line, BaselinePart.practice_id.is_not(None))
    if session.scalar(imported):
        raise Refusal(
            f"The baseline of “{line.name}” is the sum of imported payments. "
            "Import a corrected file, or set the full-year budget instead."
        )
    parts = session.scalars(select(BaselinePart).where(of_line)).all()
    if pence is not None and len(parts) == 1:
        parts[0].amount_pence = pence  # Its year and its source stay.
        return
    session.execute(delete(BaselinePart).where(of_line))
    if pence is not None:
        session.add(BaselinePart(line_id=line.id, amount_pence=pence, source="Entered by hand"))


def set_part(session: Session, part_id: int, field: str, value: object) -> None:
    """Put a value into one of the ``PART_FIELDS`` of a baseline that was entered as one sum.

    Raises:
        Refusal: it is one practice's payments, which only a corrected file changes.
    """
    part = found(session, BaselinePart, part_id)
    line = open_line(session, part.line_id)
    if part.practice_id is not None:
        raise Refusal(
            f"This part of “{line.name}” is a practice's imported payments. "
            "Import a corrected file to change it."
        )
    change(session, part, field, value, PART_FIELDS[field])


def set_month_budget(session: Session, line_id: int, month: Month, pence: int | None) -> None:
    """Set one month's budget; the line is then spread by hand and its year is their sum."""
    if pence is None:
        raise Refusal("Enter the month's budget, 0 where nothing is meant.")
    must_be_open(session, month)
    line = open_line(session, line_id)
    if line.profile is not Profile.MANUAL:
        _keep_months(session, line)
        line.profile = Profile.MANUAL
        session.flush()
    of_month = select(BudgetMonth).where(BudgetMonth.line_id == line.id, BudgetMonth.month == month)
    kept = session.scalars(of_month).first()
    if kept is None:
        session.add(BudgetMonth(line_id=line.id, month=month, amount_pence=pence))
    else:
        kept.amount_pence = pence


def remove_lines(session: Session, line_ids: Collection[int]) -> None:
    """Delete lines with their baselines, months and actuals."""
    for line_id in line_ids:
        open_line(session, line_id)
    remove(session, BudgetLine, line_ids, "budget lines")


def set_phase(session: Session, year: FinancialYear, phase: Phase) -> None:
    """Say how far the money of a year has moved to the locality; an approved budget stays."""
    query = select(BudgetYear).where(BudgetYear.year == year)
    if session.scalars(query).first() is None:
        open_version(session, year)
    session.scalars(query).one().phase = phase


def _pace(value: object) -> None:
    share = Decimal(str(value))
    if not 0 <= share <= 1 or share != share.quantize(Decimal("0.000001")):
        raise Refusal("Enter the part of the way gone this year, from 0% to 100%, such as 25%.")


def _set_annual(session: Session, line: BudgetLine, pence: int) -> None:
    """Let a line's year open with a sum: what is set is that without its service changes."""
    session.flush()
    line.annual_pence = pence - approved(session, line.version_id).get(line.id, 0)


def _name(session: Session, line: BudgetLine, name: str, version_id: int) -> None:
    plain = " ".join(name.split())
    if not plain:
        raise Refusal("Enter the line's name.")
    twin = select(BudgetLine.id).where(
        BudgetLine.version_id == version_id, func.lower(BudgetLine.name) == plain.lower()
    )
    with session.no_autoflush:
        if session.scalar(twin) not in (None, line.id):
            raise Refusal(f"“{plain}” is already a line of this budget. Enter another name.")
    line.name = plain


def _keep_months(session: Session, line: BudgetLine) -> None:
    """Write the months down as they are now spread, so that one can be changed."""
    version = session.get_one(BudgetVersion, line.version_id)
    year = session.get_one(BudgetYear, version.budget_year_id).year
    session.execute(delete(BudgetMonth).where(BudgetMonth.line_id == line.id))
    annual = opening_of(session, line)
    if annual is None:
        return  # What is not known is not spread as nothing.
    months = phased(annual, shape.weights(session, [line], year, {})[line.id])
    for month, pence in zip(year.months, months, strict=True):
        session.add(BudgetMonth(line_id=line.id, month=month, amount_pence=pence))
