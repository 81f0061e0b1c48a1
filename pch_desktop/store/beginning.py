"""What a new file begins with; it is part of the file, and no step to be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Concatenate, ParamSpec

from sqlalchemy.orm import Session

from pch_desktop.models.history import StepKind
from pch_desktop.store import locality, population
from pch_desktop.store.erasure import KIND

Given = ParamSpec("Given")

Listed = tuple[str, str, int | None]
"""A practice's code, its name and its registered list, where that is known."""


def begin_with(
    session: Session,
    command: Callable[Concatenate[Session, Given], object],
    *given: Given.args,
    **more: Given.kwargs,
) -> None:
    """Carry out a command as part of making the file.

    Undo does not go back over it: whoever presses Ctrl+Z once too often would
    else be left without a locality.
    """
    session.info[KIND] = StepKind.UPKEEP
    command(session, *given, **more)


def take_in(
    session: Session, name: str, region: str | None, practices: Sequence[Listed], on: date
) -> None:
    """Name a new locality and add its practices; list sizes are for the day given."""
    locality.name_locality(session, name, region)
    for code, practice_name, people in practices:
        practice_id = population.add_practice(session, code, practice_name)
        if people is not None:
            population.set_list_size(session, practice_id, on, people)
