"""What stands behind practices beside each other: who works where, what is open, how rated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_compared import extended_minutes, open_minutes
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.reports.service_compared import Access, Rated
from pch_desktop.reports.workforce_day import (
    TeamDay,
    heads_by_practice,
    in_post,
    wte_by_practice,
)
from pch_desktop.store import services, workforce
from pch_desktop.store.services import HoursRow, OfferRow
from pch_desktop.store.workforce import WorkRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Staff:
    """Who works where on a day, by the practice's code."""

    gps: Mapping[str | None, Decimal]
    nurses: Mapping[str | None, Decimal]
    heads: Mapping[str | None, int]

    def wte(self, of: Mapping[str | None, Decimal], code: str) -> Decimal | None:
        """Return the WTE at a practice; None where nobody at all is known to work there."""
        return of.get(code, NOTHING) if self.heads.get(code) else None


def staff_of(file: Reads, month: Month) -> Staff:
    """Return who works where at a month's end."""
    day = month.last
    work, rules = file.read(workforce.work_on, day), file.read(workforce.rules)
    team = TeamDay(day, work, (), (), {}, {}, rules)  # Neither posts nor lists are asked for.
    return Staff(
        wte_by_practice(team.work, team.gps),
        wte_by_practice(team.work, _nurses),
        heads_by_practice(team.work),
    )


def _nurses(row: WorkRow) -> bool:
    return row.staff_group is StaffGroup.NURSE and in_post(row)


def access_of(offer: OfferRow | None, hours: HoursRow | None) -> Access:
    """Return what is open at a practice's sites; hours once those of each site are known."""
    if offer is None:
        return Access()
    if hours is None or hours.sites < offer.sites:
        return Access(offer.services, offer.extended)
    spans = hours.spans
    return Access(offer.services, offer.extended, open_minutes(spans), extended_minutes(spans))


def latest_ratings(file: Reads, month: Month) -> dict[int, Rated]:
    """Return the latest rating of each practice up to a month's end."""
    found: dict[int, Rated] = {}
    for row in file.read(services.ratings):
        if row.rated_on <= month.last and row.practice_id not in found:
            found[row.practice_id] = Rated(row.id, row.rating, row.rated_on, row.source)
    return found
