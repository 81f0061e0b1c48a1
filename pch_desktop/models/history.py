"""Tables of the file's own history: only ever added to."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, one_of


class StepKind(StrEnum):
    """What sort of step it was; undo goes back over edits, and no further than a migration."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    MIGRATION = "migration"
    UPKEEP = "upkeep"
    """What nobody takes back: how the file began, something erased, or thinned out."""


class Step(Base):
    """One thing somebody did: who, when, what, sealed with all that went before it.

    An undo or a redo has no rows of its own: they are those of the edit it
    reverses, read the one way or the other.
    """

    __tablename__ = "step"
    __table_args__ = (
        one_of("kind", StepKind),
        CheckConstraint("(kind IN ('undo', 'redo')) = (reverses IS NOT NULL)", name="reverses"),
        CheckConstraint("(salt IS NULL) = (erased IS NOT NULL)", name="erased"),
        CheckConstraint("rows_changed >= 0", name="rows_changed"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]
    label: Mapped[str]
    kind: Mapped[StepKind] = mapped_column(Word(StepKind))
    reverses: Mapped[int | None] = mapped_column(ForeignKey("step.id"), index=True)
    rows_changed: Mapped[int]
    salt: Mapped[bytes | None]
    erased: Mapped[bytes | None]
    """What is left of the label where it was erased: its salted digest."""
    thinned: Mapped[bytes | None]
    """What is left of the rows where they were thinned out: the digest of their digests."""
    digest: Mapped[bytes]


class RowChange(Base):
    """One row before and after a step, or only the digest of that once erased."""

    __tablename__ = "row_change"
    __table_args__ = (
        CheckConstraint("(salt IS NULL) = (erased IS NOT NULL)", name="erased"),
        Index(None, "table_name", "row_id"),
    )

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
