"""Issuing a pack: kept for ever as it is, numbered, sealed; and made again whenever asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from secrets import token_hex

from pch_desktop.domain.board_seal import Seal, short
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.board import Issue, Pack, Picture
from pch_desktop.exports.frozen import freeze, thaw
from pch_desktop.exports.sealed import sealed, with_pictures
from pch_desktop.reports.compared import SheetChange, compared
from pch_desktop.reports.corrections import corrections
from pch_desktop.reports.told import told
from pch_desktop.store import board, budget
from pch_desktop.store.board import Issuing, PictureRow
from pch_desktop.store.locality_file import LocalityFile

ABOUT = frozenset({"Data quality", "Definitions"})
"""The sheets about the figures, in which no correction is looked for."""
SALT_BYTES = 16
MOVED = (
    "The file has changed since this pack was read, so it was not issued. Look at it again, "
    "then issue it."
)


def issue_pack(file: LocalityFile, pack: Pack, reason: str, who: str, at: datetime) -> Pack:
    """Issue a pack: keep all it shows for ever, then close its month where that can be.

    Nobody takes the issuing back; closing the month is a step of its own. A month that
    cannot be closed stays open, and the cover says why.

    Args:
        file: what it was read from.
        pack: as it is told to its audience, with its pictures.
        reason: why it corrects the one issued before; the first needs none.
        who: who issues it.
        at: when.

    Returns:
        The pack as issued, to be written.

    Raises:
        Refusal: the file has changed since it was read, or a correction has no reason.
    """
    pack, at = _current(file, pack), at.astimezone()
    edition = file.read(board.next_edition, pack.month, pack.audience)
    why = board.reason_of(edition, reason)
    is_open, words = _closing(file, pack.month)
    issued = f"{edition}, {at:%d %B %Y, %H:%M}"
    told_as = f"{issued}. Corrected because: {why}" if why else issued
    final = _corrected(file, pack, why or "")
    final = replace(final, cover=(*final.cover, ("Edition", told_as), ("Closing", words)))
    contents = freeze(final, token_hex(SALT_BYTES))
    issuing = Issuing(
        pack.month, pack.audience, edition, reason, at, who, pack.program, pack.ground
    )
    pictures = [_kept(picture) for picture in final.pictures]
    label = f"Issue {edition} of {pack.month.words} ({pack.audience.value})"
    issued_id = file.edit(label, board.issue, issuing, contents, pictures)
    if is_open:
        file.edit(f"Close {pack.month.words}", budget.close_month, pack.month, at)
    return remade(file, issued_id)


def remade(file: LocalityFile, issued_id: int) -> Pack:
    """Return a pack as it was issued, whatever has been changed since.

    Raises:
        Refusal: its copy was changed outside this program.
    """
    copy = file.read(board.issued_copy, issued_id)
    row = copy.row
    if copy.seal is Seal.BROKEN:
        raise Refusal(
            f"The copy of {row.edition} of {row.month.words} was changed outside this program: "
            f"its fingerprint is no longer {short(row.fingerprint)}. Restore a backup to make "
            "it again."
        )
    issue = Issue(row.edition, row.issued_at, row.fingerprint, row.reason or "")
    pack = with_pictures(thaw(copy.contents), copy)
    return sealed(pack, issue, copy.seal)


def differences(file: LocalityFile, issued_id: int, now: Pack) -> list[SheetChange]:
    """Return what differs between an issued pack and one as the figures stand now."""
    return _differing(remade(file, issued_id), now)


def _current(file: LocalityFile, pack: Pack) -> Pack:
    """Return a pack as resting on the file as it is now: only the choice of sheets may differ.

    Raises:
        Refusal: its figures may have changed since it was read.
    """
    if file.read(board.touched_since, pack.ground.last_step) - {"pack_sheet"}:
        raise Refusal(MOVED)
    return replace(pack, ground=file.read(board.ground, pack.month))


def _corrected(file: LocalityFile, pack: Pack, why: str) -> Pack:
    """Return a pack with the list of what it corrects, where it corrects something."""
    if not why:
        return pack
    last = next(
        row
        for row in file.read(board.issued)
        if row.month == pack.month and row.audience == pack.audience
    )
    found = _differing(remade(file, last.id), pack)
    words = f"What differs from {last.edition}, issued on {last.issued_at:%d %B %Y}."
    listed = replace(corrections(found, words, why), marking=pack.notional)
    return replace(pack, since=(told(listed), *pack.since))


def _differing(before: Pack, now: Pack) -> list[SheetChange]:
    sides = [
        [each for each in (pack.summary, *pack.sections, *pack.appendices)
         if each.title not in ABOUT]
        for pack in (before, now)
    ]  # fmt: skip
    return compared(*sides)


def _closing(file: LocalityFile, month: Month) -> tuple[bool, str]:
    """Return whether issuing closes a month, and what the cover says of it."""
    if file.read(budget.is_closed, month):
        return False, f"{month.words} is closed."
    try:
        file.read(budget.must_be_ready, month)
    except Refusal as refusal:
        return False, str(refusal)
    return True, f"{month.words} is closed with this pack."


def _kept(picture: Picture) -> PictureRow:
    return PictureRow(0, picture.on, picture.finding, picture.alt_text, picture.svg, picture.png)
