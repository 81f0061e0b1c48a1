"""Reading the initiatives with their milestones and measures, workstream by workstream."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board_initiatives import Days
from pch_desktop.models.board_registers import Initiative, InitiativeMeasure, Milestone
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.partners import Partner
from pch_desktop.models.services import Service
from pch_desktop.store.board.initiative_rows import InitiativeRow, MeasureRow, MilestoneRow


def initiatives(session: Session, on: date) -> list[InitiativeRow]:
    """Return the initiatives by workstream and first day, milestones as they stand on a day."""
    stones: dict[int, list[MilestoneRow]] = defaultdict(list)
    for stone in milestones(session, on):
        stones[stone.initiative_id].append(stone)
    told: dict[int, list[MeasureRow]] = defaultdict(list)
    for measure in measures(session):
        told[measure.initiative_id].append(measure)
    query = (
        select(Initiative, Partner.name, Service.name, BudgetLine.name)
        .outerjoin(Partner, Initiative.partner_id == Partner.id)
        .outerjoin(Service, Initiative.service_id == Service.id)
        .outerjoin(BudgetLine, Initiative.budget_line_id == BudgetLine.id)
    )
    rows = [
        _row(one, names, tuple(stones[one.id]), tuple(told[one.id]))
        for one, *names in session.execute(query)
    ]
    return sorted(rows, key=_place)


def milestones(session: Session, on: date) -> list[MilestoneRow]:
    """Return every milestone as it stands on a day, the first planned on top."""
    query = select(Milestone, Initiative.name, Initiative.workstream).join(
        Initiative, Milestone.initiative_id == Initiative.id
    )
    rows = [
        MilestoneRow(
            one.id, one.initiative_id, initiative, workstream, one.name,
            Days(one.baseline_on, one.due_on, one.done_on), one.owner, one.note, on,
        )
        for one, initiative, workstream in session.execute(query)
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.days.planned or date.max, row.id))


def measures(session: Session) -> list[MeasureRow]:
    """Return every measure of the initiatives, by initiative."""
    query = (
        select(
            InitiativeMeasure.id, InitiativeMeasure.initiative_id, Initiative.name,
            InitiativeMeasure.name, InitiativeMeasure.unit, InitiativeMeasure.baseline,
            InitiativeMeasure.target, InitiativeMeasure.latest, InitiativeMeasure.latest_on,
        )
        .join(Initiative, InitiativeMeasure.initiative_id == Initiative.id)
        .order_by(Initiative.name, InitiativeMeasure.id)
    )  # fmt: skip
    return [MeasureRow(*row) for row in session.execute(query)]


def _row(
    one: Initiative,
    names: Sequence[str | None],
    stones: tuple[MilestoneRow, ...],
    told: tuple[MeasureRow, ...],
) -> InitiativeRow:
    partner, service, line = names
    return InitiativeRow(
        one.id, one.name, one.workstream, one.aim, one.sponsor, one.lead, partner, service, line,
        one.status, one.confidence, one.starts_on, one.ends_on, one.cost_pence, one.spent_pence,
        one.saving_pence, one.saved_pence, one.progress, stones, told,
    )  # fmt: skip


def _place(row: InitiativeRow) -> tuple[bool, str, date, str]:
    stream = row.workstream or ""
    return (not stream, stream.casefold(), row.starts_on or date.max, row.name)
