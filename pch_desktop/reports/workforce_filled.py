"""How far all posts together are filled: the same sums on the screen, in charts and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pch_desktop.store.workforce import PostRow


def filled(rows: Sequence[PostRow]) -> tuple[Decimal, Decimal, Decimal]:
    """Return the WTE funded, in post and vacant of all posts together."""
    return (
        sum((row.established_wte for row in rows), Decimal(0)),
        sum((row.in_post_wte for row in rows), Decimal(0)),
        sum((row.vacant_wte for row in rows), Decimal(0)),
    )
