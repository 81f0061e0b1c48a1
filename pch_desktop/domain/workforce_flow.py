"""Coming and going: who started and who left between two days, and the measures of it.

Everything is worked out from dated assignments, so that the log of changes and
the team as at any day cannot disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import NO_LEAVERS, LeavingReason, RoleStanding

ROTATING = frozenset({RoleStanding.TRAINING})
"""Whoever is in training rotates: turnover and stability leave them out."""
LONGEST_MOVE = timedelta(days=92)
"""A transfer within the locality may leave a gap of so many days between two posts."""
ONE_DAY = timedelta(days=1)
NOTHING = Decimal(0)


class Stint(Protocol):
    """Somebody in a post from a day to the end of another."""

    @property
    def id(self) -> int:
        """Tells it apart."""
        ...

    @property
    def person_id(self) -> int:
        """Whose it is."""
        ...

    @property
    def starts_on(self) -> date:
        """The first day."""
        ...

    @property
    def ends_on(self) -> date | None:
        """The last day; None while it goes on."""
        ...

    @property
    def wte(self) -> Decimal:
        """What it counts."""
        ...

    @property
    def leaving_reason(self) -> LeavingReason | None:
        """Why it ended."""
        ...

    @property
    def is_away(self) -> bool:
        """Whether it is with somebody else, as a secondment out: neither here nor gone."""
        ...


Held = TypeVar("Held", bound=Stint)


class Flow(StrEnum):
    """What a change of the team is."""

    STARTED = "started"
    LEFT = "left"
    MOVED_IN = "moved in"
    """Back from a transfer within the locality or from a secondment."""
    MOVED_OUT = "moved out"
    """Gone for a reason that makes no leaver, or on a secondment."""
    MORE = "more hours"
    FEWER = "fewer hours"
    """A second job that ended takes WTE, not a head."""


LOST = frozenset({Flow.LEFT, Flow.FEWER})
"""What turnover in WTE counts."""


@dataclass(frozen=True, slots=True)
class Change(Generic[Held]):
    """One person's coming, going, or change of hours."""

    on: date
    """The first day on which it is so: of a leaver the day after the last."""
    flow: Flow
    heads: int
    """1 for who came, -1 for who went, 0 for who stays."""
    wte: Decimal
    """What the team gains by it; below zero where it loses."""
    stint: Held
    """The assignment that began or ended, the largest where there were several."""


@dataclass(frozen=True, slots=True)
class Team:
    """How many people are here on a day, and what they count."""

    heads: int
    wte: Decimal


@dataclass(frozen=True, slots=True)
class FlowMeasures:
    """Turnover, stability and time to fill of twelve months, with what they are made of."""

    leavers_heads: int
    leavers_wte: Decimal
    start_heads: int
    end_heads: int
    start_wte: Decimal
    end_wte: Decimal
    stayed_heads: int
    """Who was here at the start and did not leave."""
    fill_days: Decimal | None
    """The mean days from vacant to start of the posts filled; None where none was."""
    filled: int

    @property
    def turnover_heads_share(self) -> Decimal | None:
        """Leavers of the average heads (W6); None where nobody was here."""
        return turnover(Decimal(self.leavers_heads), Decimal(self.start_heads),
                        Decimal(self.end_heads))  # fmt: skip

    @property
    def turnover_wte_share(self) -> Decimal | None:
        """WTE that left of the average WTE (W6); None where nobody was here."""
        return turnover(self.leavers_wte, self.start_wte, self.end_wte)

    @property
    def stability_share(self) -> Decimal | None:
        """Who stayed of who was here at the start (W7); None where nobody was."""
        return Decimal(self.stayed_heads) / self.start_heads if self.start_heads else None


def turnover(leavers: Decimal, start: Decimal, end: Decimal) -> Decimal | None:
    """Return leavers divided by the average of start and end; None where that is nothing."""
    average = (start + end) / 2
    return leavers / average if average else None


def year_before(day: date) -> date:
    """Return the same day a year earlier; of a month's last day that month's last."""
    month = Month.of(day)
    if day == month.last:
        return month.plus(-12).last
    return day.replace(year=day.year - 1)


def is_live(stint: Stint, on: date) -> bool:
    """Return whether an assignment runs on a day; it does on its last."""
    return stint.starts_on <= on and (stint.ends_on is None or stint.ends_on >= on)


def team(stints: Iterable[Stint], on: date) -> Team:
    """Return the people here on a day: each counts once, all they hold is added up."""
    here = [stint for stint in stints if not stint.is_away and is_live(stint, on)]
    return Team(
        len({stint.person_id for stint in here}), sum((stint.wte for stint in here), NOTHING)
    )


def changes(stints: Iterable[Held], since: date, until: date) -> list[Change[Held]]:
    """Return who came, went or changed hours after one day up to another, earliest first.

    The team at ``until`` is the team at ``since`` with all of these added. A
    move to another assignment with no day between and no change of hours is none.
    """
    by_person: dict[int, list[Held]] = defaultdict(list)
    for stint in stints:
        by_person[stint.person_id].append(stint)
    found = [
        change
        for held in by_person.values()
        for day in _days(held, since, until)
        if (change := _change(held, day)) is not None
    ]
    return sorted(found, key=lambda change: (change.on, change.stint.id))


def measured(
    stints: Sequence[Stint], fills: Sequence[int], since: date, until: date
) -> FlowMeasures:
    """Return the measures of coming and going after one day up to another.

    Args:
        stints: the assignments that count, roles in training left out.
        fills: of each post filled in that time, the days from vacant to start.
        since: the day the period is compared with.
        until: its last day.
    """
    found = changes(stints, since, until)
    start, end = team(stints, since), team(stints, until)
    left = [change for change in found if change.flow is Flow.LEFT]
    return FlowMeasures(
        leavers_heads=len(left),
        leavers_wte=-sum((change.wte for change in found if change.flow in LOST), NOTHING),
        start_heads=start.heads,
        end_heads=end.heads,
        start_wte=start.wte,
        end_wte=end.wte,
        stayed_heads=start.heads - len(_lost(stints, found, since, until)),
        fill_days=Decimal(sum(fills)) / len(fills) if fills else None,
        filled=len(fills),
    )


def _lost(
    stints: Sequence[Held], found: Sequence[Change[Held]], since: date, until: date
) -> set[int]:
    """Return who was here at the start, is not at the end, and went as a leaver."""
    here, still = _people(stints, since), _people(stints, until)
    went = {change.stint.person_id: change.flow for change in found if change.heads < 0}
    return {one for one in here - still if went[one] is Flow.LEFT}


def _people(stints: Iterable[Stint], on: date) -> set[int]:
    return {stint.person_id for stint in stints if not stint.is_away and is_live(stint, on)}


def _days(held: Sequence[Stint], since: date, until: date) -> list[date]:
    """Return the days on which something begins, or has ended the day before."""
    begun = {stint.starts_on for stint in held}
    ended = {stint.ends_on + ONE_DAY for stint in held if stint.ends_on is not None}
    return sorted(day for day in begun | ended if since < day <= until)


def _change(held: Sequence[Held], day: date) -> Change[Held] | None:
    counted = [stint for stint in held if not stint.is_away]
    before = [stint for stint in counted if is_live(stint, day - ONE_DAY)]
    now = [stint for stint in counted if is_live(stint, day)]
    heads = bool(now) - bool(before)
    wte = _wte(now) - _wte(before)
    if not heads and not wte:
        return None
    comes = heads > 0 or (not heads and wte > 0)
    flow = _in(held, day, heads) if comes else _out(held, day, heads)
    return Change(day, flow, heads, wte, _largest(counted, day, comes=comes))


def _wte(stints: Sequence[Stint]) -> Decimal:
    return sum((stint.wte for stint in stints), NOTHING)


def _largest(held: Sequence[Held], day: date, *, comes: bool) -> Held:
    """Return the largest assignment that begins on a day, or ended the day before."""
    edge = [
        stint
        for stint in held
        if (stint.starts_on == day if comes else stint.ends_on == day - ONE_DAY)
    ]
    return max(edge, key=lambda stint: (stint.wte, -stint.id))


def _in(held: Sequence[Held], day: date, heads: int) -> Flow:
    if not heads:
        return Flow.MORE
    before = [stint for stint in held if stint.ends_on is not None and stint.ends_on < day]
    last = max(before, key=lambda stint: (stint.ends_on or day, stint.wte), default=None)
    is_transfer = (
        last is not None
        and last.leaving_reason is LeavingReason.TRANSFER_WITHIN
        and day - (last.ends_on or day) <= LONGEST_MOVE
    )
    return Flow.MOVED_IN if is_transfer or _is_away(held, day - ONE_DAY) else Flow.STARTED


def _out(held: Sequence[Held], day: date, heads: int) -> Flow:
    counted = [stint for stint in held if not stint.is_away]
    reason = _largest(counted, day, comes=False).leaving_reason
    if reason in NO_LEAVERS or (heads and _is_away(held, day)):
        return Flow.MOVED_OUT
    return Flow.LEFT if heads else Flow.FEWER


def _is_away(held: Sequence[Stint], day: date) -> bool:
    return any(stint.is_away and is_live(stint, day) for stint in held)
