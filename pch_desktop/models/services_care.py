"""Tables beside the services: care homes, community assets, safety."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.services import AssetKind
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_day, one_of


class CareHome(Base):
    """A care home, its beds, and the practice that looks after it."""

    __tablename__ = "care_home"
    __table_args__ = (CheckConstraint("beds >= 0 AND residents >= 0", name="beds"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    practice_id: Mapped[int | None] = mapped_column(
        ForeignKey("practice.id", ondelete="SET NULL"), index=True
    )
    """The practice it is aligned to."""
    service_id: Mapped[int | None] = mapped_column(
        ForeignKey("service.id", ondelete="SET NULL"), index=True
    )
    """The service that does its rounds."""
    has_nursing: Mapped[bool] = mapped_column(default=False)
    beds: Mapped[int | None]
    residents: Mapped[int | None]
    postcode: Mapped[str | None]
    note: Mapped[str | None]
    source: Mapped[str | None]


class CommunityAsset(Base):
    """Something a community has to offer that people can be pointed to."""

    __tablename__ = "community_asset"
    __table_args__ = (one_of("kind", AssetKind),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[AssetKind] = mapped_column(Word(AssetKind))
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    place: Mapped[str | None]
    times: Mapped[str | None]
    reach: Mapped[str | None]
    """How to get in touch: an organisation's telephone or address."""
    note: Mapped[str | None]
    source: Mapped[str | None]


class SafetyAssessment(Base):
    """What must be safe before a service moves: which patients, who is capable, where."""

    __tablename__ = "safety_assessment"
    __table_args__ = (
        is_day("assessed_on"),
        is_day("signed_on"),
        is_day("review_on"),
        CheckConstraint("signed_on IS NULL OR signed_by IS NOT NULL", name="signed"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    patients: Mapped[str | None]
    """Which patients it is safe for, and which not."""
    capable: Mapped[str | None]
    """Who is able to give it, with which competencies."""
    place: Mapped[str | None]
    """Where it can be given, with what."""
    conditions: Mapped[str | None]
    assessed_on: Mapped[date | None]
    signed_by: Mapped[str | None]
    signed_on: Mapped[date | None]
    review_on: Mapped[date | None]
