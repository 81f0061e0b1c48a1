"""Mobile units and their days against the peak, set out for reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.estates import BookingStatus, UnitKind, Used
from pch_desktop.domain.estates_units import Peak
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store import estates
from pch_desktop.store.estates import PeakRow, UnitDayRow, UnitRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

UNITS: tuple[Column[UnitRow], ...] = (
    Column("name", "Mobile unit", lambda row: row.name, width=28),
    Column("kind", "Kind", lambda row: shown(row.kind.value), Kind.WORD, words=listed(UnitKind),
           width=14),
    Column("provider", "Provided by", lambda row: row.provider, width=26),
    Column("requirements", "What its place must offer", lambda row: row.requirements, width=34),
    Column("daily", "Cost £ a day", lambda row: row.daily_pence, Kind.MONEY, width=11),
    Column("patients_a_day", "People a day", lambda row: row.patients_a_day, Kind.COUNT, width=8),
    Column("signed_off_by", "Safe, says", lambda row: row.signed_off_by, width=22,
           help="Who answers for its safety for patients."),
    Column("signed_off_on", "Signed off on", lambda row: row.signed_off_on, Kind.DATE, width=13,
           help="Before this day it may only be booked as provisional."),
    Column("days", "Days in the year", lambda row: row.days, Kind.COUNT, Total.SUM, width=9,
           help="Days it is booked for in the financial year, cancelled ones left out."),
    Column("cost", "Cost £ in the year", lambda row: row.cost_pence, Kind.MONEY, Total.SUM,
           formula='IF({daily}="","",{days}*{daily})', width=12),
    Column("note", "Note", lambda row: row.note, width=24, prints=False),
)  # fmt: skip

DAYS: tuple[Column[UnitDayRow], ...] = (
    Column("unit", "Mobile unit", lambda row: row.unit, width=26),
    Column("day", "Day", lambda row: row.day, Kind.DATE, width=13),
    Column("starts", "From", lambda row: row.starts, width=8),
    Column("ends", "Until", lambda row: row.ends, width=8),
    Column("site", "Stands at", lambda row: row.site, width=28),
    Column("service", "Hired for", lambda row: row.service, width=26),
    Column("partner", "Used by", lambda row: row.partner, width=26),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(BookingStatus), width=12,
           help="Confirmed only from the day on which the unit is signed off as safe."),
    Column("used", "Used", lambda row: shown(row.used.value) if row.used else None, Kind.WORD,
           words=(shown(Used.YES.value), shown(Used.NO.value)), width=10),
    Column("note", "Note", lambda row: row.note, width=24, prints=False),
)  # fmt: skip


def _of(key: str) -> Callable[[PeakRow], int | None]:
    return lambda row: getattr(row.peak, key)


PEAKS: tuple[Column[PeakRow], ...] = (
    Column("unit", "Mobile unit", lambda row: row.unit, width=26),
    Column("service", "Hired for", lambda row: row.service, width=28),
    Column("month", "Month", lambda row: row.month.words, width=15),
    Column("demand", "Needed", _of("demand"), Kind.COUNT, width=9, holds=Holds.PEOPLE,
           help="Referrals taken on times the contacts each needs; all referrals where nobody says "
           "how many were taken on, one contact where nobody says how many."),
    Column("slots", "Own room", _of("slots"), Kind.COUNT, width=9,
           help="Appointments the service had without the unit."),
    Column("gap", "Peak", _of("gap"), Kind.COUNT, width=8,
           formula='IF(OR({demand}="",{slots}=""),"",MAX(0,{demand}-{slots}))',
           help="Needed beyond what the service had room for."),
    Column("days", "Days", lambda row: row.peak.days, Kind.COUNT, Total.SUM, width=7),
    Column("places", "Places", _of("places"), Kind.COUNT, width=8,
           help="Days times the people it sees a day."),
    Column("covered", "Covers", _of("covered"), Kind.COUNT, width=8,
           formula='IF(OR({gap}="",{places}=""),"",MIN({gap},{places}))',
           help="How much of the peak its places meet."),
    Column("short", "Still short", _of("short"), Kind.COUNT, width=9,
           formula='IF({covered}="","",{gap}-{covered})'),
    Column("spare", "Not needed", _of("spare"), Kind.COUNT, width=9,
           formula='IF({covered}="","",{places}-{covered})',
           help="Places hired beyond the peak."),
    Column("cost", "Cost £", _of("cost_pence"), Kind.MONEY, Total.SUM, width=11),
    Column("cost_each", "£ a contact covered", _of("cost_each_pence"), Kind.EXACT,
           formula='IF(N({covered})=0,"",ROUND({cost}/{covered},2))', width=11),
)  # fmt: skip


def days_finding(rows: Sequence[UnitDayRow], year: FinancialYear) -> str:
    """Return the sentence on how many days units come in a year, and how sure they are."""
    here = [row for row in rows if row.status is not BookingStatus.CANCELLED]
    open_ = sum(row.status is BookingStatus.PROVISIONAL for row in here)
    days = len({(row.unit_id, row.day) for row in here})
    told = f"{plural(days, 'day')} of mobile units in {year}"
    return f"{told}, {open_:,} of them provisional." if open_ else f"{told}, all confirmed."


def finding(rows: Sequence[PeakRow]) -> str:
    """Return the sentence on whether units came when they were needed."""
    known = [row.peak for row in rows if row.peak.covered is not None]
    days = sum(row.peak.days for row in rows)
    if not rows:
        return "No mobile unit is booked for a service this year."
    if not known:
        return f"{plural(days, 'day')} hired; what was needed is not known."
    missing = len(rows) - len(known)
    blank = f"; {plural(missing, 'month')} not known" if missing else ""
    return f"{plural(days, 'day')} hired: {_met(known)}{blank}."


def _met(known: Sequence[Peak]) -> str:
    covered = sum(peak.covered or 0 for peak in known)
    gap = sum(peak.gap or 0 for peak in known)
    spare = f"{sum(peak.spare or 0 for peak in known):,} places not needed"
    if not gap:
        return f"nothing was needed beyond own room, {spare}"
    return f"{covered:,} of {plural(gap, 'contact')} beyond own room covered, {spare}"


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets on mobile units in the month's financial year."""
    year = month.financial_year
    notes = (
        "Places are days times people a day. The peak is what was needed beyond the service's own "
        "appointments; it is never below nought.",
    )
    return (
        Table("Mobile units", UNITS, file.read(estates.units, year), f"Days and cost in {year}."),
        Table("Days of mobile units", DAYS, days := file.read(estates.unit_days, year),
              days_finding(days, year)),
        Table("Units against the peak", PEAKS, rows := file.read(estates.peaks, year),
              finding(rows), (), notes),
    )  # fmt: skip


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return the units that are booked and that nobody has signed off as safe."""
    return [
        Finding("estates", f"{row.name} is booked and not signed off as safe for patients",
                row.provider or "", Weight.BLOCKS, "Sign off", row.id, "Units", "signed_off_by")
        for row in file.read(estates.units, month.financial_year)
        if row.days and not row.is_signed_off
    ]  # fmt: skip
