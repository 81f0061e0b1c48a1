"""What the directory says of a service and a partner, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from pch_desktop.domain import opening
from pch_desktop.domain.opening import Span
from pch_desktop.domain.services import ServiceStatus
from pch_desktop.reports.words import shown
from pch_desktop.store.partners import ContactRow, PartnerEntry, ServiceEntry

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MOST_CONTACTS = 1
"""How many to ring of a service's lead, those to ask first; a partner has them all."""


def ring(row: ContactRow, *, with_names: bool) -> str:
    """Return whom to ring: the role and the number, the person too where names are wanted."""
    role = row.job_title or (shown(row.role.value) if row.role else "")
    name, mail = (row.name, row.work_email) if with_names else (None, None)
    return ", ".join(filter(None, (name, role, row.work_phone, mail)))


def hours_words(hours: Mapping[int, Sequence[Span]]) -> str:
    """Return a week as people write it: Mon to Fri 08:00-18:30; Sat 09:00-12:00."""
    days = [(day, opening.words(hours.get(day, ()))) for day in range(1, len(DAYS) + 1)]
    if len({words for _, words in days}) == 1 and days[0][1]:
        return f"Every day {days[0][1]}"
    said: list[str] = []
    for words, members in groupby(days, key=lambda pair: pair[1]):
        told = [DAYS[day - 1] for day, _ in members]
        if words:
            name = told[0] if len(told) == 1 else f"{told[0]} to {told[-1]}"
            said.append(f"{name} {words}")
    return "; ".join(said)


def open_words(row: ServiceEntry) -> str | None:
    """Return when a service is open, on bank holidays too."""
    holidays = f"bank holidays: {row.bank_holidays.value}" if row.bank_holidays else ""
    return "; ".join(filter(None, (hours_words(row.hours), holidays))) or None


def where_words(row: ServiceEntry) -> str | None:
    """Return the buildings and settings a service is given in."""
    words = ", ".join(shown(each.value) for each in row.settings)
    settings = words or shown(row.settings_words or "")
    return "; ".join(filter(None, (*row.sites, settings))) or None


def get_in_words(row: ServiceEntry) -> str | None:
    """Return how to get in, for whom and for whom not."""
    route = shown(row.access_route.value) if row.access_route else ""
    triage = "triaged first" if row.is_triaged else ""
    who = f"for: {row.eligibility}" if row.eligibility else ""
    not_ = f"not for: {row.exclusions}" if row.exclusions else ""
    return "; ".join(filter(None, (route, triage, who, not_))) or None


def what_words(row: ServiceEntry) -> str:
    """Return what a service is for, and for whom."""
    paused = "paused" if row.status is ServiceStatus.PAUSED else ""
    told = (shown(row.category.value), shown(row.segment or ""), paused)
    return "; ".join(filter(None, dict.fromkeys(told)))


def contact_words(row: ServiceEntry, *, with_names: bool) -> str | None:
    """Return who leads a service and whom to ring there."""
    whom = [ring(each, with_names=with_names) for each in row.contacts[:MOST_CONTACTS]]
    return "; ".join(filter(None, (row.lead, *whom))) or None


def whom_words(row: PartnerEntry, *, with_names: bool) -> str | None:
    """Return everybody to ring at a partner."""
    whom = (ring(each, with_names=with_names) for each in row.contacts)
    return "; ".join(filter(None, whom)) or None
