"""Tables without names: columns of names are gone, names in words are called something else."""

from __future__ import annotations

from dataclasses import replace

from pch_desktop.reports.table import Block, Chart, Column, Holds, Table, Value
from pch_desktop.reports.told import Told, of_told
from pch_desktop.store.spelling import Cleaned


def unnamed(table: Table[Told], cleaned: Cleaned) -> Table[Told]:
    """Return a told table that names nobody."""
    stay = [at for at, column in enumerate(table.columns) if column.holds is not Holds.NAMES]
    rows = {id(row): _row(row, stay, cleaned) for row in (*table.rows, *table.beside)}
    return replace(
        table,
        columns=tuple(_column(table.columns[at], to, cleaned) for to, at in enumerate(stay)),
        rows=tuple(rows[id(row)] for row in table.rows),
        blocks=tuple(
            Block(cleaned(block.title), [rows[id(row)] for row in block.rows], block.given)
            for block in table.blocks
        ),
        beside=tuple(rows[id(row)] for row in table.beside),
        subtitle=cleaned(table.subtitle),
        notes=tuple(cleaned(note) for note in table.notes),
        charts=tuple(_chart(chart, cleaned) for chart in table.charts),
    )


def _row(row: Told, stay: list[int], cleaned: Cleaned) -> Told:
    return replace(
        row,
        values=tuple(_value(row.values[at], cleaned) for at in stay),
        kinds=tuple(row.kinds[at] for at in stay),
        formulas=tuple(row.formulas[at] for at in stay),
        absent=tuple(row.absent[at] for at in stay),
    )


def _value(value: Value, cleaned: Cleaned) -> Value:
    return cleaned(value) if isinstance(value, str) else value


def _column(column: Column[Told], to: int, cleaned: Cleaned) -> Column[Told]:
    return replace(of_told(column, to), title=cleaned(column.title))


def _chart(chart: Chart, cleaned: Cleaned) -> Chart:
    return replace(chart, finding=cleaned(chart.finding), alt_text=cleaned(chart.alt_text))
