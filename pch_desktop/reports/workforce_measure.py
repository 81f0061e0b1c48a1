"""What a measure of the workforce is, and what it comes to on a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.domain.workforce_flow import FlowMeasures
from pch_desktop.reports.table import Column, Kind, Value
from pch_desktop.reports.workforce_ages import AgeProfile
from pch_desktop.reports.workforce_day import TeamDay
from pch_desktop.reports.workforce_sickness import SicknessRate

TEAM, POSTS, ABSENCE = "Posts and people", "Posts", "Sickness returns"
RATIO = 'IF({denominator}=0,"",{numerator}/{denominator})'
PER_TEN_THOUSAND = 'IF({denominator}=0,"",10000*{numerator}/{denominator})'


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure worked out: None is not known, and the note says why."""

    value: Value
    numerator: Value = None
    denominator: Value = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """All that the measures of a day are worked out from."""

    team: TeamDay
    ages: AgeProfile
    flow: FlowMeasures
    sick_month: SicknessRate
    sick_year: SicknessRate


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: what it is, and how it is worked out."""

    name: str
    kind: Kind
    unit: str
    work: Callable[[Measured], Figure] = field(compare=False)
    how: str
    source: str = TEAM
    parts: tuple[Kind, Kind] = (Kind.WTE, Kind.WTE)
    """The kinds of its numerator and denominator."""
    formula: str = RATIO
    """How a workbook works it out, where it has both."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure on a day, and the same a year before."""

    id: int
    measure: Measure
    figure: Figure
    before: Value

    @property
    def name(self) -> str:
        """What it measures."""
        return self.measure.name

    @property
    def how(self) -> str:
        """How it is worked out, and what is missing."""
        return f"{self.measure.how} {self.figure.note}".strip()

    @property
    def formula(self) -> str:
        """What a workbook works out live; nothing where the value is given, or not shown."""
        is_ratio = self.figure.denominator is not None and self.figure.numerator is not None
        is_known = self.figure.value is not None and self.figure.value != HIDDEN
        return self.measure.formula if is_ratio and is_known else ""


MEASURES: tuple[Column[MeasureRow], ...] = (
    Column("name", "Measure", lambda row: row.name, width=42),
    Column("value", "Value", lambda row: row.figure.value, Kind.NUMBER, width=10,
           kind_of=lambda row: row.measure.kind,
           formula_of=lambda row: row.formula),
    Column("unit", "Unit", lambda row: row.measure.unit, width=15),
    Column("numerator", "Numerator", lambda row: row.figure.numerator, Kind.NUMBER, width=10,
           kind_of=lambda row: row.measure.parts[0],
           help="What is divided; of a sum nothing."),
    Column("denominator", "Denominator", lambda row: row.figure.denominator, Kind.NUMBER, width=11,
           kind_of=lambda row: row.measure.parts[1],
           help="What it is divided by."),
    Column("before", "A year before", lambda row: row.before, Kind.NUMBER, width=10,
           kind_of=lambda row: row.measure.kind,
           help="The same on the same day a year earlier."),
    Column("how", "How it is worked out", lambda row: row.how, width=70),
    Column("source", "Source", lambda row: row.measure.source, width=26),
)  # fmt: skip


def measure_of_wte(
    name: str, value: Callable[[TeamDay], Decimal], how: str, source: str = TEAM
) -> Measure:
    """Return a measure that is WTE of the team, added up."""
    return Measure(name, Kind.WTE, "WTE", lambda told: Figure(value(told.team)), how, source)
