"""Being killed at a chosen moment, as often as there are moments.

It runs in a process of its own, without Qt and without threads, that forks for
every death: what is slow to import is imported once. A moment is the start of
any statement that writes and of any change to the folder.

    python -m tests.store.dying ACT FOLDER ROUNDS SCHEMA
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pch_desktop.store import backups, copying, migrating, restoring, whole
from pch_desktop.store.connection import connect
from pch_desktop.store.migrating import Occasion
from tests.store import old_files

NOON = datetime(2016, 10, 31, 12, tzinfo=UTC)
NAME, OTHER, BACKUPS, KEPT = "Alder Vale.pch", "Copy.pch", "backups", "kept.pch"
MOMENTS = {"os.rename", "os.remove", "os.chmod", "os.mkdir"}
READS = re.compile(r"\s*(SELECT|PRAGMA [^=]*$|--)", re.IGNORECASE)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
Act = Callable[[Path], object]


def rounds(usual: int) -> int:
    """Return how often to die: seldom in the suite, for as long as asked in a soak."""
    return int(os.environ.get("PCH_SOAK_ROUNDS", usual))


def survive(act: str, folder: Path, times: int, schema: int = 1) -> list[Path]:
    """Die so many times at an act on the file of a schema; return the folders left by each."""
    command = [sys.executable, "-m", "tests.store.dying", act, str(folder), str(times), str(schema)]
    root = Path(__file__).parents[2]
    subprocess.run(command, cwd=root, check=True, timeout=600)
    return sorted(path for path in folder.iterdir() if path.name.startswith("death"))


def sweep(folder: Path) -> None:
    """Tidy up as the next start does."""
    whole.sweep(folder)
    whole.sweep(folder / BACKUPS)


def migrate(folder: Path) -> object:
    """Bring the old file up to date."""
    return migrating.migrate(folder / NAME, folder / BACKUPS, Occasion(NOON, "Jo Wren"))


def save(folder: Path) -> None:
    """Save a copy over another file."""
    with closing(connect(folder / NAME, "rw")) as connection:
        copying.save_copy(connection, folder / NAME, folder / OTHER)


def back_up(folder: Path) -> object:
    """Make a second backup, and thin out."""
    with closing(connect(folder / NAME, "rw")) as connection:
        return backups.attempt(connection, folder / BACKUPS, "timer", NOON)


def restore(folder: Path) -> object:
    """Put the first backup in the place of the file."""
    first = backups.listed(folder / BACKUPS)[0]
    return restoring.restore_over(first.path, folder / NAME, folder / BACKUPS, NOON)


ACTS: dict[str, Act] = {"migrate": migrate, "save": save, "back_up": back_up, "restore": restore}


def prepare(act: str, folder: Path) -> None:
    """Lay out what the act needs: the file, another one, and a first backup."""
    folder.mkdir(parents=True)
    for name in (NAME, OTHER):
        shutil.copyfile(folder.parent / KEPT, folder / name)
    if act in {"back_up", "restore"}:
        backups.make_of(folder / NAME, folder / BACKUPS, "first", NOON)
    if act != "migrate":
        with closing(connect(folder / NAME, "rw")) as connection:
            connection.execute("UPDATE locality SET name = 'Newer Vale'")


def main(act: str, folder: Path, times: int, schema: int) -> None:
    """Count the moments of an act, then die at as many of them as asked, evenly spread."""
    old_files.copied(schema, folder, KEPT)
    prepare(act, folder / "counting")
    prepare("migrate", folder / "warming")
    migrate(folder / "warming")  # so that no fork has to import it all for itself
    reading, writing = os.pipe()
    if not os.fork():
        _run(act, folder / "counting", lambda at: os.write(writing, b"."))
    os.close(writing)
    os.wait()
    with os.fdopen(reading, "rb") as pipe:
        moments = len(pipe.read())
    chosen = sorted({1 + round(at * (moments - 1) / max(times - 1, 1)) for at in range(times)})
    for at in chosen:
        _die(act, folder / f"death-{at:04}", at)
    for at in range(times // 4):
        _be_killed(act, folder / f"death-by-clock-{at:04}")
    print(f"{act}: {moments} moments, died at {len(chosen)}, by the clock {times // 4}")


def _die(act: str, folder: Path, at: int) -> None:
    prepare(act, folder)
    if not os.fork():
        _run(act, folder, lambda now: os.kill(os.getpid(), signal.SIGKILL) if now == at else None)
    _, status = os.wait()
    if os.WTERMSIG(status) != signal.SIGKILL:
        raise SystemExit(f"{act} did not die at its moment {at}")


def _be_killed(act: str, folder: Path) -> None:
    prepare(act, folder)
    pid = os.fork()
    if not pid:
        _run(act, folder, lambda _: None)
    time.sleep(random.uniform(0, 0.25))
    os.kill(pid, signal.SIGKILL)
    os.wait()


def _run(act: str, folder: Path, tick: Callable[[int], object]) -> None:
    """Act in this process and leave it, ticking at every moment."""
    now = 0

    def told(statement: str) -> None:
        if not READS.match(statement):
            next_moment()

    def next_moment() -> None:
        nonlocal now
        now += 1
        tick(now)

    def heard(event: str, facts: tuple[object, ...]) -> None:
        if event in MOMENTS or (event == "open" and _writes(facts)):
            next_moment()

    def connected(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        connection = connecting(*args, **kwargs)
        connection.set_trace_callback(told)
        return connection

    connecting = sqlite3.connect
    sqlite3.connect = connected
    sys.addaudithook(heard)
    try:
        ACTS[act](folder)
    finally:
        os._exit(0)


def _writes(facts: tuple[object, ...]) -> bool:
    flags = facts[2]
    return isinstance(flags, int) and bool(flags & WRITES) and "pch" in str(facts[0])


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
