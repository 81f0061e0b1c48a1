"""A told table as plain JSON facts, and back: what it shows is the same.

What a later version adds is ignored here, and what an earlier one did not have
takes its usual value, so that a pack opens in years.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from pch_desktop.exports.frozen_values import (
    Facts,
    frozen_column,
    frozen_row,
    frozen_value,
    thawed_column,
    thawed_row,
    thawed_value,
)
from pch_desktop.reports.table import Block, Chart, Shape, Table, Value
from pch_desktop.reports.told import Told, is_private, told

HEADS = ("title", "subtitle", "marking", "total_title")


def frozen_table(table: Table[Any]) -> Facts:
    """Return a table as facts that JSON can hold."""
    plain = told(table)
    inside = [row for block in plain.blocks for row in block.rows]
    every = list({id(row): row for row in (*plain.rows, *inside, *plain.beside)}.values())
    place = {id(row): at for at, row in enumerate(every)}

    def places(rows: Sequence[Told]) -> list[int]:
        return [place[id(row)] for row in rows]

    return {
        "columns": [frozen_column(column) for column in plain.columns],
        "told": [frozen_row(row, plain.columns) for row in every],
        "rows": places(plain.rows),
        "blocks": [
            {"title": block.title, "rows": places(block.rows), "given": _given(block.given)}
            for block in plain.blocks
        ],
        "beside": places(plain.beside),
        "charts": [asdict(chart) | {"shape": chart.shape.name} for chart in plain.charts],
        "notes": list(plain.notes),
        "given": _given(plain.given),
        "is_worked_on": plain.is_worked_on,
        "has_private": plain.private is not None,
        **{key: getattr(plain, key) for key in HEADS},
    }


def thawed_table(facts: Facts) -> Table[Told]:
    """Return the table of some facts."""
    columns = [thawed_column(each, at) for at, each in enumerate(facts["columns"])]
    every = [thawed_row(each, columns) for each in facts.get("told", ())]

    def rows(places: Sequence[int]) -> tuple[Told, ...]:
        return tuple(every[at] for at in places)

    return Table(
        columns=tuple(columns),
        rows=rows(facts.get("rows", ())),
        blocks=tuple(
            Block(each["title"], rows(each["rows"]), _thawed_given(each.get("given")))
            for each in facts.get("blocks", ())
        ),
        beside=rows(facts.get("beside", ())),
        charts=tuple(_chart(each) for each in facts.get("charts", ())),
        notes=tuple(facts.get("notes", ())),
        given=_thawed_given(facts.get("given")),
        is_worked_on=facts.get("is_worked_on", False),
        private=is_private if facts.get("has_private") else None,
        **{key: facts[key] for key in HEADS if key in facts},
    )


def _given(given: Mapping[str, Value] | None) -> object:
    return None if given is None else {key: frozen_value(value) for key, value in given.items()}


def _thawed_given(facts: Facts | None) -> Mapping[str, Value] | None:
    return None if facts is None else {key: thawed_value(value) for key, value in facts.items()}


def _chart(facts: Facts) -> Chart:
    known: Facts = {each.name: facts[each.name] for each in fields(Chart) if each.name in facts}
    known |= {"shape": Shape[known["shape"]], "series": tuple(known["series"])}
    return Chart(**known)
