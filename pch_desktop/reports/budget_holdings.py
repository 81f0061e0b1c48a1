"""Partners' holdings, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import plural, written
from pch_desktop.store.budget.holdings import HoldingRow


def _counts(row: HoldingRow) -> str:
    if row.share is not None:
        return "Yes"
    return "Not yet" if row.is_to_come else "No: a later row does"


HOLDINGS: tuple[Column[HoldingRow], ...] = (
    Column("partner", "Partner", lambda row: row.partner, width=34),
    Column("held_from", "From", lambda row: row.held_from, Kind.DATE, width=12),
    Column("units", "Units", lambda row: row.units, Kind.COUNT, width=10,
           help="0 where it holds none any more."),
    Column("share", "Share of all", lambda row: row.share, Kind.SHARE, width=11,
           help="Of all units held on the last day of the month at hand."),
    Column("counts", "Counts", _counts, width=18,
           help="The latest row of a partner up to that day counts."),
    Column("source", "Source", lambda row: row.source, width=34),
)  # fmt: skip


def finding(rows: Sequence[HoldingRow], on: date) -> str:
    """Return how many units are held on a day and who holds most, in a sentence."""
    held = [row for row in rows if row.share is not None and row.units]
    if not held:
        return f"Nobody holds anything on {written(on, Kind.DATE)}."
    most = max(held, key=lambda row: row.units)
    share = written(most.share or Decimal(0), Kind.SHARE)
    units = plural(sum(row.units for row in held), "unit")
    partners = plural(len(held), "partner")
    day = written(on, Kind.DATE)
    return f"{partners} hold {units} on {day}; {most.partner} holds most, {share}."
