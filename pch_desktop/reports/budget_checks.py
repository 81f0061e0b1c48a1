"""What of the shadow budget does not add up or is still missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from pch_desktop.domain.budget import Method, Phase, Profile, Rating
from pch_desktop.domain.budget_phases import Right, allows
from pch_desktop.domain.money import whole
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_standing import StandingRow
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written

MOST_WORDS = 60
"""How many words a board asks for on a line (domain 4.7)."""
NAMED = 3


class Trouble(Enum):
    """What is wrong with a line, the worst first."""

    MONTHS = "months do not add up"
    NO_OUTTURN = "no outturn by hand"
    REASON = "no reason"
    COMMENTARY = "no commentary"
    LONG = "commentary too long"
    BUDGET = "no budget"
    ACTUALS = "actuals missing"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to put right: where it is, and a sentence on it."""

    trouble: Trouble
    line_id: int
    column: str
    """The key of the column of the finance table it is seen in."""
    sentence: str
    amount: int | None = None
    """The sum that would put it right, in pence."""


def checks(rows: Sequence[StandingRow], month: Month, phase: Phase = Phase.SHADOW) -> list[Check]:
    """Return what is to be put right, the worst first; mapping asks for spending alone."""
    is_rated = allows(phase, Right.RATE)
    found = [check for row in rows for check in _of_line(row)] if is_rated else []
    order = list(Trouble)
    found.sort(key=lambda check: order.index(check.trouble))
    return [*found, *_missing(rows, month)]


def grouped(found: Sequence[Check]) -> list[list[Check]]:
    """Return the checks as things to do: a commentary is one by itself, the rest are of a kind."""
    groups: dict[tuple[Trouble, int], list[Check]] = {}
    for check in found:
        own = check.line_id if check.trouble is Trouble.COMMENTARY else 0
        groups.setdefault((check.trouble, own), []).append(check)
    return list(groups.values())


def _of_line(row: StandingRow) -> Iterator[Check]:
    line = row.line
    wanted = line.wanted_pence
    if line.profile is Profile.MANUAL and None not in (wanted, row.annual):
        total = (line.annual_pence or 0) - line.virement_pence
        if wanted != total:
            yield Check(
                Trouble.MONTHS, row.id, "annual",
                f"{row.name}, Full year: {_exact(wanted or 0)} does not equal its months by hand "
                f"({_exact(total)}). Use {_exact(total)}, or change the months.", total,
            )  # fmt: skip
    if line.method is Method.MANUAL and line.manual_forecast_pence is None:
        sentence = f"{row.name}, Forecast: no outturn was put in by hand. Enter one."
        yield Check(Trouble.NO_OUTTURN, row.id, "outturn", sentence)
    elif line.method is Method.MANUAL and not line.method_reason:
        sentence = f"{row.name}, Forecast: put in by hand without a reason. Write why."
        yield Check(Trouble.REASON, row.id, "outturn", sentence)
    yield from _of_words(row)
    if row.annual is None:
        sentence = f"{row.name} has no budget yet. Enter one for the full year."
        yield Check(Trouble.BUDGET, row.id, "annual", sentence)


def _of_words(row: StandingRow) -> Iterator[Check]:
    count = len((row.commentary or "").split())
    if row.is_red and not count:
        is_year = row.rating == Rating.RED.value
        variance = row.outturn_variance if is_year else row.date_variance
        amount = f"{written(abs(variance or 0), Kind.MONEY)} over{'' if is_year else ' so far'}"
        sentence = f"{row.name} is red, {amount}. The board needs a commentary on it."
        column = "outturn_variance" if is_year else "date_variance"
        yield Check(Trouble.COMMENTARY, row.id, column, sentence)
    if count > MOST_WORDS:
        sentence = f"{row.name}: its commentary has {count} words. Shorten it to {MOST_WORDS}."
        yield Check(Trouble.LONG, row.id, "name", sentence)


def _missing(rows: Sequence[StandingRow], month: Month) -> Iterator[Check]:
    late = [row for row in rows if row.month_actual is None]
    if late:
        names = ", ".join(row.name for row in late[:NAMED])
        more = f" and {len(late) - NAMED} more" if len(late) > NAMED else ""
        count = plural(len(late), "line")
        sentence = f"{month.words}: {count} without an actual: {names}{more}."
        yield Check(Trouble.ACTUALS, late[0].id, "month_actual", sentence)


def _exact(pence: int) -> str:
    return f"{whole(pence, 1000):,}" if pence % 100_000 == 0 else written(pence, Kind.MONEY)
