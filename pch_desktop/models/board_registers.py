"""Tables of the board's registers: risks, initiatives, issues for escalation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.board_registers import (
    Confidence,
    InitiativeStatus,
    IssueStatus,
    Proximity,
    RiskCategory,
    RiskStatus,
    Severity,
)
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_day, one_of


def _scale(*columns: str) -> CheckConstraint:
    """Return the check that columns hold a step from 1 to 5, or nothing."""
    rule = " AND ".join(f"({column} IS NULL OR {column} BETWEEN 1 AND 5)" for column in columns)
    return CheckConstraint(rule, name="scale")


class Risk(Base):
    """Something that may happen, and what it would do."""

    __tablename__ = "risk"
    __table_args__ = (
        one_of("category", RiskCategory),
        one_of("status", RiskStatus),
        one_of("proximity", Proximity),
        is_day("found_on"),
        is_day("reviewed_on"),
        is_day("closed_on"),
        _scale(
            "inherent_consequence",
            "inherent_likelihood",
            "current_consequence",
            "current_likelihood",
            "target_consequence",
            "target_likelihood",
        ),
        CheckConstraint("appetite BETWEEN 1 AND 25", name="appetite"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    cause: Mapped[str | None]
    event: Mapped[str | None]
    effect: Mapped[str | None]
    category: Mapped[RiskCategory] = mapped_column(Word(RiskCategory))
    status: Mapped[RiskStatus] = mapped_column(Word(RiskStatus), default=RiskStatus.OPEN)
    owner: Mapped[str | None]
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    controls: Mapped[str | None]
    """What already holds it down."""
    inherent_consequence: Mapped[int | None]
    inherent_likelihood: Mapped[int | None]
    current_consequence: Mapped[int | None]
    current_likelihood: Mapped[int | None]
    target_consequence: Mapped[int | None]
    target_likelihood: Mapped[int | None]
    appetite: Mapped[int | None]
    """The highest score the board will bear for it."""
    proximity: Mapped[Proximity | None] = mapped_column(Word(Proximity))
    found_on: Mapped[date | None]
    reviewed_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    note: Mapped[str | None]


class RiskScore(Base):
    """What a risk scored from a day on, so that its trend can be told."""

    __tablename__ = "risk_score"
    __table_args__ = (
        UniqueConstraint("risk_id", "scored_on"),
        is_day("scored_on"),
        _scale("consequence", "likelihood"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    risk_id: Mapped[int] = mapped_column(ForeignKey("risk.id", ondelete="CASCADE"), index=True)
    scored_on: Mapped[date]
    consequence: Mapped[int]
    likelihood: Mapped[int]


class RiskMitigation(Base):
    """Something that is to bring a risk down."""

    __tablename__ = "risk_mitigation"
    __table_args__ = (is_day("due_on"), is_day("done_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    risk_id: Mapped[int] = mapped_column(ForeignKey("risk.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]
    owner: Mapped[str | None]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]


class Initiative(Base):
    """A piece of work that is to change something."""

    __tablename__ = "initiative"
    __table_args__ = (
        one_of("status", InitiativeStatus),
        one_of("confidence", Confidence),
        is_day("starts_on"),
        is_day("ends_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    workstream: Mapped[str | None]
    aim: Mapped[str | None]
    sponsor: Mapped[str | None]
    lead: Mapped[str | None]
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="SET NULL"), index=True
    )
    budget_line_id: Mapped[int | None] = mapped_column(
        ForeignKey("budget_line.id", ondelete="SET NULL"), index=True
    )
    status: Mapped[InitiativeStatus] = mapped_column(
        Word(InitiativeStatus), default=InitiativeStatus.IDEA
    )
    confidence: Mapped[Confidence | None] = mapped_column(Word(Confidence))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    cost_pence: Mapped[int | None]
    """What it is planned to cost."""
    spent_pence: Mapped[int | None]
    saving_pence: Mapped[int | None]
    """What it is planned to save."""
    saved_pence: Mapped[int | None]
    progress: Mapped[str | None]


class Milestone(Base):
    """A day by which something of an initiative is to be done."""

    __tablename__ = "milestone"
    __table_args__ = (is_day("baseline_on"), is_day("due_on"), is_day("done_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    initiative_id: Mapped[int] = mapped_column(
        ForeignKey("initiative.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    baseline_on: Mapped[date | None]
    """When it was first to be done."""
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    owner: Mapped[str | None]
    note: Mapped[str | None]


class InitiativeMeasure(Base):
    """What is to tell whether an initiative works."""

    __tablename__ = "initiative_measure"
    __table_args__ = (UniqueConstraint("initiative_id", "name"), is_day("latest_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    initiative_id: Mapped[int] = mapped_column(
        ForeignKey("initiative.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    unit: Mapped[str | None]
    baseline: Mapped[Decimal | None] = mapped_column(Scaled(4))
    target: Mapped[Decimal | None] = mapped_column(Scaled(4))
    latest: Mapped[Decimal | None] = mapped_column(Scaled(4))
    latest_on: Mapped[date | None]


class BoardIssue(Base):
    """Something that has gone wrong or is stuck, to be taken to whoever can decide."""

    __tablename__ = "board_issue"
    __table_args__ = (
        one_of("severity", Severity),
        one_of("status", IssueStatus),
        is_day("raised_on"),
        is_day("due_on"),
        is_day("closed_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    detail: Mapped[str | None]
    severity: Mapped[Severity] = mapped_column(Word(Severity))
    status: Mapped[IssueStatus] = mapped_column(Word(IssueStatus), default=IssueStatus.OPEN)
    raised_on: Mapped[date | None]
    owner: Mapped[str | None]
    forum_id: Mapped[int | None] = mapped_column(
        ForeignKey("forum.id", ondelete="SET NULL"), index=True
    )
    """To whom it is taken."""
    asked: Mapped[str | None]
    """What they are asked to decide."""
    risk_id: Mapped[int | None] = mapped_column(
        ForeignKey("risk.id", ondelete="SET NULL"), index=True
    )
    due_on: Mapped[date | None]
    closed_on: Mapped[date | None]
