"""The ratings of inspections set out for reading."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Inspection
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store.services import RatingRow

RATINGS: tuple[Column[RatingRow], ...] = (
    Column("practice", "Practice", lambda row: row.practice, Kind.WORD, width=30),
    Column("rating", "Rating", lambda row: shown(row.rating.value), Kind.WORD,
           words=listed(Inspection), width=22),
    Column("rated_on", "Published", lambda row: row.rated_on, Kind.DATE, width=13),
    Column("source", "Source", lambda row: row.source, width=40),
)  # fmt: skip


def ratings_finding(rows: Sequence[RatingRow], month: Month) -> str:
    """Return the sentence on how many practices were last rated how, up to a month's end."""
    latest: dict[int, RatingRow] = {}
    for row in rows:
        if row.rated_on <= month.last and row.practice_id not in latest:
            latest[row.practice_id] = row
    counts = [(each, sum(row.rating is each for row in latest.values())) for each in Inspection]
    said = ", ".join(f"{count} {each.value}" for each, count in counts if count)
    if not latest:
        return "No practice has been rated yet."
    return f"Latest ratings of {plural(len(latest), 'practice')}: {said}."
