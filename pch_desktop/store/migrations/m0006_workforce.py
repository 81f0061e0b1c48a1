"""From schema 5 to 6: pay, recruitment, absence, skills, demand, teams and counts of practices."""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations
from sqlalchemy import text

STATEMENTS = Path(__file__).with_suffix(".sql")


def upgrade(op: Operations) -> None:
    """Make the tables beside the workforce, and people, posts and who holds them with more in them.

    Whatever stands is kept as it is: a post may be filled when it falls
    vacant, and nobody's pay, pension or home employer is known yet.
    """
    for statement in STATEMENTS.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(text(statement))
