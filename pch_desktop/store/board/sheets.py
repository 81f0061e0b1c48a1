"""Which sheets of the board pack the locality has chosen to leave out."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from pch_desktop.models.board_pack import PackSheet


def left_out(session: Session) -> frozenset[str]:
    """Return the titles of the sheets left out; a sheet that is new is in."""
    return frozenset(session.scalars(select(PackSheet.title)))


def leave_out(session: Session, titles: Collection[str]) -> None:
    """Leave these sheets out and no others, from this pack on."""
    before, wanted = left_out(session), set(titles)
    session.execute(delete(PackSheet).where(PackSheet.title.in_(before - wanted)))
    session.add_all(PackSheet(title=title) for title in sorted(wanted - before))
