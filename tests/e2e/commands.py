"""The command line as the tests call it, and files read as the window reads them."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pch_desktop.__main__ import main
from pch_desktop.store.locality_file import LocalityFile
from tests import localities


def told(*arguments: str | Path) -> None:
    """Run a command that must be done."""
    code = main([str(argument) for argument in arguments])
    assert code == 0, f"{arguments[0]} ended with {code}"


@contextmanager
def reading(path: Path) -> Generator[LocalityFile]:
    """Open a file for a moment."""
    file = localities.opened(path)
    try:
        yield file
    finally:
        file.close()
