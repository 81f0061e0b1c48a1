from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import lock as locks
from pch_desktop.store import machine
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.lock import Holder, Lock, holder_of
from tests.localities import NOON, holder, opened, seed, set_cost

HERE = replace(holder("Ann"), boot="this boot", machine="this machine")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "a.pch"


def dead_pid() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def names(document: Path) -> list[str]:
    return [path.name for path in document.parent.iterdir()]


def test_a_second_opening_can_only_read(file: LocalityFile, path: Path) -> None:
    file.edit("Seed", seed)
    second = opened(path, "Ann")
    assert second.reason
    assert "open in another window already" in second.reason
    with pytest.raises(Refusal, match="can only be read"):
        second.edit("Cost", set_cost, 1, 5)
    second.close()
    file.edit("Cost", set_cost, 1, 5)


def test_the_refusal_says_who_has_the_file_and_since_when(file: LocalityFile, path: Path) -> None:
    file.close()
    Lock.take(path, replace(HERE, host="WARD-PC", pid=1))
    file = opened(path)
    assert file.reason
    at = NOON.astimezone()
    assert f"open for Ann on WARD-PC since {at:%H:%M} on {at.day} {at:%b %Y}" in file.reason
    assert "delete ~$" in file.reason
    file.close()
    assert len(names(path)) == 2


def test_closing_lets_the_next_one_write(file: LocalityFile, path: Path) -> None:
    file.close()
    second = opened(path)
    assert second.reason is None
    second.close()
    second.close()
    assert names(path) == [path.name]


@pytest.mark.parametrize(
    "dead",
    [
        lambda: replace(HERE, pid=dead_pid()),
        lambda: replace(HERE, boot="an earlier boot", pid=os.getpid()),
    ],
    ids=["a dead process of this boot", "a boot that is over"],
)
def test_the_lock_of_a_process_that_is_surely_gone_is_taken_over(
    document: Path, dead: Callable[[], Holder]
) -> None:
    Lock.take(document, dead())
    lock = Lock.take(document, HERE)
    assert names(document) == ["~$a.pch.lock"]
    lock.release()
    assert names(document) == []


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(HERE, host="another PC", pid=2**22 - 1),
        replace(HERE, boot="another boot", machine="another of this name", pid=2**22 - 1),
        replace(HERE, boot="another boot", machine="", pid=2**22 - 1),
        replace(HERE, boot="", pid=2**22 - 1),
        replace(HERE, pid=os.getppid()),
    ],
    ids=["another host", "a namesake", "a host without number", "unknown boot", "alive"],
)
def test_a_lock_that_may_be_alive_is_never_taken_over(document: Path, elsewhere: Holder) -> None:
    Lock.take(document, elsewhere)
    with pytest.raises(Refusal, match="open for Ann"):
        Lock.take(document, HERE)


@pytest.mark.parametrize("text", ["", "[]", "{}", "{half", "\xff", json.dumps({"host": "a"})])
def test_a_lock_that_cannot_be_read_is_respected(document: Path, text: str) -> None:
    document.with_name("~$a.pch.lock").write_text(text, encoding="latin-1")
    with pytest.raises(Refusal, match="open for somebody"):
        Lock.take(document, HERE)


def test_a_lock_says_host_user_process_boot_and_since(document: Path) -> None:
    Lock.take(document, HERE)
    told = json.loads(document.with_name("~$a.pch.lock").read_text(encoding="utf-8"))
    assert told.keys() >= {"host", "user", "pid", "boot", "since"}
    assert holder_of(document) == HERE


def test_releasing_leaves_the_lock_of_somebody_else(document: Path) -> None:
    lock = Lock.take(document, HERE)
    document.with_name("~$a.pch.lock").unlink()
    Lock.take(document, replace(HERE, user="Ben"))
    lock.release()
    assert names(document) == ["~$a.pch.lock"]


def test_whoever_is_quicker_at_a_dead_lock_keeps_it(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Lock.take(document, replace(HERE, pid=dead_pid()))
    stale = locks.place(document).read_text(encoding="utf-8")
    locks.place(document).unlink()
    Lock.take(document, replace(HERE, user="Ben", pid=os.getppid()))
    first = iter([stale])
    real = Path.read_text

    def read(path: Path, encoding: str = "utf-8", errors: str = "strict") -> str:
        return next(first, None) or real(path, encoding, errors)

    monkeypatch.setattr(Path, "read_text", read)
    with pytest.raises(Refusal, match="open for Ben"):
        Lock.take(document, HERE)
    assert names(document) == ["~$a.pch.lock"]


def test_a_very_long_name_still_gets_a_lock(tmp_path: Path) -> None:
    document = tmp_path / ("é" * 125 + ".pch")
    Lock.take(document, HERE).release()
    assert names(document) == []


def test_this_computer_tells_its_boot_its_number_and_who_runs() -> None:
    assert machine.boot()
    assert machine.boot() == machine.boot()
    assert machine.is_running(os.getpid())
    assert not machine.is_running(dead_pid())
    assert holder().is_here
    assert not replace(holder(), pid=dead_pid()).is_here


@pytest.mark.parametrize("fault", [KeyError("uid not found"), OSError("no name"), ImportError()])
def test_an_account_without_a_name_is_somebody(
    monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def nameless() -> str:
        raise fault

    assert machine.who()
    monkeypatch.setattr(machine, "getuser", nameless)
    assert machine.who() == "somebody"
