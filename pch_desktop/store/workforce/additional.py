"""Additional roles: what a network may claim in a year, what its posts claim, and what is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_rates import valid_on
from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import WEIGHTING_WORDS, Weighting
from pch_desktop.domain.workforce import SUBSTANTIVE, FundingStream, PostStatus
from pch_desktop.domain.workforce_claim import (
    MOST_KEY,
    AdditionalPost,
    claim_of,
    entitlement,
    most_for,
    over_most,
)
from pch_desktop.domain.workforce_pay import POUND, months, per_wte
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.store.budget.people import weighted_pairs
from pch_desktop.store.budget.years import current_version
from pch_desktop.store.locality import setting
from pch_desktop.store.workforce.people import AssignmentRow, assignments
from pch_desktop.store.workforce.posts import PostRow, posts

HEAD_RATE = "network_arrs"
"""The key of the rate for each weighted head, by which the budget's line is paid, too."""
PEOPLE_SETTING = "additional_roles_people"
COUNTED = frozenset({PostStatus.ACTIVE, PostStatus.FROZEN})


@dataclass(frozen=True, slots=True)
class AdditionalRow:
    """A post that additional-roles money pays for, in a year."""

    id: int
    reference: str
    role: str
    role_code: str
    employer: str | None
    status: PostStatus
    wte: Decimal
    months: Fraction
    """For how many months of the year it is funded."""
    actual_per_wte_pence: int | None
    """What a whole time of it costs in a full year."""
    most_per_wte_pence: int | None
    """The most that is paid for a whole time of its role."""
    held_to_date: Fraction
    """WTE times months in which it was held in the year, up to the day."""
    held_in_year: Fraction
    """The same to 31 March, by whoever is known to hold it until then."""

    @property
    def claim_pence(self) -> int | None:
        """What it claims in the year, held as it is funded; None where a rate is not known."""
        return _claimed(self, self.wte, self.months)

    @property
    def to_date_pence(self) -> int | None:
        """What those in post have claimed up to the day."""
        return _claimed(self, Decimal(1), self.held_to_date)

    @property
    def in_post_pence(self) -> int | None:
        """What those in post will have claimed by 31 March, if nobody else comes."""
        return _claimed(self, Decimal(1), self.held_in_year)

    @property
    def over_pence(self) -> int | None:
        """What it costs in the year above the most for its role: it falls on the practices."""
        made = _post(self, self.wte, self.months)
        return over_most(made) if made else None


@dataclass(frozen=True, slots=True)
class AdditionalYear:
    """What a year's additional roles rest on, and their posts."""

    year: FinancialYear
    people: Decimal | None
    """Weighted people."""
    people_source: str
    head_rate: Decimal | None
    """Pounds for each of them in the year."""
    head_source: str
    posts: Sequence[AdditionalRow]
    """Those funded in the year, by reference."""
    proposed: Sequence[AdditionalRow]
    """Those proposed: they claim nothing yet."""

    @property
    def entitlement_pence(self) -> int | None:
        """What may be claimed in the year, or None where a part is not known."""
        if self.people is None or self.head_rate is None:
            return None
        return entitlement(self.people, self.head_rate)


def additional_roles(session: Session, on: date) -> AdditionalYear:
    """Return the additional roles of a day's year, held as they are on that day."""
    year = FinancialYear.of(on)
    people, people_source = _people(session, year)
    rate = _values(session, on).get(HEAD_RATE)
    rows = [
        row for row in posts(session, on) if row.funding_stream is FundingStream.ADDITIONAL_ROLES
    ]
    found = _rows(session, rows, on)
    return AdditionalYear(
        year,
        people,
        people_source,
        rate[0] if rate else None,
        rate[1] if rate else "",
        [row for row in found if row.status in COUNTED and (row.months or row.held_in_year)],
        [row for row in found if row.status is PostStatus.PROPOSED and row.months],
    )


def role_mosts(session: Session, on: date) -> Mapping[str, int]:
    """Return the most for a whole time of each additional role on a day, in pence by code."""
    return {
        key.removeprefix(MOST_KEY): rounded(value * POUND)
        for key, (value, _) in _values(session, on).items()
        if key.startswith(MOST_KEY)
    }


def _rows(session: Session, rows: Sequence[PostRow], on: date) -> list[AdditionalRow]:
    year = FinancialYear.of(on)
    mosts = role_mosts(session, on)
    held: dict[int, list[AssignmentRow]] = defaultdict(list)
    for each in assignments(session, since=year.first) if rows else ():
        if each.contract_kind in SUBSTANTIVE:
            held[each.post_id].append(each)
    return [
        AdditionalRow(
            row.id,
            row.reference,
            row.role,
            row.role_code,
            row.employer,
            row.status,
            row.funded_wte,
            months(row.funded_from, row.funded_to, year),
            None if row.cost_pence is None else per_wte(row.cost_pence, row.funded_wte),
            most_for(row.role_code, mosts),
            _held(held[row.id], year, on),
            _held(held[row.id], year, year.last),
        )
        for row in rows
    ]


def _held(rows: Sequence[AssignmentRow], year: FinancialYear, by: date) -> Fraction:
    """Return WTE times months in the year in which assignments ran up to a day."""
    return sum(
        (
            Fraction(row.wte) * months(row.starts_on, min(row.ends_on or by, by), year)
            for row in rows
        ),
        Fraction(0),
    )


def _claimed(row: AdditionalRow, wte: Decimal, of_months: Fraction) -> int | None:
    made = _post(row, wte, of_months)
    return claim_of(made) if made else None


def _post(row: AdditionalRow, wte: Decimal, of_months: Fraction) -> AdditionalPost | None:
    if row.actual_per_wte_pence is None or row.most_per_wte_pence is None:
        return None
    return AdditionalPost(wte, of_months, row.actual_per_wte_pence, row.most_per_wte_pence)


def _people(session: Session, year: FinancialYear) -> tuple[Decimal | None, str]:
    """Return the weighted people of a year, and where they are from."""
    if typed := setting(session, f"{PEOPLE_SETTING}_{year}"):
        return Decimal(typed), "Typed for this year"
    version = current_version(session, year)
    if version is not None and version.weighted_people is not None:
        return version.weighted_people, f"Agreed with the budget of {year}"
    pairs = weighted_pairs(session, year)
    for weighting in (Weighting.CARR_HILL, Weighting.PRIMARY_MEDICAL):
        if (pair := pairs.get(weighting)) is not None:
            return pair.ours, f"{WEIGHTING_WORDS[weighting]} lists of {pair.year}"
    return None, ""


def _values(session: Session, on: date) -> Mapping[str, tuple[Decimal, str]]:
    """Return the reference values of a day and their sources, by key."""
    query = select(
        ReferenceValue.key,
        ReferenceValue.valid_from,
        ReferenceValue.valid_to,
        ReferenceValue.value,
        ReferenceValue.source,
    ).where(ReferenceValue.key.startswith(MOST_KEY) | (ReferenceValue.key == HEAD_RATE))
    spans: dict[str, list[tuple[date, date | None, tuple[Decimal, str]]]] = defaultdict(list)
    for key, first, last, value, source in session.execute(query):
        spans[key].append((first, last, (value, source)))
    known = {key: valid_on(each, on) for key, each in spans.items()}
    return {key: value for key, value in known.items() if value is not None}
