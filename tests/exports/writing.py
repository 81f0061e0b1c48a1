"""Writing board packs till killed, in a process that forks for every death.

python -m tests.exports.writing FOLDER ROUNDS
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

from openpyxl import load_workbook

from pch_desktop.exports import pack
from pch_desktop.exports.board import Pack
from pch_desktop.store.whole import sweep
from tests import localities
from tests.exports.conftest import OCTOBER

LONGEST_LIFE = 0.25
MOMENTS = {"open", "os.rename", "os.remove", "os.chmod"}


def gathered(folder: Path) -> Pack:
    """Return the sample's board pack, of its sections alone: a death needs no more sheets."""
    file = localities.sample(folder / "sample.pch")
    try:
        board = pack.gather(file, OCTOBER, localities.NOON)
        return board.without({table.title for table in board.appendices})
    finally:
        file.close()


def write_on(board: Pack, folder: Path) -> None:
    """Write one pack after the other over the same workbook."""
    for minutes in count():
        made_at = localities.NOON + timedelta(minutes=minutes)
        pack.write_pack(replace(board, made_at=made_at), folder)


def die_once(board: Pack, folder: Path, chance: random.Random) -> None:
    """Write until killed: at any time, or at one of the moments the folder changes."""
    last = chance.choice((0, 0, 1, 2, 3, 4))
    child = os.fork()
    if child == 0:
        try:
            if last:
                sys.addaudithook(dying_at(last))
            write_on(board, folder)
        finally:
            os._exit(1)
    if not last:
        time.sleep(chance.uniform(0.0, LONGEST_LIFE))
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def dying_at(last: int) -> Callable[[str, tuple[object, ...]], None]:
    """Return a hook that dies at the start of a change to a file of ours beside the target."""
    seen = count(1)

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event in MOMENTS and ".tmp" in str(args[0]) and next(seen) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    return hook


def main(folder: Path, rounds: int) -> None:
    """Die so often; say how many deaths left something half-done, and the most left beside."""
    board = gathered(folder)
    out = folder / "out"
    out.mkdir()
    target = pack.write_pack(board, out)
    chance, broken, beside = random.Random(rounds), 0, 0
    for _ in range(rounds):
        die_once(board, out, chance)
        beside += len(list(out.iterdir())) - 1
        sweep(out)
        names = load_workbook(target, read_only=True).sheetnames
        broken += names[0] != "Cover" or list(out.iterdir()) != [target]
    print(broken, beside)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
