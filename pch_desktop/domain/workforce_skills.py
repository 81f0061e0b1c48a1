"""What people can do, what services need, and how it is learned: the words for it."""

from __future__ import annotations

from enum import IntEnum, StrEnum


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
