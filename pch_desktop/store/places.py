"""Where a file lies: whether it is a place in which open files come to harm.

A note for people, never a bar: a shared drive may be all they have.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
REMOTE = {"cifs", "smb3", "smbfs", "nfs", "nfs4", "9p", "vboxsf", "drvfs", "webdav", "afpfs"}
REMOTE_START = "fuse."
DRIVE_REMOTE = 4
SYNCED = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer", "DROPBOX_PATH")
"""The names under which the PC's environment tells of a folder that is kept in step."""
SYNCED_FOLDERS = ("dropbox", "onedrive", "iclouddrive", "google drive", "mobile documents")
SHARED_NOTE = (
    "The file lies on a shared drive. Work on a copy in a folder of your own, "
    "and copy it back when you are done."
)
SYNCED_NOTE = (
    "The file lies in a folder that is kept in step with other computers, which can damage "
    "an open file. Work on a copy in another folder."
)


def note(path: Path, environment: Mapping[str, str] = os.environ) -> str | None:
    """Return what to beware of where a file lies, or None."""
    real = path.resolve()
    if _is_synced(real, environment):
        return SYNCED_NOTE
    return SHARED_NOTE if _is_remote(real) else None


def _is_synced(path: Path, environment: Mapping[str, str]) -> bool:
    roots = [Path(environment[name]) for name in SYNCED if environment.get(name)]
    if any(path.is_relative_to(root) for root in roots):
        return True
    folders = [part.lower() for part in path.parts[:-1]]
    return any(
        part == name or part.startswith(f"{name} - ") for part in folders for name in SYNCED_FOLDERS
    )


if sys.platform == "win32":
    import ctypes

    def _is_remote(path: Path) -> bool:
        if path.drive.startswith("\\\\"):
            return True
        return ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == DRIVE_REMOTE

else:

    def _is_remote(path: Path) -> bool:
        kind = kind_of_mount(path, _mounts())
        return kind in REMOTE or kind.startswith(REMOTE_START)


def kind_of_mount(path: Path, mounts: str) -> str:
    """Return the kind of file system a path lies on.

    Args:
        mounts: as ``/proc/self/mounts`` lists them; blanks in it are ``\\040``.
    """
    best, kind = Path("/"), ""
    for line in mounts.splitlines():
        _, point, found, *_ = line.split(" ")
        place = Path(point.replace("\\040", " "))
        if path.is_relative_to(place) and len(place.parts) >= len(best.parts):
            best, kind = place, found
    return kind


def _mounts() -> str:
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
