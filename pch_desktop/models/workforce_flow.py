"""Tables of coming, going and being away: recruitment, and absence added up by group."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import RecruitmentOutcome, StaffGroup
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_day, is_month, one_of


class Recruitment(Base):
    """The filling of a vacant post, from the day it fell vacant."""

    __tablename__ = "recruitment"
    __table_args__ = (
        one_of("outcome", RecruitmentOutcome),
        is_day("vacant_from"),
        is_day("advertised_on"),
        is_day("closes_on"),
        is_day("interviews_on"),
        is_day("offered_on"),
        is_day("starts_on"),
        CheckConstraint("readvertised BETWEEN 0 AND 99", name="readvertised"),
        CheckConstraint("outcome != 'filled' OR starts_on IS NOT NULL", name="filled"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id", ondelete="CASCADE"), index=True)
    vacant_from: Mapped[date]
    advertised_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    interviews_on: Mapped[date | None]
    offered_on: Mapped[date | None]
    starts_on: Mapped[date | None]
    """The first day agreed with whoever was chosen."""
    readvertised: Mapped[int] = mapped_column(default=0)
    """How often it was advertised again."""
    outcome: Mapped[RecruitmentOutcome] = mapped_column(
        Word(RecruitmentOutcome), default=RecruitmentOutcome.OPEN
    )
    mitigation: Mapped[str | None]
    """What is done while nobody is in post."""


class AbsenceMonth(Base):
    """Days lost to sickness in a month by a group of staff: never of one person."""

    __tablename__ = "absence_month"
    __table_args__ = (
        UniqueConstraint("month", "staff_group", "practice_id", "employer_id"),
        one_of("staff_group", StaffGroup),
        is_month("month"),
        CheckConstraint("days_lost >= 0 AND days_available >= days_lost", name="days"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[Month] = mapped_column(index=True)
    staff_group: Mapped[StaffGroup] = mapped_column(Word(StaffGroup))
    practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )
    employer_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="CASCADE"), index=True
    )
    days_available: Mapped[Decimal | None]
    """WTE times the days of the month; nothing where it is not known."""
    days_lost: Mapped[Decimal | None]
    source: Mapped[str | None]
