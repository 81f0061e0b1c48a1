"""Tables of what services did: by place and practice, beds, calls."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.period import Month
from pch_desktop.models.base import Base
from pch_desktop.models.types import is_month


class ActivityPart(Base):
    """A part of a service's month: seen at a place, of the patients of a practice."""

    __tablename__ = "activity_part"
    __table_args__ = (
        UniqueConstraint("service_id", "month", "place_id", "site_id", "patient_practice_id"),
        is_month("month"),
        CheckConstraint("slots >= 0 AND booked >= 0 AND attended >= 0", name="seen"),
        CheckConstraint("not_attended >= 0 AND referrals >= 0", name="counts"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    place_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )
    """The practice at which people were seen."""
    site_id: Mapped[int | None] = mapped_column(
        ForeignKey("site.id", ondelete="CASCADE"), index=True
    )
    """The building, where it is not a practice's."""
    patient_practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )
    """The practice on whose list they are; nothing where it is not known."""
    slots: Mapped[int | None]
    booked: Mapped[int | None]
    attended: Mapped[int | None]
    not_attended: Mapped[int | None]
    referrals: Mapped[int | None]
    source: Mapped[str | None]


class BedMonth(Base):
    """The beds of a service in a month."""

    __tablename__ = "bed_month"
    __table_args__ = (
        UniqueConstraint("service_id", "month"),
        is_month("month"),
        CheckConstraint("beds_open >= 0 AND occupied_days >= 0", name="beds"),
        CheckConstraint("admissions >= 0 AND discharges >= 0 AND stay_days >= 0", name="stays"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    beds_open: Mapped[int | None]
    admissions: Mapped[int | None]
    discharges: Mapped[int | None]
    occupied_days: Mapped[int | None]
    """Nights a bed was taken, added up."""
    stay_days: Mapped[int | None]
    """Days that those discharged had stayed, added up."""
    source: Mapped[str | None]


class CallMonth(Base):
    """The calls of a telephone line or single point of access in a month."""

    __tablename__ = "call_month"
    __table_args__ = (
        UniqueConstraint("service_id", "month"),
        is_month("month"),
        CheckConstraint("offered >= 0 AND answered >= 0 AND abandoned >= 0", name="calls"),
        CheckConstraint("wait_seconds >= 0", name="wait_seconds"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    offered: Mapped[int | None]
    answered: Mapped[int | None]
    abandoned: Mapped[int | None]
    wait_seconds: Mapped[int | None]
    """The mean wait of those answered."""
    source: Mapped[str | None]
