"""Tables of named teams, of what roles are there for, and of practices' own counts of staff."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.models.base import Base
from pch_desktop.models.types import is_day


class Team(Base):
    """The named team of a practice or of a part of the population."""

    __tablename__ = "team"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="SET NULL"), index=True
    )
    segment: Mapped[str | None]
    """The part of the population it is for, in words; nothing means everybody."""
    lead_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    purpose: Mapped[str | None]


class TeamMember(Base):
    """Somebody who belongs to a named team, from a day to the end of another."""

    __tablename__ = "team_member"
    __table_args__ = (
        UniqueConstraint("team_id", "person_id"),
        is_day("starts_on"),
        is_day("ends_on"),
        CheckConstraint("ends_on >= starts_on", name="dates"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    part: Mapped[str | None]
    """What they do in it."""
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]


class RoleAim(Base):
    """What a role is there to improve, and how."""

    __tablename__ = "role_aim"
    __table_args__ = (UniqueConstraint("role_id", "measure"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    role_id: Mapped[int] = mapped_column(ForeignKey("role.id", ondelete="CASCADE"), index=True)
    measure: Mapped[str]
    """The measure it moves, by the name it is known by."""
    contribution: Mapped[str | None]
    """How the role moves it."""
    source: Mapped[str | None]


class PracticeStaff(Base):
    """Staff of a practice as national figures count them, by group and role."""

    __tablename__ = "practice_staff"
    __table_args__ = (
        UniqueConstraint("practice_code", "counted_on", "staff_group", "role"),
        is_day("counted_on"),
        CheckConstraint("wte >= 0 AND heads >= 0 AND patients >= 0", name="counts"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    practice_code: Mapped[str] = mapped_column(index=True)
    counted_on: Mapped[date]
    staff_group: Mapped[str]
    role: Mapped[str]
    """The role counted; "all" for the group together."""
    wte: Mapped[Decimal | None]
    heads: Mapped[int | None]
    patients: Mapped[int | None]
    """People on the practice's list as the same figures give them."""
    source: Mapped[str | None]
    batch_id: Mapped[int | None] = mapped_column(
        ForeignKey("import_batch.id", ondelete="SET NULL"), index=True
    )
