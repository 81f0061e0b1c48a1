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


def only(pack: Pack, title: str) -> Pack:
    """Return a pack without all sheets but one; of the front, without any."""
    return replace(pack, left_out=frozenset(each.title for each in pack.every_table) - {title})


def pages(pack: Pack, title: str) -> tuple[bytes, ...]:
    """Return the pages of the one sheet a pack has, each a PNG; of the front, the one page."""
    facts = pack_facts(pack, lambda _: None)
    for sheet in facts["sheets"]:
        sheet["starts"] = True  # a short one would stand on the page of the contents
    made = pictures_of(facts, DOTS_PER_INCH)
    if title in FRONT:
        return (made[FRONT.index(title)],)
    return made[len(FRONT) :]
