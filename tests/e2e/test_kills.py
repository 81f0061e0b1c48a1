"""Killed in the middle of the day's work: what was said is there, and nothing is half-done."""

from __future__ import annotations

import random
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.imports import taking
from pch_desktop.models.locality import ImportBatch
from pch_desktop.models.population import ListSnapshot
from pch_desktop.store import checking
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.e2e import working
from tests.imports.real import with_practices
from tests.store.children import rounds

pytestmark = pytest.mark.fault
USUAL = 4


def begun(path: Path) -> None:
    """Make the sample and close it."""
    localities.copied(localities.whole_sample, path)


def opened_whole(path: Path) -> LocalityFile:
    """Open a file after a death: it can be written, is sound, and nothing lies about."""
    file = localities.opened(path)
    assert file.reason is None
    assert working.temporaries(path.parent) == []
    assert not path.with_name(f"{path.name}-journal").exists()
    assert checking.check(path) == []
    return file


def test_killed_in_an_edit_every_amount_said_is_there_and_undo_goes_on(path: Path) -> None:
    begun(path)
    chance, in_the_middle = random.Random(1), 0
    for _ in range(rounds(USUAL)):
        file = opened_whole(path)
        before = file.read(working.first_line)[1]
        file.close()
        said = working.killed_within(working.LONGEST_LIFE, chance, working.edit_on, path).said
        file = opened_whole(path)
        now = file.read(working.first_line)[1]
        last = said[-1] if said else before
        assert now in {last, last + 1}
        labels = [change.label for change in file.changes(limit=now - before)]
        assert labels == [f"Budget {pence}" for pence in range(now, before, -1)]
        in_the_middle += bool(said)
        if now > before:
            file.undo()
            assert file.read(working.first_line)[1] == now - 1
            file.redo()
        file.close()
    assert in_the_middle


def listed(session: Session) -> tuple[int, int]:
    """Return how many files were taken in, and how many rows of lists there are."""
    batches = session.scalar(select(func.count()).select_from(ImportBatch)) or 0
    return batches, session.scalar(select(func.count()).select_from(ListSnapshot)) or 0


def test_killed_in_an_import_all_of_a_file_is_there_or_none(path: Path, tmp_path: Path) -> None:
    begun(path)
    with_practices(file := localities.opened(path), *working.codes()).close()
    sources = tmp_path / "sources"
    sources.mkdir()
    month = Month.read("2012-01")
    first = working.lists_file(sources / "first.csv", month)
    seconds = working.done_by(working.take_in, path, first)
    file = opened_whole(path)
    batches, rows = file.read(listed)
    file.close()
    of_a_file = working.PRACTICES * working.LISTED
    chance, stages = random.Random(2), set[int]()
    for number in range(rounds(USUAL)):
        source = working.lists_file(sources / f"{number}.csv", month.plus(1 + number))
        said = working.killed_within(seconds, chance, working.take_in, path, source).said
        file = opened_whole(path)
        now = file.read(listed)
        assert now in {(batches, rows), (batches + 1, rows + of_a_file)}
        is_in = now[0] > batches
        assert is_in or "taken in" not in said
        plan = taking.plan(file, source)
        assert plan.rows_kept == of_a_file
        assert plan.is_nothing == is_in
        assert len(plan.changes) == (0 if is_in else of_a_file)
        file.close()
        batches, rows = now
        stages.add(len(said))
    assert stages & {0, 1}, "no death fell into the middle of an import"


def written(target: Path) -> int:
    """Return the minute a whole pack was made, or fail where it is not whole."""
    with ZipFile(target) as parts:
        assert parts.testzip() is None
    book = load_workbook(target, read_only=True)
    assert book.sheetnames[0] == "Cover"
    book.close()
    noon = localities.NOON.replace(tzinfo=None)
    return int((book.properties.created - noon).total_seconds() // 60)


def test_killed_in_an_export_the_former_pack_is_whole_and_the_rest_is_swept(
    path: Path,
) -> None:
    begun(path)
    target = path.with_name("Marsh Valley board pack 2016-10.xlsx")
    chance, left = random.Random(3), 0
    former = -1

    def is_writing() -> bool:
        return bool(working.temporaries(path.parent))

    for number in range(rounds(USUAL)):
        if number:
            death = working.killed_within(1.0, chance, working.export_on, path)
        else:
            death = working.killed_when(is_writing, working.export_on, path)
        said = death.said
        left += len(working.temporaries(path.parent))
        last = said[-1] if said else former
        if target.exists():
            former = written(target)
            assert former in ({last, last + 1} if said else {last, 0})
        assert target.exists() or not said
        opened_whole(path).close()
        assert working.strangers(path.parent, [path, target]) == []
    assert left, "no death fell into the middle of an export"
