"""Tables of what services are to reach, and of how practices do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Inspection
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_day, is_month, one_of


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
