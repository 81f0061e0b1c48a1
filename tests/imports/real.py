"""Where the real open data lies, for the tests that read it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.models import Base
from pch_desktop.models.population import Practice
from pch_desktop.store.locality_file import LocalityFile

CHECKOUT = Path(__file__).parents[2]
NOT_STATE = frozenset({"step", "row_change"})
State = dict[str, list[tuple[object, ...]]]


def real_file(name: str) -> Path:
    """Return a file of the real data, or skip the test and say why."""
    folder = Path(os.environ.get("PCH_REAL_DATA", CHECKOUT.parent / "shared" / "data"))
    path = folder / name
    if not path.is_file():
        pytest.skip(f"the real data are not here: {path}")
    return path


def add_practices(session: Session, codes: list[str]) -> None:
    """Put practices into a locality by their codes."""
    session.add_all(Practice(code=code, name=f"Practice {code}") for code in codes)


def with_practices(file: LocalityFile, *codes: str) -> LocalityFile:
    """Return the file with these practices in it."""
    file.edit("Add practices", add_practices, list(codes))
    return file


def state(session: Session) -> State:
    """Return every row of every table but the history's."""
    return {
        table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
        for table in Base.metadata.sorted_tables
        if table.name not in NOT_STATE
    }
