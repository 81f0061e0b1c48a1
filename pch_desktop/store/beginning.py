"""Taking the practices chosen for a new locality into its file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from pch_desktop.store import locality, population

Listed = tuple[str, str, int | None]
"""A practice's code, its name and its registered list, where that is known."""


def take_in(
    session: Session, name: str, region: str | None, practices: Sequence[Listed], on: date
) -> None:
    """Name a new locality and add its practices; list sizes are for the day given."""
    locality.name_locality(session, name, region)
    for code, practice_name, people in practices:
        practice_id = population.add_practice(session, code, practice_name)
        if people is not None:
            population.set_list_size(session, practice_id, on, people)
