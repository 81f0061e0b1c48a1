"""Systems and their use in a file: added, typed cell by cell, taken away again."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest

from pch_desktop.domain.estates import Adoption, SystemKind
from pch_desktop.domain.estates_systems import Use
from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import estates, population
from pch_desktop.store.estates import SystemRow
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

LIVE = Use(Adoption.LIVE, date(2016, 4, 4))


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """One practice and one system."""
    file = localities.made(path)
    file.edit("Add", estates.add_system, "Record", SystemKind.SHARED_RECORD)
    yield file
    file.close()


def rows(file: LocalityFile) -> list[SystemRow]:
    return file.read(estates.systems)


def test_systems_come_by_what_they_are_for(file: LocalityFile) -> None:
    file.edit("Add", estates.add_system, "Texts", SystemKind.MESSAGING)
    rest = {"supplier": "Fenlight", "note": "Read only"}
    uses = {1: Use(Adoption.NONE)}
    file.edit("Add", estates.enter_system, "Calls", SystemKind.TELEPHONY, rest, uses)
    assert [row.name for row in rows(file)] == ["Record", "Calls", "Texts"]
    assert (rows(file)[1].supplier, rows(file)[1].uses) == ("Fenlight", uses)


def test_a_cell_is_changed_taken_back_and_undone(file: LocalityFile) -> None:
    file.edit("Use", estates.set_use, 1, 1, LIVE)
    file.edit("Use", estates.set_use, 1, 1, Use(Adoption.NONE))
    assert rows(file)[0].uses == {1: Use(Adoption.NONE)}
    file.edit("Use", estates.set_use, 1, 1, None)
    assert rows(file)[0].uses == {}
    file.undo()
    file.undo()
    assert rows(file)[0].uses == {1: LIVE}


def test_a_name_twice_or_none_at_all_is_refused(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="“Record” is already there"):
        file.edit("Add", estates.add_system, "Record", SystemKind.OTHER)
    with pytest.raises(Refusal, match="Enter the system's name"):
        file.edit("Change", estates.set_system, 1, "name", " ")
    with pytest.raises(Refusal, match="Enter what the system is for"):
        file.edit("Change", estates.set_system, 1, "kind", None)
    with pytest.raises(Refusal, match="no longer in the file"):
        file.edit("Use", estates.set_use, 1, 99, LIVE)


def test_a_system_or_a_practice_that_goes_takes_its_cells_along(file: LocalityFile) -> None:
    other = file.edit("Add", population.add_practice, "B2X", "Abbey")
    file.edit("Use", estates.set_use, 1, other, LIVE)
    file.edit("Delete", population.remove_practices, (other,))
    assert rows(file)[0].uses == {}
    file.edit("Delete", estates.remove_systems, (1,))
    assert rows(file) == []
    file.undo()
    assert [row.name for row in rows(file)] == ["Record"]
