"""Services and posts whose funding ends in a year: what stops, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear
from pch_desktop.models.budget import BudgetLine
from pch_desktop.models.services import Service
from pch_desktop.models.workforce import Post, Role
from pch_desktop.store.overview import GONE, OVER


class StopKind(StrEnum):
    """What it is that stops."""

    LINE = "budget line"
    NON_RECURRENT = "non-recurrent part"
    ADJUSTMENT = "non-recurrent change"
    SERVICE = "service"
    POST = "post"


@dataclass(frozen=True, slots=True)
class EndingRow:
    """A service or a post whose funding ends, with what it costs a year, in pence."""

    id: int
    kind: StopKind
    name: str
    on: date
    funding: str | None
    line: str | None
    amount_pence: int | None


def endings(session: Session, year: FinancialYear) -> list[EndingRow]:
    """Return the services and posts whose funding ends in a year, the soonest first."""
    rows = [*_services(session, year), *_posts(session, year)]
    rows.sort(key=lambda row: (row.on, row.kind, row.name))
    return rows


def _services(session: Session, year: FinancialYear) -> list[EndingRow]:
    query = (
        select(Service, BudgetLine.name)
        .outerjoin(BudgetLine, Service.budget_line_id == BudgetLine.id)
        .where(
            Service.status.not_in(OVER),
            Service.funding_ends_on.between(year.first, year.last),
        )
    )
    return [
        EndingRow(
            row.id,
            StopKind.SERVICE,
            row.name,
            row.funding_ends_on or year.last,
            row.funding_source,
            line,
            row.annual_cost_pence,
        )
        for row, line in session.execute(query)
    ]


def _posts(session: Session, year: FinancialYear) -> list[EndingRow]:
    query = (
        select(Post, Role.name, BudgetLine.name)
        .join(Role)
        .outerjoin(BudgetLine, Post.budget_line_id == BudgetLine.id)
        .where(Post.status.not_in(GONE), Post.funded_to.between(year.first, year.last))
    )
    return [
        EndingRow(
            post.id,
            StopKind.POST,
            f"{post.reference} {post.title or role}",
            post.funded_to or year.last,
            post.funding_stream.value if post.funding_stream else None,
            line,
            post.annual_cost_pence,
        )
        for post, role, line in session.execute(query)
    ]
