"""A snapshot answers as the file did, whatever is done to the file meanwhile."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from pch_desktop.store import board, locality
from pch_desktop.store.locality_file import LocalityFile


def _rename(session: Session) -> None:
    session.execute(text("UPDATE locality SET name = 'Elsewhere'"))


def test_a_snapshot_stays_as_it_was_and_is_read_in_another_thread(file: LocalityFile) -> None:
    name = file.read(locality.locality).name
    taken = file.snapshot()
    file.edit("Call it Elsewhere", locality.name_locality, "Elsewhere")
    with ThreadPoolExecutor(1) as beside:
        assert beside.submit(lambda: taken.read(locality.locality).name).result() == name
    assert file.read(locality.locality).name == "Elsewhere"
    with pytest.raises(OperationalError, match="readonly"):
        taken.read(_rename)
    taken.close()


def test_sheets_left_out_are_kept_and_can_be_taken_back(file: LocalityFile) -> None:
    assert file.read(board.left_out) == frozenset()
    file.edit("Leave sheets out", board.leave_out, ["Beds", "Calls"])
    file.edit("Leave sheets out", board.leave_out, ["Calls", "Waits"])
    assert file.read(board.left_out) == {"Calls", "Waits"}
    file.undo()
    assert file.read(board.left_out) == {"Beds", "Calls"}
