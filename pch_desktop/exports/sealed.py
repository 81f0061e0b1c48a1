"""A pack with the seal it was issued under, and its pictures back in their places."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

from pch_desktop.domain.board_seal import Seal, short
from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.board import Issue, Pack, Picture
from pch_desktop.reports.table import Table
from pch_desktop.reports.told import Told
from pch_desktop.store.board import IssuedCopy, PictureRow

MEANT = (
    "SHA-256 of all that this pack shows, as the file keeps it: whoever has the file can make "
    "the pack again and see that nothing was changed."
)


def sealed(pack: Pack, issue: Issue, seal: Seal) -> Pack:
    """Return a pack as issued, its fingerprint on the cover and among the definitions."""
    since = "" if seal is Seal.WHOLE else f"; {seal.value}"
    printed = f"{short(issue.fingerprint)}{since}"
    ground = pack.ground
    history = f"History of {ground.steps:,} steps, the last sealed {short(ground.chain_head)}"
    rests = "; ".join(part for part in (history, ground.budget) if part)
    return replace(
        pack,
        issue=issue,
        cover=(*pack.cover, ("Fingerprint", f"{printed}. {rests}.")),
        definitions=_defined(pack.definitions, f"{printed}. {rests}. {MEANT}"),
    )


def with_pictures(pack: Pack, copy: IssuedCopy) -> Pack:
    """Return a pack with its pictures as they were kept.

    Raises:
        Refusal: one of them is not the picture that was issued.
    """
    told = json.loads(copy.contents).get("pictures", ())
    known = {(each["svg"], each["png"]) for each in told}
    if any(_digests(each) not in known for each in copy.pictures) or (
        copy.seal is Seal.WHOLE and len(copy.pictures) < len(told)
    ):
        raise Refusal(
            f"A picture of {copy.row.edition} of {copy.row.month.words} was changed outside this "
            "program. Restore a backup to make it again."
        )
    pictures = tuple(
        Picture(each.on_sheet, each.finding, each.alt_text, each.svg, each.png)
        for each in copy.pictures
    )
    return replace(pack, pictures=pictures)


def _digests(picture: PictureRow) -> tuple[str, str]:
    return sha256(picture.svg).hexdigest(), sha256(picture.png).hexdigest()


def _defined(table: Table[Told], words: str) -> Table[Told]:
    """Return the definitions with what the fingerprint is."""
    at = {column.key: place for place, column in enumerate(table.columns)}
    last = table.rows[-1]
    values = list(last.values)
    values[at["term"]], values[at["meaning"]] = "Fingerprint", words
    row = replace(last, id=last.id + 1, values=tuple(values))
    return replace(table, rows=(*table.rows, row))
