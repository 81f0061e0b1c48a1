"""A chart as typst draws it: where bars and points lie, in parts of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pch_desktop.exports.pdf_letters import letters
from pch_desktop.reports.drawn import Drawing, Number, Series, marks
from pch_desktop.reports.table import MONEYS, Kind, Shape
from pch_desktop.reports.words import written

Facts = dict[str, Any]
SHORT = 0.05
"""The part of the picture below which a figure no longer fits inside its bar."""


def chart_facts(drawn: Drawing) -> Facts:
    """Return what the page is told of a chart: figures in words, and lengths of 0 to 1."""
    show = letters().shown
    made = _lying(drawn) if drawn.is_lying else _standing(drawn)
    lanes = len(drawn.series) if drawn.chart.shape is Shape.BARS else 1
    titles = [show(series.title) for series in drawn.series]
    return {
        "shape": drawn.chart.shape.name.lower(),
        "finding": show(drawn.chart.finding),
        "alt": show(drawn.chart.alt_text),
        "legend": titles if len(titles) > 1 else [],
        "names": [show(name) for name in drawn.names],
        "known": any(value is not None for series in drawn.series for value in series.values),
        "down": 60 + (15 * len(drawn.names) * lanes if drawn.is_lying else 190),
        **made,
    }


def _lying(drawn: Drawing) -> Facts:
    low, high = drawn.span
    is_stacked = drawn.chart.shape is Shape.STACKED
    rows = [
        _stacked(drawn.series, at, high) if is_stacked else _beside(drawn, at, drawn.span)
        for at in range(len(drawn.names))
    ]
    longest = max((letters().breadth(name) for name in drawn.names), default=0.0)
    return {"rows": rows, "zero": _share(0, low, high), "is_both": low < 0, "name_em": longest}


def _beside(drawn: Drawing, at: int, span: tuple[Number, Number]) -> list[Facts]:
    """Return the bars of one row, from nothing to their figure; none where it is not known."""
    return [
        _bar(number, series, at, (_share(min(value, 0), *span), _share(max(value, 0), *span)))
        for number, series in enumerate(drawn.series)
        if (value := series.values[at]) is not None
    ]


def _stacked(series: Sequence[Series], at: int, high: Number) -> list[Facts]:
    found: list[Facts] = []
    before: Number = 0
    for number, each in enumerate(series):
        value = each.values[at]
        if not value:
            continue
        ends = (_share(before, 0, high), _share(before + value, 0, high))
        found.append(_bar(number, each, at, ends, is_inside=True))
        before += value
    return found


def _bar(number: int, series: Series, at: int, ends: tuple[float, float], *,
         is_inside: bool = False) -> Facts:  # fmt: skip
    """Return one bar; a figure that would not fit inside is left out, the table has it."""
    value, (start, end) = series.values[at], ends
    is_worse = value is not None and value < 0
    words = "" if is_inside and end - start < SHORT else series.words[at]
    look = "worse" if is_worse else ("better", "missing", "other")[min(number, 2)]
    return {"from": start, "to": end, "look": look, "words": words, "is_worse": is_worse,
            "number": number}  # fmt: skip


def _standing(drawn: Drawing) -> Facts:
    at = marks(*drawn.span)
    low, high = at[0], at[-1]
    kind = drawn.series[0].kind if drawn.series else Kind.COUNT
    facts: Facts = {
        "marks": [[_share(mark, low, high), _mark(mark, kind)] for mark in at],
        "zero": _share(0, low, high),
    }
    if drawn.chart.shape is Shape.COLUMNS:
        rows = [_beside(drawn, number, (low, high)) for number in range(len(drawn.names))]
        return facts | {"rows": rows}
    return facts | {"lines": [_line(series, low, high) for series in drawn.series]}


def _mark(value: Number, kind: Kind) -> str:
    return written(int(value) if kind in MONEYS else value, kind)


def _line(series: Series, low: Number, high: Number) -> Facts:
    """Return a line's points as place and height; its figure stands at the last that is known."""
    known = [(at, value) for at, value in enumerate(series.values) if value is not None]
    points = [[at, _share(value, low, high)] for at, value in known]
    return {"points": points, "words": series.words[known[-1][0]] if known else ""}


def _share(value: Number, low: Number, high: Number) -> float:
    whole = float(high - low)
    return round(float(value - low) / whole, 5) if whole else 0.0
