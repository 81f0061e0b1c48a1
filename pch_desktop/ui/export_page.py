"""The page that makes the board pack: which sheets, how they look, for whom, where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.board import Pack
from pch_desktop.exports.issuing import issue_pack
from pch_desktop.exports.making import Wanted, prepared
from pch_desktop.exports.names import checked_stem
from pch_desktop.store import board
from pch_desktop.store.machine import who
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.exporting.preview import Preview
from pch_desktop.ui.exporting.progress import Progress
from pch_desktop.ui.exporting.sheets import Sheets
from pch_desktop.ui.exporting.template import TemplateFilling
from pch_desktop.ui.exporting.wanted import WantedForm
from pch_desktop.ui.exporting.work import Ready, Work
from pch_desktop.ui.parts import button, card, label
from pch_desktop.ui.saved import verbs_of
from pch_desktop.ui.strip import Strip, Tone

HELP = "board_pack"
PAUSE_MS = 150
"""How long one stays on a sheet before its pages are drawn."""
PICTURES = 10
"""About how many pictures are drawn before the first sheet is written."""
READING = "Reading the figures…"


def page_for(desk: Desk) -> ExportPage:
    """Return the page of an open file, as it was left."""
    keeper = desk.findChild(_Keeper)
    if keeper is None:
        keeper = _Keeper(desk)
    return keeper.page


class ExportPage(QWidget):
    """Tick, look, make. Nothing is written before Make is pressed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setProperty("help", HELP)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.ready: Ready | None = None
        self._is_stale, self._has_begun = True, False
        kept = desk.preferences.now
        folder = kept.pack_folder or str(desk.file.path.parent)
        self.sheets, self.preview = Sheets(desk), Preview(desk)
        self.make = button("Make the pack", self.begin, "strong")
        self.form = WantedForm(kept.pack_formats, folder, self.make)
        self.progress, self.work = Progress(), Work(self)
        self.strip = Strip(desk.style, "message about the board pack")
        self.template = TemplateFilling(
            desk, self.strip, self._as_shown, lambda: Path(self.form.folder.text())
        )
        self._context = label("", "secondary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.sheets)

    @property
    def pack(self) -> Pack | None:
        """What was read; nothing while it is being read."""
        return self.ready.pack if self.ready else None

    @property
    def wanted(self) -> Wanted:
        """What would be made now."""
        return self.form.wanted(self.sheets.left_out)

    def _as_shown(self) -> Pack | None:
        ready = self.ready
        if ready is None:
            return None
        return prepared(ready.pack, replace(self.wanted, called=ready.called))

    def look(self) -> None:
        """Read the figures of the month at hand once more."""
        self._is_stale = False
        self.make.setEnabled(False)
        self.preview.say(READING)
        taken = self._desk.attempt(self._desk.file.snapshot)
        if taken is not None:
            self.work.read(taken.result, self._desk.month, datetime.now(UTC).astimezone())

    def begin(self) -> None:
        """Make the files, having kept which sheets are left out."""
        ready, wanted = self.ready, self.wanted
        if ready is None or self._has_begun:
            return
        if not wanted.formats:
            self._refuse("Tick at least one of Excel, PDF and Word.")
            return
        try:
            if wanted.stem:
                checked_stem(wanted.stem)
        except Refusal as refusal:
            self._refuse(str(refusal))
            return
        self._has_begun = True
        self.make.setEnabled(False)
        self.strip.hide()
        sheets = len(ready.pack.without(wanted.left_out).tables)
        self.progress.begin(PICTURES + (sheets + 1) * len(wanted.formats))
        self.work.prepare(ready, wanted)

    def end(self) -> None:
        """Stop what is under way and go: the file is being closed."""
        self.work.stop()
        self.work.wait()
        self.deleteLater()

    def leave(self) -> None:
        """Go back to the section one came from."""
        self._desk.go(self._desk.preferences.now.section)

    def _prepared(self, pack: Pack) -> None:
        """Issue what was prepared where that is wanted, and write it."""
        issuing, wanted = self.form.issuing, self.wanted
        if issuing.is_wanted:
            reason, at = issuing.reason.text(), datetime.now(UTC)
            done = self._desk.attempt(lambda: issue_pack(self._desk.file, pack, reason, who(), at))
            if done is None:
                self._over()
                return
            pack = done.result
            issuing.issue.setChecked(False)
            issuing.reason.clear()
        self.work.write(pack, wanted, Path(self.form.folder.text()))

    def _keep_choices(self, wanted: Wanted) -> None:
        """Keep the choice of sheets in the file and the folder on this PC."""
        desk = self._desk
        desk.preferences.change(
            pack_folder=self.form.folder.text(), pack_formats=tuple(wanted.formats)
        )
        if not desk.is_read_only and desk.file.read(board.left_out) != wanted.left_out:
            desk.edit("Choose the sheets of the pack", board.leave_out, wanted.left_out)

    def _show(self, ready: Ready) -> None:
        self.ready = ready
        pack = ready.pack
        before = self.sheets.left_out if self.sheets.list.topLevelItemCount() else pack.left_out
        self.sheets.show_states(ready.states, before)
        self.form.suggest(pack.file_stem)
        self._context.setText(f"{pack.month.words}, month {pack.month.number} of 12")
        self.make.setEnabled(True)
        self._offer_edition()

    def _offer_edition(self) -> None:
        """Offer the edition that comes next of the month for the audience; none where read only."""
        line = self.form.issuing
        line.issue.setEnabled(not self._desk.is_read_only)
        if self.ready is not None:
            line.show_edition(self.ready.editions[self.form.for_whom])

    def _turned(self, _title: str) -> None:
        self._pause.start()

    def _draw(self) -> None:
        title = self.sheets.current
        if self.ready is not None and title:
            self.work.draw(self.ready, self.wanted, title)

    def _drawn(self, title: str, pages: Sequence[bytes]) -> None:
        if title == self.sheets.current and not pages:
            self.preview.say(f"{title} is not in this copy. Its cover and Definitions say why.")
        elif title == self.sheets.current:
            self.preview.show_pages(title, pages)

    def _made(self, paths: tuple[Path, ...]) -> None:
        self._keep_choices(self.wanted)
        self._over()
        first = paths[0]
        names = ", ".join(path.name for path in paths)
        self.strip.tell(
            f"Made {names}.",
            Tone.NOTE,
            *verbs_of(first),
            ("Copy path", lambda: QGuiApplication.clipboard().setText(str(first))),
        )

    def _stopped(self) -> None:
        self._over()
        self.strip.tell("Stopped. No file was written.", Tone.NOTE)

    def _refuse(self, sentence: str) -> None:
        self._over()
        self.strip.tell(sentence, Tone.ERROR)

    def _fail(self, fault: BaseException) -> None:
        self._over()
        self._desk.failed.emit(fault)

    def _over(self) -> None:
        self._has_begun = False
        self.progress.end()
        self.make.setEnabled(self.ready is not None)
        if self._is_stale and self.isVisible():
            self.look()

    def _touched(self, *_: object) -> None:
        """Read again once the figures have changed, at the latest when next shown."""
        self._is_stale = True
        if self.isVisible() and not self._has_begun:
            self.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.look()
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.work.was_read.connect(self._show)
        self.work.was_drawn.connect(self._drawn)
        self.work.step_told.connect(self.progress.tell)
        self.work.was_prepared.connect(self._prepared)
        self.work.was_made.connect(self._made)
        self.work.was_stopped.connect(self._stopped)
        self.work.was_refused.connect(self._refuse)
        self.work.failed.connect(self._fail)
        self.progress.stop_asked.connect(self.work.stop)
        self.sheets.current_changed.connect(self._turned)
        self.form.changed.connect(self._pause.start)
        self.form.audience.currentIndexChanged.connect(self._offer_edition)
        self._desk.file_changed.connect(self._touched)
        self._desk.month_changed.connect(self._touched)
        for keys, act in (("Ctrl+Return", self.begin), ("Ctrl+Enter", self.begin),
                          ("Escape", self.leave)):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label("Board pack", "title"))
        self._context.setContentsMargins(0, 4, 0, 0)
        head.addWidget(self._context, 1)
        head.addWidget(self.template.button)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        for part, stretch in ((self.sheets, 2), (self.preview, 3)):
            frame, inside = card()
            inside.addWidget(part)
            both.addWidget(frame)
            both.setStretchFactor(both.count() - 1, stretch)
        foot, inside = card()
        inside.addWidget(self.form)
        inside.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(both, 1)
        column.addWidget(foot)


class _Keeper(QObject):
    """Keeps one page for one open file, and takes it away with the file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.page = ExportPage(desk)
        desk.destroyed.connect(self.page.end)
