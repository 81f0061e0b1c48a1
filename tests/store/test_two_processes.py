from __future__ import annotations

from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from pch_desktop.models.workforce import Post
from pch_desktop.store import checking, lock
from tests.localities import made, opened
from tests.store.children import Wire, raise_on, rounds, started

pytestmark = pytest.mark.fault


def test_fault_36_the_second_process_can_only_read_and_without_the_lock_no_edit_is_lost(
    path: Path,
) -> None:
    times = rounds(15)
    made(path).close()
    first, told = started(raise_on, path, times)
    while not lock.place(path).exists():
        assert first.is_alive() or told.poll(), "the child never began"
    second = opened(path, "Kim Reed")
    if second.reason:
        assert "open for Jo Wren" in second.reason
    second.close()
    assert told.poll(60)
    told.recv()
    first.join()

    racers: list[tuple[BaseProcess, Wire]] = []
    for _ in range(2):
        racers.append(started(raise_on, path, times))
        while not lock.place(path).exists() and racers[-1][0].is_alive():
            pass
        lock.place(path).unlink(missing_ok=True)
    for process, says in racers:
        assert says.poll(120)
        says.recv()
        process.join()
    file = opened(path)
    cost = file.read(lambda session: session.get_one(Post, 1).annual_cost_pence)
    assert cost == 40_000_00 + 3 * times * 100
    assert len(file.changes()) == 3 * times + 1
    file.close()
    assert checking.check(path) == []
