"""From the year's budget to its forecast outturn, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import variance_pence
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_standing import StandingRow, finance
from pch_desktop.reports.signs import KEY
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import plural, written

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

MOST_LINES = 7
"""How many lines have a step of their own; the rest stand together."""
MOST_MOVES = 3
"""How many lines that budget was moved to or from have a step of their own."""
RESERVES = ("contingency", "reserve")
"""What a line is called whose money is kept back; it is released last."""


class Part(Enum):
    """What a step of the bridge is."""

    WHOLE = "total"
    MOVED = "budget moved since it opened"
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
    def moved(self) -> int | None:
        """What the step adds to the budget; None where it does not move it."""
        return self.added if self.part is Part.MOVED else None

    @property
    def variance(self) -> int | None:
        """How far the step is from budget: favourable positive; None where it is no variance."""
        return None if self.is_whole or self.part is Part.MOVED else variance_pence(0, self.added)

    @property
    def is_whole(self) -> bool:
        """Whether it stands for the whole cost rather than a change of it."""
        return self.part in {Part.WHOLE, Part.BEFORE}


def _running(step: Step) -> str:
    """Return the formula that goes on from the step before; the first step has none."""
    return f"{{reached[{step.id - 2}]}}+{{moved}}-{{variance}}" if step.id > 1 else ""


BRIDGE: tuple[Column[Step], ...] = (
    Column("name", "Step", lambda step: step.name, width=36),
    Column("part", "Kind", lambda step: step.part.value, width=34),
    Column("moved", "Budget moved £", lambda step: step.moved, Kind.MONEY, width=14,
           help="What was moved to a line since its budget opened, or from it."),
    Column("variance", "Variance £", lambda step: step.variance, Kind.MONEY, width=14, help=KEY),
    Column("reached", "Budget or cost £", lambda step: step.reached, Kind.MONEY, width=16,
           formula_of=_running,
           help="After the step."),
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
    steps = _Steps(known)
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


def bridge_table(file: Reads, month: Month) -> Table[Step]:
    """Return the steps as a table of the board pack."""
    found = finance(file, month)
    steps = bridge(list(found.rows))
    subtitle = f"£. {month.financial_year}, month {month.number}. {bridge_finding(steps)}."
    notes = (KEY, *_left_out(found.rows))
    return Table("Bridge", BRIDGE, steps, subtitle, notes=notes, marking=found.marking)


def _left_out(rows: Sequence[StandingRow]) -> Sequence[str]:
    unknown = [row.name for row in rows if row.outturn_variance is None]
    named = ", ".join(unknown[:6])
    return [f"Left out, for their budget or forecast is not known: {named}."] if unknown else []


def is_reserve(row: StandingRow) -> bool:
    """Return whether a line's money is kept back for what nobody foresaw, by its name."""
    name = row.name.casefold()
    return any(word in name for word in RESERVES)


def bridge_finding(steps: Sequence[Step]) -> str:
    """Return what decides the year: the reserve, or the line that is furthest out."""
    if not steps:
        return "No budget has been set yet."
    budgeted, outturn = budget_of(steps), steps[-1].reached
    variance = variance_pence(budgeted, outturn)
    is_over = variance < 0
    side = f"{written(abs(variance), Kind.MONEY)} {'over' if is_over else 'under'} budget"
    reserve = next((step for step in steps if step.part is Part.RESERVE), None)
    if reserve is not None and reserve.reached - reserve.added > budgeted:
        word = "but" if is_over else "and"
        freed = written(abs(reserve.added), Kind.MONEY)
        name = reserve.name.removesuffix(" released").lower()
        return f"We forecast {side}, {word} only because {freed} of {name} is released"
    lines = [step for step in steps if step.part is Part.LINE]
    if not lines:
        return f"We forecast {side}"
    most = max(lines, key=lambda step: abs(step.added))
    way = "over" if most.added > 0 else "under"
    return f"We forecast {side}; {most.name} is {written(abs(most.added), Kind.MONEY)} {way}"


def budget_of(steps: Sequence[Step]) -> int:
    """Return the budget the steps set out from: the current one where it was moved."""
    return next(
        (step.reached for step in steps[1:] if step.part is Part.WHOLE and step is not steps[-1]),
        steps[0].reached,
    )


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


def _moved(rows: Sequence[StandingRow]) -> int:
    """Return what was moved to lines since their budget opened; income is held below zero."""
    return sum(
        -row.line.virement_pence if row.line.is_income else row.line.virement_pence for row in rows
    )


class _Steps:
    """The steps made so far and the cost they have reached."""

    def __init__(self, known: Sequence[StandingRow]) -> None:
        self.made: list[Step] = []
        moved = [row for row in known if row.line.virement_pence]
        self.reached = sum(row.annual or 0 for row in known) - _moved(moved)
        if not moved:
            self.whole("Budget", Part.WHOLE)
            return
        self.whole("Opening budget", Part.WHOLE)
        for row in moved if len(moved) <= MOST_MOVES else ():
            self.add(f"Moved: {row.name}", Part.MOVED, _moved([row]))
        if len(moved) > MOST_MOVES:
            self.add(f"Moved between {len(moved)} lines", Part.MOVED, _moved(moved))
        self.whole("Current budget", Part.WHOLE)

    def whole(self, name: str, part: Part) -> None:
        self.made.append(Step(len(self.made) + 1, name, part, 0, self.reached))

    def add(self, name: str, part: Part, added: int) -> None:
        self.reached += added
        self.made.append(Step(len(self.made) + 1, name, part, added, self.reached))
