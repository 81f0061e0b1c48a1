"""Tables of what services did: by place and practice, beds, calls, waits, hours, lead times."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import CountKind, WaitKind
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_month, one_of


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


class SocialMonth(Base):
    """Social prescribing in a month, in counts of people and never of one."""

    __tablename__ = "social_month"
    __table_args__ = (
        UniqueConstraint("service_id", "month"),
        is_month("month"),
        CheckConstraint("referred >= 0 AND accepted >= 0 AND in_ten_days >= 0", name="counts"),
        CheckConstraint("measured >= 0", name="measured"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    referred: Mapped[int | None]
    accepted: Mapped[int | None]
    in_ten_days: Mapped[int | None]
    """Of those accepted, first contacted within ten days."""
    measured: Mapped[int | None]
    """People whose outcome was measured before and after."""
    mean_change: Mapped[Decimal | None] = mapped_column(Scaled(4))
    """By how much their measure moved, on average."""


class SocialCount(Base):
    """People of social prescribing in a month by source, need, where to, or why closed."""

    __tablename__ = "social_count"
    __table_args__ = (
        UniqueConstraint("service_id", "month", "kind", "name"),
        one_of("kind", CountKind),
        is_month("month"),
        CheckConstraint("people >= 0", name="people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    kind: Mapped[CountKind] = mapped_column(Word(CountKind))
    name: Mapped[str]
    people: Mapped[int]


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
