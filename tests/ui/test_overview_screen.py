"""The Overview says what the sections say, and leads to them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from pch_desktop.discovery import one
from pch_desktop.domain.period import Month
from pch_desktop.imports import beginning
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports import budget as money
from pch_desktop.reports import overview, population, quality, workforce
from pch_desktop.reports.coming import coming
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import partners
from pch_desktop.store import population as people
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.ui import sections
from pch_desktop.ui.chart_facts import Lines
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.leaves import Leaves
from pch_desktop.ui.page import Page
from pch_desktop.ui.section import Screen
from pch_desktop.ui.sections.overview.headline import brief
from pch_desktop.ui.sections.overview.screen import Overview, build
from pch_desktop.ui.style import Style
from pch_desktop.ui.tiles import Figure
from tests import localities
from tests.ui.conftest import OCTOBER

Sent = list[tuple[str, object]]


@pytest.fixture
def sample_desk(sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    return Desk(sample, OCTOBER, style, preferences)


def shown(qtbot: QtBot, desk: Desk) -> Overview:
    """Return the page, shown on a practice PC."""
    made = build(desk)
    assert isinstance(made, Overview)
    qtbot.addWidget(made)
    made.resize(1162, 662)
    made.show()
    QApplication.processEvents()
    return made


@pytest.fixture
def page(qtbot: QtBot, sample_desk: Desk) -> Overview:
    return shown(qtbot, sample_desk)


@pytest.fixture
def sent(sample_desk: Desk) -> Sent:
    """Where the page has led."""
    return where_led(sample_desk)


def where_led(desk: Desk) -> Sent:
    """Return the list in which a desk's calls to go elsewhere are noted."""
    told: Sent = []

    def note(section: str, record: object) -> None:
        told.append((section, record))

    desk.sent.connect(note)
    return told


def figure(page: Overview, name: str) -> Figure:
    """Return a tile's figure by its name."""
    return next(tile.figure for tile in page.tiles.tiles if tile.figure.name == name)


# Every figure is its section's


def test_the_population_is_the_reports(page: Overview, sample: LocalityFile) -> None:
    count, _ = population.registered(sample.read(people.practices, OCTOBER))
    tile = figure(page, "Defined population")
    assert tile.number == written(count, Kind.COUNT)
    assert tile.trend.known[-1] == count


def test_the_populations_line_does_not_jump_at_a_transfer(page: Overview) -> None:
    points = figure(page, "Defined population").trend.known
    assert max(after - before for before, after in pairwise(points)) < 200


def test_the_team_is_the_reports(page: Overview, sample: LocalityFile) -> None:
    last = workforce.filled_by_month(sample, OCTOBER)[-1]
    tile = figure(page, "One integrated team")
    assert tile.number == written(last.in_post_wte, Kind.NUMBER)
    assert tile.unit == f"of {written(last.funded_wte, Kind.NUMBER)} WTE"
    assert tile.standing is not None
    assert tile.standing.words == f"Gap {written(last.vacant_wte, Kind.NUMBER)}"


def test_the_budget_is_the_reports(page: Overview, sample: LocalityFile) -> None:
    annual, _, variance = money.position(money.finance(sample, OCTOBER).rows)
    tile = figure(page, "Shadow budget, year end")
    assert (tile.number, tile.unit) == (
        brief(int(variance.amount)),
        f"of {brief(int(annual.amount))}",
    )
    so_far = sum(row.date_variance or 0 for row in money.finance(sample, OCTOBER).rows)
    assert tile.comparison == f"{brief(so_far)} so far"
    assert tile.trend.known[-1] == so_far / 100_000


def test_care_says_what_is_not_measured_and_how_much_is_prevention(
    page: Overview, sample: LocalityFile
) -> None:
    services, share = overview.prevention(sample, OCTOBER)
    tile = figure(page, "Care and population health")
    assert tile.number == written(services, Kind.SHARE)
    assert written(share, Kind.SHARE) in tile.note
    assert tile.standing is not None
    assert tile.standing.words == "Not yet measured"


def test_the_partners_are_the_reports(page: Overview, sample: LocalityFile) -> None:
    rows = sample.read(partners.partners, OCTOBER.last)
    signed = sum(row.status.value == "signed" for row in rows)
    tile = figure(page, "Partners signed")
    assert (tile.number, tile.unit) == (str(signed), f"of {len(rows)}")
    assert tile.note == f"{len(rows) - signed} have not signed yet"


def test_the_sentence_is_the_reports(page: Overview, sample: LocalityFile) -> None:
    assert page.title.text() == "How is Marsh Valley this month?"
    assert page.lead.words.text() == overview.sentence(sample, OCTOBER).made


def test_the_charts_end_where_the_reports_do(page: Overview, sample: LocalityFile) -> None:
    path = page.money.chart.drawing
    assert isinstance(path, Lines)
    so_far, forecast = path.series
    known = [value for value in so_far.values if value is not None]
    rows = money.finance(sample, OCTOBER).rows
    assert known[-1] == sum(row.date_variance or 0 for row in rows) / 100_000
    assert forecast.values[-1] == int(money.position(rows)[2].amount) / 100_000
    team = page.team.chart.drawing
    assert isinstance(team, Lines)
    funded, in_post = team.series
    assert (len(funded.values), funded.end_label) == (13, "221.60 funded")
    assert in_post.end_label == "207.90 in post"


def test_the_findings_are_the_heaviest_of_the_checks(page: Overview, sample: LocalityFile) -> None:
    found = quality.pressing(quality.findings(sample, OCTOBER))
    assert [row.title.words for row in page.attention.rows] == [one.title for one in found[:5]]
    assert page.attention.count.text() == f"5 of {len(found)}"


# It leads somewhere


def test_each_tile_leads_to_its_section(page: Overview, sent: Sent) -> None:
    for tile in page.tiles.tiles:
        tile.click()
    assert [section for section, _ in sent] == [
        "population",
        "workforce",
        "budget",
        "services",
        "partners",
    ]


def test_a_finding_leads_to_its_record_in_the_view_it_is_seen_in(
    page: Overview, sample_desk: Desk, sample: LocalityFile, sent: Sent
) -> None:
    visited: list[tuple[str, str, object]] = []

    def note(section: str, view: str, record: object) -> None:
        visited.append((section, view, record))

    sample_desk.visited.connect(note)
    shown = quality.findings(sample, OCTOBER)[: len(page.attention.rows)]
    for row in page.attention.rows[: len(shown)]:
        row.verb.click()
    assert sent == [(each.section, each.record_id) for each in shown if not each.view]
    placed = [(each.section, each.view, each.record_id) for each in shown if each.view]
    assert visited == placed
    assert placed


def test_every_finding_that_names_a_view_leads_to_one_that_is_there(
    qtbot: QtBot, sample_desk: Desk, sample: LocalityFile
) -> None:
    found = {(each.section, each.view) for each in quality.findings(sample, OCTOBER) if each.view}
    assert {section for section, _ in found} >= {"estates", "partners", "services"}
    pages: dict[str, Page] = {}
    for section, view in sorted(found):
        if section not in pages:
            made = one(f"{sections.__name__}.{section}.screen", Screen).build(sample_desk)
            assert isinstance(made, Page)
            qtbot.addWidget(made)
            pages[section] = made
        assert not isinstance(pages[section].view(view), Leaves), f"{section} has no {view}"


def test_what_comes_up_leads_to_its_record(
    page: Overview, sample: LocalityFile, sent: Sent
) -> None:
    told = [line.accessibleName() for line in page.coming.lines]
    assert told == [
        "9 Nov 2016: Papers due for Partnership board",
        "10 Nov 2016: Close month 7",
        "23 Nov 2016: Partnership board meets",
        "31 Dec 2016: End of life care ends",
    ]
    QTest.keyClick(page.coming.lines[3], Qt.Key.Key_Space)
    assert sent == [("partners", -8)]
    page.coming.show_coming([row for row in coming(sample, OCTOBER) if not row.view])
    line = page.coming.lines[0]
    assert line.accessibleName() == "30 Nov 2016: Aligned social care is to be reviewed"
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert sent[1:] == [("partners", -6)]


def test_the_steps_tell_how_far_the_month_is(
    page: Overview, sample: LocalityFile, sent: Sent
) -> None:
    heavy = quality.pressing(quality.findings(sample, OCTOBER))
    asked, busy = quality.checked(), {each.section for each in heavy}
    assert page.stepper.title == "Closing month 7"
    assert [each.text() for each in page.stepper.steps] == [
        "Lists 6 of 6",
        "Actuals 13 of 13",
        "Commentary 3 of 3",
        "Services 16 of 17",
        f"Checks {len(asked - busy)} of {len(asked)}",
        "Closed",
        "Pack issued",
    ]
    assert page.stepper.steps[3].accessibleName() == "Services, 16 of 17 done"
    page.stepper.steps[3].click()
    assert sent == [("services", 14)]


# It follows the file


def test_an_edit_elsewhere_is_seen_at_once(page: Overview, sample: LocalityFile) -> None:
    sample.edit("List", people.set_list_size, 1, OCTOBER.last, 51_000)
    tile = figure(page, "Defined population")
    assert tile.number == "81,040"
    assert tile.standing is not None
    assert tile.standing.words == "Above"
    sample.undo()
    assert figure(page, "Defined population").number == "41,280"


def test_another_month_gives_its_own_figures(page: Overview, sample_desk: Desk) -> None:
    sample_desk.choose_month(Month(2016, 9))
    assert page.stepper.title == "Closing month 6"
    rows = money.finance(sample_desk.file, Month(2016, 9)).rows
    so_far = sum(row.date_variance or 0 for row in rows)
    assert figure(page, "Shadow budget, year end").comparison == f"{brief(so_far)} so far"


# New files


def test_an_empty_file_shows_where_to_begin(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    assert [tile.figure.number for tile in page.tiles.tiles] == [""] * 5
    assert page.stepper.title == "Begin here"
    assert page.stepper.next.text() == "Name the practices"
    assert not page.money.isVisible()
    assert page.profile.isHidden()
    assert page.attention.nothing.isVisible()
    assert page.coming.nothing.isVisible()


def test_a_starter_shows_what_the_site_says_and_its_source(
    qtbot: QtBot, tmp_path: Path, style: Style, preferences: PreferenceFile
) -> None:
    path = tmp_path / "winsford.pch"
    file = beginning.begin_from(path, localities.holder(), localities.noon, "winsford")
    desk = Desk(file, OCTOBER, style, preferences)
    page = shown(qtbot, desk)
    assert page.title.text() == "How is the Winsford Group this month?"
    assert page.profile.isVisible()
    assert {"Why", "What", "How", "Priorities"} <= set(page.profile.words)
    assert page.profile.sources.text().startswith("Source: NAPC")
    assert page.stepper.next.text() == "Import lists"
    with qtbot.waitSignal(desk.command_asked) as asked:
        page.stepper.next.click()
    assert asked.args == ["import"]
    led = where_led(desk)
    page.stepper.steps[2].click()
    assert led == [("workforce", None)]
    file.close()


# Looks and access


def test_every_control_is_named(page: Overview) -> None:
    nameless = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and not each.accessibleName()
    ]
    assert nameless == []


def test_a_narrow_window_puts_the_columns_one_under_the_other(page: Overview) -> None:
    page.resize(700, 640)
    QApplication.processEvents()
    assert page.attention.mapTo(page, page.attention.rect().topLeft()).x() < 100


def test_the_features_are_copied_as_a_picture_with_words(page: Overview) -> None:
    page.copy.click()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasImage()
    assert "Registered population 41,280" in mime.text()


@pytest.mark.parametrize(
    ("pence", "words"),
    [
        (0, "£0"),
        (186_00, "£186"),
        (-9_000_00, "(£9k)"),
        (999_49, "£999"),
        (47_500_000_00, "£47.5m"),
        (-1_250_000_00, "(£1.3m)"),
    ],
)
def test_money_is_told_in_the_fewest_signs(pence: int, words: str) -> None:
    assert brief(pence) == words
