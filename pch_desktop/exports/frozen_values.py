"""The values, rows and columns of a told table as plain JSON facts, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from pch_desktop.reports.table import Column, Holds, Kind, Total, Value, Worse
from pch_desktop.reports.told import Told, of_told

Facts = dict[str, Any]
NUMBER, DAY = "number", "day"
WORDS: dict[str, type[Enum]] = {"kind": Kind, "total": Total, "worse": Worse, "holds": Holds}
"""The facts of a column that are one of a few words."""
LIVE = ("kind_of", "formula_of", "absent")
"""The facts of a column that each row tells for itself."""
LASTING = tuple(each.name for each in fields(Column) if each.name not in {"value", *LIVE})


def frozen_value(value: object) -> object:
    """Return a value as JSON holds it: a decimal and a day say what they are.

    Raises:
        TypeError: it is of no kind that a told table holds.
    """
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal():
            return {NUMBER: str(value)}
        case date():
            return {DAY: value.isoformat()}
        case _:
            raise TypeError(f"{value!r} is no value of a table")


def thawed_value(held: Any) -> Value:
    """Return a value JSON held."""
    match held:
        case {"number": str(number)}:
            return Decimal(number)
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case _:
            return held


def frozen_column(column: Column[Told]) -> Facts:
    """Return a column as facts; its rows tell their values for themselves."""
    facts: Facts = {key: getattr(column, key) for key in LASTING}
    facts |= {key: facts[key].name for key in WORDS}
    return facts | {key: True for key in LIVE if getattr(column, key) is not None}


def thawed_column(facts: Facts, at: int) -> Column[Told]:
    """Return a column that reads its value at a place of a told row."""
    known: Facts = {key: facts[key] for key in LASTING if key in facts}
    known |= {key: kind[known[key]] for key, kind in WORDS.items() if key in known}
    known |= {key: tuple(known[key]) for key in ("words", "ratio") if key in known}
    known |= {key: _nothing for key in LIVE if facts.get(key)}
    return of_told(Column(value=_nothing, **known), at)


def frozen_row(row: Told, columns: Sequence[Column[Told]]) -> Facts:
    """Return a row as facts; what is as usual is left out."""
    facts: Facts = {"id": row.id, "values": [frozen_value(value) for value in row.values]}
    kinds = {
        str(at): kind.name
        for at, (kind, column) in enumerate(zip(row.kinds, columns, strict=True))
        if kind is not column.kind
    }
    live = {str(at): formula for at, formula in enumerate(row.formulas) if formula}
    absent = [at for at, is_absent in enumerate(row.absent) if is_absent]
    of_its_own: Facts = {"kinds": kinds, "formulas": live, "absent": absent}
    of_its_own["is_private"] = row.is_private
    return facts | {key: value for key, value in of_its_own.items() if value}


def thawed_row(facts: Facts, columns: Sequence[Column[Told]]) -> Told:
    """Return the row of some facts."""
    kinds, live = facts.get("kinds", {}), facts.get("formulas", {})
    absent = facts.get("absent", ())
    return Told(
        id=facts["id"],
        values=tuple(thawed_value(value) for value in facts["values"]),
        kinds=tuple(Kind[kinds.get(str(at), each.kind.name)] for at, each in enumerate(columns)),
        formulas=tuple(live.get(str(at), "") for at in range(len(columns))),
        absent=tuple(at in absent for at in range(len(columns))),
        is_private=facts.get("is_private", False),
    )


def _nothing(_: Told) -> Any:
    """Stand where what a told row tells is put."""
