"""Two ways of doing the same, run in turns: what one costs, as a ratio of the other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

PAIRS = 9
LONGEST = 120
"""Seconds after which a program is taken to hang."""


class Failed(Exception):
    """A program that was to be timed did not come to its end."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: how long it took from its start, and the most memory it held."""

    seconds: float
    peak_kib: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Ours beside the other, pair by pair."""

    ratios: tuple[float, ...]
    ours: tuple[Run, ...]
    other: tuple[Run, ...]

    @property
    def ratio(self) -> float:
        """The median of the pairs' ratios of time."""
        return median(self.ratios)

    @property
    def spread(self) -> str:
        """The least and the greatest ratio."""
        return f"{min(self.ratios):.2f}-{max(self.ratios):.2f}"

    @property
    def memory_ratio(self) -> float:
        """The median of the pairs' ratios of peak memory."""
        pairs = zip(self.ours, self.other, strict=True)
        return median(ours.peak_kib / other.peak_kib for ours, other in pairs)


def child(program: str, *arguments: str) -> Run:
    """Run a program of ``tests.bench.programs`` in a process of its own.

    It tells the moment it was done, or the seconds its work took, and its peak memory.
    """
    started = time.time()
    told = asked(program, *arguments)
    return Run(told.get("seconds") or told["at"] - started, int(told["peak_kib"]))


def asked(program: str, *arguments: str) -> dict[str, float]:
    """Run a program in a process of its own; return the JSON of its last line of output."""
    command = [sys.executable, "-m", "tests.bench.programs", program, *arguments]
    try:
        done = subprocess.run(
            command,
            check=False,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            env=_surroundings(),
        )
    except subprocess.TimeoutExpired:
        raise Failed(f"{program} had not ended after {LONGEST} seconds.") from None
    if done.returncode:
        raise Failed(f"{program} ended in a fault:\n{done.stderr.strip()}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def _surroundings() -> dict[str, str]:
    """Return the environment of a program, in which Python keeps what it has compiled."""
    return {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def children(ours: Sequence[str], other: Sequence[str], pairs: int = PAIRS) -> Compared:
    """Compare two programs, each in a fresh process, after a pair that only warms the disk."""
    child(*other)
    child(*ours)
    return paired(lambda: child(*ours), lambda: child(*other), pairs)


def paired(ours: Callable[[], Run], other: Callable[[], Run], pairs: int = PAIRS) -> Compared:
    """Compare two ways, the other first in each pair."""
    others: list[Run] = []
    owns: list[Run] = []
    for _ in range(pairs):
        others.append(other())
        owns.append(ours())
    ratios = tuple(own.seconds / base.seconds for own, base in zip(owns, others, strict=True))
    return Compared(ratios, tuple(owns), tuple(others))
