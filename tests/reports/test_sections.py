"""Partners, services, quality and definitions: what they say and what they find."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from pch_desktop.domain.partners import AgreementStatus
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.services import ServiceStatus
from pch_desktop.reports import definitions, partners, quality, services, workforce
from pch_desktop.reports.statement import Finding, Statement, Weight, no_findings, with_rows
from pch_desktop.reports.table import Kind, Table
from pch_desktop.store import locality
from pch_desktop.store import partners as partner_store
from pch_desktop.store import services as service_store
from pch_desktop.store import workforce as workforce_store
from pch_desktop.store.locality import BatchRow
from pch_desktop.store.locality_file import LocalityFile
from tests.reports.told import told

OCTOBER = Month(2016, 10)


def test_partners_are_counted_and_the_largest_employer_named(marsh_valley: LocalityFile) -> None:
    found = partners.table(marsh_valley, OCTOBER)
    assert partners.finding(found.rows) == "21 partners from 7 sectors; 14 have signed."
    assert partners.finding([]) == "No partner has been added yet."
    (chart,) = found.charts
    assert chart.finding.startswith("Vale Community NHS Trust employs most of the team")


def test_partners_who_employ_nobody_make_no_chart(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(partner_store.partners, OCTOBER.last)
    idle = [replace(row, in_post_wte=Decimal(0)) for row in rows]
    nothing: tuple[Any, ...] = (
        partner_store.agreements, partner_store.covers, partner_store.record_flows,
        partner_store.vehicles, partner_store.engagements, partner_store.forums,
        partner_store.votes, partner_store.charges, partner_store.maturity,
        partner_store.deliveries,
    )  # fmt: skip
    blank: dict[Any, Any] = dict.fromkeys(nothing, ())
    file = told(marsh_valley, {partner_store.partners: idle, **blank})
    tables = partners.STATEMENT.build(file, OCTOBER)
    assert [table.title for table in tables] == ["Partners"]
    assert tables[0].charts == ()


def test_on_paper_the_largest_partners_stand_on_top(marsh_valley: LocalityFile) -> None:
    printed = partners.STATEMENT.build(marsh_valley, OCTOBER)[0]
    sizes = [row.in_post_wte for row in printed.rows]
    assert sizes == sorted(sizes, reverse=True)
    assert printed.charts[0].first == 12


def test_agreements_that_end_soon_or_wait_for_hands_are_found(marsh_valley: LocalityFile) -> None:
    row = marsh_valley.read(partner_store.agreements, OCTOBER.last)[0]
    on = OCTOBER.last
    soon = replace(row, id=1, title="Soon", expires_on=date(2016, 12, 1),
                   status=AgreementStatus.IN_FORCE)  # fmt: skip
    over = replace(soon, id=2, expires_on=date(2016, 10, 1))
    later = replace(soon, id=3, expires_on=date(2018, 3, 31))
    always = replace(soon, id=4, expires_on=None)
    out = replace(row, id=5, title="Out", status=AgreementStatus.OUT, signed_count=1, party_count=3)
    assert partners.ending([soon, over, later, always], on) == [soon]
    file = told(marsh_valley, {partner_store.agreements: [soon, over, later, always, out]})
    found = [
        each
        for each in partners.STATEMENT.findings(file, OCTOBER)
        if each.view == "What ends" or (each.record_id or 0) < 0
    ]
    assert [(each.title, each.weight) for each in found] == [
        ("Soon ended on 1 Oct 2016 and is still kept as in force", Weight.LATE),
        ("Soon ends on 1 Dec 2016", Weight.LATE),
        ("Out: signed by 1 of 3", Weight.NOTE),
    ]


def test_services_say_how_many_appointments_were_attended(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(service_store.services, OCTOBER)
    assert services.finding([], OCTOBER) == "No service has been added yet."
    assert services.finding(rows, OCTOBER) == (
        "17 services running of 18; 10,199 appointments attended in October 2016 by 15 of them."
    )
    silent = [replace(row, month=None) for row in rows]
    assert services.finding(silent, OCTOBER).endswith("no activity known for October 2016.")
    full = [row for row in rows if row.month and row.month.attended is not None]
    assert " by " not in services.finding(full, OCTOBER)
    file = told(marsh_valley, {service_store.services: silent})
    assert services.table(file, OCTOBER).charts == ()
    assert len(services.table(file, OCTOBER).notes) == 1
    assert services.table(marsh_valley, OCTOBER).notes[1].startswith("Provisional: ")


def test_on_paper_the_services_that_saw_most_stand_on_top(marsh_valley: LocalityFile) -> None:
    printed = services.STATEMENT.build(marsh_valley, OCTOBER)[0]
    assert printed.rows[0].name == "Same-day access"
    assert printed.rows[-1].month is None or printed.rows[-1].month.attended is None
    assert printed.charts[0].first == 12


def test_a_service_that_told_before_and_not_now_is_late(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(service_store.services, OCTOBER)
    told_before = next(row for row in rows if row.before)
    late = replace(told_before, month=None, status=ServiceStatus.LIVE, funding_ends_on=None)
    ending = replace(told_before, name="Short", funding_ends_on=date(2017, 1, 31))
    file = told(marsh_valley, {service_store.services: [late, ending]})
    titles = [found.title for found in services.STATEMENT.findings(file, OCTOBER)]
    assert "1 service without figures for October 2016" in titles
    assert "Funding of Short ends on 31 Jan 2017" in titles


SKILLS = (
    workforce_store.workers, workforce_store.competencies, workforce_store.abilities,
    workforce_store.requirements, workforce_store.supervisions, workforce_store.courses,
    workforce_store.placements,
)  # fmt: skip
"""What the workforce's findings and sheets on skills are read by."""
TEAMS = (workforce_store.teams, workforce_store.role_aims, workforce_store.practice_staff)
"""What those on teams and national counts are read by."""
FLOW = (workforce_store.vacancies, workforce_store.recruitments, workforce_store.stints)
"""What those on vacancies, starters and leavers are read by."""
RECORDS = (workforce_store.staff_records,)
"""What those on records of staff are read by."""

MEASURED = (workforce_store.work, workforce_store.work_on, workforce_store.absences)
"""What the measures are read by."""


def test_posts_with_nobody_and_funding_that_ends_are_found(marsh_valley: LocalityFile) -> None:
    posts = marsh_valley.read(workforce_store.posts, OCTOBER.last)
    held = next(row for row in posts if row.is_funded and row.in_post_wte)
    ends = replace(held, funded_to=date(2016, 12, 31))
    file = told(marsh_valley, {workforce_store.posts: [ends]})
    found, *_ = workforce.STATEMENT.findings(file, OCTOBER)
    assert found.title == "1 post whose funding ends within three months"
    empty = (workforce_store.posts, workforce_store.demand_scenarios, *SKILLS, *TEAMS, *FLOW)
    year = marsh_valley.read(workforce_store.additional_roles, OCTOBER.last)
    unpaid = {workforce_store.additional_roles: replace(year, posts=[])}
    nobody = told(
        marsh_valley, {**{query: [] for query in (*empty, *RECORDS, *MEASURED)}, **unpaid}
    )
    assert workforce.STATEMENT.findings(nobody, OCTOBER) == []
    assert [table.title for table in workforce.STATEMENT.build(nobody, OCTOBER)] == ["Workforce"]
    assert workforce.finding([]) == "No post has been added yet."
    full = replace(held, funded_wte=held.in_post_wte)
    assert workforce.finding([full]).endswith("no post is vacant.")


def test_a_post_that_is_not_funded_costs_the_establishment_nothing(
    marsh_valley: LocalityFile,
) -> None:
    groups, posts, *_ = workforce.STATEMENT.build(marsh_valley, OCTOBER)
    costs = next(column for column in posts.columns if column.key == "annual_cost")
    by_group = sum(row.annual_cost_pence for row in groups.rows)
    assert sum(int(str(costs.value(row))) for row in posts.rows) == by_group == 10_518_400_00


def test_the_heaviest_findings_come_first_and_notes_stay_off_the_board(
    marsh_valley: LocalityFile,
) -> None:
    weights = [found.weight for found in quality.findings(marsh_valley, OCTOBER)]
    assert weights == sorted(weights, reverse=True)
    assert len(quality.attention(marsh_valley, OCTOBER)) == 5
    assert Weight.NOTE in weights


def test_every_file_brought_in_is_named_with_its_rows(marsh_valley: LocalityFile) -> None:
    at = datetime(2016, 11, 1, tzinfo=UTC)
    year = FinancialYear.read("2015/16")
    batch = BatchRow(1, "payments", "nhs.csv", at, year, None, 1_000, 6, 994, "Six kept.")
    file = told(marsh_valley, {locality.batches: [batch, replace(batch, year=None, note=None)]})
    rows = quality.quality(file, OCTOBER).rows[-2:]
    assert rows[0].what == "nhs.csv for 2015/16"
    assert rows[0].detail == "1,000 rows read, 6 kept, 994 not used. Six kept."
    assert rows[1].what == "nhs.csv"


def test_a_rate_is_written_as_what_it_is(marsh_valley: LocalityFile) -> None:
    found = definitions.rates(marsh_valley, OCTOBER)
    column = next(column for column in found.columns if column.key == "value")
    assert column.kind_of is not None
    kinds = {row.unit: column.kind_of(row) for row in found.rows}
    assert kinds["share"] is Kind.SHARE
    assert kinds["£ a bed"] is Kind.INDEX
    assert kinds["£ a year"] is Kind.COUNT


def test_every_term_is_defined_once(marsh_valley: LocalityFile) -> None:
    terms = [row.term for row in definitions.definitions(marsh_valley, OCTOBER).rows]
    assert len(terms) == len(set(terms)) > 10


def test_a_statement_has_nothing_to_say_unless_it_does(marsh_valley: LocalityFile) -> None:
    empty: Table[object] = Table("Empty", (), ())
    full: Table[object] = Table("Full", (), (object(),))
    plain = Statement(1, "Plain", lambda _file, _month: (empty,))
    assert plain.findings(marsh_valley, OCTOBER) == no_findings(marsh_valley, OCTOBER) == ()
    assert with_rows(empty, empty, full) == (empty, full)
    assert Finding("budget", "a", "b", Weight.NOTE).verb == "Open"
