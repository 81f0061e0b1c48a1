"""The month in a few sentences, made by rules: money first, then people, then decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Rating, Thresholds, rating
from pch_desktop.reports.budget_bridge import is_reserve
from pch_desktop.reports.budget_standing import position
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import brief, written
from pch_desktop.reports.workforce import filled

if TYPE_CHECKING:
    from pch_desktop.reports.budget_standing import StandingRow
    from pch_desktop.store.workforce import PostRow

NOTHING_YET = "Neither a budget nor a post is known yet."
NUMBERS = ("Nothing", "One thing", "Two things", "Three things", "Four things", "Five things")
STANDS: Mapping[Rating, str] = {
    Rating.GREEN: "Money is close to plan",
    Rating.AMBER: "Money is drifting from plan",
    Rating.RED: "Money is well over plan",
}


def money(rows: Sequence[StandingRow], at: Thresholds) -> str:
    """Return how the year stands against its budget, and what drives it; "" without a forecast."""
    known = [row for row in rows if row.outturn_variance is not None]
    if not known:
        return ""
    annual, _, variance = position(known)
    amount, budgeted = int(variance.amount), int(annual.amount)
    stands = STANDS[rating(amount, budgeted, at)] + _with_reserve(known, at)
    side = "under" if amount >= 0 else "over"
    said = f"{stands}: {brief(abs(amount))} {side} {brief(budgeted)} at the year's end"
    worst = min(known, key=lambda row: row.outturn_variance or 0)
    over = -(worst.outturn_variance or 0)
    said += f", {worst.name} furthest over by {brief(over)}" if over > 0 else ""
    missing = "; not every line is known" if len(known) < len(rows) else ""
    return f"{said}{missing}."


def people(rows: Sequence[PostRow]) -> str:
    """Return how far the team is filled; "" without a post."""
    funded, in_post, vacancy = filled(rows)
    if not funded:
        return ""
    said = f"{written(in_post, Kind.NUMBER)} of {written(funded, Kind.NUMBER)} WTE are in post"
    return f"{said}." if vacancy else f"{said}; no post is vacant."


def decisions(found: Sequence[Finding]) -> str:
    """Return how much has to be decided or put right before the board."""
    blocking = [finding for finding in found if finding.weight is Weight.BLOCKS]
    if not blocking:
        return "Nothing has to be decided before the board."
    count = len(blocking)
    number = NUMBERS[count] if count < len(NUMBERS) else f"{count} things"
    needs = "needs" if count == 1 else "need"
    return f"{number} {needs} a decision before the board."


def _with_reserve(rows: Sequence[StandingRow], at: Thresholds) -> str:
    """Return that the year is near its plan only because a reserve is released."""
    without = [row for row in rows if not is_reserve(row)]
    if not without or len(without) == len(rows):
        return ""
    (annual, _, variance), (_, _, whole) = position(without), position(rows)
    alone = rating(int(variance.amount), int(annual.amount), at)
    together = rating(int(whole.amount), int(position(rows)[0].amount), at)
    is_saved = together is Rating.GREEN and alone is not Rating.GREEN
    return " but only with contingency" if is_saved else ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The month in a few sentences: those the rules make, and the person's own."""

    made: str
    own: str = ""

    @property
    def words(self) -> str:
        """What stands on the page, on the cover and under the summary."""
        return self.own or self.made


@dataclass(frozen=True, slots=True)
class Said:
    """The first of it: money and people, and the person's own words."""

    money: str
    people: str
    own: str

    @property
    def words(self) -> str:
        """What stands on the page until the rest is known."""
        return self.own or " ".join(filter(None, (self.money, self.people)))

    def judged(self, found: Sequence[Finding]) -> Sentence:
        """Return all of it, with what has to be decided by the findings."""
        if not self.money and not self.people:
            return Sentence(NOTHING_YET, self.own)
        parts = (self.money, self.people, decisions(found))
        return Sentence(" ".join(filter(None, parts)), self.own)
