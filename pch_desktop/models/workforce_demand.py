"""Tables of demand: named scenarios of who comes, who sees them, and for how long.

A scenario changes nothing real: it holds its own figures beside the posts.
"""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, is_share


class DemandScenario(Base):
    """A named set of figures on demand, kept to be compared with others."""

    __tablename__ = "demand_scenario"
    __table_args__ = (
        CheckConstraint("weeks_worked BETWEEN 10000 AND 520000", name="weeks_worked"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int] = mapped_column(default=0)
    weeks_worked: Mapped[Decimal]
    """Weeks a year: 52 less leave, bank holidays, study and sickness."""
    working_days: Mapped[int] = mapped_column(default=253)
    """Days a year on which people are seen."""
    note: Mapped[str | None]
    source: Mapped[str | None]


class DemandSegment(Base):
    """A part of the population, how often each comes and for how long."""

    __tablename__ = "demand_segment"
    __table_args__ = (
        UniqueConstraint("scenario_id", "name"),
        CheckConstraint("people >= 0", name="people"),
        CheckConstraint("contacts_per_thousand >= 0", name="contacts"),
        CheckConstraint("minutes >= 0", name="minutes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scenario_id: Mapped[int] = mapped_column(
        ForeignKey("demand_scenario.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    people: Mapped[int | None]
    contacts_per_thousand: Mapped[Decimal | None]
    """Contacts a year for a thousand people."""
    minutes: Mapped[Decimal | None]
    """Minutes a contact takes."""
    source: Mapped[str | None]


class DemandStaff(Base):
    """A kind of staff in a scenario: one or more roles of the catalogue together."""

    __tablename__ = "demand_staff"
    __table_args__ = (
        UniqueConstraint("scenario_id", "name"),
        is_share("patient_facing_share"),
        CheckConstraint("weeks_worked BETWEEN 10000 AND 520000", name="weeks_worked"),
        CheckConstraint("planned_wte BETWEEN -9999999 AND 9999999", name="planned_wte"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scenario_id: Mapped[int] = mapped_column(
        ForeignKey("demand_scenario.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    patient_facing_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    weeks_worked: Mapped[Decimal | None]
    """Its own, where it is not the scenario's."""
    planned_wte: Mapped[Decimal] = mapped_column(default=Decimal(0))
    """What the scenario adds to those in post, or takes away."""
    pay_point_id: Mapped[int | None] = mapped_column(
        ForeignKey("pay_point.id", ondelete="SET NULL"), index=True
    )
    """At which its gap is costed."""
    source: Mapped[str | None]


class DemandStaffRole(Base):
    """A role of the catalogue whose holders count as a kind of staff."""

    __tablename__ = "demand_staff_role"
    __table_args__ = (UniqueConstraint("staff_id", "role_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(
        ForeignKey("demand_staff.id", ondelete="CASCADE"), index=True
    )
    role_id: Mapped[int] = mapped_column(ForeignKey("role.id", ondelete="CASCADE"), index=True)


class DemandMix(Base):
    """Which part of a segment's contacts a kind of staff sees; a segment's add up to one."""

    __tablename__ = "demand_mix"
    __table_args__ = (
        UniqueConstraint("segment_id", "staff_id"),
        is_share("share"),
        CheckConstraint("minutes >= 0", name="minutes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    segment_id: Mapped[int] = mapped_column(
        ForeignKey("demand_segment.id", ondelete="CASCADE"), index=True
    )
    staff_id: Mapped[int] = mapped_column(
        ForeignKey("demand_staff.id", ondelete="CASCADE"), index=True
    )
    share: Mapped[Decimal] = mapped_column(Scaled(6))
    minutes: Mapped[Decimal | None]
    """Its own minutes for a contact, where they are not the segment's."""


class DemandShift(Base):
    """Contacts that others could meet: how many, how far it succeeds, how long each takes."""

    __tablename__ = "demand_shift"
    __table_args__ = (
        UniqueConstraint("scenario_id", "staff_id"),
        is_share("divertible_share"),
        is_share("achieved_share"),
        CheckConstraint("minutes >= 0", name="minutes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scenario_id: Mapped[int] = mapped_column(
        ForeignKey("demand_scenario.id", ondelete="CASCADE"), index=True
    )
    staff_id: Mapped[int] = mapped_column(
        ForeignKey("demand_staff.id", ondelete="CASCADE"), index=True
    )
    """Whose contacts they are now."""
    divertible_share: Mapped[Decimal] = mapped_column(Scaled(6))
    achieved_share: Mapped[Decimal] = mapped_column(Scaled(6))
    minutes: Mapped[Decimal | None]
    """Minutes a contact takes now."""
    source: Mapped[str | None]


class DemandShiftTo(Base):
    """Who meets contacts that are shifted, and how long each takes there; the shares add to one."""

    __tablename__ = "demand_shift_to"
    __table_args__ = (
        UniqueConstraint("shift_id", "staff_id"),
        is_share("share"),
        CheckConstraint("minutes >= 0", name="minutes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    shift_id: Mapped[int] = mapped_column(
        ForeignKey("demand_shift.id", ondelete="CASCADE"), index=True
    )
    staff_id: Mapped[int] = mapped_column(
        ForeignKey("demand_staff.id", ondelete="CASCADE"), index=True
    )
    share: Mapped[Decimal] = mapped_column(Scaled(6))
    minutes: Mapped[Decimal | None]
