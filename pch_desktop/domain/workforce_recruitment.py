"""Filling a vacant post: the days on the way, the stage on a day, how long it has been empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import RecruitmentOutcome

WORDS = {
    "advertised_on": "the advert",
    "closes_on": "the closing date",
    "interviews_on": "the interviews",
    "offered_on": "the offer",
    "starts_on": "the start",
}
"""The days on the way, in their order, as sentences call them."""


class Stage(StrEnum):
    """How far the filling of a post has come on a day."""

    NOT_ADVERTISED = "not advertised"
    ADVERTISED = "advertised"
    CLOSED = "adverts closed"
    INTERVIEWED = "interviewed"
    OFFERED = "offered"
    AGREED = "start agreed"
    FILLED = "filled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Steps:
    """The days of one recruitment; None where a day is not known or has not come."""

    vacant_from: date
    advertised_on: date | None = None
    closes_on: date | None = None
    interviews_on: date | None = None
    offered_on: date | None = None
    starts_on: date | None = None
    outcome: RecruitmentOutcome = RecruitmentOutcome.OPEN

    def stage(self, on: date) -> Stage:
        """Return how far it has come on a day; what is only planned has not been reached."""
        if self.outcome is RecruitmentOutcome.WITHDRAWN:
            return Stage.WITHDRAWN
        if self._is_filled(on):
            return Stage.FILLED
        if self.starts_on is not None and (self.offered_on is None or self.offered_on <= on):
            return Stage.AGREED
        reached = (
            (self.offered_on, Stage.OFFERED),
            (self.interviews_on, Stage.INTERVIEWED),
            (self.closes_on, Stage.CLOSED),
            (self.advertised_on, Stage.ADVERTISED),
        )
        done = (stage for day, stage in reached if day is not None and day <= on)
        return next(done, Stage.NOT_ADVERTISED)

    def days_vacant(self, on: date) -> int | None:
        """Return how many days the post is empty on a day, to the start once it is filled.

        Nothing where the filling was given up; 0 before it falls vacant.
        """
        if self.outcome is RecruitmentOutcome.WITHDRAWN:
            return None
        until = self.starts_on if self._is_filled(on) and self.starts_on else on
        return max(0, (until - self.vacant_from).days)

    def _is_filled(self, on: date) -> bool:
        is_filled = self.outcome is RecruitmentOutcome.FILLED
        return is_filled and self.starts_on is not None and self.starts_on <= on

    def check(self) -> None:
        """Refuse days that cannot follow each other, and a filled post without a start.

        An advert may come out before the post falls vacant; a start may not.

        Raises:
            Refusal: a day lies before the one it follows.
        """
        known = [(words, day) for name, words in WORDS.items() if (day := getattr(self, name))]
        for (before, earlier), (words, day) in pairwise(known):
            if day < earlier:
                raise Refusal(
                    f"{_capital(words)} cannot be before {before} of {_day(earlier)}. "
                    "Enter a later day, or change the other first."
                )
        if self.starts_on is not None and self.starts_on < self.vacant_from:
            raise Refusal(
                f"Nobody can start before the post falls vacant on {_day(self.vacant_from)}. "
                "Enter a later first day."
            )
        if self.outcome is RecruitmentOutcome.FILLED and self.starts_on is None:
            raise Refusal("Enter the day they start before the post counts as filled.")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
