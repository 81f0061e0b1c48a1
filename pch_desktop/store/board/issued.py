"""The packs that were issued, each as it was."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, defer

from pch_desktop.domain.board_pack import Audience, Edition
from pch_desktop.domain.board_seal import Seal, seal
from pch_desktop.domain.period import Month
from pch_desktop.models.board_pack import IssuedPack, IssuedPicture
from pch_desktop.store.records import found


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """A pack that was issued, without what it holds."""

    id: int
    month: Month
    edition: Edition
    audience: Audience
    issued_at: datetime
    issued_by: str
    reason: str | None
    program: str
    last_step: int
    chain_head: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A picture of an issued pack."""

    id: int
    on_sheet: str
    finding: str
    alt_text: str
    svg: bytes
    png: bytes


@dataclass(frozen=True, slots=True)
class IssuedCopy:
    """A pack that was issued, whole."""

    id: int
    row: IssuedRow
    contents: str
    """Everything it shows, as JSON."""
    pictures: tuple[PictureRow, ...]
    seal: Seal
    """Whether it is still what was issued."""


def issued(session: Session) -> list[IssuedRow]:
    """Return every pack that was issued, the newest first."""
    return [_row(kept) for kept in session.scalars(_rows().order_by(IssuedPack.id.desc()))]


def last_issued(session: Session, until: Month, audience: Audience) -> IssuedRow | None:
    """Return the pack last issued for an audience of a month or one before it, if any.

    Of the month itself where that was issued before.
    """
    query = _rows().where(IssuedPack.month <= until, IssuedPack.audience == audience)
    newest = query.order_by(IssuedPack.month.desc(), IssuedPack.id.desc()).limit(1)
    kept = session.scalar(newest)
    return None if kept is None else _row(kept)


def issued_copy(session: Session, issued_id: int) -> IssuedCopy:
    """Return an issued pack with all it holds, and whether it is still as issued."""
    kept = found(session, IssuedPack, issued_id)
    pictures = session.scalars(
        select(IssuedPicture)
        .where(IssuedPicture.issued_id == issued_id)
        .order_by(IssuedPicture.position)
    )
    return IssuedCopy(
        kept.id,
        _row(kept),
        kept.contents,
        tuple(_picture(each) for each in pictures),
        seal(kept.contents, kept.fingerprint),
    )


def _rows() -> Select[IssuedPack]:
    """Return what asks for issued packs without all they hold, which is much."""
    return select(IssuedPack).options(defer(IssuedPack.contents))


def _row(kept: IssuedPack) -> IssuedRow:
    return IssuedRow(
        kept.id, kept.month, Edition(kept.major, kept.minor), kept.audience, kept.issued_at,
        kept.issued_by, kept.reason, kept.program, kept.last_step, kept.chain_head,
        kept.fingerprint,
    )  # fmt: skip


def _picture(kept: IssuedPicture) -> PictureRow:
    return PictureRow(
        kept.id, kept.on_sheet, kept.finding, kept.alt_text,
        kept.svg.encode("utf-8"), b64decode(kept.png),
    )  # fmt: skip
