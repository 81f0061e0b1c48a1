"""A plan as people read it before they say yes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.imports.plan import Change, ImportPlan, Link
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written

WORDS = {
    "board_action": ("action", "actions"),
    "action_update": ("update of an action", "updates of actions"),
    "risk_score": ("score of a risk", "scores of risks"),
    "practice": ("practice", "practices"),
    "list_snapshot": ("list size", "list sizes"),
    "weighted_population": ("weighted population", "weighted populations"),
    "network_staff": ("line of network staff", "lines of network staff"),
    "practice_staff": ("count of practice staff", "counts of practice staff"),
    "appointment_count": ("count of appointments", "counts of appointments"),
    "deployment": ("share of somebody's time", "shares of people's time"),
    "person": ("person", "people"),
    "budget_year": ("budget year", "budget years"),
    "budget_version": ("version of the budget", "versions of the budget"),
    "budget_line": ("budget line", "budget lines"),
    "baseline_part": ("part of the baseline", "parts of the baseline"),
}
MOST_SAID = 10
"""How many rows are told of one by one; the workbook of refused rows holds them all."""
NOT_SHOWN = frozenset({"source", "position"})
"""Columns that say nothing to a person beside the row's own words."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One value that would be written: where, what was there, and what would be."""

    where: str
    what: str
    column: str
    before: str
    after: str


def sentences(plan: ImportPlan) -> tuple[str, ...]:
    """Return what a plan does, in sentences: what it is, its rows, its changes."""
    changes = [_counted(table, counts) for table, counts in plan.counts().items()]
    refused = [f"{group.reason}: {plural(group.count, 'row')}." for group in plan.set_aside]
    return (*plan.notes, plan.rows_sentence, *refused, *_refused(plan), *changes)


def rows(plan: ImportPlan, most: int | None = None) -> list[PreviewRow]:
    """Return every value that would be written, in the order it would be."""
    listed: list[PreviewRow] = []
    for change in plan.changes:
        listed.extend(_values(change))
        if most is not None and len(listed) >= most:
            return listed[:most]
    return listed


def table_words(table: str, count: int) -> str:
    """Return what rows of a table are called: budget line, budget lines."""
    plain = table.replace("_", " ")
    one, many = WORDS.get(table, (plain, f"{plain}s"))
    return one if count == 1 else many


def _counted(table: str, counts: tuple[int, int, int]) -> str:
    parts = [
        f"{count:,} {words}"
        for count, words in zip(counts, ("new", "changed", "the same as before"), strict=True)
        if count
    ]
    words = table_words(table, sum(counts))
    return f"{words[:1].upper()}{words[1:]}: {', '.join(parts)}."


def _refused(plan: ImportPlan) -> Iterator[str]:
    """Say of the first rows that could not be used why; of the others how many they are."""
    for row in plan.refused[:MOST_SAID]:
        parts = [f"sheet “{row.sheet}”"] if row.sheet else []
        parts.append(f"row {row.row:,}")
        parts += [f"column “{row.column}”"] if row.column else []
        where = ", ".join(parts)
        yield f"{where[:1].upper()}{where[1:]}: {row.reason.rstrip('.')}."
    if len(plan.refused) > MOST_SAID:
        yield f"And {plural(len(plan.refused) - MOST_SAID, 'row')} more that could not be used."


def _values(change: Change) -> Iterator[PreviewRow]:
    before = change.before or {}
    for column, value in change.after.items():
        if column in NOT_SHOWN or column.endswith("_id") or isinstance(value, Link):
            continue
        if change.is_new and value is None:
            continue
        yield PreviewRow(
            table_words(change.table, 1),
            change.words,
            column_words(column),
            shown(column, before.get(column)),
            shown(column, value),
        )


def column_words(column: str) -> str:
    """Return a column's name as people read it."""
    plain = column.removesuffix("_pence").removesuffix("_on").replace("_", " ")
    plain = plain.replace("wte", "WTE")
    return f"{plain[:1].upper()}{plain[1:]}"


def shown(column: str, value: object) -> str:
    """Return a value as people read it, to the penny where it is money."""
    match value:
        case None:
            return ""
        case int() if column.endswith("_pence"):
            return _pounds(value)
        case int() | date():
            return written(value, Kind.COUNT if isinstance(value, int) else Kind.DATE)
        case Decimal():
            text = f"{value:,f}"
            return text.rstrip("0").rstrip(".") if "." in text else text
        case _:
            return str(value)


def _pounds(pence: int) -> str:
    pounds, rest = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}£{pounds:,}.{rest:02d}"
