"""What does not add up in a service's month: a sentence, the cell, and the way to put it right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pch_desktop.reports.words import plural
from pch_desktop.store.services import MonthRow, ServiceRow


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that does not add up, or that should be known."""

    key: str
    """The count it is told at."""
    sentence: str
    field: str = ""
    """The count that could be put right, where one could."""
    value: int = 0
    """What it would have to be."""
    verb: str = ""
    is_allowed: bool = False
    """Whether it may stand: overbooking is told, and is nobody's mistake."""


def checks(row: ServiceRow, undecided: int = 0) -> list[Check]:
    """Return what does not add up in a service's month at hand.

    Args:
        row: the service with its month.
        undecided: referrals of earlier months not decided on before this one.
    """
    if row.month is None:
        return []
    return [*_appointments(row.month), *_referrals(row.month, undecided), *_firsts(row.month)]


def _appointments(month: MonthRow) -> Iterator[Check]:
    slots, booked, attended = month.slots, month.booked, month.attended
    due = (attended or 0) + (month.not_attended or 0)
    if booked is not None and due > booked:
        said = f"{due:,} attended or not attended are more than the {booked:,} booked."
        yield Check("booked", said, "booked", due, f"Make booked {due:,}")
    elif slots is not None and booked is not None and booked > slots:
        over = plural(booked - slots, "person", "people")
        said = (
            f"{over} overbooked: {booked:,} booked for {slots:,} appointments; none count as lost."
        )
        yield Check("booked", said, is_allowed=True)
    if slots is not None and attended is not None and attended > slots:
        said = f"{attended:,} attended are more than the {slots:,} appointments."
        yield Check("slots", said, "slots", attended, f"Make appointments {attended:,}")


def _referrals(month: MonthRow, undecided: int) -> Iterator[Check]:
    decided = (month.accepted or 0) + (month.rejected or 0)
    if month.referrals is None or decided <= month.referrals + undecided:
        return
    and_before = f" and the {undecided:,} left from before" if undecided else ""
    said = (
        f"{decided:,} accepted or rejected are more than the {month.referrals:,} "
        f"received{and_before}."
    )
    needed = decided - undecided
    yield Check("accepted", said, "referrals", needed, f"Make referrals {needed:,}")


def _firsts(month: MonthRow) -> Iterator[Check]:
    first, attended = month.first_contacts, month.attended
    if first is not None and attended is not None and first > attended:
        said = f"{first:,} seen for the first time are more than the {attended:,} attended."
        yield Check("first_contacts", said)
