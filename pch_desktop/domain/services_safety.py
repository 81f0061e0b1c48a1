"""What must be known to be safe before a service moves out of hospital, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SafetyStanding(StrEnum):
    """How a safety assessment stands on a day."""

    SIGNED = "signed"
    REVIEW = "review due"
    READY = "to be signed"
    OPEN = "not complete"


@dataclass(frozen=True, slots=True)
class Safety:
    """A safety assessment: which patients, who is capable, where, and the signature."""

    patients: str | None
    capable: str | None
    place: str | None
    signed_by: str | None = None
    signed_on: date | None = None
    review_on: date | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """What it does not say yet, without the signature."""
        told = (
            (self.patients, "which patients it is safe for"),
            (self.capable, "who is capable of it"),
            (self.place, "where it can be given"),
        )
        return tuple(words for value, words in told if not value)

    @property
    def is_signed(self) -> bool:
        """Whether it says all it must, and somebody answers for it."""
        return not self.missing and self.signed_on is not None and bool(self.signed_by)

    def standing(self, on: date) -> SafetyStanding:
        """Return how it stands on a day; a signature to come does not count yet."""
        if self.missing:
            return SafetyStanding.OPEN
        if not self.is_signed or (self.signed_on or on) > on:
            return SafetyStanding.READY
        is_due = self.review_on is not None and self.review_on <= on
        return SafetyStanding.REVIEW if is_due else SafetyStanding.SIGNED


def needed(assessments: tuple[Safety, ...]) -> str:
    """Return what is needed before a service may leave hospital; nothing where one is signed."""
    if any(each.is_signed for each in assessments):
        return ""
    if not assessments:
        return "a safety assessment that says which patients, who is capable and where, signed"
    nearest = min(assessments, key=lambda each: len(each.missing))
    parts = (*nearest.missing, "who signed it and on which day")
    return f"in its safety assessment: {'; '.join(parts)}"
