"""Buildings, rooms and mobile units, and when they are used: the words for it."""

from __future__ import annotations

from enum import StrEnum


class Owner(StrEnum):
    """Whose a building is."""

    PROPERTY_SERVICES = "NHS Property Services"
    PRACTICE = "practice"
    PARTNERSHIPS = "Community Health Partnerships"
    TRUST = "trust"
    COUNCIL = "council"
    VEHICLE = "community interest company"
    PRIVATE = "private landlord"
    OTHER = "other"


class Tenure(StrEnum):
    """On what terms a building is used."""

    FREEHOLD = "freehold"
    LEASEHOLD = "leasehold"
    LICENCE = "licence"
    SESSIONAL = "by the session"


class RoomKind(StrEnum):
    """What a room is fit for."""

    CONSULTING = "consulting"
    TREATMENT = "treatment"
    PROCEDURE = "procedure"
    GROUP = "group"
    OFFICE = "office"
    WARD = "ward or day room"
    OTHER = "other"


class UnitKind(StrEnum):
    """What a mobile unit is."""

    THEATRE = "theatre"
    ENDOSCOPY = "endoscopy"
    CLEAN_ROOM = "clean room"
    SCREENING = "screening van"
    OTHER = "other"


class BookingStatus(StrEnum):
    """How a booking stands."""

    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class Used(StrEnum):
    """Whether what was booked was used."""

    YES = "used"
    PART = "part"
    NO = "not used"


class Repeat(StrEnum):
    """How often a booking comes again."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "every two weeks"
    FOUR_WEEKLY = "every four weeks"
    MONTHLY = "monthly, the same weekday"
    DAILY = "every working day"


class PremisesWay(StrEnum):
    """How more room is come by."""

    BUILD = "build"
    HIRE = "hire"
    EXTEND = "extend hours"


class ProjectStatus(StrEnum):
    """Where a premises project stands."""

    IDEA = "idea"
    CASE = "business case"
    APPROVED = "approved"
    WORKS = "works"
    OPEN = "open"
    DROPPED = "dropped"


class SystemKind(StrEnum):
    """What a system is for."""

    SHARED_RECORD = "shared record"
    TELEPHONY = "telephony"
    MONITORING = "remote monitoring"
    APPOINTMENTS = "appointments"
    PRESCRIBING = "prescribing"
    MESSAGING = "messaging"
    OTHER = "other"


class Adoption(StrEnum):
    """How far a practice has taken up a system."""

    LIVE = "live"
    PLANNED = "planned"
    NONE = "none"
