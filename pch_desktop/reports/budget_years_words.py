"""What changed from last year in words, and as the steps of a chart."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pch_desktop.reports.budget_bridge import Part, Step
from pch_desktop.reports.budget_years import GONE, NEW, UNKNOWN, ChangeRow, YearChange
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written

MOST_STEPS = 8
"""How many lines have a step of their own in the chart; the rest stand together."""


def change_finding(found: YearChange | None) -> str:
    """Return how much more this year is than last, and which line moved most."""
    if found is None:
        return "There is no budget of two years to hold against each other."
    before, after = found.last_pence, found.this_pence
    last, this = found.years
    if before is None or after is None:
        unknown = plural(sum(row.state == UNKNOWN for row in found.rows), "line")
        return f"The change from {last} is not known: {unknown} without a budget."
    if before == after and not any(row.change for row in found.rows):
        return f"{this} is as {last} was, line by line."
    share = f" ({_percent(after - before, before)})" if before else ""
    sentence = f"{this} is {_more(after - before)} than {last}{share}. "
    return sentence + _line_words(found)


def _line_words(found: YearChange) -> str:
    row = max(found.rows, key=lambda each: abs(each.change or 0))
    how = {NEW: "is new", GONE: "is gone"}.get(row.state, "moved most")
    sentence = f"{row.name} {how}, {_more(row.change or 0)}"
    most = row.most
    if most is None or len(row.practices) == 1:
        return f"{sentence}."
    return f"{sentence}; {most.practice} {_more(most.change)}."


def change_reasons(found: YearChange) -> str:
    """Return what of the change is more people, what more for each, what cannot be said."""
    parts = (
        ("list size", found.split.list_pence),
        ("payment a head", found.split.rate_pence),
        ("new, gone or not split", found.split.other_pence),
    )
    told = [f"{name} {_more(pence)}" for name, pence in parts if pence is not None]
    return f"Of the change: {', '.join(told)}." if len(told) > 1 else ""


def _more(pence: int) -> str:
    return f"{written(abs(pence), Kind.MONEY)} {'less' if pence < 0 else 'more'}"


def signed(pence: int) -> str:
    """Return an amount with its sign: +£1,200."""
    return f"{'−' if pence < 0 else '+'}{written(abs(pence), Kind.MONEY)}"


def _percent(pence: int, of: int) -> str:
    return written(abs(Decimal(pence) / Decimal(of)), Kind.SHARE)


def change_steps(found: YearChange | None) -> list[Step]:
    """Return the steps from last year's budget to this year's, those up first; none if unknown."""
    if found is None or found.last_pence is None or found.this_pence is None:
        return []
    last, this = found.years
    moving = sorted(
        (row for row in found.rows if row.change), key=lambda row: -abs(row.change or 0)
    )
    large, small = moving[:MOST_STEPS], moving[MOST_STEPS:]
    steps = [(_step_name(row), Part.LINE, row.change or 0) for row in _up_first(large)]
    if small:
        together_ = sum(row.change or 0 for row in small)
        steps.append((plural(len(small), "other line"), Part.OTHERS, together_))
    return _stepped(f"{last}", steps, (found.last_pence, f"{this}"))


def _up_first(rows: Sequence[ChangeRow]) -> list[ChangeRow]:
    return sorted(rows, key=lambda row: ((row.change or 0) < 0, -abs(row.change or 0)))


def _step_name(row: ChangeRow) -> str:
    return f"{row.state}: {row.name}" if row.state else row.name


def _stepped(
    first: str, steps: Sequence[tuple[str, Part, int]], ends: tuple[int, str]
) -> list[Step]:
    reached, last = ends
    found = [Step(1, first, Part.WHOLE, 0, reached)]
    for name, part, added in steps:
        reached += added
        found.append(Step(len(found) + 1, name, part, added, reached))
    found.append(Step(len(found) + 1, last, Part.WHOLE, 0, reached))
    return found
