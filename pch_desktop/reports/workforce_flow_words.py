"""Starters and leavers in sentences: what a table or chart of them shows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pch_desktop.domain.workforce_flow import Flow, FlowMeasures
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, uncapped, written
from pch_desktop.reports.workforce_flow import FlowRow
from pch_desktop.reports.workforce_flow_months import (
    A_YEAR,
    NOBODY,
    UNKNOWN,
    FlowMonth,
    ReasonRow,
)

LITTLE = Decimal("0.005")


def finding(rows: Sequence[FlowRow]) -> str:
    """Return the sentence on how many started and left, and what that makes."""
    started = sum(row.flow is Flow.STARTED for row in rows)
    left = sum(row.flow is Flow.LEFT for row in rows)
    return _sentence(started, left, sum((row.wte for row in rows), NOBODY))


def months_finding(rows: Sequence[FlowMonth]) -> str:
    """Return the same sentence of months."""
    gained = rows[-1].end_wte - rows[0].start_wte if rows else NOBODY
    return _sentence(sum(row.started for row in rows), sum(row.left for row in rows), gained)


def measure_words(found: FlowMeasures) -> dict[str, str]:
    """Return turnover, stability and time to fill by name, each with what it is made of.

    What is not known is blank.
    """
    average = (found.start_heads + found.end_heads) / 2
    left = f"{found.leavers_heads:,} left of {average:,.1f} on average"
    average_wte = written((found.start_wte + found.end_wte) / 2, Kind.WTE)
    left_wte = f"{written(found.leavers_wte, Kind.WTE)} left of {average_wte} on average"
    stayed = f"{found.stayed_heads:,} of {found.start_heads:,} stayed"
    fill = written(found.fill_days, Kind.NUMBER)
    return {
        "Turnover, heads": _share(found.turnover_heads_share, left),
        "Turnover, WTE": _share(found.turnover_wte_share, left_wte),
        "Stability": _share(found.stability_share, stayed),
        "Time to fill": f"{fill} days, mean of {plural(found.filled, 'post')}" if fill else "",
    }


def reasons_finding(rows: Sequence[ReasonRow]) -> str:
    """Return the sentence on why most of the leavers left."""
    known = [row for row in rows if row.reason != UNKNOWN]
    every = sum(row.heads for row in rows)
    if not known:
        return "Nobody has left" if not every else f"Why {every:,} left is not known"
    first = known[0]
    return f"{first.reason} accounts for {first.heads:,} of {plural(every, 'leaver')}"


def months_alt_text(rows: Sequence[FlowMonth], by_reason: Sequence[ReasonRow]) -> str:
    """Return the finding and its numbers, for those who do not see the bars."""
    busy = [row for row in rows if row.started or row.left]
    months = "; ".join(
        f"{row.month.first:%b %y} {row.started} in, {row.left} out" for row in busy[-A_YEAR:]
    )
    why = ", ".join(f"{uncapped(row.reason)} {row.heads}" for row in by_reason[:4])
    said = f"Bars of people who started, up, and left, down, by month. {months_finding(rows)}."
    return f"{said} {months}. Leavers by reason: {why}."[:400]


def _share(share: Decimal | None, made_of: str) -> str:
    return "" if share is None else f"{written(share, Kind.RATE)}: {made_of}"


def _sentence(started: int, left: int, gained: Decimal) -> str:
    if not started and not left:
        return "Nobody has started or left"
    said = f"{started:,} started and {left:,} left"
    if abs(gained) < LITTLE:
        return f"{said}: the team is as large as before"
    way = "larger" if gained > 0 else "smaller"
    return f"{said}: the team is {written(abs(gained), Kind.WTE)} WTE {way}"
