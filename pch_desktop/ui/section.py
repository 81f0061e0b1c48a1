"""What a section gives the window.

Its package holds a ``Section``, read when the program starts; the module
``screen`` inside it holds a ``Screen``, imported when first looked at, and the
module ``sought`` what can be searched for: it may be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pch_desktop.domain.period import Month
    from pch_desktop.store.shared import Reads
    from pch_desktop.ui.desk import Desk


class Section(NamedTuple):
    """A section's place in the window."""

    order: int
    title: str
    icon: str
    """The name of its picture in ``resources/icons``."""


class Screen(NamedTuple):
    """A section's screen, to be built on an open file."""

    build: Callable[[Desk], QWidget]


class Hit(NamedTuple):
    """A record that can be searched for."""

    title: str
    detail: str
    """What it is, in a few words: Practice, Y01234."""
    record_id: int
    view: str = ""
    """The view that shows it; nothing is where the record itself stands."""
    words: str = ""
    """What else it is found by, in small letters."""


class Sought(NamedTuple):
    """What of a section can be searched for: its records, and its views by their titles."""

    records: Callable[[Reads, Month], Sequence[Hit]]
    views: tuple[str, ...] = ()
    """One within another stands behind a stroke: Share/Scheme."""


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
class TellsPlaces(Protocol):
    """A screen that knows the titles of its views."""

    @property
    def places(self) -> Sequence[str]:
        """The titles, as ``ShowsPlaces`` takes them."""
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
