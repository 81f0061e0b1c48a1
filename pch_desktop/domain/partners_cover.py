"""Whether what partners do together is agreed: services, and records that pass between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Binding:
    """An agreement that is in force, and whom it binds."""

    agreement_id: int
    parties: frozenset[int]


@dataclass(frozen=True, slots=True)
class Cover:
    """The agreement that covers a service best, and who of its partners is not bound by it."""

    agreement_id: int | None
    missing: frozenset[int]

    @property
    def is_whole(self) -> bool:
        """Whether one agreement in force binds everybody."""
        return self.agreement_id is not None and not self.missing


def cover(partners: frozenset[int], bindings: Iterable[Binding]) -> Cover:
    """Return the agreement that leaves the fewest of a service's partners out.

    Args:
        partners: its lead and those who deliver it.
        bindings: the agreements in force that name the service; of two alike the one
            with the lower number.
    """
    ranked = sorted(bindings, key=lambda one: (len(partners - one.parties), one.agreement_id))
    if not ranked:
        return Cover(None, partners)
    return Cover(ranked[0].agreement_id, partners - ranked[0].parties)


@dataclass(frozen=True, slots=True)
class Passing:
    """Records that pass from one partner to another, and what they pass under."""

    is_personal: bool
    from_id: int | None
    to_id: int | None
    is_agreed: bool
    """Whether an agreement is named at all."""
    binding: Binding | None
    """The agreement named, where it is in force."""


def passing_gap(passing: Passing) -> str:
    """Return what is missing for personal records to pass; nothing where all is well.

    Records that are about nobody need no agreement.
    """
    if not passing.is_personal:
        return ""
    if not passing.is_agreed:
        return "No agreement"
    if passing.binding is None:
        return "Agreement not in force"
    if passing.from_id is None or passing.to_id is None:
        return "From or to whom is not known"
    outside = {passing.from_id, passing.to_id} - passing.binding.parties
    return "A side is not party to it" if outside else ""
