"""Committing a plan: exactly what was planned, in one step, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.population import PracticeStatus
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.locality import ControlTotal, ImportBatch
from pch_desktop.models.population import ListSnapshot, Practice
from pch_desktop.store.imports import Batch, Change, Control, Intake, Link, commit, stamp
from pch_desktop.store.locality_file import LocalityFile
from tests.imports.real import state

AT_ENGLAND = Decimal("57.25")
AT = datetime(2016, 10, 31, 12, tzinfo=UTC)
BATCH = Batch("lists", "x.csv", "00", None, None, 3, 1, 2, "A note.")
PRACTICE = Change("practice", "Z1", {"code": "Z1", "name": "Alder"}, name="Z1")
LIST = Change(
    "list_snapshot",
    "Z1, all",
    {"practice_id": Link("Z1"), "taken_on": AT.date(), "people": 60},
    name="list Z1",
)


def intake(file: LocalityFile, *changes: Change) -> Intake:
    """Return an intake for the file as it stands."""
    return Intake(BATCH, changes, (Control("England", "registered", AT_ENGLAND),), file.read(stamp))


def test_rows_are_added_with_their_batch_and_linked_to_each_other(file: LocalityFile) -> None:
    batch_id = file.edit("Import", commit, intake(file, PRACTICE, LIST), AT)

    def kept(session: Session) -> tuple[object, ...]:
        batch = session.scalars(select(ImportBatch)).one()
        control = session.scalars(select(ControlTotal)).one()
        practice = session.scalars(select(Practice)).one()
        row = session.scalars(select(ListSnapshot)).one()
        return (
            batch.id, batch.rows_refused, batch.at, control.value, control.batch_id,
            practice.status, row.practice_id == practice.id, row.batch_id, row.people,
        )  # fmt: skip

    assert file.read(kept) == (
        batch_id, 2, AT, AT_ENGLAND, batch_id, PracticeStatus.ACTIVE, True, batch_id, 60,
    )  # fmt: skip


def test_an_import_is_one_step_and_undo_takes_all_of_it_back(file: LocalityFile) -> None:
    before = file.read(state)
    file.edit("Import lists", commit, intake(file, PRACTICE, LIST), AT)
    after = file.read(state)

    assert len(file.changes()) == 1
    file.undo()
    assert file.read(state) == before
    file.redo()
    assert file.read(state) == after


def test_a_row_is_changed_only_from_what_the_plan_saw(file: LocalityFile) -> None:
    file.edit("Import", commit, intake(file, PRACTICE), AT)
    row_id = file.read(lambda session: session.scalars(select(Practice.id)).one())
    change = Change("practice", "Z1", {"name": "Ash"}, {"name": "Alder"}, row_id, "Z1")
    wrong = replace(change, before={"name": "Elm"})
    before = file.read(state)

    with pytest.raises(Refusal, match="has changed since"):
        file.edit("Import", commit, intake(file, wrong), AT)
    assert file.read(state) == before
    file.edit("Import", commit, intake(file, change), AT)
    assert file.read(lambda session: session.scalars(select(Practice.name)).one()) == "Ash"


def test_a_plan_made_before_another_change_is_refused_whole(file: LocalityFile) -> None:
    old = intake(file, PRACTICE, LIST)
    file.edit("Other", lambda session: session.add(Practice(code="Z2", name="Birch")))
    before = file.read(state)

    with pytest.raises(Refusal, match="Look at the file again"):
        file.edit("Import", commit, old, AT)
    assert file.read(state) == before


def test_a_row_that_is_there_already_leaves_nothing_behind(file: LocalityFile) -> None:
    file.edit("Import", commit, intake(file, PRACTICE), AT)
    before = file.read(state)

    with pytest.raises(Refusal, match="nothing was taken in"):
        file.edit("Import", commit, intake(file, PRACTICE), AT)
    assert file.read(state) == before
