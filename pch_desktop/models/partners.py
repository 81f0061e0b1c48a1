"""Tables of the partners: organisations, the people to ring, what was agreed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.partners import (
    AgreementKind,
    AgreementStatus,
    ContactRole,
    PartnerKind,
    PartnerRole,
    PartnerStatus,
    Sector,
)
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_day, one_of


class Partner(Base):
    """An organisation that has a part in the locality."""

    __tablename__ = "partner"
    __table_args__ = (
        one_of("kind", PartnerKind),
        one_of("sector", Sector),
        one_of("status", PartnerStatus),
        is_day("joined_on"),
        is_day("left_on"),
        CheckConstraint("votes >= 0", name="votes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    short_name: Mapped[str | None]
    kind: Mapped[PartnerKind] = mapped_column(Word(PartnerKind))
    sector: Mapped[Sector] = mapped_column(Word(Sector))
    ods_code: Mapped[str | None]
    practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="SET NULL"), index=True
    )
    status: Mapped[PartnerStatus] = mapped_column(
        Word(PartnerStatus), default=PartnerStatus.ENGAGED
    )
    votes: Mapped[int | None]
    joined_on: Mapped[date | None]
    left_on: Mapped[date | None]
    next_step: Mapped[str | None]
    note: Mapped[str | None]
    source: Mapped[str | None]


class PartnerPart(Base):
    """One of the things a partner is to the locality."""

    __tablename__ = "partner_part"
    __table_args__ = (UniqueConstraint("partner_id", "role"), one_of("role", PartnerRole))

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(
        ForeignKey("partner.id", ondelete="CASCADE"), index=True
    )
    role: Mapped[PartnerRole] = mapped_column(Word(PartnerRole))


class Contact(Base):
    """Somebody to ring or write to at work."""

    __tablename__ = "contact"
    __table_args__ = (one_of("role", ContactRole),)

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(
        ForeignKey("partner.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    job_title: Mapped[str | None]
    work_email: Mapped[str | None]
    work_phone: Mapped[str | None]
    role: Mapped[ContactRole | None] = mapped_column(Word(ContactRole))
    is_preferred: Mapped[bool] = mapped_column(default=False)


class Agreement(Base):
    """What some partners have agreed, from when, until when."""

    __tablename__ = "agreement"
    __table_args__ = (
        one_of("kind", AgreementKind),
        one_of("status", AgreementStatus),
        is_day("effective_on"),
        is_day("expires_on"),
        is_day("review_on"),
        CheckConstraint("notice_days >= 0", name="notice"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    kind: Mapped[AgreementKind] = mapped_column(Word(AgreementKind))
    reference: Mapped[str | None]
    status: Mapped[AgreementStatus] = mapped_column(
        Word(AgreementStatus), default=AgreementStatus.DRAFT
    )
    effective_on: Mapped[date | None]
    expires_on: Mapped[date | None]
    review_on: Mapped[date | None]
    notice_days: Mapped[int | None]
    renews_itself: Mapped[bool] = mapped_column(default=False)
    value_pence: Mapped[int | None]
    signatures_needed: Mapped[int | None]
    """How many parties must have signed; nothing means all of them."""
    terms: Mapped[str | None]
    """What was agreed, in words."""
    file_path: Mapped[str | None]
    """Where the paper lies; it is never opened by the program itself."""
    note: Mapped[str | None]


class AgreementParty(Base):
    """A partner's place in an agreement, and its signature."""

    __tablename__ = "agreement_party"
    __table_args__ = (UniqueConstraint("agreement_id", "partner_id"), is_day("signed_on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(
        ForeignKey("agreement.id", ondelete="CASCADE"), index=True
    )
    partner_id: Mapped[int] = mapped_column(
        ForeignKey("partner.id", ondelete="CASCADE"), index=True
    )
    signed_by: Mapped[str | None]
    signed_on: Mapped[date | None]


class OdsOrganisation(Base):
    """An organisation as the national register of codes has it, to look partners up in."""

    __tablename__ = "ods_organisation"
    __table_args__ = (is_day("closed_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(index=True)
    sort: Mapped[str]
    """What the file it came from holds: trusts, commissioners, practices, networks."""
    postcode: Mapped[str | None]
    closed_on: Mapped[date | None]
    source: Mapped[str | None]
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id", ondelete="SET NULL"), index=True
    )
