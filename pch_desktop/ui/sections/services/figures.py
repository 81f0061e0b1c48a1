"""What the views of the services show: read once for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_months import TWO_YEARS, SumRow, months_of
from pch_desktop.reports.words import plural
from pch_desktop.store import locality, partners, services
from pch_desktop.store.services import MonthRow, OpeningRow, ServiceRow
from pch_desktop.ui.desk import Desk

READS = frozenset(
    {
        "agreement",
        "agreement_service",
        "budget_line",
        "opening",
        "partner",
        "service",
        "service_month",
        "service_partner",
        "service_setting",
        "service_site",
        "site",
        "locality",
    }
)


@dataclass(frozen=True, slots=True)
class Figures:
    """The services, their hours, and the months of two years and of the year at hand."""

    month: Month
    place: str
    rows: Sequence[ServiceRow]
    hours: Sequence[OpeningRow]
    months: Sequence[MonthRow]
    spans: Mapping[int, tuple[Month, Month]]
    """The first and the last month each service has told of."""
    undecided: Mapping[int, int]
    """Referrals of earlier months that each service has not decided on."""
    partners: tuple[str, ...]
    """The names a lead may have."""

    @property
    def names(self) -> Mapping[int, str]:
        """What the services are called, by id."""
        return {row.id: row.name for row in self.rows}

    @property
    def context(self) -> str:
        """How many services there are, and in which month their counts are."""
        running = sum(row.is_running for row in self.rows)
        if not self.rows:
            return "None added yet"
        said = f"{plural(len(self.rows), 'service')}, {running} running"
        seven = sum(row.is_seven_day and row.is_running for row in self.rows)
        return f"{said}, {seven} open seven days. Counts for {self.month.words}"

    def sums(self, service_id: int | None = None) -> list[SumRow]:
        """Return the two years up to the month at hand, of one service or of all."""
        rows = [row for row in self.months if service_id in (None, row.service_id)]
        running = {row.id for row in self.rows if row.is_running}
        told = {key: span for key, span in self.spans.items() if service_id in (None, key)}
        return months_of(rows, self.names, running, self.month, told)

    def service(self, service_id: int | None) -> ServiceRow | None:
        """Return a service by its id."""
        return next((row for row in self.rows if row.id == service_id), None)


class View(Protocol):
    """A tab that shows the figures."""

    def show_figures(self, figures: Figures) -> None:
        """Show these figures."""
        ...


def read(desk: Desk) -> Figures:
    """Return the figures of the desk's month."""
    file, month = desk.file, desk.month
    of_years = (month.plus(1 - TWO_YEARS), month.financial_year.months[-1])
    return Figures(
        month,
        file.read(locality.locality).name,
        file.read(services.services, month),
        file.read(services.openings),
        file.read(services.activity, *of_years),
        file.read(services.spans),
        file.read(services.undecided, month),
        tuple(file.read(partners.names)),
    )
