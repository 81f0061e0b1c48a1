"""Contracts with a marginal rate, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import plural, written
from pch_desktop.store import budget
from pch_desktop.store.budget import marginal
from pch_desktop.store.budget.marginal import MarginalRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TITLE = "Marginal rate"
PAYABLE = (
    "IF({actual}>{baseline},"
    "{baseline}*{price}+ROUND(({actual}-{baseline})*{price}*{rate},2),{full})"
)
MARGINAL: tuple[Column[MarginalRow], ...] = (
    Column("name", "Contract", lambda row: row.name, width=34),
    Column("line", "Budget line", lambda row: row.line, width=22),
    Column("baseline", "Baseline", lambda row: row.baseline_activity, Kind.COUNT, width=9,
           help="The activity that is paid in full."),
    Column("actual", "Actual", lambda row: row.actual_activity, Kind.COUNT, width=9,
           help="The activity there was."),
    Column("price", "Price £", lambda row: row.price_pence, Kind.MONEY, width=9),
    Column("rate", "Rate above", lambda row: row.rate_share, Kind.SHARE, width=9,
           help="The part of the price that is paid above the baseline."),
    Column("full", "Full tariff £", lambda row: row.due.full_pence, Kind.MONEY, Total.SUM,
           formula="{actual}*{price}", width=12, help="Actual × price."),
    Column("payable", "Payable £", lambda row: row.due.payable_pence, Kind.MONEY, Total.SUM,
           formula=PAYABLE, width=12,
           help="Baseline × price, and what is above it × price × rate."),
    Column("abated", "Abated £", lambda row: row.due.abated_pence, Kind.MONEY, Total.SUM,
           formula="{full}-{payable}", width=12, help="Full tariff less payable: not paid."),
    Column("source", "Source", lambda row: row.source, width=22),
)  # fmt: skip


def marginal_rate(file: Reads, month: Month) -> Table[MarginalRow]:
    """Return what the contracts of a month's year come to."""
    rows = file.read(marginal.marginal_rates, month.financial_year)
    year = file.read(budget.budget_year, month.financial_year)
    subtitle = f"£ in {month.financial_year}: activity above a baseline is paid at a part."
    return Table(TITLE, MARGINAL, rows, subtitle, notes=(finding(rows),), marking=marking(year))


def finding(rows: Sequence[MarginalRow]) -> str:
    """Return how much the marginal rates take off the full tariff, in a sentence."""
    if not rows:
        return "No contract with a marginal rate has been written down."
    known = [row.due for row in rows if row.due.abated_pence is not None]
    blank = len(rows) - len(known)
    more = f"; of {plural(blank, 'contract')} it is not known" if blank else ""
    full = written(sum(due.full_pence or 0 for due in known), Kind.MONEY)
    abated = written(sum(due.abated_pence or 0 for due in known), Kind.MONEY)
    return f"Of a full tariff of {full}, {abated} is not paid{more}."
