"""What the window's tests start from: letters, a style, a window on two toy sections."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import Month
from pch_desktop.preferences import PreferenceFile
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui import fonts, sections
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.offices import NewLocality, Offices, PracticeChoice, StarterChoice, Write
from pch_desktop.ui.shell import Shell
from pch_desktop.ui.style import Style
from tests import localities
from tests.kept import Kept

TOYS = Path(__file__).parent / "toy_sections"
OCTOBER = Month(2016, 10)


@pytest.fixture(scope="session", autouse=True)
def letters(qapp: QApplication) -> None:
    """Draw with the letters that come with the program."""
    fonts.load()


@pytest.fixture(autouse=True)
def no_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a dialog opens that nobody asked for."""

    def opened(*_arguments: object) -> int:
        raise AssertionError("a dialog was opened")

    for kind in (QMessageBox, QDialog):
        monkeypatch.setattr(kind, "exec", opened)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, opened)


@pytest.fixture(autouse=True)
def swept_away(qapp: QApplication) -> Generator[None]:
    """Let go of a test's widgets before the next, or each style is laid on all of them."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def style(qapp: QApplication) -> Generator[Style]:
    """The light colours at the usual size."""
    made = Style(qapp, "Light")
    yield made
    made.setParent(None)
    made.deleteLater()


@pytest.fixture
def preferences(tmp_path: Path) -> PreferenceFile:
    """The preferences of a PC nobody sat at before."""
    return PreferenceFile(tmp_path / "profile" / "preferences.json")


@pytest.fixture
def desk(file: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    """A desk on a new, empty file, for a screen of its own."""
    return Desk(file, OCTOBER, style, preferences)


@pytest.fixture(scope="session")
def keeping(tmp_path_factory: pytest.TempPathFactory) -> Generator[Kept]:
    """Where the open sample waits for the next test."""
    made = Kept(tmp_path_factory.mktemp("kept"))
    yield made
    made.close()


@pytest.fixture
def sample(keeping: Kept) -> Generator[LocalityFile]:
    """The sample, open, as if it had just been made: change it freely, or only look."""
    yield keeping.file()
    keeping.settle()


@pytest.fixture
def offices() -> Offices:
    """Doors behind which small localities are made."""

    def write(folder: Path) -> Path:
        made = folder / "pack.xlsx"
        made.write_text("a pack")
        return made

    def create(path: Path, _new: NewLocality) -> LocalityFile:
        return localities.made(path)

    def practices(_path: Path, _text: str) -> Sequence[PracticeChoice]:
        return (PracticeChoice("M81001", "Orchard Lane Surgery"),)

    def everything(_file: LocalityFile) -> Write:
        return write

    return Offices(
        open=localities.opened,
        create=create,
        sample=localities.made,
        starters=lambda: (StarterChoice("winsford", "Winsford", "Cheshire"),),
        practices=practices,
        everything=everything,
        everything_with_names=everything,
    )


@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    """Put two toy sections where the sections are found."""
    monkeypatch.setattr(sections, "__path__", [str(TOYS)])
    yield
    for name in [name for name in sys.modules if name.startswith(f"{sections.__name__}.")]:
        if name.split(".")[3] in {"garden", "tools"}:
            del sys.modules[name]


@pytest.fixture
def shell(
    toys: None, qtbot: QtBot, style: Style, preferences: PreferenceFile, offices: Offices
) -> Generator[Shell]:
    """The window, shown, with no file open."""
    window = Shell(style, preferences, offices)
    qtbot.addWidget(window)
    window.show()
    window.furniture.update_facts()
    yield window
    window.close()


@pytest.fixture
def open_shell(shell: Shell, path: Path) -> Shell:
    """The window on a small locality."""
    shell.show_file(localities.made(path))
    QApplication.processEvents()
    return shell


@pytest.fixture
def window(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile, offices: Offices
) -> Generator[Shell]:
    """The whole window on the sample, as large as a practice PC shows it."""
    made = Shell(style, preferences, offices)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.show_file(sample)
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Answer a file chooser by name with a path."""

    def answering(name: str, path: str) -> None:
        def chosen(*_arguments: object) -> object:
            return path if name == "getExistingDirectory" else (path, "")

        monkeypatch.setattr(QFileDialog, name, chosen)

    return answering
