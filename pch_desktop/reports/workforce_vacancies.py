"""Vacant posts and how they are being filled, set out for reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce_recruitment import Stage
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Kind, Table, Total
from pch_desktop.reports.words import plural, shown, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import VacancyRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

LONG = 90
"""From so many days on a vacancy is called long: a quarter of a year."""
VACANCIES: tuple[Column[VacancyRow], ...] = (
    Column("role", "Role", lambda row: row.post.role, width=31),
    Column("reference", "Post", lambda row: row.post.reference, width=7),
    Column("employer", "Employer", lambda row: row.post.employer, width=26),
    Column("vacant_wte", "Vacant WTE", lambda row: row.vacant_wte, Kind.WTE, Total.SUM, width=8,
           help="Funded less in post, post by post; never below nothing."),
    Column("days_vacant", "Days vacant", lambda row: row.days_vacant, Kind.COUNT, width=8,
           help="Since its recruitment says it fell vacant, else since the last holder left."),
    Column("stage", "Recruitment", lambda row: shown(row.stage.value), width=15,
           help="How far its filling has come on the day."),
    Column("mitigation", "Meanwhile", lambda row: row.mitigation, width=44,
           help="What is done while nobody is in post."),
    Column("may_be_filled", "May be filled", lambda row: row.may_be_filled, Kind.YES, width=9,
           help="No: the post is frozen, or kept empty."),
    Column("since", "Vacant since", lambda row: row.since, Kind.DATE, width=13),
    Column("established_wte", "Funded WTE", lambda row: row.post.established_wte, Kind.WTE,
           Total.SUM, width=8),
    Column("in_post_wte", "In post WTE", lambda row: row.post.in_post_wte, Kind.WTE, Total.SUM,
           width=8, help="Permanent, fixed term, partner, apprentice and seconded in."),
    Column("cover_wte", "Cover WTE", lambda row: row.post.cover_wte, Kind.WTE, Total.SUM,
           help="Bank, agency, locum and honorary: shown apart, not in post.", width=8),
    Column("funding_stream", "Paid for by", lambda row: shown(row.post.funding_stream.value),
           width=18),
    Column("annual_cost", "Cost £ a year", lambda row: row.post.established_cost_pence,
           Kind.MONEY, Total.SUM, width=11, help="A full year as funded, on-costs and all."),
    Column("practice", "Based at", lambda row: row.post.practice, width=24),
    Column("funded_to", "Funded until", lambda row: row.post.funded_to, Kind.DATE, width=11),
)  # fmt: skip
PACKED = (
    "reference", "role", "employer", "established_wte", "in_post_wte", "vacant_wte", "since",
    "days_vacant", "stage", "may_be_filled", "mitigation",
)  # fmt: skip
"""The columns of the sheet, in their order."""


def vacancies_table(file: Reads, month: Month) -> Table[VacancyRow]:
    """Return the vacant posts at a month's end, the widest gap first."""
    rows = file.read(workforce.vacancies, month.last)
    named = {column.key: column for column in VACANCIES}
    today = f"DATE({month.last.year},{month.last.month},{month.last.day})"
    named["vacant_wte"] = replace(
        named["vacant_wte"], formula="MAX(0,{established_wte}-{in_post_wte})"
    )
    named["days_vacant"] = replace(named["days_vacant"], formula=f"MAX(0,{today}-{{since}})")
    columns = tuple(named[key] for key in PACKED)
    subtitle = f"Posts with vacant WTE at {written(month.last, Kind.DATE)}. No names."
    return Table("Vacancies", columns, rows, subtitle, (), (f"{vacancies_finding(rows)}.",))


def vacancies_finding(rows: Sequence[VacancyRow]) -> str:
    """Return the sentence on how many posts are vacant, how long, and for how many nothing runs."""
    if not rows:
        return "No post is vacant"
    long = sum(row.days_vacant is not None and row.days_vacant > LONG for row in rows)
    said = f"{plural(len(rows), 'post')} with a vacancy, {long:,} for more than {LONG} days"
    still = [row for row in rows if row.stage is Stage.NOT_ADVERTISED]
    kept = sum(not row.may_be_filled for row in still)
    if not still:
        return f"{said}; all are being filled"
    return f"{said}; {len(still):,} not advertised" + (
        f", {kept:,} of them kept empty" if kept else ""
    )


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return the vacancies nobody advertises, and starts agreed whose day has passed."""
    rows = file.read(workforce.vacancies, month.last)
    found: list[Finding] = []
    idle = [row for row in rows if row.may_be_filled and row.stage is Stage.NOT_ADVERTISED]
    if idle:
        title = f"{plural(len(idle), 'vacant post')} not advertised"
        first = idle[0].post
        found.append(Finding("workforce", title, f"{first.reference} {first.role}", Weight.NOTE,
                             "Advertise", first.id, "Vacancies", "stage"))  # fmt: skip
    late = [row for row in rows if _is_late(row, month.last)]
    if late:
        title = f"{plural(len(late), 'start')} agreed whose day has passed"
        first = late[0].post
        found.append(Finding("workforce", title, f"{first.reference} {first.role}", Weight.LATE,
                             "Confirm", first.id, "Vacancies", "stage"))  # fmt: skip
    return found


def tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheet of vacancies, where there are any."""
    made = vacancies_table(file, month)
    return [made] if made.rows else []


def _is_late(row: VacancyRow, day: date) -> bool:
    starts_on = row.recruitment.steps.starts_on if row.recruitment else None
    return starts_on is not None and starts_on <= day
