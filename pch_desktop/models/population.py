"""Tables of the population: practices, their groups and sites, their lists over time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.estates import Owner, Tenure
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import GroupKind, PracticeStatus, Sex, TransferKind, Weighting
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_day, is_year, one_of


class Practice(Base):
    """A GP practice of the locality, told apart by its ODS code alone."""

    __tablename__ = "practice"
    __table_args__ = (
        one_of("status", PracticeStatus),
        is_day("opened_on"),
        is_day("closed_on"),
        is_day("joined_on"),
        is_day("left_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    operator: Mapped[str | None]
    postcode: Mapped[str | None]
    status: Mapped[PracticeStatus] = mapped_column(
        Word(PracticeStatus), default=PracticeStatus.ACTIVE
    )
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    joined_on: Mapped[date | None]
    left_on: Mapped[date | None]
    commissioner_code: Mapped[str | None]
    network_code: Mapped[str | None]
    note: Mapped[str | None]
    source: Mapped[str | None]


class PracticeGroup(Base):
    """A home, cluster, federation or network of practices."""

    __tablename__ = "practice_group"
    __table_args__ = (one_of("kind", GroupKind),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[GroupKind] = mapped_column(Word(GroupKind))
    code: Mapped[str | None]
    source: Mapped[str | None]


class GroupMember(Base):
    """A practice's place in a group; it may be in several."""

    __tablename__ = "group_member"
    __table_args__ = (UniqueConstraint("group_id", "practice_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(
        ForeignKey("practice_group.id", ondelete="CASCADE"), index=True
    )
    practice_id: Mapped[int] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )


class Site(Base):
    """A building care is given from; not every one is a practice's."""

    __tablename__ = "site"
    __table_args__ = (
        one_of("owner", Owner),
        one_of("tenure", Tenure),
        is_day("lease_ends_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="SET NULL"), index=True
    )
    postcode: Mapped[str | None]
    is_hub: Mapped[bool] = mapped_column(default=False)
    owner: Mapped[Owner | None] = mapped_column(Word(Owner))
    tenure: Mapped[Tenure | None] = mapped_column(Word(Tenure))
    lease_ends_on: Mapped[date | None]
    note: Mapped[str | None]
    source: Mapped[str | None]


class ListTransfer(Base):
    """People moved between lists at once, so that a jump is never read as growth."""

    __tablename__ = "list_transfer"
    __table_args__ = (
        one_of("kind", TransferKind),
        is_day("moved_on"),
        CheckConstraint("people >= 0", name="people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    moved_on: Mapped[date]
    kind: Mapped[TransferKind] = mapped_column(Word(TransferKind))
    from_name: Mapped[str]
    """The list they left, often of a practice that was never the locality's."""
    to_practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="SET NULL"), index=True
    )
    people: Mapped[int | None]
    note: Mapped[str | None]
    source: Mapped[str | None]


class ListSnapshot(Base):
    """People on a practice's list on a day, all or of one sex and age band.

    All ages are ages from 0 without an end. A band's rows add up to the row of
    all; they stand beside it and are never added to it.
    """

    __tablename__ = "list_snapshot"
    __table_args__ = (
        UniqueConstraint("practice_id", "taken_on", "sex", "age_from", "age_to"),
        one_of("sex", Sex),
        is_day("taken_on"),
        CheckConstraint("people >= 0", name="people"),
        CheckConstraint("age_from BETWEEN 0 AND 130 AND age_to BETWEEN age_from AND 130", "ages"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_id: Mapped[int] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )
    taken_on: Mapped[date]
    sex: Mapped[Sex] = mapped_column(Word(Sex), default=Sex.ALL)
    age_from: Mapped[int] = mapped_column(default=0)
    age_to: Mapped[int] = mapped_column(default=130)
    """The last year of age in the band; 130 stands for no end."""
    people: Mapped[int]
    source: Mapped[str | None]
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id", ondelete="SET NULL"), index=True
    )


class WeightedPopulation(Base):
    """A practice's people in a financial year, as counted and as weighted for a service."""

    __tablename__ = "weighted_population"
    __table_args__ = (
        UniqueConstraint("practice_id", "year", "weighting"),
        one_of("weighting", Weighting),
        is_year("year"),
        CheckConstraint("registered >= 0 AND weighted >= 0", name="people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_id: Mapped[int] = mapped_column(
        ForeignKey("practice.id", ondelete="CASCADE"), index=True
    )
    year: Mapped[FinancialYear]
    weighting: Mapped[Weighting] = mapped_column(Word(Weighting))
    registered: Mapped[Decimal | None] = mapped_column(Scaled(6))
    weighted: Mapped[Decimal | None] = mapped_column(Scaled(6))
    source: Mapped[str | None]
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id", ondelete="SET NULL"), index=True
    )
