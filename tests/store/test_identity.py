from __future__ import annotations

import os
from pathlib import Path

import pytest

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store.identity import APPLICATION_ID, SCHEMA, Damaged, identify
from pch_desktop.store.locality_file import LocalityFile


def test_a_locality_file_is_told_by_its_first_bytes(file: LocalityFile, path: Path) -> None:
    file.close()
    assert identify(path) == SCHEMA
    assert path.read_bytes()[68:72] == b"PCH1" == APPLICATION_ID.to_bytes(4, "big")


@pytest.mark.parametrize("kind", ["folder", "fifo", "nothing", "dangling link"])
def test_what_is_not_a_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.pch"
    if kind == "folder":
        path.mkdir()
    if kind == "fifo":
        if os.name != "posix":
            pytest.skip("there are no fifos here")
        os.mkfifo(path)
    if kind == "dangling link":
        path.symlink_to(tmp_path / "gone.pch")
    with pytest.raises(Refusal) as refused:
        identify(path)
    assert not isinstance(refused.value, Damaged)
    assert str(refused.value).startswith(("a.pch is", "There is no file called a.pch"))


def test_a_journal_beside_a_short_file_is_left_to_sqlite(file: LocalityFile, path: Path) -> None:
    file.close()
    with path.open("r+b") as short:
        short.truncate(path.stat().st_size - 4096)
    path.with_name(f"{path.name}-journal").write_bytes(b"whatever")
    assert identify(path) == SCHEMA
