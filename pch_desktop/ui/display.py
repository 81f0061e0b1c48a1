"""Whether a window can be shown here; asked before Qt is touched, which would abort.

It imports nothing of Qt.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence

BY_X = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
PACKAGES = {
    **BY_X,
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Libraries, and the Debian and Ubuntu packages they come in."""
NO_DISPLAY = (
    "There is no display here, so no window can be shown. "
    "Everything but the window works from the command line: see pch-desktop --help."
)
LACKING = (
    "The window needs {names}, which this computer lacks. "
    "Install it with:\n  sudo apt-get install -y {packages}"
)


def is_there(library: str) -> bool:
    """Return whether a shared library can be loaded."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def hindrance(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    has: Callable[[str], bool] = is_there,
) -> str | None:
    """Return the sentence that says why no window can be shown, or None."""
    if not platform.startswith("linux"):
        return None
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    wayland, x = environment.get("WAYLAND_DISPLAY"), environment.get("DISPLAY")
    if not (chosen or wayland or x):
        return NO_DISPLAY
    is_x = chosen == "xcb" or (not chosen and not wayland)
    return lacking([name for name in BY_X if not has(name)] if is_x else [])


def unloadable(problem: ImportError) -> str | None:
    """Return the sentence for a library that Qt itself could not load, or None."""
    return lacking([name for name in PACKAGES if name in str(problem)])


def lacking(names: Sequence[str]) -> str | None:
    """Return the sentence that names libraries and the line that installs them."""
    if not names:
        return None
    packages = " ".join(PACKAGES[name] for name in names)
    return LACKING.format(names=", ".join(names), packages=packages)
