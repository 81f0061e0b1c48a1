"""From schema 3 to 4: the history of one figure is found without reading all of it."""

from __future__ import annotations

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Index the history by the record it is about."""
    name = op.f("ix_row_change_table_name_row_id")
    op.create_index(name, "row_change", ["table_name", "row_id"])
