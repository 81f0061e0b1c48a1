"""What an agreement's own terms make of it on a day: who has signed, whether it binds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pch_desktop.domain.partners import AgreementStatus, standing

PART_SIGNED, SIGNED = "part-signed", "signed by all"
NOT_BEGUN, RENEWING, RENEWED = "not begun", "renewing", "renewed"
RENEWALS = {"expiring": RENEWING, "expired": RENEWED}
IN_FORCE = frozenset({"in force", "expiring", RENEWING, RENEWED})
"""The standings of an agreement that binds its parties."""
WITHIN = (30, 60, 90)
"""So many days ahead what ends is told apart."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What decides how an agreement stands."""

    status: AgreementStatus
    effective_on: date | None
    expires_on: date | None
    notice_days: int | None
    renews_itself: bool
    signed: int
    """How many parties have signed by the day asked about."""
    needed: int
    """How many must."""

    @property
    def last_notice_on(self) -> date | None:
        """The last day on which notice can be given so that it ends with its term.

        Its last day less the days of notice; not known where either is not.
        """
        return last_notice_on(self.expires_on, self.notice_days)

    def standing(self, on: date) -> str:
        """Return how it stands on a day, in a word or two.

        An agreement that renews itself does not expire: it is renewing within the
        days in which another would be expiring, and renewed after its last day.
        """
        if self.status is AgreementStatus.OUT and self.needed and self.signed:
            return SIGNED if self.signed >= self.needed else PART_SIGNED
        if self.status is not AgreementStatus.IN_FORCE:
            return self.status.value
        if self.effective_on is not None and on < self.effective_on:
            return NOT_BEGUN
        found = standing(self.status, self.expires_on, on)
        return RENEWALS.get(found, found) if self.renews_itself else found

    def is_in_force(self, on: date) -> bool:
        """Return whether it binds its parties on a day."""
        return self.standing(on) in IN_FORCE


def last_notice_on(expires_on: date | None, notice_days: int | None) -> date | None:
    """Return the last day to give notice: the last day less the days of notice."""
    if expires_on is None or notice_days is None:
        return None
    try:
        return expires_on - timedelta(days=notice_days)
    except OverflowError:  # more days of notice than there are days before it
        return date.min


def band(day: date | None, on: date) -> int | None:
    """Return the least of ``WITHIN`` days ahead a day lies in; None where it lies in none."""
    if day is None or day < on:
        return None
    ahead = (day - on).days
    return next((days for days in WITHIN if ahead <= days), None)
