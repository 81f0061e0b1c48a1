"""The people a locality answers for: practices, lists and weights."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

USUAL_LEAST, USUAL_MOST = 30_000, 50_000
"""The registered population a Primary Care Home usually serves (NAPC, 2015)."""


class PracticeStatus(StrEnum):
    """Where a practice stands, in the words of the national practice file."""

    ACTIVE = "active"
    DORMANT = "dormant"
    PROPOSED = "proposed"
    CLOSED = "closed"


class GroupKind(StrEnum):
    """What binds a group of practices together."""

    HOME = "home"
    CLUSTER = "cluster"
    FEDERATION = "federation"
    NETWORK = "network"


class TransferKind(StrEnum):
    """Why people moved from one list to another without choosing to."""

    MERGER = "merger"
    CLOSURE = "closure"
    DISPERSAL = "dispersal"


class Sex(StrEnum):
    """Whom a count of a list covers."""

    ALL = "all"
    FEMALE = "female"
    MALE = "male"


class Weighting(StrEnum):
    """What a population is weighted for; each budget line names its own."""

    LIST = "list"
    CARR_HILL = "carr_hill"
    GENERAL_AND_ACUTE = "general_and_acute"
    COMMUNITY = "community"
    MENTAL_HEALTH = "mental_health"
    MATERNITY = "maternity"
    HEALTH_INEQUALITIES = "health_inequalities"
    PRESCRIBING = "prescribing"
    OVERALL = "overall"
    PRIMARY_MEDICAL = "primary_medical"


WEIGHTING_WORDS = {
    Weighting.LIST: "Registered list",
    Weighting.CARR_HILL: "Carr-Hill (GMS)",
    Weighting.GENERAL_AND_ACUTE: "General and acute",
    Weighting.COMMUNITY: "Community",
    Weighting.MENTAL_HEALTH: "Mental health",
    Weighting.MATERNITY: "Maternity",
    Weighting.HEALTH_INEQUALITIES: "Health inequalities",
    Weighting.PRESCRIBING: "Prescribing",
    Weighting.OVERALL: "Overall",
    Weighting.PRIMARY_MEDICAL: "Primary medical care",
}


def need_index(weighted: Decimal, registered: Decimal) -> Decimal | None:
    """Return the weighted people for each registered one; 1 is the national average.

    None where nobody is registered. National weights are normalised so that
    all weighted people are as many as all registered ones (NHS England).
    """
    return weighted / registered if registered else None


def need_index_against(place: Decimal | None, parent: Decimal | None) -> Decimal | None:
    """Return a place's need index against that of the board it shares money with.

    This, not the national index, shares out an ICB's allocation.
    """
    return place / parent if place is not None and parent else None


def size_note(registered: int) -> str | None:
    """Return a sentence where a population is outside the usual range, else None.

    It is a note, never a refusal: real sites lie outside too.
    """
    if USUAL_LEAST <= registered <= USUAL_MOST:
        return None
    side = "below" if registered < USUAL_LEAST else "above"
    return f"{registered:,} people: {side} the {USUAL_LEAST:,} to {USUAL_MOST:,} usually served."
