"""What is asked of a project over which the toy section was laid; run by test_toy_section.

It needs a folder for its files as its one argument, and says what it saw.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from pch_desktop import discovery, reports
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models import Base
from pch_desktop.reports.statement import Statement
from pch_desktop.store import toy
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.lock import Holder
from pch_desktop.ui import sections
from pch_desktop.ui.section import Screen, Section

NOON = datetime(2016, 10, 31, 12, tzinfo=UTC)


def toys(file: LocalityFile) -> list[str]:
    """Return the names of the toys in a file."""
    return [row.name for row in file.read(toy.toys)]


def in_the_file(folder: Path) -> None:
    """See the section's edits kept, undone, done again and refused."""
    assert "toy" in Base.metadata.tables
    path = folder / "toys.pch"
    file = LocalityFile.create(path, Holder.here("Jo Wren", NOON), lambda: NOON)
    file.edit("Add a doll's house", toy.add_toy, "Doll's house", 12)
    assert toys(file) == ["Doll's house"]
    file.undo()
    assert toys(file) == []
    file.redo()
    refused(file)
    file.close()
    again = LocalityFile(path, Holder.here("Jo Wren", NOON), lambda: NOON)
    assert toys(again) == ["Doll's house"]
    in_the_pack(again)
    again.close()
    print("the file has it")


def refused(file: LocalityFile) -> None:
    """See that the section's own rule is kept."""
    try:
        file.edit("Add nothing", toy.add_toy, "Nothing", 0)
    except Refusal as refusal:
        assert "one piece" in str(refusal)
    else:
        raise AssertionError("a toy of no pieces was taken")


def in_the_pack(file: LocalityFile) -> None:
    """See the section's table among those of the board pack, last because it says so."""
    statements = discovery.gather(reports, Statement)
    assert list(statements)[-1] == "pch_desktop.reports.toy"
    (table,) = statements["pch_desktop.reports.toy"].build(file, Month.read("2016-10"))
    assert [row.name for row in table.rows] == ["Doll's house"]
    print("the pack has it")


def in_the_window() -> None:
    """See the section's place in the window, its screen, its picture and its help page."""
    found = discovery.gather(sections, Section)
    assert list(found)[-1] == "pch_desktop.ui.sections.toy"
    assert discovery.one("pch_desktop.ui.sections.toy.screen", Screen)
    assert discovery.resource("icons", "toy.svg").is_file()
    assert discovery.resource("help", "toy.md").is_file()
    print("the window has it")


if __name__ == "__main__":
    in_the_file(Path(sys.argv[1]))
    in_the_window()
