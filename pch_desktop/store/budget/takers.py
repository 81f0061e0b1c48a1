"""The partners that share a gain or loss, with what each rule weighs them by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.splitting import Taker
from pch_desktop.models.budget_share import PartnerHolding, SharePartner
from pch_desktop.models.partners import Partner
from pch_desktop.models.population import WeightedPopulation
from pch_desktop.store.population.lists import latest_lists


@dataclass(frozen=True, slots=True)
class TakerRow:
    """A partner that takes part: what it is weighed by, as typed or else as the file has it."""

    id: int
    name: str
    position: int
    people: int | None
    weighted_people: Decimal | None
    budget_pence: int | None
    units: int | None
    performance_points: int | None
    contribution_pence: int | None
    fixed_share: Decimal | None
    stop_loss_pence: int | None
    typed: frozenset[str]
    """The figures that were typed and so stand for those of the file."""
    listed_on: date | None
    """The day of the list its people are from, where they were not typed."""

    @property
    def taker(self) -> Taker:
        """It as the reckoning takes it."""
        return Taker(
            self.name,
            self.people,
            self.weighted_people,
            self.budget_pence,
            self.units,
            self.performance_points,
            self.contribution_pence,
            self.fixed_share,
            self.stop_loss_pence,
        )


def takers(session: Session, scheme_id: int, year: FinancialYear) -> list[TakerRow]:
    """Return the partners of a scheme in their order.

    People and weighted people of a practice are those of its list that serves
    the year, holdings the latest by the year's end, unless they were typed. The
    budget a partner provides for is put in by ``with_provided``.
    """
    query = (
        select(SharePartner, Partner.name, Partner.practice_id)
        .join(Partner, SharePartner.partner_id == Partner.id)
        .where(SharePartner.scheme_id == scheme_id)
        .order_by(SharePartner.position, SharePartner.id)
    )
    found = session.execute(query).all()
    has_practice = any(practice_id is not None for _, _, practice_id in found)
    none: tuple[Mapping[int, tuple[date, int]], Mapping[int, Decimal]] = ({}, {})
    lists, weighted = (
        (latest_lists(session, year.first), _weighted(session, year)) if has_practice else none
    )
    units = _units(session, year)
    return [
        _row(each, name, (lists.get(practice_id or 0), weighted.get(practice_id or 0)), units)
        for each, name, practice_id in found
    ]


def _row(
    each: SharePartner,
    name: str,
    of_practice: tuple[tuple[date, int] | None, Decimal | None],
    units: Mapping[int, int],
) -> TakerRow:
    listed, weighted = of_practice
    day, people = listed or (None, None)
    return TakerRow(
        id=each.id,
        name=name,
        position=each.position,
        people=people if each.people is None else each.people,
        weighted_people=weighted if each.weighted_people is None else each.weighted_people,
        budget_pence=each.budget_pence,
        units=units.get(each.partner_id),
        performance_points=each.performance_points,
        contribution_pence=each.contribution_pence,
        fixed_share=each.fixed_share,
        stop_loss_pence=each.stop_loss_pence,
        typed=frozenset(_typed(each)),
        listed_on=day if each.people is None else None,
    )


def with_provided(found: Sequence[TakerRow], provided: Mapping[str, int]) -> list[TakerRow]:
    """Return the partners with the budget each provides for, where none was typed."""
    return [
        replace(row, budget_pence=provided.get(row.name)) if row.budget_pence is None else row
        for row in found
    ]


def _typed(each: SharePartner) -> list[str]:
    names = ("people", "weighted_people", "budget_pence")
    return [name for name in names if getattr(each, name) is not None]


def _weighted(session: Session, year: FinancialYear) -> Mapping[int, Decimal]:
    """Return each practice's weighted list of the latest year up to this one."""
    query = (
        select(WeightedPopulation.practice_id, WeightedPopulation.weighted)
        .where(
            WeightedPopulation.weighting == Weighting.CARR_HILL,
            WeightedPopulation.year <= year,
        )
        .order_by(WeightedPopulation.year)
    )
    rows = session.execute(query)
    return {practice_id: weighted for practice_id, weighted in rows if weighted is not None}


def _units(session: Session, year: FinancialYear) -> Mapping[int, int]:
    """Return what each partner holds at a year's end."""
    latest = (
        select(PartnerHolding.partner_id, func.max(PartnerHolding.held_from).label("day"))
        .where(PartnerHolding.held_from <= year.last)
        .group_by(PartnerHolding.partner_id)
        .subquery()
    )
    query = select(PartnerHolding.partner_id, PartnerHolding.units).join(
        latest,
        (latest.c.partner_id == PartnerHolding.partner_id)
        & (latest.c.day == PartnerHolding.held_from),
    )
    return dict(session.execute(query).all())
