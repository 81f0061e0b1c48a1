"""Keeping a pack for ever as it is issued: a step nobody takes back."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board_pack import FIRST, Audience, Edition
from pch_desktop.domain.board_seal import fingerprint
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board_pack import IssuedPack, IssuedPicture
from pch_desktop.store.board.ground import Ground
from pch_desktop.store.board.issued import PictureRow
from pch_desktop.store.images import is_upkeep
from pch_desktop.store.records import cleaned


@dataclass(frozen=True, slots=True)
class Issuing:
    """What is to be kept of a pack, and who issues it when."""

    month: Month
    audience: Audience
    edition: Edition
    reason: str
    at: datetime
    who: str
    program: str
    ground: Ground


def next_edition(session: Session, month: Month, audience: Audience) -> Edition:
    """Return the number the month's next pack for an audience takes: v1.0, then v1.1."""
    kept = IssuedPack
    query = select(kept.major, kept.minor).where(kept.month == month, kept.audience == audience)
    last = session.execute(query.order_by(kept.major.desc(), kept.minor.desc())).first()
    return FIRST if last is None else Edition(*last).next


def issue(session: Session, issuing: Issuing, contents: str, pictures: Sequence[PictureRow]) -> int:
    """Keep a pack as it is issued; return its id. Nobody takes this step back.

    Raises:
        Refusal: it is a correction without a reason, or somebody was quicker.
    """
    expected = next_edition(session, issuing.month, issuing.audience)
    if expected != issuing.edition:
        raise Refusal(f"{issuing.month.words} was issued meanwhile. Look again, then issue it.")
    reason = reason_of(issuing.edition, issuing.reason)
    kept = IssuedPack(
        month=issuing.month,
        major=issuing.edition.major,
        minor=issuing.edition.minor,
        audience=issuing.audience,
        issued_at=issuing.at,
        issued_by=cleaned(issuing.who) or "Somebody",
        reason=reason,
        program=issuing.program,
        last_step=issuing.ground.last_step,
        chain_head=issuing.ground.chain_head,
        fingerprint=fingerprint(contents),
        contents=contents,
    )
    session.add(kept)
    session.flush()
    session.add_all(_kept_picture(kept.id, at, each) for at, each in enumerate(pictures, start=1))
    is_upkeep(session)
    return kept.id


def reason_of(edition: Edition, reason: str) -> str | None:
    """Return why a pack is issued again; the first needs no reason.

    Raises:
        Refusal: it is a correction, and no reason is given.
    """
    plain = cleaned(reason)
    if plain is None and edition != FIRST:
        raise Refusal(f"Enter why {edition} corrects what was issued. The reason prints.")
    return plain


def _kept_picture(issued_id: int, position: int, picture: PictureRow) -> IssuedPicture:
    return IssuedPicture(
        issued_id=issued_id,
        position=position,
        on_sheet=picture.on_sheet,
        finding=picture.finding,
        alt_text=picture.alt_text,
        svg=picture.svg.decode("utf-8"),
        png=b64encode(picture.png).decode("ascii"),
    )
