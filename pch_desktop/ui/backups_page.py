"""The page on which one goes back: the backups, what is in one, and the two ways to use it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import restoring
from pch_desktop.ui.aloud import announce
from pch_desktop.ui.backup_words import compared, size, when, why
from pch_desktop.ui.parts import button, card, label, row
from pch_desktop.ui.strip import Strip, Tone

if TYPE_CHECKING:
    from pch_desktop.store.backups import Backup
    from pch_desktop.store.rescue import Kept
    from pch_desktop.store.restoring import LastStep, Preview
    from pch_desktop.ui.style import Style

PAUSE_MS = 120
"""How long one stays on a line before it is looked into."""
HELP = "backups"
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
AS_NEW = "Open it as a new file…"


class BackupsPage(QWidget):
    """Nothing is changed by looking; the present file is backed up before anything replaces it."""

    new_asked = Signal(object, object)
    """Whose backup, and which, is to be opened as a new file."""
    over_asked = Signal(object, object)
    """Whose backup, and which, is to take the place of the file it was made of."""
    left = Signal()

    def __init__(self, style: Style, kept: Sequence[Kept], present: Preview | None) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setProperty("help", HELP)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._kept, self._present = kept, present
        self._seen: dict[Backup, Preview | str] = {}
        self.files = QComboBox()
        self.files.setAccessibleName("Whose backups")
        self.backups = _table("Backups, newest first", ("Made", "Why", "Size"))
        self.figures = _table("What the backup holds", ("", "Then", "Now", "Going back gives"))
        self.steps = _table("Changes", ("Change", "By", "At"))
        self.strip = Strip(style, "message about the backup")
        self.as_new = button(AS_NEW, self._ask_new, "strong")
        self.over = button("Put it back over this file", self._ask_over)
        for table, at in ((self.backups, 2), (self.figures, 1), (self.figures, 2)):
            table.headerItem().setTextAlignment(at, RIGHT)
        self._context, self._foot = label("", "secondary"), label("", "secondary", wrap=True)
        self._about, self._steps_about = label("", "strong", wrap=True), label("", "card_title")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._lay_out()
        self.files.currentIndexChanged.connect(self._list)
        self.backups.currentItemChanged.connect(self._pause.start)
        self.backups.itemActivated.connect(self.as_new.setFocus)
        self.files.addItems([_called(one) for one in kept])
        self.setFocusProxy(self.backups)

    @property
    def kept(self) -> Kept:
        """Whose backups are listed."""
        return self._kept[max(self.files.currentIndex(), 0)]

    @property
    def chosen(self) -> Backup | None:
        """The backup looked at."""
        line = self.backups.currentItem()
        at = -1 if line is None else self.backups.indexOfTopLevelItem(line)
        return self.kept.backups[at] if 0 <= at < len(self.kept.backups) else None

    def choose(self, at: int) -> None:
        """Look at a backup by its place in the list."""
        line = self.backups.topLevelItem(at)
        if line is not None:
            self.backups.setCurrentItem(line)
            self._look()

    def tell(self, sentence: str) -> None:
        """Say what cannot be done."""
        self.strip.tell(sentence, Tone.ERROR)

    def _list(self) -> None:
        now = datetime.now(UTC)
        self.backups.clear()
        for one in self.kept.backups:
            words = (shown(when(one.at, now)), why(one.reason), size(one.path.stat().st_size))
            self.backups.addTopLevelItem(_line(words, {2}))
        origin = self.kept.origin
        count = plural(len(self.kept.backups), "backup")
        self._context.setText(f"{count} of {_called(self.kept)}, kept on this computer")
        self.over.setText(f"Put it back over {origin.name}" if origin else "Put it back")
        self.over.setAccessibleName(self.over.text())
        self.choose(0)

    def _look(self) -> None:
        """Show what is in the backup chosen, having checked it from end to end."""
        self._pause.stop()
        chosen = self.chosen
        if chosen is None:
            return
        if chosen not in self._seen:
            self._seen[chosen] = _looked_into(chosen)
        seen = self._seen[chosen]
        is_sound = not isinstance(seen, str)
        self.as_new.setEnabled(is_sound)
        self.over.setEnabled(is_sound and self.kept.origin is not None)
        self.figures.clear()
        self.steps.clear()
        if isinstance(seen, str):
            self._about.setText("This backup cannot be used.")
            self._steps_about.clear()
            self.tell(seen)
            return
        self.strip.hide()
        self._show(chosen, seen)

    def _show(self, chosen: Backup, seen: Preview) -> None:
        made = when(chosen.at, datetime.now(UTC))
        lines = compared(seen, self._present)
        differing = sum(bool(one.change) for one in lines)
        for one in lines:
            line = _line((one.words, one.then, one.now, one.change), {1, 2})
            for at in range(4) if one.change else ():
                font = line.font(at)
                font.setBold(True)
                line.setFont(at, font)
            self.figures.addTopLevelItem(line)
        said = "It is whole."
        if self._present is not None:
            same = "All figures are as they are now."
            differ = f"{plural(differing, 'figure differs', 'figures differ')} from now."
            said = f"{said} {differ if differing else same}"
        self._about.setText(f"Made {made}. {said}")
        self.figures.setColumnHidden(2, self._present is None)
        self.figures.setColumnHidden(3, self._present is None)
        self._show_steps(seen)
        announce(self.backups, self._about.text())

    def _show_steps(self, seen: Preview) -> None:
        since = _since(seen, self._present)
        title = "Done since, and not in it" if since else "Done last before it was made"
        self._steps_about.setText(title)
        self.steps.setAccessibleName(title)
        now = datetime.now(UTC)
        for step in since or seen.steps:
            self.steps.addTopLevelItem(
                _line((step.label, step.who, shown(when(step.at, now))), set())
            )

    def _ask_new(self) -> None:
        self._ask(self.new_asked.emit)

    def _ask_over(self) -> None:
        self._ask(self.over_asked.emit)

    def _ask(self, ask: Callable[[Kept, Backup], object]) -> None:
        self._look()
        if self.chosen is not None and self.as_new.isEnabled():
            ask(self.kept, self.chosen)

    def _lay_out(self) -> None:
        head = row(label("Restore from a backup", "title"), self._context, None)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(10)
        column.addLayout(head)
        body = QHBoxLayout()
        body.setSpacing(12)
        left, listing = card("Backups")
        if len(self._kept) > 1:
            listing.addWidget(self.files)
        listing.addWidget(self.backups)
        right, told = card()
        told.addWidget(self._about)
        told.addWidget(self.figures, 3)
        told.addSpacing(6)
        told.addWidget(self._steps_about)
        told.addWidget(self.steps, 2)
        body.addWidget(left, 2)
        body.addWidget(right, 3)
        column.addLayout(body, 1)
        column.addWidget(self.strip)
        self._foot.setText(
            "A new file leaves the present one as it is. Putting it back replaces the file, "
            "which is backed up first, so that you can come back to it."
        )
        foot = row(self._foot, button("Back", self.left.emit), self.over, self.as_new)
        foot.setStretch(0, 1)
        column.addLayout(foot)


def _looked_into(backup: Backup) -> Preview | str:
    try:
        return restoring.preview(backup.path)
    except Refusal as refusal:
        return str(refusal)
    except OSError as error:
        return f"{backup.path.name} cannot be read: {error.strerror or error}."


def _since(then: Preview, now: Preview | None) -> tuple[LastStep, ...]:
    """Return the last steps the present file has taken since the backup was made of it."""
    if now is None or not then.steps:
        return ()
    last = then.steps[0]
    own = [step for step in now.steps if step.number == last.number]
    is_another_way = bool(own) and own[0] != last
    after = tuple(step for step in now.steps if step.number > last.number)
    return () if is_another_way else after


def _called(kept: Kept) -> str:
    return f"{kept.name} ({kept.origin.name})" if kept.origin else kept.name


def _table(name: str, titles: Sequence[str]) -> QTreeWidget:
    made = QTreeWidget()
    made.setAccessibleName(name)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setAllColumnsShowFocus(True)
    made.setHeaderLabels(list(titles))
    made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    made.header().setStretchLastSection(False)
    made.setTabKeyNavigation(False)
    return made


def _line(words: Sequence[str], figures: set[int]) -> QTreeWidgetItem:
    made = QTreeWidgetItem(list(words))
    for at in figures:
        made.setTextAlignment(at, RIGHT)
    return made
