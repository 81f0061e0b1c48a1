"""What employers pay on top of pay, by pension scheme, employer and day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import PensionScheme
from pch_desktop.models.partners import Partner
from pch_desktop.models.workforce_pay import OnCostRate
from pch_desktop.store.records import by_name, found, remove
from pch_desktop.store.workforce.texts import change

ON_COST_FIELDS: Mapping[str, str] = {
    "scheme": "the pension scheme",
    "valid_from": "the first day it holds",
    "valid_to": "the last day it holds",
    "pension_share": "what the employer pays into the pension, such as 14.38%",
    "levy_share": "the apprenticeship levy, 0% where the employer pays none",
    "source": "where the rate was read",
}
SHARES = frozenset({"pension_share", "levy_share"})
PLACES = Decimal("0.000001")
NOTHING: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class OnCostRow:
    """What an employer pays on top of pay for a scheme, from a day on."""

    id: int
    scheme: PensionScheme
    employer: str | None
    """The employer it holds for; nobody named means every other employer."""
    valid_from: date
    valid_to: date | None
    pension_share: Decimal
    levy_share: Decimal
    source: str | None


def on_costs(session: Session) -> list[OnCostRow]:
    """Return the rates by scheme and employer, the latest first."""
    query = (
        select(
            OnCostRate.id,
            OnCostRate.scheme,
            Partner.name,
            OnCostRate.valid_from,
            OnCostRate.valid_to,
            OnCostRate.pension_share,
            OnCostRate.levy_share,
            OnCostRate.source,
        )
        .outerjoin(Partner, OnCostRate.employer_id == Partner.id)
        .order_by(OnCostRate.scheme, Partner.name, OnCostRate.valid_from.desc())
    )
    return [OnCostRow(*row) for row in session.execute(query)]


def add_on_cost(
    session: Session, pension_share: Decimal, first: date, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Add what is paid for a scheme, the NHS one unless told; return its id.

    Args:
        session: the open edit.
        pension_share: what the employer pays into the pension, as a part of pay.
        first: the first day it holds.
        rest: what else is known, as for ``set_on_cost``.
    """
    rate = OnCostRate(scheme=PensionScheme.NHS, valid_from=first, levy_share=Decimal(0))
    with session.no_autoflush:
        _put(session, rate, "pension_share", pension_share)
        for field, value in rest.items():
            _put(session, rate, field, value)
        _alone(session, rate)
    session.add(rate)
    session.flush()
    return rate.id


def set_on_cost(session: Session, rate_id: int, field: str, value: object) -> None:
    """Put a value into one of a rate's ``ON_COST_FIELDS``, or name its employer."""
    rate = found(session, OnCostRate, rate_id)
    with session.no_autoflush:
        _put(session, rate, field, value)
        _alone(session, rate)


def remove_on_costs(session: Session, rate_ids: Collection[int]) -> None:
    """Delete rates."""
    remove(session, OnCostRate, rate_ids, "rates")


def _put(session: Session, rate: OnCostRate, field: str, value: object) -> None:
    if field == "employer":
        named = by_name(session, Partner, "name", str(value), "partner") if value else None
        change(session, rate, "employer_id", named.id if named else None, "the employer")
        return
    if field == "levy_share" and value is None:
        value = Decimal(0)
    if field in SHARES:
        value = _share(value, ON_COST_FIELDS[field])
    change(session, rate, field, value, ON_COST_FIELDS[field])


def _share(value: object, words: str) -> Decimal:
    if not isinstance(value, int | Decimal):
        raise Refusal(f"Enter {words}.")
    share = Decimal(value)
    if not 0 <= share <= 1 or share != share.quantize(PLACES):
        raise Refusal("Enter a share of pay from 0% to 100%, of at most four places, as 14.38%.")
    return share


def _alone(session: Session, rate: OnCostRate) -> None:
    """Refuse two rates for the same from the same day, and one that ends before it begins."""
    if rate.valid_to is not None and rate.valid_to < rate.valid_from:
        raise Refusal("The rate cannot end before it begins. Enter a later last day.")
    twin = select(OnCostRate.id).where(
        OnCostRate.scheme == rate.scheme,
        OnCostRate.employer_id.is_not_distinct_from(rate.employer_id),
        OnCostRate.valid_from == rate.valid_from,
        OnCostRate.id.is_not(rate.id),
    )
    if session.scalar(twin.limit(1)) is not None:
        raise Refusal("There is a rate for that scheme from that day. Enter another first day.")
