"""What a change of a service's month is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services_activity import per_session, slots_of
from pch_desktop.reports.service_counts import ALL
from pch_desktop.reports.table import Value
from pch_desktop.store import services
from pch_desktop.store.services import ServiceRow
from pch_desktop.ui.asking import Named
from pch_desktop.ui.change import Change


def count(row: Named, month: Month, key: str, value: Value) -> Change:
    """Return the change of one of a month's counts."""
    title = ALL[key][0].lower()
    label = f"Change {month.words} {title} of {row.name}"
    return Change(label, services.set_month, (row.id, month, key, value), f"{row.name}, {title}",
                  services.set_months)  # fmt: skip


def provisional(row: Named, month: Month, value: Value) -> Change:
    """Return the change of whether a month's figures may still change."""
    label = f"Mark {month.words} of {row.name} {'provisional' if value else 'final'}"
    return Change(label, services.set_month, (row.id, month, "is_provisional", bool(value)),
                  row.name, services.set_months)  # fmt: skip


def source(row: Named, month: Month, value: Value) -> Change:
    """Return the change of where a month's figures come from."""
    label = f"Change source of {month.words} of {row.name}"
    return Change(label, services.set_month, (row.id, month, "source", value), row.name,
                  services.set_months)  # fmt: skip


def appointments(rows: Sequence[ServiceRow], month: Month) -> list[Change]:
    """Return the appointments of services that told their sessions only.

    They are the sessions times the appointments of a session the month before.

    Raises:
        Refusal: no service has told so.
    """
    found = [
        count(row, month, "slots", slots_of(row.month.sessions, each))
        for row in rows
        if row.month and row.before and row.month.sessions and row.month.slots is None
        and (each := per_session(row.before.sessions, row.before.slots)) is not None
    ]  # fmt: skip
    if not found:
        raise Refusal(
            "Enter sessions and leave appointments blank: they are worked out from the "
            "appointments of a session the month before, where those are known."
        )
    return found
