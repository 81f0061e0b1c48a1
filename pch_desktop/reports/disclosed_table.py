"""A table of counts of people as it is shown outside: values only, totals by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pch_desktop.domain.disclosure_sums import Counted
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.reports.disclosed_counts import TOUCHED, Figure, sum_figure
from pch_desktop.reports.disclosed_formula import is_linear, worked_out
from pch_desktop.reports.disclosed_rows import Disclosing, ShownRow, disclosing, is_safe, shown
from pch_desktop.reports.formula import Given
from pch_desktop.reports.live import as_figure
from pch_desktop.reports.table import Block, Holds, Table, Total, Value
from pch_desktop.reports.told import Told, of_told
from pch_desktop.reports.totals import totals_of

Values = Mapping[str, Value]


def holds_people(table: Table[Told]) -> bool:
    """Return whether a table tells of patients or of the public."""
    return any(column.holds is Holds.PEOPLE for column in table.columns)


def is_hidden_already(table: Table[Told]) -> bool:
    """Return whether counts of people are hidden by another rule: two cannot stand together."""
    at = [at for at, column in enumerate(table.columns) if column.holds is Holds.PEOPLE]
    return any(row.values[each] == HIDDEN for row in table.rows for each in at)


def disclosed_table(table: Table[Told], found: Counted[Figure]) -> Table[Told]:
    """Return a table as it is shown outside; what is drawn and said with it is not touched."""
    told = disclosing(table, found)
    stay = [at for at in range(len(table.columns)) if is_safe(told, at)]
    rows = {id(row): _row(told, row, stay) for row in (*table.rows, *table.beside)}
    columns = (
        replace(of_told(table.columns[at], to), formula="", formula_of=None)
        for to, at in enumerate(stay)
    )
    blocks = (
        Block(block.title, [rows[id(row)] for row in block.rows], _totals(told, stay, block))
        for block in table.blocks
    )
    return replace(
        table,
        columns=tuple(columns),
        rows=tuple(rows[id(row)] for row in table.rows),
        blocks=tuple(blocks),
        beside=tuple(rows[id(row)] for row in table.beside),
        given=_totals(told, stay),
    )


def _row(told: Disclosing, row: Told, stay: Sequence[int]) -> Told:
    shown_row = ShownRow(told, row)
    return replace(
        row,
        values=tuple(shown_row.value(at) for at in stay),
        kinds=tuple(row.kinds[at] for at in stay),
        formulas=("",) * len(stay),
        absent=tuple(row.absent[at] for at in stay),
    )


def _totals(told: Disclosing, stay: Sequence[int], under: Block[Told] | None = None) -> Values:
    """Return the totals that are shown: of counts each by itself, of all else from those."""
    found: dict[str, Value] = {}
    true = totals_of(told.table, under)
    rows = told.table.rows if under is None else under.rows
    for at in sorted(stay, key=lambda at: told.table.columns[at].total is Total.RATIO):
        column = told.table.columns[at]
        if column.key not in true:
            continue
        if at in told.counts:
            found[column.key] = shown(told.found, sum_figure(told.table, at, under))
        elif at not in told.touched or true[column.key].value is None:
            found[column.key] = true[column.key].value
        elif column.total is Total.RATIO:
            found[column.key] = _ratio(*(found.get(key) for key in column.ratio))
        else:
            found[column.key] = _sum(told, at, rows, found)
    return found


def _ratio(upper: Value, lower: Value) -> Value:
    if HIDDEN in (upper, lower):
        return HIDDEN
    match upper, lower:
        case ((int() | Decimal()) as above, (int() | Decimal()) as below) if below:
            return Decimal(above) / abs(Decimal(below))
        case _:
            return None


def _sum(told: Disclosing, at: int, rows: Sequence[Told], totals: Values) -> Value:
    """Return the total of what rests on counts: by its formula, or added up; or nothing."""
    formulas = {row.formulas[at] for row in rows if row.values[at] is not None}
    formula = next(iter(formulas), "")
    keys = [key for key, _ in TOUCHED.findall(formula)]
    if len(formulas) == 1 and is_linear(formula) and all(key in totals for key in keys):
        kind = told.table.columns[at].kind
        return worked_out(formula, kind, lambda key, _: _given(told, key, totals), keys)
    values = [ShownRow(told, row).value(at) for row in rows]
    numbers = [value for value in values if isinstance(value, int | Decimal)]
    return None if HIDDEN in values or not numbers else sum(numbers)


def _given(told: Disclosing, key: str, totals: Values) -> Given | None:
    return as_figure(key, totals.get(key), told.table.columns[told.places[key]].kind)
