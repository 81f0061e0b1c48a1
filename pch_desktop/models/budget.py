"""Tables of the shadow budget: years, versions, lines, their baselines, months and actuals."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.budget import (
    Basis,
    ContractForm,
    Controllability,
    Method,
    Phase,
    Profile,
    Scope,
    VersionStatus,
)
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.services import Focus
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_day, is_month, is_year, one_of


class BudgetYear(Base):
    """A financial year of the shadow budget, and how far the money has moved."""

    __tablename__ = "budget_year"
    __table_args__ = (is_year("year"), one_of("phase", Phase))

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[FinancialYear] = mapped_column(unique=True)
    phase: Mapped[Phase] = mapped_column(Word(Phase), default=Phase.SHADOW)


class BudgetVersion(Base):
    """One version of a year's budget; an approved one stays as it is."""

    __tablename__ = "budget_version"
    __table_args__ = (
        UniqueConstraint("budget_year_id", "number"),
        one_of("status", VersionStatus),
        is_year("baseline_year"),
        is_day("approved_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    budget_year_id: Mapped[int] = mapped_column(
        ForeignKey("budget_year.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int] = mapped_column(default=1)
    status: Mapped[VersionStatus] = mapped_column(Word(VersionStatus), default=VersionStatus.DRAFT)
    baseline_year: Mapped[FinancialYear | None]
    """Which year's payments the baseline is made of; other years are kept beside it."""
    approved_on: Mapped[date | None]


class BudgetLine(Base):
    """A line of the capitated sum: what it is for, who pays, who provides."""

    __tablename__ = "budget_line"
    __table_args__ = (
        UniqueConstraint("version_id", "name"),
        one_of("sector", Sector),
        one_of("scope", Scope),
        one_of("contract_form", ContractForm),
        one_of("controllability", Controllability),
        one_of("weighted_by", Weighting),
        one_of("profile", Profile),
        one_of("method", Method),
        one_of("focus", Focus),
        CheckConstraint("length(commentary) <= 4000", name="commentary"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(
        ForeignKey("budget_version.id", ondelete="CASCADE"), index=True
    )
    code: Mapped[str | None]
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    sector: Mapped[Sector] = mapped_column(Word(Sector))
    scope: Mapped[Scope] = mapped_column(Word(Scope), default=Scope.IN)
    payer: Mapped[str | None]
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True)
    contract_form: Mapped[ContractForm | None] = mapped_column(Word(ContractForm))
    controllability: Mapped[Controllability | None] = mapped_column(Word(Controllability))
    weighted_by: Mapped[Weighting] = mapped_column(Word(Weighting), default=Weighting.LIST)
    is_income: Mapped[bool] = mapped_column(default=False)
    non_recurrent_pence: Mapped[int] = mapped_column(default=0)
    annual_pence: Mapped[int | None]
    """The year's budget where it was set; else it is the recurrent baseline."""
    profile: Mapped[Profile] = mapped_column(Word(Profile), default=Profile.EQUAL)
    method: Mapped[Method] = mapped_column(Word(Method), default=Method.PROFILED)
    manual_forecast_pence: Mapped[int | None]
    method_reason: Mapped[str | None]
    focus: Mapped[Focus | None] = mapped_column(Word(Focus))
    owner: Mapped[str | None]
    commentary: Mapped[str | None]


class BaselinePart(Base):
    """Part of a line's baseline: from one practice's payments, or entered as one sum."""

    __tablename__ = "baseline_part"
    __table_args__ = (UniqueConstraint("line_id", "practice_id", "year"), is_year("year"))

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(
        ForeignKey("budget_line.id", ondelete="CASCADE"), index=True
    )
    practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )
    year: Mapped[FinancialYear | None]
    """The year it was paid in; nothing where it was entered for the budget at hand."""
    amount_pence: Mapped[int]
    source: Mapped[str | None]
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id", ondelete="SET NULL"), index=True
    )


class BudgetMonth(Base):
    """A month's budget set by hand, for a line whose profile is by hand."""

    __tablename__ = "budget_month"
    __table_args__ = (UniqueConstraint("line_id", "month"), is_month("month"))

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("budget_line.id", ondelete="CASCADE"))
    month: Mapped[Month]
    amount_pence: Mapped[int]


class Actual(Base):
    """An entry of what a line really cost in a month; a month may have several."""

    __tablename__ = "actual"
    __table_args__ = (
        Index("ix_actual_month_line_id_amount_pence", "month", "line_id", "amount_pence"),
        one_of("basis", Basis),
        is_month("month"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(
        ForeignKey("budget_line.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month]
    amount_pence: Mapped[int]
    basis: Mapped[Basis] = mapped_column(Word(Basis), default=Basis.ENTERED)
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    reference: Mapped[str | None]
    is_provisional: Mapped[bool] = mapped_column(default=False)
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id", ondelete="SET NULL"), index=True
    )
