"""A pack's files put in their folder: whole, all of them or none, or refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store.whole import sweep, whole


def put(target: Path, fill: Callable[[Path], object]) -> Path:
    """Let something fill a pack's file; the former one stays till all is well.

    Returns:
        Where it stands.

    Raises:
        Refusal: the folder is missing or cannot be written to, or the former
            file is open elsewhere.
    """
    return put_all({target: fill})[0]


def put_all(fills: Mapping[Path, Callable[[Path], object]]) -> tuple[Path, ...]:
    """Let files of one folder be filled, by their paths; none takes its place before all are.

    Returns:
        Where they stand.

    Raises:
        Refusal: as ``put`` refuses.
    """
    first = next(iter(fills))
    if not first.parent.is_dir():
        raise Refusal(f"There is no folder {first.parent}. Choose another folder.")
    sweep(first.parent)
    for target in fills:
        _must_be_free(target)
    try:
        with ExitStack() as together:
            ready = [(together.enter_context(whole(path)), fill) for path, fill in fills.items()]
            for temporary, fill in ready:
                fill(temporary)
    except PermissionError as error:
        raise Refusal(_held(first)) from error
    except OSError as error:
        raise Refusal(
            f"The board pack was not written: {error.strerror}. {_held(first)}"
        ) from error
    return tuple(fills)


def _must_be_free(target: Path) -> None:
    """Refuse before the work what would be refused after it: a file that is open elsewhere."""
    try:
        with target.open("r+b"):
            pass
    except FileNotFoundError:
        pass
    except IsADirectoryError as error:
        raise Refusal(f"There is a folder called {target.name}. Choose another name.") from error
    except OSError as error:
        raise Refusal(_held(target)) from error


def _held(target: Path) -> str:
    if target.exists():
        return (
            f"{target.name} is open in another program or write-protected, and is as it was. "
            "Close it there and try again."
        )
    return f"The folder {target.parent} cannot be written to. Choose another folder."
