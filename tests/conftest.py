"""What most tests start from."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from pch_desktop.store.locality_file import Clock, LocalityFile
from pch_desktop.store.lock import Holder
from tests import localities


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a file is to be; the name is awkward on purpose."""
    return tmp_path / "Marsh Valley 100%? #1 é.pch"


@pytest.fixture
def holder() -> Holder:
    """This process, in Jo Wren's name."""
    return localities.holder()


@pytest.fixture
def clock() -> Clock:
    """A clock that has stopped at noon."""
    return localities.noon


@pytest.fixture
def file(path: Path, holder: Holder, clock: Clock) -> Generator[LocalityFile]:
    """A new, empty locality file."""
    file = LocalityFile.create(path, holder, clock)
    yield file
    file.close()
