"""Reading and changing the toy library."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.toy import Toy


@dataclass(frozen=True, slots=True)
class ToyRow:
    """A toy and how many pieces it has."""

    id: int
    name: str
    pieces: int


def toys(session: Session) -> list[ToyRow]:
    """Return every toy, by name."""
    query = select(Toy.id, Toy.name, Toy.pieces).order_by(Toy.name)
    return [ToyRow(*row) for row in session.execute(query)]


def add_toy(session: Session, name: str, pieces: int) -> int:
    """Add a toy; return its id."""
    if pieces < 1:
        raise Refusal("A toy has one piece or more.")
    toy = Toy(name=name, pieces=pieces)
    session.add(toy)
    session.flush()
    return toy.id
