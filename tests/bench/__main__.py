"""Print the speed figures: ``python3 dev.py bench``. Ratios in one run, medians of nine pairs."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from pch_desktop.imports.beginning import begin_sample
from pch_desktop.preferences import FILE, PreferenceFile
from tests.bench import large, large_months, large_rooms, large_team, position
from tests.bench.pairs import PAIRS, Compared, Failed, Run, asked, children, paired
from tests.localities import holder, noon

MANY = 41
"""Pairs of what takes a few thousandths of a second."""
LINE = "{:<55} {:>8}  {:<13} {:>7}   {}"


def main(arguments: list[str]) -> int:
    """Measure everything and print a line for each; ``--pairs 3`` for a quick look."""
    pairs = int(arguments[arguments.index("--pairs") + 1]) if "--pairs" in arguments else PAIRS
    with TemporaryDirectory() as name:
        folder = Path(name)
        for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
            os.environ[variable] = str(folder)
        _row("", "median", "from-to", "goal", "peak memory")
        for measure in (_shell, _overview, _file, _team, _rooms, _months, _lists, _pack, _pdf):
            try:
                measure(folder, pairs)
            except Failed as problem:
                _row(f"not measured: {problem}")
    return 0


def _shell(folder: Path, pairs: int) -> None:
    tell("shell painted, against a bare window", children(["shell"], ["bare"], pairs), 1.25, 1.5)
    tell("  against a window with a table of a model", children(["shell"], ["table"], pairs))


def _file(folder: Path, pairs: int) -> None:
    path = folder / "ten years.pch"
    entries = large.budget_file(path)
    PreferenceFile(folder / FILE).change(section="budget")
    compared = children(["figures", str(path)], ["bare"], pairs)
    tell(f"figures painted, {entries:,} actuals, checks included", compared, 4)
    sample = folder / "sample.pch"
    begin_sample(sample, holder(), noon).close()
    PreferenceFile(folder / FILE).change(section="overview")
    opened = children(["page", str(path)], ["page", str(sample)], pairs)
    tell("budget page opened, ten years against the sample", opened, 2.5)
    PreferenceFile(folder / FILE).change(section="budget")
    words = "a year's position, against the bare query"
    tell(words, position.against_the_query(path, MANY), 3, has_memory=False)
    first = position.against_the_query(path, MANY, is_first=True)
    tell("  when it is first read, nothing worked out", first, has_memory=False)
    took = asked("edit", str(path))
    _row("a row made durable by SQLite alone", f"{took['bare'] * 1000:.0f} ms")
    _row("one actual, durable", f"{took['durable'] * 1000:.0f} ms")
    _row("one actual typed, durable and painted", f"{took['painted'] * 1000:.0f} ms", "", "50 ms")
    _row("  until the rest of the window follows", f"{took['quiet'] * 1000:.0f} ms")


def _overview(folder: Path, pairs: int) -> None:
    sample = folder / "overview.pch"
    begin_sample(sample, holder(), noon).close()
    PreferenceFile(folder / FILE).change(section="overview")
    cold = children(["overview cold", str(sample)], ["bare"], pairs)
    tell("overview of the sample painted, against a bare window", cold, 1.5)
    team = folder / "overview team.pch"
    large_team.team_file(team)
    for whose, path in (("of the sample", sample), ("of a large team", team)):
        took = asked("overview", str(path))
        for words, key, goal in (
            (f"overview {whose}, built, read and painted", "open", ""),
            ("  another month, until painted", "month", ""),
            ("  what can be searched for, read", "prepare", ""),
            ("  a key of the search box, until painted", "key", "50 ms"),
            ("  the slowest of them", "slowest key", "50 ms"),
        ):
            _row(words, f"{took[key] * 1000:.0f} ms", "", goal)


def _team(folder: Path, _pairs: int) -> None:
    path = folder / "team.pch"
    held = large_team.team_file(path)
    PreferenceFile(folder / FILE).change(section="overview")
    took = asked("team", str(path))
    for words, key, goal in (
        (f"posts as at any day, {held:,} assignments, read", "query", "100 ms"),
        ("  another day typed, until painted", "as at", "100 ms"),
        ("Posts page opened", "open", ""),
        ("  a key typed into its filter, until painted", "filter", "60 ms"),
        ("  sorted, until painted", "sort", "150 ms"),
        ("  another month, all of the window", "month", ""),
    ):
        _row(words, f"{took[key] * 1000:.0f} ms", "", goal)


def _rooms(folder: Path, _pairs: int) -> None:
    path = folder / "hospital.pch"
    held = large_rooms.room_file(path)
    PreferenceFile(folder / FILE).change(section="overview")
    took = asked("rooms", str(path))
    for words, key, goal in (
        (f"a free room among {held:,} bookings, found", "free", "50 ms"),
        ("  one for every week of a year", "weekly", ""),
        ("a week of rooms turned to, until painted", "week", "100 ms"),
        ("  Estates opened on its week, all of the page", "open", ""),
    ):
        _row(words, f"{took[key] * 1000:.0f} ms", "", goal)


def _months(folder: Path, _pairs: int) -> None:
    path = folder / "months.pch"
    told = large_months.months_file(path)
    PreferenceFile(folder / FILE).change(section="overview")
    took = asked("months", str(path))
    for words, key, goal in (
        (f"a month of {large_months.SERVICES} services opened, {told:,} told", "open", ""),
        ("  a pasted month of 50 services, saved as one step", "painted", "200 ms"),
        ("  until the rest of the window follows", "quiet", ""),
        ("  every count of that month saved, nobody looking on", "block", ""),
    ):
        _row(words, f"{took[key] * 1000:.0f} ms", "", goal)


def _lists(folder: Path, pairs: int) -> None:
    path, locality = folder / "lists.csv", folder / "lists.pch"
    rows = large.list_sizes(path)
    large.list_locality(locality)
    told = [str(path), str(locality)]
    words = f"list sizes of {rows:,} rows to a plan, against csv"
    tell(words, children(["plan", *told], ["parse", *told], pairs), 4)


def _pack(folder: Path, pairs: int) -> None:
    from tests.bench import pack

    def timed(write: pack.Write) -> Run:
        return Run(pack.seconds(write, folder / "pack.xlsx"), 1)

    for words, ours, plain in (
        ("the sample's pack, against XlsxWriter alone", pack.ours, pack.plain),
        ("  without reading the file, both in memory", pack.written, pack.plain_in_memory),
    ):
        timed(ours)
        timed(plain)
        compared = paired(partial(timed, ours), partial(timed, plain), pairs)
        tell(words, compared, 1.3, has_memory=False)


def _pdf(folder: Path, pairs: int) -> None:
    path = folder / "paper.pch"
    begin_sample(path, holder(), noon).close()
    compared = children(["pdf", str(path)], ["plain pdf", str(path)], pairs)
    tell("PDF of 30 tables and 30 charts, against typst alone", compared, 2)


def tell(
    words: str,
    compared: Compared,
    goal: float | None = None,
    memory_goal: float | None = None,
    *,
    has_memory: bool = True,
) -> None:
    """Print a comparison beside its goals."""
    memory = ""
    if has_memory:
        peak = max(run.peak_kib for run in compared.ours) / 1024
        memory = f"{peak:.0f} MB, {compared.memory_ratio:.2f} x"
        memory += f" (goal {memory_goal})" if memory_goal else ""
    _row(words, f"{compared.ratio:.2f} x", compared.spread, f"{goal} x" if goal else "", memory)


def _row(*cells: str) -> None:
    print(LINE.format(*cells, *[""] * (5 - len(cells))).rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
