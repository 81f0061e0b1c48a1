"""Beds of a month: how full they were, how long people stayed, and what does not add up."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_activity import Beds, turnover
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import plural, written
from pch_desktop.store import services
from pch_desktop.store.services import BedRow
from pch_desktop.store.shared import Reads

COUNTS = ("beds_open", "admissions", "discharges", "occupied_days", "stay_days")
OF_PEOPLE = frozenset({"admissions", "discharges", "stay_days"})
"""What tells of people; beds and the days they are taken tell of rooms."""


def _count(key: str, title: str, meaning: str, total: Total = Total.SUM) -> Column[BedRow]:
    return Column(key, title, lambda row: getattr(row, key), Kind.COUNT, total, help=meaning,
                  width=10, holds=Holds.PEOPLE if key in OF_PEOPLE else Holds.FIGURES,
                  of="discharges" if key == "stay_days" else "")  # fmt: skip


BEDS: tuple[Column[BedRow], ...] = (
    Column("name", "Service", lambda row: row.name, width=26),
    _count("beds_open", "Beds open", "Beds open in the month, on average."),
    Column("available_days", "Bed days", lambda row: row.beds.available_days, Kind.COUNT,
           Total.SUM, formula="beds open times the days of the month", width=9,
           formula_of=lambda row: f"{{beds_open}}*{row.month.days}",
           help="Beds open times the days of the month."),
    _count("admissions", "Admissions", "People admitted."),
    _count("discharges", "Discharges", "People discharged, deaths among them."),
    _count("occupied_days", "Occupied", "Nights a bed was taken, added up."),
    _count("stay_days", "Stay days", "Days that those discharged had stayed, added up."),
    Column("occupancy", "Occupancy", lambda row: row.beds.occupancy_share, Kind.SHARE, Total.RATIO,
           ratio=("occupied_days", "available_days"), formula="{occupied_days}/{available_days}",
           width=10, help="Occupied of all bed days; above 100% where over full."),
    Column("mean_stay", "Mean stay", lambda row: row.beds.mean_stay_days, Kind.NUMBER, Total.RATIO,
           ratio=("stay_days", "discharges"), formula="{stay_days}/{discharges}", width=9,
           help="Days that those discharged had stayed, on average."),
    Column("turnover", "Per bed", lambda row: turnover(row.discharges, row.beds_open), Kind.NUMBER,
           Total.RATIO, ratio=("discharges", "beds_open"), formula="{discharges}/{beds_open}",
           width=8, help="People discharged from each bed, on average: turnover."),
    Column("empty", "Empty between", lambda row: row.beds.turnover_days, Kind.NUMBER, width=10,
           formula="({available_days}-{occupied_days})/{discharges}",
           help="Days a bed stood empty between two people, on average."),
    Column("source", "Source", lambda row: row.source, width=16, prints=False),
)  # fmt: skip
"""The columns of the beds of a month, service by service."""


def month_beds(file: Reads, month: Month) -> list[BedRow]:
    """Return the services with beds in a month, those too that have told nothing."""
    told = {row.id: row for row in file.read(services.beds, month, month)}
    known = file.read(services.bed_services)
    return [told.get(number, BedRow(number, name, month)) for number, name in known]


def bed_troubles(row: BedRow) -> dict[str, str]:
    """Return what does not add up in a month's beds, by the key of the count."""
    found: dict[str, str] = {}
    there_were = row.beds.available_days
    if row.occupied_days is not None and there_were is not None and row.occupied_days > there_were:
        found["occupied_days"] = (
            f"{row.occupied_days:,} occupied are more than the {there_were:,} bed days of "
            f"{plural(row.beds_open or 0, 'bed')}. Enter more beds, or fewer nights."
        )
    if row.discharges == 0 and row.stay_days:
        found["stay_days"] = f"{plural(row.stay_days, 'day')} stayed, and nobody discharged."
    return found


def beds_finding(rows: Sequence[BedRow], month: Month) -> str:
    """Return the sentence on how full the beds were."""
    known = [row for row in rows if row.beds.occupancy_share is not None]
    if not known:
        return f"No bed service has told of {month.words} yet."
    days = sum(row.beds.available_days or 0 for row in known)
    taken = sum(row.occupied_days or 0 for row in known)
    share = Beds(days, None, None, taken, None).occupancy_share
    left = len(rows) - len(known)
    without = f", without {plural(left, 'service')}" if left else ""
    return f"{written(share, Kind.SHARE)} of bed days taken in {month.words}{without}"


def beds_table(rows: Sequence[BedRow], month: Month) -> Table[BedRow]:
    """Return the beds of a month as they print."""
    notes = (
        "Occupancy is occupied bed days of all bed days: beds open times the days of the month. "
        "Mean stay is that of people discharged in the month.",
    )
    listed = rows if any(row.is_told for row in rows) else ()
    return Table("Beds", BEDS, listed, f"{month.words}. Bed services of the locality.", notes=notes)
