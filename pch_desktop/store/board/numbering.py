"""The next reference of a register: R1, R2, R3."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session


def next_reference(session: Session, of: InstrumentedAttribute[str], letter: str) -> str:
    """Return the reference after the highest of its letter that a register holds."""
    numbers = [
        int(reference.removeprefix(letter))
        for reference in session.scalars(select(of))
        if reference.startswith(letter) and reference.removeprefix(letter).isdecimal()
    ]
    return f"{letter}{max(numbers, default=0) + 1}"
