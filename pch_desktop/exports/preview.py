"""The pages of one sheet as they will be printed, to be looked at before anything is written."""

from __future__ import annotations

from dataclasses import replace

from pch_desktop.exports.board import Pack
from pch_desktop.exports.pdf import pictures_of
from pch_desktop.exports.pdf_pages import pack_facts

COVER, CONTENTS = "Cover", "Contents"
FRONT = (COVER, CONTENTS)
"""The pages every pack begins with; both stand before the first sheet."""
DOTS_PER_INCH = 96


def pages(pack: Pack, title: str) -> tuple[bytes, ...]:
    """Return the pages of a sheet by its title, each a PNG; of the front, the one page."""
    if title in FRONT:
        return (
            pictures_of(pack_facts(_only(pack, ""), lambda _: None), DOTS_PER_INCH)[
                FRONT.index(title)
            ],
        )
    made = pictures_of(pack_facts(_only(pack, title), lambda _: None), DOTS_PER_INCH)
    return made[len(FRONT) :]


def _only(pack: Pack, title: str) -> Pack:
    """Return a pack of one sheet; the contents still list all."""
    return replace(pack, left_out=frozenset(each.title for each in pack.every_table) - {title})
