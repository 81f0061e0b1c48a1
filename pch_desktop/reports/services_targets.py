"""What services are to reach and what they reached, set out for reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Rating
from pch_desktop.domain.period import Month
from pch_desktop.reports.table import Column, Kind, Table, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.store import services
from pch_desktop.store.services import TargetRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

OUTCOME, AGREED = "Outcome", "Service level"
HIGHER, LOWER = "Higher", "Lower"
KINDS = ((Decimal("0.1"), Kind.NUMBER), (Decimal("0.01"), Kind.WTE))
METHOD = (
    "Green: the reading is at the target or better. Amber: at the amber mark or better. Red: "
    "worse. Without an amber mark whatever misses the target is red."
)


def kind_of(row: TargetRow) -> Kind:
    """Return how a target's numbers are shown: with as many places as any of them has."""
    numbers = [*row.readings.values(), *filter(None, (row.aim.target, row.aim.amber))]
    for unit, kind in KINDS:
        if all(number == number.quantize(unit) for number in numbers):
            return kind
    return Kind.INDEX


def _number(key: str, title: str, value: Callable[[TargetRow], Value], meaning: str
            ) -> Column[TargetRow]:  # fmt: skip
    return Column(key, title, value, Kind.NUMBER, kind_of=kind_of, width=8, help=meaning)


FIRST: tuple[Column[TargetRow], ...] = (
    Column("service", "Service", lambda row: row.service, width=26),
    Column("measure", "Measure", lambda row: row.measure, width=29),
)
TARGETS: tuple[Column[TargetRow], ...] = (
    *FIRST,
    Column("kind", "Kind", lambda row: OUTCOME if row.is_outcome else AGREED, Kind.WORD,
           words=(AGREED, OUTCOME), width=12,
           help="Service level: what was agreed with the commissioner. Outcome: people's health."),
    Column("better", "Better", lambda row: HIGHER if row.aim.is_higher_better else LOWER,
           Kind.WORD, words=(HIGHER, LOWER), width=8, help="Which way is better."),
    _number("target", "Target", lambda row: row.aim.target, "What is to be reached."),
    _number("amber", "Amber", lambda row: row.aim.amber, "What is still near."),
    _number("reading", "Reading", lambda row: row.reading, "What was reached in the month."),
    Column("rating", "Rating", lambda row: row.rating.value if row.rating else None, Kind.RATING,
           width=10, help=METHOD),
    Column("latest", "Latest", lambda row: f"{row.latest.first:%b %Y}" if row.latest else None,
           width=10, help="The last month up to the one at hand that has a reading."),
    Column("period", "Over", lambda row: row.period, width=10,
           help="Over what it is measured: month, quarter, year."),
    Column("source", "Source", lambda row: row.source, width=24),
)  # fmt: skip
"""The columns of targets, without who answers for them."""


def missed(rows: Sequence[TargetRow]) -> list[TargetRow]:
    """Return the targets that running services missed in the month at hand."""
    return [row for row in rows if row.rating is Rating.RED and row.is_running]


def finding(rows: Sequence[TargetRow]) -> str:
    """Return how many targets were met in the month, were near and were missed."""
    if not rows:
        return "No service has said yet what it is to reach."
    counts = [sum(row.rating is rating for row in rows) for rating in Rating]
    met, near, worse = counts
    unknown = len(rows) - sum(counts)
    said = f"Of {plural(len(rows), 'target')} {met} met, {near} near, {worse} missed"
    return f"{said}, {unknown} without a reading." if unknown else f"{said}."


def reading_words(row: TargetRow) -> str:
    """Return a missed reading against its target: 62.0 against 70.0 or more."""
    kind = kind_of(row)
    way = "more" if row.aim.is_higher_better else "less"
    return f"{written(row.reading, kind)} against {written(row.aim.target, kind)} or {way}"


def targets(file: Reads, month: Month) -> Table[TargetRow]:
    """Return what services are to reach and how the month stands."""
    rows = file.read(services.targets, month)
    return Table("Service targets", TARGETS, rows, f"Readings of {month.words}.",
                 notes=(finding(rows), METHOD))  # fmt: skip
