"""Everything held about one person, written where somebody chooses; and erasing for good."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from pch_desktop.exports.names import file_words
from pch_desktop.exports.person_book import write_person
from pch_desktop.reports.person_file import person_tables
from pch_desktop.store import erasure, locality, workforce
from pch_desktop.store.workforce import PersonFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.saved import tell_saved
from pch_desktop.ui.strip import Strip

WORKBOOKS = "Excel workbooks (*.xlsx)"
SUFFIX = ".xlsx"


def choose_person_file(desk: Desk, parent: QWidget, strip: Strip, person_id: int) -> None:
    """Ask where, and write all that is held about a person there."""
    done = desk.attempt(lambda: desk.file.read(workforce.person_file, person_id))
    if done is None:
        return
    words = f"{file_words(done.result.name)} all that is held{SUFFIX}"
    suggested = str(desk.file.path.with_name(words))
    name, _ = QFileDialog.getSaveFileName(parent, "All about one person", suggested, WORKBOOKS)
    if name:
        write_person_file(desk, strip, done.result, Path(name))


def write_person_file(desk: Desk, strip: Strip, found: PersonFile, target: Path) -> None:
    """Write all that is held about a person, and say where it is."""
    target = target if target.suffix else target.with_suffix(SUFFIX)
    tables = person_tables(found, today())
    place = desk.file.read(locality.locality).name
    if desk.attempt(lambda: write_person(place, tables, target)) is not None:
        text = target.with_suffix(".txt").name
        sentence = f"All that is held about {found.name} was written to {target.name} and {text}."
        tell_saved(strip, sentence, target)


def erase(desk: Desk, person_id: int) -> bool:
    """Erase a person from the file and its history; return whether it was done."""
    return _for_good(
        desk, lambda: desk.file.edit("Erase a person", erasure.erase_person, person_id, today())
    )


def make_anonymous(desk: Desk, person_ids: Collection[int]) -> bool:
    """Take the names of people who left out of the file and its history; tell whether it was."""
    label = "Make leavers anonymous" if len(person_ids) > 1 else "Make a leaver anonymous"
    return _for_good(desk, lambda: desk.file.edit(label, erasure.anonymise, person_ids, today()))


def today() -> date:
    """Return the day it is on this PC."""
    return date.today()  # noqa: DTZ011 - this PC's day


def _for_good(desk: Desk, work: Callable[[], object]) -> bool:
    """Do something that takes names out, and give back the room, so that no trace is left in it."""
    done = desk.attempt(work)
    if done is not None:
        desk.attempt(desk.file.shrink)
    return done is not None
