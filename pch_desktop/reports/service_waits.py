"""The waits of a service's month, worked out once for screen, chart and workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pch_desktop.domain.services_waits import (
    FOUR_WEEKS,
    MEDIAN,
    NATIONAL,
    NINETY_SECOND,
    TWO_WEEKS,
    Percentile,
    Spell,
    Within,
    banded,
    linear,
    nearest_rank,
    people,
    within,
)
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.store.services import WaitRow

CLOCK = (
    "From referral received to first contact; it is not the 18-week clock, which stops at first "
    "treatment."
)
OF_DAYS = "Each person's days, at (n - 1) × share"
OF_BANDS = "Bands, within the band"
METHOD = (
    "Median and 92nd percentile: of each person's days by linear interpolation at (n - 1) × share, "
    "as Excel's PERCENTILE.INC, with the nearest rank beside them; of bands by linear "
    "interpolation within the band. In the band over 28 days a percentile is no number."
)
BAND_WORDS = ("Same day", "1 day", "2–7", "8–14", "15–21", "22–28", "Over 28")
BAND_KEYS = tuple(f"from_{first}" for first, _ in NATIONAL)


@dataclass(frozen=True, slots=True)
class Waited:
    """What the waits of a month come to; None is not known."""

    seen: int | None
    median: Percentile
    ninety_second: Percentile
    median_rank: int | None
    """By nearest rank; of each person's days only."""
    ninety_second_rank: int | None
    longest: int | None
    """The most days anybody waited; of each person's days only."""
    two_weeks: Within | None
    four_weeks: Within | None
    bands: tuple[int | None, ...]
    """People in the national bands, the same day first; None is not told."""
    method: str


@lru_cache(maxsize=4096)
def waited(row: WaitRow) -> Waited:
    """Return what the waits of a month come to.

    A band that is not told makes all that depends on it not known.
    """
    bands, spells = in_bands(row), row.spells
    blank = sum(count is None for count in bands)
    if row.kind is None or (blank and _is_national(row)):
        short = f"Incomplete: {plural(blank, 'band')} not told" if row.kind else ""
        nothing = Percentile()
        return Waited(None, nothing, nothing, None, None, None, None, None, bands, short)
    percentile = linear if row.is_days else banded
    return Waited(
        people(spells),
        percentile(spells, MEDIAN),
        percentile(spells, NINETY_SECOND),
        nearest_rank(spells, MEDIAN) if row.is_days else None,
        nearest_rank(spells, NINETY_SECOND) if row.is_days else None,
        max((each.from_days for each in spells), default=None) if row.is_days else None,
        within(spells, TWO_WEEKS),
        within(spells, FOUR_WEEKS),
        bands,
        OF_DAYS if row.is_days else OF_BANDS,
    )


def in_bands(row: WaitRow) -> tuple[int | None, ...]:
    """Return a month's people in the national bands; None where a band is not told."""
    if row.is_days:
        return tuple(
            sum(each.people for each in row.spells if first <= each.from_days < (until or 10**9))
            for first, until in NATIONAL
        )
    told = {(each.from_days, each.until_days): each.people for each in row.spells}
    return tuple(told.get(edges) for edges in NATIONAL)


def national(row: WaitRow) -> tuple[Spell, ...]:
    """Return a month's people as national bands, those told."""
    counts = zip(NATIONAL, in_bands(row), strict=True)
    return tuple(Spell(*edges, count) for edges, count in counts if count is not None)


def percentile_value(found: Percentile) -> Value:
    """Return a percentile for a cell: its days, or that it lies beyond some."""
    return found.days if found.beyond is None else found.words


def within_value(found: Within | None) -> Value:
    """Return a share for a cell; one that may be more says so."""
    if found is None or not found.is_least:
        return None if found is None else found.share
    return f"at least {written(found.share, Kind.SHARE)}"


def percentile_words(found: Percentile) -> str:
    """Return a percentile in a sentence: 15.5 days, over 28 days; nothing where not known."""
    return found.words or (f"{written(found.days, Kind.NUMBER)} days" if found.days is not None
                           else "")  # fmt: skip


def length(row: WaitRow) -> float:
    """Return a month's median to sort by, in days; nought where it is not known."""
    median = waited(row).median
    return float("inf") if median.beyond is not None else float(median.days or 0)


def worded(value: Callable[[Any], Value], kind: Kind) -> Callable[[Any], Kind]:
    """Return how a cell is written that may hold words in the place of its number."""
    return lambda row: Kind.TEXT if isinstance(value(row), str) else kind


def nothing_live(_row: object) -> str:
    """Return no formula: the figure is worked out from more than its row."""
    return ""


def up_to(found: Percentile) -> str:
    """Return a percentile as it goes on after “waited”: up to 15.5 days, over 28 days."""
    words = percentile_words(found)
    return words if found.beyond is not None else f"up to {words}"


def _is_national(row: WaitRow) -> bool:
    return all((each.from_days, each.until_days) in NATIONAL for each in row.spells)
