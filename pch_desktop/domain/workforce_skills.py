"""What people can do, what services need, and how it is learned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import IntEnum, StrEnum

from pch_desktop.domain.money import rounded
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal

SOON_DAYS = 90
"""A level, a registration or a supervision that ends within so many days ends soon."""
MARKS = "●▲◆✕ "
"""What may stand before a level that is copied from a table."""


class CompetencyKind(StrEnum):
    """What sort of ability it is."""

    CLINICAL = "clinical"
    MANDATORY = "mandatory"
    DIGITAL = "digital"
    LEADERSHIP = "leadership"


class Level(IntEnum):
    """How far somebody has come."""

    NONE = 0
    AWARE = 1
    SUPERVISED = 2
    INDEPENDENT = 3
    TEACHES = 4

    @property
    def words(self) -> str:
        """The level with its number, as people write it."""
        return f"{self.value} {LEVELS[self]}"


LEVELS = {
    Level.NONE: "none",
    Level.AWARE: "aware",
    Level.SUPERVISED: "supervised",
    Level.INDEPENDENT: "independent",
    Level.TEACHES: "can teach",
}


class NeedStatus(StrEnum):
    """How a need for people of some level stands on a day."""

    MET = "met"
    EXPIRING = "expiring within 90 days"
    """Met, and short within 90 days unless levels are shown again."""
    SHORT = "short"
    NOBODY = "nobody"


class ProviderKind(StrEnum):
    """Who gives training."""

    HUB = "training hub"
    UNIVERSITY = "university"
    TRUST = "trust"
    IN_HOUSE = "in-house"
    OTHER = "other"


class TrainingFunding(StrEnum):
    """Who pays for training."""

    DEVELOPMENT = "CPD money of the employer"
    NATIONAL = "Health Education England"
    LOCALITY = "the locality"
    OWN = "their own"


class PlaceStatus(StrEnum):
    """How somebody's place on a course stands."""

    BOOKED = "booked"
    ATTENDED = "attended"
    MISSED = "did not attend"


class LearnerKind(StrEnum):
    """Who is on placement."""

    MEDICAL_STUDENT = "medical student"
    GP_TRAINEE = "GP in training"
    NURSING_STUDENT = "nursing student"
    PHARMACY = "pharmacy trainee"
    PARAMEDIC = "paramedic student"
    ALLIED = "allied health student"
    PHYSICIAN_ASSOCIATE = "physician associate student"
    APPRENTICE = "apprentice"
    OTHER = "other"


class SupervisionKind(StrEnum):
    """What somebody is supervised in."""

    CLINICAL = "clinical"
    EDUCATIONAL = "educational"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Ability:
    """How far somebody has come with one competency, since when and until when."""

    level: Level
    assessed_on: date | None = None
    expires_on: date | None = None

    def holds(self, on: date) -> bool:
        """Return whether it has been shown by a day and has not expired; its last day holds.

        What was assessed after the day is not known for it.
        """
        has_begun = self.assessed_on is None or self.assessed_on <= on
        return has_begun and not self.has_lapsed(on)

    def has_lapsed(self, on: date) -> bool:
        """Return whether its last day is before a day."""
        return self.expires_on is not None and self.expires_on < on

    def ends_soon(self, on: date) -> bool:
        """Return whether it holds on a day and no longer 90 days after."""
        soon = on + timedelta(days=SOON_DAYS)
        return self.holds(on) and self.expires_on is not None and self.expires_on <= soon

    def counts(self, least: int, on: date) -> bool:
        """Return whether it is of at least a level and holds on a day."""
        return self.level >= least and self.holds(on)


@dataclass(frozen=True, slots=True)
class Found:
    """How many people meet a need on a day."""

    least_people: int
    have: int
    expiring: int
    """How many of them no longer will in 90 days."""

    @property
    def gap(self) -> int:
        """How many people are missing (W15)."""
        return gap(self.least_people, self.have)

    @property
    def status(self) -> NeedStatus:
        """How the need stands."""
        if not self.have:
            return NeedStatus.NOBODY
        if self.gap:
            return NeedStatus.SHORT
        is_thin = gap(self.least_people, self.have - self.expiring)
        return NeedStatus.EXPIRING if is_thin else NeedStatus.MET


def gap(least_people: int, have: int) -> int:
    """Return how many people are missing: least people less those who can, never below nothing."""
    return max(0, least_people - have)


def found(abilities: Iterable[Ability], least_level: int, least_people: int, on: date) -> Found:
    """Return how many people meet a need on a day.

    Args:
        abilities: what each of the people in post has of the competency, one each.
        least_level: the level that is needed.
        least_people: how many people of it are needed.
        on: the day.
    """
    can = [each for each in abilities if each.counts(least_level, on)]
    return Found(least_people, len(can), sum(each.ends_soon(on) for each in can))


def expiry(assessed_on: date, months_valid: int | None) -> date | None:
    """Return the last day of a level: so many months on by the calendar.

    The 31st of a month goes to the last day of a shorter one. None where it holds for good.
    """
    if months_valid is None:
        return None
    month = Month.of(assessed_on).plus(months_valid)
    return month.first.replace(day=min(assessed_on.day, month.days))


def learnt(before: Ability | None, level: Level, on: date, months_valid: int | None) -> Ability:
    """Return what somebody has after a course that ends on a day.

    A higher level that still holds is shown again and kept; one assessed
    later than the course stays as it is.
    """
    if before is not None and before.assessed_on is not None and before.assessed_on > on:
        return before
    kept = before.level if before is not None and before.holds(on) else Level.NONE
    return Ability(max(kept, level), on, expiry(on, months_valid))


def typed_level(text: str) -> Level | None:
    """Return the level meant by a text: 3, independent, 3 independent; None for a blank.

    Raises:
        Refusal: it is none of the five.
    """
    plain = " ".join(text.strip(MARKS).casefold().split())
    if not plain:
        return None
    for level in Level:
        if plain in {str(level.value), LEVELS[level], level.words, level.name.casefold()}:
            return level
    offered = ", ".join(level.words for level in Level)
    raise Refusal(f"“{text.strip()}” is not a level. Enter one of: {offered}.")


def share_pence(cost_pence: int | None, places: int) -> int | None:
    """Return what each place of a course costs; None where cost or places are not known."""
    return None if cost_pence is None or not places else rounded(Decimal(cost_pence) / places)


def next_due(last_on: date | None, every_weeks: int, agreed_on: date | None = None) -> date | None:
    """Return when somebody is next to be supervised.

    The day that was agreed, while it is after the last one; else so many
    weeks after that. None where neither is known.
    """
    if agreed_on is not None and (last_on is None or agreed_on > last_on):
        return agreed_on
    return last_on + timedelta(weeks=every_weeks) if last_on is not None else None


def last_week_on(starts_on: date, weeks: int) -> date:
    """Return the last day of so many weeks."""
    return starts_on + timedelta(weeks=weeks, days=-1)


@dataclass(frozen=True, slots=True)
class ReadyCompetency:
    """A competency of the ready list the program brings."""

    name: str
    kind: CompetencyKind
    months_valid: int | None
    source: str
