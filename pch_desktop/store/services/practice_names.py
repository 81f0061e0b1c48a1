"""What practices are called, to choose from."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.models.population import Practice


def practice_names(session: Session) -> list[str]:
    """Return what the practices are called, in order."""
    return list(session.scalars(select(Practice.name).order_by(Practice.name)))
