"""Putting a starter, the sample or the role catalogue into a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, ColumnDefault, Integer, Table, UniqueConstraint, func, insert, select
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.starter import NAMES, Row, Sheet, Starter, Value, called
from pch_desktop.models import Base
from pch_desktop.models.locality import Locality
from pch_desktop.models.types import Day, Flag, Moment, MonthText, Scaled, Word, YearText

Keys = Mapping[str, int]
"""The number of each row of a table, by what the row is called."""
BEGUN = ("practice", "partner", "service", "post", "budget_line")
"""A file that holds any of these is no longer new."""


def load(session: Session, starter: Starter) -> None:
    """Begin a file with a starter.

    Raises:
        Refusal: the file has been begun already.
    """
    if _is_begun(session):
        raise Refusal(f"{starter.name} can only be put into a new file. This one has records.")
    found = session.get(Locality, 1) or Locality(id=1)
    found.name, found.region, found.vehicle = starter.name, starter.region, starter.vehicle
    found.population_stated, found.is_sample = starter.population_stated, starter.is_sample
    found.starter = None if starter.is_sample else starter.key
    session.add(found)
    session.flush()
    _put_in(session, starter.sheets)


def load_sample(session: Session, sample: Starter) -> None:
    """Begin a file with the invented sample, for somebody to try things on."""
    load(session, sample)


def load_roles(session: Session, roles: Iterable[Sheet]) -> None:
    """Put in the roles and rates every file has; those already there stay as they are."""
    _put_in(session, [_not_yet(session, sheet) for sheet in roles])


def load_more(session: Session, sheets: Iterable[Sheet]) -> None:
    """Put more rows into a file that has been begun; they may point at what is in it."""
    _put_in(session, sheets)


def add_ready(session: Session, ready: Iterable[Sheet], words: str) -> int:
    """Put in what a file has not yet of some ready sheets; return how many rows that was.

    Args:
        session: the open edit.
        ready: the sheets, those that others point at among them.
        words: what they hold, for a sentence: "pay scales".

    Raises:
        Refusal: all of it is there already.
    """
    missing = [_not_yet(session, sheet) for sheet in ready]
    count = sum(len(sheet.rows) for sheet in missing)
    if not count:
        raise Refusal(f"All of the ready {words} are there already.")
    _put_in(session, missing)
    return count


def _is_begun(session: Session) -> bool:
    tables = (Base.metadata.tables[name] for name in BEGUN)
    return any(session.execute(select(table.c.id).limit(1)).first() for table in tables)


def _not_yet(session: Session, sheet: Sheet) -> Sheet:
    table = Base.metadata.tables[sheet.table]
    known, twins = _known(session, table), _twins(session, table)
    return Sheet(
        sheet.table,
        tuple(
            row
            for row in sheet.rows
            if called(row) not in known and _told_apart(table, row) not in twins
        ),
    )


def _twins(session: Session, table: Table) -> set[tuple[str, ...]]:
    """Return what tells rows without a name apart, such as a pay point and a first day."""
    columns = _apart(table)
    if any(name in table.c for name in NAMES):
        return set()
    names: dict[str, dict[str, str]] = {}
    for column in columns:
        for key in column.foreign_keys:
            known = _known(session, key.column.table)
            names[column.name] = {str(number): name for name, number in known.items()}
    return {
        tuple(
            names.get(column.name, {}).get(str(value), "" if value is None else str(value))
            for column, value in zip(columns, row, strict=True)
        )
        for row in session.execute(select(*columns))
    }


def _told_apart(table: Table, row: Row) -> tuple[str, ...]:
    return tuple(str(row.get(_field(column)) or "") for column in _apart(table))


def _apart(table: Table) -> list[Column[Any]]:
    """Return the columns of a table that no two rows have alike."""
    unique = [each for each in table.constraints if isinstance(each, UniqueConstraint)]
    return list(unique[0].columns) if unique else []


def _put_in(session: Session, sheets: Iterable[Sheet]) -> None:
    """Insert the rows, those that others point at first."""
    rows: dict[str, list[Row]] = {}
    for sheet in sheets:
        rows.setdefault(sheet.table, []).extend(sheet.rows)
    if strangers := rows.keys() - Base.metadata.tables.keys():
        raise KeyError(f"there is no table called {', '.join(sorted(strangers))}")
    keys: dict[str, Keys] = {}
    for table in Base.metadata.sorted_tables:
        known = _known(session, table)
        keys[table.name] = known | _inserted(session, table, rows.get(table.name, []), keys)


def _inserted(
    session: Session, table: Table, rows: list[Row], keys: Mapping[str, Keys]
) -> dict[str, int]:
    """Insert the rows of one table and return their numbers by name."""
    if not rows:
        return {}
    first = (session.scalar(select(func.max(table.c.id))) or 0) + 1
    names = {name: first + at for at, row in enumerate(rows) if (name := called(row))}
    # A row may point at one of its own table, as a reversal does at its accrual.
    keys = {**keys, table.name: names}
    session.execute(
        insert(table),
        [{"id": first + at, **_columns(table, row, keys)} for at, row in enumerate(rows)],
    )
    return names


def _known(session: Session, table: Table) -> dict[str, int]:
    """Return the numbers of the rows already in the file, by what they are called."""
    column = next((table.c[name] for name in NAMES if name in table.c), None)
    if column is None:
        return {}
    found = session.execute(select(table.c.id, column).where(column.is_not(None)))
    return {str(name): number for number, name in found}


def _columns(table: Table, row: Row, keys: Mapping[str, Keys]) -> dict[str, Any]:
    """Return a row's values in the types of its columns.

    Raises:
        KeyError: it has a column of no meaning here, or points at nothing.
    """
    fields = {_field(column): column for column in table.columns if column.name != "id"}
    if strangers := row.keys() - fields.keys() - {"key"}:
        raise KeyError(f"{table.name} has no {', '.join(sorted(strangers))}")
    return {column.name: _value(column, row.get(field), keys) for field, column in fields.items()}


def _field(column: Column[Any]) -> str:
    """Return what a row calls a column: one that points elsewhere goes without its ``_id``."""
    return column.name.removesuffix("_id") if column.foreign_keys else column.name


def _value(column: Column[Any], value: Value, keys: Mapping[str, Keys]) -> Any:
    if value is None or value == "":
        usual = column.default
        return usual.arg if isinstance(usual, ColumnDefault) else None
    for key in column.foreign_keys:
        return keys[key.column.table.name][str(value)]
    return _typed(column.type, value)


def _typed(kind: TypeEngine[Any], value: str | int | date) -> Any:
    match kind:
        case Word():
            return kind.words(value)
        case Day():
            return date.fromisoformat(str(value))
        case Moment():
            return datetime.fromisoformat(str(value))
        case MonthText():
            return Month.read(str(value))
        case YearText():
            return FinancialYear.read(str(value))
        case Scaled():
            return Decimal(str(value))
        case Flag():
            return bool(int(str(value))) if isinstance(value, str) else bool(value)
        case Integer():
            return int(str(value))
        case _:
            return str(value)
