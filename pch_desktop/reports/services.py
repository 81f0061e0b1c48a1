"""The services, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import RUNNING, AccessRoute, Category, Focus, ServiceStatus
from pch_desktop.reports.service_access_pack import access_findings, access_tables
from pch_desktop.reports.service_activity_checks import activity_findings
from pch_desktop.reports.service_activity_pack import activity_tables
from pch_desktop.reports.service_practices_pack import practice_findings, practice_tables
from pch_desktop.reports.service_social_checks import social_findings, social_tables
from pch_desktop.reports.services_pack import findings as catalogue_findings
from pch_desktop.reports.services_pack import tables as catalogue_tables
from pch_desktop.reports.statement import Finding, Statement, Weight, with_rows
from pch_desktop.reports.table import MOST_BARS, Chart, Column, Holds, Kind, Shape, Table, Total
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import services
from pch_desktop.store.services import MonthRow, ServiceRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def _count(key: str, title: str, meaning: str) -> Column[ServiceRow]:
    def value(row: ServiceRow) -> int | None:
        return getattr(row.month, key) if row.month else None

    holds = Holds.FIGURES if key == "slots" else Holds.PEOPLE
    return Column(key, title, value, Kind.COUNT, Total.SUM, "Month at hand", help=meaning, width=11,
                  holds=holds)  # fmt: skip


SERVICES: tuple[Column[ServiceRow], ...] = (
    Column("name", "Service", lambda row: row.name, width=30),
    Column("category", "Category", lambda row: shown(row.category.value), Kind.WORD,
           words=listed(Category), width=20, prints=False),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(ServiceStatus), width=9),
    Column("lead", "Led by", lambda row: row.lead, width=26),
    Column("access_route", "Access", lambda row: shown(row.access_route.value)
           if row.access_route else None, Kind.WORD, words=listed(AccessRoute), width=20,
           prints=False),
    Column("days_open", "Days a week", lambda row: row.days_open or None, Kind.COUNT, width=8,
           prints=False, help="On how many days of the week it is open."),
    _count("slots", "Appointments", "Appointments there were."),
    _count("booked", "Booked", "Appointments booked, without those cancelled."),
    _count("attended", "Attended", "Appointments attended."),
    _count("not_attended", "Not attended", "Booked, not cancelled, and nobody came."),
    Column("fill_share", "Filled", lambda row: row.month.activity.fill_share if row.month else None,
           Kind.SHARE, Total.RATIO, "Month at hand", ratio=("booked", "slots"),
           formula='IF(N({slots})=0,"",{booked}/{slots})', width=8,
           help="Booked of all appointments."),
    _count("waiting", "Waiting", "People waiting at the month's end."),
    Column("focus", "Focus", lambda row: shown(row.focus.value) if row.focus else None, Kind.WORD,
           words=listed(Focus), width=11),
    Column("annual_cost", "Cost £ a year", lambda row: row.annual_cost_pence, Kind.MONEY,
           Total.SUM, width=11),
    Column("funding_ends_on", "Funding ends", lambda row: row.funding_ends_on, Kind.DATE,
           width=11),
)  # fmt: skip

MONTHS: tuple[Column[MonthRow], ...] = (
    Column("month", "Month", lambda row: row.month.words, width=16),
    Column("sessions", "Sessions", lambda row: row.sessions, Kind.COUNT, Total.SUM),
    Column("slots", "Appointments", lambda row: row.slots, Kind.COUNT, Total.SUM),
    Column("booked", "Booked", lambda row: row.booked, Kind.COUNT, Total.SUM),
    Column("attended", "Attended", lambda row: row.attended, Kind.COUNT, Total.SUM),
    Column("not_attended", "Not attended", lambda row: row.not_attended, Kind.COUNT, Total.SUM),
    Column("referrals", "Referrals", lambda row: row.referrals, Kind.COUNT, Total.SUM),
    Column("waiting", "Waiting", lambda row: row.waiting, Kind.COUNT,
           help="People waiting at the month's end."),
    Column("is_provisional", "Provisional", lambda row: row.is_provisional, Kind.YES),
)  # fmt: skip


def finding(rows: Sequence[ServiceRow], month: Month) -> str:
    """Return the sentence on what is offered and how much of it was taken up."""
    if not rows:
        return "No service has been added yet."
    running = [row for row in rows if row.status in RUNNING]
    attended = [
        row.month.attended for row in running if row.month and row.month.attended is not None
    ]
    sentence = f"{plural(len(running), 'service')} running of {len(rows)}"
    if not attended:
        return f"{sentence}; no activity known for {month.words}."
    told = f" by {len(attended)} of them" if len(attended) < len(running) else ""
    return f"{sentence}; {sum(attended):,} appointments attended in {month.words}{told}."


def table(file: Reads, month: Month) -> Table[ServiceRow]:
    """Return the services with a month's activity."""
    rows = file.read(services.services, month)
    charts: tuple[Chart, ...] = ()
    told = [row for row in rows if row.month and row.month.attended is not None]
    if told:
        most = sorted(told, key=lambda row: -(row.month.attended or 0) if row.month else 0)
        numbers = "; ".join(
            f"{row.name} {row.month.attended:,}" for row in most[:6]
            if row.month and row.month.attended is not None
        )  # fmt: skip
        alt_text = f"Bars of appointments attended by service. {finding(rows, month)} {numbers}."[
            :400
        ]
        charts = (Chart(Shape.BARS, "name", ("attended",), finding(rows, month), alt_text),)
    provisional = [row.name for row in told if row.month and row.month.is_provisional]
    notes = ("A blank is not known; a total over a blank is incomplete.",)
    if provisional:
        notes += (f"Provisional: {', '.join(provisional)}.",)
    return Table("Services", SERVICES, rows, f"Counts for {month.words}.", charts, notes)


def _tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the services as they print: those that saw most people on top."""
    found = table(file, month)
    rows = sorted(found.rows, key=lambda row: (-_seen(row), row.name))
    told = sum(_seen(row) >= 0 for row in rows)
    charts = tuple(replace(chart, first=min(told, MOST_BARS)) for chart in found.charts)
    return with_rows(
        replace(found, rows=rows, charts=charts),
        *activity_tables(file, month),
        *catalogue_tables(file, month),
        *access_tables(file, month),
        *social_tables(file, month),
        *practice_tables(file, month),
    )


def _seen(row: ServiceRow) -> int:
    """Return how many people a service saw, or -1 where that is not known."""
    seen = row.month.attended if row.month else None
    return -1 if seen is None else seen


def _findings(file: Reads, month: Month) -> list[Finding]:
    rows = file.read(services.services, month)
    found: list[Finding] = []
    late = [row for row in rows if row.status in RUNNING and row.month is None and row.before]
    if late:
        title = f"{plural(len(late), 'service')} without figures for {month.words}"
        found.append(Finding("services", title, ", ".join(row.name for row in late[:3]),
                             Weight.LATE, "Enter", late[0].id, "Month", "attended"))  # fmt: skip
    found += [
        Finding("services", f"Funding of {row.name} ends on "
                f"{written(row.funding_ends_on, Kind.DATE)}", row.funding_source or "",
                Weight.MONEY, "Renew", row.id, column="funding_ends_on")
        for row in rows
        if row.funding_ends_on and month.last <= row.funding_ends_on <= month.plus(3).last
    ]  # fmt: skip
    return [
        *found,
        *activity_findings(file, month),
        *access_findings(file, month),
        *social_findings(file, month),
        *catalogue_findings(file, month),
        *practice_findings(file, month),
    ]


STATEMENT = Statement(40, "Services", _tables, _findings)
