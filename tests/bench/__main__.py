"""Print the speed figures: ``python3 dev.py bench``. Ratios in one run, medians of nine pairs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import large
from tests.bench.pairs import PAIRS, Compared, Run, children, paired

LINE = "{:<58} {:>8} {:>12} {:>8}   {}"


def main(arguments: list[str]) -> int:
    """Measure everything and print a line for each; ``--pairs 3`` for a quick look."""
    pairs = int(arguments[arguments.index("--pairs") + 1]) if "--pairs" in arguments else PAIRS
    with TemporaryDirectory() as name:
        folder = Path(name)
        for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
            os.environ[variable] = str(folder)
        print(LINE.format("", "median", "from-to", "goal", "peak memory"))
        _windows(folder, pairs)
        _lists(folder, pairs)
        _pack(folder, pairs)
    return 0


def _windows(folder: Path, pairs: int) -> None:
    _tell("shell painted, against a bare window", children(["shell"], ["bare"], pairs), 1.25, 1.5)
    path = folder / "ten years.pch"
    entries = large.budget_file(path)
    words = f"figures painted, {entries:,} actuals, checks included"
    _tell(words, children(["figures", str(path)], ["bare"], pairs), 4)
    from tests.bench import edit

    took = edit.milliseconds(path, folder)
    print(LINE.format("one edit durable and repainted", f"{took:.0f} ms", "", "50 ms", ""))


def _lists(folder: Path, pairs: int) -> None:
    path, locality = folder / "lists.csv", folder / "lists.pch"
    rows = large.list_sizes(path)
    large.list_locality(locality)
    told = [str(path), str(locality)]
    words = f"list sizes of {rows:,} rows to a plan, against csv"
    _tell(words, children(["plan", *told], ["parse", *told], pairs), 4)


def _pack(folder: Path, pairs: int) -> None:
    from tests.bench import pack

    ours, plain = pack.ready(folder)

    def timed(write: pack.Write) -> Run:
        return Run(write(), 1)

    compared = paired(lambda: timed(ours), lambda: timed(plain), pairs)
    _tell("the sample's pack, against XlsxWriter alone", compared, 1.3, has_memory=False)


def _tell(
    words: str,
    compared: Compared,
    goal: float,
    memory_goal: float | None = None,
    *,
    has_memory: bool = True,
) -> None:
    memory = ""
    if has_memory:
        peak = max(run.peak_kib for run in compared.ours) / 1024
        memory = f"{peak:.0f} MB, {compared.memory_ratio:.2f} x"
        memory += f" (goal {memory_goal})" if memory_goal else ""
    print(LINE.format(words, f"{compared.ratio:.2f} x", compared.spread, f"{goal} x", memory))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
