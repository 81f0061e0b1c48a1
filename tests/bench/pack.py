"""The sample's board pack: as we write it, and the same calls of XlsxWriter without our code.

What XlsxWriter was asked while our pack was made is written down as a plain
program, a call a line, so that its time holds nothing of ours.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache, wraps
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from types import CodeType
from typing import Any, cast
from unittest.mock import patch

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pch_desktop.exports import pack
from pch_desktop.exports.board import Pack
from pch_desktop.exports.making import Wanted, prepared
from pch_desktop.imports.beginning import begin_sample
from pch_desktop.store import locality
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.lock import Holder
from pch_desktop.store.names_held import names_held

PAIRS = 9
NOON = dt.datetime(2016, 10, 31, 12, tzinfo=dt.UTC)
KINDS = (Workbook, Worksheet, Chart)
Write = Callable[[Path], Path]


def ours(path: Path) -> Path:
    """Write the sample's pack beside a path as the program does: gathered, for its board, whole."""
    return pack.write_pack(_gathered(), path.parent)


def written(path: Path) -> Path:
    """Write the sample's pack, gathered before, beside a path: named and whole."""
    return pack.write_pack(_facts(), path.parent)


def plain(path: Path) -> Path:
    """Write the same cells and charts to a path with XlsxWriter alone, as it comes."""
    return _replayed(path, {})


def plain_in_memory(path: Path) -> Path:
    """Write the same with XlsxWriter alone, without its temporary files, as we do."""
    return _replayed(path, {"in_memory": True})


def ratio(one: Write = ours, other: Write = plain, pairs: int = PAIRS) -> float:
    """Return how many times as long one way takes as another, the median of some pairs."""
    with TemporaryDirectory() as name:
        path = Path(name) / "pack.xlsx"
        one(path)
        other(path)
        return median(seconds(one, path) / seconds(other, path) for _ in range(pairs))


def _gathered() -> Pack:
    """Return the sample's pack as its board gets it."""
    file = _sample()
    month = file.read(locality.latest_month)
    if month is None:
        raise ValueError("The sample knows no month.")
    found = pack.gather(file, month, NOON)
    return prepared(found, Wanted(left_out=found.left_out, called=file.read(names_held)))


@cache
def _facts() -> Pack:
    return _gathered()


def _replayed(path: Path, options: dict[str, bool]) -> Path:
    given = {"Workbook": Workbook, "datetime": dt, "path": str(path), "options": options}
    exec(_program(), given)
    return path


def seconds(write: Write, path: Path) -> float:
    """Return how long it takes to write a pack to a path."""
    start = perf_counter()
    write(path)
    return perf_counter() - start


@cache
def _sample() -> LocalityFile:
    """Return the sample, open; its folder goes when the program ends."""
    path = Path(_kept().name) / "sample.pch"
    return begin_sample(path, Holder.here("bench", NOON), lambda: NOON)


@cache
def _kept() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


@cache
def _program() -> CodeType:
    """Return what our pack asks of XlsxWriter, as a program of its own."""
    written = Written()
    with TemporaryDirectory() as name, written.listening():
        ours(Path(name) / "listened.xlsx")
    return compile("\n".join(written.lines), "plain pack", "exec")


class Written:
    """The calls of XlsxWriter made while it listens, as lines of a program."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._names: dict[int, str] = {}
        self._kept: list[object] = []
        self._depth = 0

    def listening(self) -> ExitStack:
        """Listen to all that is asked of workbooks, sheets and charts, for a while."""
        stack = ExitStack()
        for kind in KINDS:
            for name, method in vars(kind).items():
                if inspect.isfunction(method) and _is_asked(name):
                    stack.enter_context(patch.object(kind, name, self._heard(name, method)))
        return stack

    def _heard(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(method)
        def call(owner: Any, *args: Any, **kwargs: Any) -> Any:
            line = self._line(owner, name, args, kwargs) if self._depth == 0 else ""
            self._depth += 1
            try:
                made = method(owner, *args, **kwargs)
            finally:
                self._depth -= 1
            if line and isinstance(made, Worksheet | Chart | Format):
                line = f"{self._name(made)} = {line}"
            if line:
                self.lines.append(line)
            return made

        return call

    def _line(self, owner: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
        if name == "__init__":
            return f"{self._name(owner)} = Workbook(path, options)"
        words = [self._word(each) for each in args]
        words += [f"{key}={self._word(each)}" for key, each in kwargs.items()]
        return f"{self._name(owner)}.{name}({', '.join(words)})"

    def _word(self, value: Any) -> str:
        match value:
            case Format() | Worksheet() | Chart():
                return self._name(value)
            case dict():
                pairs = cast("dict[str, object]", value).items()
                return f"{{{', '.join(f'{key!r}: {self._word(each)}' for key, each in pairs)}}}"
            case list() | tuple():
                each_of = cast("list[object]", value)
                return f"[{', '.join(self._word(each) for each in each_of)}]"
            case dt.datetime():
                return repr(value).replace("datetime.timezone.utc", "datetime.UTC")
            case _:
                return repr(value)

    def _name(self, thing: object) -> str:
        if id(thing) not in self._names:
            self._kept.append(thing)
            self._names[id(thing)] = f"a{len(self._kept)}"
        return self._names[id(thing)]


def _is_asked(name: str) -> bool:
    return name == "__init__" or not name.startswith("_")


if __name__ == "__main__":
    print(f"gathered and written, against XlsxWriter as it comes: {ratio():.2f}")
    print(f"written, against XlsxWriter as it comes:              {ratio(written):.2f}")
    print(f"written, against XlsxWriter in memory:                "
          f"{ratio(written, plain_in_memory):.2f}")  # fmt: skip
