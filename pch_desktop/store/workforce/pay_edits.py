"""Changing pay scales: points, what is paid at each from a day on, and an award to all of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_rates import percentage
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_pay import POUND, awarded
from pch_desktop.models.workforce import Assignment, Post
from pch_desktop.models.workforce_pay import PayPoint, PayRate
from pch_desktop.store.records import found, remove
from pch_desktop.store.workforce.pay import PayRateRow, paid_on, pay_rates
from pch_desktop.store.workforce.texts import change

POINT_FIELDS: Mapping[str, str] = {
    "scale": "the pay scale",
    "name": "the pay point's name",
    "position": "where the point stands in its scale",
}
RATE_FIELDS: Mapping[str, str] = {
    "annual_pence": "a full year's pay for a whole time",
    "valid_from": "the first day it is paid",
    "valid_to": "the last day it is paid",
    "source": "where the pay was read",
}
OWN_SCALE = "Our own scale"
NOTHING: Mapping[str, object] = {}


def add_pay_rate(
    session: Session, point: str, first: date, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Add a rate to a point by its name, and the point where there is none; return its id.

    Without an amount the point alone is added, and minus its key returned.

    Args:
        session: the open edit.
        point: the point's name, told apart whatever its case.
        first: the first day it is paid, unless ``rest`` says another.
        rest: what else is known, as for ``set_pay_rate``.
    """
    kept = _point_called(session, point, rest)
    if rest.get("annual_pence") is None:
        return -kept.id
    rate = PayRate(pay_point_id=kept.id, valid_from=first)
    for field in RATE_FIELDS.keys() & rest.keys():
        _put(session, rate, field, rest[field])
    _alone(session, rate)
    session.add(rate)
    session.flush()
    return rate.id


def set_pay_rate(session: Session, row_id: int, field: str, value: object) -> None:
    """Put a value into a field of a rate, or of the point it is of.

    Args:
        session: the open edit.
        row_id: the key of a ``PayRateRow``.
        field: one of ``POINT_FIELDS`` or ``RATE_FIELDS``.
        value: what is to stand there.
    """
    if field in POINT_FIELDS:
        point_id = -row_id if row_id < 0 else found(session, PayRate, row_id).pay_point_id
        change(session, found(session, PayPoint, point_id), field, value, POINT_FIELDS[field])
        return
    rate = found(session, PayRate, row_id)
    with session.no_autoflush:
        _put(session, rate, field, value)
        _alone(session, rate)


def remove_pay_rates(session: Session, row_ids: Collection[int]) -> None:
    """Delete rates, and points that are left with none and that nobody is paid by."""
    points = {-row_id for row_id in row_ids if row_id < 0}
    _refuse_used(session, points)
    of_rates = select(PayRate.pay_point_id).where(PayRate.id.in_(row_ids))
    touched = set(session.scalars(of_rates))
    session.execute(delete(PayRate).where(PayRate.id.in_(row_ids)))
    paid = set(session.scalars(select(PayRate.pay_point_id).distinct()))
    bare = {each for each in touched - paid if not _used(session, each)}
    remove(session, PayPoint, points | bare, "pay points")


def award(session: Session, scale: str, year: FinancialYear, share: Decimal) -> int:
    """Make the rates of a year from those of the year before; return how many points have one.

    They are an estimate of ours, rounded to the pound, and say so in their source. Points that
    have a rate beginning in the year keep it.

    Raises:
        Refusal: no point of the scale has pay to go by, or all have a rate of the year.
    """
    before = year.first - timedelta(days=1)
    due = [
        row
        for row in paid_on(pay_rates(session), before)
        if row.scale == scale and row.annual_pence
    ]
    if not due:
        raise Refusal(
            f"No point of “{scale}” has pay of {year.plus(-1)} to go by. Enter that first."
        )
    begun = select(PayRate.pay_point_id).where(PayRate.valid_from.between(year.first, year.last))
    there = set(session.scalars(begun))
    missing = [row for row in due if row.point_id not in there]
    if not missing:
        raise Refusal(f"All points of “{scale}” have pay of {year} already.")
    for row in missing:
        session.add(_estimate(row, year, share))
    return len(missing)


def _estimate(row: PayRateRow, year: FinancialYear, share: Decimal) -> PayRate:
    before = row.annual_pence or 0
    pounds, rate = f"£{before // POUND:,}", percentage(share)
    return PayRate(
        pay_point_id=row.point_id,
        valid_from=year.first,
        valid_to=year.last,
        annual_pence=awarded(before, share),
        source=f"Our own estimate: {pounds} of {year.plus(-1)} and {rate}, to the pound",
    )


def _point_called(session: Session, name: str, rest: Mapping[str, object]) -> PayPoint:
    plain = " ".join(name.split())
    query = select(PayPoint).where(func.lower(PayPoint.name) == plain.lower())
    kept = session.scalars(query).first()
    if kept is None:
        last = session.scalar(select(func.max(PayPoint.position))) or 0
        kept = PayPoint(scale=OWN_SCALE, position=last + 1)
        change(session, kept, "name", plain, POINT_FIELDS["name"])
        change(session, kept, "scale", rest.get("scale") or OWN_SCALE, POINT_FIELDS["scale"])
        session.add(kept)
        session.flush()
    return kept


def _put(session: Session, rate: PayRate, field: str, value: object) -> None:
    if field == "annual_pence" and (not isinstance(value, int) or value <= 0):
        raise Refusal("Enter a full year's pay for a whole time, such as £46,580.")
    change(session, rate, field, value, RATE_FIELDS[field])


def _alone(session: Session, rate: PayRate) -> None:
    """Refuse two rates of one point from the same day, and one that ends before it begins."""
    if rate.valid_to is not None and rate.valid_to < rate.valid_from:
        raise Refusal("The rate cannot end before it begins. Enter a later last day.")
    twin = select(PayRate.id).where(
        PayRate.pay_point_id == rate.pay_point_id,
        PayRate.valid_from == rate.valid_from,
        PayRate.id.is_not(rate.id),
    )
    if session.scalar(twin.limit(1)) is not None:
        raise Refusal("That point has a rate from that day already. Enter another first day.")


def _refuse_used(session: Session, point_ids: Collection[int]) -> None:
    for point_id in sorted(point_ids):
        if used := _used(session, point_id):
            name = found(session, PayPoint, point_id).name
            pay = "post or person is" if used == 1 else "posts and people are"
            raise Refusal(
                f"“{name}” cannot be deleted: {used:,} {pay} paid by it. "
                "Give them another pay point first."
            )


def _used(session: Session, point_id: int) -> int:
    counts = (
        session.scalar(select(func.count(kind.id)).where(kind.pay_point_id == point_id))
        for kind in (Post, Assignment)
    )
    return sum(count or 0 for count in counts)
