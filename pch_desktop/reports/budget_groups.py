"""The headings budget lines stand under: the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.partners import Sector
from pch_desktop.reports.budget_standing import StandingRow
from pch_desktop.reports.table import Block
from pch_desktop.reports.words import shown

TOGETHER = "Mental health, social, voluntary"
SMALL = frozenset(
    shown(sector.value) for sector in (Sector.MENTAL_HEALTH, Sector.SOCIAL, Sector.VOLUNTARY)
)
"""Sectors of a line or two, which share a heading as boards read them."""


def group_of(row: StandingRow) -> str:
    """Return the heading a line stands under: its sector, the small ones together."""
    return TOGETHER if row.sector in SMALL else row.sector


def by_group(rows: Sequence[StandingRow]) -> tuple[Block[StandingRow], ...]:
    """Return the rows under their headings, in the order the headings are first met."""
    groups: dict[str, list[StandingRow]] = {}
    for row in rows:
        groups.setdefault(group_of(row), []).append(row)
    return tuple(Block(title, tuple(members)) for title, members in groups.items())
