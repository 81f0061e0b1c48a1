"""Every command of the window, written down once.

The menus, the search box and the list of shortcuts are made from ``ACTIONS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol


class Fact(Enum):
    """What must be so for a command to be there."""

    ALWAYS = auto()
    FILE_OPEN = auto()
    FILE_MAY_CHANGE = auto()
    MAY_UNDO = auto()
    MAY_REDO = auto()


class Deeds(Protocol):
    """What the window can be told to do."""

    def new_locality(self) -> None: ...
    def choose_file(self) -> None: ...
    def open_sample(self) -> None: ...
    def close_file(self) -> None: ...
    def save_copy(self) -> None: ...
    def save_without_names(self) -> None: ...
    def import_file(self) -> None: ...
    def back_up(self) -> None: ...
    def restore(self) -> None: ...
    def settings(self) -> None: ...
    def print_page(self) -> None: ...
    def export_pack(self) -> None: ...
    def export_everything(self) -> None: ...
    def quit(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def search(self) -> None: ...
    def step_month(self, months: int) -> None: ...
    def toggle_history(self) -> None: ...
    def explain(self) -> None: ...
    def toggle_rail(self) -> None: ...
    def choose_theme(self, name: str) -> None: ...
    def step_text(self, steps: int) -> None: ...
    def reset_layout(self) -> None: ...
    def help_here(self) -> None: ...
    def open_help(self, topic: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Action:
    """One command: what it is called, its keys, when it is there and what it does."""

    id: str
    menu: str
    words: str
    run: Callable[[Deeds], None]
    shortcut: str = ""
    enabled_by: Fact = Fact.FILE_OPEN
    starts_group: bool = False
    """Whether a line is drawn over it in its menu."""


ACTIONS = (
    Action("new", "File", "New locality…", lambda w: w.new_locality(), "Ctrl+N", Fact.ALWAYS),
    Action("open", "File", "Open…", lambda w: w.choose_file(), "Ctrl+O", Fact.ALWAYS),
    Action(
        "sample",
        "File",
        "Look round the sample locality",
        lambda w: w.open_sample(),
        enabled_by=Fact.ALWAYS,
    ),
    Action(
        "save_copy",
        "File",
        "Save a copy…",
        lambda w: w.save_copy(),
        "Ctrl+Shift+S",
        starts_group=True,
    ),
    Action(
        "save_without_names",
        "File",
        "Save a copy without names…",
        lambda w: w.save_without_names(),
    ),
    Action(
        "back_up",
        "File",
        "Back up now",
        lambda w: w.back_up(),
        enabled_by=Fact.FILE_MAY_CHANGE,
    ),
    Action(
        "restore",
        "File",
        "Restore from a backup…",
        lambda w: w.restore(),
        enabled_by=Fact.ALWAYS,
    ),
    Action("print", "File", "Print…", lambda w: w.print_page(), "Ctrl+P", starts_group=True),
    Action("settings", "File", "Settings of this locality…", lambda w: w.settings()),
    Action("close", "File", "Close this locality", lambda w: w.close_file(), "Ctrl+W"),
    Action("quit", "File", "Quit", lambda w: w.quit(), "Ctrl+Q", Fact.ALWAYS, starts_group=True),
    Action("undo", "Edit", "Undo", lambda w: w.undo(), "Ctrl+Z", Fact.MAY_UNDO),
    Action("redo", "Edit", "Redo", lambda w: w.redo(), "Ctrl+Y", Fact.MAY_REDO),
    Action(
        "search",
        "Edit",
        "Search or run a command",
        lambda w: w.search(),
        "Ctrl+K",
        Fact.ALWAYS,
        starts_group=True,
    ),
    Action(
        "month_before",
        "View",
        "Month before",
        lambda w: w.step_month(-1),
        "Alt+Left",
        starts_group=True,
    ),
    Action("month_after", "View", "Month after", lambda w: w.step_month(1), "Alt+Right"),
    Action(
        "history",
        "View",
        "History of changes",
        lambda w: w.toggle_history(),
        "Ctrl+H",
        starts_group=True,
    ),
    Action("explain", "View", "Explain this figure", lambda w: w.explain(), "F9"),
    Action(
        "rail",
        "View",
        "Narrow or wide sections",
        lambda w: w.toggle_rail(),
        "Ctrl+\\",
        Fact.ALWAYS,
    ),
    Action(
        "theme_system",
        "View",
        "Colours: as the computer",
        lambda w: w.choose_theme(""),
        enabled_by=Fact.ALWAYS,
        starts_group=True,
    ),
    Action(
        "theme_light",
        "View",
        "Colours: light",
        lambda w: w.choose_theme("Light"),
        enabled_by=Fact.ALWAYS,
    ),
    Action(
        "theme_dark",
        "View",
        "Colours: dark",
        lambda w: w.choose_theme("Dark"),
        enabled_by=Fact.ALWAYS,
    ),
    Action(
        "theme_strong",
        "View",
        "Colours: strong lines",
        lambda w: w.choose_theme("Strong lines"),
        enabled_by=Fact.ALWAYS,
    ),
    Action(
        "text_larger",
        "View",
        "Text larger",
        lambda w: w.step_text(1),
        "Ctrl++",
        Fact.ALWAYS,
        starts_group=True,
    ),
    Action(
        "text_smaller", "View", "Text smaller", lambda w: w.step_text(-1), "Ctrl+-", Fact.ALWAYS
    ),
    Action("text_usual", "View", "Text at 100%", lambda w: w.step_text(0), "Ctrl+0", Fact.ALWAYS),
    Action(
        "reset_layout",
        "View",
        "Put tables back as they were made",
        lambda w: w.reset_layout(),
        enabled_by=Fact.ALWAYS,
        starts_group=True,
    ),
    Action(
        "import",
        "Data",
        "Import a file or a pasted table…",
        lambda w: w.import_file(),
        "Ctrl+I",
        Fact.FILE_MAY_CHANGE,
    ),
    Action("export_pack", "Reports", "Export board pack…", lambda w: w.export_pack(), "Ctrl+E"),
    Action(
        "export_everything",
        "Reports",
        "Export everything to one workbook…",
        lambda w: w.export_everything(),
        "Ctrl+Shift+E",
    ),
    Action("help", "Help", "Help on this page", lambda w: w.help_here(), "F1", Fact.ALWAYS),
    Action(
        "shortcuts",
        "Help",
        "Keyboard shortcuts",
        lambda w: w.open_help("shortcuts"),
        "Ctrl+/",
        Fact.ALWAYS,
    ),
    Action(
        "about",
        "Help",
        "About this program",
        lambda w: w.open_help("about"),
        enabled_by=Fact.ALWAYS,
        starts_group=True,
    ),
)

TABLE_KEYS = (
    ("Copy", "Ctrl+C"),
    ("Cut", "Ctrl+X"),
    ("Paste", "Ctrl+V"),
    ("Clear the cells", "Del"),
    ("Edit the cell", "F2"),
    ("Fill down", "Ctrl+D"),
    ("Fill right", "Ctrl+R"),
    ("Find in this table", "Ctrl+F"),
    ("Filter", "Ctrl+Shift+L"),
)
"""What a table does with its own keys; the Edit menu sends it these."""

MORE_KEYS = (
    ("Accept and go down, or up", "Enter, Shift+Enter"),
    ("Accept and go right, or left", "Tab, Shift+Tab"),
    ("Leave the cell as it was", "Esc"),
    ("To the edge of the figures", "Ctrl+arrow"),
    ("To the first cell, to the last", "Ctrl+Home, Ctrl+End"),
    ("Select the column, the row", "Ctrl+Space, Shift+Space"),
    ("The same value in all selected cells", "Ctrl+Enter"),
    ("Copy the cell above", "Ctrl+'"),
    ("Today", "Ctrl+;"),
    ("Open a cell's list", "Alt+Down"),
    ("Explain the total of this column", "Shift+F9"),
    ("Inspector on or off", "F4"),
    ("Entries behind this figure, Esc goes back", "F8"),
    ("Next view, view before", "Ctrl+Tab, Ctrl+Shift+Tab"),
    ("Section by its number", "Ctrl+1, Ctrl+2 …"),
)
"""Further keys, for the list of shortcuts."""


def by_id(name: str) -> Action:
    """Return the action of this name."""
    (found,) = (action for action in ACTIONS if action.id == name)
    return found
