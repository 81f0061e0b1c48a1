"""What a lock has to know of this computer: which it is, which run of it, who runs on it."""

from __future__ import annotations

import os
import sys
from getpass import getuser
from pathlib import Path


def who() -> str:
    """Return who is at work; an account may have a number only, and no name."""
    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return "somebody"


if sys.platform == "win32":
    import ctypes
    import winreg
    from ctypes import wintypes

    STILL_ACTIVE = 259
    QUERY_LIMITED_INFORMATION = 0x1000
    ACCESS_DENIED = 5
    CRYPTOGRAPHY = r"SOFTWARE\Microsoft\Cryptography"

    def boot() -> str:
        """Return a name for this run of the computer: when it began, in half minutes.

        It is worked out from the clock and the time since; half a minute hides
        the drift between the two. A clock that is set by hand changes it, which
        at worst leaves a dead lock standing.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetTickCount64.restype = ctypes.c_ulonglong
        moment = wintypes.FILETIME()
        kernel.GetSystemTimeAsFileTime(ctypes.byref(moment))
        now_ms = ((moment.dwHighDateTime << 32) + moment.dwLowDateTime) // 10_000
        return str(round((now_ms - kernel.GetTickCount64()) / 30_000))

    def name() -> str:
        """Return this computer's own number, or "" where it does not tell."""
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, CRYPTOGRAPHY) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""

    def is_running(pid: int) -> bool:
        """Return whether a process of this computer is alive, or may be."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(QUERY_LIMITED_INFORMATION, False, pid)
        if not handle:
            return ctypes.get_last_error() == ACCESS_DENIED
        code = wintypes.DWORD()
        told = kernel.GetExitCodeProcess(wintypes.HANDLE(handle), ctypes.byref(code))
        kernel.CloseHandle(wintypes.HANDLE(handle))
        return not told or code.value == STILL_ACTIVE

else:
    import ctypes

    BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
    MACHINE_ID = Path("/etc/machine-id")

    def boot() -> str:
        """Return a name for this run of the computer, or "" where it has none to tell."""
        if sys.platform == "darwin":
            return _asked(b"kern.bootsessionuuid")
        return _first_line(BOOT_ID)

    def name() -> str:
        """Return this computer's own number, or "" where it does not tell."""
        if sys.platform == "darwin":
            return _asked(b"kern.uuid")
        return _first_line(MACHINE_ID)

    def is_running(pid: int) -> bool:
        """Return whether a process of this computer is alive, or may be."""
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True

    def _first_line(path: Path) -> str:
        try:
            return path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def _asked(fact: bytes) -> str:
        """Return a fact that macOS keeps under this name."""
        answer = ctypes.create_string_buffer(64)
        size = ctypes.c_size_t(len(answer))
        library = ctypes.CDLL(None)
        failed = library.sysctlbyname(fact, answer, ctypes.byref(size), None, 0)
        return "" if failed else answer.value.decode("ascii", "replace")
