"""Tables of the shadow budget's plan: what builds it, moves it, and closes its months."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.budget_plan import ClosingKind, RiskKind, ScenarioKind
from pch_desktop.domain.capitation import RateBase
from pch_desktop.domain.period import Month
from pch_desktop.domain.population import Sex
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_day, is_month, is_share, one_of


class BudgetAdjustment(Base):
    """A change of service that adds to a line's budget or takes from it, once approved."""

    __tablename__ = "budget_adjustment"
    __table_args__ = (is_day("starts_on"), is_day("approved_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(
        ForeignKey("budget_line.id", ondelete="CASCADE"), index=True
    )
    words: Mapped[str]
    amount_pence: Mapped[int]
    """Of the year at hand; below zero where the service goes."""
    starts_on: Mapped[date | None]
    is_recurrent: Mapped[bool] = mapped_column(default=True)
    approved_on: Mapped[date | None]
    """It counts from the day it was approved; before that it is only proposed."""
    approver: Mapped[str | None]
    minute_reference: Mapped[str | None]
    moved_service_id: Mapped[int | None] = mapped_column(
        ForeignKey("moved_service.id", ondelete="CASCADE"), index=True
    )
    """The service moved from hospital whose agreed saving it is."""


class BudgetMonthShare(Base):
    """A month's share of a line's year, for a line that is spread by percentage."""

    __tablename__ = "budget_month_share"
    __table_args__ = (UniqueConstraint("line_id", "month"), is_month("month"), is_share("share"))

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("budget_line.id", ondelete="CASCADE"))
    month: Mapped[Month]
    share: Mapped[Decimal] = mapped_column(Scaled(6))


class LineRate(Base):
    """A dated rate of so much for each person, that a line's budget is made of."""

    __tablename__ = "line_rate"
    __table_args__ = (UniqueConstraint("line_id", "rate_key", "base"), one_of("base", RateBase))

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("budget_line.id", ondelete="CASCADE"))
    rate_key: Mapped[str]
    base: Mapped[RateBase] = mapped_column(Word(RateBase))


class WeightBand(Base):
    """How much work somebody of a sex and age band makes, for a list weighted by the file."""

    __tablename__ = "weight_band"
    __table_args__ = (
        UniqueConstraint("sex", "age_from", "age_to"),
        one_of("sex", Sex),
        CheckConstraint("age_from BETWEEN 0 AND 130 AND age_to BETWEEN age_from AND 130", "ages"),
        CheckConstraint("weight >= 0", name="weight"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sex: Mapped[Sex] = mapped_column(Word(Sex))
    age_from: Mapped[int]
    age_to: Mapped[int]
    weight: Mapped[Decimal] = mapped_column(Scaled(6))
    source: Mapped[str | None]


class Virement(Base):
    """Budget moved from one line to another of an approved version; it nets to nothing."""

    __tablename__ = "virement"
    __table_args__ = (
        UniqueConstraint("version_id", "number"),
        is_month("month"),
        is_day("decided_on"),
        CheckConstraint("amount_pence > 0", name="amount"),
        CheckConstraint("from_line_id != to_line_id", name="lines"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(
        ForeignKey("budget_version.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int]
    from_line_id: Mapped[int] = mapped_column(ForeignKey("budget_line.id"), index=True)
    to_line_id: Mapped[int] = mapped_column(ForeignKey("budget_line.id"), index=True)
    amount_pence: Mapped[int]
    month: Mapped[Month]
    """The first month it changes; it is spread from there by each line's profile."""
    words: Mapped[str]
    is_recurrent: Mapped[bool] = mapped_column(default=False)
    approver: Mapped[str | None]
    minute_reference: Mapped[str | None]
    decided_on: Mapped[date | None]


class OutturnRisk(Base):
    """Something not in the forecast that may move the outturn, or be done about it."""

    __tablename__ = "outturn_risk"
    __table_args__ = (
        one_of("kind", RiskKind),
        is_day("review_on"),
        is_share("likelihood_share"),
        CheckConstraint("amount_pence >= 0", name="amount"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    budget_year_id: Mapped[int] = mapped_column(
        ForeignKey("budget_year.id", ondelete="CASCADE"), index=True
    )
    line_id: Mapped[int | None] = mapped_column(
        ForeignKey("budget_line.id", ondelete="SET NULL"), index=True
    )
    kind: Mapped[RiskKind] = mapped_column(Word(RiskKind))
    name: Mapped[str]
    amount_pence: Mapped[int | None]
    likelihood_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    owner: Mapped[str | None]
    review_on: Mapped[date | None]
    is_open: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str | None]


class Scenario(Base):
    """A what-if, kept beside the real figures and never over them."""

    __tablename__ = "scenario"
    __table_args__ = (UniqueConstraint("budget_year_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    budget_year_id: Mapped[int] = mapped_column(
        ForeignKey("budget_year.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    note: Mapped[str | None]


class ScenarioChange(Base):
    """What a what-if supposes of one line."""

    __tablename__ = "scenario_change"
    __table_args__ = (
        UniqueConstraint("scenario_id", "line_id"),
        one_of("kind", ScenarioKind),
        CheckConstraint("share BETWEEN -1000000 AND 10000000", name="share"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scenario_id: Mapped[int] = mapped_column(
        ForeignKey("scenario.id", ondelete="CASCADE"), index=True
    )
    line_id: Mapped[int] = mapped_column(
        ForeignKey("budget_line.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[ScenarioKind] = mapped_column(Word(ScenarioKind))
    amount_pence: Mapped[int | None]
    share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    words: Mapped[str | None]


class MonthClosing(Base):
    """A month that was closed, or opened again with a reason; the last one counts."""

    __tablename__ = "month_closing"
    __table_args__ = (
        one_of("kind", ClosingKind),
        is_month("month"),
        CheckConstraint("kind = 'closed' OR length(reason) > 0", name="reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[Month] = mapped_column(index=True)
    kind: Mapped[ClosingKind] = mapped_column(Word(ClosingKind))
    at: Mapped[datetime]
    reason: Mapped[str | None]
