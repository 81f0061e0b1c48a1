"""The sample, for tests that change its rows on paper only."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from pch_desktop.store.locality_file import LocalityFile
from tests import localities


@pytest.fixture(scope="session")
def marsh_valley(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The invented sample, open; whoever changes it opens another."""
    path = tmp_path_factory.mktemp("reports") / "Marsh Valley.pch"
    file = localities.sample(path)
    yield file
    file.close()
