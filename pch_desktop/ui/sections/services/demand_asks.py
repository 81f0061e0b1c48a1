"""What a change of hours, queues and lead times is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from pch_desktop.reports.service_clearing import ClearingRow
from pch_desktop.reports.service_clearing_table import COUNTS
from pch_desktop.reports.service_demand import COUNTS as HOUR_COUNTS
from pch_desktop.reports.service_demand import HOURS, DemandDay
from pch_desktop.reports.service_lead_times import LeadBand
from pch_desktop.reports.table import Value
from pch_desktop.store import services
from pch_desktop.store.services import HourPlace, LeadPlace
from pch_desktop.ui.asking import Ask
from pch_desktop.ui.change import Change

CHOOSE = "Choose one service and one site to type its hours."
WORKED_OUT = "It is worked out from who asked and the appointments there were."
CHOOSE_SERVICE = "Choose one service to type in who came."


@dataclass(frozen=True, slots=True)
class TypedHours:
    """Whose hours are typed in, and in which count."""

    place: HourPlace
    key: str
    name: str
    """The service's."""


def hour_cells(typed: TypedHours) -> Mapping[str, Ask]:
    """Return the changes of the hours of a service at a site, in one count."""
    return {f"h{at}": partial(_hour, typed, at) for at in range(HOURS)}


def _hour(typed: TypedHours, at: int, row: DemandDay, value: Value) -> Change:
    words, when = HOUR_COUNTS[typed.key][0].lower(), f"{row.name} {at:02d}:00"
    label = f"Change {words} of {typed.name}, {when}, {typed.place.month.words}"
    args = (typed.place, (row.id, at), typed.key, value)
    return Change(label, services.set_hour, args, when)


def _queue(key: str, row: ClearingRow, value: Value) -> Change:
    words = COUNTS[key][0].lower()
    label = f"Change {row.month.words} {words} of {row.name}"
    args = (row.id, row.month, key, value)
    return Change(label, services.set_month, args, f"{row.name}, {words}")


def _each(row: ClearingRow, value: Value) -> Change:
    label = f"Change contacts each of {row.name}"
    return Change(label, services.set_contacts_each, (row.id, value), row.name)


QUEUE: Mapping[str, Ask] = {
    **{key: partial(_queue, key) for key in COUNTS},
    "contacts_each": _each,
}
"""The changes of the queue of a month, by column."""


def lead_cells(place: LeadPlace, name: str) -> Mapping[str, Ask]:
    """Return the changes of who came, by column; the place's band is the row's own."""
    return {key: partial(_lead, place, key, name) for key in ("attended", "not_attended")}


def _lead(place: LeadPlace, key: str, name: str, row: LeadBand, value: Value) -> Change:
    words = key.replace("_", " ")
    label = f"Change {words} of {name}, {row.name.lower()}, {place.month.words}"
    own = LeadPlace(place.service_id, place.month, row.from_days)
    return Change(label, services.set_lead_time, (own, key, value), f"{row.name}, {words}")
