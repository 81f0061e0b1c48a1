"""Tables of the registers beside the shadow budget."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_registers import ComingHome
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_day, is_month, is_share, is_year, one_of


class MovedService(Base):
    """A service moved out of hospital in a year: what it releases and what is still paid."""

    __tablename__ = "moved_service"
    __table_args__ = (
        is_year("year"),
        is_share("still_paid_share"),
        is_day("agreed_on"),
        is_day("transitional_until"),
        CheckConstraint("contacts_moved >= 0", name="contacts_moved"),
        CheckConstraint("hospital_price_pence >= 0", name="hospital_price_pence"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[FinancialYear]
    name: Mapped[str]
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="SET NULL"), index=True
    )
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True)
    """The partner that loses the activity."""
    from_line_id: Mapped[int | None] = mapped_column(
        ForeignKey("budget_line.id", ondelete="SET NULL"), index=True
    )
    """The line the tariff leaves."""
    to_line_id: Mapped[int | None] = mapped_column(
        ForeignKey("budget_line.id", ondelete="SET NULL"), index=True
    )
    """The line that pays for the service now."""
    contacts_moved: Mapped[int | None]
    hospital_price_pence: Mapped[int | None]
    still_paid_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    """Of the tariff, paid all the same: by a block, a marginal rate, a period of notice."""
    community_cost_pence: Mapped[int | None]
    one_off_cost_pence: Mapped[int | None]
    provider_sheds_pence: Mapped[int | None]
    """The cost the losing provider no longer has."""
    is_agreed: Mapped[bool] = mapped_column(default=False)
    """Whether the commissioner has agreed that it is a saving."""
    agreed_on: Mapped[date | None]
    transitional_until: Mapped[date | None]
    """Until when paying twice was agreed."""
    minute_reference: Mapped[str | None]
    note: Mapped[str | None]


class BoughtOutside(Base):
    """Care bought from outside the locality, and whether it could come home."""

    __tablename__ = "bought_outside"
    __table_args__ = (is_year("year"), is_day("review_on"), one_of("coming_home", ComingHome))

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[FinancialYear]
    name: Mapped[str]
    provider: Mapped[str | None]
    line_id: Mapped[int | None] = mapped_column(
        ForeignKey("budget_line.id", ondelete="SET NULL"), index=True
    )
    cost_pence: Mapped[int | None]
    reason: Mapped[str | None]
    coming_home: Mapped[ComingHome] = mapped_column(Word(ComingHome), default=ComingHome.NOT_KNOWN)
    plan: Mapped[str | None]
    review_on: Mapped[date | None]


class DelegationLimit(Base):
    """Who may commit how much of what, from which phase on."""

    __tablename__ = "delegation_limit"
    __table_args__ = (
        one_of("from_phase", Phase),
        one_of("sector", Sector),
        CheckConstraint("limit_pence >= 0", name="limit_pence"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    holder: Mapped[str]
    """An office, not a person: Locality manager."""
    from_phase: Mapped[Phase] = mapped_column(Word(Phase), default=Phase.DELEGATED)
    sector: Mapped[Sector | None] = mapped_column(Word(Sector))
    """Nothing where it is for every line."""
    limit_pence: Mapped[int | None]
    """The most for one commitment; nothing where there is no limit."""
    conditions: Mapped[str | None]
    minute_reference: Mapped[str | None]


class Commitment(Base):
    """Money the locality bound itself to spend, by somebody who may."""

    __tablename__ = "commitment"
    __table_args__ = (
        is_day("made_on"),
        is_month("month"),
        CheckConstraint("amount_pence > 0", name="amount"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(
        ForeignKey("budget_line.id", ondelete="CASCADE"), index=True
    )
    limit_id: Mapped[int] = mapped_column(ForeignKey("delegation_limit.id"), index=True)
    name: Mapped[str]
    amount_pence: Mapped[int]
    made_on: Mapped[date]
    month: Mapped[Month | None]
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    reference: Mapped[str | None]


class ReadinessStep(Base):
    """Something that must be in place before a phase begins."""

    __tablename__ = "readiness_step"
    __table_args__ = (one_of("phase", Phase), is_day("done_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    phase: Mapped[Phase] = mapped_column(Word(Phase))
    position: Mapped[int] = mapped_column(default=0)
    words: Mapped[str]
    owner: Mapped[str | None]
    done_on: Mapped[date | None]
    evidence: Mapped[str | None]


class MarginalRate(Base):
    """A contract that pays less for activity above a baseline."""

    __tablename__ = "marginal_rate"
    __table_args__ = (
        is_year("year"),
        is_share("rate_share"),
        CheckConstraint("baseline_activity >= 0 AND actual_activity >= 0", name="activity"),
        CheckConstraint("price_pence >= 0", name="price_pence"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[FinancialYear]
    name: Mapped[str]
    line_id: Mapped[int | None] = mapped_column(
        ForeignKey("budget_line.id", ondelete="SET NULL"), index=True
    )
    baseline_activity: Mapped[int | None]
    actual_activity: Mapped[int | None]
    price_pence: Mapped[int | None]
    rate_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    """What is paid of the price above the baseline, 0 to 1."""
    source: Mapped[str | None]
