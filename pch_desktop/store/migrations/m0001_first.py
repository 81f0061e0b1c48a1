"""From nothing to schema 1: the tables of the first files."""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations
from sqlalchemy import text

STATEMENTS = Path(__file__).with_suffix(".sql")


def upgrade(op: Operations) -> None:
    """Make the first tables; no file is older, so only an empty one comes here."""
    for statement in STATEMENTS.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(text(statement))
