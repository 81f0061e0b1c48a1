"""What was done since a step of the history, section by section: who, when, what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from pch_desktop.models import Base
from pch_desktop.models.history import RowChange, Step, StepKind


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A step that still stands, and a section whose rows it changed."""

    id: int
    at: datetime
    who: str
    label: str
    section: str
    """The section's name on every floor."""
    rows: int
    """How many of its rows were changed."""


def work_since(session: Session, step_id: int) -> list[WorkRow]:
    """Return the edits made after a step and not taken back, the oldest first.

    An edit that changed rows of several sections is told in each; one whose details
    were thinned out is of no section.
    """
    reversal = aliased(Step)
    reversals = select(func.count()).where(reversal.reverses == Step.id).scalar_subquery()
    query = (
        select(Step.id, Step.at, Step.who, Step.label, RowChange.table_name, func.count())
        .outerjoin(RowChange, RowChange.step_id == Step.id)
        .where(Step.id > step_id, Step.kind == StepKind.EDIT, reversals % 2 == 0)
        .group_by(Step.id, RowChange.table_name)
        .order_by(Step.id)
    )
    found: dict[tuple[int, str], WorkRow] = {}
    for key, at, who, label, table, rows in session.execute(query):
        section = section_of(table)
        known = found.get((key, section))
        count = rows + (known.rows if known else 0)
        found[key, section] = WorkRow(key, at, who, label, section, count)
    return list(found.values())


def touched_since(session: Session, step_id: int) -> frozenset[str]:
    """Return the tables in which anything was changed after a step, undone again or not."""
    done = func.coalesce(Step.reverses, Step.id)
    query = select(RowChange.table_name).join(Step, RowChange.step_id == done)
    return frozenset(session.scalars(query.where(Step.id > step_id).distinct()))


def section_of(table: str | None) -> str:
    """Return the section a table belongs to, told by the module it stands in."""
    return _sections().get(table or "", "")


@cache
def _sections() -> dict[str, str]:
    modules = {
        mapper.class_.__tablename__: mapper.class_.__module__ for mapper in Base.registry.mappers
    }
    return {table: module.rpartition(".")[2].partition("_")[0] for table, module in modules.items()}
