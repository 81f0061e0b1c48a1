from __future__ import annotations

import random
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from pch_desktop.store import checking
from tests.localities import made, opened
from tests.store.children import BATCH_ROWS, edit_on, import_on, killed, rounds

pytestmark = pytest.mark.fault


def batches(session: Session) -> dict[int, int]:
    """Return how many rows each import left."""
    rows = session.execute(
        text(
            "SELECT b.id, count(a.id) FROM import_batch b LEFT JOIN actual a ON a.batch_id = b.id"
            " GROUP BY b.id"
        )
    )
    return {int(batch): int(count) for batch, count in rows}


def actuals(session: Session) -> int:
    return int(session.execute(text("SELECT count(*) FROM actual")).scalar_one())


def test_fault_01_a_process_killed_in_an_edit_keeps_what_it_said_and_nothing_half(
    path: Path,
) -> None:
    made(path).close()
    chance = random.Random(1)
    saved, deaths_at_work = 0, 0
    for _ in range(rounds(12)):
        said = killed(edit_on, path, chance)
        deaths_at_work += bool(said)
        file = opened(path)
        assert file.reason is None
        labels = [change.label for change in file.changes()]
        kept = file.read(actuals)
        assert kept in {saved + len(said), saved + len(said) + 1}
        assert labels == [f"Edit {number}" for number in range(kept, 0, -1)] + ["Seed"]
        file.close()
        saved = kept
        assert list(path.parent.iterdir()) == [path]
    assert checking.check(path) == []
    assert deaths_at_work


def test_fault_02_a_process_killed_in_an_import_leaves_all_its_rows_or_none(path: Path) -> None:
    made(path).close()
    chance = random.Random(2)
    known: dict[int, int] = {}
    for _ in range(rounds(12)):
        said = killed(import_on, path, chance)
        file = opened(path)
        assert file.reason is None
        found = file.read(batches)
        assert set(found.values()) <= {BATCH_ROWS}
        assert found.keys() >= known.keys() | set(said)
        assert file.read(actuals) == len(found) * BATCH_ROWS
        assert len(file.changes()) == len(found) + 1
        file.close()
        known = found
        assert list(path.parent.iterdir()) == [path]
    assert checking.check(path) == []
