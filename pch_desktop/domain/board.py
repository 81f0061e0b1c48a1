"""The words of a board: its meetings, papers, actions, decisions and interests."""

from __future__ import annotations

from enum import StrEnum


class MeetingStatus(StrEnum):
    """How far a meeting has come, in order."""

    PLANNED = "planned"
    CALLED = "papers called for"
    AGENDA = "agenda agreed"
    ISSUED = "papers issued"
    HELD = "held"
    MINUTED = "minutes agreed"
    CANCELLED = "cancelled"


class Purpose(StrEnum):
    """What a board is asked to do with a paper or an agenda line."""

    APPROVE = "approve"
    DECIDE = "decide"
    DISCUSS = "discuss"
    ASSURE = "assure"
    NOTE = "note"


class PaperStatus(StrEnum):
    """How far a paper has come."""

    CALLED = "called for"
    RECEIVED = "received"
    CHECKED = "checked"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"


class Presence(StrEnum):
    """In what way somebody was part of a meeting."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    DEPUTY = "deputy"
    ATTENDING = "in attendance"


class InterestNature(StrEnum):
    """What sort of interest somebody has, as NHS England's guidance of 2017 names them."""

    FINANCIAL = "financial"
    PROFESSIONAL = "non-financial professional"
    PERSONAL = "non-financial personal"
    INDIRECT = "indirect"


class ActionStatus(StrEnum):
    """How far an action has come; overdue is worked out from its day."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    COMPLETE = "complete"
    CLOSED = "closed"


class VoiceSource(StrEnum):
    """How patients and public were heard."""

    PATIENT_GROUP = "patient group"
    SURVEY = "survey"
    EVENT = "event"
    HEALTHWATCH = "Healthwatch"
    STORY = "patient story"
    COMPLAINT = "complaint or compliment"
    SOCIAL_MEDIA = "social media"
    OTHER = "other"


class VoiceStatus(StrEnum):
    """What has become of what was heard."""

    HEARD = "heard"
    ACTING = "being acted on"
    DONE = "done"
    FED_BACK = "fed back"


DONE = frozenset({ActionStatus.COMPLETE, ActionStatus.CLOSED})
"""Actions nobody waits for any more."""
OVER = frozenset({MeetingStatus.HELD, MeetingStatus.MINUTED})
"""Meetings that took place."""
