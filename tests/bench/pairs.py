"""Two ways of doing the same, run in turns: what one costs, as a ratio of the other."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

PAIRS = 9
LONGEST = 120
"""Seconds after which a program is taken to hang."""


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

    Its last line of output is JSON: the moment it was done, or the seconds its
    work took, and its peak memory.
    """
    command = [sys.executable, "-m", "tests.bench.programs", program, *arguments]
    started = time.time()
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=LONGEST)
    told = json.loads(done.stdout.strip().splitlines()[-1])
    seconds = told["seconds"] if "seconds" in told else told["at"] - started
    return Run(seconds, told["peak_kib"])


def children(ours: Sequence[str], other: Sequence[str], pairs: int = PAIRS) -> Compared:
    """Compare two programs, each in a fresh process, after a pair that only warms the disk."""
    child(*other), child(*ours)
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
