"""What a change of the log of meetings is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pch_desktop.domain.partners import EngagementKind
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.partners_engagement import SENTIMENTS
from pch_desktop.reports.table import Value
from pch_desktop.store import partners
from pch_desktop.store.partners import EngagementRow
from pch_desktop.ui.asking import (
    Ask,
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    needed,
    word,
)
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits


def feeling(value: Value) -> object:
    """Return the number from -2 to 2 that a word or number typed stands for.

    Raises:
        Refusal: it is neither.
    """
    text = str(value or "").strip()
    known = {words.casefold(): number for number, words in SENTIMENTS.items()}
    plain = {str(number): number for number in SENTIMENTS}
    if not text:
        return None
    found = known.get(text.casefold(), plain.get(text.removeprefix("+")))
    if found is None:
        raise Refusal("Enter how they stand to it from -2 (against) to 2 (wholly for).")
    return found


MET: Mapping[str, tuple[str, str, Meaning]] = {
    "met_on": ("met_on", "day", as_typed),
    "kind": ("kind", "kind", word(EngagementKind)),
    "topic": ("topic", "topic", as_typed),
    "sentiment": ("sentiment", "standing", feeling),
    "next_step": ("next_step", "next step", as_typed),
    "due_on": ("due_on", "due day", as_typed),
    "done_on": ("done_on", "day it was done", as_typed),
    "owner": ("owner", "owner", as_typed),
    "attendees": ("attendees", "attendees", as_typed),
    "summary": ("summary", "summary", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""


def of_meeting(key: str) -> Ask:
    """Return the change of one of a meeting's fields."""
    return changing(
        partners.set_engagement,
        lambda row: f"{row.topic}, {row.partner}",
        where=lambda row: row.topic,
    )(*MET[key])


def adding_meeting(values: Mapping[str, Value]) -> Change:
    """Return the meeting that was typed.

    Raises:
        Refusal: with whom, when or what about is not told yet.
    """
    partner = needed(values, "partner", "Choose the partner first, then the day and the topic.")
    needed(values, "met_on", "Enter the day they were met too.")
    topic = needed(values, "topic", "Enter what it was about too.")
    label = f"Add {topic}, {partner}"
    args = (partner, described(values, MET))
    return Change(label, partners.add_engagement, args, topic)


def meetings(desk: Desk) -> Edits[EngagementRow]:
    """Return what may be changed of the log."""

    def remove(rows: Sequence[EngagementRow]) -> Change:
        one = f"{rows[0].topic}, {rows[0].partner}"
        return deletion(rows, one, "entry", partners.remove_engagements, "entries")

    return Edits(desk, {key: of_meeting(key) for key in MET}, adding_meeting, remove)
