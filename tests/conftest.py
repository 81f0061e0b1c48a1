"""What most tests start from."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from pch_desktop.store.locality_file import Clock, LocalityFile
from pch_desktop.store.lock import Holder
from tests import localities

KEPT_EVERY = 8
WINDOWS = count()
"""The tests with a window there were so far."""
PROFILES = count()
"""The profiles there were so far."""
# What was compiled is kept whatever the surroundings say, here and in the programs the tests
# start: to compile it all anew takes each process ten seconds before its first test.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_configure(config: pytest.Config) -> None:
    """Make known the marks of our own; a law holds however slow the machine is."""
    # The suite tries each law on sixty new examples every time; the soak on more than the usual.
    examples = 60 if "PCH_SOAK_ROUNDS" not in os.environ else 300
    settings.register_profile("house", deadline=None, max_examples=examples)
    settings.load_profile("house")
    config.addinivalue_line("markers", "fault: a fault of safety.md part 4; it may not be skipped")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a fault test that was skipped fail, but on Windows, which has not all the faults."""
    report = yield
    if report.skipped and item.get_closest_marker("fault") and sys.platform != "win32":
        report.outcome = "failed"
        report.longrepr = f"A fault test may not be skipped: {report.longreprtext}"
    return report


@pytest.fixture(autouse=True)
def collected_between(request: pytest.FixtureRequest) -> Generator[None]:
    """Collect what a test with a window leaves in circles after it, and not before.

    A window that Python takes away while Qt paints another brings the process down.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()
    if next(WINDOWS) % KEPT_EVERY == 0:
        # What is left by now stays; looking through it after each test takes most of the time.
        gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def profiles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the profiles of the tests are; a folder is made where something is put into it."""
    return tmp_path_factory.mktemp("profiles")


@pytest.fixture(autouse=True)
def profile(profiles: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile of its own for each test, so that none finds another's backups or choices."""
    folder = profiles / str(next(PROFILES))
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(folder))
    return folder


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
    localities.copied(localities.new, path)
    file = LocalityFile(path, holder, clock)
    yield file
    file.close()
