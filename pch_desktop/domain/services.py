"""What is offered to people, where, and what came of it each month."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Category(StrEnum):
    """What a service is for."""

    URGENT = "urgent or same-day"
    PLANNED = "planned"
    LONG_TERM = "long-term conditions"
    FRAILTY = "frailty or care home"
    MUSCULOSKELETAL = "musculoskeletal"
    DERMATOLOGY = "dermatology"
    DIAGNOSTICS = "diagnostics"
    MENTAL_HEALTH = "mental health"
    CHILDREN = "children"
    END_OF_LIFE = "end of life"
    PREVENTION = "prevention"
    SOCIAL_PRESCRIBING = "social prescribing"
    PHARMACY = "pharmacy"
    REHABILITATION = "rehabilitation or community bed"
    EXTENDED_ACCESS = "extended access"
    ENABLING = "enabling"


class AccessRoute(StrEnum):
    """How people come to a service."""

    DIRECT = "direct or self-referral"
    GP = "GP referral"
    ANY_PROFESSIONAL = "any professional"
    CARE_NAVIGATOR = "care navigator"
    TELEPHONE_111 = "111"
    DISCHARGE = "hospital discharge"


class ServiceStatus(StrEnum):
    """Where a service stands on its way from idea to closed."""

    IDEA = "idea"
    DESIGN = "design"
    PILOT = "pilot"
    LIVE = "live"
    PAUSED = "paused"
    CLOSED = "closed"


RUNNING = frozenset({ServiceStatus.LIVE, ServiceStatus.PILOT})
"""The services that see people, and so have months to tell of."""


class Focus(StrEnum):
    """Whether money or care goes to keeping people well or to treating them."""

    PREVENTION = "prevention"
    TREATMENT = "treatment"


class Setting(StrEnum):
    """Where care is given."""

    PRACTICE = "practice"
    HUB = "hub"
    COMMUNITY_HOSPITAL = "community hospital"
    HOME = "home"
    CARE_HOME = "care home"
    VENUE = "community venue"
    MOBILE_UNIT = "mobile unit"
    REMOTE = "online or telephone"
    OUTREACH = "hospital outreach"


class BankHolidays(StrEnum):
    """What a service does on bank holidays."""

    CLOSED = "closed"
    OPEN = "open as on the weekday"
    SUNDAY = "open as on a Sunday"


class AcutePoint(StrEnum):
    """What a service that moved out of hospital was there."""

    FIRST = "first outpatient"
    FOLLOW_UP = "follow-up outpatient"
    DAY_CASE = "day case"
    EMERGENCY = "emergency department"
    NON_ELECTIVE = "non-elective admission"
    DIAGNOSTIC = "diagnostic"


class WaitKind(StrEnum):
    """How waits were counted: each person's days, or people in bands of days."""

    DAYS = "days"
    BANDS = "bands"


class CountKind(StrEnum):
    """What is counted of social prescribing in a month."""

    SOURCE = "referred by"
    NEED = "need or concern"
    ONWARD = "referred on to"
    CLOSED = "closed because"


class AssetKind(StrEnum):
    """What a community has to offer."""

    GROUP = "group or club"
    PLACE = "place"
    ADVICE = "advice"
    TRANSPORT = "transport"
    ACTIVITY = "activity"
    FAITH = "faith community"
    OTHER = "other"


class Inspection(StrEnum):
    """How an inspection rated a practice or a service."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    IMPROVE = "requires improvement"
    INADEQUATE = "inadequate"


@dataclass(frozen=True, slots=True)
class Activity:
    """What a service did; a sum of months is one too. None is not known."""

    slots: int | None
    booked: int | None
    attended: int | None
    not_attended: int | None

    @property
    def fill_share(self) -> Decimal | None:
        """Booked of all slots; above 1 where overbooked."""
        return ratio(self.booked, self.slots)

    @property
    def utilisation_share(self) -> Decimal | None:
        """Attended of all slots."""
        return ratio(self.attended, self.slots)

    @property
    def not_attended_share(self) -> Decimal | None:
        """Not attended of all who were due: attended and not attended, no cancellations."""
        if self.attended is None or self.not_attended is None:
            return None
        return ratio(self.not_attended, self.attended + self.not_attended)

    @property
    def lost_slots(self) -> int | None:
        """Slots nobody was seen in; none where overbooked."""
        if self.slots is None or self.attended is None:
            return None
        return 0 if self.overbooked else max(0, self.slots - self.attended)

    @property
    def unfilled_slots(self) -> int | None:
        """Slots that nobody booked; none where overbooked."""
        if self.slots is None or self.booked is None:
            return None
        return max(0, self.slots - self.booked)

    @property
    def overbooked(self) -> int | None:
        """How many more were booked than there were slots."""
        if self.slots is None or self.booked is None:
            return None
        return max(0, self.booked - self.slots)


def ratio(part: int | None, whole: int | None) -> Decimal | None:
    """Return a part of a whole; None where either is not known or there is no whole."""
    return Decimal(part) / whole if part is not None and whole else None
