"""What a change of a service is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from pch_desktop.domain import opening
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import AccessRoute, Category, Focus, ServiceStatus
from pch_desktop.reports.service_hours import DAYS
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.store import services
from pch_desktop.ui import asking
from pch_desktop.ui.asking import Ask, Meaning, Named, as_typed, deletion, described
from pch_desktop.ui.change import Change

WORDS = {
    "name": "name",
    "code": "code",
    "category": "category",
    "status": "status",
    "lead": "lead",
    "access_route": "access",
    "focus": "focus",
    "annual_cost_pence": "cost",
    "settings": "settings",
    "live_on": "first day",
    "review_on": "review",
    "funding_source": "funding",
    "funding_ends_on": "end of funding",
    "budget_line": "budget line",
    "note": "note",
    "segment": "part of the population",
    "commissioner": "commissioner",
    "operator": "operator",
    "pathway": "pathway",
    "is_triaged": "triage",
    "bank_holidays": "bank holidays",
    "appointment_minutes": "minutes of an appointment",
    "eligibility": "eligibility",
    "exclusions": "exclusions",
    "is_from_hospital": "move from hospital",
    "acute_point": "place in hospital",
    "tariff_pence": "tariff",
    "gp_freed_each": "GP appointments saved",
    "contacts_each": "contacts each",
    "recharge_pence": "recharge",
    "due_days": "due days",
    "has_beds": "beds",
    "takes_calls": "calls",
    "risks": "risks",
}


def of_service(row: Named, field: str, value: object) -> Change:
    """Return the change of one of a service's fields."""
    label = f"Change {WORDS[field]} of {row.name}"
    return Change(label, services.set_service, (row.id, field, value), row.name)


def field(name: str) -> Ask:
    """Return the change of a field whose value is kept as it is typed."""
    return lambda row, value: of_service(row, name, value)


def word(name: str, words: type[StrEnum]) -> Ask:
    """Return the change of a field that holds one of a list of words."""
    return lambda row, value: of_service(row, name, meant(words, str(value or "")))


def delivering(row: Named, value: Value) -> Change:
    """Return the change of who delivers a service beside its lead."""
    label = f"Change partners of {row.name}"
    return Change(label, services.set_delivering, (row.id, str(value or "")), row.name)


def sites(row: Named, value: Value) -> Change:
    """Return the change of where a service is given."""
    label = f"Change sites of {row.name}"
    return Change(label, services.set_sites, (row.id, str(value or "")), row.name)


def hours(row: Named, weekday: int, value: Value) -> Change:
    """Return the change of a weekday's opening hours, Monday being 1.

    Raises:
        Refusal: the hours cannot be read.
    """
    spans = opening.spans(str(value or ""))
    label = f"Change {DAYS[weekday - 1]} hours of {row.name}"
    return Change(label, services.set_opening, (row.id, weekday, spans), row.name)


def adding(values: Mapping[str, Value]) -> Change:
    """Return the new service that was typed.

    Raises:
        Refusal: it has no name yet.
    """
    name = str(values.get("name") or "").strip()
    if not name:
        raise Refusal("Enter the service's name first.")
    fields = described(values, FIELDS)
    told = {"status": ServiceStatus.LIVE, **fields}
    return Change(f"Add {name}", services.add_described_service, (name, told), name)


def removing(rows: Sequence[Named]) -> Change:
    """Return the deletion of services with their hours and months."""
    return deletion(rows, rows[0].name, "service", services.remove_services)


FIELDS: Mapping[str, tuple[str, Meaning]] = {
    "category": ("category", asking.word(Category)),
    "status": ("status", asking.word(ServiceStatus)),
    "lead": ("lead", as_typed),
    "access_route": ("access_route", asking.word(AccessRoute)),
    "focus": ("focus", asking.word(Focus)),
    "annual_cost": ("annual_cost_pence", as_typed),
    "funding_ends_on": ("funding_ends_on", as_typed),
}
"""What may be typed with a new service, by column: the field, and how its value is meant."""
CELLS: Mapping[str, Ask] = {
    "name": field("name"),
    "category": word("category", Category),
    "status": word("status", ServiceStatus),
    "lead": field("lead"),
    "access_route": word("access_route", AccessRoute),
    "focus": word("focus", Focus),
    "annual_cost": field("annual_cost_pence"),
    "funding_ends_on": field("funding_ends_on"),
}
"""The changes of the list, by column."""
