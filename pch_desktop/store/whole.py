"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import machine

TEMPORARY = re.compile(r"\.pch-(\d+)-[0-9a-f]{8}\.tmp(-journal)?")
"""The name of what we write beside a target, with the process that writes it."""
HELD = {5, 32, 33}
"""What Windows says while a scanner or an index holds a file for a moment."""
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
A_DAY = 86_400
CLOSE_IT = "Close it where it is open, or choose another folder."


@contextmanager
def whole(target: Path) -> Generator[Path]:
    """Give a path beside the target to write to, and move it there at the end.

    Whatever goes wrong, the target is what it was before or all of the new; it
    keeps the permissions it had.
    """
    temporary = target.with_name(f".pch-{os.getpid()}-{token_hex(4)}.tmp")
    try:
        yield temporary
        _settle(temporary, os.O_RDWR)
        with suppress(FileNotFoundError):
            temporary.chmod(target.stat().st_mode & 0o777)
        _replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
        # SQLite leaves its own where a disk ran full while it was writing one.
        temporary.with_name(f"{temporary.name}-journal").unlink(missing_ok=True)
    if os.name == "posix":
        _settle(target.parent, os.O_RDONLY)


def write_whole(target: Path, write: Callable[[Path], object], advice: str = CLOSE_IT) -> Path:
    """Let something write a file, whole or not at all; return where it is.

    Args:
        target: where it is to be; the former one stays till all is well.
        write: takes the path to write to.
        advice: what to do where it cannot be written.

    Raises:
        Refusal: the place cannot be written to.
    """
    if not target.parent.is_dir():
        raise Refusal(f"There is no folder {target.parent}. Choose another folder.")
    sweep(target.parent)
    try:
        with whole(target) as temporary:
            write(temporary)
    except OSError as error:
        raise Refusal(f"{target.name} could not be written. {advice}") from error
    return target


def sweep(folder: Path) -> None:
    """Remove what processes that died left behind in a folder.

    Whatever cannot be removed stays: tidying never stands in anybody's way.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            match = TEMPORARY.fullmatch(path.name)
            if match and _is_stale(path, int(match[1])):
                with suppress(OSError):
                    path.unlink()


def _is_stale(path: Path, pid: int) -> bool:
    with suppress(OSError):
        return not machine.is_running(pid) or time.time() - path.stat().st_mtime > A_DAY
    return False


def _replace(temporary: Path, target: Path) -> None:
    for pause in PAUSES:
        try:
            temporary.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD:
                raise
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def _settle(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
