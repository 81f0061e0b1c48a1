"""The window: a frame, and what is brought into it once it has been seen.

It is painted before a file, SQL or a section is there. What is not seen at
first is imported after that; ``show_file`` brings the file, and each section
is built when first looked at.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pch_desktop.ui.frame import Frame
from pch_desktop.ui.starting import after_paint

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from pch_desktop.preferences import PreferenceFile
    from pch_desktop.store.locality_file import LocalityFile
    from pch_desktop.ui.furniture import Furniture
    from pch_desktop.ui.offices import Offices
    from pch_desktop.ui.style import Style


class Shell(Frame):
    """The main window."""

    def __init__(self, style: Style, preferences: PreferenceFile, offices: Offices) -> None:
        super().__init__(style, preferences, offices)
        self.opened.connect(self.show_file)
        self.closing_asked.connect(self.close_file)
        after_paint(self, self._furnish)

    @cached_property
    def furniture(self) -> Furniture:
        """Menus, deeds, strips, side panel and search: brought in after the first picture."""
        from pch_desktop.ui.furniture import Furniture

        return Furniture(self)

    def show_file(self, file: LocalityFile) -> None:
        """Look at an open file, at the section looked at last."""
        self.forget_file()
        self.desk = self.furniture.desk_for(file)
        self.rail.set_enabled(True)
        self.furniture.greet(self.desk)
        last = self.preferences.now.section
        self.go(last if last in self.sections else next(iter(self.sections), ""))

    def close_file(self) -> None:
        """Let go of the file and show the start page."""
        self.forget_file()
        self.show_start()
        self.furniture.part()

    def forget_file(self) -> None:
        """Let go of the file, having backed up what changed in it."""
        if self.desk is not None:
            self.furniture.doings.backing_up.leave()
        super().forget_file()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk is not None:
            self.furniture.part()
        super().closeEvent(event)

    def _furnish(self) -> None:
        self.furniture.update_facts()
