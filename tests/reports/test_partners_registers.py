"""What is said of what ends, who is covered, what passes, who was met, and who is paid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pch_desktop.domain.partners import AgreementStatus
from pch_desktop.domain.partners_met import Step
from pch_desktop.reports import partners_cover as cover
from pch_desktop.reports import partners_flows as flows
from pch_desktop.reports.partners import STATEMENT
from pch_desktop.reports.partners_agreed import ends, ends_finding
from pch_desktop.reports.partners_codes import code_findings, code_trouble, found_words
from pch_desktop.reports.partners_engagement import engagement_table, in_turn, not_met, step
from pch_desktop.reports.partners_findings import agreed_findings
from pch_desktop.reports.partners_vehicles import payee, vehicle_findings
from pch_desktop.reports.statement import Weight
from pch_desktop.store import partners
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.partners import AgreementRow, CodeRow, OrganisationRow, VehicleRow
from tests.reports.services import OCTOBER
from tests.reports.told import told

ON = OCTOBER.last
MILL = OrganisationRow(1, "RYV", "Mill Trust", "NHS trusts", "ZZ1 1ZZ", date(2016, 3, 31))


@pytest.fixture
def pattern(marsh_valley: LocalityFile) -> AgreementRow:
    """An agreement in force with no end, no notice and nothing to chase."""
    row = marsh_valley.read(partners.agreements, ON)[0]
    return replace(row, status=AgreementStatus.IN_FORCE, standing="in force", expires_on=None,
                   last_notice_on=None, review_on=None, renews_itself=False)  # fmt: skip


def test_what_ends_is_told_in_bands_with_what_has_ended_on_top(pattern: AgreementRow) -> None:
    days = {1: 91, 2: 90, 3: 60, 4: 30, 5: 0, 6: -1}
    rows = [
        replace(pattern, id=key, expires_on=date.fromordinal(ON.toordinal() + ahead))
        for key, ahead in days.items()
    ]
    renews = replace(pattern, id=7, renews_itself=True, expires_on=date(2016, 10, 1))
    notice = replace(pattern, id=8, expires_on=date(2018, 1, 1), last_notice_on=date(2016, 11, 30))
    draft = replace(pattern, id=9, status=AgreementStatus.DRAFT, expires_on=ON)
    found = ends([*rows, renews, notice, draft], ON)
    assert [(row.id, row.within, row.days_left) for row in found] == [
        (6, "Has ended", -1),
        (5, "Within 30 days", 0),
        (4, "Within 30 days", 30),
        (3, "Within 60 days", 60),
        (2, "Within 90 days", 90),
        (8, "Notice only", 427),
    ]
    assert ends_finding(found) == (
        "1 has ended; 2 within 30 days; 1 within 60 days; 1 within 90 days; "
        "notice of 1 agreement is due within 30 days."
    )
    assert "No agreement in force" in ends_finding([])


def test_what_ends_soon_and_is_worth_money_weighs_most(pattern: AgreementRow) -> None:
    soon = replace(pattern, expires_on=date(2016, 11, 15), value_pence=100)
    titles = {
        each.title.split(" ", 1)[0]: (each.weight, each.view)
        for row in (
            replace(soon, title="Money"),
            replace(soon, title="Plain", value_pence=None),
            replace(soon, title="Later", expires_on=date(2017, 1, 1)),
            replace(soon, title="Renewing", renews_itself=True),
        )
        for each in agreed_findings([row], ON)
    }
    view = "What ends"
    assert titles == {
        "Money": (Weight.MONEY, view), "Plain": (Weight.LATE, view), "Later": (Weight.LATE, view)
    }  # fmt: skip


def test_notice_signatures_and_reviews_are_things_to_do(pattern: AgreementRow) -> None:
    notice = replace(pattern, title="A", renews_itself=True, expires_on=date(2017, 1, 20),
                     last_notice_on=date(2016, 11, 1))  # fmt: skip
    out = replace(pattern, title="B", status=AgreementStatus.OUT, signed_count=3, party_count=3)
    short = replace(pattern, title="C", signed_count=1, party_count=3)
    due = replace(pattern, id=99, title="D", review_on=ON)
    found = agreed_findings([notice, out, short, due], ON)
    assert [(each.title, each.weight) for each in found] == [
        ("1 Nov 2016 is the last day to give notice of A", Weight.LATE),
        ("B: signed by 3 of 3, not in force yet", Weight.NOTE),
        ("C: signed by 1 of 3, though it is in force", Weight.NOTE),
        ("Review of D was due on 31 Oct 2016", Weight.NOTE),
    ]


def test_a_service_without_cover_is_found_and_said_when_it_goes_live(
    marsh_valley: LocalityFile,
) -> None:
    rows = marsh_valley.read(partners.covers, ON)
    assert cover.cover_finding(rows) == "12 of 17 services are covered; no agreement names 1."
    assert [cover.cover_word(row) for row in cover.worst_first(rows)[:5]] == [
        "Not covered", *["In part"] * 4
    ]  # fmt: skip
    found = {each.title: each for each in cover.cover_findings(rows)}
    assert len(found) == 5
    diabetes = found["Diabetes clinic: runs without an agreement that covers it"]
    assert (diabetes.weight, diabetes.view) == (Weight.LATE, "Who is covered")
    said = cover.uncovered(rows, diabetes.record_id or 0)
    assert said == "Diabetes clinic is live without cover. No agreement in force names it."
    whole = next(row for row in rows if row.is_covered)
    assert cover.uncovered(rows, whole.id) == ""
    assert cover.gap(replace(whole, lead=None)) == "Nobody is named as its lead"
    bare = [replace(row, agreement=None, agreement_id=None) for row in rows]
    (once,) = cover.cover_findings(bare)
    assert once.title == "No agreement names the services it covers; 17 run"


def test_personal_records_without_an_agreement_are_found(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(partners.record_flows, ON)
    assert flows.flows_finding(rows) == (
        "7 flows, 3 about people; 2 without an agreement that covers them."
    )
    found = flows.flow_findings(rows, ON)
    assert [each.weight for each in found] == [Weight.LATE, Weight.LATE, Weight.NOTE]
    words = {flows.flow_word(row) for row in rows}
    assert words == {"May pass", "Not personal", "Agreement not in force", "No agreement"}


def test_what_is_overdue_stands_first_then_what_is_due_then_the_latest(
    marsh_valley: LocalityFile,
) -> None:
    rows = in_turn(marsh_valley.read(partners.engagements, ON), ON)
    stands = [step(row, ON) for row in rows]
    assert stands[:2] == [Step.OVERDUE] * 2
    assert stands[2:6] == [Step.SOON] * 4
    rest = rows[10:]
    assert [row.met_on for row in rest] == sorted((row.met_on for row in rest), reverse=True)
    met = marsh_valley.read(partners.last_met, ON)
    roster = marsh_valley.read(partners.roster)
    quiet = not_met(roster, met, ON, 6)
    assert [(row.name, day) for row, day in quiet] == [
        ("Eastmarsh Ambulance Trust", None), ("Healthwatch Fenshire", date(2016, 3, 16))
    ]  # fmt: skip
    assert len(not_met(roster, met, ON, 12)) == 1
    left = [replace(row, left_on=ON) for row in roster]
    assert not_met(left, {}, ON, 6) == []


def test_no_name_of_a_person_prints_with_the_log(marsh_valley: LocalityFile) -> None:
    table = engagement_table(marsh_valley, OCTOBER)
    keys = {column.key for column in table.printed}
    assert not keys & {"owner", "attendees", "summary", "sentiment"}
    assert len(table.rows) == 22


def test_the_log_prints_a_year_and_older_steps_that_are_open(marsh_valley: LocalityFile) -> None:
    met = marsh_valley.read(partners.engagements, ON)
    old = replace(met[0], id=901, met_on=date(2014, 1, 1), next_step=None, done_on=None)
    open_step = replace(old, id=902, next_step="Write", due_on=None)
    done = replace(open_step, id=903, done_on=date(2014, 2, 1))
    file = told(marsh_valley, {partners.engagements: [old, open_step, done]})
    assert [row.id for row in engagement_table(file, OCTOBER).rows] == [902]


def test_the_payee_has_an_answer(marsh_valley: LocalityFile) -> None:
    rows = marsh_valley.read(partners.vehicles)
    assert payee(rows) == (
        "The nominated payee is Marsh Valley Health CIC; it may hold a contract."
    )
    assert vehicle_findings(rows) == []

    def said(row: VehicleRow) -> tuple[str, list[Weight]]:
        return payee([row]), [each.weight for each in vehicle_findings([row])]

    unknown = said(replace(rows[0], may_contract=None))
    assert "is not known" in unknown[0]
    assert unknown[1] == [Weight.NOTE]
    assert said(replace(rows[0], may_contract=False))[1] == [Weight.MONEY]
    nobody = said(replace(rows[0], is_payee=None))
    assert nobody == ("Nobody is named as the nominated payee.", [Weight.NOTE])
    two = [rows[0], replace(rows[1], is_payee=True)]
    assert payee(two).startswith("More than one")
    assert vehicle_findings([]) == []


def test_a_code_that_closed_or_is_not_listed_is_told(marsh_valley: LocalityFile) -> None:
    row = CodeRow(5, "Mill", "RYV", MILL, True)
    assert code_trouble(row, ON).startswith("RYV, Mill Trust, closed on 31 Mar 2016")
    assert code_trouble(row, date(2016, 3, 30)) == ""
    missing = replace(row, organisation=None)
    assert "is not in the register" in code_trouble(missing, ON)
    assert code_trouble(replace(missing, is_listed=False), ON) == ""
    assert found_words(MILL) == "RYV  Mill Trust, ZZ1 1ZZ (closed on 31 Mar 2016)"
    one, other = (replace(each, ods_code="RYV") for each in marsh_valley.read(partners.roster)[:2])
    titles = [each.title for each in code_findings([row], [one, other], ON)]
    assert titles == ["ODS code of Mill", f"{other.name} and {one.name} have one ODS code"]


def test_a_practice_shows_its_list_and_the_others_none(marsh_valley: LocalityFile) -> None:
    sizes = {row.name: row.list_size for row in marsh_valley.read(partners.partners, ON)}
    assert sizes["Fenshire CCG"] is None
    assert sum(size is not None for size in sizes.values()) == 6


def test_the_pack_and_the_screen_tell_the_same_of_each_register(
    marsh_valley: LocalityFile,
) -> None:
    tables = {table.title: table for table in STATEMENT.build(marsh_valley, OCTOBER)}
    rows = marsh_valley.read(partners.covers, ON)
    assert cover.cover_finding(rows) in tables["Who is covered"].subtitle
    assert tables["Legal vehicles"].subtitle == payee(marsh_valley.read(partners.vehicles))
    soon = ends(marsh_valley.read(partners.agreements, ON), ON)
    assert list(tables["What ends"].rows) == soon
