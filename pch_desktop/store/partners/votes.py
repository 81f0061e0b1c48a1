"""Votes as people read them: what was asked, who said what, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import Cast, DecisionRule, PartnerKind
from pch_desktop.domain.partners_quorum import Rules, Voice
from pch_desktop.domain.partners_verdict import Verdict
from pch_desktop.domain.partners_votes import verdict
from pch_desktop.models.partners import Partner
from pch_desktop.models.partners_forums import Forum, ForumNeed, Vote, VoteCast


@dataclass(frozen=True, slots=True)
class CastRow:
    """What a member said, with the votes and people it had on the day."""

    id: int
    vote_id: int
    partner_id: int
    partner: str
    kind: PartnerKind
    said: Cast
    votes: int
    weight: int | None

    @property
    def voice(self) -> Voice:
        """What it counts for."""
        return Voice(self.kind, self.said, self.votes, self.weight)


@dataclass(frozen=True, slots=True)
class VoteRow:
    """Something a forum voted on; its rule is that of the day, its quorum the forum's."""

    id: int
    forum_id: int
    forum: str
    refers_to: str | None
    """Where the forum reports, and so where an objection takes it."""
    voted_on: date
    question: str
    rules: Rules
    note: str | None
    cast: tuple[CastRow, ...]

    @property
    def verdict(self) -> Verdict:
        """What became of it."""
        return verdict(self.rules, self.voices)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """What was said, to be counted."""
        return tuple(row.voice for row in self.cast)

    @property
    def rule(self) -> DecisionRule | None:
        """The rule it was taken under."""
        return self.rules.rule

    @property
    def threshold_share(self) -> Decimal | None:
        """The share above which it carries, where one is laid down."""
        return self.rules.threshold


def votes(session: Session, by: date | None = None) -> list[VoteRow]:
    """Return the votes, the latest first, up to a day if one is told."""
    of_vote: dict[int, list[CastRow]] = defaultdict(list)
    for row in casts(session):
        of_vote[row.vote_id].append(row)
    needs: dict[int, set[PartnerKind]] = defaultdict(set)
    for forum_id, kind in session.execute(select(ForumNeed.forum_id, ForumNeed.kind)):
        needs[forum_id].add(kind)
    names = dict(session.execute(select(Forum.id, Forum.name)).all())
    query = select(Vote, Forum).join(Forum, Vote.forum_id == Forum.id)
    if by is not None:
        query = query.where(Vote.voted_on <= by)
    return [
        VoteRow(
            vote.id, forum.id, forum.name, names.get(forum.reports_to_id or 0), vote.voted_on,
            vote.question,
            Rules(vote.rule, vote.threshold_share, forum.quorum, frozenset(needs[forum.id])),
            vote.note, tuple(of_vote[vote.id]),
        )
        for vote, forum in session.execute(query.order_by(Vote.voted_on.desc(), Vote.id.desc()))
    ]  # fmt: skip


def casts(session: Session) -> list[CastRow]:
    """Return what every member said in every vote, by name."""
    query = (
        select(VoteCast, Partner.name, Partner.kind)
        .join(Partner, VoteCast.partner_id == Partner.id)
        .order_by(Partner.name)
    )
    return [
        CastRow(row.id, row.vote_id, row.partner_id, name, kind, row.said, row.votes, row.weight)
        for row, name, kind in session.execute(query)
    ]
