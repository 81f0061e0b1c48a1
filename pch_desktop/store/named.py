"""Every record that has a name, lightly read, so that it can be searched for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Executable
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.store.named_kinds import KINDS, Asks, Kind


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A record by its name, and where it is seen."""

    id: int
    section: str
    view: str
    """The view of the section that shows it."""
    record_id: int
    title: str
    detail: str
    """What it is, in a few words: Practice, Y01234."""
    words: str
    """What else it is found by, in small letters."""


def named(session: Session, section: str, month: Month) -> list[NamedRow]:
    """Return a section's records by their kinds; those with a time are of the month on."""
    found = (row for kind in KINDS.get(section, ()) for row in _rows(session, kind, month))
    return [
        NamedRow(number, section, view, record_id, title, detail, words)
        for number, (view, record_id, title, detail, words) in enumerate(found, start=1)
    ]


def _rows(session: Session, kind: Kind, month: Month) -> Iterator[tuple[str, int, str, str, str]]:
    query = _query(kind.query, session, month)
    if query is None:
        return
    for record_id, title, note, *others in session.execute(query):
        said = [_said(each) for each in (note, *others) if each is not None]
        detail = ", ".join(filter(None, (kind.noun, said[0] if note is not None else "")))
        yield kind.view, record_id, _said(title), detail, " ".join(said).casefold()


def _query(
    query: Asks,
    session: Session,
    month: Month,
) -> Executable | None:
    return query if isinstance(query, Executable) else query(session, month)


def _said(value: object) -> str:
    """Return a value as it is read in a list."""
    if isinstance(value, date):
        return f"{value.day} {value:%b %Y}"
    return value.value if isinstance(value, StrEnum) else str(value)
