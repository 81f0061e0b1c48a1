"""From the year's budget to its forecast outturn, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from pch_desktop.reports.budget import StandingRow
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import plural, written

MOST_LINES = 7
"""How many lines have a step of their own; the rest stand together."""
RESERVES = ("contingency", "reserve")
"""What a line is called whose money is kept back; it is released last."""


class Part(Enum):
    """What a step of the bridge is."""

    WHOLE = "total"
    BEFORE = "total before the reserve is released"
    LINE = "line"
    OTHERS = "other lines"
    RESERVE = "reserve"


@dataclass(frozen=True, slots=True)
class Step:
    """One step, in pence: what it adds to the cost, and the cost after it."""

    id: int
    name: str
    part: Part
    added: int
    """Above zero costs more than budget."""
    reached: int

    @property
    def before(self) -> int:
        """The cost before the step; nothing before a total."""
        return 0 if self.is_whole else self.reached - self.added

    @property
    def is_whole(self) -> bool:
        """Whether it stands for the whole cost rather than a change of it."""
        return self.part in {Part.WHOLE, Part.BEFORE}


BRIDGE: tuple[Column[Step], ...] = (
    Column("name", "Step", lambda step: step.name, width=34),
    Column("part", "Kind", lambda step: step.part.value, width=20),
    Column("added", "Added £", lambda step: None if step.is_whole else step.added, Kind.MONEY,
           help="Brackets take off the cost; plain figures add to it."),
    Column("reached", "Cost £", lambda step: step.reached, Kind.MONEY),
)  # fmt: skip


def bridge(rows: Sequence[StandingRow]) -> list[Step]:
    """Return the steps: what goes over first, then what goes under, reserves last.

    Lines whose budget or forecast is not known are left out of both ends.
    """
    known = [row for row in rows if row.outturn_variance is not None]
    if not known:
        return []
    kept = [row for row in known if is_reserve(row)]
    moving = [row for row in known if row.outturn_variance and not is_reserve(row)]
    steps = _Steps(sum(row.annual or 0 for row in known))
    large = sorted(moving, key=lambda row: -abs(row.outturn_variance or 0))[:MOST_LINES]
    for row in sorted(large, key=_most_over_then_most_under):
        steps.add(row.name, Part.LINE, -(row.outturn_variance or 0))
    small = [row for row in moving if row not in large]
    if small:
        added = -sum(row.outturn_variance or 0 for row in small)
        steps.add(f"{plural(len(small), 'other line')}", Part.OTHERS, added)
    released = sum(row.outturn_variance or 0 for row in kept)
    if released:
        steps.whole("Before the reserve", Part.BEFORE)
        steps.add(f"{kept[0].name} released", Part.RESERVE, -released)
    steps.whole("Forecast outturn", Part.WHOLE)
    return steps.made


def is_reserve(row: StandingRow) -> bool:
    """Return whether a line's money is kept back for what nobody foresaw, by its name."""
    name = row.name.casefold()
    return any(word in name for word in RESERVES)


def bridge_finding(steps: Sequence[Step]) -> str:
    """Return what decides the year: the reserve, or the line that is furthest out."""
    if not steps:
        return "No budget has been set yet."
    budgeted, outturn = steps[0].reached, steps[-1].reached
    over = outturn - budgeted
    side = f"{written(abs(over), Kind.MONEY)} {'over' if over > 0 else 'under'} budget"
    reserve = next((step for step in steps if step.part is Part.RESERVE), None)
    if reserve is not None and reserve.reached - reserve.added > budgeted:
        word = "but" if over > 0 else "and"
        freed = written(abs(reserve.added), Kind.MONEY)
        name = reserve.name.removesuffix(" released").lower()
        return f"We forecast {side}, {word} only because {freed} of {name} is released"
    lines = [step for step in steps if step.part is Part.LINE]
    if not lines:
        return f"We forecast {side}"
    most = max(lines, key=lambda step: abs(step.added))
    way = "over" if most.added > 0 else "under"
    return f"We forecast {side}; {most.name} is {written(abs(most.added), Kind.MONEY)} {way}"


def bridge_words(steps: Sequence[Step]) -> str:
    """Return the numbers behind the bridge, for those who do not see it."""
    return "; ".join(
        f"{step.name} {written(step.reached, Kind.MONEY)}"
        if step.is_whole
        else f"{step.name} {'+' if step.added > 0 else '−'}{written(abs(step.added), Kind.MONEY)}"
        for step in steps
    )


def _most_over_then_most_under(row: StandingRow) -> tuple[bool, int]:
    variance = row.outturn_variance or 0
    return variance > 0, -abs(variance)


class _Steps:
    """The steps made so far and the cost they have reached."""

    def __init__(self, budgeted: int) -> None:
        self.reached = budgeted
        self.made: list[Step] = []
        self.whole("Budget", Part.WHOLE)

    def whole(self, name: str, part: Part) -> None:
        self.made.append(Step(len(self.made) + 1, name, part, 0, self.reached))

    def add(self, name: str, part: Part, added: int) -> None:
        self.reached += added
        self.made.append(Step(len(self.made) + 1, name, part, added, self.reached))
