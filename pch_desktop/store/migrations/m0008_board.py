"""From schema 7 to 8: the board, its registers, and the packs that were issued."""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations
from sqlalchemy import text

STATEMENTS = Path(__file__).with_suffix(".sql")


def upgrade(op: Operations) -> None:
    """Make the tables of the board; whatever stands is kept as it is."""
    for statement in STATEMENTS.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(text(statement))
