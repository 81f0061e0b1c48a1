"""A toy budget on a toy file, for trying tables without a locality."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QApplication

from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.table import Column, Kind, Total, Value
from pch_desktop.ui import fonts
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.style import Style

K = 100_000
SECTORS = ("Primary care", "Community", "Secondary care", "Mental health, social, voluntary")


@dataclass(frozen=True, slots=True)
class Line:
    """A toy budget line; money in pence."""

    id: int
    title: str
    sector: str
    owner: str
    budget_pence: int
    actual_pence: int | None
    forecast_pence: int | None

    @property
    def variance_pence(self) -> int | None:
        """What is left of the month's budget."""
        return None if self.actual_pence is None else self.budget_pence - self.actual_pence


def _of(
    budget: Callable[[Line], int], spent: Callable[[Line], int | None]
) -> Callable[[Line], int | None]:
    def left(line: Line) -> int | None:
        gone = spent(line)
        return None if gone is None else budget(line) - gone

    return left


def year(line: Line) -> int:
    """Return a line's full year."""
    return line.budget_pence * 12


def to_date(line: Line) -> int:
    """Return a line's seven months."""
    return line.budget_pence * 7


def spent_to_date(line: Line) -> int | None:
    """Return what seven months have cost."""
    return None if line.actual_pence is None else line.actual_pence * 7


YEAR_LEFT = _of(year, lambda line: line.forecast_pence)
OWNERS = ("L. Ahmed", "P. Okafor", "J. Wren")
MONTH, DATE, YEAR = "October £000", "Year to date £000", "Full year £000"


def _money(
    key: str, title: str, value: Callable[[Line], Value], band: str, formula: str = ""
) -> Column[Line]:
    width = 7 if formula or band == YEAR else 6
    return Column(key, title, value, Kind.THOUSANDS, Total.SUM, band, formula=formula, width=width)


def _share(line: Line) -> Decimal | None:
    left = YEAR_LEFT(line)
    return None if left is None or not year(line) else Decimal(left) / year(line)


COLUMNS: tuple[Column[Line], ...] = (
    Column("title", "Budget line", lambda line: line.title, width=30),
    Column("owner", "Owner", lambda line: line.owner, Kind.WORD, words=OWNERS, width=9),
    _money("budget", "Budget", lambda line: line.budget_pence, MONTH),
    _money("actual", "Actual", lambda line: line.actual_pence, MONTH),
    _money("variance", "Variance", lambda line: line.variance_pence, MONTH, "{budget}-{actual}"),
    _money("date_budget", "Budget", to_date, DATE),
    _money("date_actual", "Actual", spent_to_date, DATE),
    _money(
        "date_variance",
        "Variance",
        _of(to_date, spent_to_date),
        DATE,
        "{date_budget}-{date_actual}",
    ),
    _money("year_budget", "Budget", year, YEAR),
    _money("forecast", "Forecast", lambda line: line.forecast_pence, YEAR),
    _money("year_variance", "Variance", YEAR_LEFT, YEAR, "{year_budget}-{forecast}"),
    Column(
        "share",
        "% var",
        _share,
        Kind.SHARE,
        Total.RATIO,
        YEAR,
        ratio=("year_variance", "year_budget"),
        formula="{year_variance}/{year_budget}",
        width=6,
    ),
    Column("bar", "Under | over", YEAR_LEFT, Kind.THOUSANDS, band=YEAR, width=10),
)
FIGURES = (
    ("Primary medical services", 0, 502, 499, 6005), ("Prescribing", 0, 540, 566, 6666),
    ("Transformation fund", 0, 18, 17, 210), ("Contingency", 0, 23, 0, 0),
    ("Community nursing and therapies", 1, 443, 452, 5405),
    ("Community hospital and beds", 1, 262, 258, 3118),
    ("Emergency admissions", 2, 822, 871, 10272), ("A&E and urgent care", 2, 141, 147, 1754),
    ("Outpatients and diagnostics", 2, 468, 441, 5352),
    ("Planned admissions", 2, 428, 415, 4998),
    ("Community mental health", 3, 203, 201, 2420),
    ("Adult social care (aligned)", 3, 93, 95, 1133),
    ("Voluntary sector and social prescribing", 3, 15, 14, 176),
)  # fmt: skip


def lines() -> list[Line]:
    """Return thirteen lines of a budget in four sectors."""
    return [
        Line(at, title, SECTORS[sector], "J. Wren", budget * K, actual * K, forecast * K)
        for at, (title, sector, budget, actual, forecast) in enumerate(FIGURES, start=1)
    ]


class ToyFile:
    """A file that keeps its lines in memory; a command gets the file as its session."""

    reason: str | None = None

    def __init__(self, rows: Sequence[Line]) -> None:
        self.rows = list(rows)
        self.steps: list[str] = []
        self._listeners: list[Callable[[frozenset[str]], None]] = []

    def edit(self, label: str, command: Callable[..., Any], *args: Any) -> Any:
        """Carry out a command whole or not at all."""
        before = list(self.rows)
        try:
            result = command(self, *args)
        except Refusal:
            self.rows = before
            raise
        self.steps.append(label)
        for listener in self._listeners:
            listener(frozenset({"line"}))
        return result

    @contextmanager
    def begin_nested(self) -> Generator[None]:
        """Take back what is done inside where it is refused."""
        before = list(self.rows)
        try:
            yield
        except Refusal:
            self.rows = before
            raise

    def flush(self) -> None:
        """Do nothing: the lines are always as they stand."""

    def listen(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Call this after each step."""
        self._listeners.append(listener)


def set_field(file: ToyFile, line_id: int, name: str, value: Value) -> None:
    """Change one field of one line."""
    if name == "title" and not value:
        raise Refusal("Enter the line's title.")
    if isinstance(value, int) and value > 10**10:
        raise Refusal("Enter an amount under £100m.")
    at = next(at for at, line in enumerate(file.rows) if line.id == line_id)
    changed: dict[str, Any] = {name: value}
    file.rows[at] = replace(file.rows[at], **changed)


def add_line(file: ToyFile, values: Mapping[str, Value]) -> int:
    """Add a line at the end and return its id."""
    number = max((line.id for line in file.rows), default=0) + 1
    budget = values.get("budget")
    pence = budget if isinstance(budget, int) else 0
    owner = str(values.get("owner") or "")
    file.rows.append(Line(number, str(values["title"]), SECTORS[3], owner, pence, None, None))
    return number


def remove_lines(file: ToyFile, ids: tuple[int, ...]) -> None:
    """Take lines out."""
    file.rows = [line for line in file.rows if line.id not in ids]


def _field(name: str) -> Callable[[Line, Value], Change]:
    return lambda line, value: Change(f"Change {line.title}", set_field, (line.id, name, value))


def _adding(values: Mapping[str, Value]) -> Change:
    if not values.get("title"):
        raise Refusal("Enter the line's title first.")
    return Change(f"Add {values['title']}", add_line, (dict(values),))


def _removing(rows: Sequence[Line]) -> Change:
    count = len(rows)
    words = "1 line" if count == 1 else f"{count} lines"
    return Change(f"Delete {words}", remove_lines, (tuple(line.id for line in rows),))


def edits(desk: Desk) -> Edits[Line]:
    """Return the changes the toy budget allows."""
    return Edits(
        desk,
        {
            "title": _field("title"),
            "owner": _field("owner"),
            "budget": _field("budget_pence"),
            "actual": _field("actual_pence"),
            "forecast": _field("forecast_pence"),
        },
        _adding,
        _removing,
    )


def desk_on(file: ToyFile, folder: Path, theme: str = "Light") -> Desk:
    """Return a desk with a toy file on it."""
    application = cast("QApplication", QApplication.instance() or QApplication([]))
    fonts.load()
    style = Style(application, theme)
    return Desk(cast("Any", file), Month(2016, 10), style, PreferenceFile(folder / "p.json"))
