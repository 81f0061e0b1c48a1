"""Beginning a locality file: its roles and rates, then a starter or a name and practices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy.orm import Session

from pch_desktop.domain.starter import Sheet, Starter
from pch_desktop.store import locality, population, starters

Listed = tuple[str, str, int | None]
"""A practice's code, its name and its registered list, where that is known."""


def begin_with(session: Session, roles: Iterable[Sheet], starter: Starter) -> None:
    """Put in what every file has, and all that a starter knows."""
    starters.load_roles(session, roles)
    starters.load(session, starter)


def begin(
    session: Session,
    roles: Iterable[Sheet],
    named: tuple[str, str | None],
    practices: Sequence[Listed],
    on: date,
) -> None:
    """Put in what every file has, the locality's name and region, and its practices.

    ``on`` is the day for which list sizes are given.
    """
    starters.load_roles(session, roles)
    locality.name_locality(session, *named)
    for code, name, people in practices:
        practice_id = population.add_practice(session, code, name)
        if people is not None:
            population.set_list_size(session, practice_id, on, people)
