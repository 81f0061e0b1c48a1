"""Tables of the estates: opening hours, rooms, mobile units."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.estates import (
    RoomKind,
    UnitKind,
)
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_day, is_span, one_of


class SiteOpening(Base):
    """Hours of a weekday a site is open; Monday is 1."""

    __tablename__ = "site_opening"
    __table_args__ = (
        UniqueConstraint("site_id", "weekday", "opens_minute"),
        CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
        is_span("opens_minute", "closes_minute"),
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
