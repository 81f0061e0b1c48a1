"""The measures practices are set beside each other in, and the table of all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.reports.service_compared import PracticeRow, medians
from pch_desktop.reports.table import Column, Holds, Kind, Value
from pch_desktop.reports.words import shown, written

MEDIAN = "Median"


@dataclass(frozen=True, slots=True)
class Measure:
    """What practices may be set beside each other in."""

    key: str
    title: str
    kind: Kind
    help: str
    unit: str = ""
    """What is said after its figure in words."""

    def kind_of(self, value: Decimal | None) -> Kind:
        """Return how a value is written: a median of counts may lie half way between two."""
        is_whole = value is None or value == value.to_integral_value()
        return self.kind if is_whole or self.kind is not Kind.COUNT else Kind.NUMBER

    def words(self, value: Decimal | None) -> str:
        """Return a value as people read it."""
        return written(value, self.kind_of(value))


MEASURES: Mapping[str, Measure] = {
    each.key: each
    for each in (
        Measure("registered", "Registered", Kind.COUNT, "People on the list at the month's end.",
                "people"),
        Measure("gps", "GP WTE per 10,000", Kind.WTE,
                "GPs where their time goes, as the locality counts them, to 10,000 registered.",
                "WTE to 10,000 people"),
        Measure("nurses", "Nurse WTE per 10,000", Kind.WTE,
                "Nurses in post where their time goes, to 10,000 registered.",
                "WTE to 10,000 people"),
        Measure("seen", "Seen per 1,000", Kind.NUMBER,
                "Appointments its patients attended, wherever, to 1,000 registered.",
                "to 1,000 people"),
        Measure("missed", "Not attended", Kind.SHARE,
                "Of its patients' appointments due: attended and not attended."),
        Measure("services", "Services", Kind.COUNT, "Services that run at its sites.", "services"),
        Measure("extended_services", "Extended access", Kind.COUNT,
                "Of them, services of the category extended access.", "services"),
        Measure("hours", "Hours open", Kind.NUMBER,
                "Hours a week in which one of its sites is open.", "hours a week"),
        Measure("extended_hours", "Outside core hours", Kind.NUMBER,
                "Of them, outside 08:00 to 18:30 on Monday to Friday.", "hours a week"),
        Measure("incidents", "Incidents per 1,000", Kind.WTE,
                "Incidents reported, to 1,000 registered; once every month of it is known.",
                "to 1,000 people"),
        Measure("complaints", "Complaints per 1,000", Kind.WTE,
                "Complaints received, to 1,000 registered; once every month of it is known.",
                "to 1,000 people"),
        Measure("compliments", "Compliments per 1,000", Kind.WTE,
                "Compliments received, to 1,000 registered; once every month of it is known.",
                "to 1,000 people"),
    )
}  # fmt: skip

OF_PEOPLE = frozenset({"seen", "missed", "incidents", "complaints", "compliments"})
"""The measures that are worked out from counts of people."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A line of the table: a practice, or under them the median; 0 is the median's key."""

    id: int
    name: str
    values: Mapping[str, Decimal | None]
    practice: PracticeRow | None = None


def _measure(measure: Measure) -> Column[ComparedRow]:
    def value(row: ComparedRow) -> Value:
        return row.values.get(measure.key)

    def kind(row: ComparedRow) -> Kind:
        return measure.kind_of(row.values.get(measure.key))

    return Column(measure.key, measure.title, value, measure.kind, kind_of=kind, help=measure.help,
                  width=10,
                  holds=Holds.PEOPLE if measure.key in OF_PEOPLE else Holds.FIGURES)  # fmt: skip


def _rating(row: ComparedRow) -> Value:
    rated = row.practice.rated if row.practice else None
    return shown(rated.rating.value) if rated else None


COMPARED: tuple[Column[ComparedRow], ...] = (
    Column("name", "Practice", lambda row: row.name, width=28),
    *(_measure(measure) for measure in MEASURES.values()),
    Column("rating", "Inspection", _rating, width=20, help="The latest rating published."),
    Column("rated_on", "Published", lambda row: row.practice.rated.on if row.practice
           and row.practice.rated else None, Kind.DATE, width=12),
    Column("rated_by", "Source", lambda row: row.practice.rated.source if row.practice
           and row.practice.rated else None, width=26),
)  # fmt: skip
"""The columns of practices beside each other; none of them is added up."""


def compared_rows(rows: Sequence[PracticeRow]) -> list[ComparedRow]:
    """Return the practices by name."""
    return [ComparedRow(row.id, row.name, row.values, row) for row in rows]


def median_row(rows: Sequence[PracticeRow]) -> ComparedRow:
    """Return the middle of each measure, of the practices for which it is known."""
    return ComparedRow(0, MEDIAN, medians(rows))
