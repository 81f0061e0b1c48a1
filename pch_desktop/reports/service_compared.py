"""Practices beside each other, in a month or since April: sorted by name, the middle beside them.

Nothing is ranked, coloured or called good or bad by its place among the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain.services import Inspection
from pch_desktop.domain.services_compared import median, per_thousand
from pch_desktop.domain.workforce_measures import rate, wte_per_ten_thousand

COUNTS = ("incidents", "complaints", "compliments")


@dataclass(frozen=True, slots=True)
class Told:
    """What a practice told of a month, or of the months since April; None is not known."""

    incidents: int | None = None
    complaints: int | None = None
    compliments: int | None = None
    months: int = 0
    """For how many months it told something."""
    of_months: int = 1
    whole: frozenset[str] = frozenset()
    """The counts it told of every month, so that they may stand beside those of others."""

    def per_thousand(self, people: Decimal | None) -> dict[str, Decimal | None]:
        """Return each count to a thousand people; None where a month of it is not known."""
        return {
            key: per_thousand(getattr(self, key), people) if key in self.whole else None
            for key in COUNTS
        }


@dataclass(frozen=True, slots=True)
class Access:
    """What is open to a practice's people at its sites in a week; None is not known."""

    services: int | None = None
    extended_services: int | None = None
    open_minutes: int | None = None
    extended_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """The latest inspection rating up to a day."""

    id: int
    rating: Inspection
    on: date
    source: str | None


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A practice in a month, or since April."""

    id: int
    name: str
    registered: Decimal | None
    gp_wte: Decimal | None
    nurse_wte: Decimal | None
    attended: int | None
    not_attended: int | None
    told: Told
    access: Access
    rated: Rated | None

    @property
    def values(self) -> dict[str, Decimal | None]:
        """Its measures by key, to stand beside those of other practices."""
        missed, access, people = self.not_attended, self.access, self.registered
        due = None if self.attended is None or missed is None else self.attended + missed
        return {
            "registered": people,
            "gps": _to_people(self.gp_wte, people),
            "nurses": _to_people(self.nurse_wte, people),
            "seen": per_thousand(self.attended, people),
            "missed": rate(missed, due),
            "services": _number(access.services),
            "extended_services": _number(access.extended_services),
            "hours": _hours(access.open_minutes),
            "extended_hours": _hours(access.extended_minutes),
            **self.told.per_thousand(people),
        }


def medians(rows: Sequence[PracticeRow]) -> dict[str, Decimal | None]:
    """Return the middle of each measure, of the practices for which it is known."""
    values = [row.values for row in rows]
    return {key: median(each[key] for each in values) for key in (values[0] if values else ())}


def _to_people(wte: Decimal | None, people: Decimal | None) -> Decimal | None:
    return None if wte is None else wte_per_ten_thousand(wte, people)


def _number(count: int | None) -> Decimal | None:
    return None if count is None else Decimal(count)


def _hours(minutes: int | None) -> Decimal | None:
    return None if minutes is None else Decimal(minutes) / 60
