"""What the checks of the budget's lines come to, as things to do: the strip says the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Rating
from pch_desktop.domain.budget_phases import Phase
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_checks import Check, Trouble, checks, grouped
from pch_desktop.reports.budget_standing import StandingRow, over_words
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.words import plural

if TYPE_CHECKING:
    from pch_desktop.store.budget import YearRow

WEIGHTS = {
    Trouble.MONTHS: (Weight.BLOCKS, "Put right"),
    Trouble.NO_OUTTURN: (Weight.BLOCKS, "Enter"),
    Trouble.REASON: (Weight.BLOCKS, "Write"),
    Trouble.COMMENTARY: (Weight.BLOCKS, "Write"),
    Trouble.LONG: (Weight.LATE, "Shorten"),
    Trouble.BUDGET: (Weight.MONEY, "Set"),
    Trouble.ACTUALS: (Weight.LATE, "Enter"),
}
"""How much each matters, and the verb that goes to it."""
WRITTEN = {Trouble.REASON: "reason", Trouble.COMMENTARY: "commentary", Trouble.LONG: "commentary"}
"""The fields that are written beside the table, by what is wrong with them."""


def line_findings(rows: Sequence[StandingRow], month: Month, year: YearRow | None) -> list[Finding]:
    """Return what is to be put right of the lines, and the red ones that are explained."""
    found = checks(rows, month, Phase.SHADOW if year is None else year.phase)
    by_id = {row.id: row for row in rows}
    explained = [row for row in rows if row.is_red and row.commentary]
    return [
        *(_told(group, by_id[group[0].line_id], rows, month) for group in grouped(found)),
        *map(_explained, explained),
    ]


def _told(
    group: Sequence[Check], row: StandingRow, rows: Sequence[StandingRow], month: Month
) -> Finding:
    first = group[0]
    title, detail = _words(first, len(group), row)
    if first.trouble is Trouble.ACTUALS:
        late = sum(each.month_actual is None for each in rows)
        title = f"{plural(late, 'line')} without an actual for {month.words}"
    weight, verb = WEIGHTS[first.trouble]
    column = WRITTEN.get(first.trouble, first.column)
    return Finding("budget", title, detail, weight, verb, first.line_id, column=column)


def _words(check: Check, count: int, row: StandingRow) -> tuple[str, str]:
    """Return what is wrong, and a note on it."""
    match check.trouble:
        case Trouble.COMMENTARY:
            title = f"{row.name} {over_words(row)}"
            return title, "A red line needs a commentary for the board."
        case Trouble.MONTHS:
            return f"{plural(count, 'line')} whose months do not add up", check.sentence
        case Trouble.NO_OUTTURN:
            return f"{plural(count, 'forecast')} by hand without an outturn", row.name
        case Trouble.REASON:
            return f"{plural(count, 'forecast')} by hand without a reason", row.name
        case Trouble.LONG:
            title = plural(count, "commentary", "commentaries")
            return f"{title} longer than a board reads", check.sentence
        case Trouble.BUDGET:
            return f"{plural(count, 'line')} without a budget", row.name
        case Trouble.ACTUALS:
            return "", row.name


def _explained(row: StandingRow) -> Finding:
    column = "outturn_variance" if row.rating == Rating.RED.value else "date_variance"
    return Finding("budget", f"{row.name} {over_words(row)}", row.commentary or "", Weight.MONEY,
                   "See why", row.id, column=column)  # fmt: skip
