"""People at work in other processes, for the tests that kill them in the middle of it.

Each program opens the sample, says when it begins, and says what it has done.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.store import budget
from tests import localities
from tests.imports import official_files
from tests.store.children import READY_SECONDS, Program, Wire, started

OCTOBER = Month.read("2016-10")
PRACTICES = 60
LISTED = 1 + 2 * 20
"""Rows of a practice: everybody, and twenty bands of two sexes."""
LONGEST_LIFE = 0.15
"""Of a process that does one short thing after the other, in seconds."""


@dataclass(frozen=True, slots=True)
class Death:
    """What a process said before it was killed, and how long it had worked."""

    said: tuple[Any, ...]
    seconds: float


def killed_within(seconds: float, chance: random.Random, program: Program, *args: object) -> Death:
    """Let a program begin, kill it at any moment up to so many seconds later, and hear it out."""
    process, told = started(program, *args)
    assert told.poll(READY_SECONDS), "the process never began"
    assert told.recv() == "begun"
    began = perf_counter()
    sleep(chance.uniform(0.0, seconds))
    process.kill()
    process.join()
    return Death(tuple(heard(told)), perf_counter() - began)


def killed_when(sees: Callable[[], object], program: Program, *args: object) -> Death:
    """Let a program begin, kill it as soon as something is seen, and hear it out."""
    process, told = started(program, *args)
    assert told.poll(READY_SECONDS), "the process never began"
    assert told.recv() == "begun"
    began = perf_counter()
    while not sees():
        assert perf_counter() - began < READY_SECONDS, "it was never seen"
        sleep(0.001)
    process.kill()
    process.join()
    return Death(tuple(heard(told)), perf_counter() - began)


def done_by(program: Program, *args: object) -> float:
    """Let a program work to its end, and return how many seconds that took once it had begun."""
    process, told = started(program, *args)
    assert told.poll(READY_SECONDS), "the process never began"
    assert told.recv() == "begun"
    began = perf_counter()
    process.join(READY_SECONDS)
    assert process.exitcode == 0
    return perf_counter() - began


def heard(told: Wire) -> list[Any]:
    """Return what is left to hear of a process that has ended."""
    said: list[Any] = []
    try:
        while told.poll():
            said.append(told.recv())
    except EOFError:
        pass
    return said


def edit_on(path: Path, tell: Wire) -> None:
    """Raise a line's budget by a penny, again and again, and say the amount once it is saved."""
    file = localities.opened(path)
    line_id, now = file.read(first_line)
    tell.send("begun")
    while True:
        now += 1
        file.edit(f"Budget {now}", budget.set_line, line_id, "annual_pence", now)
        tell.send(now)


def first_line(session: Session) -> tuple[int, int]:
    """Return the number of the budget's first line, and its budget in pence."""
    line = budget.lines(session, OCTOBER)[0]
    return line.id, line.annual_pence or 0


def take_in(path: Path, source: Path, tell: Wire) -> None:
    """Take a file in as the command line does, and say when its plan stands and when it is in."""
    from pch_desktop.imports import opening, taking

    file = localities.opened(path)
    tell.send("begun")
    plan = taking.plan(file, source)
    tell.send("planned")
    opening.commit(file, plan)
    tell.send("taken in")
    file.close()


def export_on(path: Path, tell: Wire) -> None:
    """Write the board pack beside its locality again and again; say each once it is written."""
    from pch_desktop.exports import pack, pack_book

    file = localities.opened(path)
    gathered = pack.gather(file, OCTOBER, localities.NOON)
    assert pack_book
    tell.send("begun")
    for minutes in count():
        made_at = localities.NOON + timedelta(minutes=minutes)
        pack.write_pack(replace(gathered, made_at=made_at), path.parent)
        tell.send(minutes)


def codes() -> list[str]:
    """Return the codes of a large invented locality's practices."""
    return [f"Z{number:05}" for number in range(PRACTICES)]


def lists_file(path: Path, month: Month) -> Path:
    """Write a made-up file of lists by age and sex on a month's first day."""
    bands = [f"{first}_{first + 4}" for first in range(0, 95, 5)] + ["95+"]
    rows: list[tuple[str, str, str, object]] = []
    for at, code in enumerate(codes()):
        people = [20 + (at + across) % 7 for across in range(len(bands))]
        rows.append((code, "ALL", "ALL", 2 * sum(people)))
        for sex in ("FEMALE", "MALE"):
            rows += [(code, sex, band, number) for band, number in zip(bands, people, strict=True)]
    return official_files.lists(path, *rows, day=month.first.strftime("%d%b%Y").upper())


def temporaries(folder: Path) -> list[Path]:
    """Return what was left half-written in a folder."""
    return [path for path in folder.iterdir() if path.name.startswith(".pch-")]


def strangers(folder: Path, ours: Sequence[Path]) -> list[Path]:
    """Return whatever lies in a folder besides what is known."""
    return [path for path in folder.iterdir() if path not in ours]
