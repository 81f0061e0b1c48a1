"""The scheme of delegation and what was committed under it, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_phases import FROM, Right, allows
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import Month
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import budget
from pch_desktop.store.budget import commitments, delegation
from pch_desktop.store.budget.commitments import CommitmentRow, LeftRow
from pch_desktop.store.budget.delegation import LimitRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

EVERY_LINE = "Every line"
TITLE, COMMITTED = "Delegation", "Commitments"


def may_now(row: LimitRow) -> str:
    """Return whether an office may commit in the phase at hand, in words."""
    phase = row.phase
    order = list(Phase)
    if not allows(phase, Right.COMMIT):
        return f"Not while {phase.value}"
    if order.index(row.from_phase) > order.index(phase):
        return f"From {row.from_phase.value} on"
    return "May"


def up_to(row: LimitRow) -> str:
    """Return how much an office may commit at once, in words; a blank limit is none at all."""
    if row.limit_pence is None:
        return "Any amount"
    return f"Up to {written(row.limit_pence, Kind.MONEY)}"


def delegation_columns(phase: Phase) -> tuple[Column[LimitRow], ...]:
    """Return the columns of the scheme, with what each office may in the phase at hand."""
    return (
        Column("holder", "Office", lambda row: row.holder, width=26,
               help="An office, not a person: Locality manager."),
        Column("sector", "For lines of", lambda row: shown(row.sector.value) if row.sector
               else EVERY_LINE, Kind.WORD, words=(EVERY_LINE, *listed(Sector)), width=18),
        Column("from_phase", "From phase", lambda row: shown(row.from_phase.value), Kind.WORD,
               words=listed(Phase), width=11),
        Column("limit", "Limit £", lambda row: row.limit_pence, Kind.MONEY, width=11,
               help="The most for one commitment. Blank: there is no limit."),
        Column("up_to", "At once", up_to, width=16),
        Column("now", f"Now ({phase.value})", may_now, width=19,
               help="Whether the office may commit in the phase at hand."),
        Column("count", "Commitments", lambda row: row.commitment_count, Kind.COUNT, width=12,
               help="How many rest on this row."),
        Column("conditions", "Conditions", lambda row: row.conditions, width=28),
        Column("minute", "Minute", lambda row: row.minute_reference, width=14),
    )  # fmt: skip


COMMITMENTS: tuple[Column[CommitmentRow], ...] = (
    Column("name", "What is committed", lambda row: row.name, width=28),
    Column("line", "Budget line", lambda row: row.line, width=25),
    Column("holder", "By office", lambda row: row.holder, width=16),
    Column("amount", "Amount £", lambda row: row.amount_pence, Kind.MONEY, Total.SUM, width=10),
    Column("made_on", "Made on", lambda row: row.made_on, Kind.DATE, width=12),
    Column("month", "To be paid", lambda row: row.month.words if row.month else None, width=15,
           help="The month it will be among the actuals; blank where nobody knows yet."),
    Column("to_come", "Still to come £", lambda row: row.amount_pence if row.is_to_come else 0,
           Kind.MONEY, Total.SUM, width=10,
           help="Not among the actuals yet: its month is after the one at hand, or not told."),
    Column("left", "Left on line £", lambda row: row.left_pence, Kind.MONEY, width=10,
           help="Of the whole line: budget less actual to date less commitments still to come."),
    Column("partner", "To", lambda row: row.partner, width=24),
    Column("reference", "Reference", lambda row: row.reference, width=16),
)  # fmt: skip

LEFT: tuple[Column[LeftRow], ...] = (
    Column("name", "Budget line", lambda row: row.name, width=30),
    Column("budget", "Budget £", lambda row: row.budget_pence, Kind.MONEY, Total.SUM),
    Column("spent", "Actual to date £", lambda row: row.spent_pence, Kind.MONEY, Total.SUM),
    Column("to_come", "Still to come £", lambda row: row.to_come_pence, Kind.MONEY, Total.SUM,
           help="Commitments that are not among the actuals yet."),
    Column("left", "Left £", lambda row: row.left_pence, Kind.MONEY, Total.SUM,
           formula="{budget}-{spent}-{to_come}"),
)  # fmt: skip
"""What is left of each line once all that is bound is paid."""


def scheme(file: Reads, month: Month) -> Table[LimitRow]:
    """Return who may commit what, in the phase of a month's year."""
    year = file.read(budget.budget_year, month.financial_year)
    phase = year.phase if year else Phase.SHADOW
    rows = file.read(delegation.delegation, phase)
    subtitle = "Who may commit how much of what, from which phase on. Offices, not persons."
    notes = (scheme_finding(rows, phase), "A blank limit is no limit.")
    columns = delegation_columns(phase)
    return Table(TITLE, columns, rows, subtitle, notes=notes, marking=marking(year))


def committed(file: Reads, month: Month) -> Table[LeftRow]:
    """Return what is left of each line on which something is bound."""
    year = file.read(budget.budget_year, month.financial_year)
    bound = file.read(commitments.commitments, month)
    ids = {row.line_id for row in bound}
    rows = [row for row in file.read(commitments.lines_left, month) if row.id in ids]
    subtitle = f"£, {month.financial_year}, as at {written(month.last, Kind.DATE)}."
    notes = (commitments_finding(bound),)
    return Table(COMMITTED, LEFT, rows, subtitle, notes=notes, marking=marking(year))


def scheme_finding(rows: Sequence[LimitRow], phase: Phase) -> str:
    """Return how many offices may commit in a phase, in a sentence."""
    if not allows(phase, Right.COMMIT):
        begins = FROM[Right.COMMIT].value
        return f"In the {phase.value} phase nobody commits: that begins with the {begins} phase."
    holders = {row.holder for row in rows if may_now(row) == "May"}
    verb = "may" if len(holders) == 1 else "may each"
    if not holders:
        return f"In the {phase.value} phase no office may commit yet."
    return f"In the {phase.value} phase {plural(len(holders), 'office')} {verb} commit."


def commitments_finding(rows: Sequence[CommitmentRow]) -> str:
    """Return how much is bound and still to come, and which line it is too much for."""
    bound = [row for row in rows if row.is_to_come]
    if not bound:
        return "Nothing is committed that is still to come."
    total = written(sum(row.amount_pence for row in bound), Kind.MONEY)
    lines = plural(len({row.line_id for row in bound}), "line")
    said = f"{total} is committed and still to come on {lines}"
    worst = min(bound, key=lambda row: row.left_pence or 0)
    if (worst.left_pence or 0) >= 0:
        return f"{said}."
    more = written(-(worst.left_pence or 0), Kind.MONEY)
    return f"{said}; {worst.line} is bound by {more} more than is left of it."
