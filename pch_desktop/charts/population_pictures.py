"""The full chart of people by age and sex, as it stands in the board pack, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.charts.full_chart import FullChart, PackPicture, fitting
from pch_desktop.charts.population import ages_in_words, pyramid
from pch_desktop.domain.period import Month
from pch_desktop.reports import ages
from pch_desktop.reports.ages import AgeRow
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import locality, population

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

SOURCE = "Source: practices' lists by age and sex."


def ages_chart(rows: Sequence[AgeRow], where: str) -> FullChart:
    """Return the pyramid of people by age and sex."""
    finding = ages.finding(rows)
    return FullChart(
        finding,
        f"People by age and sex. {where}.",
        fitting(ages_in_words(finding, rows)),
        ages.AGES,
        rows,
        lambda is_dark: pyramid(rows, is_dark=is_dark),
        SOURCE,
    )


def _ages(file: Reads, month: Month) -> FullChart | None:
    day, bands = file.read(population.bands, month, None)
    rows = ages.age_rows(bands)
    if not rows:
        return None
    when = f", lists of {written(day, Kind.DATE)}" if day else ""
    return ages_chart(rows, f"{file.read(locality.locality).name}{when}")


AGES_PICTURE = PackPicture(30, "Population", _ages)
