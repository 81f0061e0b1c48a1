"""Partners looked up, met, covered and paid, by keyboard on the screen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind
from pch_desktop.domain.services import ServiceStatus
from pch_desktop.models.partners import OdsOrganisation
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports import partners_cover, partners_engagement, partners_flows
from pch_desktop.reports.partners_agreed import ends, ends_finding
from pch_desktop.reports.partners_vehicles import payee
from pch_desktop.store import partners, services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.partners import PartnerRow
from pch_desktop.ui.cell_roles import TROUBLE_ROLE
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.partners.agreements import AgreementsView
from pch_desktop.ui.sections.partners.cover import CoverView
from pch_desktop.ui.sections.partners.ends import EndsView
from pch_desktop.ui.sections.partners.engagement import EngagementView
from pch_desktop.ui.sections.partners.record_flows import FlowsView
from pch_desktop.ui.sections.partners.register import RegisterView
from pch_desktop.ui.sections.partners.screen import PartnersScreen
from pch_desktop.ui.sections.partners.vehicles import VehiclesView
from pch_desktop.ui.sections.services.cover_watch import CoverWatch
from pch_desktop.ui.strip import Strip
from pch_desktop.ui.style import Style
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window, put, view_of

ON = OCTOBER.last
Visited = list[tuple[object, ...]]


@pytest.fixture
def desk_on_sample(sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    return Desk(sample, OCTOBER, style, preferences)


@pytest.fixture
def visited(desk_on_sample: Desk) -> Visited:
    """Where the screen leads."""
    found: Visited = []

    def note(*told: object) -> None:
        found.append(told)

    desk_on_sample.sent.connect(note)
    desk_on_sample.visited.connect(note)
    return found


@pytest.fixture
def screen(qtbot: QtBot, desk_on_sample: Desk) -> PartnersScreen:
    """The section on the sample at October 2016, shown."""
    return in_window(qtbot, PartnersScreen(desk_on_sample))


def partner(file: LocalityFile, name: str) -> PartnerRow:
    return next(row for row in file.read(partners.partners, ON) if row.name == name)


def add(grid: Grid, key: str, text: str) -> str:
    """Type a text into the empty last line."""
    model = grid.model
    return model.change_cell(model.rowCount() - 1, model.column_at(key), text)


def pressed(strip: Strip, words: str) -> None:
    """Press a verb of a strip."""
    next(verb for verb in strip.findChildren(QPushButton) if verb.text() == words).click()


def registered(session: Session) -> None:
    for code, name in (("RYV", "Reed Community Trust"), ("RYW", "Fen Hospitals")):
        session.add(OdsOrganisation(code=code, name=name, sort="NHS trusts", postcode="ZZ1 1ZZ"))


def test_a_partner_is_looked_up_added_and_filled_by_keyboard(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "List/List", RegisterView)
    view.look_up.open()
    assert "No register has been brought in" in view.look_up.finder.said.text()
    sample.edit("Register", registered)
    QTest.keyClicks(view.look_up.finder.line, "reed comm")
    assert [row.code for row in view.look_up.finder.found] == ["RYV"]
    QTest.keyClick(view.look_up.finder.line, Qt.Key.Key_Return)
    made = partner(sample, "Reed Community Trust")
    assert (made.ods_code, made.kind) == ("RYV", PartnerKind.COMMUNITY_TRUST)
    view.go_to(partner(sample, "Ouseby District Hospital").id)
    view.look_up.finder.line.setText("ryw")
    view.look_up.give()
    filled = partner(sample, "Fen Hospitals")
    assert (filled.ods_code, filled.kind) == ("RYW", PartnerKind.ACUTE_TRUST)
    QTest.keyClick(view.look_up.finder.line, Qt.Key.Key_Escape)
    assert view.look_up.isHidden()
    assert view.side.inspector.isVisible()


def test_a_code_alone_adds_a_partner_and_one_that_is_wrong_offers_those_close(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "List/List", RegisterView)
    sample.edit("Register", registered)
    assert add(view.grid, "ods_code", "ryv") == ""
    assert partner(sample, "Reed Community Trust").ods_code == "RYV"
    hospital = partner(sample, "Ouseby District Hospital")
    assert "is not among the NHS trusts" in put(view.grid, hospital.id, "ods_code", "RYX")
    assert "shape of an ODS code" in put(view.grid, hospital.id, "ods_code", "R-1")
    model = view.grid.model
    fixes = model.edits.fixes if model.edits else None
    assert fixes is not None
    assert [fix.text for fix in fixes(hospital, "ods_code", "RYX")] == ["RYV", "RYW"]
    assert fixes(hospital, "name", "RYX") == []


def test_a_partner_much_like_another_is_told_and_the_other_one_key_away(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "List/List", RegisterView)
    assert view.strip.isHidden()
    assert add(view.grid, "name", "Vale Community Trust") == ""
    assert (
        view.strip.sentence == "Vale Community Trust is called much like Vale Community NHS Trust."
    )
    pressed(view.strip, "Go to the other")
    assert view.grid.current_row.name == "Vale Community NHS Trust"
    sample.undo()
    assert view.strip.isHidden()
    row = partner(sample, "Lantern Hospice")
    assert put(view.grid, row.id, "ods_code", "mv001") == ""
    assert "has the same ODS code as Valley Health Centre: MV001" in view.strip.sentence


def test_a_meeting_is_typed_its_step_marked_done_and_who_is_not_met_is_told(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Engagement", EngagementView)
    QAbstractItemModelTester(view.grid.model)
    assert view.finding.text().startswith("2 next steps overdue, 4 due within 14 days")
    assert "Eastmarsh Ambulance Trust (never)" in view.strip.sentence
    view.choose_months(12)
    assert "1 partner not met for 12 months" in view.finding.text()
    assert add(view.grid, "topic", "Winter") == ""
    assert "Choose the partner first" in view.grid.strip.sentence
    assert add(view.grid, "partner", "Lantern Hospice") == ""
    assert add(view.grid, "met_on", "24/10/2016") == ""
    assert len(sample.read(partners.engagements, ON)) == 23
    model = view.grid.model
    first = model.rows[0]
    assert put(view.grid, first.id, "sentiment", "-2") == ""
    assert "from -2" in put(view.grid, first.id, "sentiment", "7")
    assert "before the meeting" in put(view.grid, first.id, "due_on", "1/1/2016")
    view.show_record(first.id)
    view.side.mark_done()
    row = next(row for row in sample.read(partners.engagements, ON) if row.id == first.id)
    assert (row.done_on, row.sentiment) == (ON, -2)
    assert view.finding.text().startswith("1 next step overdue")
    rows = sample.read(partners.engagements, ON)
    assert view.finding.text() == partners_engagement.engagement_finding(rows, 1, ON, 12)


def test_the_payee_is_told_and_moves_when_another_is_named(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Legal vehicles", VehiclesView)
    QAbstractItemModelTester(view.grid.model)
    assert view.finding.text() == payee(sample.read(partners.vehicles))
    other = sample.read(partners.vehicles)[1]
    assert put(view.grid, other.id, "is_payee", "yes") == ""
    assert put(view.grid, other.id, "may_contract", "") == ""
    assert view.finding.text() == (
        f"The nominated payee is {other.partner}; whether it may hold a contract is not known."
    )
    assert add(view.grid, "form", "Charity") == ""
    assert "Choose the partner first" in view.grid.strip.sentence
    assert add(view.grid, "partner", "Lantern Hospice") == ""
    assert len(sample.read(partners.vehicles)) == 7


def test_what_ends_and_who_is_covered_lead_to_the_agreement_and_the_service(
    screen: PartnersScreen, sample: LocalityFile, visited: Visited
) -> None:
    soon = view_of(screen, "What ends", EndsView)
    rows = ends(sample.read(partners.agreements, ON), ON)
    assert soon.finding.text() == ends_finding(rows)
    soon.show_record(8)
    soon.open_agreement()
    covered = view_of(screen, "Who is covered", CoverView)
    bare = covered.grid.model.rows[0]
    assert (bare.name, partners_cover.cover_word(bare)) == ("Diabetes clinic", "Not covered")
    cell = covered.grid.model.index(
        covered.grid.model.line_of(bare.id), covered.grid.model.column_at("cover")
    )
    assert cell.data(TROUBLE_ROLE) == "No agreement in force names it"
    covered.show_record(bare.id)
    covered.open_service()
    covered.open_agreement()
    assert visited == [
        ("partners", -8), ("services", bare.id), ("partners", "Agreements", None)
    ]  # fmt: skip


def test_the_services_an_agreement_covers_are_ticked(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Agreements/Agreements", AgreementsView)
    view.grid.select_record(1, "title")
    ticks = view.side.covered.list
    line = next(
        ticks.item(at) for at in range(ticks.count()) if ticks.item(at).text() == "Diabetes clinic"
    )
    line.setCheckState(Qt.CheckState.Checked)
    first = next(row for row in sample.read(partners.agreements, ON) if row.id == 1)
    assert first.services == ("Diabetes clinic", "Same-day access")
    sample.undo()
    assert view.grid.current_row.services == ("Same-day access",)


def test_a_flow_is_typed_and_marked_until_an_agreement_covers_it(
    screen: PartnersScreen, sample: LocalityFile
) -> None:
    view = view_of(screen, "Flows of records", FlowsView)
    QAbstractItemModelTester(view.grid.model)
    assert add(view.grid, "from", "Fenshire CCG") == ""
    assert "Enter what passes first" in view.grid.strip.sentence
    assert add(view.grid, "name", "Referral letters") == ""
    assert len(sample.read(partners.record_flows, ON)) == 8
    falls = next(row for row in view.grid.model.rows if row.name == "Falls referrals")
    assert put(view.grid, falls.id, "agreement", "Alliance agreement of the partners") == ""
    assert put(view.grid, falls.id, "from", "Ouseby District Hospital") == ""
    after = next(row for row in sample.read(partners.record_flows, ON) if row.id == falls.id)
    assert after.gap == ""
    rows = sample.read(partners.record_flows, ON)
    assert view.finding.text() == partners_flows.flows_finding(rows)


def test_a_service_that_goes_live_without_cover_is_said_and_not_refused(
    qtbot: QtBot, sample: LocalityFile, desk_on_sample: Desk, visited: Visited
) -> None:
    strip = Strip(desk_on_sample.style, "message")
    qtbot.addWidget(strip)
    watch = CoverWatch(desk_on_sample, strip)
    watch.watch(sample.read(services.services, OCTOBER))
    hub = next(row for row in sample.read(services.services, OCTOBER) if row.code == "SAT")
    sample.edit("Day", services.set_service, hub.id, "live_on", date(2016, 10, 3))
    sample.edit("Live", services.set_service, hub.id, "status", ServiceStatus.LIVE)
    watch.watch(sample.read(services.services, OCTOBER))
    assert strip.sentence == "Saturday hub is live without cover. No agreement in force names it."
    pressed(strip, "Who is covered")
    assert visited == [("partners", "Who is covered", hub.id)]
    sample.edit("Cover", partners.set_covered, 1, (hub.id,))
    sample.undo()
    sample.undo()
    watch.watch(sample.read(services.services, OCTOBER))
    assert strip.isHidden()
