"""What is paid at a point on a day, and what an employer pays on top of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_rates import Span, valid_on
from pch_desktop.domain.money import rounded
from pch_desktop.domain.workforce import PensionScheme
from pch_desktop.domain.workforce_pay import POUND, Cost, Insurance, OnCosts, cost, post_cost
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.models.workforce import Post
from pch_desktop.models.workforce_pay import OnCostRate, PayPoint, PayRate
from pch_desktop.store.records import found
from pch_desktop.store.workforce.people import AssignmentRow

NI_SHARE, NI_THRESHOLD = "employer_ni_rate", "employer_ni_threshold"
"""The keys of the reference values that say the employer's National Insurance."""
NO_PENSION = OnCosts(Decimal(0))
Key = TypeVar("Key")
Held = TypeVar("Held")
Worker = Callable[[int, Decimal, Insurance, OnCosts], Cost]


@dataclass(frozen=True, slots=True)
class Costing:
    """What somebody or a post costs in a full year by its pay, and what that rests on."""

    point: str | None
    """The pay point; None where a full year's pay was typed, or neither is known."""
    full_time_pence: int | None
    wte: Decimal
    scheme: PensionScheme | None
    insurance: Insurance | None
    on_costs: OnCosts | None
    cost: Cost | None
    """None where something it rests on is not known."""
    typed_pence: int | None = None
    """What a post was said to cost, which goes before what is worked out."""

    @property
    def annual_pence(self) -> int | None:
        """The cost of a full year: as typed, else as worked out, or None where not known."""
        if self.typed_pence is not None:
            return self.typed_pence
        return self.cost.total_pence if self.cost else None


@dataclass(frozen=True, slots=True)
class Rates:
    """Everything that costs are worked out from, as it holds on a day."""

    points: Mapping[int, int]
    """A full year's pay for a whole time in pence, by the key of the pay point."""
    on_costs: Mapping[tuple[PensionScheme, int | None], OnCosts]
    """By scheme and the employer it holds for; None is every other employer."""
    insurance: Insurance | None

    def on_top(self, scheme: PensionScheme | None, employer_id: int | None) -> OnCosts | None:
        """Return what an employer pays for a scheme: its own rate before that of all others."""
        if scheme is None:
            return None
        for employer in (employer_id, None):
            if (known := self.on_costs.get((scheme, employer))) is not None:
                return known
        return NO_PENSION if scheme is PensionScheme.NONE else None

    def work(
        self,
        worker: Worker,
        full_time_pence: int | None,
        wte: Decimal,
        of: tuple[PensionScheme | None, int | None],
    ) -> Cost | None:
        """Return what a full year costs, or None where something is not known.

        Args:
            worker: ``cost`` for somebody, ``post_cost`` for a post.
            full_time_pence: a full year's pay for a whole time.
            wte: how much of a whole time it is.
            of: the pension scheme and the key of the employer.
        """
        on_costs = self.on_top(*of)
        if full_time_pence is None or self.insurance is None or on_costs is None:
            return None
        return worker(full_time_pence, wte, self.insurance, on_costs)

    def of_post(self, post: Post) -> int | None:
        """Return what a post costs in a full year, worked out from its pay point."""
        if post.pay_point_id is None:
            return None
        full_time = self.points.get(post.pay_point_id)
        made = self.work(
            post_cost, full_time, post.funded_wte, (PensionScheme.NHS, post.employer_id)
        )
        return made.total_pence if made else None


def rates_on(session: Session, on: date) -> Rates:
    """Return the pay of every point, the on-costs and National Insurance of a day."""
    return Rates(
        _held(_pay(session), on),
        _held(_on_costs(session), on),
        insurance_on(session, on),
    )


def insurance_on(session: Session, on: date) -> Insurance | None:
    """Return the employer's National Insurance of a day, or None where a part is not known."""
    query = select(
        ReferenceValue.key, ReferenceValue.valid_from, ReferenceValue.valid_to, ReferenceValue.value
    ).where(ReferenceValue.key.in_((NI_SHARE, NI_THRESHOLD)))
    spans: dict[str, list[Span[Decimal]]] = defaultdict(list)
    for key, first, last, value in session.execute(query):
        spans[key].append((first, last, value))
    known = _held(spans, on)
    if NI_SHARE not in known or NI_THRESHOLD not in known:
        return None
    return Insurance(known[NI_SHARE], rounded(known[NI_THRESHOLD] * POUND))


def post_costing(session: Session, post_id: int, on: date) -> Costing:
    """Return what a post costs in a full year by the rates of a day, in the NHS scheme."""
    post, rates = found(session, Post, post_id), rates_on(session, on)
    full_time = rates.points.get(post.pay_point_id or 0)
    of = (PensionScheme.NHS, post.employer_id)
    return Costing(
        _point(session, post.pay_point_id),
        full_time,
        post.funded_wte,
        PensionScheme.NHS,
        rates.insurance,
        rates.on_top(*of),
        rates.work(post_cost, full_time, post.funded_wte, of),
        post.annual_cost_pence,
    )


def assignment_costing(session: Session, row: AssignmentRow, on: date) -> Costing:
    """Return what somebody in post costs in a full year, from their own pay and scheme."""
    rates = rates_on(session, on)
    point_id = session.scalar(select(PayPoint.id).where(PayPoint.name == row.pay_point))
    full_time, point = row.full_time_pay_pence, None
    if full_time is None and point_id is not None:
        full_time, point = rates.points.get(point_id), row.pay_point
    of = (row.pension_scheme, found(session, Post, row.post_id).employer_id)
    return Costing(
        point,
        full_time,
        row.wte,
        row.pension_scheme,
        rates.insurance,
        rates.on_top(*of),
        rates.work(cost, full_time, row.wte, of),
    )


def _pay(session: Session) -> Mapping[int, list[Span[int]]]:
    query = select(PayRate.pay_point_id, PayRate.valid_from, PayRate.valid_to, PayRate.annual_pence)
    spans: dict[int, list[Span[int]]] = defaultdict(list)
    for point_id, first, last, pence in session.execute(query):
        spans[point_id].append((first, last, pence))
    return spans


def _on_costs(
    session: Session,
) -> Mapping[tuple[PensionScheme, int | None], list[Span[OnCosts]]]:
    query = select(
        OnCostRate.scheme,
        OnCostRate.employer_id,
        OnCostRate.valid_from,
        OnCostRate.valid_to,
        OnCostRate.pension_share,
        OnCostRate.levy_share,
    )
    spans: dict[tuple[PensionScheme, int | None], list[Span[OnCosts]]] = defaultdict(list)
    for scheme, employer_id, first, last, pension, levy in session.execute(query):
        spans[scheme, employer_id].append((first, last, OnCosts(pension, levy)))
    return spans


def _held(spans: Mapping[Key, list[Span[Held]]], on: date) -> dict[Key, Held]:
    """Return of each key what holds on a day, without those of which nothing does."""
    known = {key: valid_on(each, on) for key, each in spans.items()}
    return {key: value for key, value in known.items() if value is not None}


def _point(session: Session, point_id: int | None) -> str | None:
    return session.scalar(select(PayPoint.name).where(PayPoint.id == point_id))
