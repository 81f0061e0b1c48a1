"""The page that brings a file or a pasted block in: looked at first, then taken as one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.imports import refused
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.reports.words import plural
from pch_desktop.store.locality import batches
from pch_desktop.ui.aloud import announce
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.importing.columns_card import ColumnsCard
from pch_desktop.ui.importing.foot import Foot
from pch_desktop.ui.importing.looker import Looker
from pch_desktop.ui.importing.looking import Ask, Choices, Seen, Source
from pch_desktop.ui.importing.plan_view import CHANGES, NOTES, PlanView
from pch_desktop.ui.importing.seen_card import SeenCard
from pch_desktop.ui.importing.source_view import SourceView
from pch_desktop.ui.importing.step import Step
from pch_desktop.ui.jobs import Job
from pch_desktop.ui.parts import button, label
from pch_desktop.ui.strip import Strip, Tone

HELP = "importing"


def page_for(desk: Desk, path: Path | None) -> ImportPage:
    """Return the page of an open file, as it was left; with a path, looking at that."""
    keeper = desk.findChild(_Keeper)
    if keeper is None:
        keeper = _Keeper(desk)
    if path is not None:
        keeper.page.take(path)
    return keeper.page


class ImportPage(QWidget):
    """Choose or paste, see what it is, say what is asked, look through, bring in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setProperty("help", HELP)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.source: Source | None = None
        self.choices = Choices()
        self.seen: Seen | None = None
        self._is_stale = False
        self.looker = Looker(desk, self)
        self.source_view = SourceView(desk)
        self.seen_card = SeenCard(desk)
        self.columns = ColumnsCard(desk)
        self.views = PlanView(desk)
        self.foot = Foot()
        self.strip = Strip(desk.style, "message about the import")
        self._step = Step(desk, self.strip)
        self.another = button("Another file or block", self.show_source)
        self.back = button("Back", self.show_plan)
        self._context = label("", "secondary")
        self._busy_words = label("", "secondary")
        self._busy = QWidget()
        self._stage = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_source()

    @property
    def is_busy(self) -> bool:
        """Whether something is still being read."""
        return self.looker.is_busy

    @property
    def plan(self) -> ImportPlan | None:
        """What would be brought in now."""
        return self.seen.plan if self.seen else None

    # What a person asks

    def take(self, path: Path) -> None:
        """Look at a file."""
        self._begin(Source(path))

    def paste(self, text: str) -> None:
        """Look at a block that was pasted."""
        self._begin(Source(None, text))

    def show_source(self) -> None:
        """Show where a file is chosen; what is looked at is kept."""
        self.source_view.show_batches(self._desk.file.read(batches))
        self._stage.setCurrentIndex(0)
        self.another.hide()
        self.back.setVisible(self.source is not None)
        if self.source is not None:
            self.back.setText(f"Back to {self.source.name}")
            self.back.setAccessibleName(self.back.text())
        self._context.setText("Looked at first, then brought in as one step that can be undone")
        self.source_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_plan(self) -> None:
        """Show what is being looked at."""
        if self.source is None:
            return
        self._stage.setCurrentIndex(1)
        self.another.show()
        self.back.hide()
        self._context.setText(self.source.name)

    def commit(self) -> None:
        """Bring it in as one step, after a copy of the file was put aside."""
        plan = self.plan
        if plan is None or plan.is_nothing or self.is_busy or self._step.is_done:
            return
        kind = self.seen.kind if self.seen else ""
        undo, again = ("Undo import", self.undo), ("Bring in another", self.show_source)
        if self._step.bring_in(plan, kind, undo, again):
            self._show_foot()
            self.another.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._look()

    def undo(self) -> None:
        """Take the import back, where nothing was done since."""
        if self._step.take_back():
            self._look()

    def save_left_out(self) -> None:
        """Ask where, and write the rows left out to a workbook with their reasons."""
        plan, source = self.plan, self.source
        if plan is None or source is None:
            return
        stem = Path(source.name).stem
        folder = source.path.parent if source.path else self._desk.file.path.parent
        name, _ = QFileDialog.getSaveFileName(
            self, "Save the rows left out", str(folder / f"{stem} left out.xlsx"), "Excel (*.xlsx)"
        )
        if name:
            self.write_left_out(Path(name).with_suffix(".xlsx"))

    def write_left_out(self, path: Path) -> Job[int] | None:
        """Write the rows left out beside the window."""
        plan, source = self.plan, self.source
        if plan is None or source is None:
            return None
        return Job(
            self,
            lambda: refused.save(plan, path, source.path),
            lambda count: self.strip.tell(
                f"{plural(count, 'row')} left out were written to {path.name}, with the reason "
                "beside each.",
                Tone.NOTE,
            ),
            lambda sentence: self.strip.tell(sentence, Tone.ERROR),
            self._desk.failed.emit,
        )

    def leave(self) -> None:
        """Go back to the section one came from; what is looked at is kept."""
        self._desk.go(self._desk.preferences.now.section)

    # How it is done

    def _begin(self, source: Source) -> None:
        self.source, self.choices, self.seen = source, Choices(), None
        self._step.forget()
        self.strip.hide()
        self.views.tabs.setCurrentIndex(CHANGES)
        self._look()

    def _take_named(self, name: str) -> None:
        self.take(Path(name))

    def _choose(self, said: Mapping[str, Any]) -> None:
        self.choices = replace(self.choices, **said)
        self._step.forget()
        self.strip.hide()
        self._look()

    def _look(self) -> None:
        self._is_stale = False
        if self.source is not None:
            self.looker.ask(self.source, self.choices)

    def _show(self, seen: Seen) -> None:
        was_asked = self.seen is None or self.seen.ask is not Ask.NOTHING
        self.seen = seen
        self.views.names.begin(self.choices.lines)
        self.seen_card.show_seen(seen, self.choices)
        if seen.sheet is not None:
            self.columns.show_matches(seen.sheet, seen.matches, seen.year, self.choices.columns)
        self.columns.setVisible(seen.sheet is not None)
        self.views.show_seen(seen)
        self._show_foot()
        self.show_plan()
        if seen.problem:
            self.strip.tell(seen.problem, Tone.ERROR, may_close=False)
        elif seen.ask is Ask.YEAR:
            self.strip.tell(
                "Enter the financial year its figures are of: its name does not say it.",
                Tone.WARNING,
                may_close=False,
            )
        elif seen.plan is not None and seen.plan.apart:
            self._warn(seen.plan)
        if was_asked or seen.ask is not Ask.NOTHING:
            self._lead(seen)
        announce(self, seen.problem or f"{seen.words} {self.foot.rows.text()}")

    def _warn(self, plan: ImportPlan) -> None:
        """Say that a total of the sheet is not what its rows come to; it stops nothing."""
        more = len(plan.apart) - 1
        said = f" So do {more} more of its totals, in Notes." if more else ""
        show = ("Show notes", lambda: self.views.tabs.setCurrentIndex(NOTES))
        self.strip.tell(f"{plan.apart[0]}{said}", Tone.WARNING, show)

    def _lead(self, seen: Seen) -> None:
        """Put the keys where one goes on: what is asked, else the button."""
        if seen.ask is Ask.COLUMNS:
            self.columns.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.seen_card.focus_on(seen.ask) and not self.foot.focus_commit():
            self.views.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_foot(self) -> None:
        self.foot.show_plan(
            self.plan, is_read_only=self._desk.is_read_only, is_done=self._step.is_done
        )

    def _touched(self, _tables: object) -> None:
        """Plan again once somebody has changed the file, at the latest when next shown."""
        if self._step.is_ours or self.source is None:
            return
        self._step.forget()
        self._is_stale = True
        if self.isVisible():
            self._again()

    def _again(self) -> None:
        self.strip.hide()
        self._look()

    def _show_busy(self, words: str) -> None:
        self._busy_words.setText(words)
        self._busy.setVisible(bool(words))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._again()
        elif self._stage.currentIndex() == 0:
            self.source_view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.foot.focus_commit()

    def _connect(self) -> None:
        self.looker.seen.connect(self._show)
        self.looker.busy.connect(self._show_busy)
        self.source_view.file_chosen.connect(self._take_named)
        self.source_view.pasted.connect(self.paste)
        self.seen_card.said.connect(self._choose)
        self.columns.said.connect(self._choose)
        self.views.names.said.connect(self._choose)
        self.foot.commit_asked.connect(self.commit)
        self.foot.save_asked.connect(self.save_left_out)
        self._desk.file_changed.connect(self._touched)
        self._keys("Ctrl+Return", self.commit)
        self._keys("Ctrl+Enter", self.commit)
        self._escape = self._keys("Escape", self.leave)
        there = QApplication.instance()
        if isinstance(there, QApplication):
            there.focusChanged.connect(self._focus_moved)

    def _keys(self, keys: str, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return shortcut

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Leave Esc to what is being typed in a table: there it goes one step back by itself."""
        is_ours = now in (self.seen_card.year, self.seen_card.reason)
        self._escape.setEnabled(is_ours or not isinstance(now, QLineEdit))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label("Bring in", "title"))
        self._context.setContentsMargins(0, 4, 0, 0)
        head.addWidget(self._context, 1)
        head.addWidget(self.back)
        head.addWidget(self.another)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._busy_line())
        column.addWidget(self._stage, 1)
        self._stage.addWidget(self.source_view)
        self._stage.addWidget(self._plan_side())

    def _busy_line(self) -> QWidget:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName("Reading")
        line = QHBoxLayout(self._busy)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._busy_words)
        line.addWidget(bar, 1)
        self._busy.hide()
        return self._busy

    def _plan_side(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.seen_card)
        column.addWidget(self.strip)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.columns, 5)
        body.addWidget(self.views, 8)
        column.addLayout(body, 1)
        column.addWidget(self.foot)
        return made


class _Keeper(QObject):
    """Keeps one page for one open file, and takes it away with the file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.page = ImportPage(desk)
        desk.destroyed.connect(self.page.deleteLater)
