"""Tables of skills: competencies, who has them, which service needs them, how they are learned."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.workforce_skills import (
    CompetencyKind,
    LearnerKind,
    PlaceStatus,
    ProviderKind,
    SupervisionKind,
    TrainingFunding,
)
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_day, one_of


class Competency(Base):
    """Something people can be able to do."""

    __tablename__ = "competency"
    __table_args__ = (
        one_of("kind", CompetencyKind),
        CheckConstraint("months_valid BETWEEN 1 AND 600", name="months_valid"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[CompetencyKind] = mapped_column(Word(CompetencyKind))
    months_valid: Mapped[int | None]
    """After how many months it is to be shown again; nothing where it holds for good."""
    note: Mapped[str | None]
    source: Mapped[str | None]


class CompetencyRole(Base):
    """A role whose holders need a competency."""

    __tablename__ = "competency_role"
    __table_args__ = (UniqueConstraint("competency_id", "role_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    competency_id: Mapped[int] = mapped_column(
        ForeignKey("competency.id", ondelete="CASCADE"), index=True
    )
    role_id: Mapped[int] = mapped_column(ForeignKey("role.id", ondelete="CASCADE"), index=True)


class PersonCompetency(Base):
    """How far somebody has come with a competency, and until when that holds."""

    __tablename__ = "person_competency"
    __table_args__ = (
        UniqueConstraint("person_id", "competency_id"),
        is_day("assessed_on"),
        is_day("expires_on"),
        CheckConstraint("level BETWEEN 0 AND 4", name="level"),
        CheckConstraint("expires_on >= assessed_on", name="dates"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    competency_id: Mapped[int] = mapped_column(
        ForeignKey("competency.id", ondelete="CASCADE"), index=True
    )
    level: Mapped[int]
    assessed_on: Mapped[date | None]
    expires_on: Mapped[date | None]


class ServiceRequirement(Base):
    """How many people of what level a service needs for a competency."""

    __tablename__ = "service_requirement"
    __table_args__ = (
        UniqueConstraint("service_id", "competency_id"),
        CheckConstraint("least_level BETWEEN 1 AND 4", name="least_level"),
        CheckConstraint("least_people BETWEEN 1 AND 999", name="least_people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    competency_id: Mapped[int] = mapped_column(
        ForeignKey("competency.id", ondelete="CASCADE"), index=True
    )
    least_level: Mapped[int] = mapped_column(default=3)
    least_people: Mapped[int] = mapped_column(default=1)


class Course(Base):
    """Training that is given, what it costs and what it leads to."""

    __tablename__ = "course"
    __table_args__ = (
        one_of("provider_kind", ProviderKind),
        one_of("funding", TrainingFunding),
        is_day("starts_on"),
        is_day("ends_on"),
        CheckConstraint("ends_on >= starts_on", name="dates"),
        CheckConstraint("cost_pence >= 0", name="cost_pence"),
        CheckConstraint("minutes BETWEEN 1 AND 600000", name="minutes"),
        CheckConstraint("level BETWEEN 1 AND 4", name="level"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    provider: Mapped[str | None]
    provider_kind: Mapped[ProviderKind | None] = mapped_column(Word(ProviderKind))
    funding: Mapped[TrainingFunding | None] = mapped_column(Word(TrainingFunding))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    cost_pence: Mapped[int | None]
    """What the whole course costs, not each place."""
    minutes: Mapped[int | None]
    """How long it takes everyone who attends."""
    competency_id: Mapped[int | None] = mapped_column(
        ForeignKey("competency.id", ondelete="SET NULL"), index=True
    )
    """What whoever attends is able to do after it."""
    level: Mapped[int | None]


class CoursePlace(Base):
    """Somebody's place on a course."""

    __tablename__ = "course_place"
    __table_args__ = (UniqueConstraint("course_id", "person_id"), one_of("status", PlaceStatus))

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    status: Mapped[PlaceStatus] = mapped_column(Word(PlaceStatus), default=PlaceStatus.BOOKED)


class Placement(Base):
    """Learners of a college or university who learn at a practice for some weeks."""

    __tablename__ = "placement"
    __table_args__ = (
        one_of("learner_kind", LearnerKind),
        is_day("starts_on"),
        CheckConstraint("learners BETWEEN 1 AND 999", name="learners"),
        CheckConstraint("weeks BETWEEN 1 AND 260", name="weeks"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_kind: Mapped[LearnerKind] = mapped_column(Word(LearnerKind))
    learners: Mapped[int] = mapped_column(default=1)
    institution: Mapped[str | None]
    practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="SET NULL"), index=True
    )
    starts_on: Mapped[date]
    weeks: Mapped[int]
    supervisor_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    note: Mapped[str | None]


class Supervision(Base):
    """Somebody who is supervised, by whom, how often, and when it last was."""

    __tablename__ = "supervision"
    __table_args__ = (
        UniqueConstraint("supervisor_id", "supervisee_id", "kind"),
        one_of("kind", SupervisionKind),
        is_day("last_on"),
        is_day("next_due_on"),
        CheckConstraint("every_weeks BETWEEN 1 AND 104", name="every_weeks"),
        CheckConstraint("supervisor_id != supervisee_id", name="two_people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    supervisor_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    supervisee_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[SupervisionKind] = mapped_column(Word(SupervisionKind))
    every_weeks: Mapped[int]
    last_on: Mapped[date | None]
    next_due_on: Mapped[date | None]
    """A day agreed; nothing where it follows from the last one."""
