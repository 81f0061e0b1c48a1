"""Taking names out of the packs that were issued; each then says that this was done."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pch_desktop.domain.board_seal import noted, texts, without_names
from pch_desktop.models.board_pack import IssuedPack, IssuedPicture
from pch_desktop.store.images import erase_row

Instead = Callable[[re.Match[str]], str]


def forget_in_packs(session: Session, named: re.Pattern[str], instead: Instead) -> None:
    """Name somebody no more in issued packs, nor in what the history holds of them.

    A picture that names somebody goes whole: a picture cannot be taken apart. The
    fingerprint stays as it was issued, and the copy says that a name was erased since.
    """
    for issued_id in list(session.scalars(select(IssuedPack.id))):
        kept = session.get_one(IssuedPack, issued_id)
        gone = _forget_pictures(session, issued_id, named)
        if gone or any(map(named.search, texts(json.loads(kept.contents)))):
            kept.contents = without_names(kept.contents, lambda text: named.sub(instead, text))
            erase_row(session, IssuedPack.__tablename__, issued_id)
            # A change of its own, so that the history goes on guarding what is left.
            kept.contents = noted(kept.contents)
            session.flush()
        session.expire(kept)


def _forget_pictures(session: Session, issued_id: int, named: re.Pattern[str]) -> int:
    """Delete the pictures that name somebody, from the history too; return how many."""
    words = (IssuedPicture.finding, IssuedPicture.alt_text, IssuedPicture.svg)
    query = select(IssuedPicture.id, *words).where(IssuedPicture.issued_id == issued_id)
    gone = [key for key, *told in session.execute(query) if any(map(named.search, told))]
    for key in gone:
        session.execute(delete(IssuedPicture).where(IssuedPicture.id == key))
        erase_row(session, IssuedPicture.__tablename__, key)
    return len(gone)
