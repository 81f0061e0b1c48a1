"""From schema 2 to 3: services and budget lines say whether they prevent or treat."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import Column, Text

from pch_desktop.store.migrations.rebuilding import rebuilt


def upgrade(op: Operations) -> None:
    """Add ``focus`` to services and budget lines; what each is for, people say later."""
    for table in ("service", "budget_line"):
        with rebuilt(op, table) as batch:
            batch.add_column(Column("focus", Text))
            rule = "focus IN ('prevention', 'treatment')"
            batch.create_check_constraint(op.f(f"ck_{table}_focus"), rule)
