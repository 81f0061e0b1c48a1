"""What a pack's figures rest on: the locality's settings, the versions, the end of its history."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.models.history import Step
from pch_desktop.models.locality import Setting
from pch_desktop.store.budget.lines import budget_year
from pch_desktop.store.chain import head
from pch_desktop.store.identity import SCHEMA


@dataclass(frozen=True, slots=True)
class Ground:
    """What was in force when a pack was read."""

    settings: tuple[tuple[str, str], ...] = ()
    """Every choice of the locality, by key."""
    budget: str = ""
    """Which version of the year's budget, and how far it has come."""
    schema: int = 0
    """The format of the file."""
    last_step: int = 0
    """The number of the history's last step; 0 before the first."""
    chain_head: str = ""
    """The seal of that step, in hexadecimal."""
    steps: int = 0
    """How many steps there were."""


NO_GROUND = Ground()
"""What is known of a pack that was read from no file."""


def ground(session: Session, month: Month) -> Ground:
    """Return what a month's figures rest on now."""
    chosen = session.execute(select(Setting.key, Setting.value).order_by(Setting.key))
    year = budget_year(session, month.financial_year)
    last, seal = head(session.connection())
    return Ground(
        settings=tuple((key, value) for key, value in chosen),
        budget="" if year is None else f"{year.year} v{year.version}, {year.status.value}",
        schema=SCHEMA,
        last_step=last,
        chain_head=seal.hex(),
        steps=session.scalar(select(func.count(Step.id))) or 0,
    )
