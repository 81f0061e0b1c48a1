"""The headline figures on the cover: the first measure of each feature of the locality."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pch_desktop.exports.pdf_letters import letters
from pch_desktop.reports.laid import Line, Part, lines
from pch_desktop.reports.table import Column, Table

KEYS = ("feature", "name", "value", "against", "rating")
MOST = 5


def tiles(summary: Table[Any]) -> list[dict[str, Any]]:
    """Return the figures of the summary that lead, as they stand there; five at most."""
    places = _places(summary.printed)
    if len(places) < len(KEYS):
        return []
    firsts: dict[str, Line] = {}
    for line in lines(summary):
        if line.part is Part.ROW and line.cells[places["value"]].words:
            firsts.setdefault(line.cells[places["feature"]].words, line)
    return [_tile(line, places) for line in list(firsts.values())[:MOST]]


def _places(columns: Sequence[Column[Any]]) -> dict[str, int]:
    return {column.key: at for at, column in enumerate(columns) if column.key in KEYS}


def _tile(line: Line, places: dict[str, int]) -> dict[str, Any]:
    show = letters().shown
    told: dict[str, Any] = {
        key: show(line.cells[places[key]].words) for key in ("name", "value", "against")
    }
    rating = line.cells[places["rating"]]
    return told | {"rating": [rating.words, rating.look.value] if rating.words else []}
