"""The measures by practice, employer, staff group or role: a row each, the same columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce_measures import patients_per_wte, rate
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import shown, written
from pch_desktop.reports.workforce_day import (
    Keeps,
    TeamDay,
    cover,
    heads,
    heads_by_practice,
    in_post,
    team_day,
    wte,
    wte_by_practice,
)
from pch_desktop.reports.workforce_filled import filled
from pch_desktop.store.workforce import PostRow, WorkRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

RowOf = TypeVar("RowOf")
NOTHING = Decimal(0)
NO_PRACTICE = "At no practice"
NO_EMPLOYER = "No employer named"
BY_PRACTICE = "practice"
ByWork = Callable[[WorkRow], str]
ByPost = Callable[[PostRow], str]
SCOPES: Mapping[str, tuple[ByWork, ByPost]] = {
    "employer": (
        lambda row: row.employer or NO_EMPLOYER,
        lambda row: row.employer or NO_EMPLOYER,
    ),
    "staff group": (
        lambda row: shown(row.staff_group.value),
        lambda row: shown(row.staff_group.value),
    ),
    "role": (lambda row: row.role, lambda row: row.role),
}
"""What work and posts are added up by; by practice the work follows where the time goes."""


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """What there is of the team in one practice, employer, staff group or role."""

    id: int
    name: str
    heads: int
    in_post_wte: Decimal
    cover_wte: Decimal
    funded_wte: Decimal
    vacant_wte: Decimal
    over_wte: Decimal
    gp_wte: Decimal
    clinical_wte: Decimal
    patients: Decimal | None = None
    """Its registered list, where it has one."""
    weighted: Decimal | None = None
    has_list: bool = False

    @property
    def vacancy_share(self) -> Decimal | None:
        """Vacant of funded (W5)."""
        return rate(self.vacant_wte, self.funded_wte)

    @property
    def patients_per_gp(self) -> Decimal | None:
        """Registered patients to one GP WTE (W10)."""
        return patients_per_wte(self.patients, self.gp_wte)

    @property
    def patients_per_clinical(self) -> Decimal | None:
        """Registered patients to one clinical WTE (W10)."""
        return patients_per_wte(self.patients, self.clinical_wte)

    @property
    def weighted_per_gp(self) -> Decimal | None:
        """Weighted patients to one GP WTE (W10)."""
        return patients_per_wte(self.weighted, self.gp_wte)


def _no_list(row: ScopeRow) -> bool:
    return not row.has_list


SCOPED: tuple[Column[ScopeRow], ...] = (
    Column("name", "Practice", lambda row: row.name, width=30),
    Column("heads", "Heads", lambda row: row.heads, Kind.COUNT, width=7,
           help="People with a live assignment; who works in two places counts in both, so that "
           "they do not add up to the locality's."),
    Column("in_post_wte", "In post WTE", lambda row: row.in_post_wte, Kind.WTE, Total.SUM, width=9,
           help="By practice it follows where the time goes, and adds up to the locality's."),
    Column("cover_wte", "Cover WTE", lambda row: row.cover_wte, Kind.WTE, Total.SUM, width=8,
           help="Bank, agency, locum and honorary: shown apart, not in post."),
    Column("funded_wte", "Funded WTE", lambda row: row.funded_wte, Kind.WTE, Total.SUM, width=9,
           help="Of posts based there."),
    Column("vacant_wte", "Vacant WTE", lambda row: row.vacant_wte, Kind.WTE, Total.SUM, width=8,
           help="Of posts based there, post by post, never below nothing."),
    Column("vacancy_share", "Vacancy rate", lambda row: row.vacancy_share, Kind.RATE, Total.RATIO,
           ratio=("vacant_wte", "funded_wte"), width=9,
           formula='IF({funded_wte}=0,"",{vacant_wte}/{funded_wte})'),
    Column("over_wte", "Over WTE", lambda row: row.over_wte, Kind.WTE, Total.SUM, width=8,
           help="Held over what posts are funded for; never set against a vacancy."),
    Column("gp_wte", "GP WTE", lambda row: row.gp_wte, Kind.WTE, Total.SUM, width=8,
           help="As the locality counts GPs: with or without trainees and locums."),
    Column("clinical_wte", "Clinical WTE", lambda row: row.clinical_wte, Kind.WTE, Total.SUM,
           width=9, help="GPs as counted, nurses, other doctors and direct patient care."),
    Column("patients", "Patients", lambda row: row.patients, Kind.COUNT, Total.SUM, width=9,
           absent=_no_list, help="The registered list that serves the day."),
    Column("weighted", "Weighted", lambda row: row.weighted, Kind.COUNT, Total.SUM, width=9,
           absent=_no_list, help="The list weighted for need in the year of the day."),
    Column("patients_per_gp", "Patients per GP WTE", lambda row: row.patients_per_gp, Kind.COUNT,
           Total.RATIO, ratio=("patients", "gp_wte"), width=10, absent=_no_list,
           formula='IF({gp_wte}=0,"",{patients}/{gp_wte})'),
    Column("weighted_per_gp", "Weighted per GP WTE", lambda row: row.weighted_per_gp, Kind.COUNT,
           Total.RATIO, ratio=("weighted", "gp_wte"), width=10, absent=_no_list,
           formula='IF({gp_wte}=0,"",{weighted}/{gp_wte})'),
    Column("patients_per_clinical", "Patients per clinical WTE",
           lambda row: row.patients_per_clinical, Kind.COUNT, Total.RATIO, width=11,
           ratio=("patients", "clinical_wte"), absent=_no_list,
           formula='IF({clinical_wte}=0,"",{patients}/{clinical_wte})'),
)  # fmt: skip
OF_LISTS = frozenset(
    {"patients", "weighted", "patients_per_gp", "weighted_per_gp", "patients_per_clinical"}
)
"""The columns that are there by practice alone: nobody else has a list."""


def scope_rows(team: TeamDay, scope: str) -> list[ScopeRow]:
    """Return the team by practice, or by employer, staff group or role, the most WTE first.

    Nothing while nobody is here and no post is.
    """
    if not team.work and not team.posts:
        return []
    return _by_practice(team) if scope == BY_PRACTICE else _by(team, *SCOPES[scope])


def scope_columns(scope: str) -> tuple[Column[ScopeRow], ...]:
    """Return the columns of a scope."""
    name, *others = SCOPED
    titled = Column("name", shown(scope), name.value, width=name.width)
    if scope == BY_PRACTICE:
        return (titled, *others)
    return (titled, *(column for column in others if column.key not in OF_LISTS))


def by_practice_table(file: Reads, month: Month) -> Table[ScopeRow]:
    """Return the team by practice at a month's end, as a sheet of the pack."""
    team = team_day(file, month.last)
    rows = scope_rows(team, BY_PRACTICE)
    subtitle = f"WTE where the time goes, at {written(month.last, Kind.DATE)}. No names."
    people = heads(team.work)
    notes = (
        "In post follows where people's time goes and adds up to the locality's; funded and "
        "vacant are of the posts based there.",
        f"Heads count somebody at each practice they work at: {people:,} people in all.",
    )
    return Table("Workforce by practice", scope_columns(BY_PRACTICE), rows, subtitle, (), notes)


def _by(team: TeamDay, by_work: ByWork, by_post: ByPost) -> list[ScopeRow]:
    work, posts = _grouped(team.work, by_work), _grouped(team.posts, by_post)
    names = [name for name in sorted({*work, *posts}) if _counts(work[name], posts[name])]
    rows = [
        _row(number, name, team, (work[name], posts[name]))
        for number, name in enumerate(names, start=1)
    ]
    return sorted(rows, key=lambda row: (-row.in_post_wte, row.name))


def _counts(work: Sequence[WorkRow], posts: Sequence[PostRow]) -> bool:
    return bool(work) or any(post.is_funded for post in posts)


def _grouped(rows: Iterable[RowOf], by: Callable[[RowOf], str]) -> dict[str, list[RowOf]]:
    found: dict[str, list[RowOf]] = defaultdict(list)
    for row in rows:
        found[by(row)].append(row)
    return found


def _row(
    number: int,
    name: str,
    team: TeamDay,
    of: tuple[Sequence[WorkRow], Sequence[PostRow]],
) -> ScopeRow:
    work, posts = of
    funded, _, vacancy = filled(posts)
    return ScopeRow(
        number,
        name,
        heads(work),
        wte(work),
        wte(work, cover),
        funded,
        vacancy,
        sum((post.over_wte for post in posts), NOTHING),
        wte(work, team.gps),
        wte(work, team.clinical),
    )


def _by_practice(team: TeamDay) -> list[ScopeRow]:
    """Return a row for each practice, and one for what is at none."""
    here = heads_by_practice(team.work)
    kept: tuple[Keeps, ...] = (in_post, cover, team.gps, team.clinical)
    spread = [wte_by_practice(team.work, keeps) for keeps in kept]
    posts = _grouped(team.posts, team.practice_of)
    codes = {row.code for row in team.people} | {code for code in here if code is not None}
    rows = [
        _of_practice(
            (number, code), team, here.get(code, 0), [part.get(code, NOTHING) for part in spread],
            posts[team.names.get(code or "", "")],
        )
        for number, code in enumerate([*sorted(codes), None], start=1)
    ]  # fmt: skip
    return [row for row in rows if row.has_list or row.heads or row.funded_wte]


def _of_practice(
    at: tuple[int, str | None],
    team: TeamDay,
    people: int,
    parts: Sequence[Decimal],
    posts: Sequence[PostRow],
) -> ScopeRow:
    number, code = at
    listed = next((row for row in team.people if row.code == code), None)
    funded, _, vacancy = filled(posts)
    return ScopeRow(
        number,
        team.names.get(code, code) if code else NO_PRACTICE,
        people,
        parts[0],
        parts[1],
        funded,
        vacancy,
        sum((post.over_wte for post in posts), NOTHING),
        parts[2],
        parts[3],
        listed.registered if listed else None,
        listed.weighted if listed else None,
        has_list=listed is not None,
    )
