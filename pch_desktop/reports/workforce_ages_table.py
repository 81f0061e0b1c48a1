"""The age profile set out for reading: its table, its finding, what must be read with it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain import suppression
from pch_desktop.domain.period import Month
from pch_desktop.domain.suppression import HIDDEN
from pch_desktop.reports.table import Column, Kind, Table, Value
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce_ages import (
    AT_RISK,
    HEADS,
    WTE,
    AgeGroup,
    AgeProfile,
    inside,
    profile_on,
)

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


@dataclass(frozen=True, slots=True)
class AgeLine:
    """A line of the profile's table: a group's heads, or its WTE."""

    id: int
    group: AgeGroup
    counted: str

    @property
    def name(self) -> str:
        """The group's name."""
        return self.group.name


def columns(profile: AgeProfile) -> tuple[Column[AgeLine], ...]:
    """Return the columns of the profile's table."""
    old = profile.old_words
    return (
        Column("name", "Staff group", lambda line: line.name, width=32),
        Column("counted", "Counted", lambda line: line.counted, width=9),
        *(_age_column(profile, at, title) for at, title in enumerate(profile.titles)),
        Column("every", "All ages", lambda line: line.group.every.value(line.counted), Kind.NUMBER,
               kind_of=_kind, width=8),
        Column("old", f"{AT_RISK} {old}", lambda line: line.group.old.value(line.counted),
               Kind.NUMBER, kind_of=_kind, width=10),
        Column("share", f"WTE {old}", _share, Kind.SHARE, width=9,
               formula_of=_share_formula,
               help=f"WTE of those {old} of all WTE; not known while a year of birth is missing."),
    )  # fmt: skip


def lines(profile: AgeProfile, *counted: str) -> list[AgeLine]:
    """Return the lines of the profile's table: heads, WTE or both; all staff last."""
    made = [(group, each) for group in (*profile.groups, profile.everybody) for each in counted]
    if not profile.everybody.every.heads:
        return []
    return [AgeLine(number, *line) for number, line in enumerate(made, start=1)]


def finding(profile: AgeProfile) -> str:
    """Return the sentence on how much of the team may retire, and where most of it is."""
    if not profile.everybody.every.heads:
        return "Nobody is in post yet."
    age_ = profile.rules.retirement_age
    everybody = profile.everybody
    if everybody.old.is_hidden:
        return f"Too few people are {age_} or over to be counted here."
    known = [group for group in profile.groups if group.risk_share is not None]
    said = f"{written(everybody.old.wte, Kind.WTE)} WTE are {age_} or over"
    share = everybody.risk_share
    if share is not None:
        said = f"{written(share, Kind.SHARE)} of the team's WTE is {age_} or over"
    if not known or len(profile.groups) < 2:
        return said
    most = max(known, key=lambda group: group.risk_share or Decimal(0))
    return f"{said}; most in {inside(most.name)}, {written(most.risk_share, Kind.SHARE)}"


def alt_text(profile: AgeProfile) -> str:
    """Return the finding and its numbers, for those who do not see the bars."""
    numbers = "; ".join(
        f"{title} {written(cell.value(HEADS), Kind.COUNT)}"
        for title, cell in zip(profile.titles, profile.everybody.cells, strict=True)
    )
    said = f"Bars of people in post by age, and a grid by staff group. {finding(profile)}."
    return f"{said} Heads: {numbers}."[:400]


def notes(profile: AgeProfile) -> tuple[str, ...]:
    """Return what must be read with the profile."""
    found = ["In post: permanent, fixed term, partner, apprentice, seconded in. "
             "Age is the year less the year of birth."]  # fmt: skip
    if profile.has_hidden:
        found.append(suppression.words(profile.rules.least_shown))
    if profile.everybody.unknown_heads:
        count = plural(profile.everybody.unknown_heads, "person", "people")
        found.append(f"Incomplete: the year of birth of {count} is not known.")
    return tuple(found)


def age_table(file: Reads, month: Month) -> Table[AgeLine]:
    """Return the age profile at a month's end, as a sheet of the pack."""
    profile = profile_on(file, month.last)
    subtitle = f"People in post and their WTE by age at {written(month.last, Kind.DATE)}. No names."
    rows = lines(profile, HEADS, WTE)
    return Table("Age profile", columns(profile), rows, subtitle, (), notes(profile))


def _age_column(profile: AgeProfile, at: int, title: str) -> Column[AgeLine]:
    is_old = title in profile.old
    return Column(
        f"age_{at}",
        f"{AT_RISK} {title}" if is_old else title,
        lambda line: line.group.cells[at].value(line.counted),
        Kind.NUMBER,
        kind_of=_kind,
        help=f"{AT_RISK} At or over the age of retirement risk." if is_old else "",
        width=8,
    )


def _kind(line: AgeLine) -> Kind:
    return Kind.COUNT if line.counted == HEADS else Kind.WTE


def _share(line: AgeLine) -> Value:
    return HIDDEN if line.group.old.is_hidden else line.group.risk_share


def _share_formula(line: AgeLine) -> str:
    is_live = line.counted == WTE and line.group.risk_share is not None
    return "{old}/{every}" if is_live else ""
