"""Setting up: the sentences a newcomer may meet, and when each is said."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

import pytest

import dev
import pch_desktop

ROOT = Path(dev.__file__).parent


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 14)])
def test_a_python_of_the_right_age_passes(version: tuple[int, int]) -> None:
    assert dev.about_python(version) is None


def test_a_python_too_old_is_told_what_is_wanted() -> None:
    sentence = dev.about_python((3, 10))
    assert sentence is not None
    assert sentence.startswith("Python 3.10 is too old: PCH Desktop needs 3.11 to 3.14.")


def test_a_python_too_new_is_refused_as_well() -> None:
    assert "too new" in (dev.about_python((3, 15)) or "")


def test_a_fitting_python_at_hand_is_named() -> None:
    assert "python3.13 dev.py" in (dev.about_python((3, 10), ["python3.13", "python3.11"]) or "")


def test_the_project_and_the_set_up_want_the_same_pythons() -> None:
    wanted = f'requires-python = ">={dev.OLDEST[0]}.{dev.OLDEST[1]},<{dev.TOO_NEW[0]}.'
    assert f"{wanted}{dev.TOO_NEW[1]}" in (ROOT / "pyproject.toml").read_text("utf-8")


def test_a_python_without_ensurepip_is_told_what_to_install() -> None:
    assert dev.about_ensurepip(present=True) is None
    assert "apt install python3-venv" in (dev.about_ensurepip(present=False) or "")


@pytest.mark.parametrize(
    "printed",
    [
        "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution",
        "ERROR: No matching distribution found for alembic==1.20.1",
        "error: Request failed after 3 retries: dns error",
    ],
)
def test_an_installer_without_a_network_says_so(printed: str) -> None:
    assert "there seems to be no network" in dev.about_installer(printed)


def test_a_package_that_is_not_the_locked_one_is_said_to_differ() -> None:
    printed = "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."
    assert "hash differs" in dev.about_installer(printed)


def test_any_other_trouble_is_shown_as_it_was_printed() -> None:
    assert dev.about_installer("a\nNo space left on device").endswith("No space left on device")


def test_the_lock_is_installed_as_it_stands_so_that_a_newer_release_cannot_stop_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[Sequence[str]] = []

    def quietly(command: Sequence[str]) -> tuple[bool, str]:
        given.append(command)
        return True, ""

    monkeypatch.setattr(dev, "quietly", quietly)
    assert dev.install(["pip", "install"]) == ""
    of_lock = next(command for command in given if str(dev.LOCK) in command)
    assert {"--require-hashes", "--no-deps"} <= set(of_lock)


def test_the_lock_holds_all_that_its_packages_need() -> None:
    locked = {
        found[1].lower().replace("_", "-")
        for found in re.finditer(r"^([\w.-]+)==", dev.LOCK.read_text("utf-8"), re.MULTILINE)
    }
    needed = {
        re.split(r"[^\w.-]", each)[0].lower().replace("_", "-").replace(".", "-")
        for name in locked
        for each in requires(name)
        if "extra ==" not in each and holds_here(each)
    }
    assert needed - {name.replace(".", "-") for name in locked} == set()


def requires(name: str) -> Sequence[str]:
    """Return what an installed package says it needs; one for another system needs nothing."""
    try:
        return metadata.requires(name) or ()
    except metadata.PackageNotFoundError:
        return ()


def holds_here(requirement: str) -> bool:
    """Tell whether a requirement is meant for this system and this Python."""
    return requirement.partition(";")[2].strip() == ""


def test_missing_libraries_become_the_packages_to_install() -> None:
    gone = {"libGL.so.1", "libxcb-cursor.so.0"}
    wanted = {**dev.OFFSCREEN_LIBRARIES, **dev.WINDOW_LIBRARIES}
    packages = dev.missing(wanted, lambda name: name not in gone, "linux")
    assert packages == ["libgl1", "libxcb-cursor0"]
    assert dev.about_libraries(packages).endswith("apt-get install -y libgl1 libxcb-cursor0")


def test_only_linux_is_asked_for_libraries() -> None:
    assert dev.missing(dev.OFFSCREEN_LIBRARIES, lambda _name: False, "darwin") == []


def test_a_library_that_is_nowhere_does_not_load() -> None:
    assert not dev.loads("libnowhere-to-be-found.so.9")


def test_missing_libraries_stop_with_the_line_where_nothing_may_be_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def without(wanted: dict[str, str], _present: object) -> list[str]:
        return list(wanted.values())

    monkeypatch.setattr(dev, "missing", without)
    monkeypatch.setattr(dev, "may_install", lambda: False)
    with pytest.raises(dev.Stop, match="sudo apt-get install -y libgl1"):
        dev.want_libraries({"libGL.so.1": "libgl1"})


@pytest.mark.parametrize(
    ("environ", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({}, "win32", True),
    ],
)
def test_a_window_needs_a_display(environ: dict[str, str], platform: str, *, shown: bool) -> None:
    assert dev.has_display(environ, platform) is shown


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_run_says_so_and_makes_the_pack(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called: list[tuple[str, ...]] = []

    def call(*words: str) -> int:
        called.append(words)
        return 0

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(dev, "call", call)
    assert dev.run(()) == 0
    assert called == [("-m", "pch_desktop", "demo", "--out", str(ROOT / "out"))]
    printed = capsys.readouterr().out
    assert "There is no display here" in printed
    assert str(ROOT / "out") in printed


def test_a_changed_lock_is_set_up_again_and_an_unchanged_one_is_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "requirements.lock").write_text("one")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
    first = dev.stamp()
    assert dev.stamp() == first
    (tmp_path / "requirements.lock").write_text("two")
    assert dev.stamp() != first


def test_every_package_of_the_lock_has_hashes_and_no_address() -> None:
    lock = dev.LOCK.read_text("utf-8")
    packages = lock.replace("\\\n", " ").splitlines()
    named = [line for line in packages if line and not line.startswith("#")]
    assert len(named) > 30
    assert all("--hash=sha256:" in line for line in named)
    assert "://" not in lock
    assert "hatchling==" in lock


def test_a_command_nobody_knows_prints_the_commands_there_are() -> None:
    command = [sys.executable, str(ROOT / "dev.py"), "fly"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert all(f"\n  {name} " in done.stdout for name in dev.COMMANDS)


def test_the_build_runs_only_what_the_readme_names() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    commands = [line for line in lines if line.startswith("python3")]
    assert commands == ["python3 dev.py check", "python3 dev.py test"]
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(command in readme for command in commands)


def test_the_version_is_the_same_wherever_it_stands() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == pch_desktop.__version__
    assert f"## {pch_desktop.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
