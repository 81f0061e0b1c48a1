"""National figures beside ours as a table."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pch_desktop.reports.service_appointments import Compared, unknown
from pch_desktop.reports.service_waits import nothing_live
from pch_desktop.reports.table import Column, Holds, Kind, Table
from pch_desktop.reports.words import written
from pch_desktop.store.services import AppointmentRow, NationalMonth

SOURCE = "NHS Digital, Appointments in General Practice"
RULES = (
    "Shares are of the appointments of which it is known; not attended ÷ (attended + not "
    "attended).",
    "Ours: services that told; same day by lead time, modes of the contacts told by mode, groups "
    "among them. Who saw people is not counted in our months.",
    "National figures are of general practice alone; our services are of many kinds, so they are "
    "to set beside one another, not to rank.",
)


def _kind(row: Compared) -> Kind:
    return Kind.SHARE if row.is_share else Kind.COUNT


def _apart(row: Compared) -> str | None:
    if row.apart is None:
        return None
    points = written(abs(row.apart) * 100, Kind.NUMBER)
    return f"{points} points {'more' if row.apart > 0 else 'less'}" if row.apart else "the same"


COMPARED: tuple[Column[Compared], ...] = (
    Column("name", "Measure", lambda row: row.name, width=30),
    Column("national", "Nationally counted", lambda row: row.national, Kind.SHARE, kind_of=_kind,
           width=18, help=RULES[0]),
    Column("ours", "Our services", lambda row: row.ours, Kind.SHARE, kind_of=_kind, width=14,
           holds=Holds.PEOPLE,
           help=RULES[1]),
    Column("apart", "Ours apart", _apart, formula="ours-national", formula_of=nothing_live,
           holds=Holds.PEOPLE,
           width=20, help="By how many percentage points ours is more or less."),
)  # fmt: skip
"""The columns of national figures beside ours."""


def finding(rows: Sequence[Compared], of: NationalMonth) -> str:
    """Return the sentence on who does not come and who is seen on the same day, there and here."""
    by_name = {row.name: row for row in rows}
    missed, same = by_name["Not attended"], by_name["Same day"]
    said = f"{of.place_name}, {of.month.words}: {_share(missed.national)} not attended"
    said = f"{said}, {_share(same.national)} on the same day"
    return f"{said}. Our services: {_share(missed.ours)} and {_share(same.ours)}."


def notes(rows: Sequence[AppointmentRow]) -> tuple[str, ...]:
    """Return what must be read with the figures: source, rules, how many are not known."""
    source = next((row.source for row in rows if row.source), SOURCE)
    missing = "; ".join(f"{words} {count:,}" for words, count in unknown(rows).items())
    return (f"Source: {source}.", *RULES, f"Not known nationally: {missing}.")


def table(
    rows: Sequence[Compared], of: NationalMonth, national: Sequence[AppointmentRow]
) -> Table[Compared]:
    """Return national figures beside ours as they print."""
    subtitle = f"{finding(rows, of)}"
    return Table("National appointments", COMPARED, rows, subtitle, notes=notes(national))


def _share(share: int | Decimal | None) -> str:
    return written(share, Kind.SHARE) or "not known"
