"""Rebuilding a table: the only way SQLite has to change a rule of one that is there."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from alembic.operations import BatchOperations, Operations
from sqlalchemy import CheckConstraint, text

from pch_desktop.store import structure


@contextmanager
def rebuilt(op: Operations, table: str) -> Generator[BatchOperations]:
    """Give a table to change; it is made anew, STRICT and with all its named rules.

    SQLAlchemy reads neither from a file, so a plain batch would lose both.
    """
    query = text("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = :table")
    sql: str = op.get_bind().execute(query, {"table": table}).scalar_one()
    named = structure.checks(sql).items()
    rules = tuple(CheckConstraint(rule, name=op.f(name)) for name, rule in named)
    strict = {"sqlite_strict": True}
    with op.batch_alter_table(
        table, recreate="always", table_args=rules, table_kwargs=strict
    ) as batch:
        yield batch
