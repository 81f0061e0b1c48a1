"""Putting the program together: the one place that builds the file, the window
and the preferences, and hands each what it needs.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from pch_desktop.preferences import FILE, PreferenceFile, profile
from pch_desktop.ui import display

if TYPE_CHECKING:
    from pch_desktop.imports.practices import PracticeFound
    from pch_desktop.store.locality_file import LocalityFile
    from pch_desktop.store.lock import Holder
    from pch_desktop.ui.desk import Desk
    from pch_desktop.ui.export_page import ExportPage
    from pch_desktop.ui.import_page import ImportPage
    from pch_desktop.ui.offices import NewLocality, PracticeChoice, StarterChoice, Write
    from pch_desktop.ui.shell import Shell

CANNOT_START = 3
MOST_FOUND = 60
AFTER_PAINT = ("pch_desktop.store.locality_file", "pch_desktop.store.locality")
"""What is imported once the window has been painted."""
BEFORE_WRITING = ("xlsxwriter", "typst", "pch_desktop.exports.pack")
"""What is imported while somebody still chooses the sheets of the pack."""
BEFORE_READING = ("pandas", "openpyxl")
"""What is imported while somebody still chooses the file to bring in."""


def run(path: Path | None = None) -> int:
    """Open the window, on a file where one is named; return the exit code."""
    if sentence := display.hindrance():
        print(sentence, file=sys.stderr)
        return CANNOT_START
    gc.disable()
    try:
        from pch_desktop.ui import starting
    except ImportError as problem:
        if (sentence := display.unloadable(problem)) is None:
            raise
        print(sentence, file=sys.stderr)
        return CANNOT_START
    application = starting.application()
    window = shell(profile())
    sys.excepthook = reporter(window)
    window.show()
    starting.after_paint(window, lambda: settle(window, path))
    return application.exec()


def settle(window: Shell, path: Path | None = None) -> None:
    """Do what the first picture did not wait for: open the file, or make ready to open one.

    Until then nobody looks for rubbish: a program that starts makes little,
    and looking through all it imports takes a tenth of the time.
    """
    from pch_desktop.ui import starting

    if path is not None:
        window.furniture.doings.open_file(path)
    else:
        starting.warm(window, AFTER_PAINT)
    gc.freeze()
    gc.enable()


def shell(folder: Path) -> Shell:
    """Return the window, not shown yet, with its preferences kept in a folder."""
    from pch_desktop.ui import starting
    from pch_desktop.ui.offices import Offices
    from pch_desktop.ui.shell import Shell
    from pch_desktop.ui.style import Style

    preferences = PreferenceFile(folder / FILE)
    style = Style(starting.application(), preferences.now.theme, preferences.now.text_percent)
    offices = Offices(
        open=open_file,
        create=create,
        sample=sample,
        starters=starters,
        practices=NationalPractices(),
        everything=everything,
        everything_with_names=everything_with_names,
        import_page=import_page,
        export_page=export_page,
        log=folder / "faults.log",
    )
    return Shell(style, preferences, offices)


def reporter(window: Shell) -> Reporter:
    """Return what tells a person of a fault that nobody caught."""
    return Reporter(window)


class Reporter:
    """Tells of one fault at a time; a fault in the telling goes to the terminal."""

    def __init__(self, window: Shell) -> None:
        self._window = window
        self._is_telling = False

    def __call__(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if self._is_telling or isinstance(fault, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        self._is_telling = True
        try:
            self._window.furniture.fail(fault)
        finally:
            self._is_telling = False


def now() -> datetime:
    """Return the moment."""
    return datetime.now(UTC)


def holder() -> Holder:
    """Return whoever sits here, for the lock and the history."""
    from pch_desktop.store.lock import Holder
    from pch_desktop.store.machine import who

    return Holder.here(who(), now())


def open_file(path: Path) -> LocalityFile:
    """Open a locality file."""
    from pch_desktop.store.locality_file import LocalityFile

    return LocalityFile(path, holder(), now)


def create(path: Path, new: NewLocality) -> LocalityFile:
    """Make a locality file with a starter, or with the practices chosen, and open it."""
    from pch_desktop.imports import beginning
    from pch_desktop.store.beginning import begin_with, take_in

    if new.starter:
        return beginning.begin_from(path, holder(), now, new.starter)
    file = beginning.begin(path, holder(), now, new.name)
    if new.practices or new.region:
        listed = [(one.code, one.name, one.people) for one in new.practices]
        try:
            chosen = (new.name, new.region, listed, now().date())
            file.edit("Take in its practices", begin_with, take_in, *chosen)
        except BaseException:
            file.close()
            path.unlink()
            raise
    return file


def sample(path: Path) -> LocalityFile:
    """Make an editable copy of the invented sample at a path, and open it."""
    from pch_desktop.imports import beginning

    return beginning.begin_sample(path, holder(), now)


def starters() -> Sequence[StarterChoice]:
    """Return the sites one can start from."""
    from pch_desktop.imports import starters as shipped
    from pch_desktop.ui.offices import StarterChoice

    return [
        StarterChoice(one.key, one.name, _said_of(one.region, one.population_stated))
        for one in shipped.starters()
    ]


class NationalPractices:
    """The practices of a national file: read once, then looked through as one types."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._listed: Sequence[PracticeFound] = ()

    def __call__(self, path: Path, text: str) -> Sequence[PracticeChoice]:
        """Return the practices that fit a text."""
        from pch_desktop.imports import practices as national
        from pch_desktop.ui.offices import PracticeChoice

        if path != self._path:
            self._listed = national.listed(path)
            self._path = path
        return [
            PracticeChoice(found.code, found.name, found.postcode or "")
            for found in national.matching(self._listed, text, MOST_FOUND)
        ]


def import_page(desk: Desk, path: Path | None) -> ImportPage:
    """Return the page that brings files in, looking at a file where one is named."""
    from pch_desktop.ui import starting
    from pch_desktop.ui.import_page import page_for

    starting.warm(starting.application(), BEFORE_READING)
    return page_for(desk, path)


def export_page(desk: Desk) -> ExportPage:
    """Return the page that makes the board pack."""
    from pch_desktop.ui import starting
    from pch_desktop.ui.export_page import page_for

    starting.warm(starting.application(), BEFORE_WRITING)
    return page_for(desk)


def everything(file: LocalityFile) -> Write:
    """Read all the file holds but names; return what writes it into a folder as one workbook."""
    from pch_desktop.exports import everything as whole

    place, tables = whole.read_all(file)
    return lambda folder: whole.write_all(place, tables, folder)


def everything_with_names(file: LocalityFile) -> Write:
    """Read all the file holds, names of people too; return what writes it into a folder."""
    from pch_desktop.exports import everything as whole

    place, tables = whole.read_all_with_names(file)
    return lambda folder: whole.write_all(place, tables, folder)


def _said_of(region: str | None, people: int | None) -> str:
    stated = f"it states {people:,} people" if people else ""
    return ", ".join(part for part in (region, stated) if part)


def pictures(folder: Path = Path("out/pictures"), path: Path | None = None) -> int:
    """Take a picture of every screen, of a copy of a file or of the sample."""
    import shutil
    from tempfile import TemporaryDirectory

    from pch_desktop.ui.pictures import take

    with TemporaryDirectory() as temporary:
        copy = Path(temporary) / "Marsh Valley.pch"
        if path is None:
            sample(copy).close()
        else:
            shutil.copy(path, copy)
        window = shell(Path(temporary) / "profile")
        made = take(window, copy, folder)
        window.close()
    print(f"{len(made)} pictures were written to {folder}.")
    return 0


if __name__ == "__main__":
    sys.exit(pictures(*map(Path, sys.argv[1:])))
