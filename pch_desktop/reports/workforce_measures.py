"""Every measure of the workforce on a day, beside the same a year before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain import suppression
from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce_flow import year_before
from pch_desktop.reports.table import Kind, Table, Value
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_ages import age_profile
from pch_desktop.reports.workforce_day import team_day
from pch_desktop.reports.workforce_flow import flow_measures
from pch_desktop.reports.workforce_measure import MEASURES, Measured, MeasureRow
from pch_desktop.reports.workforce_measure_list import catalogue
from pch_desktop.reports.workforce_sickness import YEAR, sickness

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


def measured(file: Reads, day: date) -> Measured:
    """Return all that the measures of a day are worked out from."""
    team, month = team_day(file, day), Month.of(day)
    sick = sickness(file, month)
    return Measured(
        team,
        age_profile(team.work, team.rules, day),
        flow_measures(file, day),
        sick.rate_of(None, month),
        sick.rate_of(None, month, YEAR),
    )


def values_before(file: Reads, day: date) -> Mapping[str, Value]:
    """Return each measure of the same day a year before, by its name."""
    then = measured(file, year_before(day))
    return {each.name: each.work(then).value for each in catalogue(then)}


def rows_of(now: Measured, before: Mapping[str, Value]) -> list[MeasureRow]:
    """Return every measure beside the same a year before; nothing while there is no team."""
    if not now.team.work and not now.team.posts:
        return []
    return [
        MeasureRow(number, each, each.work(now), before.get(each.name))
        for number, each in enumerate(catalogue(now), start=1)
    ]


def measure_rows(file: Reads, day: date) -> list[MeasureRow]:
    """Return every measure of a day beside the same a year before."""
    return rows_of(measured(file, day), values_before(file, day))


def measures_table(file: Reads, month: Month) -> Table[MeasureRow]:
    """Return the measures at a month's end, as a sheet of the pack."""
    rows = measure_rows(file, month.last)
    rules = team_day(file, month.last).rules
    subtitle = f"The whole locality at {written(month.last, Kind.DATE)}. A blank is not known."
    notes = (
        f"A GP session is {rules.session_minutes} minutes; 37.5 hours a week are 1.00 WTE.",
        suppression.words(rules.least_shown),
    )
    return Table("Workforce measures", MEASURES, rows, subtitle, (), notes)


def finding(rows: Sequence[MeasureRow]) -> str:
    """Return the sentence on how the team stands and how hard it is to come by."""
    known = {row.name: row for row in rows}
    if not rows:
        return "No post has been added and nobody is in post yet."
    parts = [
        f"{written(known['WTE in post'].figure.value, Kind.WTE)} WTE in post, "
        f"{written(known['Headcount'].figure.value, Kind.COUNT)} people"
    ]
    for name, words in (("Vacancy rate", "of posts vacant"), ("Patients per GP WTE",
                        "patients to a GP WTE")):  # fmt: skip
        row = known[name]
        if row.figure.value is not None:
            parts.append(f"{written(row.figure.value, row.measure.kind)} {words}")
    return "; ".join(parts) + "."
