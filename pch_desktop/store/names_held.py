"""Whose names the file holds, and what each is called where names are left out.

Names of people stand in their own tables and in columns that say who leads, owns,
approves or was there. The latter may hold an office instead; offices are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Table, Text, select
from sqlalchemy.orm import Session

from pch_desktop.models import Base
from pch_desktop.models.partners import Contact
from pch_desktop.models.workforce import Person

WHO = frozenset(
    {
        "approver", "attendees", "author", "chair", "issued_by", "lead", "owner", "secretary",
        "signed_by", "signed_off_by", "sponsor", "stands_for", "who",
    }
)  # fmt: skip
"""Columns that say who, in words: a name or an office."""
NAMED = frozenset({"attendance", "interest", "interest_declared"})
"""Tables whose rows are called by somebody's name."""
OFFICES = re.compile(
    r"\b(?:board|chair|clinical|committee|council|director|forum|group|lead|locality|manager"
    r"|medical|nobody|office\w*|partner\w*|practice|secretary|team|trust)\b",
    re.IGNORECASE,
)
APART = re.compile(r"\s*(?:[;,/&\n]|\band\b)\s*")
INITIALS = re.compile(r"(?:[A-Z]\.?\s?)+[A-Z][\w'’-]+")
FULL = re.compile(
    r"(?:[A-Z][\w'’.-]*|de|van|von|der|al|bin)(?: (?:[A-Z][\w'’.-]*|de|van|von|der))+"
)
E_MAIL = re.compile(r"\S+@\S+\.\S+")


def who_columns() -> Iterator[tuple[Table, Column[str]]]:
    """Yield every column that says who, beside the people and contacts themselves."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            is_named = table.name in NAMED and column.name == "name"
            is_text = type(column.type) is Text and not column.foreign_keys
            if is_text and (is_named or column.name in WHO):
                yield table, column


def names_held(session: Session) -> dict[str, str]:
    """Return every name, staff code and e-mail of people, and what stands in its place.

    People keep their number, contacts theirs; others are numbered after the people.
    """
    called: dict[str, str] = {}
    last = 0
    for key, *words in session.execute(select(Person.id, *_own(Person, "name", "staff_code"))):
        called |= {word: f"Person {key}" for word in words if word}
        last = max(last, key)
    for key, *words in session.execute(select(Contact.id, *_own(Contact, "name"))):
        called |= {word: called.get(word, f"Contact {key}") for word in words if word}
    others = sorted(set(_others(session)) - called.keys())
    return called | {word: f"Person {last + at}" for at, word in enumerate(others, 1)}


def pieces(words: str) -> list[str]:
    """Return the names and offices in words that say who: J. Wren; the chair."""
    return [piece for piece in APART.split(words.strip()) if piece]


def is_name(words: str) -> bool:
    """Return whether words in a column that says who are somebody's name, and no office."""
    if E_MAIL.fullmatch(words):
        return True
    is_like_one = bool(INITIALS.fullmatch(words) or FULL.fullmatch(words))
    return is_like_one and not OFFICES.search(words)


def _own(row: type[Person] | type[Contact], *names: str) -> list[Any]:
    return [row.__table__.c[name] for name in (*names, "work_email")]


def _others(session: Session) -> Iterator[str]:
    for table, column in who_columns():
        for (words,) in session.execute(select(column).where(column.is_not(None)).distinct()):
            told = words.strip()
            is_named = table.name in NAMED
            yield from [told] if is_named else (each for each in pieces(told) if is_name(each))
