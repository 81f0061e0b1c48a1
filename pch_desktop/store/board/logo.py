"""The locality's own picture for the board pack, with its words for those who do not see it."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass

from sqlalchemy.orm import Session

from pch_desktop.domain.logo import read_logo, read_words
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board_pack import Logo
from pch_desktop.store.records import cleaned

ONLY = 1
"""The number of the one row there may be."""


@dataclass(frozen=True, slots=True)
class LogoRow:
    """The logo as it is kept."""

    id: int
    name: str
    """What its file was called."""
    alt_text: str
    kind: str
    """png or jpeg."""
    content: bytes


def logo(session: Session) -> LogoRow | None:
    """Return the locality's logo; None where it has none."""
    row = session.get(Logo, ONLY)
    if row is None:
        return None
    return LogoRow(row.id, row.name, row.alt_text, row.kind, b64decode(row.content))


def set_logo(session: Session, name: str, content: bytes, alt_text: str) -> None:
    """Keep a picture as the logo, in place of the former one.

    What its file tells beside the picture, such as where it was taken, is left out.

    Raises:
        Refusal: it is no picture in PNG or JPEG of at most 1 MB, or its words are missing.
    """
    words, facts = read_words(alt_text), read_logo(content)
    row = session.get(Logo, ONLY) or Logo(id=ONLY)
    row.name, row.alt_text, row.kind = cleaned(name) or "logo", words, facts.kind
    row.content = b64encode(facts.content).decode("ascii")
    session.add(row)


def set_logo_words(session: Session, alt_text: str | None) -> None:
    """Change what is said of the logo to those who do not see it.

    Raises:
        Refusal: there is no logo, or the words are too short or too long.
    """
    row = session.get(Logo, ONLY)
    if row is None:
        raise Refusal("Choose the picture first.")
    row.alt_text = read_words(alt_text)


def remove_logo(session: Session) -> None:
    """Do without a logo.

    Raises:
        Refusal: there is none.
    """
    row = session.get(Logo, ONLY)
    if row is None:
        raise Refusal("There is no logo to remove.")
    session.delete(row)
