"""What a screen may ask of the window it stands in.

The desk hands out the open file, the month and the looks, takes edits, and
tells a screen when to read again. No screen knows the window itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal, SignalInstance
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QWidget

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.preferences import Layout, PreferenceFile
from pch_desktop.ui import fonts, icons
from pch_desktop.ui.style import Style
from pch_desktop.ui.theme import Theme, Weight

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile

Asked = ParamSpec("Asked")
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Done(Generic[Given]):
    """An edit that was made; always true, so that ``if`` tells it from a refusal."""

    result: Given
    """What the command gave back, such as the id of a new record."""


class Desk(QObject):
    """The open file and the window's services, as a screen sees them."""

    month_changed = Signal(object)
    theme_changed = Signal(object)
    file_changed = Signal(object)
    """The names of the tables an edit touched."""
    said = Signal(str)
    was_refused = Signal(str)
    failed = Signal(object)
    sent = Signal(str, object)
    help_asked = Signal(str)
    command_asked = Signal(str)
    """A command of the window, by its name in ``actions``."""
    visited = Signal(str, str, object)
    """A view of a section, and a record in it, that somebody wants to see."""
    pointed = Signal(str)
    """A column's cell that somebody wants to stand on, of the record just gone to."""
    explained = Signal(object)
    """How a figure came about, as a ``Told``."""
    rows_told = Signal(str)
    selection_told = Signal(str)
    hint_told = Signal(str)

    def __init__(
        self,
        file: LocalityFile,
        month: Month,
        style: Style,
        preferences: PreferenceFile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.file = file
        self.preferences = preferences
        self._month = month
        self._kept: dict[str, Any] = {}
        self.style = style
        self.is_explaining: Callable[[], bool] = lambda: False
        """Whether the panel that explains figures is open, and so follows the chosen cell."""
        style.changed.connect(self.theme_changed)
        file.listen(self._touched)

    @property
    def month(self) -> Month:
        """The month every figure on the screen is for."""
        return self._month

    @property
    def theme(self) -> Theme:
        """The colours and the text size in use."""
        return self.style.theme

    @property
    def is_read_only(self) -> bool:
        """Whether the file can only be read; ``file.reason`` says why."""
        return self.file.reason is not None

    def choose_month(self, month: Month) -> None:
        """Make every figure be for this month."""
        if month != self._month:
            self._month = month
            self._kept.clear()
            self.month_changed.emit(month)

    def edit(
        self,
        label: str,
        command: Callable[Concatenate[Any, Asked], Given],
        *args: Asked.args,
        **kwargs: Asked.kwargs,
    ) -> Done[Given] | None:
        """Change the file as one labelled step; a refusal is shown and gives None."""
        return self.attempt(lambda: self.file.edit(label, command, *args, **kwargs))

    def attempt(self, work: Callable[[], Given]) -> Done[Given] | None:
        """Run what may refuse; the sentence is shown, a fault reported, and None given."""
        try:
            return Done(work())
        except Refusal as refusal:
            self.refused(str(refusal))
        except Exception as fault:  # noqa: BLE001 - the one place where faults surface
            self.failed.emit(fault)
        return None

    def say(self, sentence: str) -> None:
        """Tell the person what was done."""
        self.said.emit(sentence)

    def refused(self, sentence: str) -> None:
        """Tell the person what would be accepted."""
        self.was_refused.emit(sentence)

    def tell_rows(self, words: str) -> None:
        """Put words about the rows in view on the status line: 13 lines in 4 groups."""
        self.rows_told.emit(words)

    def tell_selection(self, words: str) -> None:
        """Put words about the selected cells on the status line: Sum 1,204, average 301."""
        self.selection_told.emit(words)

    def tell_hint(self, words: str) -> None:
        """Put what the keys do now on the status line: Enter accepts, Esc cancels."""
        self.hint_told.emit(words)

    def go(self, section: str, record_id: int | None = None) -> None:
        """Show a section, by its name on every floor, and one of its records."""
        self.sent.emit(section, record_id)

    def visit(self, section: str, view: str, record_id: int | None = None) -> None:
        """Show a view of a section by its title, and a record in it."""
        self.visited.emit(section, view, record_id)

    def point_at(self, column: str) -> None:
        """Stand on a column's cell of the record just gone to, where the page shows it."""
        self.pointed.emit(column)

    def open_help(self, topic: str) -> None:
        """Open the help page of this name at the side."""
        self.help_asked.emit(topic)

    def command(self, name: str) -> None:
        """Give a command of the window, such as import, as if from its menu."""
        self.command_asked.emit(name)

    def layout(self, key: str) -> Layout:
        """Return what was kept about a table's columns on this PC; empty at first."""
        return self.preferences.now.layouts.get(key, {})

    def keep_layout(self, key: str, layout: Layout) -> None:
        """Keep what was chosen about a table's columns."""
        self.preferences.change(layouts={**self.preferences.now.layouts, key: dict(layout)})

    def listen(
        self,
        tables: Iterable[str],
        read: Callable[[], None],
        screen: QWidget,
        also: SignalInstance | None = None,
    ) -> None:
        """Read again when one of these tables, or the month, changes, or a signal is given.

        Without tables it is read again whatever changes.
        A screen out of sight reads when it is next shown. The first reading
        is the screen's own.
        """
        reader = _Reader(self, frozenset(tables), read, screen)
        if also is not None:
            also.connect(reader.changed)

    def font(self, size: float = 13, weight: Weight = Weight.REGULAR) -> QFont:
        """Return the window's letters; the size is in pixels at 100 percent."""
        return fonts.font(self.theme, size, weight)

    def icon(self, name: str, colour: str = "", size: int = 18) -> QIcon:
        """Return a picture in a colour of the theme; secondary text's unless told."""
        return icons.icon(name, colour or self.theme.ink2, self.theme.px(size))

    def kept(self, name: str, work: Callable[[], Given]) -> Given:
        """Return what a piece of work came to: done once until the file or the month changes."""
        if name not in self._kept:
            self._kept[name] = work()
        return self._kept[name]

    def _touched(self, tables: frozenset[str]) -> None:
        self._kept.clear()
        self.file_changed.emit(tables)


class _Reader(QObject):
    """Waits for changes on behalf of a screen, and goes when the screen goes."""

    def __init__(
        self, desk: Desk, tables: frozenset[str], read: Callable[[], None], screen: QWidget
    ) -> None:
        super().__init__(screen)
        self._tables, self._read, self._screen = tables, read, screen
        self._is_stale = False
        desk.file_changed.connect(self._file_changed)
        desk.month_changed.connect(self._month_changed)
        screen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._is_stale:
            self._again()
        return super().eventFilter(watched, event)

    def _file_changed(self, tables: frozenset[str]) -> None:
        if not tables or not self._tables or tables & self._tables:
            self.changed()

    def _month_changed(self, _month: Month) -> None:
        self.changed()

    def changed(self) -> None:
        """Read again, now or when the screen is next in sight."""
        if self._screen.isVisible():
            self._again()
        else:
            self._is_stale = True

    def _again(self) -> None:
        self._is_stale = False
        self._read()
