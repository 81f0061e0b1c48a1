"""Tables of waits, lead times and hours, and of the national appointment counts."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import WaitKind
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_month, one_of


class WaitCount(Base):
    """People first seen in a month after so many days, from referral received."""

    __tablename__ = "wait_count"
    __table_args__ = (
        UniqueConstraint("service_id", "month", "kind", "from_days"),
        one_of("kind", WaitKind),
        is_month("month"),
        CheckConstraint("from_days >= 0 AND until_days > from_days", name="days"),
        CheckConstraint("people >= 0", name="people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    kind: Mapped[WaitKind] = mapped_column(Word(WaitKind))
    from_days: Mapped[int]
    until_days: Mapped[int | None]
    """The first day beyond the band; nothing where it has no end."""
    people: Mapped[int]


class LeadTimeCount(Base):
    """Who came and who did not, by how many days before it was booked."""

    __tablename__ = "lead_time_count"
    __table_args__ = (
        UniqueConstraint("service_id", "month", "from_days"),
        is_month("month"),
        CheckConstraint("from_days >= 0 AND until_days > from_days", name="days"),
        CheckConstraint("attended >= 0 AND not_attended >= 0", name="people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    from_days: Mapped[int]
    until_days: Mapped[int | None]
    attended: Mapped[int | None]
    not_attended: Mapped[int | None]


class HourCount(Base):
    """What was asked for and what there was in an hour of a weekday, in a month all told."""

    __tablename__ = "hour_count"
    __table_args__ = (
        UniqueConstraint("service_id", "month", "site_id", "weekday", "hour"),
        is_month("month"),
        CheckConstraint("weekday BETWEEN 1 AND 7 AND hour BETWEEN 0 AND 23", name="when"),
        CheckConstraint("asked >= 0 AND slots >= 0 AND seen >= 0", name="counts"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    site_id: Mapped[int | None] = mapped_column(
        ForeignKey("site.id", ondelete="CASCADE"), index=True
    )
    weekday: Mapped[int]
    hour: Mapped[int]
    asked: Mapped[int | None]
    slots: Mapped[int | None]
    seen: Mapped[int | None]


class AppointmentCount(Base):
    """Appointments of a place in a month as the national figures count them."""

    __tablename__ = "appointment_count"
    __table_args__ = (
        UniqueConstraint("place_code", "month", "status", "staff", "mode", "lead_time"),
        is_month("month"),
        CheckConstraint("appointments >= 0", name="appointments"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    place_code: Mapped[str] = mapped_column(index=True)
    """The code of a practice, a network or a commissioner."""
    place_name: Mapped[str]
    month: Mapped[Month]
    status: Mapped[str]
    staff: Mapped[str]
    """GP, other practice staff, unknown."""
    mode: Mapped[str]
    lead_time: Mapped[str]
    appointments: Mapped[int]
    source: Mapped[str | None]
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id", ondelete="SET NULL"), index=True
    )
