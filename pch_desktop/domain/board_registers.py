"""The words of the board's registers: risks, initiatives, issues for escalation."""

from __future__ import annotations

from enum import StrEnum


class RiskCategory(StrEnum):
    """What a risk is a risk to."""

    FINANCE = "finance"
    WORKFORCE = "workforce"
    QUALITY = "quality and safety"
    ACCESS = "access"
    PARTNERSHIP = "partnership"
    ESTATES = "estates"
    DIGITAL = "records and systems"
    REPUTATION = "reputation"
    OTHER = "other"


class RiskStatus(StrEnum):
    """Whether a risk is still run."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CLOSED = "closed"


class Proximity(StrEnum):
    """How soon a risk may strike."""

    NOW = "now"
    WITHIN_MONTH = "within a month"
    WITHIN_QUARTER = "within three months"
    WITHIN_YEAR = "within a year"
    LATER = "later"


class InitiativeStatus(StrEnum):
    """How far an initiative has come."""

    IDEA = "idea"
    PLANNED = "planned"
    UNDER_WAY = "under way"
    DONE = "done"
    STOPPED = "stopped"


class Confidence(StrEnum):
    """How sure its lead is that an initiative will deliver: the board's own three words."""

    GREEN = "Green"
    AMBER = "Amber"
    RED = "Red"


class Severity(StrEnum):
    """How heavily an issue weighs."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    EXTREME = "extreme"


class IssueStatus(StrEnum):
    """How far an issue has come."""

    OPEN = "open"
    ESCALATED = "escalated"
    DECIDED = "decided"
    CLOSED = "closed"
