"""The practices of the locality, their groups, sites and list transfers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import (
    GroupKind,
    PracticeStatus,
    TransferKind,
    Weighting,
    need_index,
)
from pch_desktop.models.population import (
    GroupMember,
    ListSnapshot,
    ListTransfer,
    Practice,
    PracticeGroup,
    Site,
    WeightedPopulation,
)
from pch_desktop.store.population.lists import latest_lists, of_bands

OLD = 65


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A practice with its list and its weighted list, each with the time it is of."""

    id: int
    code: str
    name: str
    operator: str | None
    postcode: str | None
    status: PracticeStatus
    opened_on: date | None
    closed_on: date | None
    joined_on: date | None
    left_on: date | None
    network_code: str | None
    groups: str
    list_size: int | None
    list_on: date | None
    old_share: Decimal | None
    """The part of the list aged 65 and over."""
    year: FinancialYear | None
    registered: Decimal | None
    """The average list of the year the weighted list is of."""
    weighted: Decimal | None
    """The Carr-Hill weighted list of the year."""
    note: str | None
    source: str | None

    @property
    def need_index(self) -> Decimal | None:
        """Weighted people for each registered one; 1 is the national average."""
        if self.weighted is None or self.registered is None:
            return None
        return need_index(self.weighted, self.registered)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group of practices and who is in it."""

    id: int
    name: str
    kind: GroupKind
    code: str | None
    members: str
    """The codes of its practices, with commas between."""
    list_size: int | None
    source: str | None


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A building care is given from."""

    id: int
    name: str
    practice: str | None
    postcode: str | None
    is_hub: bool
    note: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class TransferRow:
    """People moved between lists at once."""

    id: int
    moved_on: date
    kind: TransferKind
    from_name: str
    to_code: str | None
    people: int | None
    note: str | None
    source: str | None


def practices(session: Session, month: Month, *, by: date | None = None) -> list[PracticeRow]:
    """Return the practices by code, with the lists that serve a month.

    Args:
        session: the open file.
        month: the lists at its end are meant.
        by: the lists that serve this day of it instead.
    """
    years = _carr_hill(session, month.financial_year)
    lists = _serving_lists(session, month.financial_year, years, by or month.last)
    old = _old_shares(session, {practice_id: day for practice_id, (day, _) in lists.items()})
    groups_of = _groups_of(session)
    found: list[PracticeRow] = []
    for practice in session.scalars(select(Practice).order_by(Practice.code)):
        list_on, list_size = lists.get(practice.id, (None, None))
        weight = years.get(practice.id)
        found.append(
            PracticeRow(
                id=practice.id,
                code=practice.code,
                name=practice.name,
                operator=practice.operator,
                postcode=practice.postcode,
                status=practice.status,
                opened_on=practice.opened_on,
                closed_on=practice.closed_on,
                joined_on=practice.joined_on,
                left_on=practice.left_on,
                network_code=practice.network_code,
                groups=", ".join(groups_of[practice.id]),
                list_size=list_size,
                list_on=list_on,
                old_share=old.get(practice.id),
                year=weight.year if weight else None,
                registered=weight.registered if weight else None,
                weighted=weight.weighted if weight else None,
                note=practice.note,
                source=practice.source,
            )
        )
    return found


def groups(session: Session, month: Month) -> list[GroupRow]:
    """Return the groups by kind and name, with the list they cover."""
    year = month.financial_year
    lists = _serving_lists(session, year, _carr_hill(session, year), month.last)
    members: dict[int, list[tuple[str, int]]] = defaultdict(list)
    query = select(GroupMember.group_id, Practice.code, Practice.id).join(
        Practice, GroupMember.practice_id == Practice.id
    )
    for group_id, code, practice_id in session.execute(query.order_by(Practice.code)):
        members[group_id].append((code, practice_id))
    kinds = select(PracticeGroup).order_by(PracticeGroup.kind, PracticeGroup.name)
    return [
        GroupRow(
            group.id,
            group.name,
            group.kind,
            group.code,
            ", ".join(code for code, _ in members[group.id]),
            _list_of(lists, [practice_id for _, practice_id in members[group.id]]),
            group.source,
        )
        for group in session.scalars(kinds)
    ]


def sites(session: Session) -> list[SiteRow]:
    """Return the buildings by name."""
    query = (
        select(
            Site.id, Site.name, Practice.name, Site.postcode, Site.is_hub, Site.note, Site.source
        )
        .outerjoin(Practice, Site.practice_id == Practice.id)
        .order_by(Site.name)
    )
    return [SiteRow(*row) for row in session.execute(query)]


def transfers(session: Session) -> list[TransferRow]:
    """Return the list transfers, earliest first."""
    query = (
        select(
            ListTransfer.id,
            ListTransfer.moved_on,
            ListTransfer.kind,
            ListTransfer.from_name,
            Practice.code,
            ListTransfer.people,
            ListTransfer.note,
            ListTransfer.source,
        )
        .outerjoin(Practice, ListTransfer.to_practice_id == Practice.id)
        .order_by(ListTransfer.moved_on, ListTransfer.id)
    )
    return [TransferRow(*row) for row in session.execute(query)]


def _carr_hill(session: Session, year: FinancialYear) -> Mapping[int, WeightedPopulation]:
    """Return each practice's weighted list of the latest year up to one, else the next after."""
    query = (
        select(WeightedPopulation)
        .where(WeightedPopulation.weighting == Weighting.CARR_HILL)
        .order_by(WeightedPopulation.year.desc())
    )
    found: dict[int, WeightedPopulation] = {}
    for row in session.scalars(query):
        if row.practice_id not in found or found[row.practice_id].year > year:
            found[row.practice_id] = row
    return found


def _serving_lists(
    session: Session, year: FinancialYear, years: Mapping[int, WeightedPopulation], by: date
) -> Mapping[int, tuple[date, int]]:
    """Return each practice's list that serves a day: its date and people, by practice id.

    One counted only later gives way to the average list of a year up to the day's.
    """
    averaged = {
        practice_id
        for practice_id, row in years.items()
        if row.registered is not None and row.year <= year
    }
    return {
        practice_id: listed
        for practice_id, listed in latest_lists(session, by).items()
        if listed[0] <= by or practice_id not in averaged
    }


def _old_shares(session: Session, days: Mapping[int, date]) -> Mapping[int, Decimal]:
    """Return the share aged 65 and over of each practice's list on its day, where known."""
    is_old = ListSnapshot.age_from >= OLD
    query = (
        select(
            ListSnapshot.practice_id,
            ListSnapshot.taken_on,
            func.sum(ListSnapshot.people).filter(is_old),
            func.sum(ListSnapshot.people),
        )
        .where(*of_bands())
        .group_by(ListSnapshot.practice_id, ListSnapshot.taken_on)
    )
    return {
        practice_id: Decimal(old or 0) / people
        for practice_id, day, old, people in session.execute(query)
        if people and days.get(practice_id) == day
    }


def _groups_of(session: Session) -> Mapping[int, list[str]]:
    query = select(GroupMember.practice_id, PracticeGroup.name).join(
        PracticeGroup, GroupMember.group_id == PracticeGroup.id
    )
    found: dict[int, list[str]] = defaultdict(list)
    for practice_id, name in session.execute(query.order_by(PracticeGroup.name)):
        found[practice_id].append(name)
    return found


def _list_of(lists: Mapping[int, tuple[date, int]], practice_ids: list[int]) -> int | None:
    known = [lists[practice_id][1] for practice_id in practice_ids if practice_id in lists]
    return sum(known) if known and len(known) == len(practice_ids) else None
