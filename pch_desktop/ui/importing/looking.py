"""Looking at what somebody brings: read, then planned; both run beside the window.

Nothing here knows the window or an open file: what the locality holds is
handed in, and what comes out is frozen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import opening, own, taking
from pch_desktop.imports.matching import Match
from pch_desktop.imports.official import Reading
from pch_desktop.imports.opening import Told
from pch_desktop.imports.own_asking import WhichYear
from pch_desktop.imports.own_reading import OwnReading
from pch_desktop.imports.own_sheeted import MonthFirst
from pch_desktop.imports.patients import LooksLikePatients
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.imports.sheets import PASTED
from pch_desktop.store.import_known import Known
from pch_desktop.store.own import OwnStanding


class Ask(Enum):
    """What a person has to answer before there is a plan."""

    NOTHING = auto()
    YEAR = auto()
    REASON = auto()
    DATES = auto()
    COLUMNS = auto()
    ANOTHER = auto()
    """It cannot be used: another file, or another kind of it, has to be chosen."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a block that was pasted."""

    path: Path | None = None
    text: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path.name if self.path else PASTED.lower()

    @property
    def content(self) -> Path | str:
        """What the readers take."""
        return self.path or self.text


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person has said of it."""

    kind: str | None = None
    table: int | None = None
    year: FinancialYear | None = None
    reason: str | None = None
    columns: Mapping[int, str | None] = field(default_factory=dict[int, str | None])
    """Our column, or none, by the position of theirs."""
    is_month_first: bool = False
    lines: Mapping[str, str | None] = field(default_factory=dict[str, "str | None"])
    """Our budget lines, or none of them, by what the sheet calls them."""


@dataclass(frozen=True, slots=True)
class Read:
    """A source as it was read under some choices."""

    source: Source
    choices: Choices
    told: Told | None = None
    official: Reading | None = None
    sheet: OwnReading | None = None
    problem: str = ""
    ask: Ask = Ask.NOTHING

    def serves(self, source: Source, choices: Choices) -> bool:
        """Return whether it need not be read again under other choices."""
        if self.problem or self.ask is not Ask.NOTHING or source != self.source:
            return False
        asked = replace(choices, columns=self.choices.columns)
        asked = replace(asked, is_month_first=self.choices.is_month_first)
        asked = replace(asked, lines=self.choices.lines)
        if self.sheet is not None:
            asked = replace(asked, year=self.choices.year)
        return asked == self.choices


@dataclass(frozen=True, slots=True)
class Held:
    """What the locality held when a plan was asked for."""

    known: Known | None = None
    standing: OwnStanding | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to show: what it is, how its columns match, what it would change."""

    read: Read
    year: FinancialYear | None = None
    matches: tuple[Match, ...] = ()
    plan: ImportPlan | None = None
    problem: str = ""
    ask: Ask = Ask.NOTHING
    budget_lines: tuple[str, ...] = ()
    """The names that a sheet of actuals may mean."""

    @property
    def sheet(self) -> OwnReading | None:
        """The person's own table, where it is no official file."""
        return self.read.sheet

    @property
    def kind(self) -> str:
        """The kind it is taken for, as ``taking`` calls it; nothing where it is not known."""
        if self.read.told is not None:
            return self.read.told.kind
        return self.sheet.kind.value if self.sheet else ""

    @property
    def needs_year(self) -> bool:
        """Whether its figures are of a financial year that has to be known."""
        if self.read.told is not None:
            return self.read.told.needs_year
        return self.sheet is not None and self.sheet.kind in own.WITH_YEAR

    @property
    def words(self) -> str:
        """What it looks like, in a sentence."""
        if self.sheet is not None:
            return self.sheet.words
        if self.read.told is None:
            return ""
        rows = f", {self.plan.rows_read:,} rows" if self.plan else ""
        return f"This looks like {self.read.told.kind_words}{rows}."


def read(source: Source, choices: Choices, before: Read | None = None) -> Read:
    """Return a source read as the person says; what stands in the way is in it."""
    if before is not None and before.serves(source, choices):
        return before
    blank = Read(source, choices)
    try:
        if source.path is not None and taking.is_official(source.path, choices.kind):
            return _official(blank, source.path)
        sheet = own.read(source.content, choices.kind, table=choices.table, reason=choices.reason)
    except LooksLikePatients as refusal:
        return replace(blank, problem=str(refusal), ask=Ask.REASON)
    except Refusal as refusal:
        return replace(blank, problem=str(refusal), ask=Ask.ANOTHER)
    return replace(blank, sheet=sheet)


def planned(found: Read, choices: Choices, held: Held) -> Seen:
    """Return what would change under the choices of now."""
    if found.problem or found.ask is not Ask.NOTHING:
        year = choices.year or (found.told.year if found.told else None)
        return Seen(found, year, problem=found.problem, ask=found.ask)
    if found.official is not None and held.known is not None:
        made = opening.plan_from(held.known, found.official)
        return Seen(found, made.year, plan=made)
    if found.sheet is not None and held.standing is not None:
        return _own_plan(found, found.sheet, choices, held.standing)
    raise ValueError("what was read fits neither way of planning")


def _official(blank: Read, path: Path) -> Read:
    choices = blank.choices
    told = opening.told_of(path, choices.kind, choices.reason)
    known = replace(blank, told=told)
    year = choices.year or told.year
    if told.needs_year and year is None:
        return replace(known, ask=Ask.YEAR)
    try:
        found = opening.read_file(path, told.kind, choices.year, choices.reason)
    except Refusal as refusal:
        ask = Ask.YEAR if told.needs_year and choices.year else Ask.ANOTHER
        return replace(known, problem=str(refusal), ask=ask)
    return replace(known, official=found)


def _own_plan(found: Read, sheet: OwnReading, choices: Choices, standing: OwnStanding) -> Seen:
    year = own.year_for(standing, sheet, choices.year)
    matches = own.matches_in(standing, sheet, choices.columns, year)
    names = own.line_names(standing, year) if sheet.kind in own.ENTRIES else ()
    seen = Seen(found, year, matches, budget_lines=names)
    try:
        made = own.plan_from(
            standing,
            sheet,
            choices.columns,
            choices.year,
            is_month_first=choices.is_month_first,
            lines=choices.lines,
        )
    except WhichYear as refusal:
        return replace(seen, problem=str(refusal), ask=Ask.YEAR)
    except MonthFirst as refusal:
        return replace(seen, problem=str(refusal), ask=Ask.DATES)
    except Refusal as refusal:
        return replace(seen, problem=str(refusal), ask=Ask.COLUMNS)
    return replace(seen, plan=made)
