"""Tables of pay: points of the scales, what they pay in a year, and the costs on top."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.workforce import PensionScheme
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_day, is_share, one_of


class PayPoint(Base):
    """A point of a pay scale: band 6 top, salaried GP least."""

    __tablename__ = "pay_point"

    id: Mapped[int] = mapped_column(primary_key=True)
    scale: Mapped[str]
    """The scale it is of: Agenda for Change, a council's grades."""
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int] = mapped_column(default=0)
    """Where it stands among the others, lowest first."""


class PayRate(Base):
    """What a whole time at a pay point is paid in a full year, from a day on."""

    __tablename__ = "pay_rate"
    __table_args__ = (
        UniqueConstraint("pay_point_id", "valid_from"),
        is_day("valid_from"),
        is_day("valid_to"),
        CheckConstraint("annual_pence > 0", name="annual_pence"),
        CheckConstraint("valid_to >= valid_from", name="dates"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    pay_point_id: Mapped[int] = mapped_column(
        ForeignKey("pay_point.id", ondelete="CASCADE"), index=True
    )
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    annual_pence: Mapped[int]
    source: Mapped[str | None]


class OnCostRate(Base):
    """What an employer pays on top of pay for a pension scheme, from a day on.

    National Insurance is the same for all and stands among the reference values.
    """

    __tablename__ = "on_cost_rate"
    __table_args__ = (
        UniqueConstraint("scheme", "employer_id", "valid_from"),
        one_of("scheme", PensionScheme),
        is_day("valid_from"),
        is_day("valid_to"),
        is_share("pension_share"),
        is_share("levy_share"),
        CheckConstraint("valid_to >= valid_from", name="dates"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme: Mapped[PensionScheme] = mapped_column(Word(PensionScheme))
    employer_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="CASCADE"), index=True
    )
    """The employer it holds for; nobody named means every other employer."""
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    pension_share: Mapped[Decimal] = mapped_column(Scaled(6))
    levy_share: Mapped[Decimal] = mapped_column(Scaled(6), default=Decimal(0))
    """The apprenticeship levy, for employers whose pay bill is above its allowance."""
    source: Mapped[str | None]
