"""Charts of the partners: who delivers what for whom, and how many there are by sector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from pch_desktop.charts.paper import SMALL, USUAL, Inks, clear, cut, letters, say_nothing, sheet
from pch_desktop.domain.partners import Sector
from pch_desktop.reports.partner_map import Group, SectorRow
from pch_desktop.reports.words import plural, shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

COLOURS: Mapping[Sector, str] = {
    Sector.PRIMARY: "#005EB8",
    Sector.COMMUNITY: "#41B6E6",
    Sector.SECONDARY: "#330072",
    Sector.MENTAL_HEALTH: "#AE2573",
    Sector.SOCIAL: "#007F3B",
    Sector.VOLUNTARY: "#FFB81C",
    Sector.PUBLIC: "#AEB7BD",
}
DARK_COLOURS: Mapping[Sector, str] = {
    **COLOURS,
    Sector.PRIMARY: "#5AA7E8",
    Sector.COMMUNITY: "#9ADCF7",
    Sector.SECONDARY: "#A893E0",
    Sector.MENTAL_HEALTH: "#E07AB2",
    Sector.SOCIAL: "#57B97E",
}
WHO, WHAT, FOR_WHOM = 0.24, 0.525, 0.775
"""Where the three columns stand, of the width."""
THICK = 0.009
GAP = 0.45
"""The least room between two bars, measured in ribbons."""
FEWEST = 12
"""With fewer ribbons than this they are not drawn thicker."""
TWO_LINES = 0.06
"""How tall a bar must be for two lines of words."""
MANY = 12
"""From more bars than this in a column on, their names are written small."""


@dataclass
class Bar:
    """One bar of a column: where it is, and how far its ribbons have filled it."""

    top: float
    tall: float
    entered: int = 0
    left: int = 0


Column = dict[str, Bar]
Looks = tuple[Mapping[Sector, str], Mapping[str, int]]
"""The colours of the sectors, and how many services each part of the people has."""
PEOPLE = tuple(shown(group.value) for group in Group)
"""The people in the order they are drawn; others stand after them by name."""


class Ribbon(Protocol):
    """A partner's part in a service, for some people."""

    @property
    def drawn_as(self) -> str:
        """The partner, or several drawn as one."""
        ...

    @property
    def sector(self) -> Sector:
        """Its sector."""
        ...

    @property
    def service(self) -> str:
        """The service, or the sort of it."""
        ...

    @property
    def whom(self) -> str:
        """Whom it is for."""
        ...


def partner_map(
    rows: Sequence[Ribbon],
    *,
    is_dark: bool = False,
    counts: Mapping[str, int] | None = None,
) -> Figure:
    """Draw ribbons from partners to services to the people they are for.

    Each ribbon is one row. ``counts`` tells how many services each part of the people
    has, where what is drawn is sorts of service.
    """
    figure, inks = sheet(is_dark)
    if not rows:
        say_nothing(figure.add_subplot(), inks)
        return figure
    figure.set_layout_engine("none")
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.axis("off")
    axes.set_xlim(0, 1)
    axes.set_ylim(1.015, -0.06)
    many = counts or _services_of(rows)
    _draw(axes, rows, inks, (DARK_COLOURS if is_dark else COLOURS, many))
    return figure


def _draw(axes: Any, rows: Sequence[Ribbon], inks: Inks, looks: Looks) -> None:
    colours, counts = looks
    order = list(Sector)
    ordered = sorted(rows, key=lambda row: (order.index(row.sector), row.drawn_as, row.service))
    who = Counter(row.drawn_as for row in ordered)
    what = Counter(row.service for row in ordered)
    whom = Counter(row.whom for row in sorted(rows, key=lambda row: _place(row.whom)))
    most = max(len(who), len(what), len(whom))
    unit = 1 / max(FEWEST, len(rows) + GAP * (most - 1))
    columns = [_column(names, unit) for names in (who, what, whom)]
    services = list(what)
    for row in ordered:
        ends = (columns[0][row.drawn_as], columns[1][row.service])
        _ribbon(axes, (WHO, WHAT), ends, (unit, colours[row.sector], 0.5))
    for row in sorted(ordered, key=lambda row: services.index(row.service)):
        ends = (columns[1][row.service], columns[2][row.whom])
        _ribbon(axes, (WHAT, FOR_WHOM), ends, (unit, inks.ink2, 0.2))
    sectors = {row.drawn_as: row.sector for row in rows}
    inks_of = [[colours[sectors[name]] for name in who], [inks.better] * len(what),
               [inks.ink] * len(whom)]  # fmt: skip
    for place, column, fills in zip((WHO, WHAT, FOR_WHOM), columns, inks_of, strict=True):
        for bar, fill in zip(column.values(), fills, strict=True):
            _bar(axes, place, bar, fill)
    _headings(axes, inks)
    _partners(axes, columns[0], sectors, inks)
    _services(axes, columns[1], inks)
    _groups(axes, columns[2], counts, inks)


def _services_of(rows: Sequence[Ribbon]) -> Mapping[str, int]:
    pairs = {(row.whom, row.service) for row in rows}
    return Counter(whom for whom, _ in pairs)


def _place(whom: str) -> tuple[int, str]:
    return (PEOPLE.index(whom) if whom in PEOPLE else len(PEOPLE), whom)


def _column(weights: Mapping[str, int], unit: float) -> Column:
    """Place bars under each other, the room that is left shared out between them."""
    spare = 1 - unit * sum(weights.values())
    gap = min(spare / max(1, len(weights) - 1), 0.09)
    top = (spare - gap * (len(weights) - 1)) / 2
    found: Column = {}
    for name, weight in weights.items():
        found[name] = Bar(top, weight * unit)
        top += weight * unit + gap
    return found


def _ribbon(
    axes: Any, across: tuple[float, float], ends: tuple[Bar, Bar], look: tuple[float, str, float]
) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    unit, colour, strength = look
    start, end = ends
    left, right = across[0] + THICK / 2, across[1] - THICK / 2
    top, to = start.top + start.left * unit, end.top + end.entered * unit
    start.left += 1
    end.entered += 1
    middle = (left + right) / 2
    points = [
        (left, top), (middle, top), (middle, to), (right, to), (right, to + unit),
        (middle, to + unit), (middle, top + unit), (left, top + unit), (left, top),
    ]  # fmt: skip
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    axes.add_patch(PathPatch(Path(points, codes), color=colour, alpha=strength, linewidth=0))


def _bar(axes: Any, place: float, bar: Bar, colour: str) -> None:
    from matplotlib.patches import Rectangle

    corner = (place - THICK / 2, bar.top)
    axes.add_patch(Rectangle(corner, THICK, bar.tall, color=colour, linewidth=0))


def _headings(axes: Any, inks: Inks) -> None:
    for place, words, side in (
        (WHO + THICK, "WHO: partner", "right"),
        (WHAT, "WHAT: service", "center"),
        (FOR_WHOM - THICK, "FOR WHOM: people", "left"),
    ):
        font = letters(USUAL, is_bold=True)
        axes.text(place, -0.03, words, color=inks.ink2, font=font, ha=side, va="center")


def _size(column: Column) -> float:
    """Return how large names may be so that they stand clear of each other."""
    return SMALL if len(column) > MANY else USUAL


def _partners(axes: Any, column: Column, sectors: Mapping[str, Sector], inks: Inks) -> None:
    for name, bar in column.items():
        middle, words = bar.top + bar.tall / 2, cut(name, 34)
        place = WHO - THICK - 0.006
        if bar.tall < TWO_LINES:
            axes.text(place, middle, words, color=inks.ink, font=letters(_size(column)),
                      ha="right", va="center")  # fmt: skip
            continue
        axes.text(place, middle, words, color=inks.ink, font=letters(USUAL, is_bold=True),
                  ha="right", va="bottom")  # fmt: skip
        axes.text(place, middle + 0.002, shown(sectors[name].value), color=inks.ink2,
                  font=letters(SMALL), ha="right", va="top")  # fmt: skip


def _services(axes: Any, column: Column, inks: Inks) -> None:
    ground = {"facecolor": inks.ground, "edgecolor": "none", "alpha": 0.82, "pad": 1.2}
    for name, bar in column.items():
        axes.text(WHAT + THICK + 0.003, bar.top + bar.tall / 2, cut(name, 32), color=inks.ink,
                  font=letters(_size(column), is_bold=True), va="center", bbox=ground)  # fmt: skip


def _groups(axes: Any, column: Column, counts: Mapping[str, int], inks: Inks) -> None:
    place = FOR_WHOM + THICK + 0.006
    for name, bar in column.items():
        services = counts[name]
        middle = bar.top + bar.tall / 2
        font = letters(USUAL, is_bold=True)
        if bar.tall < TWO_LINES:
            words = f"{cut(name, 26)}, {plural(services, 'service')}"
            axes.text(place, middle, words, color=inks.ink, font=letters(), va="center")
            continue
        axes.text(place, middle, cut(name, 28), color=inks.ink, font=font, va="bottom")
        axes.text(place, middle + 0.002, plural(services, "service"), color=inks.ink2,
                  font=letters(SMALL), va="top")  # fmt: skip


def by_sector(rows: Sequence[SectorRow], *, is_dark: bool = False) -> Figure:
    """Draw the partners of each sector, those who have signed filled."""
    figure, inks = sheet(is_dark)
    axes = figure.add_subplot()
    if not rows:
        say_nothing(axes, inks)
        return figure
    places = range(len(rows))
    signed = [row.signed for row in rows]
    axes.barh(places, signed, height=0.6, color=inks.better_fill, edgecolor=inks.better,
              linewidth=1, label="Signed")  # fmt: skip
    axes.barh(places, [row.others for row in rows], left=signed, height=0.6, color="none",
              edgecolor=inks.ink2, linewidth=1, linestyle=(0, (3, 2)),
              label="Not signed")  # fmt: skip
    most = max(row.partners for row in rows)
    for at, row in enumerate(rows):
        words = f"{row.partners}" if row.partners == row.signed else (
            f"{row.partners}, {row.signed} signed"
        )  # fmt: skip
        axes.text(row.partners + most * 0.015, at, words, color=inks.ink, font=letters(),
                  va="center")  # fmt: skip
    axes.set_yticks(places, [shown(row.sector.value) for row in rows])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xlim(0, most * 1.25)
    axes.set_xticks([])
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=2, frameon=False,
                labelcolor=inks.ink, prop=letters(), borderaxespad=0)  # fmt: skip
    clear(axes, inks)
    for tick in axes.get_yticklabels():
        tick.set_color(inks.ink)
    return figure
