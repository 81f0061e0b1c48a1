"""From schema 6 to 7: activity by place, waits, estates, governance and the terms of services."""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations
from sqlalchemy import text

STATEMENTS = Path(__file__).with_suffix(".sql")


def upgrade(op: Operations) -> None:
    """Make the tables of activity, estates and governance, and services with more in them.

    Whatever stands is kept as it is: nothing is known yet of who owns a
    building, of beds, of calls, or of how many signatures an agreement needs.
    """
    for statement in STATEMENTS.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(text(statement))
