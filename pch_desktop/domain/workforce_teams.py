"""Named teams: where time goes, who belongs to a team on a day, whom a team is proposed of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.domain.workforce_measures import shared_out

LEADING = (StaffGroup.GP, StaffGroup.NURSE, StaffGroup.ADMIN)
"""The staff groups a proposed lead is looked for in, the likeliest first."""


@dataclass(frozen=True, slots=True)
class ReadyAim:
    """A proposal of what a role is there to improve, and who says so."""

    role_code: str
    measure: str
    contribution: str
    source: str


@dataclass(frozen=True, slots=True)
class TimeThere:
    """How much of somebody's time one practice has, and of which staff group."""

    person_id: int
    staff_group: StaffGroup
    wte: Decimal


def spread(
    wte: Decimal, base: int | None, parts: Sequence[tuple[int | None, Decimal]]
) -> dict[int | None, Decimal]:
    """Return the WTE of an assignment by practice; None is no practice of the locality.

    Args:
        wte: all of it.
        base: the practice its post is based at, which has all of it where it is not split.
        parts: the practice and share of each part of the time; the shares add up to one.

    The parts add up to the whole, exactly.
    """
    shares: dict[int | None, Decimal] = {}
    for practice, share in parts:
        shares[practice] = shares.get(practice, Decimal(0)) + share
    return shared_out(wte, shares, base)


def belongs(starts_on: date | None, ends_on: date | None, day: date) -> bool:
    """Return whether somebody belongs to a team on a day; on the last they still do."""
    return (starts_on is None or starts_on <= day) and (ends_on is None or ends_on >= day)


def proposed_lead(there: Collection[TimeThere]) -> int | None:
    """Return whom to propose as a team's lead: of the likeliest group, with the most time there.

    Nobody where none of them is of a group that leads.
    """
    leading = [one for one in there if one.staff_group in LEADING]
    if not leading:
        return None
    first = min(leading, key=lambda one: (LEADING.index(one.staff_group), -one.wte, one.person_id))
    return first.person_id


def without_team(practices: Mapping[int, str], with_team: Collection[int | None]) -> list[str]:
    """Return the names of the practices that no team is named for."""
    return sorted(name for practice, name in practices.items() if practice not in with_team)
