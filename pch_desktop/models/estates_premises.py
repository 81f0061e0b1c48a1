"""Tables of premises projects and of the systems practices share."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.estates import (
    Adoption,
    PremisesWay,
    ProjectStatus,
    SystemKind,
)
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_day, one_of


class PremisesProject(Base):
    """More room for care: what is to be done, by when, at what cost."""

    __tablename__ = "premises_project"
    __table_args__ = (
        one_of("status", ProjectStatus),
        is_day("needed_on"),
        CheckConstraint("minutes_a_week >= 0", name="minutes_a_week"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    site_id: Mapped[int | None] = mapped_column(
        ForeignKey("site.id", ondelete="SET NULL"), index=True
    )
    status: Mapped[ProjectStatus] = mapped_column(Word(ProjectStatus), default=ProjectStatus.IDEA)
    needed_on: Mapped[date | None]
    minutes_a_week: Mapped[int | None]
    """Room hours a week it is to give."""
    owner: Mapped[str | None]
    note: Mapped[str | None]


class PremisesOption(Base):
    """One way to come by the room a project needs."""

    __tablename__ = "premises_option"
    __table_args__ = (
        UniqueConstraint("project_id", "way", "name"),
        one_of("way", PremisesWay),
        is_day("ready_on"),
        CheckConstraint("capital_pence >= 0 AND annual_pence >= 0", name="costs"),
        CheckConstraint("life_years BETWEEN 1 AND 99", name="life_years"),
        CheckConstraint("minutes_a_week >= 0", name="minutes_a_week"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(
        ForeignKey("premises_project.id", ondelete="CASCADE"), index=True
    )
    way: Mapped[PremisesWay] = mapped_column(Word(PremisesWay))
    name: Mapped[str]
    capital_pence: Mapped[int | None]
    annual_pence: Mapped[int | None]
    life_years: Mapped[int | None]
    minutes_a_week: Mapped[int | None]
    ready_on: Mapped[date | None]
    is_chosen: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str | None]


class ItSystem(Base):
    """A system practices use together: a shared record, telephones, monitoring at home."""

    __tablename__ = "it_system"
    __table_args__ = (one_of("kind", SystemKind),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[SystemKind] = mapped_column(Word(SystemKind))
    supplier: Mapped[str | None]
    note: Mapped[str | None]
    source: Mapped[str | None]


class SystemUse(Base):
    """How far a practice has taken up a system."""

    __tablename__ = "system_use"
    __table_args__ = (
        UniqueConstraint("system_id", "practice_id"),
        one_of("adoption", Adoption),
        is_day("since_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    system_id: Mapped[int] = mapped_column(
        ForeignKey("it_system.id", ondelete="CASCADE"), index=True
    )
    practice_id: Mapped[int] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )
    adoption: Mapped[Adoption] = mapped_column(Word(Adoption))
    since_on: Mapped[date | None]
    """Since when it is live, or from when it is planned."""
