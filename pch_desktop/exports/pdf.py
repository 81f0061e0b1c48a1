"""The board pack as a PDF that anybody can read, and hear read: PDF/UA-1, made by typst."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pch_desktop.discovery import resource
from pch_desktop.exports.board import Pack, Step
from pch_desktop.exports.filed import put
from pch_desktop.exports.pdf_letters import FACES
from pch_desktop.exports.pdf_pages import Facts, pack_facts

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
    """Return the PDF of a pack's facts; typst reads them as text, so that nothing is markup."""
    import typst

    compiling: Any = typst.compile
    made: bytes = compiling(**_asked(facts), pdf_standards=[STANDARD])
    return made


def pictures_of(facts: Facts, dots_per_inch: int) -> tuple[bytes, ...]:
    """Return the pages of a pack's facts as they would be printed, each a PNG."""
    import typst

    compiling: Any = typst.compile
    made: list[bytes] | bytes = compiling(**_asked(facts), format="png", ppi=dots_per_inch)
    return tuple(made) if isinstance(made, list) else (made,)


def _asked(facts: Facts) -> dict[str, Any]:
    return {
        "input": resource("typst", "pack.typ"),
        "root": resource("typst"),
        "font_paths": [FACES],
        "ignore_system_fonts": True,
        "sys_inputs": {"facts": json.dumps(facts, ensure_ascii=False)},
    }


def _made(pack: Pack, step: Step) -> bytes:
    facts = pack_facts(pack, step)
    step(PAGES)
    return set_pages(facts)
