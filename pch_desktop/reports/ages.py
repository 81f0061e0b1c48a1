"""The people by age and sex."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.population import Sex
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import written
from pch_desktop.store.population import BandRow

OLD, VERY_OLD = 65, 85


@dataclass(frozen=True, slots=True)
class AgeRow:
    """One band of ages."""

    id: int
    words: str
    age_from: int
    men: int
    women: int
    share: Decimal | None
    """Of all the people counted."""

    @property
    def people(self) -> int:
        """Men and women together."""
        return self.men + self.women


AGES: tuple[Column[AgeRow], ...] = (
    Column("words", "Age", lambda row: row.words, width=16),
    Column("men", "Men", lambda row: row.men, Kind.COUNT, Total.SUM),
    Column("women", "Women", lambda row: row.women, Kind.COUNT, Total.SUM),
    Column("people", "All", lambda row: row.people, Kind.COUNT, Total.SUM),
    Column("share", "Share of all", lambda row: row.share, Kind.SHARE, Total.SUM),
)


def age_rows(bands: Sequence[BandRow]) -> list[AgeRow]:
    """Return the bands, the youngest first, men and women side by side."""
    people = sum(band.people for band in bands)
    keys = sorted({(band.age_from, band.age_to, band.words) for band in bands})
    return [
        AgeRow(number, words, first, *_sexes(bands, first, last, people))
        for number, (first, last, words) in enumerate(keys, start=1)
    ]


def _sexes(
    bands: Sequence[BandRow], first: int, last: int, people: int
) -> tuple[int, int, Decimal | None]:
    men, women = (
        sum(band.people for band in bands if (band.sex, band.age_from, band.age_to) == key)
        for key in ((Sex.MALE, first, last), (Sex.FEMALE, first, last))
    )
    return men, women, Decimal(men + women) / people if people else None


def share_from(rows: Sequence[AgeRow], age: int) -> Decimal | None:
    """Return the part of all people who are of an age or over."""
    people = sum(row.people for row in rows)
    older = sum(row.people for row in rows if row.age_from >= age)
    return Decimal(older) / people if people else None


def finding(rows: Sequence[AgeRow]) -> str:
    """Return the sentence on how many are old."""
    old, very_old = share_from(rows, OLD), share_from(rows, VERY_OLD)
    if old is None or very_old is None:
        return "No list by age has been brought in yet."
    people = sum(row.people for row in rows if row.age_from >= OLD)
    return (
        f"{written(old, Kind.SHARE)} of the people are 65 or over ({people:,}); "
        f"{written(very_old, Kind.SHARE)} are 85 or over."
    )
