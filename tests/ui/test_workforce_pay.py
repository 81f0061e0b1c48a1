"""Pay, on-costs, posts against the budget and additional roles on the screen, by keyboard."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.workforce import FundingStream, PensionScheme, PostStatus
from pch_desktop.imports import starters
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.workforce_additional import position, sentence
from pch_desktop.reports.workforce_budget import against
from pch_desktop.store import starters as filling
from pch_desktop.store import trail, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.workforce.additional import AdditionalView
from pch_desktop.ui.sections.workforce.against import AgainstView
from pch_desktop.ui.sections.workforce.held import HeldView
from pch_desktop.ui.sections.workforce.offer import OfferView
from pch_desktop.ui.sections.workforce.on_costs import OnCostsView
from pch_desktop.ui.sections.workforce.pay import PayView
from pch_desktop.ui.sections.workforce.posts import PostsView
from pch_desktop.ui.sections.workforce.roles import RolesView
from pch_desktop.ui.sections.workforce.screen import WorkforceScreen
from pch_desktop.ui.style import Style
from tests import localities
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window, put

ON = OCTOBER.last
VIEWS = {
    "Against the budget": AgainstView,
    "Additional roles": AdditionalView,
    "Offer": OfferView,
    "Pay": PayView,
    "On-costs": OnCostsView,
}
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def screen(
    qtbot: QtBot, sample: LocalityFile, style: Style, preferences: PreferenceFile
) -> WorkforceScreen:
    """The section on the sample at October 2016, shown."""
    return in_window(qtbot, WorkforceScreen(Desk(sample, OCTOBER, style, preferences)))


@pytest.fixture
def empty(path: Path) -> Generator[LocalityFile]:
    """Three nurses in three posts, no scales."""
    made = localities.made(path)
    yield made
    made.close()


def cell(grid: Grid, record_id: int, key: str) -> str:
    index = grid.model.index(grid.model.line_of(record_id), grid.model.column_at(key))
    return str(index.data())


def labels(file: LocalityFile) -> list[str]:
    return [row.label for row in file.read(trail.changes)]


def typed_into(box: QLineEdit, text: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def shown(screen: WorkforceScreen, kind: type[Any], title: str) -> Any:
    view = screen.view(title)
    assert isinstance(view, kind)
    return view


def test_every_view_opens_and_every_control_has_a_name(screen: WorkforceScreen) -> None:
    for title, kind in VIEWS.items():
        view = shown(screen, kind, title)
        for each in (QAbstractButton, QLineEdit, QComboBox, Grid):
            for control in view.findChildren(each):
                part = control.view if isinstance(control, Grid) else control
                if part.isVisibleTo(view) and not part.objectName().startswith("qt_"):
                    text = control.text() if isinstance(control, QAbstractButton) else ""
                    assert part.accessibleName() or text, f"{title}: {control}"
        for grid in view.findChildren(Grid):
            assert QAbstractItemModelTester(grid.model, FATAL).model() is grid.model


# Pay


def test_pay_is_that_of_the_day_or_of_all_years(screen: WorkforceScreen) -> None:
    view = shown(screen, PayView, "Pay")
    first = view.grid.model.row_at(0)
    assert (first.point, first.annual_pence) == ("Valley band 3", 2_040_000)
    everything = len(view.rows)
    assert len(view.grid.model.rows) == 42
    view._every.click()
    assert len(view.grid.model.rows) == everything > 42
    view._every.click()
    screen.at.choose(date(2016, 3, 31))
    assert view.grid.model.row_at(0).annual_pence == 2_020_000


def test_pay_is_typed_for_a_point_and_taken_back(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, PayView, "Pay")
    top = next(row for row in view.grid.model.rows if row.point == "Band 6 top")
    assert put(view.grid, top.id, "source", "x") == "Enter what Band 6 top is paid first."
    assert put(view.grid, top.id, "annual", "35,577") == ""
    made = next(row for row in view.grid.model.rows if row.point == "Band 6 top")
    assert (made.annual_pence, made.valid_from) == (3_557_700, date(2016, 4, 1))
    assert labels(sample)[0] == "Change pay of Band 6 top"
    sample.undo()
    assert top in view.grid.model.rows


def test_a_point_of_ones_own_is_added_in_the_empty_line(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, PayView, "Pay")
    line = view.grid.model.rowCount() - 1
    said: list[str] = []
    view.grid.model.refused.connect(said.append)
    view.grid.model.change_cell(line, view.grid.model.column_at("annual"), "25,000")
    assert said == ["Enter the name of the pay point, such as Band 6 top."]
    view.grid.model.change_cell(line, 0, "Grade H")
    rows = {row.point: row for row in sample.read(workforce.pay_rates)}
    assert (rows["Grade H"].annual_pence, rows["Grade H"].scale) == (2_500_000, "Our own scale")
    view.grid.select_record(rows["Grade H"].id)
    view.grid.remove()
    assert "Grade H" not in {row.point for row in sample.read(workforce.pay_rates)}


def test_an_award_is_asked_for_in_a_strip_and_made_in_one_step(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, PayView, "Pay")
    said: list[str] = []
    view.grid.desk.was_refused.connect(said.append)
    view._award.click()
    scale, share = view.question.boxes
    assert scale.text() == "Valley scale (invented)"
    typed_into(share, "lots")
    assert said == ["“lots” is not a percentage. Enter one as 0.8%."]
    assert not view.question.isHidden()
    typed_into(share, "1%")
    assert view.question.isHidden()
    assert labels(sample)[0] == "Pay award of Valley scale (invented) for 2017/18"
    made = [row for row in sample.read(workforce.pay_rates) if row.valid_from == date(2017, 4, 1)]
    assert len(made) == 11
    assert all(row.source and row.source.startswith("Our own estimate") for row in made)


def test_a_file_without_scales_offers_the_ready_ones(
    qtbot: QtBot, empty: LocalityFile, style: Style, preferences: PreferenceFile
) -> None:
    section = WorkforceScreen(Desk(empty, Month(2025, 10), style, preferences))
    qtbot.addWidget(section)
    section.show()
    view = shown(section, PayView, "Pay")
    assert view.grid.isHidden()
    view.add_ready()
    assert not view.grid.isHidden()
    assert len(view.grid.model.rows) == 31
    assert labels(empty)[0] == "Add the ready pay scales"
    assert [row.scheme for row in empty.read(workforce.on_costs)] == [PensionScheme.NHS]


# On-costs


def test_on_costs_are_typed_as_percentages_and_say_national_insurance(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, OnCostsView, "On-costs")
    assert view.toolbar._aside.text() == "National Insurance 13.8% above £8,112 a person"
    row = next(row for row in view.model.rows if row.pension_share == Decimal("0.143"))
    assert put(view.grid, row.id, "pension_share", "14.5") == ""
    assert cell(view.grid, row.id, "pension_share") == "14.50%"
    assert put(view.grid, row.id, "pension_share", "140").startswith("Enter a share of pay")
    line = view.model.rowCount() - 1
    view.model.change_cell(line, view.model.column_at("employer"), "Vale Community NHS Trust")
    view.model.change_cell(line, view.model.column_at("pension_share"), "14.38%")
    made = next(row for row in sample.read(workforce.on_costs) if row.employer)
    assert (made.employer, made.valid_from) == ("Vale Community NHS Trust", date(2016, 4, 1))


# What posts and people cost


def test_a_posts_side_shows_the_working_and_takes_a_pay_point(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, PostsView, "Posts")
    post = next(row for row in view.rows if row.reference == "P140")
    view.grid.select_record(post.id)
    told = view.side.cost.words
    assert "£56,000, as typed" in told
    assert "Valley band 7 upper: £43,900 × 1.00 WTE = £43,900.00" in told
    assert "National Insurance, 13.8% above £8,112 a person: £4,938.74" in told
    assert "Together £55,116.44" in told
    assert put(view.grid, post.id, "annual_cost", "") == ""
    assert cell(view.grid, post.id, "annual_cost") == "£55,116"
    assert "£55,116, worked out" in view.side.cost.words
    box = view.side._point.box
    box.setCurrentText("Valley band 7")
    box.textActivated.emit("Valley band 7")
    assert "Valley band 7: £41,500" in view.side.cost.words
    assert labels(sample)[0] == "Change pay point of P140 Clinical pharmacist"


def test_a_posts_site_and_whether_it_may_be_filled_are_chosen_at_its_side(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, PostsView, "Posts")
    view.grid.select_record(140)
    site = view.side._site.box.itemText(1)
    for field, word in ((view.side._may_fill, "No"), (view.side._site, site)):
        field.box.setCurrentText(word)
        field.box.textActivated.emit(word)
    row = next(row for row in sample.read(workforce.posts, ON) if row.id == 140)
    assert not row.is_recruitable
    assert row.site == site


def test_posts_are_offered_roles_in_use_and_keep_one_that_ended(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, PostsView, "Posts")

    def offered() -> tuple[str, ...]:
        return view.model.columns[view.model.column_at("role")].words

    assert "Consultant nurse (primary care)" not in offered()
    pharmacist = next(row for row in sample.read(workforce.roles) if row.code == "CP")
    assert pharmacist.name in offered()
    sample.edit("End", workforce.set_role, pharmacist.id, "valid_to", date(2016, 9, 30))
    assert pharmacist.name not in offered()
    view.grid.select_record(140)
    told = "The role Clinical pharmacist ended on 30 Sep 2016; this post keeps it."
    assert view.side._ended.text() == told
    assert not view.side._ended.isHidden()
    roles = shown(screen, RolesView, "Roles")
    line = roles.grid.model.line_of(pharmacist.id)
    assert roles.grid.model.index(line, 1).data() == "Ended"
    assert roles.toolbar._aside.text() == "54 roles, 1 ended by 31 Oct 2016"


def test_somebodys_cost_follows_their_own_pay_and_scheme(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, HeldView, "Who holds what")
    row = next(row for row in view.rows if row.post == "P140")
    view.grid.select_record(row.id)
    assert "Not known\nChoose a pay point to have it worked out." in view.side.cost.words
    for field, word in ((view.side._point, "Valley band 7 upper"), (view.side._scheme, "NHS")):
        field.box.setCurrentText(word)
        field.box.textActivated.emit(word)
    assert "£55,116, worked out" in view.side.cost.words
    view.side._pay.box.setText("50,000")
    view.side._pay.commit()
    assert "Full-time pay: £50,000 × 1.00 WTE" in view.side.cost.words
    assert labels(sample)[0].startswith("Change full-time pay of")


# Against the budget


def test_the_lines_are_those_of_the_report(screen: WorkforceScreen, sample: LocalityFile) -> None:
    view = shown(screen, AgainstView, "Against the budget")
    rows = against(sample, OCTOBER)
    assert list(view.grid.model.rows) == rows
    assert "Voluntary sector, social prescribing are £10,775 over" in view.finding.text()
    fund = next(row for row in rows if row.name == "Transformation fund")
    assert cell(view.grid, fund.id, "left") == "(£7,600)"
    gone: list[tuple[str, int]] = []

    def note(section: str, record: int) -> None:
        gone.append((section, record))

    view.grid.desk.sent.connect(note)
    view.grid.select_record(fund.id)
    view._open()
    assert gone == [("budget", fund.id)]


# Additional roles


def test_the_claim_of_the_example_is_shown(
    qtbot: QtBot, empty: LocalityFile, style: Style, preferences: PreferenceFile
) -> None:
    """D27, typed: from stored posts to the screen."""
    empty.edit("Ready", filling.load_roles, starters.roles())
    for role, wte, cost, first in (
        ("Clinical pharmacist", "2", 12_802_400, date(2025, 4, 1)),
        ("Care co-ordinator", "2", 6_700_000, date(2025, 7, 1)),
        ("Care co-ordinator", "1", 3_350_000, date(2025, 7, 1)),
    ):
        rest = {
            "funding_stream": FundingStream.ADDITIONAL_ROLES,
            "annual_cost_pence": cost,
            "funded_from": first,
        }
        empty.edit("Add", workforce.add_post, role, Decimal(wte), rest=rest)
    section = WorkforceScreen(Desk(empty, Month(2025, 10), style, preferences))
    qtbot.addWidget(section)
    section.show()
    view = shown(section, AdditionalView, "Additional roles")
    assert view.finding.text().startswith("The claim of 3 posts is not known: enter the most")
    pharmacist, pair, one = (row.id for row in view.model.rows)
    assert put(view.grid, pharmacist, "most", "65,838") == ""
    assert put(view.grid, one, "most", "33,000") == ""
    assert cell(view.grid, pair, "most") == "£33,000"
    view.side._people.box.setText("41,870")
    view.side._people.commit()
    claims = [cell(view.grid, each, "claim") for each in (pharmacist, pair, one)]
    assert claims == ["£128,024", "£49,500", "£24,750"]
    assert view.finding.text() == (
        "£202,274 of £1,115,040 is claimed once every post is filled; £912,766 can be offered."
    )
    assert labels(empty)[0] == "Change weighted people of 2025/26"


def test_the_side_tells_what_the_report_does(screen: WorkforceScreen, sample: LocalityFile) -> None:
    view = shown(screen, AdditionalView, "Additional roles")
    found = position(sample, ON)
    assert view.finding.text() == sentence(found)
    assert found.headroom_pence == 15_805_812
    assert "£158,058" in [part.text() for part in view.side._facts._values]
    view.side._rate.box.setText("8.5")
    view.side._rate.commit()
    assert view.finding.text().startswith("All £359,529 is claimed; £15,362 beyond it")
    sample.undo()
    assert view.finding.text() == sentence(found)


def choose(box: QComboBox, word: str) -> None:
    at = box.findText(word)
    assert at > 0, word
    box.setFocus()
    for _ in range(at - box.currentIndex()):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == word


def test_an_offer_writes_nothing_until_it_is_made_a_proposed_post(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = shown(screen, OfferView, "Offer")
    before = sample.read(localities.state)
    assert not view.make.isEnabled()
    assert view.sentence.text() == "Choose a role to see what it would claim."
    choose(view.role, "Clinical pharmacist")
    assert view.sentence.text() == "Choose a pay point to see what it costs."
    choose(view.point, "Valley band 7")
    typed_into(view.wte, "0.8")
    typed_into(view.starts_on, "1/1/2017")
    assert view.found is not None
    assert (view.found.months, view.found.cost_pence) == (3, 4_140_974)
    assert (view.found.full_year_pence, view.found.this_year_pence) == (4_140_974, 1_035_244)
    assert view.found.headroom_pence == 15_805_812 - 1_035_244
    assert view.sentence.text() == "It fits: £10,352 this year, and £147,706 is left."
    assert sample.read(localities.state) == before
    view.make.click()
    made = next(
        row
        for row in sample.read(workforce.posts, ON)
        if row.status is PostStatus.PROPOSED and row.role_code == "CP"
    )
    assert (made.funded_wte, made.pay_point) == (Decimal("0.8"), "Valley band 7")
    assert made.funded_from == date(2017, 1, 1)
    assert labels(sample)[0] == "Propose a post: Clinical pharmacist"
    assert position(sample, ON).headroom_pence == 15_805_812
    assert position(sample, ON).proposed_pence == 1_035_244
    sample.undo()
    assert sample.read(localities.state) == before


def test_an_offer_that_cannot_be_meant_says_what_can(screen: WorkforceScreen) -> None:
    view = shown(screen, OfferView, "Offer")
    choose(view.role, "Clinical pharmacist")
    typed_into(view.wte, "3")
    assert view.refusal.text() == "Enter more than 0 and at most 2 WTE, for example 0.8."
    assert not view.make.isEnabled()
    typed_into(view.wte, "1")
    typed_into(view.starts_on, "soon")
    assert view.refusal.text().startswith("“soon” is not a date.")
    typed_into(view.starts_on, "1/12/2016")
    assert view.refusal.isHidden()


def test_an_offer_beyond_the_entitlement_does_not_fit(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    sample.edit("Less", workforce.set_head_rate, FinancialYear(2016), Decimal("8.9"))
    view = shown(screen, OfferView, "Offer")
    choose(view.role, "Clinical pharmacist")
    choose(view.point, "Valley band 7")
    assert view.found is not None
    assert view.found.fits is False
    assert view.sentence.text().startswith("It does not fit: £")
    assert view.pill.accessibleName() == "It does not fit, needs attention"
