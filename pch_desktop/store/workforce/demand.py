"""Scenarios of demand: who comes, who sees them, and what could be met by others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.workforce import PensionScheme
from pch_desktop.domain.workforce_demand import Part, Segment, Shift
from pch_desktop.domain.workforce_pay import cost
from pch_desktop.models import Base
from pch_desktop.models.workforce import Role
from pch_desktop.models.workforce_demand import (
    DemandMix,
    DemandScenario,
    DemandSegment,
    DemandShift,
    DemandShiftTo,
    DemandStaff,
    DemandStaffRole,
)
from pch_desktop.models.workforce_pay import PayPoint
from pch_desktop.store.workforce.pay_rates import rates_on

Record = TypeVar("Record", bound=Base)
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class DemandSegmentRow:
    """A part of the population in a scenario; None where it is not known."""

    id: int
    name: str
    people: int | None
    contacts_per_thousand: Decimal | None
    minutes: Decimal | None
    source: str | None
    mix: Mapping[int, Part]
    """By the id of the kind of staff."""

    @property
    def segment(self) -> Segment:
        """It as the model reckons with it."""
        return Segment(self.people, self.contacts_per_thousand, self.minutes, self.mix)


@dataclass(frozen=True, slots=True)
class DemandStaffRow:
    """A kind of staff in a scenario."""

    id: int
    name: str
    patient_facing_share: Decimal | None
    own_weeks: Decimal | None
    weeks_worked: Decimal
    """Its own weeks, or the scenario's."""
    planned_wte: Decimal
    pay_point: str | None
    pay_point_id: int | None
    roles: tuple[str, ...]
    """The names of the roles whose posts count, by name."""
    source: str | None


@dataclass(frozen=True, slots=True)
class DemandShiftToRow:
    """Who takes on contacts of a shift."""

    id: int
    staff_id: int
    share: Decimal
    minutes: Decimal | None


@dataclass(frozen=True, slots=True)
class DemandShiftRow:
    """Contacts of a kind of staff that others could meet."""

    id: int
    staff_id: int
    divertible_share: Decimal
    achieved_share: Decimal
    minutes: Decimal | None
    source: str | None
    to: tuple[DemandShiftToRow, ...]

    @property
    def shift(self) -> Shift:
        """It as the model reckons with it."""
        to = {row.staff_id: Part(row.share, row.minutes) for row in self.to}
        return Shift(self.staff_id, self.divertible_share, self.achieved_share, self.minutes, to)


@dataclass(frozen=True, slots=True)
class DemandScenarioRow:
    """A scenario with everything in it."""

    id: int
    name: str
    weeks_worked: Decimal
    working_days: int
    note: str | None
    source: str | None
    segments: tuple[DemandSegmentRow, ...]
    staff: tuple[DemandStaffRow, ...]
    shifts: tuple[DemandShiftRow, ...]


def demand_scenarios(session: Session) -> list[DemandScenarioRow]:
    """Return every scenario with all that is in it, in their order."""
    query = select(DemandScenario).order_by(DemandScenario.position, DemandScenario.id)
    made = session.scalars(query).all()
    segments, shifts = _segments(session), _shifts(session)
    staff = _staff(session, {each.id: each.weeks_worked for each in made})
    return [
        DemandScenarioRow(
            each.id,
            each.name,
            each.weeks_worked,
            each.working_days,
            each.note,
            each.source,
            tuple(segments[each.id]),
            tuple(staff[each.id]),
            tuple(shifts[each.id]),
        )
        for each in made
    ]


def demand_costs(session: Session, on: date) -> Mapping[int, int | None]:
    """Return what a whole time costs in a full year in pence, by the key of the pay point.

    By the rates of the day, with National Insurance and the NHS pension as most employers pay
    it (W11).
    """
    rates = rates_on(session, on)
    of = (PensionScheme.NHS, None)
    made = {point: rates.work(cost, pence, ONE, of) for point, pence in rates.points.items()}
    return {point: each.total_pence if each else None for point, each in made.items()}


def in_order(session: Session, kind: type[Record]) -> list[Record]:
    """Return all records of a kind by their position."""
    columns: Any = kind.__table__.c
    return list(session.scalars(select(kind).order_by(columns.position, columns.id)))


def _segments(session: Session) -> Mapping[int, list[DemandSegmentRow]]:
    mixes: dict[int, dict[int, Part]] = defaultdict(dict)
    for mix in session.scalars(select(DemandMix).order_by(DemandMix.staff_id)):
        mixes[mix.segment_id][mix.staff_id] = Part(mix.share, mix.minutes)
    found: dict[int, list[DemandSegmentRow]] = defaultdict(list)
    for each in in_order(session, DemandSegment):
        found[each.scenario_id].append(
            DemandSegmentRow(
                each.id,
                each.name,
                each.people,
                each.contacts_per_thousand,
                each.minutes,
                each.source,
                dict(mixes[each.id]),
            )
        )
    return found


def _staff(session: Session, weeks: Mapping[int, Decimal]) -> Mapping[int, list[DemandStaffRow]]:
    roles: dict[int, list[str]] = defaultdict(list)
    query = select(DemandStaffRole.staff_id, Role.name).join(Role).order_by(Role.name)
    for staff_id, name in session.execute(query):
        roles[staff_id].append(name)
    points: dict[int, str] = dict(session.execute(select(PayPoint.id, PayPoint.name)).all())
    found: dict[int, list[DemandStaffRow]] = defaultdict(list)
    for each in in_order(session, DemandStaff):
        usual = weeks[each.scenario_id]
        found[each.scenario_id].append(
            DemandStaffRow(
                each.id,
                each.name,
                each.patient_facing_share,
                each.weeks_worked,
                usual if each.weeks_worked is None else each.weeks_worked,
                each.planned_wte,
                points.get(each.pay_point_id) if each.pay_point_id else None,
                each.pay_point_id,
                tuple(roles[each.id]),
                each.source,
            )
        )
    return found


def _shifts(session: Session) -> Mapping[int, list[DemandShiftRow]]:
    to: dict[int, list[DemandShiftToRow]] = defaultdict(list)
    for one in session.scalars(select(DemandShiftTo).order_by(DemandShiftTo.id)):
        to[one.shift_id].append(DemandShiftToRow(one.id, one.staff_id, one.share, one.minutes))
    found: dict[int, list[DemandShiftRow]] = defaultdict(list)
    for each in session.scalars(select(DemandShift).order_by(DemandShift.id)):
        found[each.scenario_id].append(
            DemandShiftRow(
                each.id,
                each.staff_id,
                each.divertible_share,
                each.achieved_share,
                each.minutes,
                each.source,
                tuple(to[each.id]),
            )
        )
    return found
