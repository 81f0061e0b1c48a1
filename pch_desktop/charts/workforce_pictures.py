"""The full charts of the workforce, and those of them that stand in the board pack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.charts import workforce as drawn
from pch_desktop.charts.full_chart import FullChart, PackPicture, fitting
from pch_desktop.domain.period import Month
from pch_desktop.reports import team
from pch_desktop.reports.team import GROUPINGS, PARTS, Mix
from pch_desktop.reports.workforce import filled_by_month
from pch_desktop.store import locality, workforce

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads
    from pch_desktop.store.workforce import FilledRow

MEASURE = "37.5 hours a week = 1.0 WTE. In post leaves out cover and volunteers."
SOURCE = "Source: posts and who holds them, all employers."


def team_chart(months: Sequence[FilledRow], found: Mix, place: str) -> FullChart:
    """Return the chart of WTE in post under WTE funded, month by month, the skill mix beside."""
    first = f"{months[0].month.words} to " if len(months) > 1 else ""
    until = f", {first}{months[-1].month.words}" if months else ""
    return FullChart(
        team.months_finding(months),
        f"Team of {place}, WTE, all employers{until}.",
        fitting(team.months_alt_text(months)),
        team.MONTHS,
        months,
        lambda is_dark: drawn.team(months, found, is_dark=is_dark),
        f"{SOURCE} {MEASURE}",
    )


def _team(file: Reads, month: Month) -> FullChart | None:
    months = filled_by_month(file, month)
    if not any(row.funded_wte or row.in_post_wte for row in months):
        return None
    posts = file.read(workforce.posts, month.last)
    found = team.mix(posts, GROUPINGS["staff group"], PARTS["sector"])
    return team_chart(months, found, file.read(locality.locality).name)


TEAM_PICTURE = PackPicture(40, "Workforce", _team)
