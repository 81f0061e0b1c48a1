"""Tables of social prescribing, in counts."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import CountKind
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_month, one_of


class SocialMonth(Base):
    """Social prescribing in a month, in counts of people and never of one."""

    __tablename__ = "social_month"
    __table_args__ = (
        UniqueConstraint("service_id", "month"),
        is_month("month"),
        CheckConstraint("referred >= 0 AND accepted >= 0 AND in_ten_days >= 0", name="counts"),
        CheckConstraint("measured >= 0", name="measured"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    referred: Mapped[int | None]
    accepted: Mapped[int | None]
    in_ten_days: Mapped[int | None]
    """Of those accepted, first contacted within ten days."""
    measured: Mapped[int | None]
    """People whose outcome was measured before and after."""
    mean_change: Mapped[Decimal | None] = mapped_column(Scaled(4))
    """By how much their measure moved, on average."""


class SocialCount(Base):
    """People of social prescribing in a month by source, need, where to, or why closed."""

    __tablename__ = "social_count"
    __table_args__ = (
        UniqueConstraint("service_id", "month", "kind", "name"),
        one_of("kind", CountKind),
        is_month("month"),
        CheckConstraint("people >= 0", name="people"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    month: Mapped[Month] = mapped_column(index=True)
    kind: Mapped[CountKind] = mapped_column(Word(CountKind))
    name: Mapped[str]
    people: Mapped[int]
