"""Tables of bookings: who has which room or unit, and when."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.estates import (
    BookingStatus,
    Repeat,
    Used,
)
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_day, is_span, one_of


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
        is_span("starts_minute", "ends_minute"),
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
