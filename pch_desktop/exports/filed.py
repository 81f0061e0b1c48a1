"""A pack's file put in its folder: whole, or refused in a sentence and as it was."""

from __future__ import annotations

from collections.abc import Callable
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
    if not target.parent.is_dir():
        raise Refusal(f"There is no folder {target.parent}. Choose another folder.")
    sweep(target.parent)
    try:
        with whole(target) as temporary:
            fill(temporary)
    except PermissionError as error:
        raise Refusal(_held(target)) from error
    except OSError as error:
        raise Refusal(
            f"The board pack was not written: {error.strerror}. {_held(target)}"
        ) from error
    return target


def _held(target: Path) -> str:
    if target.exists():
        return (
            f"{target.name} is open in another program or write-protected, and is as it was. "
            "Close it there and try again."
        )
    return f"The folder {target.parent} cannot be written to. Choose another folder."
