"""Where the file's texts name somebody: notes, reasons, labels, now and in the history.

Not every text is looked through: what a thing is called (a partner, a role, a
contact) is its own name, even where somebody else has the same one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Column, Table, Text, select, update
from sqlalchemy.orm import Session

from pch_desktop.models.history import RowChange
from pch_desktop.models.partners import Contact
from pch_desktop.models.workforce import Person
from pch_desktop.store.images import erase_images
from pch_desktop.store.recorder import WATCHED

OWN = ("name", "staff_code", "work_email")
"""What tells somebody by itself."""
RUNNING = frozenset({"words", "text"})
"""Columns of running words that may not be blank; all others of that kind are names of things."""
CODES = frozenset(
    {
        "code", "postcode", "ods_code", "network_code", "commissioner_code", "band", "starter",
        "uplift_key", "efficiency_key", "demographic_key", "non_demographic_key", "column",
        "region", "vehicle",
    }
)  # fmt: skip
APART = frozenset({Person.__tablename__, Contact.__tablename__})
"""Tables whose texts are somebody's own."""
Image = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that names somebody, and where it stands."""

    table: str
    row_id: int
    column: str
    text: str


def free_texts() -> dict[Table, tuple[str, ...]]:
    """Return the columns of each table in which running words may name somebody."""
    found = {table: tuple(_free(table)) for table in WATCHED if table.name not in APART}
    return {table: columns for table, columns in found.items() if columns}


def known_as(session: Session, person_ids: Iterable[int]) -> dict[int, frozenset[str]]:
    """Return every name, staff code and e-mail the file knows people by, now or before.

    A name that somebody else has too, who is not among them, is left out: nobody
    could say whom a text means by it.
    """
    wanted = set(person_ids)
    told: dict[int, set[str]] = {}
    columns = [Person.__table__.c[name] for name in OWN]
    for person_id, *words in session.execute(select(Person.id, *columns)):
        told.setdefault(person_id, set()).update(word for word in words if word)
    others = {word for person_id, words in told.items() if person_id not in wanted
              for word in words}  # fmt: skip
    rows = select(RowChange.row_id, RowChange.before, RowChange.after).where(
        RowChange.table_name == Person.__tablename__, RowChange.row_id.in_(wanted)
    )
    for person_id, *texts in session.execute(rows):
        for image in _images(texts):
            told.setdefault(person_id, set()).update(image[key] for key in OWN if image.get(key))
    return {person_id: frozenset(told.get(person_id, set()) - others) for person_id in wanted}


def is_telling(word: str) -> bool:
    """Return whether a word found in a note can only mean a person: two words, or a code."""
    return " " in word or "@" in word or bool(re.search(r"\d", word) and re.search(r"\D", word))


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of some names in a text, whatever their case, never inside a word."""
    longest_first = sorted(words, key=len, reverse=True)
    joined = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def mentions(session: Session, named: re.Pattern[str]) -> list[Mention]:
    """Return every running text of the file that holds one of the names."""
    return [
        Mention(table.name, row_id, column, text)
        for table, columns in free_texts().items()
        for column in columns
        for row_id, text in _texts(session, table.c.id, table.c[column])
        if named.search(text)
    ]


def rename(
    session: Session, named: re.Pattern[str], called: Callable[[re.Match[str]], str]
) -> None:
    """Put something else in the place of names in every running text of the file."""
    for mention in mentions(session, named):
        table = next(table for table in WATCHED if table.name == mention.table)
        told = named.sub(called, mention.text)
        session.execute(
            update(table).where(table.c.id == mention.row_id).values({mention.column: told})
        )


def naming_images(session: Session, named: re.Pattern[str]) -> list[int]:
    """Return the numbers of the images in which a running text holds one of the names."""
    free = {table.name: columns for table, columns in free_texts().items()}
    query = select(RowChange.id, RowChange.table_name, RowChange.before, RowChange.after).where(
        RowChange.erased.is_(None), RowChange.table_name.in_(free)
    )
    return [
        change_id
        for change_id, table, *texts in session.execute(query)
        if any(_holds(image, free[table], named) for image in _images(texts))
    ]


def erase_naming_images(session: Session, named: re.Pattern[str]) -> None:
    """Take the images in which a running text holds one of the names out of the history."""
    erase_images(session, naming_images(session, named))


def holds_any(texts: Iterable[str | None], columns: Iterable[str], *, but: str) -> bool:
    """Return whether one of a row's images has words in one of some columns, others than these."""
    told = [image.get(name) for image in _images(texts) for name in columns]
    return any(word not in (None, but) for word in told)


def _holds(image: Image, columns: Iterable[str], named: re.Pattern[str]) -> bool:
    return any(named.search(str(image[name])) for name in columns if image.get(name))


def _free(table: Table) -> Iterator[str]:
    for column in table.columns:
        is_text = type(column.type) is Text and not column.foreign_keys and not column.unique
        is_running = column.name in RUNNING or (column.nullable and column.name not in CODES)
        if is_text and is_running:
            yield column.name


def _texts(session: Session, key: Column[Any], column: Column[Any]) -> list[tuple[int, str]]:
    rows = session.execute(select(key, column).where(column.is_not(None)))
    return [(row_id, text) for row_id, text in rows]


def _images(texts: Iterable[str | None]) -> Iterator[Image]:
    for text in texts:
        if text:
            yield cast("Image", json.loads(text))
