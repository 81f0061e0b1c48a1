"""The lines of a version as they stand in the file, each made once and then only compared."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, bindparam, select

from pch_desktop.domain.worked_out import WorkedOut
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.partners import Partner
from pch_desktop.store.budget.asked import DIALECT, Question

TABLE: Table = BudgetLine.metadata.tables[BudgetLine.__tablename__]
LINES = Question(
    select(*TABLE.columns, Partner.name)
    .outerjoin(Partner, BudgetLine.provider_id == Partner.id)
    .where(BudgetLine.version_id == bindparam("version"))
    .order_by(BudgetLine.position, BudgetLine.id)
)
Told = tuple[BudgetLine, str | None]
"""A line that no session knows, never to be changed, and its provider's name."""
READ = {column.key: column.type.result_processor(DIALECT, None) for column in TABLE.columns}
"""What makes a value of the program of what stands in a column, where it is not the same."""
TOLD: WorkedOut[Told] = WorkedOut()


def told_line(row: tuple[Any, ...]) -> Told:
    """Return the line of a row of ``LINES``."""
    return TOLD.of(row[0], _made, row)


def _made(row: tuple[Any, ...]) -> Told:
    *values, provider = row
    told = {
        key: read(value) if read else value
        for (key, read), value in zip(READ.items(), values, strict=True)
    }
    return BudgetLine(**told), provider
