"""Beginning a locality's file: empty, from a starter, or as a copy of the sample."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pch_desktop.imports import sample, starters
from pch_desktop.store import locality
from pch_desktop.store import starters as filling
from pch_desktop.store.beginning import begin_with
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.lock import Holder

Clock = Callable[[], datetime]
SAMPLE_NAME = "Marsh Valley.pch"


def begin(path: Path, holder: Holder, clock: Clock, name: str) -> LocalityFile:
    """Make an empty locality of a name, with the role catalogue and the dated rates."""
    return _begun(path, holder, clock, lambda file: file.edit(
        f"Begin {name}", begin_with, locality.name_locality, name))  # fmt: skip


def begin_from(path: Path, holder: Holder, clock: Clock, key: str) -> LocalityFile:
    """Make a locality from one of the fifteen starters.

    Raises:
        Refusal: there is no starter of that key.
    """
    starter = starters.starter(key)
    return _begun(path, holder, clock, lambda file: file.edit(
        f"Start from {starter.name}", begin_with, filling.load, starter))  # fmt: skip


def begin_sample(path: Path, holder: Holder, clock: Clock) -> LocalityFile:
    """Make an editable copy of the invented sample."""
    made = sample.sample()
    return _begun(path, holder, clock, lambda file: file.edit(
        "Open the sample", begin_with, filling.load_sample, made))  # fmt: skip


def _begun(
    path: Path, holder: Holder, clock: Clock, fill: Callable[[LocalityFile], None]
) -> LocalityFile:
    """Make a file and fill it; where that fails there is no file."""
    file = LocalityFile.create(path, holder, clock)
    try:
        roles = starters.roles()
        file.edit("Put in the role catalogue and rates", begin_with, filling.load_roles, roles)
        fill(file)
    except BaseException:
        file.close()
        path.unlink(missing_ok=True)
        raise
    return file
