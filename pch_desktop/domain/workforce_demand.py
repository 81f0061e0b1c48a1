"""Demand for staff: who comes, how often, who sees them and for how long, and how many that takes.

The model of the specification's section 1.4. Contacts and minutes are those of a year. A blank is
not known: whatever rests on it is None. Shares that do not add up to one leave it open who sees
the rest, so that nobody's figure is known until they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.money import rounded
from pch_desktop.domain.workforce import FULL_TIME_MINUTES

WHOLE = Decimal(1)
NONE = Decimal(0)
THOUSAND = 1_000
HOUR = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of staff's part of some contacts."""

    share: Decimal
    minutes: Decimal | None = None
    """Its own minutes for a contact; None where they are the segment's, or its usual ones."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the population: how many, how often each comes, for how long, and who sees them."""

    people: int | None
    contacts_per_thousand: Decimal | None
    minutes: Decimal | None
    mix: Mapping[int, Part]
    """By kind of staff."""

    @property
    def contacts(self) -> Decimal | None:
        """Its contacts in a year."""
        if self.people is None or self.contacts_per_thousand is None:
            return None
        return self.people * self.contacts_per_thousand / THOUSAND

    @property
    def mix_share(self) -> Decimal:
        """What its mix adds up to; one where it is whole."""
        return added(self.mix)

    @property
    def is_whole(self) -> bool:
        """Whether the mix says who sees every contact."""
        return self.mix_share == WHOLE

    def contacts_of(self, kind: int) -> Decimal | None:
        """Return how many of its contacts a kind of staff sees."""
        if not self.is_whole:
            return None
        share = self.mix[kind].share if kind in self.mix else NONE
        return NONE if not share else _times(self.contacts, share)

    def minutes_of(self, kind: int) -> Decimal | None:
        """Return how many minutes a kind of staff spends on its contacts."""
        contacts = self.contacts_of(kind)
        if not contacts:
            return contacts
        own = self.mix[kind].minutes
        return _times(contacts, self.minutes if own is None else own)


@dataclass(frozen=True, slots=True)
class Shift:
    """Contacts of one kind of staff that others could meet."""

    kind: int
    divertible_share: Decimal
    achieved_share: Decimal
    minutes: Decimal | None
    """Minutes a contact takes now; None for the kind's mean in the scenario."""
    to: Mapping[int, Part]

    @property
    def to_share(self) -> Decimal:
        """What the shares of those who take the contacts on add up to."""
        return added(self.to)

    @property
    def is_whole(self) -> bool:
        """Whether it says who meets every contact that is freed."""
        return self.to_share == WHOLE


@dataclass(frozen=True, slots=True)
class Load:
    """Contacts and minutes of one kind of staff in a year."""

    contacts: Decimal | None
    minutes: Decimal | None

    @property
    def mean_minutes(self) -> Decimal | None:
        """How long one of its contacts takes; None without any."""
        if self.minutes is None or not self.contacts:
            return None
        return self.minutes / self.contacts


@dataclass(frozen=True, slots=True)
class Moved:
    """Contacts that leave one kind of staff or come to another, and the time they take there."""

    kind: int
    contacts: Decimal | None
    minutes_each: Decimal | None
    capacity_minutes: Decimal | None

    @property
    def minutes(self) -> Decimal | None:
        """The minutes of all of them together."""
        return _times(self.contacts, self.minutes_each)

    @property
    def hours(self) -> Decimal | None:
        """The same in hours."""
        return None if self.minutes is None else self.minutes / HOUR

    @property
    def wte(self) -> Decimal | None:
        """The whole-time equivalents that time comes to."""
        return required_wte(self.minutes, self.capacity_minutes)

    def a_day(self, working_days: int) -> Decimal | None:
        """Return how many contacts that is on a working day."""
        return None if self.contacts is None else self.contacts / working_days


@dataclass(frozen=True, slots=True)
class Shifted:
    """A shift worked out, both of its sides."""

    divertible: Decimal | None
    """Contacts that could be met by others."""
    freed: Moved
    taken: tuple[Moved, ...]
    """Those who take them on; of contacts not known, where it is not whole."""

    @property
    def taken_wte(self) -> Decimal | None:
        """What the contacts take where they go, in WTE."""
        return whole_sum(each.wte for each in self.taken)

    @property
    def net_wte(self) -> Decimal | None:
        """What is taken on less what is freed: above nothing, more staff in all."""
        taken, freed = self.taken_wte, self.freed.wte
        return None if taken is None or freed is None else taken - freed


@dataclass(frozen=True, slots=True)
class Required:
    """What one kind of staff has to do in a year, and how many that takes."""

    mix: Load
    """As the mix of the segments has it."""
    load: Load
    """With what shifts take away and bring."""
    capacity_minutes: Decimal | None
    """Minutes with patients that a whole time has in a year."""

    @property
    def wte(self) -> Decimal | None:
        """The whole-time equivalents it takes."""
        return required_wte(self.load.minutes, self.capacity_minutes)


@dataclass(frozen=True, slots=True)
class Demand:
    """A scenario worked out."""

    kinds: Mapping[int, Required]
    shifts: tuple[Shifted, ...]
    """In the order of the scenario's shifts."""


def worked_out(
    segments: Sequence[Segment],
    capacities: Mapping[int, Decimal | None],
    shifts: Sequence[Shift] = (),
) -> Demand:
    """Return what each kind of staff has to do, and both sides of each shift.

    Args:
        segments: the population.
        capacities: minutes a year with patients of a whole time, by kind of staff.
        shifts: contacts that others could meet, at most one for each kind.
    """
    mix = {kind: load(segments, kind) for kind in capacities}
    made = tuple(shifted(shift, mix, capacities) for shift in shifts)
    is_open = not all(shift.is_whole for shift in shifts)
    after = {
        kind: Load(None, None) if is_open else _after(kind, before, made)
        for kind, before in mix.items()
    }
    kinds = {kind: Required(mix[kind], after[kind], capacities[kind]) for kind in mix}
    return Demand(kinds, made)


def load(segments: Iterable[Segment], kind: int) -> Load:
    """Return what the segments bring to a kind of staff."""
    told = tuple(segments)
    return Load(
        whole_sum(segment.contacts_of(kind) for segment in told),
        whole_sum(segment.minutes_of(kind) for segment in told),
    )


def shifted(
    shift: Shift, mix: Mapping[int, Load], capacities: Mapping[int, Decimal | None]
) -> Shifted:
    """Return both sides of a shift (D29).

    ``divertible`` is the share of the kind's contacts that others could meet; ``freed`` the part
    of those for which it is achieved. Where no minutes are told, a contact takes the mean of
    whoever meets it.
    """
    divertible = _times(mix[shift.kind].contacts, shift.divertible_share)
    contacts = _times(divertible, shift.achieved_share)
    freed = _moved(shift.kind, contacts, shift.minutes, mix, capacities)
    taken = tuple(
        _moved(kind, _times(contacts, part.share) if shift.is_whole else None, part.minutes,
               mix, capacities)
        for kind, part in shift.to.items()
    )  # fmt: skip
    return Shifted(divertible, freed, taken)


def capacity_minutes(weeks: Decimal | None, patient_facing_share: Decimal | None) -> Decimal | None:
    """Return the minutes with patients a whole time has in a year: 37.5 hours a week.

    Args:
        weeks: worked in a year: 52 less leave, bank holidays, study and sickness.
        patient_facing_share: of the time at work, what is spent with patients.
    """
    if weeks is None or patient_facing_share is None:
        return None
    return FULL_TIME_MINUTES * weeks * patient_facing_share


def required_wte(minutes: Decimal | None, capacity: Decimal | None) -> Decimal | None:
    """Return the whole-time equivalents so many minutes take; nothing takes none."""
    if minutes is None or (minutes and not capacity):
        return None
    return minutes / capacity if minutes and capacity else NONE


def gap_wte(required: Decimal | None, held: Decimal | None) -> Decimal | None:
    """Return what is missing: required less held; below nothing, more are held than required."""
    return None if required is None or held is None else required - held


def gap_cost_pence(gap: Decimal | None, pence_per_wte: int | None) -> int | None:
    """Return what filling a gap costs in a full year; where nothing is missing, nothing.

    Args:
        gap: in WTE; more held than required is no saving.
        pence_per_wte: what one whole time costs, on-costs and all (W11).
    """
    if gap is None or (gap > 0 and pence_per_wte is None):
        return None
    return rounded(gap * pence_per_wte) if gap > 0 and pence_per_wte is not None else 0


def segment_wte(segment: Segment, capacities: Mapping[int, Decimal | None]) -> Decimal | None:
    """Return the whole-time equivalents of all kinds that a segment takes, by its mix."""
    return whole_sum(
        required_wte(segment.minutes_of(kind), capacity) for kind, capacity in capacities.items()
    )


def whole_sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Return a sum, or None where something in it is not known."""
    total = NONE
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total


def added(parts: Mapping[int, Part]) -> Decimal:
    """Return what shares add up to."""
    return sum((part.share for part in parts.values()), NONE)


def _moved(
    kind: int,
    contacts: Decimal | None,
    minutes: Decimal | None,
    mix: Mapping[int, Load],
    capacities: Mapping[int, Decimal | None],
) -> Moved:
    each = mix[kind].mean_minutes if minutes is None else minutes
    return Moved(kind, contacts, each, capacities[kind])


def _after(kind: int, before: Load, shifts: Iterable[Shifted]) -> Load:
    """Return a kind's load once contacts have left it and others come to it."""
    gone = [each.freed for each in shifts if each.freed.kind == kind]
    come = [one for each in shifts for one in each.taken if one.kind == kind]
    contacts = [before.contacts, *(one.contacts for one in come)]
    minutes = [before.minutes, *(one.minutes for one in come)]
    contacts += [_times(one.contacts, -WHOLE) for one in gone]
    minutes += [_times(one.minutes, -WHOLE) for one in gone]
    left = whole_sum(minutes)
    # More minutes than the kind has cannot be freed: the minutes told cannot be right.
    return Load(whole_sum(contacts), None if left is not None and left < 0 else left)


def _times(amount: Decimal | None, by: Decimal | None) -> Decimal | None:
    return None if amount is None or by is None else amount * by
