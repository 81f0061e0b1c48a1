"""What the rest of the program does for the window; ``app`` hands it in.

The window knows none of the writers, readers and starters itself, so it can
be painted before any of them is imported, and be tested without them. Named
tuples, because the first picture waits for them to be made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pch_desktop.store.locality_file import LocalityFile
    from pch_desktop.ui.desk import Desk

Write = Callable[[Path], Path]
"""Writes what was read beforehand into a folder and returns the file; it may run
beside the window."""


class StarterChoice(NamedTuple):
    """A site one can start from."""

    key: str
    name: str
    detail: str
    """Its region and the population it states."""


class PracticeChoice(NamedTuple):
    """A practice one can take into a new locality."""

    code: str
    name: str
    place: str = ""
    """Its postcode or town."""
    people: int | None = None
    """Its registered list, where it is known."""


class NewLocality(NamedTuple):
    """What a new file starts with."""

    name: str
    region: str | None = None
    practices: Sequence[PracticeChoice] = ()
    starter: str | None = None
    """A site's key; its own name and practices then count."""


class Offices(NamedTuple):
    """The doors to the rest of the program."""

    open: Callable[[Path], LocalityFile]
    create: Callable[[Path, NewLocality], LocalityFile]
    sample: Callable[[Path], LocalityFile]
    """Makes an editable copy of the invented sample at a path and opens it."""
    starters: Callable[[], Sequence[StarterChoice]]
    practices: Callable[[Path, str], Sequence[PracticeChoice]]
    """Finds practices in the national file by code, name or postcode."""
    everything: Callable[[LocalityFile], Write]
    """Reads all the file holds, for one workbook, without names of people."""
    everything_with_names: Callable[[LocalityFile], Write]
    """Reads all the file holds, names of people too."""
    import_page: Callable[[Desk, Path | None], QWidget] | None = None
    """Builds the page that brings a file or a pasted block in."""
    export_page: Callable[[Desk], QWidget] | None = None
    """Builds the page that makes the board pack."""
    log: Path | None = None
    """Where faults are written down."""
