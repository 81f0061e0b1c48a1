"""What a section gives the window.

Its package holds a ``Section``, read when the program starts; the module
``screen`` inside it holds a ``Screen``, imported when first looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pch_desktop.store.locality_file import LocalityFile
    from pch_desktop.ui.desk import Desk


class Section(NamedTuple):
    """A section's place in the window."""

    order: int
    title: str
    icon: str
    """The name of its picture in ``resources/icons``."""


class Hit(NamedTuple):
    """A record that a search found."""

    title: str
    detail: str
    """What it is, in a few words: Practice, Y01234."""
    record_id: int
    view: str = ""
    """The view it is seen in, where its number alone does not say it."""


def nothing_found(_file: LocalityFile, _text: str) -> Sequence[Hit]:
    """Return no hits, for a section without records of its own."""
    return ()


class Screen(NamedTuple):
    """A section's screen, to be built on an open file."""

    build: Callable[[Desk], QWidget]
    search: Callable[[LocalityFile, str], Sequence[Hit]] = nothing_found
    """At most eight records whose words hold the text, the best first."""


@runtime_checkable
class ShowsPlaces(Protocol):
    """A screen that can be taken to one of its views by its title, and to a record in it."""

    def show_place(self, view: str, record_id: int | None) -> None:
        """Bring the view into sight; one within another stands behind a stroke: Share/Scheme."""
        ...


@runtime_checkable
class PrintsItself(Protocol):
    """A part of a page that knows a better way of printing it than as a table or a chart."""

    def print_itself(self) -> None:
        """Print it, or ask where it is to be saved."""
        ...


@runtime_checkable
class ShowsColumns(Protocol):
    """A screen that knows places beside its tables where something of a record is written."""

    def show_column(self, column: str) -> bool:
        """Go to the place of the chosen record, by its column's key; say whether there is one."""
        ...


@runtime_checkable
class ShowsRecords(Protocol):
    """A screen that can be taken to one of its records."""

    def show_record(self, record_id: int) -> None:
        """Bring the record into view and select it."""
        ...
