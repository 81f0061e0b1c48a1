#!/usr/bin/env python3
"""Everything a newcomer needs: set the project up, then run, test or check it.

It needs Python and nothing else. The first call makes ``.venv`` from
``requirements.lock``; the next ones start at once, until the lock changes.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "set-up"
SAMPLE = ROOT / ".dev" / "Marsh Valley.pch"
OLDEST, TOO_NEW = (3, 11), (3, 15)

USAGE = """python3 dev.py COMMAND

  run [FILE]     open the window, on the sample locality unless a file is named
  test [...]     run the tests offscreen; anything more goes to pytest
  check          style, types and the contracts between the floors
  demo           write the sample's board pack into ./out; needs no display
  bench          print the speed figures
  pictures       write a picture of every screen into ./out/pictures
  soak           repeat the fault tests 200 times each, and walk through every view
"""

# What PySide6's wheels take from the system, and the Debian package of each.
OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libzstd.so.1": "libzstd1",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Programs some tests need; without them those tests skip and say why.
TEST_PROGRAMS = {"soffice": "libreoffice-calc-nogui"}


class Stop(Exception):
    """Why it cannot go on, in a sentence for the person at the keyboard."""


# The sentences


def about_python(version: tuple[int, int], others: Iterable[str] = ()) -> str | None:
    """Return what is wrong with this Python, or None; ``others`` are newer ones at hand."""
    if OLDEST <= version < TOO_NEW:
        return None
    how = "too old" if version < OLDEST else "too new"
    wanted = f"{OLDEST[0]}.{OLDEST[1]} to {TOO_NEW[0]}.{TOO_NEW[1] - 1}"
    found = next(iter(others), None)
    advice = f"Run it with the other one you have: {found} dev.py" if found else "Install one first"
    return f"Python {version[0]}.{version[1]} is {how}: PCH Desktop needs {wanted}. {advice}."


def about_ensurepip(*, present: bool) -> str | None:
    """Return what to install where Python came without pip's installer, or None."""
    if present:
        return None
    return (
        "This Python cannot make an environment, because its ensurepip is missing."
        " On Debian or Ubuntu: sudo apt install python3-venv"
    )


def about_installer(output: str) -> str:
    """Return what went wrong with the installer, from what it printed."""
    signs = ("connection", "resolve", "network", "timed out", "no matching distribution", "dns")
    if "HASH" in output and "MATCH" in output:
        return "A package is not the one in requirements.lock (its hash differs). Nothing was kept."
    if any(sign in output.lower() for sign in signs):
        return (
            "The packages could not be fetched: there seems to be no network. Connect, or name a"
            " folder of downloaded packages in PIP_FIND_LINKS, and run the same command again."
        )
    return "The packages could not be installed:\n" + "\n".join(output.splitlines()[-15:])


def about_libraries(packages: Sequence[str]) -> str:
    """Return the one line to run where system libraries are missing."""
    return "Qt needs system libraries that are missing. Run: sudo apt-get install -y " + " ".join(
        packages
    )


NO_DISPLAY = (
    "There is no display here, so no window can open."
    " Making the sample locality's board pack instead."
)


# What this machine has


def loads(library: str) -> bool:
    """Tell whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(
    wanted: Mapping[str, str], present: Callable[[str], object], platform: str = sys.platform
) -> list[str]:
    """Return the Debian packages of what is not present; only Linux is asked."""
    if platform != "linux":
        return []
    return [package for name, package in wanted.items() if not present(name)]


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window could be shown."""
    if platform != "linux":
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def may_install(platform: str = sys.platform) -> bool:
    """Tell whether system packages can be installed without asking: Debian's way, as root."""
    return platform == "linux" and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def apt_install(packages: Sequence[str], why: str) -> bool:
    """Install system packages, saying so; return whether it worked."""
    print(f"Installing {', '.join(packages)} with apt-get: {why}.", flush=True)
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages],
    )
    return all(quietly(command, environ)[0] for command in commands)


def quietly(command: Sequence[str], environ: Mapping[str, str] | None = None) -> tuple[bool, str]:
    """Run a command; return whether it worked and what it printed."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode == 0, done.stdout


def want_libraries(wanted: Mapping[str, str]) -> None:
    """See that Qt finds its system libraries, or stop with the line to run."""
    packages = missing(wanted, loads)
    if packages and may_install():
        apt_install(packages, "Qt needs them")
        packages = missing(wanted, loads)
    if packages:
        raise Stop(about_libraries(packages))


def want_test_programs() -> None:
    """On a build machine, install what some tests need; elsewhere they skip without it."""
    packages = missing(TEST_PROGRAMS, shutil.which)
    if not packages:
        return
    if os.environ.get("CI") == "true" and may_install():
        if not apt_install(packages, "some tests need them"):
            print("They could not be installed: the tests that need them will say so.")
    else:
        print(f"Not installed here: {', '.join(packages)}. Some tests will skip and say so.")


# The environment


def python() -> Path:
    """Return the environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp() -> str:
    """Return what the environment was made of: this place, this Python, these packages."""
    made_of = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes())
    return f"{ROOT}\n{sys.version_info.major}.{sys.version_info.minor}\n{made_of.hexdigest()}\n"


def ready() -> None:
    """Make the environment if there is none, or if what it was made of has changed."""
    before = STAMP.read_text("utf-8") if STAMP.exists() and python().exists() else ""
    if before == stamp():
        return
    print(f"Setting up {VENV} from {LOCK.name}: about a minute, this once.", flush=True)
    STAMP.unlink(missing_ok=True)
    fresh = before.splitlines()[:2] != stamp().splitlines()[:2]
    if not with_uv(fresh=fresh):
        with_pip(fresh=fresh)
    STAMP.write_text(stamp(), "utf-8")


def with_uv(*, fresh: bool) -> bool:
    """Make the environment by uv where there is one; return whether it worked."""
    uv = shutil.which("uv")
    if not uv:
        return False
    if fresh:
        quietly([uv, "venv", "--clear", "--python", sys.executable, str(VENV)])
    return not install([uv, "pip", "install", "--python", str(python())])


def with_pip(*, fresh: bool) -> None:
    """Make the environment by Python's own means, or stop and say what is wrong."""
    pip = [str(python()), "-m", "pip"]
    if fresh or not python().exists() or not quietly([*pip, "--version"])[0]:
        want_ensurepip()
        made, output = quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
        if not made:
            raise Stop(about_installer(output))
    trouble = install([*pip, "install", "--retries", "2"])
    if trouble:
        raise Stop(about_installer(trouble))


def want_ensurepip() -> None:
    """See that this Python can make an environment with pip in it, or stop and say how."""
    if importlib.util.find_spec("ensurepip") is None and may_install():
        apt_install(["python3-venv"], "this Python has no ensurepip")
        importlib.invalidate_caches()
    sentence = about_ensurepip(present=importlib.util.find_spec("ensurepip") is not None)
    if sentence:
        raise Stop(sentence)


def install(installer: Sequence[str]) -> str:
    """Install the locked packages, then the project; return what was printed if that failed."""
    # The lock is whole, so nothing is to be looked for beside it: a package's newer
    # release, found while its extra is resolved, would be refused for its missing hash.
    steps = (
        ["--require-hashes", "--no-deps", "-r", str(LOCK)],
        ["--no-deps", "--no-build-isolation", "-e", str(ROOT)],
    )
    for step in steps:
        done, output = quietly([*installer, "--quiet", *step])
        if not done:
            return output or "The installer failed without a word."
    return ""


# The commands


def call(*arguments: str | Path, **environ: str) -> int:
    """Run the environment's Python in the project's folder; return its exit code."""
    command = [str(python()), *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environ}, check=False).returncode


def run(arguments: Sequence[str]) -> int:
    """Open the window; where there is no display, make the board pack instead."""
    if not has_display(os.environ):
        print(NO_DISPLAY, flush=True)
        return demo(())
    want_libraries({**OFFSCREEN_LIBRARIES, **WINDOW_LIBRARIES})
    if arguments:
        return call("-m", "pch_desktop", *arguments)
    SAMPLE.parent.mkdir(exist_ok=True)
    if not SAMPLE.exists():
        made = call("-m", "pch_desktop", "new", SAMPLE, "--sample")
        if made:
            return made
    return call("-m", "pch_desktop", SAMPLE)


def demo(arguments: Sequence[str]) -> int:
    """Make the sample's board pack, and say where it is."""
    folder = list(arguments) or ["--out", str(ROOT / "out")]
    made = call("-m", "pch_desktop", "demo", *folder)
    if made == 0 and not arguments:
        print(f"The board pack is in {ROOT / 'out'}")
    return made


def offscreen() -> dict[str, str]:
    """Return the settings under which tests and pictures come out the same everywhere."""
    return {
        "QT_QPA_PLATFORM": "offscreen",
        "MPLBACKEND": "Agg",
        "PYTHONHASHSEED": os.environ.get("PYTHONHASHSEED", "0"),
    }


def test(arguments: Sequence[str]) -> int:
    """Run the tests: all of them on two processors, or those named."""
    want_libraries({**OFFSCREEN_LIBRARIES, **WINDOW_LIBRARIES})
    want_test_programs()
    return call("-m", "pytest", *(arguments or ("-n", "2")), **offscreen())


def soak(arguments: Sequence[str]) -> int:
    """Run the fault tests for a long time."""
    want_libraries(OFFSCREEN_LIBRARIES)
    rounds = os.environ.get("PCH_SOAK_ROUNDS", "200")
    chosen = ("-k", "fault or crash or kill or walks", *arguments)
    return call("-m", "pytest", *chosen, PCH_SOAK_ROUNDS=rounds, **offscreen())


def check(_arguments: Sequence[str]) -> int:
    """Run every check, whatever the ones before said; return 1 if any failed."""
    contracts = "import importlinter.cli as it; it.lint_imports_command(['--no-logo'])"
    checks: dict[str, Sequence[str]] = {
        "style": ("-m", "ruff", "check", "."),
        "layout": ("-m", "ruff", "format", "--check", "."),
        "types": ("-m", "basedpyright", "--pythonpath", str(python())),
        "contracts": ("-c", contracts),
    }
    failed: list[str] = []
    for name, command in checks.items():
        print(f"== {name}", flush=True)
        if call(*command):
            failed.append(name)
    print(f"Not in order: {', '.join(failed)}." if failed else "All in order.")
    return 1 if failed else 0


def bench(arguments: Sequence[str]) -> int:
    """Print the speed figures."""
    want_libraries(OFFSCREEN_LIBRARIES)
    return call("-m", "tests.bench", *arguments, **offscreen())


def pictures(arguments: Sequence[str]) -> int:
    """Write a picture of every screen."""
    want_libraries(OFFSCREEN_LIBRARIES)
    return call("-m", "pch_desktop.app", *arguments, **offscreen())


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "demo": demo,
    "bench": bench,
    "pictures": pictures,
    "soak": soak,
}


def other_pythons() -> list[str]:
    """Return the names of Pythons on the path that would do, newest first."""
    names = (f"python3.{minor}" for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1))
    return [name for name in names if shutil.which(name)]


def main(arguments: Sequence[str]) -> int:
    """Do one command; return the exit code: 3 where it cannot start here."""
    if not arguments or arguments[0] not in COMMANDS:
        print(USAGE)
        return 0 if arguments and arguments[0] in {"-h", "--help", "help"} else 2
    try:
        wrong = about_python((sys.version_info.major, sys.version_info.minor), other_pythons())
        if wrong:
            raise Stop(wrong)
        ready()
        return COMMANDS[arguments[0]](arguments[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
