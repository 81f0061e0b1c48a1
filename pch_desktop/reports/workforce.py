"""The workforce, set out for reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import (
    ContractKind,
    FundingStream,
    LeavingReason,
    PostStatus,
    ProfessionalBody,
    RoleStanding,
    StaffGroup,
    hours,
)
from pch_desktop.domain.workforce_people import Registered, counted
from pch_desktop.reports import (
    workforce_additional,
    workforce_demand_pack,
    workforce_flow_pack,
    workforce_lapses,
    workforce_measures_pack,
    workforce_skills,
    workforce_teams,
    workforce_training,
    workforce_vacancies,
)
from pch_desktop.reports.statement import Finding, Statement, Weight, with_rows
from pch_desktop.reports.table import Chart, Column, Holds, Kind, Shape, Table, Total
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.reports.workforce_budget import against_table
from pch_desktop.reports.workforce_counts import beside_table, latest_census
from pch_desktop.reports.workforce_filled import filled
from pch_desktop.reports.workforce_records import record_findings
from pch_desktop.store import workforce
from pch_desktop.store.workforce import (
    AssignmentRow,
    FilledRow,
    NetworkStaffRow,
    PersonRow,
    PostRow,
    RoleRow,
)

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


POSTS: tuple[Column[PostRow], ...] = (
    Column("reference", "Post", lambda row: row.reference, width=8),
    Column("role", "Role", lambda row: row.role, width=30),
    Column("employer", "Employer", lambda row: row.employer, width=28),
    Column("sector", "Sector", lambda row: shown(row.sector.value), width=16, prints=False,
           help="The sector of the role."),
    Column("practice", "Based at", lambda row: row.practice, width=26),
    Column("established_wte", "Funded WTE", lambda row: row.established_wte, Kind.WTE, Total.SUM,
           help="Whole-time equivalents funded on the day.", width=8),
    Column("in_post_wte", "In post WTE", lambda row: row.in_post_wte, Kind.WTE, Total.SUM,
           help="Permanent, fixed term, partner, apprentice and seconded in.", width=8),
    Column("vacant_wte", "Vacant WTE", lambda row: row.vacant_wte, Kind.WTE, Total.SUM,
           formula="MAX(0,{established_wte}-{in_post_wte})",
           help="Funded less in post, post by post; never below nothing.", width=8),
    Column("cover_wte", "Cover WTE", lambda row: row.cover_wte, Kind.WTE, Total.SUM,
           help="Bank, agency, locum, honorary and zero hours: shown apart, not in post.",
           width=8),
    Column("volunteer_hours", "Volunteer hours", lambda row: hours(row.volunteer_minutes)
           if row.volunteer_minutes else None, Kind.NUMBER, Total.SUM, prints=False,
           absent=lambda row: not row.volunteer_minutes,
           help="Hours a week given by volunteers: added up apart, never WTE.", width=9),
    Column("holders", "Held by", lambda row: row.holders or None, width=24),
    Column("funding_stream", "Paid for by", lambda row: shown(row.funding_stream.value), Kind.WORD,
           words=listed(FundingStream), width=18),
    Column("annual_cost", "Cost £ a year", lambda row: row.established_cost_pence, Kind.MONEY,
           Total.SUM, help="A full year as funded, on-costs and all; nothing while not funded.",
           width=11),
    Column("band", "Band", lambda row: row.band, width=7),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(PostStatus), width=11, prints=False),
    Column("funded_to", "Funded until", lambda row: row.funded_to, Kind.DATE, width=11),
)  # fmt: skip

PEOPLE: tuple[Column[PersonRow], ...] = (
    Column("name", "Name", lambda row: row.name, width=20),
    Column("posts", "Holds", lambda row: row.posts or None, width=38),
    Column("wte", "WTE", lambda row: row.wte, Kind.WTE, Total.SUM, width=8,
           help="All they hold, cover and seconded out too; a volunteer's is nothing."),
    Column("registration_expires_on", "Registration ends", lambda row: row.registration_expires_on,
           Kind.DATE, width=14),
    Column("registered", "Registration", lambda row: row.registered.value if row.registered
           else None, Kind.RATING, words=tuple(each.value for each in Registered), width=13,
           help="Of those who hold a post: ended, ends within 90 days, or in force."),
    Column("professional_body", "Registered with",
           lambda row: row.professional_body.value if row.professional_body
           is not ProfessionalBody.NONE else None, Kind.WORD,
           words=tuple(body.value for body in ProfessionalBody), width=13),
    Column("staff_code", "Staff code", lambda row: row.staff_code, width=11),
    Column("volunteer_hours", "Volunteer hours", lambda row: hours(row.volunteer_minutes)
           if row.volunteer_minutes else None, Kind.NUMBER, Total.SUM, width=9,
           absent=lambda row: not row.volunteer_minutes,
           help="Hours a week given as a volunteer: added up apart, never WTE."),
    Column("birth_year", "Born in", lambda row: None if row.birth_year is None
           else str(row.birth_year), width=8, help="The year only, for the age profile."),
    Column("work_email", "E-mail at work", lambda row: row.work_email, width=30),
)  # fmt: skip

ASSIGNMENTS: tuple[Column[AssignmentRow], ...] = (
    Column("person", "Name", lambda row: row.person, width=24),
    Column("post", "Post", lambda row: row.post, width=8),
    Column("role", "Role", lambda row: row.role, width=26),
    Column("contract_kind", "Contract", lambda row: shown(row.contract_kind.value), Kind.WORD,
           words=listed(ContractKind), width=14),
    Column("weekly_hours", "Hours a week", lambda row: row.weekly_hours, Kind.NUMBER, width=9,
           help="By contract; for bank and zero hours what is worked on average."),
    Column("wte", "WTE", lambda row: row.wte, Kind.WTE, Total.SUM, width=8,
           help="Hours divided by 37.5, unless overridden with a reason."),
    Column("wte_reason", "Why WTE differs", lambda row: row.wte_reason, width=20,
           help="Enter it before a WTE by hand; without it the WTE follows the hours."),
    Column("counted", "Counts as", lambda row: shown(counted(row.contract_kind).value), width=12,
           help="In post, cover, volunteer, or seconded out: seen here, working elsewhere."),
    Column("volunteer_hours", "Volunteer hours", lambda row: hours(row.volunteer_minutes)
           if row.volunteer_minutes else None, Kind.NUMBER, Total.SUM, width=9,
           absent=lambda row: not row.volunteer_minutes,
           help="Hours a week given as a volunteer: added up apart, never WTE."),
    Column("starts_on", "From", lambda row: row.starts_on, Kind.DATE, width=12),
    Column("ends_on", "Until", lambda row: row.ends_on, Kind.DATE, width=12,
           help="The last day; blank while it goes on."),
    Column("leaving_reason", "Left because", lambda row: shown(row.leaving_reason.value)
           if row.leaving_reason else None, Kind.WORD, words=listed(LeavingReason), width=18),
    Column("other_employer", "Seconded from or to", lambda row: row.other_employer, width=22,
           help="For a secondment: the employer somebody comes from, or is lent to."),
    Column("destination", "Went to", lambda row: row.destination, width=18),
)  # fmt: skip

NETWORK: tuple[Column[NetworkStaffRow], ...] = (
    Column("network", "Network", lambda row: f"{row.network_name} ({row.network_code})", width=34),
    Column("counted_on", "Counted on", lambda row: row.counted_on, Kind.DATE),
    Column("staff_group", "Staff group", lambda row: row.staff_group, width=30),
    Column("role", "Role", lambda row: row.role, width=32),
    Column("wte", "WTE", lambda row: row.wte, Kind.WTE, Total.SUM),
    Column("heads", "Heads", lambda row: row.heads, Kind.COUNT, Total.SUM, holds=Holds.STAFF),
)


ROLES: tuple[Column[RoleRow], ...] = (
    Column("name", "Role", lambda row: row.name, width=34),
    Column("staff_group", "Staff group", lambda row: shown(row.staff_group.value), Kind.WORD,
           words=listed(StaffGroup), width=22),
    Column("sector", "Sector", lambda row: shown(row.sector.value), Kind.WORD,
           words=listed(Sector), width=16),
    Column("pay_basis", "Paid by", lambda row: row.pay_basis, width=24),
    Column("is_additional_role", "Additional role", lambda row: row.is_additional_role, Kind.YES,
           help="Whether the national additional-roles money may pay for it."),
    Column("standing", "Counts", lambda row: shown(row.standing.value), Kind.WORD,
           words=listed(RoleStanding), width=15,
           help="Turnover leaves out who is in training; GP WTE those and locums."),
    Column("valid_from", "From", lambda row: row.valid_from, Kind.DATE, width=13),
    Column("valid_to", "To", lambda row: row.valid_to, Kind.DATE, width=13,
           help="The last day it is used; blank while it goes on."),
    Column("code", "Code", lambda row: row.code, width=12),
    Column("source", "Source", lambda row: row.source, width=44),
)  # fmt: skip


def roles_on(day: date) -> tuple[Column[RoleRow], ...]:
    """Return the columns of the roles with how each stands on a day."""

    def state(row: RoleRow) -> str:
        if row.has_ended(day):
            return "Ended"
        return "In use" if row.is_used(day) else "Not yet"

    help_ = "Posts are offered roles in use; a role that ended stays on its posts."
    said = Column("state", "On the day", state, width=11, help=help_)
    return (ROLES[0], said, *ROLES[1:])


@dataclass(frozen=True, slots=True)
class GapRow:
    """The establishment of one role, group or employer, added up."""

    id: int
    name: str
    posts: int
    funded_wte: Decimal
    in_post_wte: Decimal
    vacant_wte: Decimal
    cover_wte: Decimal
    annual_cost_pence: int | None

    @property
    def vacant_share(self) -> Decimal | None:
        """The vacancy rate: vacant of funded."""
        return self.vacant_wte / self.funded_wte if self.funded_wte else None


GAPS: tuple[Column[GapRow], ...] = (
    Column("name", "Staff group", lambda row: row.name, width=30),
    Column("posts", "Posts", lambda row: row.posts, Kind.COUNT, Total.SUM, width=8,
           holds=Holds.STAFF),
    Column("funded_wte", "Funded WTE", lambda row: row.funded_wte, Kind.WTE, Total.SUM),
    Column("in_post_wte", "In post WTE", lambda row: row.in_post_wte, Kind.WTE, Total.SUM),
    Column("vacant_wte", "Vacant WTE", lambda row: row.vacant_wte, Kind.WTE, Total.SUM,
           help="Added up post by post: over-filled posts do not hide vacant ones."),
    Column("vacant_share", "Vacancy rate", lambda row: row.vacant_share, Kind.SHARE, Total.RATIO,
           ratio=("vacant_wte", "funded_wte"),
           formula='IF({funded_wte}=0,"",{vacant_wte}/{funded_wte})'),
    Column("cover_wte", "Cover WTE", lambda row: row.cover_wte, Kind.WTE, Total.SUM),
    Column("annual_cost", "Cost £ a year", lambda row: row.annual_cost_pence, Kind.MONEY,
           Total.SUM, help="Of posts in the establishment; those proposed or ended are left out."),
)  # fmt: skip


def gaps(rows: Sequence[PostRow], by: Callable[[PostRow], str]) -> list[GapRow]:
    """Return the establishment added up by something of a post, the widest gap first."""
    named: dict[str, list[PostRow]] = {}
    for row in rows:
        named.setdefault(by(row), []).append(row)
    held = {
        name: posts
        for name, posts in sorted(named.items())
        if any(row.is_funded or row.in_post_wte for row in posts)
    }
    found = [_gap(number, *group) for number, group in enumerate(held.items(), start=1)]
    return sorted(found, key=lambda row: (-row.vacant_wte, row.name))


def _gap(number: int, name: str, rows: Sequence[PostRow]) -> GapRow:
    costs = [row.cost_pence for row in rows if row.is_funded]
    known = [cost for cost in costs if cost is not None]
    return GapRow(
        number,
        name,
        sum(row.is_funded for row in rows),
        sum((row.established_wte for row in rows), Decimal(0)),
        sum((row.in_post_wte for row in rows), Decimal(0)),
        sum((row.vacant_wte for row in rows), Decimal(0)),
        sum((row.cover_wte for row in rows), Decimal(0)),
        sum(known) if len(known) == len(costs) else None,
    )


def filled_by_month(file: Reads, month: Month, months: int = 13) -> list[FilledRow]:
    """Return the WTE funded, in post and vacant at the end of each of the last months."""
    return file.read(workforce.filled_by_month, month, months)


def finding(rows: Sequence[PostRow]) -> str:
    """Return the sentence on how many people there are, and where they are missing."""
    funded, in_post, vacancy = filled(rows)
    if not funded:
        return "No post has been added yet."
    sentence = f"{written(in_post, Kind.WTE)} WTE in post of {written(funded, Kind.WTE)} funded"
    widest = gaps(rows, lambda row: row.role)[0]
    if not vacancy:
        return f"{sentence}; no post is vacant."
    return (
        f"{sentence}; {written(vacancy, Kind.WTE)} vacant, "
        f"widest gap: {widest.name} ({written(widest.vacant_wte, Kind.WTE)})."
    )


def by_group(file: Reads, month: Month) -> Table[GapRow]:
    """Return the establishment by staff group at a month's end."""
    rows = file.read(workforce.posts, month.last)
    groups = gaps(rows, lambda row: shown(row.staff_group.value))
    subtitle = f"WTE at {written(month.last, Kind.DATE)}. In post leaves out cover and volunteers."
    return Table("Workforce", GAPS, groups, subtitle, _charts(rows, groups), _notes(rows))


def by_employer(file: Reads, month: Month) -> Table[GapRow]:
    """Return the establishment by who employs its posts at a month's end."""
    rows = file.read(workforce.posts, month.last)
    groups = gaps(rows, lambda row: row.employer or "No employer named")
    columns = (replace(GAPS[0], title="Employer"), *GAPS[1:])
    subtitle = f"WTE at {written(month.last, Kind.DATE)}. In post leaves out cover and volunteers."
    return Table("Workforce by employer", columns, groups, subtitle, (), _notes(rows))


def establishment(file: Reads, month: Month) -> Table[PostRow]:
    """Return every post funded or held, without the names of those who hold it.

    A post that is not funded costs the establishment nothing, so that it foots
    to the table by staff group.
    """
    held = file.read(workforce.posts, month.last)
    rows = [row for row in held if row.is_funded or row.in_post_wte or row.cover_wte]
    columns = tuple(column for column in POSTS if column.key != "holders")
    subtitle = f"Every post funded or held at {written(month.last, Kind.DATE)}. No names."
    return Table("Establishment", columns, rows, subtitle)


def census(file: Reads, _month: Month) -> Table[NetworkStaffRow]:
    """Return the staff of the locality's networks, as the national census counts them."""
    rows = latest_census(file.read(workforce.network_staff))
    notes = ("The census counts a network's own staff; posts of the locality stand apart.",)
    subtitle = "WTE and heads by role, as counted last. Who the people are is not kept."
    return Table("Network census", NETWORK, rows, subtitle, (), notes)


def _charts(rows: Sequence[PostRow], groups: Sequence[GapRow]) -> tuple[Chart, ...]:
    if not groups:
        return ()
    numbers = "; ".join(
        f"{row.name} {written(row.in_post_wte, Kind.WTE)} of {written(row.funded_wte, Kind.WTE)}"
        for row in groups[:6]
    )
    title = finding(rows)
    alt_text = f"Bars of WTE in post and vacant by staff group. {title} {numbers}."[:400]
    return (Chart(Shape.STACKED, "name", ("in_post_wte", "vacant_wte"), title, alt_text),)


def _notes(rows: Sequence[PostRow]) -> tuple[str, ...]:
    over = sum((row.over_wte for row in rows), Decimal(0))
    netted = filled(rows)[0] - filled(rows)[1]
    over_words, netted_words = written(over, Kind.WTE), written(netted, Kind.WTE)
    return (
        "A vacancy is worked out post by post; posts held over their funding never hide it.",
        f"Over-established: {over_words} WTE. Funded less in post, netted: {netted_words} WTE.",
    )


def _tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    return with_rows(
        by_group(file, month),
        by_employer(file, month),
        *workforce_vacancies.tables(file, month),
        *workforce_flow_pack.tables(file, month),
        establishment(file, month),
        against_table(file, month),
        workforce_additional.claims_table(file, month),
        *workforce_measures_pack.tables(file, month),
        *workforce_skills.tables(file, month),
        *workforce_training.tables(file, month),
        *workforce_demand_pack.tables(file, month),
        *workforce_teams.tables(file, month),
        census(file, month),
        beside_table(file, month),
    )


def _findings(file: Reads, month: Month) -> list[Finding]:
    rows = file.read(workforce.posts, month.last)
    found: list[Finding] = []
    empty = [row for row in rows if row.is_funded and not row.in_post_wte]
    if empty:
        title = f"{plural(len(empty), 'post')} with nobody in it"
        first = empty[0]
        found.append(Finding("workforce", title, f"{first.reference} {first.role}", Weight.NOTE,
                             "Fill", first.id, column="vacant_wte"))  # fmt: skip
    ending = [
        row for row in rows
        if row.is_funded and row.funded_to and row.funded_to <= month.plus(3).last
    ]  # fmt: skip
    if ending:
        title = f"{plural(len(ending), 'post')} whose funding ends within three months"
        first = ending[0]
        found.append(Finding("workforce", title, f"{first.reference} {first.role}", Weight.MONEY,
                             "Renew", first.id, column="funded_to"))  # fmt: skip
    return [
        *found,
        *workforce_additional.findings(file, month, rows),
        *workforce_vacancies.findings(file, month),
        *workforce_lapses.findings(file, month),
        *workforce_demand_pack.findings(file, month),
        *workforce_teams.findings(file, month),
        *record_findings(file, month),
    ]


STATEMENT = Statement(30, "Workforce", _tables, _findings)
