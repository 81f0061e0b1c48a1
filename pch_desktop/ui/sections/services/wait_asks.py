"""What a change of waits is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pch_desktop.domain.services_waits import NATIONAL
from pch_desktop.domain.services_waits_typed import wait_days
from pch_desktop.reports.service_diverted import DivertedRow
from pch_desktop.reports.service_waits import BAND_KEYS, BAND_WORDS
from pch_desktop.reports.table import Value
from pch_desktop.store import services
from pch_desktop.store.services import WaitRow
from pch_desktop.ui.asking import Ask
from pch_desktop.ui.change import Change

FIXED = "The bands follow from each person's days. Change those at the side."
DIVERTED = {"instead": "instead_of_hospital", "still": "still_to_hospital"}


def days(row: WaitRow, value: Value) -> Change:
    """Return the entry of each person's days, which takes the place of what was told before.

    Raises:
        Refusal: a wait is negative or cannot be read.
    """
    found = wait_days(str(value or ""))
    label = f"Enter waits of {row.name}, {row.month.words}"
    return Change(label, services.set_wait_days, (row.id, row.month, found), row.name)


def _band(at: int, row: WaitRow, value: Value) -> Change:
    words = BAND_WORDS[at].lower()
    label = f"Change {row.month.words} waits of {row.name}, {words}"
    args = (row.id, row.month, NATIONAL[at][0], value)
    return Change(label, services.set_wait_band, args, f"{row.name}, {words}")


BANDS: Mapping[str, Ask] = {key: partial(_band, at) for at, key in enumerate(BAND_KEYS)}
"""The changes of the bands, by column."""


def fixed(row: WaitRow) -> str:
    """Return why a month's bands cannot be typed in, nothing where they can."""
    return (
        "The bands follow from each person's days. Change those at the side." if row.is_days else ""
    )


def _diverted(key: str, row: DivertedRow, value: Value) -> Change:
    words = "seen here instead of in hospital" if key == "instead" else "still sent to hospital"
    label = f"Change {row.month.words} {words} of {row.name}"
    args = (row.id, row.month, DIVERTED[key], value)
    return Change(label, services.set_month, args, f"{row.name}, {words}")


HERE: Mapping[str, Ask] = {key: partial(_diverted, key) for key in DIVERTED}
"""The changes of who was seen here instead of in hospital, by column."""
