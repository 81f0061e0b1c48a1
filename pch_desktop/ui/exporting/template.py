"""Filling a secretary's own template from the page that makes the pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton

from pch_desktop.exports.board import Pack
from pch_desktop.exports.template import fill_template
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import button
from pch_desktop.ui.saved import open_path
from pch_desktop.ui.strip import Strip, Tone

TEMPLATES = "Workbooks and documents (*.xlsx *.docx)"
HINT = "Fill the named places of your own workbook or document; all else in it stays as it is"


class TemplateFilling:
    """The verb that fills a template, and what it says."""

    def __init__(
        self,
        desk: Desk,
        strip: Strip,
        shown: Callable[[], Pack | None],
        folder: Callable[[], Path],
    ) -> None:
        """Put it together.

        Args:
            desk: the file's desk.
            strip: where it is told what was filled.
            shown: gives the pack as those it is for will see it; nothing while it is read.
            folder: gives where the files go.
        """
        self._desk, self._strip, self._shown, self._folder = desk, strip, shown, folder
        self.button: QPushButton = button("Fill a template…", self.choose, described=HINT)

    def choose(self) -> None:
        """Ask for the template."""
        name, _ = QFileDialog.getOpenFileName(self.button, "Choose a template", "", TEMPLATES)
        if name:
            self.fill(Path(name))

    def fill(self, template: Path) -> None:
        """Fill a template into the folder, and say what was filled and what was not."""
        pack = self._shown()
        if pack is None:
            return
        target = self._folder() / f"{pack.file_stem} {template.stem}{template.suffix}"
        done = self._desk.attempt(lambda: fill_template(pack, template, target))
        if done is None:
            return
        words = " ".join((f"Wrote {target.name}.", *done.result.sentences))
        tone = Tone.WARNING if done.result.unknown else Tone.NOTE
        self._strip.tell(words, tone, ("Open", lambda: open_path(target)))
