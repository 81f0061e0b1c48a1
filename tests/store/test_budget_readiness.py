"""The readiness list: what must be in place before each phase."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_registers import ReadyStep
from pch_desktop.domain.refusal import Refusal
from pch_desktop.store.budget import readiness
from pch_desktop.store.locality_file import LocalityFile

READY = (
    ReadyStep(Phase.SHARED, "An agreement is signed", "A source"),
    ReadyStep(Phase.SHADOW, "The scope is agreed", "A source"),
)


def put(file: LocalityFile, command: Any, *args: Any) -> Any:
    """Carry a command out as a step."""
    return file.edit("Change", command, *args)


def test_steps_stand_by_phase_in_the_order_they_came(file: LocalityFile) -> None:
    put(file, readiness.add_ready_steps, READY)
    put(file, readiness.add_step, Phase.SHARED, "A pool is funded", {"owner": "Finance lead"})
    assert [row.words for row in file.read(readiness.readiness)] == [
        "The scope is agreed", "An agreement is signed", "A pool is funded",
    ]  # fmt: skip
    shared = file.read(readiness.readiness, Phase.SHARED)
    assert [(row.words, row.owner, row.is_done) for row in shared] == [
        ("An agreement is signed", None, False), ("A pool is funded", "Finance lead", False),
    ]  # fmt: skip


def test_the_ready_list_is_added_once(file: LocalityFile) -> None:
    put(file, readiness.add_ready_steps, READY[:1])
    put(file, readiness.add_ready_steps, READY)
    assert len(file.read(readiness.readiness)) == 2
    with pytest.raises(Refusal, match="are there already"):
        put(file, readiness.add_ready_steps, READY)


def test_a_step_is_done_on_a_day_and_shown_by_evidence(file: LocalityFile) -> None:
    step = put(file, readiness.add_step, Phase.SHARED, "An agreement is signed", {})
    put(file, readiness.set_step, step, "done_on", date(2016, 9, 30))
    put(file, readiness.set_step, step, "evidence", "Board minute 7")
    (row,) = file.read(readiness.readiness, Phase.SHARED)
    assert (row.is_done, row.evidence) == (True, "Board minute 7")
    with pytest.raises(Refusal, match="Enter what must be in place"):
        put(file, readiness.set_step, step, "words", " ")
    put(file, readiness.remove_steps, [step])
    assert file.read(readiness.readiness) == []
    file.undo()
    assert len(file.read(readiness.readiness)) == 1
