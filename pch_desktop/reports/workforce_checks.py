"""Posts held for more than they are funded for: at a handover that may be, but is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain.workforce import MOST_WTE, SUBSTANTIVE
from pch_desktop.domain.workforce_people import day_before
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.workforce import AssignmentRow, PostRow


@dataclass(frozen=True, slots=True)
class Ending:
    """An assignment that could end the day before the next holder starts."""

    assignment: AssignmentRow
    on: date


@dataclass(frozen=True, slots=True)
class OverHeld:
    """A post that is held for more than it is funded for, from a day on."""

    id: int
    """The post's key."""
    post: str
    role: str
    since: date
    held_wte: Decimal
    funded_wte: Decimal
    holders: tuple[AssignmentRow, ...]
    """Who holds it then, by their start."""
    is_now: bool

    @property
    def sentence(self) -> str:
        """What is said of it: P012 is now held for 2.00 of 1.00 WTE funded."""
        told = f"{written(self.held_wte, Kind.WTE)} of {written(self.funded_wte, Kind.WTE)}"
        if self.is_now:
            return f"{self.post} is now held for {told} WTE funded."
        return f"{self.post} is held for {told} WTE funded from {_day(self.since)} on."

    @property
    def endings(self) -> tuple[Ending, ...]:
        """Whose time in it could end the day before the last one starts."""
        last = self.holders[-1].starts_on
        earlier = (one for one in self.holders[:-1] if one.starts_on < last)
        return tuple(Ending(one, day_before(last)) for one in earlier)

    @property
    def may_fund(self) -> bool:
        """Whether a post may be funded for as much as is held."""
        return self.held_wte <= MOST_WTE


def over_held(
    posts: Sequence[PostRow], assignments: Sequence[AssignmentRow], day: date
) -> list[OverHeld]:
    """Return the posts held for more than funded on a day or later, each from the first such day.

    Args:
        posts: the establishment on the day.
        assignments: those that run on the day or begin later.
        day: from which on.
    """
    by_post: dict[int, list[AssignmentRow]] = defaultdict(list)
    for row in assignments:
        if row.contract_kind in SUBSTANTIVE and (row.ends_on is None or row.ends_on >= day):
            by_post[row.post_id].append(row)
    found = (
        _first_over(post, by_post[post.id], day)
        for post in posts
        if post.is_funded and post.id in by_post
    )
    return [each for each in found if each is not None]


def _first_over(post: PostRow, rows: Sequence[AssignmentRow], day: date) -> OverHeld | None:
    for on in sorted({day, *(row.starts_on for row in rows if row.starts_on > day)}):
        live = sorted((row for row in rows if row.is_live(on)), key=lambda row: row.starts_on)
        held = sum((row.wte for row in live), Decimal(0))
        is_over = held > post.funded_wte and (post.funded_to is None or on <= post.funded_to)
        if is_over:
            return OverHeld(
                post.id, post.reference, post.role, on, held, post.funded_wte, tuple(live),
                on == day,
            )  # fmt: skip
    return None


def _day(day: date) -> str:
    return written(day, Kind.DATE)
