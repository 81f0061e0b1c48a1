"""What the locality holds already, as a person's own sheet is compared with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.models import Base
from pch_desktop.store.imports import stamp

Row = Mapping[str, object]
TABLES = (
    "partner", "contact", "practice", "site", "service", "role", "pay_point",
    "post", "person", "assignment", "deployment",
    "budget_year", "budget_version", "budget_line", "baseline_part", "actual",
    "board_action", "risk",
    "import_batch", "column_match", "month_closing", "ods_organisation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OwnStanding:
    """The rows a sheet of somebody's own may add to or change, by table, oldest first."""

    stamp: int
    tables: Mapping[str, tuple[Row, ...]]


def standing(session: Session) -> OwnStanding:
    """Return all that a sheet of a person's own is compared with."""
    return OwnStanding(stamp(session), {name: _rows(session, name) for name in TABLES})


def _rows(session: Session, name: str) -> tuple[Row, ...]:
    table = Base.metadata.tables[name]
    columns = [column.name for column in table.columns]
    query = select(table).order_by(table.c["id"])
    return tuple(dict(zip(columns, row, strict=True)) for row in session.execute(query))
