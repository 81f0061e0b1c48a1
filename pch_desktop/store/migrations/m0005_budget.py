"""From schema 4 to 5: what builds, moves, shares and closes a shadow budget."""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations
from sqlalchemy import text

STATEMENTS = Path(__file__).with_suffix(".sql")


def upgrade(op: Operations) -> None:
    """Make the tables beside the budget, and lines, versions and actuals anew with more in them.

    Whatever stands is kept as it is: a line without a budget of its own stays
    its recurrent baseline, and every actual is plain spending.
    """
    for statement in STATEMENTS.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(text(statement))
