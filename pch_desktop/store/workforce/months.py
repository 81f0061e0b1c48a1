"""How far the establishment was filled, month by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import SUBSTANTIVE, over, vacant
from pch_desktop.models.workforce import Post
from pch_desktop.store.workforce.people import AssignmentRow, assignments
from pch_desktop.store.workforce.posts import NOBODY, is_funded

A_YEAR_AND_ONE = 13
"""So many months show a month beside the same one a year before."""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """All posts together at the end of a month."""

    id: int
    month: Month
    funded_wte: Decimal
    in_post_wte: Decimal
    vacant_wte: Decimal
    """Added up post by post, as everywhere."""
    over_wte: Decimal


def filled_by_month(
    session: Session, month: Month, months: int = A_YEAR_AND_ONE
) -> list[FilledRow]:
    """Return how far posts were filled at the end of each of the last months, earliest first.

    A month from before the first post began and the first person came is left out.
    """
    posts = session.scalars(select(Post)).all()
    held = _by_post(assignments(session, since=month.plus(1 - months).last))
    rows = [
        _filled(number, month.plus(number - months), posts, held) for number in range(1, months + 1)
    ]
    begun = next((at for at, row in enumerate(rows) if row.funded_wte or row.in_post_wte), months)
    return rows[begun:]


def _by_post(rows: Sequence[AssignmentRow]) -> dict[int, list[AssignmentRow]]:
    held: dict[int, list[AssignmentRow]] = defaultdict(list)
    for row in rows:
        if row.contract_kind in SUBSTANTIVE:
            held[row.post_id].append(row)
    return held


def _filled(
    number: int, month: Month, posts: Sequence[Post], held: dict[int, list[AssignmentRow]]
) -> FilledRow:
    day = month.last
    pairs = [
        (post.funded_wte if is_funded(post, day) else NOBODY, _in_post(held.get(post.id, ()), day))
        for post in posts
    ]
    return FilledRow(
        number,
        month,
        sum((funded for funded, _ in pairs), NOBODY),
        sum((in_post for _, in_post in pairs), NOBODY),
        sum((vacant(funded, in_post) for funded, in_post in pairs), NOBODY),
        sum((over(funded, in_post) for funded, in_post in pairs), NOBODY),
    )


def _in_post(rows: Sequence[AssignmentRow], day: date) -> Decimal:
    return sum((row.wte for row in rows if row.is_live(day)), NOBODY)
