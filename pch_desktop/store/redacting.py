"""A copy of a locality file that physically lacks the names of people.

It is made in memory, so that no name touches the disk beside it, and written by
``VACUUM INTO``, so that no old page comes along. Figures, posts and hours stay;
whoever is meant is told by a number. The history and the packs issued are left out,
for each of them tells of people as they were called.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Text, cast, delete, func, literal, update
from sqlalchemy.orm import Session

from pch_desktop.models import Base
from pch_desktop.models.board_pack import IssuedPack, IssuedPicture
from pch_desktop.models.history import RowChange, Step
from pch_desktop.models.locality import Setting
from pch_desktop.models.partners import Contact
from pch_desktop.models.workforce import Person
from pch_desktop.store import copying
from pch_desktop.store.connection import engine
from pch_desktop.store.copying import Source
from pch_desktop.store.names_held import NAMED, names_held, pieces, who_columns
from pch_desktop.store.opening import DOCUMENT_ID
from pch_desktop.store.spelling import cleaner
from pch_desktop.store.whole import whole

SOMEBODY = "Somebody"
"""What is called so has a name that is no longer known."""


def save_redacted(source: Source, source_path: Path, target: Path) -> None:
    """Write a copy of an open file that names nobody, checked, under a number of its own.

    Raises:
        Refusal: it cannot be written there; the target is what it was before.
    """
    target = target.resolve()
    copying.may_be_replaced(target, source_path)
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with closing(memory), copying.in_words(target):
        with copying.reading(source) as connection:
            connection.backup(memory)
        made = engine(lambda: memory)
        with Session(made) as session, session.begin():
            _redact(session, memory)
        with whole(target) as temporary:
            copying.write(memory, temporary)


def _redact(session: Session, memory: sqlite3.Connection) -> None:
    called = names_held(session)
    cleaned = cleaner(called)

    def somebody(words: str | None) -> str | None:
        return None if words is None else called.get(words.strip(), SOMEBODY)

    def who(words: str | None) -> str | None:
        if words is None:
            return None
        return cleaned("; ".join(called.get(piece, piece) for piece in pieces(words)))

    def free(words: str | None) -> str | None:
        return None if words is None else cleaned(words)

    memory.create_function("somebody", 1, somebody, deterministic=True)
    memory.create_function("who", 1, who, deterministic=True)
    memory.create_function("cleaned", 1, free, deterministic=True)
    for table in (IssuedPicture, IssuedPack, RowChange, Step):
        session.execute(delete(table))
    session.execute(update(Setting).where(Setting.key == DOCUMENT_ID).values(value=str(uuid4())))
    for table, column in who_columns():
        told = func.somebody(column) if table.name in NAMED else func.who(column)
        session.execute(update(table).values({column.name: told}))
    _clean_texts(session)
    _blank_people(session)


def _clean_texts(session: Session) -> None:
    """Put numbers in the place of names in every text of the file, whatever it is."""
    for table in Base.metadata.sorted_tables:
        texts = [each for each in table.columns if type(each.type) is Text]
        free = {each.name: func.cleaned(each) for each in texts if not each.foreign_keys}
        if free:
            session.execute(update(table).values(free))


def _blank_people(session: Session) -> None:
    """Call people and contacts by their numbers, and take out how to reach them."""
    person = update(Person).values(
        name=literal("Person ") + cast(Person.id, Text), staff_code=None, work_email=None
    )
    contact = update(Contact).values(
        name=literal("Contact ") + cast(Contact.id, Text), work_email=None, work_phone=None
    )
    session.execute(person)
    session.execute(contact)
