"""What social prescribing gives to the board pack and to the list of what needs attention."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.service_social import SocialYear, social_rows, social_year
from pch_desktop.reports.service_social_names_pack import names_table
from pch_desktop.reports.service_social_pack import months_table
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Table

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Social prescribing/Months"


def social_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets on social prescribing: the year's months, and the counts by name."""
    told = social_year(file, month)
    return (months_table(told), names_table(told))


def social_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what is late of social prescribing, and what does not add up."""
    told = social_year(file, month)
    return [*_late(told), *_troubles(told)]


def _late(told: SocialYear) -> list[Finding]:
    """Return the services that told of a month of the year before, and not of the one at hand."""
    known = {(row.service_id, row.month) for row in told.months}
    began = {service_id for service_id, month in known if month < told.month}
    return [
        Finding("services", f"{row.name} has no counts for {told.month.words}",
                "Referred, accepted, contacted in ten days", Weight.LATE, "Enter", row.id, VIEW)
        for row in told.services
        if row.is_running and row.id in began and (row.id, told.month) not in known
    ]  # fmt: skip


def _troubles(told: SocialYear) -> list[Finding]:
    return [
        Finding("services", f"{service.name}: {sentence}", row.month.words, Weight.NOTE,
                "Correct", service.id, VIEW)
        for service in told.services
        for row in social_rows(told, service.id)
        if row.month == told.month
        for sentence in row.troubles.values()
    ]  # fmt: skip
