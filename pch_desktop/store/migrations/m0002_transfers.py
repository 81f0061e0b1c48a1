"""From schema 1 to 2: lists that moved at once, totals to check by, headings remembered."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Integer, Text
from sqlalchemy import PrimaryKeyConstraint as Primary
from sqlalchemy import UniqueConstraint as Unique


def upgrade(op: Operations) -> None:
    """Make the tables ``list_transfer``, ``control_total`` and ``column_match``."""
    _list_transfer(op)
    _control_total(op)
    _column_match(op)


def _list_transfer(op: Operations) -> None:
    kinds = "'merger', 'closure', 'dispersal'"
    op.create_table(
        "list_transfer",
        Column("id", Integer, nullable=False),
        Column("moved_on", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("from_name", Text, nullable=False),
        Column("to_practice_id", Integer),
        Column("people", Integer),
        Column("note", Text),
        Column("source", Text),
        Primary("id", name=op.f("pk_list_transfer")),
        CheckConstraint(f"kind IN ({kinds})", name=op.f("ck_list_transfer_kind")),
        CheckConstraint("moved_on IS date(moved_on)", name=op.f("ck_list_transfer_moved_on")),
        CheckConstraint("people >= 0", name=op.f("ck_list_transfer_people")),
        ForeignKeyConstraint(
            ["to_practice_id"],
            ["practice.id"],
            name=op.f("fk_list_transfer_to_practice_id"),
            ondelete="SET NULL",
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_list_transfer_to_practice_id"), "list_transfer", ["to_practice_id"])


def _control_total(op: Operations) -> None:
    op.create_table(
        "control_total",
        Column("id", Integer, nullable=False),
        Column("batch_id", Integer, nullable=False),
        Column("place", Text, nullable=False),
        Column("measure", Text, nullable=False),
        Column("value", Integer, nullable=False),
        Primary("id", name=op.f("pk_control_total")),
        ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_control_total_batch_id"),
            ondelete="CASCADE",
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_control_total_batch_id"), "control_total", ["batch_id"])


def _column_match(op: Operations) -> None:
    op.create_table(
        "column_match",
        Column("id", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("heading", Text, nullable=False),
        Column("column", Text),
        Primary("id", name=op.f("pk_column_match")),
        Unique("kind", "heading", name=op.f("uq_column_match_kind_heading")),
        sqlite_strict=True,
    )
