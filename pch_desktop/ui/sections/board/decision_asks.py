"""What a change of a decision or of patient voice is called, and its command."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pch_desktop.domain.board import VoiceSource, VoiceStatus
from pch_desktop.domain.partners import DecisionRule
from pch_desktop.reports.table import Value
from pch_desktop.store import board
from pch_desktop.store.board import DecisionRow, VoiceRow
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
from pch_desktop.ui.sections.board.action_asks import Since
from pch_desktop.ui.sections.board.meeting_asks import Add

DECISION: Mapping[str, tuple[str, str, Meaning]] = {
    "text": ("text", "words", as_typed),
    "decided_on": ("decided_on", "day", as_typed),
    "rule": ("rule", "rule", word(DecisionRule)),
    "votes": ("votes", "votes", as_typed),
    "vote": ("vote", "vote", as_typed),
    "conflicts": ("conflicts", "conflicts", as_typed),
    "review_on": ("review_on", "review", as_typed),
    "line": ("line", "line", as_typed),
}
VOICE: Mapping[str, tuple[str, str, Meaning]] = {
    "theme": ("theme", "theme", as_typed),
    "said": ("said", "words", as_typed),
    "done": ("done", "answer", as_typed),
    "status": ("status", "status", word(VoiceStatus)),
    "source": ("source", "source", word(VoiceSource)),
    "people": ("people", "people", as_typed),
    "heard_on": ("heard_on", "day", as_typed),
    "service": ("service", "service", as_typed),
    "practice": ("practice", "practice", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""


def of_decision(key: str) -> Ask:
    """Return the change of one of a decision's fields."""
    return changing(board.set_decision, lambda row: f"decision {row.reference}")(*DECISION[key])


def adding_decision(since: Since) -> Add:
    """Return how a decision is written down, numbered by its meeting's month."""

    def add(values: Mapping[str, Value]) -> Change:
        text = needed(values, "text", "Enter what was decided.")
        args = (text, *since(), described(values, DECISION, "text"))
        return Change(f"Add the decision {text}", board.add_decision, args, text)

    return add


def removing_decisions(rows: Sequence[DecisionRow]) -> Change:
    """Return the deletion of decisions."""
    return deletion(rows, f"decision {rows[0].reference}", "decision", board.remove_decisions)


def of_voice(key: str) -> Ask:
    """Return the change of one of the fields of what was heard."""
    return changing(board.set_voice, lambda row: row.theme)(*VOICE[key])


def adding_voice(on: Callable[[], date]) -> Add:
    """Return how what was heard is written down, on the day at hand unless told."""

    def add(values: Mapping[str, Value]) -> Change:
        theme = needed(values, "theme", "Enter the theme and what was said.")
        needed(values, "said", "Enter what was said, too; never by whom.")
        told = {"heard_on": on(), **described(values, VOICE)}
        return Change(f"Add {theme}", board.add_voice, (told,), theme)

    return add


def removing_voice(rows: Sequence[VoiceRow]) -> Change:
    """Return the deletion of what was heard."""
    return deletion(rows, rows[0].theme, "line", board.remove_voice)
