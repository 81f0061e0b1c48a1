"""Counts of social prescribing by name over a year: sources, needs, where to, why closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from zlib import crc32

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import CountKind, ratio
from pch_desktop.domain.services_social_names import USUAL
from pch_desktop.reports.service_social import SocialYear, people_by_month
from pch_desktop.reports.table import Column, Kind, Total

COUNTED: Mapping[CountKind, tuple[str, str]] = {
    CountKind.SOURCE: ("Referred by", "Most often referred by"),
    CountKind.NEED: ("Needs and concerns", "Need named most often"),
    CountKind.ONWARD: ("Referred on to", "Most often referred on to"),
    CountKind.CLOSED: ("Why closed", "Most often closed because"),
}
"""What each kind of count is called, and what is said of the name counted most."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name people are counted by, over the twelve months of a year; None where not told."""

    id: int
    """A number made of the name, so that it stays the same when others come and go."""
    service_id: int
    kind: CountKind
    name: str
    values: tuple[int | None, ...]
    """April first."""
    share: Decimal | None = None
    """Its part of all people of the kind in the year."""

    @property
    def year(self) -> int | None:
        """The months that are told, added up."""
        known = [people for people in self.values if people is not None]
        return sum(known) if known else None


def name_rows(
    told: SocialYear, service_id: int, kind: CountKind, also: Sequence[str] = ()
) -> list[NameRow]:
    """Return the names of a kind with a year's counts, the usual ones first.

    ``also`` are names to be offered that nobody has been counted by yet.
    """
    months = people_by_month(told, kind, service_id)
    folded = {name.casefold(): name for people in months.values() for name in people}
    offered = [name for name in also if name.casefold() not in folded]
    order = dict.fromkeys(name.casefold() for name in (*USUAL[kind], *also))
    usual = {name: at for at, name in enumerate(order)}
    names = [*folded.values(), *offered]
    names.sort(key=lambda name: (usual.get(name.casefold(), len(usual)), name.casefold()))
    rows = [
        NameRow(crc32(name.casefold().encode()), service_id, kind, name,
                tuple(months.get(month, {}).get(name) for month in told.year.months))
        for name in names
    ]  # fmt: skip
    whole = sum(row.year or 0 for row in rows)
    return [replace(row, share=ratio(row.year, whole)) for row in rows]


def offered(kind: CountKind, partners: Sequence[str]) -> tuple[str, ...]:
    """Return the names that are offered of a kind: the usual ones, and partners to refer on to."""
    return (*partners, *USUAL[kind]) if kind is CountKind.ONWARD else USUAL[kind]


def name_columns(told: SocialYear, kind: CountKind) -> tuple[Column[NameRow], ...]:
    """Return the grid of a kind's names by the months of a year, with its sums and shares."""
    title, _ = COUNTED[kind]
    meaning = "All months that are told, added up. What has no count adds nothing."
    return (
        Column("name", title, lambda row: row.name, width=24),
        *(_month(at, month) for at, month in enumerate(told.year.months)),
        Column("year", str(told.year), lambda row: row.year, Kind.COUNT, Total.SUM, width=8,
               formula="the months", absent=_always, help=meaning),
        Column("share", "Share", lambda row: row.share, Kind.SHARE, width=7,
               formula="of the year", help="Of all people counted so in the year."),
    )  # fmt: skip


def names_finding(rows: Sequence[NameRow]) -> str:
    """Return the sentence on which name was counted most in the year."""
    counted = [row for row in rows if row.year]
    if not counted:
        return ""
    most = max(counted, key=lambda row: row.year or 0)
    whole = sum(row.year or 0 for row in counted)
    return f"{COUNTED[most.kind][1]}: {most.name}, {most.year:,} of {whole:,} in the year."


def _month(at: int, month: Month) -> Column[NameRow]:
    def value(row: NameRow) -> int | None:
        return row.values[at]

    title = f"{month.first:%b}"
    return Column(f"m{at}", title, value, Kind.COUNT, Total.SUM, absent=_always, width=5)


def _always(_row: NameRow) -> bool:
    return True
