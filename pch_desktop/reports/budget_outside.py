"""Care bought from outside the locality, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.budget_registers import ComingHome
from pch_desktop.domain.period import Month
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import budget
from pch_desktop.store.budget import outside
from pch_desktop.store.budget.outside import OutsideRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TITLE = "Bought outside"
OUTSIDE: tuple[Column[OutsideRow], ...] = (
    Column("name", "What is bought", lambda row: row.name, width=30),
    Column("provider", "From whom", lambda row: row.provider, width=22),
    Column("line", "Paid by line", lambda row: row.line, width=23),
    Column("cost", "Cost £", lambda row: row.cost_pence, Kind.MONEY, Total.SUM, width=9,
           help="What it costs in the year."),
    Column("coming_home", "Could come home", lambda row: shown(row.coming_home.value), Kind.WORD,
           words=listed(ComingHome), width=14),
    Column("home", "Which is £", lambda row: row.home_pence, Kind.MONEY, Total.SUM, width=10,
           formula='IF({coming_home}="Yes",{cost},0)',
           help="The cost that could come home. A part is some of it; nobody has said how much."),
    Column("reason", "Why outside", lambda row: row.reason, width=25),
    Column("plan", "Plan", lambda row: row.plan, width=22),
    Column("review_on", "Review", lambda row: row.review_on, Kind.DATE, width=12),
)  # fmt: skip


def bought_outside(file: Reads, month: Month) -> Table[OutsideRow]:
    """Return what the money of a month's year buys outside."""
    rows = file.read(outside.bought_outside, month.financial_year)
    year = file.read(budget.budget_year, month.financial_year)
    subtitle = f"£ in {month.financial_year}: what, from whom, why, and could it come home?"
    return Table(TITLE, OUTSIDE, rows, subtitle, notes=(finding(rows),), marking=marking(year))


def finding(rows: Sequence[OutsideRow]) -> str:
    """Return how much is bought outside, and how much of it could come home, in a sentence."""
    if not rows:
        return "Nothing has been written down as bought outside."
    known = [row for row in rows if row.cost_pence is not None]
    total = sum(row.cost_pence or 0 for row in known)
    home = sum(row.home_pence or 0 for row in known)
    share = f" ({written(Decimal(home) / total, Kind.SHARE)})" if total else ""
    said = f"{_pounds(total)} is bought outside; {_pounds(home)} of it{share} could come home"
    part = sum(row.cost_pence or 0 for row in known if row.coming_home is ComingHome.PARTLY)
    if part:
        said += f", and part of another {_pounds(part)}"
    blank = len(rows) - len(known)
    return f"{said}; {plural(blank, 'cost')} not known." if blank else f"{said}."


def _pounds(pence: int) -> str:
    return written(pence, Kind.MONEY)
