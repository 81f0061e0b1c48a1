"""The versions of a year's budget, and two of them side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pch_desktop.domain.budget import Phase, Scope, VersionStatus
from pch_desktop.domain.budget_phases import FACTS, Right, allows
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store.budget import VersionLine, VersionRow, VirementRow, YearRow
from pch_desktop.store.budget.readiness import ReadinessRow

VERSIONS: tuple[Column[VersionRow], ...] = (
    Column("name", "Version", lambda row: row.name, width=16),
    Column("status", "Status", lambda row: shown(row.status.value), width=12,
           help="Draft, submitted, approved, or superseded by the next that was approved."),
    Column("words", "Made for", lambda row: row.words, width=26),
    Column("lines", "Lines", lambda row: row.lines, Kind.COUNT, width=6, help="Lines in scope."),
    Column("opening", "Opening £", lambda row: row.opening_pence, Kind.MONEY, width=13,
           help="What its lines in scope opened with. Blank where one is not known."),
    Column("annual", "Current £", lambda row: row.annual_pence, Kind.MONEY, width=13,
           help="As moved since by virements."),
    Column("submitted_on", "Submitted", lambda row: row.submitted_on, Kind.DATE, width=12),
    Column("approved_on", "Approved", lambda row: row.approved_on, Kind.DATE, width=12),
    Column("minute_reference", "Minute", lambda row: row.minute_reference, width=16),
)  # fmt: skip
"""The versions, newest first."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A line in two versions: its budget in each, in pence; None where it has none."""

    id: int
    name: str
    sector: str
    first: int | None
    second: int | None
    told: str
    """What became of it where that is not told by the figures."""

    @property
    def change(self) -> int | None:
        """What the second has more than the first; None where one of them is not known."""
        if self.first is None or self.second is None:
            return None
        return self.second - self.first


ADDED, LEFT_OUT = "Added", "Left out"


def compared(first: Sequence[VersionLine], second: Sequence[VersionLine]) -> list[ComparedRow]:
    """Return two versions side by side, in the second's order; lines out of scope are left out.

    A line is the same where it has the same name, else the same code. A line that stands in
    one of the two only counts as nothing in the other.
    """
    old = [line for line in first if line.scope is not Scope.OUT]
    pairs = list(_pairs(old, [line for line in second if line.scope is not Scope.OUT]))
    taken = {before.id for before, _ in pairs if before is not None}
    rows = [_compared(before, now) for before, now in pairs]
    return [*rows, *(_compared(line, None) for line in old if line.id not in taken)]


def comparison(first: str, second: str) -> tuple[Column[ComparedRow], ...]:
    """Return the columns of two versions side by side, under their names."""
    names = (f"{first} £", f"{second} £" if first != second else f"{second} again £")
    return (
        Column("name", "Budget line", lambda row: row.name, width=32),
        Column("sector", "Sector", lambda row: row.sector, width=18),
        Column("first", names[0], lambda row: row.first, Kind.MONEY, Total.SUM, width=15),
        Column("second", names[1], lambda row: row.second, Kind.MONEY, Total.SUM, width=15),
        Column("change", "Change £", lambda row: row.change, Kind.MONEY, Total.SUM,
               formula="{second}-{first}", width=13,
               help="The later version less the earlier; brackets where it is less."),
        Column("told", "What became of it", lambda row: row.told, width=30),
    )  # fmt: skip


def comparing(rows: Sequence[ComparedRow]) -> str:
    """Return in a sentence what the second version changes."""
    moved = [row for row in rows if row.change]
    blank = sum(row.change is None for row in rows)
    said = f"; {plural(blank, 'line')} not known" if blank else ""
    if not moved:
        return f"No line changes{said}."
    total = sum(row.change or 0 for row in moved)
    way = "more" if total > 0 else "less"
    sum_words = f"{written(abs(total), Kind.MONEY)} {way} in all" if total else "nothing in all"
    most = max(moved, key=lambda row: abs(row.change or 0))
    first = "1 line changes" if len(moved) == 1 else f"{len(moved)} lines change"
    return f"{first}, {sum_words}; most: {most.name}, {written(most.change, Kind.MONEY)}{said}."


def findings(
    year: YearRow | None, moved: Sequence[VirementRow], first_line: int | None
) -> list[Finding]:
    """Return what waits to be decided or written down about a year's versions."""
    found: list[Finding] = []
    if year is not None and year.status is VersionStatus.SUBMITTED:
        found.append(
            Finding("budget", f"Version {year.version} waits for approval",
                    "It was submitted and cannot be changed meanwhile.",
                    Weight.LATE, "Decide", year.version_id, "Versions/Versions")
        )  # fmt: skip
    bare = [row for row in moved if not (row.approver and row.minute_reference)]
    if bare:
        title = f"{plural(len(bare), 'virement')} without approver or minute"
        detail = ", ".join(row.name for row in bare[:4])
        found.append(Finding("budget", title, detail, Weight.LATE, "Write", bare[0].id,
                             "Versions/Virements"))  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase: who holds the money, what is shown, how far its list of readiness is."""

    id: int
    phase: Phase
    is_now: bool
    ready: int
    asked: int

    @property
    def name(self) -> str:
        """What it is called, and whether it is the one at hand."""
        return f"● {shown(self.phase.value)}, now" if self.is_now else shown(self.phase.value)

    @property
    def readiness(self) -> str:
        """How much of what must be in place before it is."""
        return f"{self.ready} of {self.asked} in place" if self.asked else "Nothing listed"


def phase_rows(now: Phase, steps: Sequence[ReadinessRow]) -> list[PhaseRow]:
    """Return the phases in their order."""
    return [
        PhaseRow(
            at,
            phase,
            phase is now,
            sum(step.phase is phase and step.is_done for step in steps),
            sum(step.phase is phase for step in steps),
        )
        for at, phase in enumerate(Phase, start=1)
    ]


RIGHTS: Mapping[Right, str] = {
    Right.RATE: "Rate",
    Right.FORECAST: "Forecast",
    Right.VIRE: "Move budget",
    Right.RECKON: "Reckon gain",
    Right.SETTLE: "Settle, sign",
    Right.COMMIT: "Commit",
    Right.HOLD: "Hold money",
}


def _right(right: Right) -> Column[PhaseRow]:
    return Column(
        right.name.lower(),
        RIGHTS[right],
        lambda row: "✓ Yes" if allows(row.phase, right) else "– Not yet",
        band="What may be done",
        help=f"Whether the locality may {right.value} in the phase.",
        width=9,
    )


PHASES: tuple[Column[PhaseRow], ...] = (
    Column("name", "Phase", lambda row: row.name, width=18),
    Column("holder", "Who holds the money", lambda row: FACTS[row.phase].holder, width=44),
    Column("shows", "What is shown", lambda row: FACTS[row.phase].shows, width=40),
    *(_right(right) for right in Right),
    Column("readiness", "Readiness", lambda row: row.readiness, width=14,
           help="Of what must be in place before the phase: see Registers."),
)  # fmt: skip
"""What each phase of a shadow budget allows."""


def _pairs(
    old: Sequence[VersionLine], new: Sequence[VersionLine]
) -> Iterator[tuple[VersionLine | None, VersionLine]]:
    by_name = {line.name.casefold(): line for line in old}
    names = {line.name.casefold() for line in new}
    by_code = {line.code: line for line in old if line.code and line.name.casefold() not in names}
    for line in new:
        found = by_name.get(line.name.casefold())
        yield found or by_code.pop(line.code or "", None), line


def _compared(before: VersionLine | None, now: VersionLine | None) -> ComparedRow:
    line = now or before
    if line is None:
        raise ValueError("a line stands in neither version")
    told = ""
    if before is None or now is None:
        told = ADDED if before is None else LEFT_OUT
    elif before.name != now.name:
        told = f"Was called {before.name}"
    return ComparedRow(
        line.id, line.name, shown(line.sector.value), _signed(before), _signed(now), told
    )


def _signed(line: VersionLine | None) -> int | None:
    """Return a line's budget as totals take it: income below nothing, no line as nothing."""
    if line is None:
        return 0
    if line.annual_pence is None:
        return None
    return -line.annual_pence if line.is_income else line.annual_pence
