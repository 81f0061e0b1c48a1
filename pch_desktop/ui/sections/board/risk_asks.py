"""What a change of a risk or a mitigation is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pch_desktop.domain.board_registers import Proximity, RiskCategory, RiskStatus
from pch_desktop.reports.table import Value
from pch_desktop.store import board
from pch_desktop.store.board import MitigationRow, RiskRow
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

SCORED = {
    f"{which}_{side}": (f"{which}_{side}", f"{which} {side}", as_typed)
    for which in ("inherent", "current", "target")
    for side in ("consequence", "likelihood")
}
RISK: Mapping[str, tuple[str, str, Meaning]] = {
    "reference": ("reference", "reference", as_typed),
    "title": ("title", "title", as_typed),
    "cause": ("cause", "cause", as_typed),
    "event": ("event", "event", as_typed),
    "effect": ("effect", "effect", as_typed),
    "category": ("category", "category", word(RiskCategory)),
    **SCORED,
    "appetite": ("appetite", "appetite", as_typed),
    "owner": ("owner", "owner", as_typed),
    "partner": ("partner", "partner", as_typed),
    "controls": ("controls", "controls", as_typed),
    "proximity": ("proximity", "proximity", word(Proximity)),
    "status": ("status", "status", word(RiskStatus)),
    "found_on": ("found_on", "day found", as_typed),
    "reviewed_on": ("reviewed_on", "review", as_typed),
    "closed_on": ("closed_on", "day of closing", as_typed),
    "note": ("note", "note", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""
PART: Mapping[str, tuple[str, str, Meaning]] = {
    "text": ("text", "words", as_typed),
    "owner": ("owner", "owner", as_typed),
    "due_on": ("due_on", "day due", as_typed),
    "done_on": ("done_on", "day done", as_typed),
}


def of_risk(key: str) -> Ask:
    """Return the change of one of a risk's fields; a score is given at its row's day."""
    return changing(board.set_risk, lambda row: row.reference, more=lambda row: (row.on,))(
        *RISK[key]
    )


def adding_risk(on: date, values: Mapping[str, Value]) -> Change:
    """Return the new risk that was typed, found on a day.

    Raises:
        Refusal: what may happen is not told yet.
    """
    title = needed(values, "title", "Enter first what may happen, such as No locum GP in winter.")
    rest = described(values, RISK, "title")
    return Change(f"Add risk {title}", board.add_risk, (title, on, rest), title)


def removing_risks(rows: Sequence[RiskRow]) -> Change:
    """Return the deletion of risks with their scores and mitigations."""
    return deletion(rows, rows[0].reference, "risk", board.remove_risks)


def of_mitigation(key: str) -> Ask:
    """Return the change of one of a mitigation's fields."""
    return changing(board.set_mitigation, _called)(*PART[key])


def adding_mitigation(values: Mapping[str, Value]) -> Change:
    """Return the new mitigation that was typed.

    Raises:
        Refusal: its risk, or what is to be done, is not told yet.
    """
    risk = needed(values, "reference", "Enter first the reference of its risk, such as R1.")
    text = needed(values, "text", "Enter what is to be done about it.")
    rest = described(values, PART, "text")
    return Change(f"Add mitigation of {risk}", board.add_mitigation, (risk, text, rest), risk)


def removing_mitigations(rows: Sequence[MitigationRow]) -> Change:
    """Return the deletion of mitigations."""
    return deletion(rows, _called(rows[0]), "mitigation", board.remove_mitigations)


def _called(row: MitigationRow) -> str:
    return f"mitigation of {row.reference}"
