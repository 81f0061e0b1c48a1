"""Tables of the shadow budget: years, versions, lines, their baselines, months and actuals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.budget import (
    Basis,
    Build,
    ContractForm,
    Controllability,
    EntryKind,
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
from pch_desktop.models.types import Scaled, Word, is_day, is_month, is_share, is_year, one_of


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
        is_day("submitted_on"),
        is_day("approved_on"),
        is_share("top_slice_share"),
        is_share("contingency_share"),
        CheckConstraint(
            "registered_people > 0 AND weighted_people > 0 AND care_home_beds >= 0", name="people"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    budget_year_id: Mapped[int] = mapped_column(
        ForeignKey("budget_year.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int] = mapped_column(default=1)
    status: Mapped[VersionStatus] = mapped_column(Word(VersionStatus), default=VersionStatus.DRAFT)
    baseline_year: Mapped[FinancialYear | None]
    """Which year's payments the baseline is made of; other years are kept beside it."""
    words: Mapped[str | None]
    """What the version was made for."""
    registered_people: Mapped[int | None]
    """The people the sum was agreed for; nothing where the lists at hand are meant."""
    weighted_people: Mapped[Decimal | None] = mapped_column(Scaled(6))
    care_home_beds: Mapped[int | None]
    top_slice_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    """Of the gross sum, kept by the commissioner."""
    contingency_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    """Of what the top-slice leaves, kept back by the locality."""
    submitted_on: Mapped[date | None]
    approved_on: Mapped[date | None]
    minute_reference: Mapped[str | None]


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
        one_of("build", Build),
        is_share("pace_share"),
        is_day("funded_to"),
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
    reason_out: Mapped[str | None]
    payer: Mapped[str | None]
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True)
    contract_form: Mapped[ContractForm | None] = mapped_column(Word(ContractForm))
    controllability: Mapped[Controllability | None] = mapped_column(Word(Controllability))
    weighted_by: Mapped[Weighting] = mapped_column(Word(Weighting), default=Weighting.LIST)
    is_income: Mapped[bool] = mapped_column(default=False)
    non_recurrent_pence: Mapped[int] = mapped_column(default=0)
    annual_pence: Mapped[int | None]
    """The year's budget where it was set; else ``build`` says how it comes about."""
    build: Mapped[Build] = mapped_column(Word(Build), default=Build.BASELINE)
    demographic_key: Mapped[str | None]
    """The key of the dated rate of growth of the people; so with the three that follow."""
    non_demographic_key: Mapped[str | None]
    uplift_key: Mapped[str | None]
    efficiency_key: Mapped[str | None]
    board_total_pence: Mapped[int | None]
    """What the board that shares out the money has for the line, for its fair share."""
    board_total_source: Mapped[str | None]
    pace_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    """How much of the way to the fair share is gone this year, 0 to 1."""
    funding_source: Mapped[str | None]
    funded_to: Mapped[date | None]
    is_in_share: Mapped[bool] = mapped_column(default=True)
    """Whether it counts in the gain and risk share."""
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
        Index(
            "ix_actual_month_line_id_amount_pence_reverses_id",
            *("month", "line_id", "amount_pence", "reverses_id"),
        ),
        one_of("basis", Basis),
        one_of("kind", EntryKind),
        is_month("month"),
        CheckConstraint("(kind = 'reversal') = (reverses_id IS NOT NULL)", name="reversal"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(
        ForeignKey("budget_line.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month]
    amount_pence: Mapped[int]
    kind: Mapped[EntryKind] = mapped_column(Word(EntryKind), default=EntryKind.SPENDING)
    reverses_id: Mapped[int | None] = mapped_column(
        ForeignKey("actual.id", ondelete="CASCADE"), unique=True
    )
    """The accrual or prepayment that this entry takes back a month later."""
    basis: Mapped[Basis] = mapped_column(Word(Basis), default=Basis.ENTERED)
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    reference: Mapped[str | None]
    is_provisional: Mapped[bool] = mapped_column(default=False)
    is_prior_year: Mapped[bool] = mapped_column(default=False)
    """Whether it takes back an accrual of the year before."""
    note: Mapped[str | None]
    sheet_name: Mapped[str | None]
    row_number: Mapped[int | None]
    """Where in its file it stands."""
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id", ondelete="SET NULL"), index=True
    )
