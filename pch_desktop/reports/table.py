"""A table as facts: what its columns are, not how they are drawn.

The screen, the workbook and the chart all draw from these, so that a figure
has one definition, one unit and one sign wherever it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import Generic, TypeVar

Row = TypeVar("Row")
Row_contra = TypeVar("Row_contra", contravariant=True)
Value = str | int | Decimal | date | bool | None


class Kind(Enum):
    """What a column's values are, and so how they are written, read and aligned."""

    TEXT = auto()
    WORD = auto()
    """One of a list of words."""
    YES = auto()
    DATE = auto()
    COUNT = auto()
    NUMBER = auto()
    """A decimal, shown to one place."""
    INDEX = auto()
    """A ratio around 1, shown to four places."""
    WTE = auto()
    SHARE = auto()
    """A part of one, shown as a percentage."""
    RATE = auto()
    """A part of one, shown as a percentage to two places; a plain number typed is one."""
    MONEY = auto()
    """Pence, shown as whole pounds."""
    EXACT = auto()
    """Pence, shown as pounds and pence."""
    THOUSANDS = auto()
    """Pence, shown as £000."""
    RATING = auto()
    """Green, Amber or Red: always with its shape and letter."""


class Total(Enum):
    """How a column's total is come by."""

    NONE = auto()
    SUM = auto()
    RATIO = auto()
    """One of the other totals divided by another, named in ``ratio``."""


class Worse(Enum):
    """On which side of nothing a figure is worse."""

    BELOW = auto()
    """Money and what is like it: favourable is positive."""
    ABOVE = auto()
    """What is missing: the more the worse."""


class Holds(Enum):
    """Whom a column's values tell of, and so who may see them."""

    FIGURES = auto()
    """Organisations, rooms, money, posts: nobody is known by them."""
    PEOPLE = auto()
    """Counts of patients or of the public: few of them might be known by it."""
    STAFF = auto()
    """Heads or posts of staff: of fewer than three the WTE and the pay are somebody's own."""
    NAMES = auto()
    """Names of people."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row_contra]):
    """One column of a table."""

    key: str
    title: str
    value: Callable[[Row_contra], Value]
    kind: Kind = Kind.TEXT
    total: Total = Total.NONE
    band: str = ""
    """The heading it shares with its neighbours, such as “Year to date £000”."""
    words: tuple[str, ...] = ()
    """What a WORD column may hold, in the order offered."""
    is_open: bool = False
    """Whether something else than its words may be typed, too."""
    ratio: tuple[str, str] = ("", "")
    """For a RATIO: the keys of the columns whose totals are divided, the upper one first."""
    formula: str = ""
    """What a workbook works out live, from the row's keys: "{budget}-{actual}"."""
    formula_of: Callable[[Row_contra], str] | None = None
    """Each row's own formula, where the rows differ, or nothing: "{amount[2]}" is the third row's
    amount, "{amount}" the row's own."""
    help: str = ""
    """One sentence on what it means, unit and source."""
    kind_of: Callable[[Row_contra], Kind] | None = None
    """The kind of each row's own value, where a column holds several kinds."""
    width: int = 12
    """How many characters it needs, roughly."""
    absent: Callable[[Row_contra], bool] | None = None
    """Of which rows a blank is nothing at all, rather than not known: their total is whole."""
    worse: Worse = Worse.BELOW
    """On which side of nothing its figures are shown as worse; below it they stand in brackets."""
    prints: bool = True
    """Whether it stands on paper too, where there is less room than on a screen."""
    holds: Holds = Holds.FIGURES
    """Whom its values tell of; a share or mean of people holds people, too."""
    of: str = ""
    """The column of the people it is a mean or median of: what is of few is not shown outside."""

    @property
    def is_number(self) -> bool:
        """Whether it stands to the right and can be added up."""
        return self.kind not in LEFT

    def kind_for(self, row: Row_contra) -> Kind:
        """Return the kind of a row's value."""
        return self.kind_of(row) if self.kind_of is not None else self.kind


LEFT = frozenset({Kind.TEXT, Kind.WORD, Kind.YES, Kind.DATE, Kind.RATING})
"""The kinds that stand to the left."""
MONEYS = frozenset({Kind.MONEY, Kind.EXACT, Kind.THOUSANDS})
"""The kinds that hold pence."""


class Shape(Enum):
    """How a chart draws its series."""

    BARS = auto()
    """Lying bars, first on top."""
    COLUMNS = auto()
    STACKED = auto()
    """Lying bars, the series one behind the other."""
    LINES = auto()


MOST_BARS = 12
"""How many bars are read with ease; the rest are in the table."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of a table's rows: which column names them, which give the lengths."""

    shape: Shape
    names: str
    series: tuple[str, ...]
    finding: str
    """The title: one sentence of what the chart shows."""
    alt_text: str
    """The finding and its numbers, 40 to 400 characters, for those who do not see it."""
    first: int = 0
    """How many of the first rows it draws; 0 for all of them."""
    on: str = ""
    """The title of the table it is shown with, where that is not its own."""


@dataclass(frozen=True, slots=True)
class Block(Generic[Row]):
    """Rows of a table that stand together, with a subtotal under them."""

    title: str
    rows: Sequence[Row]
    given: Mapping[str, Value] | None = None
    """Its subtotals by column, where they are told and not worked out from the rows."""


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """A titled table, ready to be drawn, and the charts that go with it."""

    title: str
    columns: tuple[Column[Row], ...]
    rows: Sequence[Row]
    subtitle: str = ""
    """Measure, unit, place and period, in a line."""
    charts: tuple[Chart, ...] = ()
    notes: tuple[str, ...] = ()
    """What must be read with it: sources, caveats, what is not known."""
    marking: str = ""
    """What must stand on each of its pages, such as that its money is notional."""
    blocks: tuple[Block[Row], ...] = ()
    """Its rows once more, in the blocks they stand in on paper; each with its subtotal."""
    total_title: str = "Total"
    beside: Sequence[Row] = ()
    """What stands under the total and is not in it."""
    given: Mapping[str, Value] | None = None
    """Its totals by column, where they are told and not worked out from the rows."""
    is_worked_on: bool = False
    """Whether somebody writes in its sheet, as in a meeting: it is not guarded, its words are."""
    private: Callable[[Row], bool] | None = None
    """Which rows the public never sees: part II of a meeting and what came of it."""

    @property
    def depth(self) -> int:
        """How many lines stand above the total: its rows and the subtotals of its blocks."""
        return len(self.rows) + len(self.blocks)

    @property
    def printed(self) -> tuple[Column[Row], ...]:
        """The columns that stand on paper."""
        return tuple(column for column in self.columns if column.prints)


@dataclass(frozen=True, slots=True)
class Sum:
    """A total, and whether something in it is not known."""

    amount: int | Decimal
    is_incomplete: bool


def summed(column: Column[Row], rows: Sequence[Row]) -> Sum:
    """Return a column's total; a blank is not known, so it makes the total incomplete."""
    amount: int | Decimal = 0
    is_incomplete = False
    for row in rows:
        match column.value(row):
            case int() | Decimal() as value:
                amount += value
            case _:
                is_incomplete = is_incomplete or column.absent is None or not column.absent(row)
    return Sum(amount, is_incomplete)
