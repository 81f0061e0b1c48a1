"""What the small charts draw: plain numbers with their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Number = float | None


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a chart; None where a point is not known."""

    name: str
    values: tuple[Number, ...]
    ink: str = "better"
    """A colour of the theme."""
    is_dashed: bool = False
    is_stepped: bool = False
    has_marks: bool = False
    end_label: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over months, with a band between two of them and labels at their ends."""

    names: tuple[str, ...]
    """Along the foot: A, M, J … for months."""
    series: tuple[Series, ...]
    lows: tuple[Number, ...] = ()
    """Lower edge of the band."""
    highs: tuple[Number, ...] = ()
    has_zero: bool = True

    @property
    def numbers(self) -> list[float]:
        """All numbers that have to fit in."""
        rows: list[Sequence[Number]] = [line.values for line in self.series]
        rows += [self.lows, self.highs]
        found = [value for row in rows for value in row if value is not None]
        return [*found, 0.0] if self.has_zero else found


@dataclass(frozen=True, slots=True)
class Bar:
    """One lying bar with its label."""

    name: str
    value: Number
    label: str
    """As read: (186), 207.9 WTE."""
    ink: str = "better"
    """better, worse, or a colour of the theme."""
    of: float | None = None
    """The full length it is measured against, drawn behind it."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying bars from a common line, the first on top."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of every stacked bar."""

    name: str
    colour: str
    """#RRGGBB."""
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Stacks:
    """Lying bars of parts one behind the other."""

    names: tuple[str, ...]
    parts: tuple[Part, ...]
    totals: tuple[str, ...] = ()
    """What stands at the end of each bar."""


@dataclass(frozen=True, slots=True)
class Pyramid:
    """People by age: men to the left, women to the right, the oldest on top."""

    bands: tuple[str, ...]
    """The youngest first."""
    men: tuple[float, ...]
    women: tuple[float, ...]
    outline_men: tuple[float, ...] = ()
    """What it is compared with, on the same scale."""
    outline_women: tuple[float, ...] = ()


Drawing = Lines | Bars | Stacks | Pyramid


def nice_steps(low: float, high: float, most: int = 5) -> list[float]:
    """Return round numbers between two, at most so many."""
    reach = high - low
    if reach <= 0:
        return [low]
    size = 10.0 ** len(str(int(reach / most))) if reach / most >= 1 else 1.0
    while size * most / 10 >= reach:
        size /= 10
    step = next(
        (
            size * part
            for part in (0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10)
            if reach / (size * part) <= most
        ),
        reach,
    )
    first = int(low // step) * step
    steps: list[float] = []
    at = first if first >= low - step * 1e-9 else first + step
    while at <= high + step * 1e-9:
        steps.append(round(at, 10))
        at += step
    return steps
