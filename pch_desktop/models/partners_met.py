"""Tables of what partners may do, when they were met, and what they pass on."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.partners import (
    EngagementKind,
)
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_day, one_of


class Vehicle(Base):
    """What a partner may do in law, where it acts for the locality."""

    __tablename__ = "vehicle"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(
        ForeignKey("partner.id", ondelete="CASCADE"), unique=True
    )
    form: Mapped[str | None]
    """Its legal form in words: company limited by guarantee, partnership."""
    may_contract: Mapped[bool | None]
    may_employ: Mapped[bool | None]
    has_nhs_pension: Mapped[bool | None]
    is_vat_registered: Mapped[bool | None]
    is_payee: Mapped[bool | None]
    """Whether it is the one the locality's money is paid to."""
    liability: Mapped[str | None]
    note: Mapped[str | None]
    source: Mapped[str | None]


class Engagement(Base):
    """A time a partner was met, what about, and what is next."""

    __tablename__ = "engagement"
    __table_args__ = (
        one_of("kind", EngagementKind),
        is_day("met_on"),
        is_day("due_on"),
        is_day("done_on"),
        CheckConstraint("sentiment BETWEEN -2 AND 2", name="sentiment"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(
        ForeignKey("partner.id", ondelete="CASCADE"), index=True
    )
    met_on: Mapped[date]
    kind: Mapped[EngagementKind] = mapped_column(Word(EngagementKind))
    topic: Mapped[str]
    attendees: Mapped[str | None]
    summary: Mapped[str | None]
    sentiment: Mapped[int | None]
    """From -2, against, to 2, wholly for."""
    next_step: Mapped[str | None]
    owner: Mapped[str | None]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]


class AgreementService(Base):
    """A service an agreement covers."""

    __tablename__ = "agreement_service"
    __table_args__ = (UniqueConstraint("agreement_id", "service_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(
        ForeignKey("agreement.id", ondelete="CASCADE"), index=True
    )
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )


class RecordFlow(Base):
    """A set of figures or records that goes from one partner to another, and on what ground."""

    __tablename__ = "record_flow"
    __table_args__ = (is_day("review_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    from_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    to_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    agreement_id: Mapped[int | None] = mapped_column(
        ForeignKey("agreement.id", ondelete="SET NULL"), index=True
    )
    lawful_basis: Mapped[str | None]
    is_personal: Mapped[bool] = mapped_column(default=False)
    review_on: Mapped[date | None]
    note: Mapped[str | None]
