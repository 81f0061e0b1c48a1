"""What a change of a part of a service's month is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.service_months import COUNTS
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.store import services
from pch_desktop.store.services import PartRow
from pch_desktop.store.services.parts import PART_COUNTS
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import CellEdit, Edits

PURPOSE = (
    "Where people were seen, and whose patients they are, is entered here: a line for each "
    "service, place and practice. The load between practices and what they owe each other follow."
)
WORDS: Mapping[str, str] = {
    "service": "service",
    "place": "place",
    "patients_of": "practice",
    **{key: COUNTS[key][0].lower() for key in PART_COUNTS},
    "source": "source",
}
"""What a step calls each column of a part."""


def edits(desk: Desk) -> Edits[PartRow]:
    """Return what may be changed of the parts of the month at hand."""
    cells = {key: cell(key) for key in WORDS}
    return Edits(desk, cells, lambda values: adding(desk.month, values), removing)


def cell(key: str) -> CellEdit[PartRow]:
    """Return how a cell of a part is changed."""

    def ask(row: PartRow, value: Value) -> Change:
        label = f"Change {WORDS[key]} of {called(row)}"
        return Change(label, services.set_part, (row.id, key, value), called(row))

    return ask


def called(row: PartRow) -> str:
    """Return what a part is called: its service and place."""
    return f"{row.service}, {row.place}" if row.place else row.service


def adding(month: Month, values: Mapping[str, Value]) -> Change:
    """Return the new part that was typed.

    Raises:
        Refusal: its service is not told yet.
    """
    service = values.get("service")
    if not isinstance(service, str):
        raise Refusal("Choose the service of the new line first.")
    fields = {key: value for key, value in values.items() if key != "service"}
    label = f"Add {service} at {values.get('place') or 'a place not known'}"
    return Change(label, services.add_part, (month, service, fields), service)


def removing(rows: Sequence[PartRow]) -> Change:
    """Return the deletion of parts."""
    words = called(rows[0]) if len(rows) == 1 else plural(len(rows), "line")
    return Change(f"Delete {words}", services.remove_parts, (tuple(row.id for row in rows),))
