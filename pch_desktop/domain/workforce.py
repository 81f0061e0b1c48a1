"""Posts, people, hours and whole-time equivalents."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from pch_desktop.domain.money import rounded
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.typed import number

FULL_TIME_MINUTES = 2_250
"""Agenda for Change full time: 37.5 hours a week."""
SESSION_MINUTES = 250
"""A GP session of 4 hours 10 minutes, nine to the full-time week (BMA model contract)."""
MOST_WTE = Decimal(2)
"""The most one post may be funded for."""
PLACES = Decimal("0.0001")
CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")
HOURS = re.compile(r" ?h((ou)?rs?)?\.?( a week)?$")
SESSIONS = re.compile(r"(?<=[\d.]) ?(gp )?s(ess(ion)?s?)?( a week)?\.?$")


class StaffGroup(StrEnum):
    """The national statistics' groups, and those the seeds add."""

    GP = "GP"
    MEDICAL = "medical"
    NURSE = "nurse"
    DIRECT_CARE = "direct patient care"
    SOCIAL_CARE = "social care"
    VOLUNTARY = "voluntary"
    PUBLIC_SERVICE = "partner public service"
    ADMIN = "admin and non-clinical"


class RoleStanding(StrEnum):
    """Whether the holders of a role count as usual or are told apart."""

    USUAL = "as usual"
    TRAINING = "in training"
    LOCUM = "locum or retainer"


class PostStatus(StrEnum):
    """Where a funded post stands."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    FROZEN = "frozen"
    DISESTABLISHED = "disestablished"


class FundingStream(StrEnum):
    """Who pays for a post."""

    CORE = "core practice"
    ADDITIONAL_ROLES = "additional roles"
    TRANSFORMATION = "PCH transformation"
    COMMUNITY = "community contract"
    ACUTE = "acute contract"
    COUNCIL = "council"
    GRANT = "voluntary sector grant"
    OTHER = "other"


class ContractKind(StrEnum):
    """How somebody is engaged."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed term"
    PARTNER = "partner"
    APPRENTICE = "apprentice"
    SECONDMENT_IN = "secondment in"
    SECONDMENT_OUT = "secondment out"
    BANK = "bank"
    AGENCY = "agency"
    LOCUM = "locum"
    HONORARY = "honorary"
    CONTRACTOR = "contractor"
    ZERO_HOURS = "zero hours"
    VOLUNTEER = "volunteer"


SUBSTANTIVE = frozenset(
    {
        ContractKind.PERMANENT,
        ContractKind.FIXED_TERM,
        ContractKind.PARTNER,
        ContractKind.APPRENTICE,
        ContractKind.SECONDMENT_IN,
    }
)
"""The kinds that count as in post; the others are shown apart."""


class LeavingReason(StrEnum):
    """Why an assignment ended."""

    RETIREMENT = "retirement"
    RESIGNATION = "resignation"
    END_OF_TERM = "end of fixed term"
    DISMISSAL = "dismissal"
    REDUNDANCY = "redundancy"
    DEATH = "death in service"
    TRANSFER_WITHIN = "transfer within the locality"
    TRANSFER_OUT = "transfer of undertaking"
    END_OF_TRAINING = "end of training rotation"
    OTHER = "other"


NO_LEAVERS = frozenset({LeavingReason.TRANSFER_WITHIN, LeavingReason.END_OF_TRAINING})
"""Whoever ends for one of these leaves a post, but is no leaver (W6, W7)."""


class PensionScheme(StrEnum):
    """Which pension an employer pays into for somebody."""

    NHS = "NHS"
    COUNCIL = "local government"
    AUTOMATIC = "automatic enrolment"
    NONE = "none"


class RecruitmentOutcome(StrEnum):
    """How the filling of a vacant post stands."""

    OPEN = "open"
    FILLED = "filled"
    WITHDRAWN = "withdrawn"


class ProfessionalBody(StrEnum):
    """Who keeps somebody's registration."""

    NONE = "none"
    GMC = "GMC"
    NMC = "NMC"
    GPHC = "GPhC"
    HCPC = "HCPC"
    SWE = "SWE"


def wte(weekly_minutes: int, full_time_minutes: int = FULL_TIME_MINUTES) -> Decimal:
    """Return the whole-time equivalent of weekly contracted minutes, to four places."""
    return (Decimal(weekly_minutes) / full_time_minutes).quantize(PLACES)


def hours(minutes: int) -> Decimal:
    """Return minutes as hours, to four places."""
    return (Decimal(minutes) / 60).quantize(PLACES)


def typed_hours(text: str, session_minutes: int = SESSION_MINUTES) -> Decimal | None:
    """Return the hours a week meant by a text: 37.5, 37.5 h, 37:30, 9 sessions.

    How long a session is, is a setting of the locality.

    Raises:
        Refusal: it is none of these.
    """
    plain = " ".join(text.casefold().split())
    if found := CLOCK.fullmatch(plain):
        return hours(int(found[1]) * 60 + int(found[2]))
    amount, is_sessions = SESSIONS.subn("", plain)
    try:
        told = number(amount if is_sessions else HOURS.sub("", plain))
    except Refusal as refusal:
        raise Refusal(
            f"“{text.strip()}” is not a length of time. "
            "Enter hours a week such as 37.5, or sessions such as 6 sessions."
        ) from refusal
    if told is None or not is_sessions:
        return told
    return hours(rounded(told * session_minutes))


def vacant(funded: Decimal, in_post: Decimal) -> Decimal:
    """Return a post's vacancy in WTE; one held over its funding has none."""
    return max(Decimal(0), funded - in_post)


def over(funded: Decimal, in_post: Decimal) -> Decimal:
    """Return by how many WTE a post is held over its funding."""
    return max(Decimal(0), in_post - funded)
