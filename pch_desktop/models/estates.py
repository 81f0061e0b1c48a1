"""Tables of the estates: rooms, mobile units, bookings, premises projects, systems."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.estates import (
    Adoption,
    BookingStatus,
    PremisesWay,
    ProjectStatus,
    Repeat,
    RoomKind,
    SystemKind,
    UnitKind,
    Used,
)
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_day, one_of

HOURS = "{0} BETWEEN 0 AND 1439 AND {1} > {0} AND {1} <= 1440"


class SiteOpening(Base):
    """Hours of a weekday a site is open; Monday is 1."""

    __tablename__ = "site_opening"
    __table_args__ = (
        UniqueConstraint("site_id", "weekday", "opens_minute"),
        CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
        CheckConstraint(HOURS.format("opens_minute", "closes_minute"), name="hours"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id", ondelete="CASCADE"), index=True)
    weekday: Mapped[int]
    opens_minute: Mapped[int]
    """Minutes after midnight."""
    closes_minute: Mapped[int]


class Room(Base):
    """A room of a site that can be booked."""

    __tablename__ = "room"
    __table_args__ = (
        UniqueConstraint("site_id", "name"),
        one_of("kind", RoomKind),
        CheckConstraint("square_metres > 0", name="square_metres"),
        CheckConstraint("hourly_pence >= 0", name="hourly_pence"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    kind: Mapped[RoomKind] = mapped_column(Word(RoomKind), default=RoomKind.CONSULTING)
    square_metres: Mapped[int | None]
    features: Mapped[str | None]
    """What is in it that a clinic needs: couch, sink, hoist."""
    hourly_pence: Mapped[int | None]
    """What an hour of it is charged."""
    is_bookable: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str | None]


class MobileUnit(Base):
    """A theatre, endoscopy suite or van that comes for a time."""

    __tablename__ = "mobile_unit"
    __table_args__ = (
        one_of("kind", UnitKind),
        is_day("signed_off_on"),
        CheckConstraint("daily_pence >= 0", name="daily_pence"),
        CheckConstraint("patients_a_day >= 0", name="patients_a_day"),
        CheckConstraint("signed_off_on IS NULL OR signed_off_by IS NOT NULL", name="signed_off"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[UnitKind] = mapped_column(Word(UnitKind))
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True)
    requirements: Mapped[str | None]
    """What the place it stands on must offer: a level pad, power, water."""
    daily_pence: Mapped[int | None]
    patients_a_day: Mapped[int | None]
    signed_off_by: Mapped[str | None]
    """Who answers for its safety for patients."""
    signed_off_on: Mapped[date | None]
    note: Mapped[str | None]


class BookingSeries(Base):
    """A booking that comes again and again until a day."""

    __tablename__ = "booking_series"
    __table_args__ = (one_of("repeat", Repeat), is_day("until_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    repeat: Mapped[Repeat] = mapped_column(Word(Repeat))
    until_on: Mapped[date]


class Booking(Base):
    """A room or a mobile unit taken by a partner for some hours of a day."""

    __tablename__ = "booking"
    __table_args__ = (
        one_of("status", BookingStatus),
        one_of("used", Used),
        is_day("day"),
        CheckConstraint(HOURS.format("starts_minute", "ends_minute"), name="hours"),
        CheckConstraint("(room_id IS NULL) != (unit_id IS NULL)", name="one_place"),
        CheckConstraint("used_minutes >= 0", name="used_minutes"),
        CheckConstraint("charge_pence >= 0", name="charge_pence"),
        Index("ix_booking_room_id_day", "room_id", "day"),
        Index("ix_booking_unit_id_day", "unit_id", "day"),
        Index("ix_booking_day", "day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id", ondelete="CASCADE"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("mobile_unit.id", ondelete="CASCADE"))
    site_id: Mapped[int | None] = mapped_column(
        ForeignKey("site.id", ondelete="SET NULL"), index=True
    )
    """Where a mobile unit stands that day."""
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="SET NULL"), index=True
    )
    series_id: Mapped[int | None] = mapped_column(
        ForeignKey("booking_series.id", ondelete="SET NULL"), index=True
    )
    day: Mapped[date]
    starts_minute: Mapped[int]
    ends_minute: Mapped[int]
    status: Mapped[BookingStatus] = mapped_column(
        Word(BookingStatus), default=BookingStatus.CONFIRMED
    )
    used: Mapped[Used | None] = mapped_column(Word(Used))
    used_minutes: Mapped[int | None]
    """How much of it was used, where only a part was."""
    charge_pence: Mapped[int | None]
    """What it is charged, where that is not the room's rate."""
    note: Mapped[str | None]


class PremisesProject(Base):
    """More room for care: what is to be done, by when, at what cost."""

    __tablename__ = "premises_project"
    __table_args__ = (
        one_of("status", ProjectStatus),
        is_day("needed_on"),
        CheckConstraint("minutes_a_week >= 0", name="minutes_a_week"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    site_id: Mapped[int | None] = mapped_column(
        ForeignKey("site.id", ondelete="SET NULL"), index=True
    )
    status: Mapped[ProjectStatus] = mapped_column(Word(ProjectStatus), default=ProjectStatus.IDEA)
    needed_on: Mapped[date | None]
    minutes_a_week: Mapped[int | None]
    """Room hours a week it is to give."""
    owner: Mapped[str | None]
    note: Mapped[str | None]


class PremisesOption(Base):
    """One way to come by the room a project needs."""

    __tablename__ = "premises_option"
    __table_args__ = (
        UniqueConstraint("project_id", "way", "name"),
        one_of("way", PremisesWay),
        is_day("ready_on"),
        CheckConstraint("capital_pence >= 0 AND annual_pence >= 0", name="costs"),
        CheckConstraint("life_years BETWEEN 1 AND 99", name="life_years"),
        CheckConstraint("minutes_a_week >= 0", name="minutes_a_week"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(
        ForeignKey("premises_project.id", ondelete="CASCADE"), index=True
    )
    way: Mapped[PremisesWay] = mapped_column(Word(PremisesWay))
    name: Mapped[str]
    capital_pence: Mapped[int | None]
    annual_pence: Mapped[int | None]
    life_years: Mapped[int | None]
    minutes_a_week: Mapped[int | None]
    ready_on: Mapped[date | None]
    is_chosen: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str | None]


class ItSystem(Base):
    """A system practices use together: a shared record, telephones, monitoring at home."""

    __tablename__ = "it_system"
    __table_args__ = (one_of("kind", SystemKind),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[SystemKind] = mapped_column(Word(SystemKind))
    supplier: Mapped[str | None]
    note: Mapped[str | None]
    source: Mapped[str | None]


class SystemUse(Base):
    """How far a practice has taken up a system."""

    __tablename__ = "system_use"
    __table_args__ = (
        UniqueConstraint("system_id", "practice_id"),
        one_of("adoption", Adoption),
        is_day("since_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    system_id: Mapped[int] = mapped_column(
        ForeignKey("it_system.id", ondelete="CASCADE"), index=True
    )
    practice_id: Mapped[int] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )
    adoption: Mapped[Adoption] = mapped_column(Word(Adoption))
    since_on: Mapped[date | None]
    """Since when it is live, or from when it is planned."""
