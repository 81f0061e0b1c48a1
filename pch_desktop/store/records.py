"""What changing one record has in common in every section."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models import Base

LONGEST_TEXT = 4_000
Record = TypeVar("Record", bound=Base)


def found(session: Session, kind: type[Record], record_id: int) -> Record:
    """Return a record.

    Raises:
        Refusal: it is no longer there.
    """
    record = session.get(kind, record_id)
    if record is None:
        raise Refusal("That line is no longer in the file. Undo to bring it back.")
    return record


def change(session: Session, record: Base, column: str, value: object, words: str) -> None:
    """Put a value into a record's column.

    Args:
        words: what the column holds, for a sentence: "the partner's name".

    Raises:
        Refusal: it may not be blank, is too long, or belongs to another record.
    """
    facts = type(record).__table__.c[column]
    plain = cleaned(value) if isinstance(value, str) else value
    if plain is None and not facts.nullable:
        raise Refusal(f"Enter {words}.")
    if facts.unique and plain is not None and _is_taken(session, record, column, plain):
        raise Refusal(f"“{plain}” is already there. Enter {words} so that it differs.")
    setattr(record, column, plain)


def remove(session: Session, kind: type[Base], ids: Collection[int], words: str) -> None:
    """Delete records, and with them what is part of them.

    Args:
        words: what they are, for a sentence: "partners".

    Raises:
        Refusal: something else in the file still needs one of them.
    """
    key: Any = kind.__table__.c["id"]
    try:
        session.execute(delete(kind).where(key.in_(ids)))
        session.flush()
    except IntegrityError as error:
        raise Refusal(
            f"These {words} cannot be deleted: other records still name them. "
            "Change those records first."
        ) from error


def cleaned(text: str) -> str | None:
    """Return text without control characters and outer spaces, or None where none is left.

    Raises:
        Refusal: it is longer than a field holds.
    """
    kept = "".join(mark for mark in text if mark in "\n\t" or mark.isprintable()).strip()
    if len(kept) > LONGEST_TEXT:
        raise Refusal(f"Shorten this text to {LONGEST_TEXT:,} characters; it has {len(kept):,}.")
    return kept or None


def by_name(session: Session, kind: type[Record], column: str, name: str, words: str) -> Record:
    """Return the record of a name, whatever its case.

    Raises:
        Refusal: there is none.
    """
    facts: Any = kind.__table__.c[column]
    plain = " ".join(name.split())
    # A name that came from a file may hold two spaces side by side.
    query = select(kind).where(func.lower(facts).in_({plain.lower(), name.strip().lower()}))
    record = session.scalars(query).first()
    if record is None:
        raise Refusal(f"There is no {words} called “{plain}”. Add it first, or choose another.")
    return record


def key_named(
    session: Session, kind: type[Base], column: str, value: object, words: str
) -> int | None:
    """Return the key of the record of a name somebody typed; None for a blank.

    Raises:
        Refusal: there is no record of that name.
    """
    name = str(value or "").strip()
    if not name:
        return None
    record: Any = by_name(session, kind, column, name, words)
    return int(record.id)


def _is_taken(session: Session, record: Base, column: str, value: object) -> bool:
    table: Any = type(record).__table__
    own: Any = getattr(record, "id", None)
    query = select(table.c.id).where(table.c[column] == value, table.c.id.is_not(own))
    return session.execute(query.limit(1)).first() is not None
