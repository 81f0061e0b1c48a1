"""The full charts of the board's registers, as they stand on the screen and in the pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.charts.board_initiatives import gantt
from pch_desktop.charts.board_risks import square
from pch_desktop.charts.board_time import lines_of
from pch_desktop.charts.full_chart import FullChart, PackPicture, fitting
from pch_desktop.domain.board_risks import Bands
from pch_desktop.domain.period import Month
from pch_desktop.reports import board_milestones
from pch_desktop.reports.board_matrix import PLACES, drawn
from pch_desktop.reports.board_risk_words import alt_text, finding
from pch_desktop.store import board, locality

if TYPE_CHECKING:
    from pch_desktop.store.board import InitiativeRow, RiskRow
    from pch_desktop.store.shared import Reads

SOURCE_RISKS = (
    "Source: the risk register. A ring is the score given before; an arrow leads to the score now."
)
SOURCE_INITIATIVES = (
    "Source: the register of initiatives. The thin bar ends where the last milestone was first "
    "planned."
)


def risk_chart(rows: Sequence[RiskRow], bands: Bands, place: str, month: Month) -> FullChart:
    """Return the square of risks."""
    held = drawn(rows)
    return FullChart(
        finding(rows).rstrip("."),
        f"Open risks by likelihood and consequence, 1 to 5 each, {place}, {month.words}.",
        fitting(alt_text(rows, month)),
        PLACES,
        held,
        lambda is_dark: square(rows, bands, is_dark=is_dark),
        SOURCE_RISKS,
    )


def gantt_chart(rows: Sequence[InitiativeRow], place: str, month: Month) -> FullChart:
    """Return the initiatives over time."""
    stones = [one for row in rows for one in row.milestones]
    return FullChart(
        board_milestones.finding(stones).rstrip("."),
        f"Initiatives by workstream, {place}, as they stand on {month.last.day} {month.words}.",
        fitting(board_milestones.alt_text(stones, month)),
        board_milestones.MILESTONES,
        stones,
        lambda is_dark: gantt(rows, month.last, is_dark=is_dark),
        SOURCE_INITIATIVES,
    )


def _risks(file: Reads, month: Month) -> FullChart | None:
    rows = file.read(board.risks, month.last)
    place = file.read(locality.locality).name
    return risk_chart(rows, file.read(board.bands), place, month) if drawn(rows) else None


def _initiatives(file: Reads, month: Month) -> FullChart | None:
    rows = file.read(board.initiatives, month.last)
    place = file.read(locality.locality).name
    return gantt_chart(rows, place, month) if lines_of(rows) else None


RISKS_PICTURE = PackPicture(70, "Risk matrix", _risks)
INITIATIVES_PICTURE = PackPicture(75, "Milestones", _initiatives)
