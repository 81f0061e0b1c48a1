"""Tables of the board pack: what is in it, its words, and every pack that was issued."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.board_pack import Audience, Words
from pch_desktop.domain.board_registers import Confidence
from pch_desktop.domain.period import Month
from pch_desktop.models.base import Base
from pch_desktop.models.types import Word, is_month, one_of


class PackSheet(Base):
    """A sheet of the pack the locality has chosen to leave out."""

    __tablename__ = "pack_sheet"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(unique=True)


class PackWords(Base):
    """What somebody wrote for a month's pack: the sentence, the chair's summary."""

    __tablename__ = "pack_words"
    __table_args__ = (UniqueConstraint("month", "key"), is_month("month"), one_of("key", Words))

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[Month]
    key: Mapped[Words] = mapped_column(Word(Words))
    text: Mapped[str]


class RatingOverride(Base):
    """A rating somebody judged otherwise than the rule, with the reason that prints."""

    __tablename__ = "rating_override"
    __table_args__ = (
        UniqueConstraint("month", "measure"),
        is_month("month"),
        one_of("rating", Confidence),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[Month]
    measure: Mapped[str]
    """What is rated: a headline measure's key, or finance/LINE CODE."""
    rating: Mapped[Confidence] = mapped_column(Word(Confidence))
    reason: Mapped[str]


class IssuedPack(Base):
    """A pack as it was issued: all its figures, never changed again."""

    __tablename__ = "issued_pack"
    __table_args__ = (
        UniqueConstraint("month", "audience", "major", "minor"),
        is_month("month"),
        one_of("audience", Audience),
        CheckConstraint("major >= 1 AND minor >= 0", name="edition"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[Month]
    major: Mapped[int]
    minor: Mapped[int]
    audience: Mapped[Audience] = mapped_column(Word(Audience))
    issued_at: Mapped[datetime]
    issued_by: Mapped[str]
    reason: Mapped[str | None]
    """Why a correction was made."""
    program: Mapped[str]
    """The version of the program."""
    last_step: Mapped[int]
    """The last step of the history its figures rest on."""
    chain_head: Mapped[str]
    """The history's seal at that step, in hexadecimal."""
    fingerprint: Mapped[str]
    """SHA-256 of its contents as they were issued, in hexadecimal."""
    contents: Mapped[str]
    """Everything it shows, as JSON."""


class IssuedPicture(Base):
    """A picture of an issued pack."""

    __tablename__ = "issued_picture"
    __table_args__ = (UniqueConstraint("issued_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    issued_id: Mapped[int] = mapped_column(
        ForeignKey("issued_pack.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    on_sheet: Mapped[str]
    """The title of the sheet it stands on."""
    finding: Mapped[str]
    alt_text: Mapped[str]
    svg: Mapped[str]
    png: Mapped[str]
    """In base64."""


class Logo(Base):
    """The locality's own picture for the cover, with its words for those who do not see it."""

    __tablename__ = "logo"
    __table_args__ = (
        CheckConstraint("id = 1", name="only_one"),
        CheckConstraint("kind IN ('png', 'jpeg')", name="kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    alt_text: Mapped[str]
    kind: Mapped[str]
    content: Mapped[str]
    """In base64."""
