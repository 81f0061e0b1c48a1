"""What a change of a booking is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pch_desktop.domain import opening
from pch_desktop.domain.estates import BookingStatus, Used
from pch_desktop.domain.opening import DAY_MINUTES
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.store import estates
from pch_desktop.store.estates import Booked, BookingRow, Reach, Slot, Terms
from pch_desktop.ui.asking import Ask, Meaning, as_typed, deletion, described, word
from pch_desktop.ui.change import Change


def time(value: Value) -> object:
    """Return the minute of the day of a typed time.

    Raises:
        Refusal: it is no time, or blank.
    """
    minute = opening.minute(str(value or ""))
    if minute is None:
        raise Refusal("Enter a time such as 09:00 or 2 pm.")
    return minute


def end(value: Value) -> object:
    """Return the minute of a time until which something lasts; midnight ends the day."""
    return time(value) or DAY_MINUTES


BOOKING: Mapping[str, tuple[str, str, Meaning]] = {
    "day": ("day", "day", as_typed),
    "room": ("room", "room", as_typed),
    "starts": ("starts_minute", "beginning", time),
    "ends": ("ends_minute", "end", end),
    "partner": ("partner", "partner", as_typed),
    "service": ("service", "service", as_typed),
    "status": ("status", "status", word(BookingStatus)),
    "charge": ("charge_pence", "charge", as_typed),
    "note": ("note", "note", as_typed),
    "used": ("used", "use", word(Used)),
    "used_minutes": ("used_minutes", "minutes used", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""
MARKS = ("used", "used_minutes")
CELLS = tuple(key for key in BOOKING if key not in MARKS)
NEEDED = (
    ("day", "Enter the day first."),
    ("room", "Choose the room too."),
    ("starts", "Enter from when, too."),
    ("ends", "Enter until when, too."),
    ("partner", "Choose the partner it is for, too."),
)


def of_booking(key: str) -> Ask:
    """Return the change of one of a booking's fields."""
    field, words, meaning = BOOKING[key]

    def change(row: BookingRow, value: Value) -> Change:
        wanted = {row.id: {field: meaning(value)}}
        label = f"Change {words} of {row.name}"
        return Change(label, estates.change_bookings, (wanted,), row.name)

    return change


def of_reach(key: str, reach: Callable[[], Reach]) -> Ask:
    """Return the change of a field of one booking, of that and later, or of the series."""
    field, words, meaning = BOOKING[key]

    def change(row: BookingRow, value: Value) -> Change:
        far = reach()
        more = "" if far is Reach.ONE or row.series_id is None else f", {far.value}"
        label = f"Change {words} of {row.name}{more}"
        args = (row.id, far, {field: meaning(value)})
        return Change(label, estates.change_series, args, row.name)

    return change


def adding(values: Mapping[str, Value], usual: date | None = None) -> Change:
    """Return the new booking that was typed; the day may be the one shown.

    Raises:
        Refusal: the day, room, time or partner is not told yet.
    """
    told = {"day": usual, **values}
    for key, sentence in NEEDED:
        if not told.get(key):
            raise Refusal(sentence)
    day = told["day"]
    if not isinstance(day, date):
        raise Refusal(NEEDED[0][1])
    starts, ends = time(told["starts"]), end(told["ends"])
    slot = Slot(day, _minutes(starts), _minutes(ends))
    terms = Terms(described(values, BOOKING, "day", "room", "starts", "ends", *MARKS))
    room = str(told["room"])
    label = f"Book {room} on {written(day, Kind.DATE)}"
    return Change(label, estates.add_booking, (room, slot, terms), room)


def removing(rows: Sequence[BookingRow]) -> Change:
    """Return the deletion of bookings."""
    return deletion(rows, rows[0].name, "booking", estates.remove_bookings)


def marking(rows: Sequence[BookingRow], used: Used | None) -> Change:
    """Return the marking of bookings as used or not used; None takes the marks back."""
    who = rows[0].name if len(rows) == 1 else plural(len(rows), "booking")
    label = f"Mark {who} as {used.value}" if used else f"Take the mark of {who} back"
    return Change(label, estates.mark_used, (tuple(row.id for row in rows), used))


def booked_words(booked: Booked, room: str) -> str:
    """Return what was booked, and which bank holidays were left out, in a sentence."""
    said = f"{room}: {plural(len(booked.ids), 'booking')} made."
    if booked.left_out:
        days = ", ".join(written(day, Kind.DATE) for day in booked.left_out)
        noun = "bank holiday" if len(booked.left_out) == 1 else "bank holidays"
        said += f" Left out as {noun}: {days}."
    return said


def cancelled_words(count: int) -> str:
    """Return how many bookings were cancelled, in a sentence."""
    return (
        f"{plural(count, 'booking')} cancelled. Undo brings {'it' if count == 1 else 'them'} back."
    )


def _minutes(value: object) -> int:
    return value if isinstance(value, int) else 0
