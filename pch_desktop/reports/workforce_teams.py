"""Named teams, who is in which, and what roles improve, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.words import plural, uncapped, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import MemberRow, RoleAimRow, TeamRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

NO_TEAM = "In no team"
WIDEST_NOTE = 150
"""So many letters of a note stand under a table without widening its page."""
GONE = "{} leads {} and holds no post on the day. Choose who leads it now."

TEAMS: tuple[Column[TeamRow], ...] = (
    Column("name", "Team", lambda row: row.name, width=32),
    Column("practice", "Practice", lambda row: row.practice, width=20,
           help="The practice whose people it is the team of."),
    Column("segment", "Part of the population", lambda row: row.segment, width=19,
           help="Blank is everybody."),
    Column("lead", "Led by", lambda row: row.lead, width=13),
    Column("members", "Members", lambda row: row.members, Kind.COUNT, width=8,
           help="How many belong to it on the day. Somebody may be in two teams."),
    Column("wte", "WTE", lambda row: row.wte, Kind.WTE, width=7,
           help="All that its members hold, wherever they work."),
    Column("there_wte", "WTE there", lambda row: row.there_wte, Kind.WTE, width=8,
           help="The part of its members' time that goes to the team's practice."),
    Column("purpose", "What it is there for", lambda row: row.purpose, width=40),
)  # fmt: skip

TEAM_SHEET: tuple[Column[TeamRow], ...] = (
    TEAMS[0],
    Column("for_whom", "For whom", lambda row: row.for_whom, width=34),
    Column("lead_role", "Led by a", lambda row: row.lead_role or None, width=28,
           help="What the lead holds on the day. No names."),
    *TEAMS[4:],
)  # fmt: skip
"""The teams on paper: the lead's role stands for the name."""

MEMBERS: tuple[Column[MemberRow], ...] = (
    Column("person", "Name", lambda row: row.person, width=22),
    Column("role", "Role", lambda row: row.role or None, width=28,
           help="What they hold on the day."),
    Column("employer", "Employer", lambda row: row.employer or None, width=26),
    Column("team", "Team", lambda row: row.team, width=30,
           help="Blank for those who hold a post on the day and are in no team."),
    Column("part", "Part in it", lambda row: row.part, width=20),
    Column("starts_on", "From", lambda row: row.starts_on, Kind.DATE, width=11),
    Column("ends_on", "Until", lambda row: row.ends_on, Kind.DATE, width=11,
           help="The last day in it; blank while it goes on."),
    Column("wte", "WTE", lambda row: row.wte, Kind.WTE, width=8,
           help="All they hold, wherever they work."),
)  # fmt: skip

AIMS: tuple[Column[RoleAimRow], ...] = (
    Column("role", "Role", lambda row: row.role, width=30),
    Column("measure", "Is there to improve", lambda row: row.measure, width=34),
    Column("contribution", "How", lambda row: row.contribution, width=52),
    Column("holders", "In post", lambda row: row.holders, Kind.COUNT, width=8,
           help="People in a post of the role on the day, volunteers among them."),
    Column("in_post_wte", "In post WTE", lambda row: row.in_post_wte, Kind.WTE, width=9,
           help="A role with two measures stands on two lines; do not add them up."),
    Column("source", "Source", lambda row: row.source, width=36),
)  # fmt: skip


def answer(team: TeamRow, day: str = "") -> str:
    """Return who somebody's team is, as a sentence to say or send.

    Args:
        team: as it stands on a day.
        day: the day in words, where it is to be told.
    """
    led = f"is led by {team.lead}" if team.lead else "has no lead yet"
    role = f" ({uncapped_role(team.lead_role)})" if team.lead and team.lead_role else ""
    people = plural(team.members, "person", "people")
    when = f" on {day}" if day else ""
    return f"{_whose(team)} {led}{role}: {people}, {written(team.wte, Kind.WTE)} WTE{when}."


def _whose(team: TeamRow) -> str:
    if team.practice is None:
        return f"{team.name}, for {uncapped(team.segment)}," if team.segment else team.name
    some = f" for {uncapped(team.segment)}" if team.segment else ""
    return f"The team of {team.practice}{some}"


def uncapped_role(words: str) -> str:
    """Return roles as they stand in a sentence: abbreviations such as GP keep their capitals."""
    return words if words[:2].isupper() else uncapped(words)


def aim_words(aims: Sequence[tuple[str, str | None]]) -> str:
    """Return what somebody is there to improve, a measure on each line."""
    lines = [f"{measure}: {uncapped(how)}" if how else measure for measure, how in aims]
    return "\n".join(dict.fromkeys(lines)) or "Nothing is written down for the role yet"


def teams_table(file: Reads, month: Month) -> Table[TeamRow]:
    """Return the named teams at a month's end, without names."""
    rows = file.read(workforce.teams, month.last)
    missing = file.read(workforce.practices_without_team) if rows else []
    notes = [
        "Somebody may be in two teams, so members and WTE are not added up over teams.",
        "WTE there is the part of the members' time that goes there.",
    ]
    if missing:
        notes += _lines(f"Practices without a team of their own: {', '.join(missing)}.")
    day = written(month.last, Kind.DATE)
    subtitle = f"Who the team of a practice or of a part of the population is, {day}. No names."
    return Table("Teams", TEAM_SHEET, rows, subtitle, (), tuple(notes))


def aims_table(file: Reads, month: Month) -> Table[RoleAimRow]:
    """Return what the roles in post improve, where anything is written down."""
    rows = file.read(workforce.role_aims, month.last)
    told = [row for row in rows if row.measure]
    without = [row.role for row in rows if not row.measure]
    day = written(month.last, Kind.DATE)
    notes = _lines(f"Roles in post without a measure: {', '.join(without)}.") if without else ()
    subtitle = f"What each role is there to improve, and who is in post at {day}."
    return Table("Role aims", AIMS, told, subtitle, (), notes)


def _lines(note: str) -> tuple[str, ...]:
    """Return a long note in lines no wider than a page."""
    return tuple(wrap(note, WIDEST_NOTE))


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets of teams and of roles' aims."""
    return (teams_table(file, month), aims_table(file, month))


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return which teams have a lead who is gone, and which practices have no team."""
    rows = file.read(workforce.teams, month.last)
    gone = [row for row in rows if row.lead_is_gone]
    found = [
        Finding("workforce", f"{row.name} is led by somebody who is not in post",
                "Choose who leads it now, under Teams.", Weight.LATE, "Choose",
                row.id, "Teams", "lead")
        for row in gone
    ]  # fmt: skip
    missing = file.read(workforce.practices_without_team) if rows else []
    if missing:
        title = f"{plural(len(missing), 'practice')} without a named team"
        found.append(Finding("workforce", title, ", ".join(missing), Weight.NOTE, "Name a team",
                             rows[0].id, "Teams", "practice"))  # fmt: skip
    return found
