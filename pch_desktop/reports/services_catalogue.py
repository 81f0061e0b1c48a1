"""The catalogue of services with all its fields, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import AccessRoute, AcutePoint, BankHolidays
from pch_desktop.domain.services_settings import words as setting_words
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import listed, plural, shown
from pch_desktop.store import services
from pch_desktop.store.services import ServiceRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

EVERYBODY = "Everybody"


def is_direct(row: ServiceRow) -> bool | None:
    """Tell whether people come to a service without anybody's referral; None is not known."""
    return None if row.access_route is None else row.access_route is AccessRoute.DIRECT


def _shown(word: AcutePoint | BankHolidays | None) -> str | None:
    return shown(word.value) if word else None


def settings_of(row: ServiceRow) -> str | None:
    """Return where a service is given, as ticked, with semicolons between."""
    return setting_words(row.more.settings) or None


MORE: tuple[Column[ServiceRow], ...] = (
    Column("direct", "Direct", is_direct, Kind.YES, width=8,
           help="Whether people come without a referral: direct access."),
    Column("settings", "Where it is given", settings_of, width=24,
           help="The settings that are ticked; they are counted, the words of old are a note."),
    Column("sites", "Sites", lambda row: row.sites or None, width=30),
    Column("delivering", "Delivered with", lambda row: row.delivering or None, width=30,
           help="The partners that deliver it beside its lead."),
    Column("commissioner", "Commissioned by", lambda row: row.more.commissioner, width=22),
    Column("operator", "Run by", lambda row: row.more.operator, width=20,
           help="Who runs the place or the unit, where that is not the lead."),
    Column("segment", "For whom", lambda row: row.more.segment, width=22,
           help="The part of the population it is for; blank is everybody."),
    Column("is_triaged", "Triage", lambda row: row.more.is_triaged, Kind.YES, width=8,
           help="Whether those referred are sorted first."),
    Column("appointment_minutes", "Minutes", lambda row: row.more.appointment_minutes, Kind.COUNT,
           width=8, help="How long an appointment takes."),
    Column("is_seven_day", "7 days", lambda row: row.is_seven_day if row.days_open else None,
           Kind.YES, width=7, help="Open every day of the week, by its hours."),
    Column("bank_holidays", "Bank holidays", lambda row: _shown(row.more.bank_holidays),
           Kind.WORD, words=listed(BankHolidays), width=20),
    Column("live_on", "First day", lambda row: row.live_on, Kind.DATE, width=11),
    Column("review_on", "Review", lambda row: row.review_on, Kind.DATE, width=11),
    Column("funding_source", "Funded by", lambda row: row.funding_source, width=20),
    Column("budget_line", "Budget line", lambda row: row.budget_line, width=24),
    Column("agreements", "Agreements", lambda row: row.more.agreements or None, width=28,
           help="The agreements that cover it."),
    Column("due_days", "Due days", lambda row: row.more.due_days, Kind.COUNT, width=8,
           help="How many days after a month its figures are due."),
    Column("contacts_each", "Contacts each", lambda row: row.more.contacts_each, Kind.NUMBER,
           width=9, help="Contacts that one referral taken on needs."),
    Column("gp_freed_each", "GP freed each", lambda row: row.more.gp_freed_each, Kind.WTE,
           width=9, help="GP appointments that one person seen here saves."),
    Column("recharge", "Recharge £", lambda row: row.more.recharge_pence, Kind.EXACT, width=10,
           help="What the practice of somebody seen at another is charged for a contact."),
    Column("is_from_hospital", "Moved", lambda row: row.more.is_from_hospital, Kind.YES, width=7,
           help="Whether it moved out of hospital."),
    Column("acute_point", "In hospital", lambda row: _shown(row.more.acute_point), Kind.WORD,
           words=listed(AcutePoint), width=18, help="What it was there."),
    Column("tariff", "Tariff £", lambda row: row.more.tariff_pence, Kind.EXACT, width=10,
           help="What a contact cost in hospital."),
    Column("code", "Code", lambda row: row.code, width=8),
)  # fmt: skip
"""The columns of the catalogue beside those of the list."""
NAME: Column[ServiceRow] = Column("name", "Service", lambda row: row.name, width=26)
STATUS: Column[ServiceRow] = Column(
    "status", "Status", lambda row: shown(row.status.value), width=9
)
ACCESS: Column[ServiceRow] = Column(
    "access_route", "Access", lambda row: shown(row.access_route.value) if row.access_route
    else None, width=14,
)  # fmt: skip
ON_PAPER = (
    *("direct", "settings", "sites", "commissioner", "segment", "is_seven_day", "bank_holidays"),
    *("live_on", "review_on", "is_from_hospital"),
)
BY_KEY = {column.key: column for column in MORE}
NARROW = {"settings": 17, "sites": 24, "commissioner": 15, "segment": 15, "bank_holidays": 13}
"""How wide some of them are on paper, where long words take a second line."""
CATALOGUE = (
    NAME,
    STATUS,
    ACCESS,
    *(replace(BY_KEY[key], width=NARROW.get(key, BY_KEY[key].width)) for key in ON_PAPER),
)
"""The columns of the catalogue on paper."""


def finding(rows: Sequence[ServiceRow]) -> str:
    """Return how many running services are open to all without referral, and on seven days."""
    running = [row for row in rows if row.is_running]
    direct = sum(is_direct(row) is True for row in running)
    week = sum(row.is_seven_day for row in running)
    return (
        f"{direct} of {plural(len(running), 'running service')} may be come to directly; "
        f"{week} open seven days a week."
    )


def catalogue(file: Reads, month: Month) -> Table[ServiceRow]:
    """Return the catalogue as it stands."""
    rows = file.read(services.services, month)
    notes = (
        finding(rows),
        "Direct: people come without a referral. 7 days: hours on every day of the week. Where "
        "it is given: the settings ticked for the service.",
    )
    return Table("Service catalogue", CATALOGUE, rows, f"As known in {month.words}.", notes=notes)
