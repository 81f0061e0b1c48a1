"""This PC's choices: looks, recent files, the widths of columns.

They belong to whoever sits here, not to the locality, so they lie in the
profile folder and never in the locality file.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, cast

FOLDER = "pch-desktop"
FILE = "preferences.json"
MOST_RECENT = 8
Layout = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Preferences:
    """What was chosen on this PC."""

    theme: str = ""
    """Light, Dark, Strong lines; empty follows the computer."""
    text_percent: int = 100
    is_rail_narrow: bool = False
    recent: tuple[str, ...] = ()
    """The locality files opened last, newest first."""
    section: str = ""
    """The section looked at last."""
    geometry: tuple[int, ...] = ()
    """Where the window stood: left, top, width, height."""
    is_maximised: bool = False
    layouts: Mapping[str, Layout] = field(default_factory=dict[str, Layout])
    """The columns of each table, by its own key."""
    pack_folder: str = ""
    """Where board packs were put last."""
    pack_formats: tuple[str, ...] = ("xlsx",)
    """In which formats they were made last."""


def profile(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of this program in the profile of whoever sits here."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "win32":
        roof = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    elif platform == "darwin":
        roof = home / "Library" / "Application Support"
    else:
        roof = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    return roof / FOLDER


class PreferenceFile:
    """The preferences in use, written down at each change."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = read(path)

    def change(self, **changes: Any) -> None:
        """Take up new choices; a profile that cannot be written to keeps them for this run."""
        changed = replace(self.now, **changes)
        if changed == self.now:
            return
        self.now = changed
        try:
            write(self.path, changed)
        except OSError:
            return

    def opened(self, file: Path) -> None:
        """Put a file first among the recent ones."""
        others = tuple(name for name in self.now.recent if name != str(file))
        self.change(recent=(str(file), *others)[:MOST_RECENT])

    def forget(self, file: Path) -> None:
        """Take a file off the recent ones."""
        self.change(recent=tuple(name for name in self.now.recent if name != str(file)))


def read(path: Path) -> Preferences:
    """Return the preferences kept at a path; what cannot be read is put aside as ``.bad``."""
    try:
        kept: object = json.loads(path.read_text(encoding="utf-8"))
        return _checked(kept)
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError, TypeError):
        _put_aside(path)
        return Preferences()


def write(path: Path, preferences: Preferences) -> None:
    """Keep preferences at a path, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(asdict(preferences), indent=1) + "\n", encoding="utf-8")
    beside.replace(path)


def _checked(kept: object) -> Preferences:
    if not isinstance(kept, dict):
        raise TypeError("preferences are a table of names and values")
    usual = asdict(Preferences())
    told = cast("dict[str, Any]", kept)
    known = {one.name for one in fields(Preferences)} & told.keys()
    values: dict[str, Any] = {name: _like(usual[name], told[name]) for name in known}
    return Preferences(**values)


def _like(usual: object, value: object) -> object:
    kind: type[object] = type(usual)
    if kind is tuple and isinstance(value, list):
        return tuple(cast("list[object]", value))
    if isinstance(value, kind):
        return cast("object", value)
    raise TypeError("a preference is not of the kind it should be")


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".bad"))
    except OSError:
        return
