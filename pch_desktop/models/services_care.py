"""Tables beside the services: care homes, community assets, safety, targets, how practices do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import AssetKind, Inspection
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_day, is_month, one_of


class CareHome(Base):
    """A care home, its beds, and the practice that looks after it."""

    __tablename__ = "care_home"
    __table_args__ = (CheckConstraint("beds >= 0 AND residents >= 0", name="beds"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="SET NULL"), index=True
    )
    """The practice it is aligned to."""
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="SET NULL"), index=True
    )
    """The service that does its rounds."""
    has_nursing: Mapped[bool] = mapped_column(default=False)
    beds: Mapped[int | None]
    residents: Mapped[int | None]
    postcode: Mapped[str | None]
    note: Mapped[str | None]
    source: Mapped[str | None]


class CommunityAsset(Base):
    """Something a community has to offer that people can be pointed to."""

    __tablename__ = "community_asset"
    __table_args__ = (one_of("kind", AssetKind),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[AssetKind] = mapped_column(Word(AssetKind))
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    place: Mapped[str | None]
    times: Mapped[str | None]
    reach: Mapped[str | None]
    """How to get in touch: an organisation's telephone or address."""
    note: Mapped[str | None]
    source: Mapped[str | None]


class SafetyAssessment(Base):
    """What must be safe before a service moves: which patients, who is capable, where."""

    __tablename__ = "safety_assessment"
    __table_args__ = (
        is_day("assessed_on"),
        is_day("signed_on"),
        is_day("review_on"),
        CheckConstraint("signed_on IS NULL OR signed_by IS NOT NULL", name="signed"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    patients: Mapped[str | None]
    """Which patients it is safe for, and which not."""
    capable: Mapped[str | None]
    """Who is able to give it, with which competencies."""
    place: Mapped[str | None]
    """Where it can be given, with what."""
    conditions: Mapped[str | None]
    assessed_on: Mapped[date | None]
    signed_by: Mapped[str | None]
    signed_on: Mapped[date | None]
    review_on: Mapped[date | None]


class ServiceTarget(Base):
    """What a service is to reach, by its agreement."""

    __tablename__ = "service_target"
    __table_args__ = (UniqueConstraint("service_id", "measure"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    measure: Mapped[str]
    target: Mapped[Decimal | None] = mapped_column(Scaled(4))
    amber: Mapped[Decimal | None] = mapped_column(Scaled(4))
    is_higher_better: Mapped[bool] = mapped_column(default=True)
    is_outcome: Mapped[bool] = mapped_column(default=False)
    """Whether it is told of people's health, and not of the service."""
    period: Mapped[str | None]
    """Over what it is measured: month, quarter, year."""
    source: Mapped[str | None]
    owner: Mapped[str | None]


class TargetReading(Base):
    """What a measure of a service was in a month."""

    __tablename__ = "target_reading"
    __table_args__ = (UniqueConstraint("target_id", "month"), is_month("month"))

    id: Mapped[int] = mapped_column(primary_key=True)
    target_id: Mapped[int] = mapped_column(
        ForeignKey("service_target.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month]
    value: Mapped[Decimal] = mapped_column(Scaled(4))


class PracticeMonth(Base):
    """Incidents, complaints and compliments of a practice in a month, as counts."""

    __tablename__ = "practice_month"
    __table_args__ = (
        UniqueConstraint("practice_id", "month"),
        is_month("month"),
        CheckConstraint("incidents >= 0 AND complaints >= 0 AND compliments >= 0", name="counts"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_id: Mapped[int] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    incidents: Mapped[int | None]
    complaints: Mapped[int | None]
    compliments: Mapped[int | None]
    source: Mapped[str | None]


class PracticeRating(Base):
    """How an inspection rated a practice, from the day it was published."""

    __tablename__ = "practice_rating"
    __table_args__ = (
        UniqueConstraint("practice_id", "rated_on"),
        one_of("rating", Inspection),
        is_day("rated_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_id: Mapped[int] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )
    rated_on: Mapped[date]
    rating: Mapped[Inspection] = mapped_column(Word(Inspection))
    source: Mapped[str | None]
