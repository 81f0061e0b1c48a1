"""The risks in sentences: how many, how heavy, which is on top, and the square told aloud."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pch_desktop.domain.board_risks import Band, Trend
from pch_desktop.domain.period import Month
from pch_desktop.reports.board_matrix import drawn
from pch_desktop.reports.words import plural
from pch_desktop.store.board import RiskRow


def finding(rows: Sequence[RiskRow]) -> str:
    """Return the sentence on how many risks there are, how heavy, and which is on top."""
    held = [row for row in rows if row.is_open]
    if not held:
        return "No risk is open."
    counts = Counter(row.band for row in held)
    heavy = [f"{counts[band]} {band.lower()}" for band in (Band.EXTREME, Band.HIGH) if counts[band]]
    said = f"{plural(len(held), 'risk')} open, {' and '.join(heavy) or 'none high or extreme'}"
    known = drawn(held)
    return f"{said}; on top {_top(known[0])}." if known else f"{said}; none is scored yet."


def alt_text(rows: Sequence[RiskRow], month: Month) -> str:
    """Return the square in words: each risk with its place and where it came from."""
    told = "; ".join(
        f"{row.reference} {row.current.product}, consequence {row.current.consequence}, "
        f"likelihood {row.current.likelihood}{_moved(row)}"
        for row in drawn(rows)
    )
    return f"Square of risks, likelihood up, consequence across, {month.words}. {told or 'None'}."


def _top(row: RiskRow) -> str:
    return f"{row.reference} at {row.current.product}{_moved(row)}"


def _moved(row: RiskRow) -> str:
    if row.before is None or row.trend in (None, Trend.SAME):
        return ""
    return f", {row.trend.value} from {row.before.product}" if row.trend else ""
