"""What somebody wrote for a month's pack in their own words."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board_pack import Words
from pch_desktop.domain.period import Month
from pch_desktop.models.board_pack import PackWords
from pch_desktop.store.records import cleaned


def words(session: Session, month: Month) -> Mapping[Words, str]:
    """Return what was written for a month; what nobody wrote is not among it."""
    query = select(PackWords.key, PackWords.text).where(PackWords.month == month)
    return dict(session.execute(query).all())


def set_words(session: Session, month: Month, key: Words, text: str) -> None:
    """Write words for a month; a blank takes back what was written, and the rule's own stand.

    Raises:
        Refusal: the text is too long.
    """
    plain = cleaned(text)
    query = select(PackWords).where(PackWords.month == month, PackWords.key == key)
    written = session.scalar(query)
    if written is None and plain is not None:
        session.add(PackWords(month=month, key=key, text=plain))
    elif written is not None and plain is None:
        session.delete(written)
    elif written is not None and plain is not None:
        written.text = plain
