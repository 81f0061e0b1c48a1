"""The two small charts: where the money is going, and how far the team is filled."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.money import whole
from pch_desktop.reports.budget_path import PathRow
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import bracketed, written
from pch_desktop.store.workforce import FilledRow
from pch_desktop.ui.chart_facts import Lines, Series
from pch_desktop.ui.mini_charts import ChartCard

PENCE = 100_000
Points = tuple[float | None, ...]


def show_money(card: ChartCard, rows: Sequence[PathRow]) -> None:
    """Draw the variance so far, and the band in which the year may end."""
    known = [row for row in rows if row.date_variance is not None]
    end = rows[-1] if rows else None
    said = f"{_k(end.forecast)} end" if end and end.forecast is not None else ""
    ink = "worse" if end and (end.forecast or 0) < 0 else "better"
    drawing = Lines(
        tuple(row.month.words[0] for row in rows),
        (
            Series("So far", _points([row.date_variance for row in rows]), has_marks=True),
            Series("Forecast", _points([row.forecast for row in rows]), ink, True, end_label=said),
        ),
        _points([row.worst for row in rows]),
        _points([row.best for row in rows]),
    )
    between = ""
    if end and end.worst is not None and end.best is not None:
        between = f"The year may end between {_k(end.worst)} and {_k(end.best)}."
    numbers = "; ".join(
        f"{row.month.words} {written(row.date_variance, Kind.MONEY)}" for row in known
    )
    subtitle = f"£000 from April on. (Brackets) are overspent. {between}".strip()
    card.show_chart("Variance from budget so far", subtitle, drawing, f"{numbers}. {said}")


def show_team(card: ChartCard, rows: Sequence[FilledRow]) -> None:
    """Draw WTE in post under WTE funded, the gap between them shaded."""
    last = rows[-1] if rows else None
    ends = ("", "")
    if last is not None:
        ends = (
            f"{written(last.funded_wte, Kind.WTE)} funded",
            f"{written(last.in_post_wte, Kind.WTE)} in post",
        )
    funded: Points = tuple(float(row.funded_wte) for row in rows)
    in_post: Points = tuple(float(row.in_post_wte) for row in rows)
    drawing = Lines(
        tuple(f"{row.month.words[:3]} {row.month.year % 100:02d}" for row in rows),
        (
            Series("Funded", funded, "ink2", is_stepped=True, end_label=ends[0]),
            Series("In post", in_post, has_marks=True, end_label=ends[1]),
        ),
        has_zero=False,
    )
    numbers = "; ".join(
        f"{row.month.words} {written(row.in_post_wte, Kind.WTE)} of "
        f"{written(row.funded_wte, Kind.WTE)}"
        for row in rows
    )
    subtitle = "WTE at each month's end. The scale does not begin at nought."
    card.show_chart("Posts funded and filled", subtitle, drawing, numbers)


def _points(amounts: Sequence[int | None]) -> Points:
    return tuple(None if pence is None else pence / PENCE for pence in amounts)


def _k(pence: int) -> str:
    return bracketed(whole(pence, 1000))
