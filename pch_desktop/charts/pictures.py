"""Charts as pictures: the same bytes for the same figures, and those the board pack shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pch_desktop import charts
from pch_desktop.charts.full_chart import FullChart, PackPicture
from pch_desktop.discovery import every, names
from pch_desktop.domain.period import Month

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from pch_desktop.store.shared import Reads

PAPER_DPI = 150
"""Dots to the inch of a picture in the board pack."""
SVG_LOOK: Any = {"svg.fonttype": "none", "svg.hashsalt": "pch-desktop"}
"""Words stay words, in the letters that are shipped, and names within the drawing stay the same."""

NO_MAKER = {"Date": None, "Creator": None}


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture of the board pack, light, at the size it is printed, with what is told of it."""

    on: str
    """The title of the sheet it stands with."""
    finding: str
    subtitle: str
    source: str
    alt_text: str
    svg: bytes


def svg_of(figure: Figure, told: Mapping[str, str] | None = None) -> bytes:
    """Return a figure as a drawing: the same figure gives the same bytes, on any day.

    ``told`` is what is written into it beside what is seen: Title, Description.
    """
    import matplotlib as mpl

    with mpl.rc_context(SVG_LOOK):
        return _saved(figure, format="svg", metadata={**NO_MAKER, **(told or {})})


def png_of(figure: Figure, dpi: int = PAPER_DPI, told: Mapping[str, str] | None = None) -> bytes:
    """Return a figure as a picture of so many dots to the inch; the same bytes on any day."""
    return _saved(figure, format="png", dpi=dpi, metadata={"Software": None, **(told or {})})


def pictures(file: Reads, month: Month) -> list[DrawnPicture]:
    """Return the pictures of a month's board pack, in order; those of nothing are left out."""
    drawn = [picture(file, month, each) for each in registered()]
    return [each for each in drawn if each is not None]


def picture(file: Reads, month: Month, wanted: PackPicture) -> DrawnPicture | None:
    """Return one picture of a month's board pack; None where nothing is known to draw."""
    chart = wanted.build(file, month)
    return None if chart is None else _drawn(wanted.on, chart)


def registered() -> list[PackPicture]:
    """Return every picture that a module of charts holds, in the order they stand in."""
    found = [each for name in names(charts) for each in every(name, PackPicture)]
    return sorted(found, key=lambda each: each.order)


def _drawn(on: str, chart: FullChart) -> DrawnPicture:
    figure = chart.make(False)
    words = (chart.finding, chart.subtitle, chart.source, chart.alt_text)
    told = {"Title": chart.finding, "Description": chart.alt_text}
    return DrawnPicture(on, *words, svg_of(figure, told))


def _saved(figure: Figure, **how: Any) -> bytes:
    made = BytesIO()
    figure.savefig(made, facecolor=figure.get_facecolor(), **how)
    return made.getvalue()
