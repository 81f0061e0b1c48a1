"""Tables of governance: forums, votes, who answers for what, maturity."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pch_desktop.domain.partners import (
    Cast,
    DecisionRule,
    ForumKind,
    MaturityDomain,
    PartnerKind,
)
from pch_desktop.models.base import Base
from pch_desktop.models.types import Scaled, Word, is_day, is_share, one_of


class Forum(Base):
    """A body that decides or advises."""

    __tablename__ = "forum"
    __table_args__ = (
        one_of("kind", ForumKind),
        one_of("rule", DecisionRule),
        is_share("threshold_share"),
        CheckConstraint("quorum BETWEEN 0 AND 999", name="quorum"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[ForumKind] = mapped_column(Word(ForumKind))
    chair: Mapped[str | None]
    rule: Mapped[DecisionRule | None] = mapped_column(Word(DecisionRule))
    """Nothing where it is not known, as of a real forum no source tells it of."""
    threshold_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    """Above which a qualified or weighted vote has carried."""
    quorum: Mapped[int | None]
    """Voting members who must be there."""
    frequency: Mapped[str | None]
    reports_to_id: Mapped[int | None] = mapped_column(
        ForeignKey("forum.id", ondelete="SET NULL"), index=True
    )
    purpose: Mapped[str | None]
    source: Mapped[str | None]


class ForumMember(Base):
    """A partner's seat in a forum."""

    __tablename__ = "forum_member"
    __table_args__ = (
        UniqueConstraint("forum_id", "partner_id"),
        CheckConstraint("votes BETWEEN 0 AND 999", name="votes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    forum_id: Mapped[int] = mapped_column(ForeignKey("forum.id", ondelete="CASCADE"), index=True)
    partner_id: Mapped[int] = mapped_column(
        ForeignKey("partner.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str | None]
    """Who sits for it."""
    votes: Mapped[int | None]
    """Nought for who only attends; nothing where it is not known."""


class ForumNeed(Base):
    """A kind of partner without which a forum is not quorate."""

    __tablename__ = "forum_need"
    __table_args__ = (UniqueConstraint("forum_id", "kind"), one_of("kind", PartnerKind))

    id: Mapped[int] = mapped_column(primary_key=True)
    forum_id: Mapped[int] = mapped_column(ForeignKey("forum.id", ondelete="CASCADE"), index=True)
    kind: Mapped[PartnerKind] = mapped_column(Word(PartnerKind))


class Vote(Base):
    """Something a forum voted on."""

    __tablename__ = "vote"
    __table_args__ = (one_of("rule", DecisionRule), is_day("voted_on"), is_share("threshold_share"))

    id: Mapped[int] = mapped_column(primary_key=True)
    forum_id: Mapped[int] = mapped_column(ForeignKey("forum.id", ondelete="CASCADE"), index=True)
    voted_on: Mapped[date]
    question: Mapped[str]
    rule: Mapped[DecisionRule] = mapped_column(Word(DecisionRule))
    threshold_share: Mapped[Decimal | None] = mapped_column(Scaled(6))
    note: Mapped[str | None]


class VoteCast(Base):
    """What a member said, with the votes or people it had on the day."""

    __tablename__ = "vote_cast"
    __table_args__ = (
        UniqueConstraint("vote_id", "partner_id"),
        one_of("said", Cast),
        CheckConstraint("votes >= 0 AND weight >= 0", name="votes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    vote_id: Mapped[int] = mapped_column(ForeignKey("vote.id", ondelete="CASCADE"), index=True)
    partner_id: Mapped[int] = mapped_column(
        ForeignKey("partner.id", ondelete="CASCADE"), index=True
    )
    said: Mapped[Cast] = mapped_column(Word(Cast))
    votes: Mapped[int]
    weight: Mapped[int | None]
    """People on its list on the day, where votes are weighted."""


class Charge(Base):
    """Something somebody answers for, so that "who is in charge?" has an answer."""

    __tablename__ = "charge"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(unique=True)
    partner_id: Mapped[int | None] = mapped_column(
        ForeignKey("partner.id", ondelete="SET NULL"), index=True
    )
    forum_id: Mapped[int | None] = mapped_column(
        ForeignKey("forum.id", ondelete="SET NULL"), index=True
    )
    """Where it is decided."""
    name: Mapped[str | None]
    """Who it is, by name or office."""
    note: Mapped[str | None]


class Maturity(Base):
    """How far the locality has come in a domain on a day, from 0 to 3; never added up."""

    __tablename__ = "maturity"
    __table_args__ = (
        UniqueConstraint("domain", "scored_on"),
        one_of("domain", MaturityDomain),
        is_day("scored_on"),
        CheckConstraint("score BETWEEN 0 AND 3", name="score"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    domain: Mapped[MaturityDomain] = mapped_column(Word(MaturityDomain))
    scored_on: Mapped[date]
    score: Mapped[int]
    evidence: Mapped[str | None]
