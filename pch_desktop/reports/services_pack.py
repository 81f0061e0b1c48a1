"""What the catalogue and the services moved from hospital give to the pack and the checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_status import oddity
from pch_desktop.reports import (
    services_assets,
    services_catalogue,
    services_freed,
    services_holidays,
    services_moved,
    services_pathways,
    services_readings,
)
from pch_desktop.reports import services_care_homes as homes
from pch_desktop.reports import services_safety as safety
from pch_desktop.reports import services_targets as targets
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind, Table
from pch_desktop.reports.words import plural, uncapped, written
from pch_desktop.store import services

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

SECTION = "services"
SOON_MONTHS = 1


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets of the catalogue, of care homes and of what moved from hospital."""
    return (
        services_catalogue.catalogue(file, month),
        services_pathways.pathways(file, month),
        services_holidays.holidays(file, month),
        targets.targets(file, month),
        services_readings.readings(file, month),
        services_moved.from_hospital(file, month),
        safety.safety(file, month),
        services_freed.gp_freed(file, month),
        homes.care_homes(file, month),
        homes.cover_by_practice(file, month),
        services_assets.assets(file, month),
    )


def findings(file: Reads, month: Month) -> Iterator[Finding]:
    """Yield what is due, what is not safe, what is missed and what does not fit."""
    yield from _unsafe(file, month)
    yield from _reviews(file, month)
    yield from _missed(file, month)
    yield from _uncovered(file)


def _unsafe(file: Reads, month: Month) -> Iterator[Finding]:
    rows, assessed = file.read(services.services, month), file.read(services.safety_assessments)
    for row in safety.unsigned(rows, assessed, month.last):
        # Nothing outweighs that people are treated without anybody answering for their safety.
        yield Finding(SECTION, f"{row.name} runs without a signed safety assessment",
                      "It moved out of hospital", Weight.BLOCKS, "Sign", row.id,
                      "Safety")  # fmt: skip
    for each in safety.reviews_due(assessed, month.last):
        yield Finding(SECTION, f"Safety of {each.name} is due for review",
                      written(each.review_on, Kind.DATE), Weight.LATE, "Review", each.service_id,
                      "Safety")  # fmt: skip


def _reviews(file: Reads, month: Month) -> Iterator[Finding]:
    for row in file.read(services.services, month):
        due = row.review_on
        if row.is_running and due is not None and due <= month.plus(SOON_MONTHS).last:
            said = "was due" if due <= month.last else "is due"
            yield Finding(SECTION, f"Review of {row.name} {said} {written(due, Kind.DATE)}",
                          row.lead or "", Weight.NOTE, "Review", row.id,
                          column="review_on")  # fmt: skip
        if odd := oddity(row.status, row.live_on, month.last):
            yield Finding(SECTION, f"{row.name} {odd}", written(row.live_on, Kind.DATE),
                          Weight.NOTE, "Correct", row.id, column="live_on")  # fmt: skip


def _missed(file: Reads, month: Month) -> Iterator[Finding]:
    for row in targets.missed(file.read(services.targets, month)):
        yield Finding(SECTION, f"{row.service} missed {uncapped(row.measure)}",
                      targets.reading_words(row), Weight.NOTE, "See why", row.id,
                      "Targets", "latest")  # fmt: skip


def _uncovered(file: Reads) -> Iterator[Finding]:
    alone = [row for row in file.read(services.care_homes) if row.practice is None]
    if alone:
        title = f"{plural(len(alone), 'care home')} without a practice"
        yield Finding(SECTION, title, ", ".join(row.name for row in alone[:3]), Weight.NOTE,
                      "Choose", alone[0].id, "Care homes", "practice")  # fmt: skip
