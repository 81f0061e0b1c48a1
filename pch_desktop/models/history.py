"""Tables of the file's own history: only ever added to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.models.base import Base


class Step(Base):
    """One thing somebody did: who, when, what, sealed with all that went before it."""

    __tablename__ = "step"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]
    label: Mapped[str]
    reverses: Mapped[int | None] = mapped_column(ForeignKey("step.id"), index=True)
    digest: Mapped[bytes]


class RowChange(Base):
    """One row before and after a step, or only the digest of that once erased."""

    __tablename__ = "row_change"
    __table_args__ = (CheckConstraint("(salt IS NULL) = (erased IS NOT NULL)", name="erased"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(
        ForeignKey("step.id", deferrable=True, initially="DEFERRED"), index=True
    )
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]
    salt: Mapped[bytes | None]
    erased: Mapped[bytes | None]
