"""What stands in a directory of a service and of a partner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pch_desktop.domain.opening import Span
from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.services import AccessRoute, BankHolidays, Category, ServiceStatus, Setting
from pch_desktop.store.partners.rows import ContactRow


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """A service as a directory has it."""

    id: int
    name: str
    category: Category
    status: ServiceStatus
    segment: str | None
    access_route: AccessRoute | None
    is_triaged: bool
    eligibility: str | None
    exclusions: str | None
    settings: tuple[Setting, ...]
    settings_words: str | None
    sites: tuple[str, ...]
    """The buildings, each with its postcode where it is known."""
    hours: Mapping[int, tuple[Span, ...]]
    """By weekday, Monday 1."""
    bank_holidays: BankHolidays | None
    lead: str | None
    contacts: tuple[ContactRow, ...]
    """Of the lead, those preferred first."""


@dataclass(frozen=True, slots=True)
class PartnerEntry:
    """A partner as a directory has it."""

    id: int
    name: str
    short_name: str | None
    kind: PartnerKind
    sector: Sector
    delivers: tuple[str, ...]
    contacts: tuple[ContactRow, ...]
