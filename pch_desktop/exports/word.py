"""The board pack in Word: a front sheet, the agenda, and a page for each section."""

from __future__ import annotations

from pathlib import Path

from pch_desktop.exports.board import Pack, Step
from pch_desktop.exports.filed import put


def write_word(pack: Pack, folder: Path, step: Step = lambda _: None) -> Path:
    """Write a pack's document into a folder; the former one stays till all is well.

    Returns:
        Where it stands.

    Raises:
        Refusal: the folder is missing or cannot be written to, or the former
            document is open elsewhere.
    """
    from pch_desktop.exports.word_document import fill  # python-docx comes with it

    return put(folder / f"{pack.file_stem}.docx", lambda path: fill(path, pack, step))
