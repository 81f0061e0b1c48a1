"""Tables of the workforce: roles, posts, people, and who holds which post."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.partners import Sector
from pch_desktop.domain.workforce import (
    ContractKind,
    FundingStream,
    LeavingReason,
    PensionScheme,
    PostStatus,
    ProfessionalBody,
    RoleStanding,
    StaffGroup,
)
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_day, one_of


class Role(Base):
    """A kind of job: reference data with dates, for the locality to change."""

    __tablename__ = "role"
    __table_args__ = (
        one_of("staff_group", StaffGroup),
        one_of("sector", Sector),
        one_of("standing", RoleStanding),
        is_day("valid_from"),
        is_day("valid_to"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    staff_group: Mapped[StaffGroup] = mapped_column(Word(StaffGroup))
    sector: Mapped[Sector] = mapped_column(Word(Sector))
    pay_basis: Mapped[str | None]
    is_additional_role: Mapped[bool] = mapped_column(default=False)
    """Whether the national additional-roles money may pay for it."""
    standing: Mapped[RoleStanding] = mapped_column(Word(RoleStanding), default=RoleStanding.USUAL)
    """Turnover leaves out who is in training; GP WTE those and locums, unless told otherwise."""
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    source: Mapped[str | None]


class Post(Base):
    """A funded post in the establishment, filled or vacant."""

    __tablename__ = "post"
    __table_args__ = (
        one_of("status", PostStatus),
        one_of("funding_stream", FundingStream),
        is_day("funded_from"),
        is_day("funded_to"),
        CheckConstraint("funded_wte BETWEEN 1 AND 20000", name="funded_wte"),
        CheckConstraint("annual_cost_pence >= 0", name="annual_cost"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    role_id: Mapped[int] = mapped_column(ForeignKey("role.id"), index=True)
    title: Mapped[str | None]
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"), index=True)
    practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="SET NULL"), index=True
    )
    budget_line_id: Mapped[int | None] = mapped_column(
        ForeignKey("budget_line.id", ondelete="SET NULL"), index=True
    )
    site_id: Mapped[int | None] = mapped_column(
        ForeignKey("site.id", ondelete="SET NULL"), index=True
    )
    pay_point_id: Mapped[int | None] = mapped_column(
        ForeignKey("pay_point.id", ondelete="SET NULL"), index=True
    )
    """What a whole time of it is paid, where no cost of its own is set."""
    funding_stream: Mapped[FundingStream] = mapped_column(
        Word(FundingStream), default=FundingStream.OTHER
    )
    is_recruitable: Mapped[bool] = mapped_column(default=True)
    """Whether it may be filled when it falls vacant."""
    funded_wte: Mapped[Decimal]
    funded_from: Mapped[date | None]
    funded_to: Mapped[date | None]
    band: Mapped[str | None]
    annual_cost_pence: Mapped[int | None]
    """What the post costs in a full year as funded, on-costs and all."""
    status: Mapped[PostStatus] = mapped_column(Word(PostStatus), default=PostStatus.ACTIVE)
    note: Mapped[str | None]


class Person(Base):
    """Somebody who works here: no more is kept than running the team needs."""

    __tablename__ = "person"
    __table_args__ = (
        one_of("professional_body", ProfessionalBody),
        is_day("registration_expires_on"),
        is_day("anonymised_on"),
        CheckConstraint("birth_year BETWEEN 1900 AND 2100", name="birth_year"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    staff_code: Mapped[str | None] = mapped_column(unique=True)
    birth_year: Mapped[int | None]
    professional_body: Mapped[ProfessionalBody] = mapped_column(
        Word(ProfessionalBody), default=ProfessionalBody.NONE
    )
    registration_expires_on: Mapped[date | None]
    work_email: Mapped[str | None]
    anonymised_on: Mapped[date | None]
    """The day on which who it was was taken out; what they held stays."""


class Assignment(Base):
    """Somebody in a post, from a day to the end of another."""

    __tablename__ = "assignment"
    __table_args__ = (
        one_of("contract_kind", ContractKind),
        one_of("leaving_reason", LeavingReason),
        one_of("pension_scheme", PensionScheme),
        is_day("starts_on"),
        is_day("ends_on"),
        CheckConstraint("ends_on >= starts_on", name="dates"),
        CheckConstraint("weekly_minutes BETWEEN 0 AND 6000", name="weekly_minutes"),
        CheckConstraint("wte_override BETWEEN 0 AND 20000", name="wte_override"),
        CheckConstraint("wte_override IS NULL OR wte_reason IS NOT NULL", name="wte_reason"),
        CheckConstraint("full_time_pay_pence >= 0", name="full_time_pay"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("post.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    contract_kind: Mapped[ContractKind] = mapped_column(
        Word(ContractKind), default=ContractKind.PERMANENT
    )
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    weekly_minutes: Mapped[int]
    """Contracted minutes a week; sessions are written as their minutes."""
    wte_override: Mapped[Decimal | None]
    wte_reason: Mapped[str | None]
    leaving_reason: Mapped[LeavingReason | None] = mapped_column(Word(LeavingReason))
    destination: Mapped[str | None]
    other_employer_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    """Where somebody seconded comes from, or is seconded to."""
    pay_point_id: Mapped[int | None] = mapped_column(
        ForeignKey("pay_point.id", ondelete="SET NULL"), index=True
    )
    full_time_pay_pence: Mapped[int | None]
    """A full year's pay for a whole time, where no pay point says it."""
    pension_scheme: Mapped[PensionScheme | None] = mapped_column(Word(PensionScheme))


class Deployment(Base):
    """Where an assignment's time goes; its shares add up to one, or there are none."""

    __tablename__ = "deployment"
    __table_args__ = (
        UniqueConstraint("assignment_id", "practice_id", "site_id", "service_id"),
        CheckConstraint("share BETWEEN 1 AND 10000", name="share"),
        CheckConstraint(
            "practice_id IS NOT NULL OR site_id IS NOT NULL OR service_id IS NOT NULL",
            name="somewhere",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(
        ForeignKey("assignment.id", ondelete="CASCADE"), index=True
    )
    practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )
    site_id: Mapped[int | None] = mapped_column(
        ForeignKey("site.id", ondelete="CASCADE"), index=True
    )
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    share: Mapped[Decimal]


class NetworkStaff(Base):
    """Staff of a network as the national census counts them, summed by role."""

    __tablename__ = "network_staff"
    __table_args__ = (
        UniqueConstraint("network_code", "counted_on", "staff_group", "role"),
        is_day("counted_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    network_code: Mapped[str]
    network_name: Mapped[str]
    counted_on: Mapped[date]
    staff_group: Mapped[str]
    role: Mapped[str]
    wte: Mapped[Decimal] = mapped_column(Scaled(9))
    heads: Mapped[int | None]
    source: Mapped[str | None]
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id", ondelete="SET NULL"), index=True
    )
