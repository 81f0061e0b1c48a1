"""Help pages, read without a network: Markdown from ``docs/sections``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout

from pch_desktop.discovery import resource
from pch_desktop.ui.actions import ACTIONS, MORE_KEYS, TABLE_KEYS
from pch_desktop.ui.parts import icon_button
from pch_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from pch_desktop.ui.style import Style

ABOUT = """# PCH Desktop

Runs one Primary Care Home locality from one file: its population, workforce,
services, partners and shadow budget, with charts and the board pack.

It holds no information about patients, opens no network connection, and keeps
everything in the locality file you chose. Free software under the MIT licence.
Letters: Inter and Liberation Sans, under the SIL Open Font License.
"""
NO_PAGE = "# Help\n\nThere is no page on this yet. See [Keyboard shortcuts](shortcuts)."


HEADING = "#"
"""Between a page and one of its headings."""
DEFINITIONS, TERM = "definitions", "term:"
"""The page of all terms, and what a page of one of them begins with."""


class HelpPanel(QFrame):
    """One help page at a time, with the way back."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.topic = ""
        self._style = style
        self._past: list[str] = []
        self.browser = QTextBrowser()
        self.browser.setAccessibleName("Help page")
        self.browser.setOpenLinks(False)
        self.browser.setOpenExternalLinks(False)
        self.browser.anchorClicked.connect(self._follow)
        self.browser.document().setDocumentMargin(16)
        self._back = icon_button(style, "left", "Back", self._go_back)
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 8, 0)
        head.addWidget(self._back)
        head.addStretch(1)
        self._back.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.browser, 1)
        self.setFocusProxy(self.browser)
        style.changed.connect(self._theme_changed)

    def open(self, topic: str) -> None:
        """Show the page of a topic."""
        if self.topic and self.topic != topic:
            self._past.append(self.topic)
        self._show(topic)

    def _show(self, topic: str) -> None:
        self.topic = topic
        self._back.setVisible(bool(self._past))
        self.browser.setMarkdown(page(topic.partition(HEADING)[0]))
        _set_out(self.browser.document(), self._style.theme)
        self._go_to(topic.partition(HEADING)[2])

    def _go_to(self, heading: str) -> None:
        """Bring a heading of the page to the top."""
        block = self.browser.document().begin()
        while heading and block.isValid():
            if block.blockFormat().headingLevel() and block.text() == heading:
                layout = self.browser.document().documentLayout()
                top = round(layout.blockBoundingRect(block).top())
                self.browser.verticalScrollBar().setValue(top)
                self.browser.setTextCursor(QTextCursor(block))
                return
            block = block.next()

    def _follow(self, url: QUrl) -> None:
        self.open(url.path().rpartition("/")[2].removesuffix(".md"))

    def _go_back(self) -> None:
        if self._past:
            self._show(self._past.pop())

    def _theme_changed(self, _theme: Theme) -> None:
        if self.topic:
            self._show(self.topic)


def page(topic: str) -> str:
    """Return a help page as Markdown."""
    if topic == "shortcuts":
        return shortcuts()
    if topic == "about":
        return ABOUT
    if topic == DEFINITIONS or topic.startswith(TERM):
        return _meaning(topic.removeprefix(TERM))
    path = resource("help", f"{topic}.md")
    return path.read_text(encoding="utf-8") if path.is_file() else NO_PAGE


def terms() -> dict[str, str]:
    """Return what each term of the pack means."""
    from pch_desktop.reports.definitions import terms

    return dict(terms())


def headings() -> list[tuple[str, str]]:
    """Return the headings within the help pages, each with the topic of its page."""
    folder = resource("help")
    return [
        (path.stem, line.lstrip("# ").strip())
        for path in sorted(folder.glob("*.md") if folder.is_dir() else ())
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("##")
    ]


def topics() -> dict[str, str]:
    """Return the title of every help page by its topic."""
    found = {"shortcuts": "Keyboard shortcuts", "about": "About this program"}
    found[DEFINITIONS] = "Definitions"
    folder = resource("help")
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        with path.open(encoding="utf-8") as lines:
            found[path.stem] = lines.readline().lstrip("# ").strip() or path.stem
    return found


def shortcuts() -> str:
    """Return the list of every key the program knows."""
    commands = [(action.words.rstrip("…"), action.shortcut) for action in ACTIONS]
    lines = ["# Keyboard shortcuts", "", "## Anywhere", ""]
    lines += _table([pair for pair in commands if pair[1]])
    lines += ["", "## In a table", ""]
    lines += _table([*TABLE_KEYS, *MORE_KEYS])
    return "\n".join(lines)


def _meaning(term: str) -> str:
    """Return what a term means, or what all of them do."""
    known = terms()
    if term in known:
        return f"# {term}\n\n{known[term]}\n\n[All definitions]({DEFINITIONS})"
    told = "\n\n".join(f"**{each}**: {meaning}" for each, meaning in known.items())
    return f"# Definitions\n\n{told}"


def _table(pairs: list[tuple[str, str]]) -> list[str]:
    rows = [f"| {words} | {keys.replace('|', '')} |" for words, keys in pairs]
    return ["| To do | Press |", "|---|---|", *rows]


def _set_out(document: QTextDocument, theme: Theme) -> None:
    """Give headings the sizes of the window, and paragraphs room to breathe."""
    sizes = {1: theme.px(19), 2: theme.px(15), 3: theme.px(13.5)}
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        level = block.blockFormat().headingLevel()
        if level in sizes:
            letters = QTextCharFormat()
            letters.setProperty(QTextFormat.Property.FontPixelSize, sizes[level])
            letters.setFontWeight(QFont.Weight.Bold)
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            cursor.mergeCharFormat(letters)
        room = QTextBlockFormat()
        room.setTopMargin(12 if level and block.blockNumber() else 0)
        room.setBottomMargin(0 if cursor.currentTable() else 6)
        cursor.mergeBlockFormat(room)
        block = block.next()
