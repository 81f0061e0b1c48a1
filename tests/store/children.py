"""What other processes do in the tests: edit until they are killed, look as nobody.

They start from a server process that has everything imported already, so that
a death costs milliseconds.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import text
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.locality import ImportBatch
from pch_desktop.models.workforce import Post
from pch_desktop.store import checking, lock
from tests.localities import NOON, made, many, opened, set_cost

NOBODY = 65534
BATCH_ROWS = 5_000
LONGEST_LIFE = 0.12
READY_SECONDS = 60
HERE = "tests.store.children"
Program = Callable[..., None]


class Wire(Protocol):
    """One end of a pipe between two processes."""

    def poll(self, timeout: float | None = 0.0, /) -> bool: ...

    def recv(self) -> Any: ...

    def send(self, obj: Any, /) -> None: ...


def rounds(usual: int) -> int:
    """Return how often to die: seldom in the suite, for as long as asked in a soak."""
    return int(os.environ.get("PCH_SOAK_ROUNDS", usual))


def started(program: Program, *args: object) -> tuple[BaseProcess, Wire]:
    """Start a program in another process; return it and where it tells what it did."""
    if sys.platform == "win32":
        context = multiprocessing.get_context("spawn")
    else:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([HERE])
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=program, args=(*args, theirs), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def killed(program: Program, path: Path, chance: random.Random) -> list[int]:
    """Let a program work for a moment and kill it; return what it said was saved."""
    process, told = started(program, path)
    assert told.poll(READY_SECONDS), "the child never began"
    said = [int(told.recv())]
    # On a busy machine nothing may be done in time: every other child first does something.
    if chance.random() < 0.5 and told.poll(READY_SECONDS):
        said.append(int(told.recv()))
    time.sleep(chance.uniform(0, LONGEST_LIFE))
    process.kill()
    process.join()
    with suppress(EOFError):
        while told.poll():
            said.append(int(told.recv()))
    return said[1:]


def edit_on(path: Path, tell: Wire) -> None:
    """Make one edit after the other, and say so after each."""
    file = opened(path)
    tell.send(0)
    number = len(file.changes())
    while True:
        file.edit(f"Edit {number}", many, 1)
        tell.send(number)
        number += 1


def import_on(path: Path, tell: Wire) -> None:
    """Make one import after the other, and say so after each."""
    file = opened(path)
    tell.send(0)
    while True:
        tell.send(file.edit("Import", bring_in))


def bring_in(session: Session) -> int:
    """Bring in one file of many rows, with a cache so small that much is written early."""
    session.execute(text("PRAGMA cache_size = 10"))
    batch = ImportBatch(
        kind="actuals",
        file_name="a.xlsx",
        file_digest="",
        at=NOON,
        rows_read=BATCH_ROWS,
        rows_kept=BATCH_ROWS,
        rows_refused=0,
    )
    session.add(batch)
    session.flush()
    many(session, BATCH_ROWS)
    session.execute(
        text("UPDATE actual SET batch_id = :batch WHERE batch_id IS NULL"), {"batch": batch.id}
    )
    return batch.id


def look_as_nobody(path: Path, elsewhere: Path, tell: Wire) -> None:
    """Open a file as somebody with no rights, and tell how that went."""
    rehearsal = made(elsewhere / "rehearsal.pch")
    rehearsal.save_copy(elsewhere / "rehearsed.pch")
    rehearsal.close()
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    tell.send(tuple(_looked(path, elsewhere)))


def _looked(path: Path, elsewhere: Path) -> list[object]:
    file = opened(path)
    told: list[object] = [file.reason, len(file.read(posts))]
    try:
        file.edit("Cost", set_cost, 1, 5)
    except Refusal as refusal:
        told.append(str(refusal))
    file.save_copy(elsewhere / "mine.pch")
    file.close()
    copy = opened(elsewhere / "mine.pch")
    copy.edit("Cost", set_cost, 1, 5)
    told.append(len(copy.changes()))
    copy.close()
    return told


def posts(session: Session) -> list[int]:
    """Return the number of each post."""
    return [post.id for post in session.query(Post)]


def raise_on(path: Path, times: int, tell: Wire) -> None:
    """Raise one cost by a pound so many times, and say how often it took another try."""
    file = opened(path)
    assert file.reason is None, file.reason
    refused = 0
    for _ in range(times):
        while True:
            try:
                file.edit("A pound more", a_pound_more)
                break
            except Refusal:
                refused += 1
                time.sleep(0.001)
    file.close()
    tell.send(refused)


def a_pound_more(session: Session) -> None:
    """Raise what the first post costs, by what it costs now."""
    post = session.get_one(Post, 1)
    post.annual_cost_pence = (post.annual_cost_pence or 0) + 100


def work_watched(path: Path, tell: Wire) -> None:
    """Work with a file in every way, and tell what of it Python opened meanwhile."""
    file = made(path)
    live = {str(path), str(path.resolve()), os.fsencode(path)}
    seen: list[str] = []

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event == "open" and (args[0] in live or str(args[0]) in live):
            seen.append(str(args[0]))

    sys.addaudithook(hook)
    path.open("rb").close()
    proof = len(seen)
    file.edit("Cost", set_cost, 1, 5)
    file.edit("Many", many, 500)
    file.undo()
    file.redo()
    file.refresh()
    file.read(posts)
    file.changes()
    file.save_copy(path.with_name("copy.pch"))
    file.shrink()
    assert checking.check(path) == []
    second = opened(path)
    second.read(posts)
    second.close()
    assert lock.holder_of(path)
    file.edit("Cost", set_cost, 1, 6)
    file.close()
    tell.send((proof, seen[proof:]))
