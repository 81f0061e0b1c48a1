"""Everything the file holds about one person, for whoever asks what is held about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.history import RowChange, Step
from pch_desktop.models.partners import Contact
from pch_desktop.models.workforce import Person
from pch_desktop.store import naming
from pch_desktop.store.about import images_about, pointers, rows_about
from pch_desktop.store.everything import TableDump, dumps
from pch_desktop.store.naming import Mention
from pch_desktop.store.trail import ChangeRow, FigureRow, told_rows


@dataclass(frozen=True, slots=True)
class PersonFile:
    """All about one person: rows of tables, texts that name them, and their history."""

    id: int
    name: str
    tables: tuple[TableDump, ...]
    """Each table that holds something about them, with those rows."""
    mentions: tuple[Mention, ...]
    """Texts of other rows that name them."""
    history: tuple[FigureRow, ...]
    """Every change of those rows: who, when, from what to what; newest first."""
    steps: tuple[ChangeRow, ...]
    """Every step whose words name them."""


def person_file(session: Session, person_id: int) -> PersonFile:
    """Return everything the file holds about one person.

    The tables are found by the keys that point at people, so that none is left out.
    Contacts of partners of the same name or e-mail are told too: they may be the same person.

    Raises:
        Refusal: there is nobody of that number.
    """
    person = session.get(Person, person_id)
    if person is None:
        raise Refusal("That person is not in the file any more.")
    about = rows_about(session, person_id)
    if contacts := _contacts(session, person):
        about[Contact.__tablename__] = contacts
    known = naming.known_as(session, [person_id])[person_id]
    named = naming.pattern(known)
    mentions = [
        each
        for each in naming.mentions(session, naming.pattern(filter(naming.is_telling, known)))
        if each.row_id not in about.get(each.table, ())
    ]
    changes = _changes(session, person_id, about) | set(naming.naming_images(session, named))
    return PersonFile(
        person_id,
        person.name,
        tuple(dumps(session, about)),
        tuple(mentions),
        tuple(told_rows(session, changes)),
        tuple(_steps(session, named.search)),
    )


def _contacts(session: Session, person: Person) -> list[int]:
    same = [Contact.name == person.name]
    if person.work_email:
        same.append(Contact.work_email == person.work_email)
    return list(session.scalars(select(Contact.id).where(or_(*same)).order_by(Contact.id)))


def _changes(session: Session, person_id: int, about: dict[str, list[int]]) -> set[int]:
    """Return the numbers of the changes of rows about somebody, those deleted since too."""
    found: set[int] = set()
    for table, ids in about.items():
        query = select(RowChange.id).where(RowChange.table_name == table, RowChange.row_id.in_(ids))
        found |= set(session.scalars(query))
    for pointer in pointers():
        found |= set(images_about(session, pointer, [person_id]))
    return found


def _steps(session: Session, finds: Any) -> Iterable[ChangeRow]:
    query = select(
        Step.id, Step.at, Step.who, Step.label, Step.kind, Step.rows_changed,
        Step.thinned.is_not(None),
    ).order_by(Step.id.desc())  # fmt: skip
    return [ChangeRow(*row) for row in session.execute(query) if finds(row.label)]
