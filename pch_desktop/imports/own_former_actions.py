"""Open actions of a former pack."""

from __future__ import annotations

import re

from pch_desktop.domain.board import DONE, ActionStatus
from pch_desktop.imports.own_former_rows import CLOSED, OURS, Aside, Carrying, alike, word
from pch_desktop.imports.own_names import folded
from pch_desktop.imports.own_plan import Unfit
from pch_desktop.imports.own_sheeted import FilledRow

OVERDUE = "overdue"
NUMBERED = re.compile(r"[0-9]{1,9}")
LONGEST = 60


def carry_actions(carrying: Carrying) -> None:
    """Carry open actions over with their owners and days; those that stand are left as they are."""

    def carry(filled: FilledRow) -> None:
        text = filled.text("action")
        if text is None:
            raise Unfit("action", "Enter what is to be done.")
        status = _status(filled)
        if status in DONE:
            raise Aside(CLOSED)
        reference = filled.text("reference")
        carrying.once(reference or text)
        row = carrying.standing("board_action", "text", text, reference)
        if row is not None and alike(row["text"]) != alike(text):
            raise Aside(OURS)
        if row is not None:
            known = {"text": row["text"]}
            carrying.making.put(
                "board_action", f"standing action {row['id']}", text[:LONGEST], known, row
            )
            return
        named = carrying.free("board_action", reference or _next(carrying))
        values = {
            "reference": named,
            "text": text,
            "owner": filled.text("owner"),
            "due_on": filled.values.get("due_on"),
            "status": status,
        }
        link = carrying.making.put("board_action", f"action {named}", text[:LONGEST], values)
        _tell_latest(carrying, filled, link)

    carrying.each(carry)


def _status(filled: FilledRow) -> ActionStatus:
    told = folded(filled.text("status"))
    if told.startswith(OVERDUE):
        return ActionStatus.OPEN
    if told in {"done", "completed"}:
        return ActionStatus.COMPLETE
    return word(filled, "status", ActionStatus, ActionStatus.OPEN)


def _next(carrying: Carrying) -> str:
    """Return the next reference of the pack's month: 2016-10/04."""
    if carrying.month is None:
        raise Unfit("action", "Give the action a reference, such as 2016-10/04.")
    begins = f"{carrying.month}/"
    used = carrying.used("board_action")
    ends = [each.removeprefix(begins) for each in used if each.startswith(begins)]
    numbers = [int(end) for end in ends if NUMBERED.fullmatch(end)]
    return f"{begins}{max(numbers, default=0) + 1:02d}"


def _tell_latest(carrying: Carrying, filled: FilledRow, link: object) -> None:
    """Keep what was told of an action last, as told on the last day of the pack's month."""
    latest = filled.text("latest")
    if latest is not None and carrying.month is not None:
        values = {"action_id": link, "told_on": carrying.month.last, "text": latest}
        name = f"update {link}"
        carrying.making.put("action_update", name, latest[:LONGEST], values)
