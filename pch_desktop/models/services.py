"""Tables of the services: the catalogue, who delivers, when it is open, its months."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import (
    AccessRoute,
    AcutePoint,
    BankHolidays,
    Category,
    Focus,
    ServiceStatus,
    Setting,
)
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_day, is_month, is_span, one_of


class Service(Base):
    """Something the locality offers to people."""

    __tablename__ = "service"
    __table_args__ = (
        one_of("category", Category),
        one_of("access_route", AccessRoute),
        one_of("status", ServiceStatus),
        one_of("focus", Focus),
        is_day("live_on"),
        is_day("review_on"),
        is_day("funding_ends_on"),
        one_of("bank_holidays", BankHolidays),
        one_of("acute_point", AcutePoint),
        CheckConstraint("appointment_minutes BETWEEN 1 AND 1440", name="appointment_minutes"),
        CheckConstraint("tariff_pence >= 0 AND recharge_pence >= 0", name="prices"),
        CheckConstraint("gp_freed_each >= 0 AND contacts_each >= 0", name="each"),
        CheckConstraint("due_days BETWEEN 0 AND 366", name="due_days"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    category: Mapped[Category] = mapped_column(Word(Category))
    lead_partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True)
    budget_line_id: Mapped[int | None] = mapped_column(
        ForeignKey("budget_line.id", ondelete="SET NULL"), index=True
    )
    access_route: Mapped[AccessRoute | None] = mapped_column(Word(AccessRoute))
    status: Mapped[ServiceStatus] = mapped_column(Word(ServiceStatus), default=ServiceStatus.IDEA)
    settings: Mapped[str | None]
    """Where it is given, in words: practice, hub, home."""
    live_on: Mapped[date | None]
    review_on: Mapped[date | None]
    funding_source: Mapped[str | None]
    funding_ends_on: Mapped[date | None]
    annual_cost_pence: Mapped[int | None]
    focus: Mapped[Focus | None] = mapped_column(Word(Focus))
    segment: Mapped[str | None]
    """The part of the population it is for, in words; nothing means everybody."""
    commissioner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True)
    operator: Mapped[str | None]
    """Who runs the place or the unit, where that is not the lead."""
    pathway: Mapped[str | None]
    """From referral to discharge, in words."""
    is_triaged: Mapped[bool] = mapped_column(default=False)
    bank_holidays: Mapped[BankHolidays | None] = mapped_column(Word(BankHolidays))
    appointment_minutes: Mapped[int | None]
    eligibility: Mapped[str | None]
    exclusions: Mapped[str | None]
    is_from_hospital: Mapped[bool] = mapped_column(default=False)
    """Whether it moved out of hospital."""
    acute_point: Mapped[AcutePoint | None] = mapped_column(Word(AcutePoint))
    tariff_pence: Mapped[int | None]
    """What a contact cost in hospital."""
    gp_freed_each: Mapped[Decimal | None] = mapped_column(Scaled(4))
    """GP appointments that one person seen here saves."""
    contacts_each: Mapped[Decimal | None] = mapped_column(Scaled(4))
    """Contacts one referral taken on needs."""
    recharge_pence: Mapped[int | None]
    """What the practice of whoever is seen at another is charged for a contact."""
    due_days: Mapped[int | None]
    """How many days after a month its figures are due."""
    has_beds: Mapped[bool] = mapped_column(default=False)
    takes_calls: Mapped[bool] = mapped_column(default=False)
    """Whether it is a telephone line or single point of access."""
    risks: Mapped[str | None]
    note: Mapped[str | None]
    source: Mapped[str | None]


class ServiceSetting(Base):
    """A setting in which a service is given."""

    __tablename__ = "service_setting"
    __table_args__ = (UniqueConstraint("service_id", "setting"), one_of("setting", Setting))

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    setting: Mapped[Setting] = mapped_column(Word(Setting))


class ServicePartner(Base):
    """A partner that delivers a service, beside the one that leads it."""

    __tablename__ = "service_partner"
    __table_args__ = (UniqueConstraint("service_id", "partner_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    partner_id: Mapped[int] = mapped_column(
        ForeignKey("partner.id", ondelete="CASCADE"), index=True
    )


class ServiceSite(Base):
    """A building a service is given in."""

    __tablename__ = "service_site"
    __table_args__ = (UniqueConstraint("service_id", "site_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id", ondelete="CASCADE"), index=True)


class Opening(Base):
    """Hours of a weekday a service is open; Monday is 1."""

    __tablename__ = "opening"
    __table_args__ = (
        UniqueConstraint("service_id", "weekday", "opens_minute"),
        CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
        is_span("opens_minute", "closes_minute"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    weekday: Mapped[int]
    opens_minute: Mapped[int]
    """Minutes after midnight."""
    closes_minute: Mapped[int]


class ServiceMonth(Base):
    """What a service did in a month; a blank is not known, never nothing."""

    __tablename__ = "service_month"
    __table_args__ = (
        UniqueConstraint("service_id", "month"),
        is_month("month"),
        CheckConstraint("slots >= 0 AND booked >= 0 AND attended >= 0", name="seen"),
        CheckConstraint("not_attended >= 0 AND referrals >= 0 AND waiting >= 0", name="counts"),
        CheckConstraint("accepted >= 0 AND rejected >= 0", name="accepted"),
        CheckConstraint("planned_sessions >= 0", name="planned_sessions"),
        CheckConstraint(
            "cancelled_by_patient >= 0 AND cancelled_by_service >= 0", name="cancelled"
        ),
        CheckConstraint("face_to_face >= 0 AND telephone >= 0 AND video >= 0", name="modes"),
        CheckConstraint("home_visits >= 0 AND group_contacts >= 0", name="more_modes"),
        CheckConstraint("first_contacts >= 0 AND admissions_avoided >= 0", name="firsts"),
        CheckConstraint("instead_of_hospital >= 0 AND still_to_hospital >= 0", name="diverted"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    sessions: Mapped[int | None]
    slots: Mapped[int | None]
    booked: Mapped[int | None]
    attended: Mapped[int | None]
    not_attended: Mapped[int | None]
    referrals: Mapped[int | None]
    waiting: Mapped[int | None]
    """People waiting at the end of the month."""
    planned_sessions: Mapped[int | None]
    cancelled_by_patient: Mapped[int | None]
    cancelled_by_service: Mapped[int | None]
    accepted: Mapped[int | None]
    """Of the referrals, those taken on."""
    rejected: Mapped[int | None]
    face_to_face: Mapped[int | None]
    telephone: Mapped[int | None]
    video: Mapped[int | None]
    home_visits: Mapped[int | None]
    group_contacts: Mapped[int | None]
    first_contacts: Mapped[int | None]
    """Of those attended, people seen for the first time."""
    instead_of_hospital: Mapped[int | None]
    """People a specialist saw here who would before have gone to hospital."""
    still_to_hospital: Mapped[int | None]
    """People who would have, and did."""
    admissions_avoided: Mapped[int | None]
    """Admissions to hospital that those who see people say were avoided."""
    is_provisional: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str | None]
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id", ondelete="SET NULL"), index=True
    )
