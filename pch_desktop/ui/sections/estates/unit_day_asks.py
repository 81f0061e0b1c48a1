"""What a change of a mobile unit's days is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from pch_desktop.domain import opening
from pch_desktop.domain.estates import BookingStatus, Used
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import written
from pch_desktop.store import estates
from pch_desktop.store.estates import Slot, UnitDayRow
from pch_desktop.ui.asking import Meaning, as_typed, changing, deletion, described, word
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits

USUAL_HOURS = (9 * 60, 17 * 60)


def minute(value: Value) -> object:
    """Return the minute after midnight of a time that was typed."""
    return opening.minute(str(value or ""))


CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "unit": ("unit", "unit", as_typed),
    "day": ("day", "day", as_typed),
    "starts": ("starts_minute", "beginning", minute),
    "ends": ("ends_minute", "end", minute),
    "site": ("site", "site", as_typed),
    "service": ("service", "service", as_typed),
    "partner": ("partner", "partner", as_typed),
    "status": ("status", "status", word(BookingStatus)),
    "used": ("used", "mark", word(Used)),
    "note": ("note", "note", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""


def day_edits(desk: Desk) -> Edits[UnitDayRow]:
    """Return what may be changed of the days of units."""
    cells = {key: _of_day(*told) for key, told in CELLS.items()}
    return Edits(desk, cells, add_day, remove_days)


def add_day(values: Mapping[str, Value]) -> Change:
    """Return the new day that was typed; without hours it is from nine to five."""
    unit, day = values.get("unit"), values.get("day")
    if not unit:
        raise Refusal("Choose the mobile unit that comes.")
    if not isinstance(day, date):
        raise Refusal(f"Enter the day on which {unit} comes.")
    starts = opening.minute(str(values.get("starts") or ""))
    ends = opening.minute(str(values.get("ends") or ""))
    slot = Slot(day, *(_or(starts, USUAL_HOURS[0]), _or(ends, USUAL_HOURS[1])))
    rest = described(values, CELLS, "unit", "day", "starts", "ends")
    label = f"Book {unit} for {written(day, Kind.DATE)}"
    return Change(label, partial(estates.add_unit_day, rest=rest), (unit, slot), str(unit))


def remove_days(rows: Sequence[UnitDayRow]) -> Change:
    """Return the deletion of days."""
    return deletion(rows, _called(rows[0]), "day of a unit", estates.remove_bookings,
                    "days of units")  # fmt: skip


def _or(minute_: int | None, usual: int) -> int:
    return usual if minute_ is None else minute_


def _called(row: UnitDayRow) -> str:
    return f"{row.unit} on {written(row.day, Kind.DATE)}"


_of_day = changing(estates.set_unit_day, _called)
