"""Open risks of a former pack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pch_desktop.domain.board_registers import RiskCategory, RiskStatus
from pch_desktop.imports.own_former_rows import CLOSED, OURS, Aside, Carrying, alike, word
from pch_desktop.imports.own_plan import Unfit
from pch_desktop.imports.own_sheeted import FilledRow

SCORES = tuple(
    f"{which}_{part}"
    for which in ("inherent", "current", "target")
    for part in ("consequence", "likelihood")
)
NUMBERED = re.compile(r"R[0-9]{1,9}")
STEPS = range(1, 6)
LONGEST = 60


def carry_risks(carrying: Carrying) -> None:
    """Carry open risks over with their scores; those that stand are left as they are."""

    def carry(filled: FilledRow) -> None:
        title = filled.text("risk")
        if title is None:
            raise Unfit("risk", "Enter what may happen.")
        status = word(filled, "status", RiskStatus, RiskStatus.OPEN)
        if status is RiskStatus.CLOSED:
            raise Aside(CLOSED)
        reference = filled.text("reference")
        carrying.once(reference or title)
        row = carrying.standing("risk", "title", title, reference)
        if row is not None and alike(row["title"]) != alike(title):
            raise Aside(OURS)
        if row is not None:
            known = {"title": row["title"]}
            carrying.making.put("risk", f"standing risk {row['id']}", title[:LONGEST], known, row)
            return
        values: dict[str, object] = {
            "reference": carrying.free("risk", reference or _next(carrying)),
            "title": title,
            "category": word(filled, "category", RiskCategory, RiskCategory.OTHER),
            "status": status,
            "owner": filled.text("owner"),
            "controls": filled.text("controls"),
            **dict(_scores(filled)),
        }
        link = carrying.making.put("risk", f"risk {values['reference']}", title[:LONGEST], values)
        _score(carrying, values, link)

    carrying.each(carry)


def _scores(filled: FilledRow) -> Iterator[tuple[str, object]]:
    for key in SCORES:
        value = filled.values.get(key)
        if value is not None and value not in STEPS:
            raise Unfit(key, f"“{value}” is no step of a score. Enter a whole number from 1 to 5.")
        yield key, value


def _next(carrying: Carrying) -> str:
    """Return the next reference of the register: R4."""
    taken = carrying.used("risk")
    numbers = [int(each[1:]) for each in taken if NUMBERED.fullmatch(each)]
    return f"R{max(numbers, default=0) + 1}"


def _score(carrying: Carrying, values: dict[str, object], link: object) -> None:
    """Keep what a risk scored on the pack's last day, so that its trend can be told."""
    parts = [values["current_consequence"], values["current_likelihood"]]
    if carrying.month is not None and None not in parts:
        told = {
            "risk_id": link,
            "scored_on": carrying.month.last,
            "consequence": parts[0],
            "likelihood": parts[1],
        }
        name = str(values["title"])[:LONGEST]
        carrying.making.put("risk_score", f"score {values['reference']}", name, told)
