"""The table of bookings: what is pasted into one booking is one change of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pch_desktop.store import estates
from pch_desktop.store.estates import BookingRow
from pch_desktop.ui.change import Change, those_that_may
from pch_desktop.ui.table_model import TableModel


class BookingModel(TableModel[BookingRow]):
    """Bookings; a block of new times is held against the others when all of it is in."""

    def carry_out(self, label: str, changes: Sequence[Change]) -> Any:
        """Carry out changes as one step, those of bookings all at once."""
        if len(changes) == 1 and changes[0].command is those_that_may:
            (whole,) = changes
            changes = [Change(whole.label, whole.command, (by_booking(whole.args[0]),))]
        elif len(changes) > 1:
            changes = at_once(label, changes)
        return super().carry_out(label, changes)


def at_once(label: str, changes: Sequence[Change]) -> list[Change]:
    """Return the changes of bookings made one, and whatever else there is behind it."""
    ours = by_booking(changes)
    told = [change for change in ours if change.command is estates.change_bookings]
    others = [change for change in ours if change.command is not estates.change_bookings]
    if not told:
        return others
    wanted = {key: fields for change in told for key, fields in change.args[0].items()}
    return [Change(label, estates.change_bookings, (wanted,)), *others]


def by_booking(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return one change for each booking, with all that is changed of it, and the rest after."""
    fields: dict[int, dict[str, object]] = {}
    first: dict[int, Change] = {}
    others: list[Change] = []
    for change in changes:
        if change.command is not estates.change_bookings:
            others.append(change)
            continue
        for key, told in change.args[0].items():
            first.setdefault(key, change)
            fields.setdefault(key, {}).update(told)
    ours = [
        Change(change.label, change.command, ({key: fields[key]},), change.where)
        for key, change in first.items()
    ]
    return (*ours, *others)
