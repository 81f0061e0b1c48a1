"""What a change of sickness is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.reports.workforce_sickness_table import SicknessRow
from pch_desktop.store import workforce
from pch_desktop.store.workforce import AbsenceGroup
from pch_desktop.ui.asking import deletion
from pch_desktop.ui.change import Change
from pch_desktop.ui.edits import CellEdit
from pch_desktop.ui.table_model import TableModel

CELLS = {"days_available": "days available", "days_lost": "days lost", "source": "source of days"}
DAYS = ("days_available", "days_lost")


def of_absence(field: str) -> CellEdit[SicknessRow]:
    """Return how one of the figures of a group's month is changed."""

    def ask(row: SicknessRow, value: Value) -> Change:
        label = f"Change {CELLS[field]} of {row.name}, {row.month.words}"
        args = (row.month, row.group, field, _days(value) if field in DAYS else value)
        return Change(label, workforce.set_absence, args, row.name)

    return ask


EDITS = {field: of_absence(field) for field in CELLS}


class SicknessModel(TableModel[SicknessRow]):
    """The groups of a month; the sign of what is not shown may stand where it stands."""

    def read(self, column: int, text: str) -> Value:
        """Return the value a text means in a column; Refusal otherwise."""
        return HIDDEN if text.strip() == HIDDEN else super().read(column, text)


def adding(month: Month, values: Mapping[str, Value]) -> Change:
    """Return the return of a group that was typed in the empty line."""
    staff_group = meant(StaffGroup, str(values.get("staff_group") or ""))
    if staff_group is None:
        raise Refusal("Choose the staff group whose days they are.")
    if not any(key in values for key in DAYS):
        raise Refusal("Enter the days lost of the whole group, never of one person.")
    group = AbsenceGroup(
        staff_group, str(values.get("employer") or ""), str(values.get("practice") or "")
    )
    days = {key: values[key] for key in CELLS if key in values}
    for key in DAYS:
        _days(values.get(key))
    where = f"{staff_group.value}, {month.words}"
    return Change(f"Enter days of {where}", workforce.enter_absence, (month, group, days), where)


def removing(rows: Sequence[SicknessRow]) -> Change:
    """Return the deletion of returns."""
    told = [row for row in rows if row.entry_id]
    if not told:
        raise Refusal("There are no days in these lines to delete.")
    name = f"{told[0].name}, {told[0].month.words}"
    change = deletion(told, f"the days of {name}", "return", workforce.remove_absences)
    ids = tuple(row.entry_id for row in told)
    return Change(change.label, change.command, (ids,))


def _days(value: Value) -> Value:
    if value == HIDDEN:
        raise Refusal(f"{HIDDEN} stands for days that are not shown. Enter the days themselves.")
    return value
