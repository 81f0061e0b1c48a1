"""The one step an import is: carried out, said with what may follow, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pch_desktop.imports import opening
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.reports.words import plural
from pch_desktop.store.history import Edit
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.strip import Strip, Tone, Verb

PLACES = {
    "partners": ("partners", "Partners"),
    "posts": ("workforce", "Workforce"),
    "people": ("workforce", "Workforce"),
    "network_staff": ("workforce", "Workforce"),
    "lines": ("budget", "Shadow budget"),
    "actuals": ("budget", "Shadow budget"),
    "entries": ("budget", "Shadow budget"),
    "monitoring": ("budget", "Shadow budget"),
    "prescribing": ("budget", "Shadow budget"),
    "payments": ("budget", "Shadow budget"),
}
"""Where what was brought in is looked at; in Population where nothing else is said."""
POPULATION = ("population", "Population")


class Step:
    """Knows whether the plan that is shown was brought in, and by which step."""

    def __init__(self, desk: Desk, strip: Strip) -> None:
        self._desk = desk
        self._strip = strip
        self._done: Edit | None = None
        self.is_ours = False
        """Whether the change of the file that is being told of is this step's own."""

    @property
    def is_done(self) -> bool:
        """Whether the plan was brought in, and stands."""
        return self._done is not None

    def forget(self) -> None:
        """Begin with another plan."""
        self._done = None

    def bring_in(self, plan: ImportPlan, kind: str, undo: Verb, again: Verb) -> bool:
        """Bring a plan in after a copy of the file was put aside; say so with what may follow.

        Returns False where it could not be brought in; why is told by then.
        """
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            warning = self._desk.file.back_up("before-import")
            is_in = self._carry_out(lambda: opening.commit(self._desk.file, plan))
        finally:
            QApplication.restoreOverrideCursor()
        if is_in:
            self._done = self._desk.file.to_undo
            self._tell(plan, warning, undo, _look(self._desk, kind), again)
        return is_in

    def take_back(self) -> bool:
        """Take the import back, where nothing was done since; return whether it was."""
        if self._done is None:
            return False
        if self._desk.file.to_undo != self._done:
            self._strip.tell(
                "Something else was done since. Take that back first, with Ctrl+Z.", Tone.WARNING
            )
            return False
        if not self._carry_out(self._desk.file.undo):
            return False
        self._done = None
        self._strip.tell("The import was taken back. All is as it was before it.", Tone.NOTE)
        return True

    def _carry_out(self, work: Callable[[], Any]) -> bool:
        self.is_ours = True
        try:
            return self._desk.attempt(work) is not None
        finally:
            self.is_ours = False

    def _tell(self, plan: ImportPlan, warning: str | None, *verbs: Verb) -> None:
        more = f" {warning}" if warning else ""
        said = f"Brought in {plural(len(plan.changes), 'change')} from {plan.file_name}.{more}"
        self._strip.tell(said, Tone.NOTE, *verbs)


def _look(desk: Desk, kind: str) -> Verb:
    section, title = PLACES.get(kind, POPULATION)
    return f"Look at {title}", lambda: desk.go(section)
