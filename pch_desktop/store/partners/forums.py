"""The forums as people read them: each under the one it reports to, with its seats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import DecisionRule, ForumKind, PartnerKind
from pch_desktop.domain.partners_forums import laid_out
from pch_desktop.models.partners import Partner
from pch_desktop.models.partners_forums import Forum, ForumMember, ForumNeed
from pch_desktop.store.partners.list_weights import list_weights


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A partner's seat in a forum, with the people on its list on a day."""

    id: int
    forum_id: int
    partner_id: int
    partner: str
    kind: PartnerKind
    name: str | None
    votes: int | None
    weight: int | None
    """None where its list is not known; nought for who has none."""


@dataclass(frozen=True, slots=True)
class ForumRow:
    """A forum, with how far below the top it stands."""

    id: int
    name: str
    kind: ForumKind
    chair: str | None
    rule: DecisionRule | None
    threshold_share: Decimal | None
    quorum: int | None
    frequency: str | None
    reports_to: str | None
    depth: int
    purpose: str | None
    source: str | None
    needs: tuple[PartnerKind, ...]
    seats: tuple[SeatRow, ...]

    @property
    def voting(self) -> int:
        """How many of its members vote."""
        return sum((seat.votes or 0) > 0 for seat in self.seats)

    @property
    def votes(self) -> int | None:
        """The votes of all of them; None where those of one are not known, or nobody sits."""
        known = [seat.votes for seat in self.seats if seat.votes is not None]
        return sum(known) if known and len(known) == len(self.seats) else None

    @property
    def missing(self) -> tuple[PartnerKind, ...]:
        """The kinds it needs and has no member of, so that it is never quorate."""
        kinds = {seat.kind for seat in self.seats}
        return tuple(kind for kind in self.needs if kind not in kinds)


def forums(session: Session, on: date) -> list[ForumRow]:
    """Return the forums, each under the one it reports to; lists as on a day."""
    every = list(session.scalars(select(Forum).order_by(Forum.name)))
    by_id = {forum.id: forum for forum in every}
    above = {forum.id: forum.reports_to_id for forum in every}
    taken: dict[int, list[SeatRow]] = defaultdict(list)
    for seat in seats(session, on):
        taken[seat.forum_id].append(seat)
    needs = _needs(session)
    return [
        _row(by_id[key], above, by_id, (depth, needs[key], tuple(taken[key])))
        for key, depth in laid_out(above, list(by_id))
    ]


def seats(session: Session, on: date) -> list[SeatRow]:
    """Return who sits where, by name."""
    weights = list_weights(session, on)
    query = (
        select(ForumMember, Partner.name, Partner.kind)
        .join(Partner, ForumMember.partner_id == Partner.id)
        .order_by(Partner.name)
    )
    return [
        SeatRow(seat.id, seat.forum_id, seat.partner_id, name, kind, seat.name, seat.votes,
                weights[seat.partner_id])
        for seat, name, kind in session.execute(query)
    ]  # fmt: skip


def _row(
    forum: Forum,
    above: Mapping[int, int | None],
    by_id: Mapping[int, Forum],
    known: tuple[int, Sequence[PartnerKind], tuple[SeatRow, ...]],
) -> ForumRow:
    depth, needs, taken = known
    over = by_id.get(above[forum.id] or 0)
    return ForumRow(
        forum.id, forum.name, forum.kind, forum.chair, forum.rule, forum.threshold_share,
        forum.quorum, forum.frequency, over.name if over else None, depth, forum.purpose,
        forum.source, tuple(needs), taken,
    )  # fmt: skip


def _needs(session: Session) -> Mapping[int, list[PartnerKind]]:
    found: dict[int, list[PartnerKind]] = defaultdict(list)
    query = select(ForumNeed.forum_id, ForumNeed.kind).order_by(ForumNeed.id)
    for forum_id, kind in session.execute(query):
        found[forum_id].append(kind)
    return found
