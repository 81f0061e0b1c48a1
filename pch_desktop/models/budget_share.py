"""Tables of the gain and risk share: its scheme, its partners, its pool, its settlements."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.budget_share import (
    CapBasis,
    DeadBand,
    DrawRule,
    PoolEntryKind,
    QualityMode,
    ShareAdjustmentKind,
    ShareBaseline,
    SplitRule,
    Stage,
)
from pch_desktop.domain.period import Month
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_day, is_month, is_share, one_of


class ShareScheme(Base):
    """What was agreed on how a year's gain or loss is shared."""

    __tablename__ = "share_scheme"
    __table_args__ = (
        one_of("baseline", ShareBaseline),
        one_of("deadband_mode", DeadBand),
        one_of("cap_basis", CapBasis),
        one_of("quality_mode", QualityMode),
        one_of("split_rule", SplitRule),
        one_of("second_rule", SplitRule),
        one_of("draw_rule", DrawRule),
        is_share("gain_share"),
        is_share("loss_share"),
        is_share("deadband_share"),
        is_share("cap_gain_share"),
        is_share("cap_loss_share"),
        is_share("second_share"),
        is_day("agreed_on"),
        CheckConstraint("quality_threshold BETWEEN 0 AND 100", name="quality_threshold"),
        CheckConstraint("review_months BETWEEN 1 AND 12", name="review_months"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    budget_year_id: Mapped[int] = mapped_column(
        ForeignKey("budget_year.id", ondelete="CASCADE"), unique=True
    )
    baseline: Mapped[ShareBaseline] = mapped_column(
        Word(ShareBaseline), default=ShareBaseline.BUDGET
    )
    growth_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    """What the prior year grows by, where it is the baseline."""
    gain_share: Mapped[Decimal] = mapped_column(Scaled(6), default=Decimal("0.5"))
    """The locality's part of a gain, 0 to 1."""
    loss_share: Mapped[Decimal] = mapped_column(Scaled(6), default=Decimal("0.5"))
    deadband_share: Mapped[Decimal] = mapped_column(Scaled(6), default=Decimal(0))
    """Of the budget, either way."""
    deadband_mode: Mapped[DeadBand] = mapped_column(Word(DeadBand), default=DeadBand.EXCESS)
    cap_gain_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    """Of the budget; nothing where gains have no limit."""
    cap_loss_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    cap_basis: Mapped[CapBasis] = mapped_column(Word(CapBasis), default=CapBasis.POOL)
    quality_mode: Mapped[QualityMode] = mapped_column(Word(QualityMode), default=QualityMode.NONE)
    quality_threshold: Mapped[int] = mapped_column(default=60)
    split_rule: Mapped[SplitRule] = mapped_column(Word(SplitRule), default=SplitRule.EQUAL)
    second_rule: Mapped[SplitRule | None] = mapped_column(Word(SplitRule))
    """For a split by two rules: the other one, for the ``second_share`` of the money."""
    second_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    draw_rule: Mapped[DrawRule] = mapped_column(Word(DrawRule), default=DrawRule.BOARD)
    review_months: Mapped[int] = mapped_column(default=3)
    agreed_on: Mapped[date | None]
    minute_reference: Mapped[str | None]
    note: Mapped[str | None]


class ShareAdjustment(Base):
    """What a scheme leaves out or adds: budget and spending of its own."""

    __tablename__ = "share_adjustment"
    __table_args__ = (one_of("kind", ShareAdjustmentKind),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(
        ForeignKey("share_scheme.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[ShareAdjustmentKind] = mapped_column(Word(ShareAdjustmentKind))
    name: Mapped[str]
    budget_pence: Mapped[int] = mapped_column(default=0)
    """Added to the budget; below zero takes away."""
    actual_pence: Mapped[int] = mapped_column(default=0)
    """Added to the spending; an aggregate told by the commissioner, never one patient's."""
    source: Mapped[str | None]


class QualityMeasure(Base):
    """A measure on which a gain depends, and how far it was met."""

    __tablename__ = "quality_measure"
    __table_args__ = (
        UniqueConstraint("scheme_id", "name"),
        is_share("met_share"),
        CheckConstraint("weight BETWEEN 0 AND 100", name="weight"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(
        ForeignKey("share_scheme.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    weight: Mapped[int]
    """The weights of a scheme add up to 100."""
    met_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    """1 where it was met, 0 where not, between where it is graded; nothing while not known."""
    source: Mapped[str | None]


class SharePartner(Base):
    """A partner that takes part in the sharing, and what its part is reckoned by."""

    __tablename__ = "share_partner"
    __table_args__ = (
        UniqueConstraint("scheme_id", "partner_id"),
        is_share("fixed_share"),
        CheckConstraint("people >= 0 AND weighted_people >= 0", name="people"),
        CheckConstraint("budget_pence >= 0 AND contribution_pence >= 0", name="amounts"),
        CheckConstraint("performance_points >= 0", name="performance_points"),
        CheckConstraint("stop_loss_pence >= 0", name="stop_loss_pence"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(
        ForeignKey("share_scheme.id", ondelete="CASCADE"), index=True
    )
    partner_id: Mapped[int] = mapped_column(ForeignKey("partner.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    """Pennies left over go to the first listed."""
    people: Mapped[int | None]
    weighted_people: Mapped[Decimal | None] = mapped_column(Scaled(6))
    budget_pence: Mapped[int | None]
    performance_points: Mapped[int | None]
    contribution_pence: Mapped[int | None]
    fixed_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    stop_loss_pence: Mapped[int | None]
    """The most it bears of a loss; nothing where it bears its part whole."""


class PartnerHolding(Base):
    """What a partner holds of the body the locality acts through, from a day on."""

    __tablename__ = "partner_holding"
    __table_args__ = (
        UniqueConstraint("partner_id", "held_from"),
        is_day("held_from"),
        CheckConstraint("units >= 0", name="units"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(
        ForeignKey("partner.id", ondelete="CASCADE"), index=True
    )
    held_from: Mapped[date]
    units: Mapped[int]
    source: Mapped[str | None]


class RiskPoolEntry(Base):
    """Money put into the risk pool or drawn from it."""

    __tablename__ = "risk_pool_entry"
    __table_args__ = (
        one_of("kind", PoolEntryKind),
        is_month("month"),
        CheckConstraint("amount_pence >= 0", name="amount"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    budget_year_id: Mapped[int] = mapped_column(
        ForeignKey("budget_year.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[PoolEntryKind] = mapped_column(Word(PoolEntryKind))
    month: Mapped[Month]
    amount_pence: Mapped[int]
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    words: Mapped[str | None]
    minute_reference: Mapped[str | None]


class Settlement(Base):
    """A reckoning of a year's gain or loss, with a copy of all it was reckoned from."""

    __tablename__ = "settlement"
    __table_args__ = (one_of("stage", Stage), is_month("month"))

    id: Mapped[int] = mapped_column(primary_key=True)
    budget_year_id: Mapped[int] = mapped_column(
        ForeignKey("budget_year.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month]
    stage: Mapped[Stage] = mapped_column(Word(Stage))
    made_at: Mapped[datetime]
    inputs: Mapped[str]
    """All it was reckoned from, as JSON with sorted keys."""
    result: Mapped[str]
    """What came out, as JSON with sorted keys; the inputs give the same again."""
    digest: Mapped[str]
    """SHA-256 of inputs and result, in hexadecimal."""
    note: Mapped[str | None]


class SettlementSignature(Base):
    """A partner's signature under a final settlement."""

    __tablename__ = "settlement_signature"
    __table_args__ = (UniqueConstraint("settlement_id", "partner_name"), is_day("signed_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    settlement_id: Mapped[int] = mapped_column(
        ForeignKey("settlement.id", ondelete="CASCADE"), index=True
    )
    partner_name: Mapped[str]
    """As it stands in the settlement's inputs, whatever the partner is called later."""
    signed_by: Mapped[str]
    signed_on: Mapped[date]
