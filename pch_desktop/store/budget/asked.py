"""What the budget is asked at every repaint, put into SQL once."""

from __future__ import annotations

import sqlite3
from functools import cached_property
from typing import Any, cast

from sqlalchemy import Dialect, Select
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.orm import Session

DIALECT: Dialect = sqlite_dialect()
Plain = list[tuple[Any, ...]]
"""Rows as SQLite holds them: text, whole numbers and nothing else."""


class Question:
    """A query that is always the same but for its bound values."""

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        self._statement = statement

    def ask(self, session: Session, **values: int | str | None) -> Plain:
        """Return the plain rows, of the session's own transaction."""
        session.flush()
        sql, names, fixed = self.words
        bound = {**fixed, **values}
        driver = cast("sqlite3.Connection", session.connection().connection.driver_connection)
        return driver.execute(sql, [bound[name] for name in names]).fetchall()

    @cached_property
    def words(self) -> tuple[str, tuple[str, ...], dict[str, Any]]:
        """The SQL, the names of what is bound in its order, and what is always bound."""
        compiled: Any = self._statement.compile(dialect=DIALECT)
        return str(compiled), tuple(compiled.positiontup or ()), dict(compiled.params)
