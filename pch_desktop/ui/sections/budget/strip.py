"""The strip under the table: what does not add up, with the verbs that put it right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pch_desktop.domain.budget import Method
from pch_desktop.reports.budget import StandingRow
from pch_desktop.reports.budget_checks import Check, Trouble, checks, grouped
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import budget
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.budget import asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.strip import Strip, Tone, Verb


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the views of the shadow budget can be turned to."""

    show_line: Callable[[int, str], None]
    show_months: Callable[[], None]
    show_month_budgets: Callable[[int], None]
    show_entries: Callable[[int], None]
    write: Callable[[int, str], None]
    """Go to a field of a line's side: commentary, reason."""
    show_late: Callable[[int], None]
    """Go to the month at hand of a line in the grid of actuals."""
    show_setup: Callable[[], None]
    show_registers: Callable[[], None]
    accrue_missing: Callable[[], None]
    """Accrue an estimate for each line without an actual for the month at hand."""


ERRORS = frozenset({Trouble.MONTHS, Trouble.NO_OUTTURN})


class CheckStrip:
    """Shows one thing to do at a time, the worst first: as many as the findings tell of."""

    def __init__(self, desk: Desk, strip: Strip, ways: Ways) -> None:
        self._desk = desk
        self._strip = strip
        self._ways = ways
        self._figures: Figures | None = None
        self._found: Sequence[Check] = ()
        self._things: Sequence[Sequence[Check]] = ()
        self._at = 0

    def show_checks(self, figures: Figures) -> Sequence[Check]:
        """Show what is to be put right; return all of it."""
        self._figures = figures
        before = self._found
        self._found = checks(figures.rows, figures.month, figures.phase)
        self._things = grouped(self._found)
        if self._found != before:
            self._at = 0
        self._tell()
        return self._found

    def _tell(self) -> None:
        if not self._found:
            self._strip.hide()
            return
        check = self._things[self._at][0]
        count = len(self._things)
        sentence = check.sentence if count == 1 else f"{self._at + 1} of {count}: {check.sentence}"
        verbs = [*self._fixes(check), *([("Next", self._next)] if count > 1 else [])]
        tone = Tone.ERROR if check.trouble in ERRORS else Tone.WARNING
        self._strip.tell(sentence, tone, *verbs)

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._things)
        self._tell()

    def _fixes(self, check: Check) -> list[Verb]:
        line_id, ways = check.line_id, self._ways
        match check.trouble:
            case Trouble.MONTHS:
                total = check.amount or 0
                use = (f"Use {_short(total)}", lambda: self._put(line_id, total))
                show = ("Show months", lambda: ways.show_month_budgets(line_id))
                return [use, self._fit(line_id), show]
            case Trouble.NO_OUTTURN:
                return [
                    ("Calculate", lambda: self._calculate(line_id)),
                    ("Enter", lambda: ways.show_line(line_id, check.column)),
                ]
            case Trouble.REASON:
                return [("Write", lambda: ways.write(line_id, "reason"))]
            case Trouble.COMMENTARY | Trouble.LONG:
                return [("Write", lambda: ways.write(line_id, "commentary"))]
            case Trouble.BUDGET:
                return [("Set", lambda: ways.show_line(line_id, check.column))]
            case Trouble.ACTUALS:
                return [
                    ("Enter", lambda: ways.show_late(line_id)),
                    ("Accrue", ways.accrue_missing),
                ]

    def _fit(self, line_id: int) -> Verb:
        wanted = self._row(line_id).line.wanted_pence or 0
        return f"Spread {_short(wanted)}", lambda: self._fit_months(line_id, wanted)

    def _row(self, line_id: int) -> StandingRow:
        rows = self._figures.rows if self._figures else ()
        return next(row for row in rows if row.id == line_id)

    def _put(self, line_id: int, pence: int) -> None:
        self._carry_out(asks.of_line(self._row(line_id), "annual_pence", pence))

    def _fit_months(self, line_id: int, pence: int) -> None:
        name = self._row(line_id).name
        self._carry_out(Change(f"Spread months of {name}", budget.fit_months, (line_id, pence)))

    def _calculate(self, line_id: int) -> None:
        self._carry_out(asks.use_method(self._row(line_id), Method.PROFILED))

    def _carry_out(self, change: Change) -> None:
        self._desk.edit(change.label, change.command, *change.args)


def _short(pence: int) -> str:
    return written(pence, Kind.THOUSANDS if pence % 100_000 == 0 else Kind.MONEY)
