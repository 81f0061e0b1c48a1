"""Social prescribing set out for reading: the months of a year of one service, or of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.services import CountKind
from pch_desktop.domain.services_social import Social, added, troubles
from pch_desktop.store import services
from pch_desktop.store.services import ServiceName, SocialCountRow, SocialRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class SocialYear:
    """A financial year of social prescribing, and the month at hand in it."""

    month: Month
    services: Sequence[ServiceName]
    months: Sequence[SocialRow]
    counts: Sequence[SocialCountRow]

    @property
    def year(self) -> FinancialYear:
        """The financial year."""
        return self.month.financial_year


@dataclass(frozen=True, slots=True)
class SocialMonthRow:
    """A month of social prescribing, told or not."""

    id: int
    """Its place in the year, April being 1."""
    service_id: int | None
    month: Month
    told: Social
    by_source: int | None
    """How many people its sources add up to."""
    is_ahead: bool
    """Whether it comes after the month at hand."""

    @property
    def name(self) -> str:
        """The month, in words."""
        return self.month.words

    @property
    def troubles(self) -> Mapping[str, str]:
        """What does not add up, by column."""
        return dict(troubles(self.told, self.by_source))


def social_year(file: Reads, month: Month) -> SocialYear:
    """Return the financial year of a month, of every service that prescribes socially."""
    year = month.financial_year
    first, last = year.months[0], year.months[-1]
    return SocialYear(
        month,
        file.read(services.social_services),
        file.read(services.social_months, first, last),
        file.read(services.social_counts, first, last),
    )


def social_rows(told: SocialYear, service_id: int | None = None) -> list[SocialMonthRow]:
    """Return the twelve months of one service, or of all of them added up."""
    chosen = [row for row in told.months if service_id in (None, row.service_id)]
    sources = people_by_month(told, CountKind.SOURCE, service_id)
    return [
        SocialMonthRow(
            number,
            service_id,
            month,
            added([row.told for row in chosen if row.month == month]),
            sum(sources[month].values()) if month in sources else None,
            month > told.month,
        )
        for number, month in enumerate(told.year.months, start=1)
    ]


def people_by_month(
    told: SocialYear, kind: CountKind, service_id: int | None = None
) -> dict[Month, dict[str, int]]:
    """Return the people of a kind by name, for each month in which any were told."""
    found: dict[Month, dict[str, int]] = {}
    for row in told.counts:
        if row.kind is kind and service_id in (None, row.service_id):
            people = found.setdefault(row.month, {})
            people[row.name] = people.get(row.name, 0) + row.people
    return found
