"""A copy of the file without names: no byte of them, all figures as they were."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import InterestNature, MeetingStatus, Presence
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models import Base
from pch_desktop.models.board import Attendance, BoardAction, Interest, Meeting
from pch_desktop.models.history import Step
from pch_desktop.models.workforce import Person
from pch_desktop.reports import overview
from pch_desktop.store import locality
from pch_desktop.store.checking import check
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.names_held import is_name, names_held, pieces
from tests import localities

TYPED = "Dr Wren will ask A. Alder (a.alder@mv001.example, MV-0001) about Saturday."


def seated(session: Session) -> None:
    """Add a meeting, who was there, an interest and an action."""
    session.add(Meeting(id=901, name="Test board", held_on=date(2016, 11, 10), chair="J. Wren",
                        secretary="Board secretary", status=MeetingStatus.PLANNED))  # fmt: skip
    session.flush()
    session.add(Attendance(meeting_id=901, name="Zephyrine", presence=Presence.PRESENT))
    session.add(Interest(name="Q. Zuleika", nature=InterestNature.FINANCIAL, detail=TYPED))
    session.add(BoardAction(reference="2016-11/91", text=TYPED, owner="J. Wren and the treasurer"))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[LocalityFile, LocalityFile]:
    """The sample with a meeting in it, and its copy without names."""
    folder = tmp_path_factory.mktemp("redacted")
    file = localities.sample(folder / "Marsh Valley.pch")
    file.edit("Board of A. Alder", seated)
    file.save_without_names(folder / "Copy.pch")
    return file, localities.opened(folder / "Copy.pch")


def test_no_name_code_or_e_mail_is_anywhere_in_the_copy(
    both: tuple[LocalityFile, LocalityFile],
) -> None:
    file, copy = both
    called = file.read(names_held)
    names = [*called, "Zephyrine", "Dr Wren", "a.alder", "Jo Wren"]
    assert len(names) > 1000
    raw = copy.path.read_bytes()
    for coded in (raw.decode("latin-1"), raw[::2].decode("latin-1"), raw[1::2].decode("latin-1")):
        tokens = set(re.findall(r"[\w'-]+", coded))
        near = (name for name in names if re.findall(r"[\w'-]+", name)[-1] in tokens)
        assert [name for name in near if name in coded] == []
    assert b"A. Alder" in file.path.read_bytes(), "the file itself still names them"


def test_the_copy_is_whole_and_its_figures_are_those_of_the_file(
    both: tuple[LocalityFile, LocalityFile],
) -> None:
    file, copy = both
    assert check(copy.path) == []
    assert copy.reason is None
    month = file.read(locality.latest_month)
    assert month is not None
    figures = [[(row.key, row.value, row.sentence) for row in overview.measures(each, month)]
               for each in both]  # fmt: skip
    assert figures[0] == figures[1]
    gone = {"step", "row_change", "issued_pack", "issued_picture"}
    for table in Base.metadata.sorted_tables:
        if table.name not in gone:
            query = select(func.count()).select_from(table)
            assert file.read(Session.scalar, query) == copy.read(Session.scalar, query), table.name


def test_people_are_told_by_number_and_offices_stay(
    both: tuple[LocalityFile, LocalityFile],
) -> None:
    copy = both[1]
    called = both[0].read(names_held)
    assert copy.read(Session.scalar, select(Person.name).where(Person.id == 1)) == "Person 1"
    mine = BoardAction.reference == "2016-11/91"
    action = copy.read(Session.scalar, select(BoardAction.text).where(mine))
    assert action == f"{called['J. Wren']} will ask Person 1 (Person 1, Person 1) about Saturday."
    owner = copy.read(Session.scalar, select(BoardAction.owner).where(mine))
    assert owner == f"{called['J. Wren']}; the treasurer"
    chair = copy.read(Session.scalar, select(Meeting.chair).where(Meeting.id == 901))
    secretary = copy.read(Session.scalar, select(Meeting.secretary).where(Meeting.id == 901))
    assert (chair, secretary) == (called["J. Wren"], "Board secretary")


def test_it_is_a_file_of_its_own_without_a_history_that_can_be_worked_with(
    both: tuple[LocalityFile, LocalityFile],
) -> None:
    file, copy = both
    number = (each.read(locality.setting, "document_id") for each in both)
    assert len(set(number)) == 2
    assert copy.read(Session.scalar, select(func.max(Step.id))) is None
    assert file.read(Session.scalar, select(func.max(Step.id))) is not None
    copy.edit("Change the name", locality.name_locality, "Marsh")
    copy.undo()
    assert check(copy.path) == []


def test_the_open_file_is_never_written_over(tmp_path: Path) -> None:
    file = localities.made(tmp_path / "a.pch")
    before = file.path.read_bytes()
    with pytest.raises(Refusal, match="is the file that is open"):
        file.save_without_names(file.path)
    with pytest.raises(Refusal):
        file.save_without_names(tmp_path / "nowhere" / "b.pch")
    assert file.path.read_bytes() == before
    file.close()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("J. Wren; the treasurer", ["J. Wren"]),
        ("Ann O'Neil and Jan van Dyk", ["Ann O'Neil", "Jan van Dyk"]),
        ("Locality manager", []),
        ("Clinical Director, Board secretary", []),
        ("jo@valley.example", ["jo@valley.example"]),
    ],
)
def test_names_are_told_from_offices(words: str, names: list[str]) -> None:
    assert [piece for piece in pieces(words) if is_name(piece)] == names


def test_a_person_called_by_one_word_is_renamed_in_their_own_row_only(tmp_path: Path) -> None:
    file = localities.made(tmp_path / "a.pch")
    file.edit("Add", Session.execute, insert(Person).values(id=9, name="Will"))
    file.save_without_names(tmp_path / "b.pch")
    copy = localities.opened(tmp_path / "b.pch")
    assert copy.read(Session.scalar, select(Person.name).where(Person.id == 9)) == "Person 9"
    copy.close()
    file.close()
