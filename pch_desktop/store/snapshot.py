"""A file's figures at one moment, in memory: to be read beside the window while work goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from pch_desktop.store.connection import engine, for_purpose, plain

P = ParamSpec("P")
T = TypeVar("T")


class Snapshot:
    """Answers the same queries as the file it was taken of, and never changes.

    One thread at a time may read it, whichever that is.
    """

    def __init__(self, image: bytes) -> None:
        self._engine = engine(lambda: _opened(image))
        self._reader = for_purpose(self._engine, "read")

    def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a query and return its plain rows."""
        with Session(self._reader) as session:
            return query(session, *args, **kwargs)

    def close(self) -> None:
        """Let go of the memory."""
        self._engine.dispose()


def snapshot(source: Engine) -> Snapshot:
    """Return a file as it stands; no transaction may be under way."""
    return Snapshot(plain(source).serialize())


def _opened(image: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.deserialize(image)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    return connection
