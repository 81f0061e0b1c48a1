"""How the rest of a service's catalogue entry is changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pch_desktop.domain.services import AcutePoint, BankHolidays, Setting
from pch_desktop.domain.services_settings import told
from pch_desktop.reports.table import Value
from pch_desktop.store import services
from pch_desktop.ui.asking import Ask, Named
from pch_desktop.ui.change import Change
from pch_desktop.ui.sections.services import asks


def ticked(row: Named, settings: Collection[Setting]) -> Change:
    """Return the change of where a service is given."""
    label = f"Change where {row.name} is given"
    return Change(label, services.set_settings, (row.id, tuple(settings)), row.name)


def settings(row: Named, value: Value) -> Change:
    """Return the change of where a service is given, typed with semicolons between.

    Raises:
        Refusal: one of the words names no setting.
    """
    return ticked(row, told(str(value or "")))


acute_point = asks.word("acute_point", AcutePoint)
"""The change of what a service was in hospital."""
bank_holidays = asks.word("bank_holidays", BankHolidays)
"""The change of what a service does on bank holidays."""
CELLS: Mapping[str, Ask] = {
    "settings": settings,
    "sites": asks.sites,
    "delivering": asks.delivering,
    "commissioner": asks.field("commissioner"),
    "operator": asks.field("operator"),
    "segment": asks.field("segment"),
    "is_triaged": asks.field("is_triaged"),
    "appointment_minutes": asks.field("appointment_minutes"),
    "bank_holidays": bank_holidays,
    "live_on": asks.field("live_on"),
    "review_on": asks.field("review_on"),
    "funding_source": asks.field("funding_source"),
    "budget_line": asks.field("budget_line"),
    "due_days": asks.field("due_days"),
    "contacts_each": asks.field("contacts_each"),
    "gp_freed_each": asks.field("gp_freed_each"),
    "recharge": asks.field("recharge_pence"),
    "is_from_hospital": asks.field("is_from_hospital"),
    "acute_point": acute_point,
    "tariff": asks.field("tariff_pence"),
    "code": asks.field("code"),
}
"""The changes of the catalogue's further columns, by column."""
