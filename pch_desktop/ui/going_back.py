"""Going back to a backup: showing what there is, opening one, putting one back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import rescue, restoring
from pch_desktop.ui.backup_words import when
from pch_desktop.ui.backups_page import BackupsPage
from pch_desktop.ui.strip import Strip, Tone

if TYPE_CHECKING:
    from pch_desktop.store.backups import Backup
    from pch_desktop.store.rescue import Kept
    from pch_desktop.ui.backing_up import BackingUp
    from pch_desktop.ui.frame import Frame

NONE_OF_IT = "There is no backup of this file on this computer yet. One is made as you work."
NONE = "There is no backup of any locality on this computer."
LOCALITIES = "Locality files (*.pch)"
WHOLE = "--before-restore"
"""In the name of a backup that can be put back in its turn."""
Open = Callable[[Path], bool]


class GoingBack:
    """What can be done with backups, with a file open and without one."""

    def __init__(self, window: Frame, strip: Strip, backing_up: BackingUp, open_file: Open) -> None:
        self._window, self._strip = window, strip
        self._backing_up, self._open = backing_up, open_file

    def show(self) -> None:
        """Show the backups of the open file, or of every file where none is open."""
        desk = self._window.desk
        if desk is None:
            self._show_page(rescue.every(), None, NONE)
            return
        done = desk.attempt(lambda: rescue.kept_in(desk.file.backup_folder))
        present = desk.attempt(lambda: desk.file.read(restoring.present))
        if done is not None:
            found = [_at(done.result, desk.file.path)] if done.result else []
            self._show_page(found, present.result if present else None, NONE_OF_IT)

    def offer(self, path: Path, sentence: str) -> None:
        """Say that a file is damaged, with the way to its backups."""
        own = [_at(kept, path) for kept in rescue.of_file(path)]
        every = [] if own else rescue.every()
        if own:
            made = when(own[0].newest.at, datetime.now(UTC))
            verb = ("Restore a backup", partial(self._show_page, own, None, NONE))
            self._strip.tell(f"{sentence} The last backup was made {made}.", Tone.ERROR, verb)
        elif every:
            verb = ("Look through all backups", partial(self._show_page, every, None, NONE))
            self._strip.tell(
                f"{sentence} None of the backups here is known to be its own.", Tone.ERROR, verb
            )
        else:
            self._strip.tell(f"{sentence} {NONE}", Tone.ERROR)

    def open_as_new(self, backup: Backup, target: Path) -> bool:
        """Make a new file of a backup and look at it."""
        if not self._tried(lambda: restoring.restore_as(backup.path, target)):
            return False
        return self._open(target)

    def put_over(self, kept: Kept, backup: Path, made: str) -> bool:
        """Put a backup in the place of its file, whose present state is backed up first."""
        path = kept.origin
        if path is None:
            return False
        aside: list[Path] = []
        self._let_go(path)
        is_done = self._tried(
            lambda: (
                aside.append(restoring.restore_over(backup, path, kept.folder, datetime.now(UTC)))
                if path.exists()
                else restoring.restore_as(backup, path)
            )
        )
        sentence = self._strip.sentence
        if not self._open(path):
            refusal = self._strip.sentence
            self._window.closing_asked.emit()
            self._strip.tell(refusal, Tone.ERROR)
            return False
        if not is_done:
            self._strip.tell(sentence, Tone.ERROR)
            return False
        kept_too = " What it was before is kept as a backup." if aside else ""
        verbs = [
            ("Take that back", partial(self.put_over, kept, one, "before that"))
            for one in aside
            if WHOLE in one.name
        ]
        self._strip.tell(f"{path.name} is as it was {made}.{kept_too}", Tone.NOTE, *verbs)
        return True

    def _show_page(
        self, found: Sequence[Kept], present: restoring.Preview | None, nothing: str
    ) -> None:
        if not found:
            self._strip.tell(nothing, Tone.NOTE)
            return
        window = self._window
        self._strip.hide()
        page = BackupsPage(window.style_in_use, found, present)
        page.left.connect(lambda: window.leave_page(page))
        page.new_asked.connect(partial(self._ask_where, page))
        page.over_asked.connect(partial(self._over, page))
        window.show_page(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_where(self, page: BackupsPage, kept: Kept, backup: Backup) -> None:
        near = kept.origin or Path.home() / f"{kept.name}.pch"
        suggested = near.with_stem(f"{near.stem} {backup.at.astimezone():%Y-%m-%d %H.%M}")
        name, _ = QFileDialog.getSaveFileName(
            page, "Open a backup as a new file", str(suggested), LOCALITIES
        )
        if not name:
            return
        if self.open_as_new(backup, Path(name).with_suffix(".pch")):
            self._window.drop_page(page)
        else:
            page.tell(self._strip.sentence)
            self._strip.hide()

    def _over(self, page: BackupsPage, kept: Kept, backup: Backup) -> None:
        if self.put_over(kept, backup.path, when(backup.at, datetime.now(UTC))):
            self._window.drop_page(page)

    def _let_go(self, path: Path) -> None:
        """Close the file where it is the one that is open."""
        desk = self._window.desk
        if desk is not None and desk.file.path.resolve() == path.resolve():
            self._backing_up.pass_over()
            self._window.forget_file()

    def _tried(self, work: Callable[[], object]) -> bool:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            work()
        except Refusal as refusal:
            self._strip.tell(str(refusal), Tone.ERROR)
            return False
        finally:
            QApplication.restoreOverrideCursor()
        return True


def _at(kept: Kept, path: Path) -> Kept:
    """Return what is kept of a file, as lying where it lies now."""
    return rescue.Kept(kept.folder, kept.name, path, kept.backups)
