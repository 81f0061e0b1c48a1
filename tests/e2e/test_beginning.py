"""However a file is begun, Ctrl+Z pressed once too often leaves a locality."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import beginning
from pch_desktop.store import checking, locality
from pch_desktop.store.locality_file import LocalityFile
from tests import localities
from tests.imports.real import state

WHO, NOON = localities.holder(), localities.noon
WAYS: dict[str, Callable[[Path], LocalityFile]] = {
    "empty": lambda path: beginning.begin(path, WHO, NOON, "Fen Edge"),
    "starter": lambda path: beginning.begin_from(path, WHO, NOON, "winsford"),
    "sample": lambda path: beginning.begin_sample(path, WHO, NOON),
}


@pytest.mark.parametrize("way", WAYS)
def test_undo_goes_no_further_back_than_the_file_as_it_was_begun(path: Path, way: str) -> None:
    file = WAYS[way](path)
    before = file.read(state)
    assert file.to_undo is None
    with pytest.raises(Refusal, match="nothing to undo"):
        file.undo()
    file.edit("Name", locality.name_locality, "Elsewhere")
    file.undo()
    assert file.to_undo is None
    assert file.read(state) == before
    assert len(file.changes()) == 4
    file.close()
    assert checking.check(path) == []
