"""The board pack as a PDF that anybody can read, and hear read: PDF/UA-1, made by typst."""

from __future__ import annotations

from pathlib import Path

from pch_desktop.exports.board import Pack, Step
from pch_desktop.exports.filed import put
from pch_desktop.exports.pdf_pages import Facts, pack_facts
from pch_desktop.exports.typesetting import pdf, pngs

TEMPLATE = "pack.typ"
STANDARD = "ua-1"
"""Tagged, in a language, with a title, and refused where a picture has no words."""
PAGES = "Pages"
"""The last step, in which typst sets all pages at once."""


def write_pdf(pack: Pack, folder: Path, step: Step = lambda _: None) -> Path:
    """Write a pack's PDF into a folder; the former one stays till all is well.

    Returns:
        Where it stands.

    Raises:
        Refusal: the folder is missing or cannot be written to, or the former
            one is open elsewhere.
    """
    return put(folder / f"{pack.file_stem}.pdf", lambda path: fill(path, pack, step))


def fill(path: Path, pack: Pack, step: Step) -> None:
    """Write a pack's PDF to a path."""
    path.write_bytes(_made(pack, step))


def set_pages(facts: Facts) -> bytes:
    """Return the PDF of a pack's facts."""
    return pdf(TEMPLATE, facts, STANDARD)


def pictures_of(facts: Facts, dots_per_inch: int) -> tuple[bytes, ...]:
    """Return the pages of a pack's facts as they would be printed, each a PNG."""
    return tuple(pngs(TEMPLATE, facts, dots_per_inch))


def _made(pack: Pack, step: Step) -> bytes:
    facts = pack_facts(pack, step)
    step(PAGES)
    return set_pages(facts)
