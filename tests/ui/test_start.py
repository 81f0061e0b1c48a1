"""Beginning: the start page, the new-locality page, and where no window can be shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pch_desktop.ui import display
from pch_desktop.ui.new_locality import NewLocalityPage
from pch_desktop.ui.new_ways import total_words
from pch_desktop.ui.offices import NewLocality, PracticeChoice
from pch_desktop.ui.practice_lines import read_lines
from pch_desktop.ui.shell import Shell
from tests import localities

PASTED = "Y01001\tOrchard Lane Surgery\t9,840\nMill Street, Y01002, 12105\n\nno code here"


@pytest.fixture
def page(shell: Shell) -> NewLocalityPage:
    """The new-locality page, on show."""
    shell.furniture.doings.new_locality()
    made = shell.stage.currentWidget()
    assert isinstance(made, NewLocalityPage)
    return made


def test_recent_files_are_listed_and_opened(shell: Shell, path: Path, preferences: object) -> None:
    localities.made(path).close()
    shell.preferences.opened(path)
    shell.preferences.opened(path.with_name("gone.pch"))
    shell.start_page.show_recent()
    presses = {found.accessibleName(): found for found in shell.findChildren(QPushButton)}
    assert not presses["Open gone.pch"].isEnabled()
    presses[f"Open {path.name}"].click()
    assert shell.desk is not None
    assert shell.desk.file.path == path


def test_a_file_that_cannot_be_opened_is_a_sentence_and_no_dialog(
    shell: Shell, tmp_path: Path
) -> None:
    stray = tmp_path / "stray.pch"
    stray.write_text("not a locality")
    assert not shell.furniture.doings.open_file(stray)
    assert shell.furniture.strip.isVisible()
    assert shell.desk is None


def test_a_locality_is_opened_by_the_file_chooser(
    shell: Shell, path: Path, answer: Callable[[str, str], None]
) -> None:
    localities.made(path).close()
    answer("getOpenFileName", str(path))
    shell.furniture.doings.choose_file()
    assert shell.current == "garden"
    assert shell.preferences.now.recent == (str(path),)


def test_a_locality_is_opened_by_dropping_it(shell: Shell, path: Path) -> None:
    localities.made(path).close()
    shell.furniture.doings.take(str(path))
    assert shell.desk is not None


def test_another_file_dropped_without_a_locality_says_what_to_do_first(shell: Shell) -> None:
    shell.furniture.doings.take("/tmp/lists.csv")
    assert shell.furniture.strip.sentence.startswith("Open a locality first.")


def test_opening_another_file_lets_go_of_the_first(open_shell: Shell, path: Path) -> None:
    open_shell.furniture.doings.close_file()
    again = localities.opened(path)
    assert again.reason is None
    again.close()
    assert open_shell.stage.currentWidget() is open_shell.start_page


def test_a_locality_needs_a_name(page: NewLocalityPage) -> None:
    assert page.wanted() is None
    assert page.problem.text() == "Enter the locality's name."
    page.name.setText("Marsh Valley")
    page.choose_way("Empty")
    assert page.wanted() == NewLocality("Marsh Valley")


def test_practices_are_pasted_with_a_running_total(page: NewLocalityPage) -> None:
    page.name.setText("Marsh Valley")
    page.practices.pasted.setPlainText(PASTED)
    page.practices.take_pasted()
    assert page.practices.pasted.toPlainText() == "no code here"
    wanted = page.wanted()
    assert wanted is not None
    assert [(one.code, one.people) for one in wanted.practices] == [
        ("Y01001", 9840),
        ("Y01002", 12105),
    ]


def test_practices_are_picked_from_the_national_file(page: NewLocalityPage, path: Path) -> None:
    page.practices.use_national(path)
    page.practices.search.setText("orchard")
    page.practices.search.returnPressed.emit()
    assert [one.code for one in page.practices.chosen] == ["M81001"]


def test_a_site_brings_its_own_name(page: NewLocalityPage, qtbot: QtBot) -> None:
    page.choose_way("Site")
    qtbot.waitUntil(lambda: page.sites.list.count() == 1)
    assert page.wanted() is None
    page.sites.list.setCurrentRow(0)
    assert page.wanted() == NewLocality("Winsford", None, (), "winsford")


def test_the_new_file_is_opened_at_once(
    shell: Shell, page: NewLocalityPage, path: Path, answer: Callable[[str, str], None]
) -> None:
    page.name.setText("Marsh Valley")
    answer("getSaveFileName", str(path))
    page.making.click()
    assert shell.desk is not None
    assert shell.desk.file.path == path
    assert shell.stage.indexOf(page) < 0


def test_the_total_warns_and_never_blocks() -> None:
    def of(*people: int | None) -> str:
        return total_words(
            [PracticeChoice(f"Y0{at}", "", "", one) for at, one in enumerate(people)]
        )

    assert of() == "No practices yet."
    assert of(20_000, 21_280) == "2 practices, 41,280 people."
    assert of(9_000).endswith("A Primary Care Home usually serves 30,000 to 50,000.")
    assert of(9_000, None).endswith("people without the 1 whose list is not known.")
    assert of(None) == "1 practice. Their lists can be imported later."


@pytest.mark.parametrize(
    ("line", "practice"),
    [
        ("Y01001\tOrchard Lane Surgery\t9,840", ("Y01001", "Orchard Lane Surgery", 9840)),
        ("Y01001, Orchard Lane Surgery, 9,840", ("Y01001", "Orchard Lane Surgery", 9840)),
        ("y01001 Orchard Lane Surgery", ("Y01001", "Orchard Lane Surgery", None)),
        ("9.8k\tOrchard Lane Surgery\tY01001", ("Y01001", "Orchard Lane Surgery", 9800)),
        ("Y01001", ("Y01001", "Y01001", None)),
    ],
)
def test_a_line_is_read_in_any_order(line: str, practice: tuple[str, str, int | None]) -> None:
    ((found,), left) = read_lines(line)
    assert (found.code, found.name, found.people) == practice
    assert left == []


def test_without_a_display_a_sentence_says_what_works_instead() -> None:
    told = display.hindrance({}, "linux", lambda _name: True)
    assert told is not None
    assert "no display" in told
    assert display.hindrance({}, "win32", lambda _name: False) is None


def test_a_missing_library_is_named_with_the_line_that_installs_it() -> None:
    told = display.hindrance({"DISPLAY": ":0"}, "linux", lambda name: "cursor" not in name)
    assert told is not None
    assert told.endswith("sudo apt-get install -y libxcb-cursor0")
    problem = ImportError("libEGL.so.1: cannot open shared object file: No such file")
    told = display.unloadable(problem)
    assert told is not None
    assert told.endswith("sudo apt-get install -y libegl1")
    assert display.unloadable(ImportError("no module named moon")) is None
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    assert display.hindrance(offscreen, "linux", lambda name: "xcb" not in name) is None
