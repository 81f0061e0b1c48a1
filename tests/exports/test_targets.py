"""Where a pack goes: what was there before stays whole, or all of the new is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports import everything, pack
from pch_desktop.exports.board import Pack
from pch_desktop.store import whole

ROOT = Path(__file__).parents[2]
NOBODY = 65534
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork and no users so")


class Held(PermissionError):
    """What Windows says of a workbook that is open in Excel."""

    winerror = 32


class Stopped(Exception):
    """Somebody pressed Cancel."""


def held(self: Path, target: Path) -> Path:
    """Refuse to move one file over another, as Windows does while Excel has it open."""
    raise Held(13, "in use", str(target))


@pytest.fixture
def former(board: Pack, tmp_path: Path) -> Path:
    """The pack of before."""
    target = tmp_path / board.file_name
    target.write_bytes(b"the former pack")
    return target


@pytest.mark.fault
def test_a_workbook_open_in_excel_stays_as_it_was(
    board: Pack, former: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(whole, "PAUSES", (0.0,))
    with pytest.raises(Refusal) as refused:
        pack.write_pack(board, former.parent)
    assert str(refused.value) == (
        "Marsh Valley board pack 2016-10.xlsx is open in another program or write-protected, "
        "and is as it was. Close it there and try again."
    )
    assert former.read_bytes() == b"the former pack"
    assert list(former.parent.iterdir()) == [former]


@pytest.mark.fault
def test_everything_held_open_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = tmp_path / "Marsh Valley everything.xlsx"
    former.write_bytes(b"before")
    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(whole, "PAUSES", (0.0,))
    with pytest.raises(Refusal, match="Close it where it is open"):
        everything.write_all("Marsh Valley", [], tmp_path)
    assert former.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [former]


@posix
@pytest.mark.fault
def test_a_folder_that_cannot_be_written_to_is_named(board: Pack, former: Path) -> None:
    folder = former.parent
    folder.chmod(0o555)
    above = [each for each in folder.parents if each.stat().st_uid == os.getuid()]
    modes = {each: each.stat().st_mode for each in above if each != Path("/")}
    for each, mode in modes.items():
        each.chmod(mode | 0o055)
    try:
        told = as_nobody(board, folder)
    finally:
        folder.chmod(0o755)
        for each, mode in modes.items():
            each.chmod(mode)
    assert told.startswith("Refusal: Marsh Valley board pack 2016-10.xlsx is open")
    assert former.read_bytes() == b"the former pack"


def as_nobody(board: Pack, folder: Path) -> str:
    """Write a pack as somebody else; return what was said."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        said = "written"
        try:
            if os.getuid() == 0:
                os.setuid(NOBODY)
            pack.write_pack(board, folder)
        except (Refusal, OSError) as error:
            said = f"{type(error).__name__}: {error}"
        os.write(theirs, said.encode())
        os._exit(0)
    os.close(theirs)
    os.waitpid(child, 0)
    with os.fdopen(ours, "rb") as told:
        return told.read().decode()


def test_a_folder_that_is_not_there_is_named(board: Pack, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="There is no folder"):
        pack.write_pack(board, tmp_path / "gone")
    with pytest.raises(Refusal, match="There is no folder"):
        everything.write_all("Marsh Valley", [], tmp_path / "gone")


def test_a_new_pack_that_cannot_be_written_says_to_choose_another_folder(
    board: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(whole, "PAUSES", (0.0,))
    with pytest.raises(Refusal, match=r"cannot be written to. Choose another folder"):
        pack.write_pack(board, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.fault
def test_a_full_disk_leaves_the_former_pack(
    board: Pack, former: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Refusal, match="not written: No space left on device"):
        pack.write_pack(board, former.parent)
    assert former.read_bytes() == b"the former pack"
    assert list(former.parent.iterdir()) == [former]


def test_cancelling_leaves_no_file(board: Pack, tmp_path: Path) -> None:
    def stop(title: str) -> None:
        if title == "Finance":
            raise Stopped

    with pytest.raises(Stopped):
        pack.write_pack(board, tmp_path, stop)
    assert list(tmp_path.iterdir()) == []


def test_cancelling_leaves_the_former_pack(board: Pack, former: Path) -> None:
    def stop(_title: str) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        pack.write_pack(board, former.parent, stop)
    assert former.read_bytes() == b"the former pack"


def test_what_a_dead_export_left_is_swept_by_the_next(board: Pack, tmp_path: Path) -> None:
    dead = tmp_path / ".pch-999999999-0123abcd.tmp"
    dead.write_bytes(b"half")
    target = pack.write_pack(board, tmp_path)
    assert list(tmp_path.iterdir()) == [target]


@posix
@pytest.mark.fault
def test_killed_at_any_moment_a_pack_is_the_former_or_the_new_one(tmp_path: Path) -> None:
    rounds = os.environ.get("PCH_SOAK_ROUNDS", "12")
    command = [sys.executable, "-m", "tests.exports.writing", str(tmp_path), rounds]
    said = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=600
    )
    broken, beside = (int(word) for word in said.stdout.split())
    assert broken == 0
    assert beside > 0, "no death fell into the middle of an export"
