"""Vacancies, recruitment, starters and leavers on the screen, worked in by keyboard."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pch_desktop.domain.workforce import LeavingReason, RecruitmentOutcome
from pch_desktop.domain.workforce_flow import year_before
from pch_desktop.domain.workforce_recruitment import Stage
from pch_desktop.preferences import PreferenceFile
from pch_desktop.reports.workforce_flow import flow_measures, flow_rows
from pch_desktop.reports.workforce_flow_months import flow_months
from pch_desktop.reports.workforce_flow_words import measure_words, months_finding
from pch_desktop.store import trail, workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AssignmentRow, RecruitmentRow, VacancyRow
from pch_desktop.ui.cell_roles import TONE_ROLE
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.question import Question
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.coming import ComingView
from pch_desktop.ui.sections.workforce.coming_chart import ComingChart
from pch_desktop.ui.sections.workforce.recruiting import RecruitmentView
from pch_desktop.ui.sections.workforce.screen import WorkforceScreen
from pch_desktop.ui.sections.workforce.vacancies import VacanciesView
from pch_desktop.ui.style import Style
from tests import localities
from tests.reports.teams import write_example
from tests.ui.conftest import OCTOBER
from tests.ui.driving import in_window, put

ON = OCTOBER.last
Key = Qt.Key
View = TypeVar("View", bound=QWidget)


@pytest.fixture
def sample_desk(sample: LocalityFile, style: Style, preferences: PreferenceFile) -> Desk:
    """The sample at October 2016."""
    return Desk(sample, OCTOBER, style, preferences)


def shown_screen(qtbot: QtBot, desk: Desk) -> WorkforceScreen:
    return in_window(qtbot, WorkforceScreen(desk))


@pytest.fixture
def screen(qtbot: QtBot, sample_desk: Desk) -> WorkforceScreen:
    """The section on it, shown."""
    return shown_screen(qtbot, sample_desk)


@pytest.fixture
def at(sample_desk: Desk) -> AsAt:
    """The day the views are shown for."""
    return AsAt(sample_desk)


def alone(qtbot: QtBot, view: View) -> View:
    """Show one view by itself, as large as in the window."""
    qtbot.addWidget(view)
    view.resize(1120, 520)
    view.show()
    QApplication.processEvents()
    return view


@pytest.fixture
def vacancies(qtbot: QtBot, sample_desk: Desk, at: AsAt) -> VacanciesView:
    return alone(qtbot, VacanciesView(sample_desk, at, lambda _post: None))


@pytest.fixture
def recruiting(qtbot: QtBot, sample_desk: Desk, at: AsAt) -> RecruitmentView:
    return alone(qtbot, RecruitmentView(sample_desk, at))


@pytest.fixture
def coming(qtbot: QtBot, sample_desk: Desk, at: AsAt) -> ComingView:
    return alone(qtbot, ComingView(sample_desk, at))


def of_post(view: RecruitmentView, reference: str) -> RecruitmentRow:
    """Return the latest recruitment of a post."""
    return [row for row in view.rows if row.post.reference == reference][-1]


def vacancy(view: VacanciesView, reference: str) -> VacancyRow:
    return next(row for row in view.model.rows if row.post.reference == reference)


def held(file: LocalityFile, name: str) -> list[AssignmentRow]:
    return [row for row in file.read(workforce.assignments) if row.person == name]


def press(view: QWidget, words: str) -> None:
    """Press a button by its words, with the space bar."""
    made = next(
        each for each in view.findChildren(QPushButton)
        if each.text().strip() == words and each.isVisibleTo(view)
    )  # fmt: skip
    made.setFocus()
    QTest.keyClick(made, Key.Key_Space)


def answer(question: Question, *texts: str) -> None:
    """Type into the boxes of a question, Enter after each; None leaves a box as it is."""
    for box, text in zip(question.boxes, texts, strict=True):
        if text:
            box.selectAll()
            QTest.keyClicks(box, text)
            popup: Any = box.completer().popup() if box.completer() else None
            if popup is not None:
                popup.hide()
        QTest.keyClick(box, Key.Key_Return)


def type_text(grid: Grid, text: str) -> str:
    """Type into the current cell and accept with Tab; return what its editor refuses."""
    QTest.keyClicks(grid.view, text[0])
    editor = grid.view.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Key.Key_Tab)
    left = grid.view.delegate.editor
    return left.accessibleDescription() if left is not None else ""


def refusals(desk: Desk) -> list[str]:
    said: list[str] = []
    desk.was_refused.connect(said.append)
    return said


def labels(file: LocalityFile) -> list[str]:
    return [row.label for row in file.read(trail.changes)]


# The views


def test_the_views_stand_under_their_tabs(screen: WorkforceScreen) -> None:
    kinds = {
        "Vacancies": VacanciesView,
        "Recruitment": RecruitmentView,
        "Starters and leavers": ComingView,
        "Charts/Starters and leavers": ComingChart,
    }
    for title, kind in kinds.items():
        assert isinstance(screen.view(title), kind)


def test_models_keep_qts_rules_and_every_control_has_a_name(
    vacancies: VacanciesView, recruiting: RecruitmentView, coming: ComingView
) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for view in (vacancies, recruiting, coming):
        tester = QAbstractItemModelTester(view.grid.model, mode)
        view.read()
        assert tester.model() is view.grid.model
        for kind in (QAbstractButton, QLineEdit, QComboBox, Grid):
            for control in view.findChildren(kind):
                shown = control.view if isinstance(control, Grid) else control
                if shown.isVisibleTo(view) and not shown.objectName().startswith("qt_"):
                    text = control.text() if isinstance(control, QAbstractButton) else ""
                    assert shown.accessibleName() or text, f"{view}: {control}"


# Vacancies


def test_a_vacancy_shows_since_when_how_far_and_what_is_done(vacancies: VacanciesView) -> None:
    model, row = vacancies.model, vacancy(vacancies, "P031")
    line = model.line_of(row.id)
    said = [model.index(line, model.column_at(key)).data()
            for key in ("days_vacant", "stage", "may_be_filled")]  # fmt: skip
    assert said == ["168", "Interviewed", "Yes"]
    assert vacancy(vacancies, "P056").stage is Stage.NOT_ADVERTISED
    assert not vacancy(vacancies, "P184").may_be_filled
    total = model.total(model.columns[model.column_at("vacant_wte")])
    assert total is not None
    assert total.value == Decimal("13.7")


def test_recruitment_begins_from_a_vacancy_and_is_gone_to(
    vacancies: VacanciesView, sample: LocalityFile, sample_desk: Desk
) -> None:
    visits: list[tuple[str, str, object]] = []

    def visited(section: str, view: str, record: object) -> None:
        visits.append((section, view, record))

    sample_desk.visited.connect(visited)
    vacancies.grid.select_record(vacancy(vacancies, "P056").id)
    press(vacancies, "Recruitment")
    made = vacancy(vacancies, "P056").recruitment
    assert made is not None
    assert made.steps.vacant_from == date(2016, 10, 18)
    assert visits == [("workforce", "Recruitment", made.id)]
    press(vacancies, "Recruitment")
    assert len(visits) == 2
    assert labels(sample)[0] == "Begin to fill P056"


def test_a_post_kept_empty_is_let_be_filled_in_its_cell(
    vacancies: VacanciesView, sample: LocalityFile
) -> None:
    row = vacancy(vacancies, "P184")
    vacancies.grid.select_record(row.id)
    vacancies.recruit()
    assert "P184 is kept empty." in vacancies.grid.strip.sentence
    assert put(vacancies.grid, row.id, "may_be_filled", "yes") == ""
    assert vacancy(vacancies, "P184").may_be_filled
    sample.edit("Freeze", workforce.set_post, row.id, "status", "frozen")
    assert put(vacancies.grid, row.id, "may_be_filled", "yes").startswith("P184 is frozen.")


def test_what_is_done_meanwhile_is_typed_once_it_is_being_filled(vacancies: VacanciesView) -> None:
    idle, busy = vacancy(vacancies, "P056"), vacancy(vacancies, "P146")
    assert put(vacancies.grid, idle.id, "mitigation", "Bank").startswith("P056 is not being filled")
    assert put(vacancies.grid, busy.id, "mitigation", "A day a week from the hospital") == ""
    assert vacancy(vacancies, "P146").mitigation == "A day a week from the hospital"


# Recruitment


def test_rows_are_coloured_by_stage_and_say_it_in_a_word(recruiting: RecruitmentView) -> None:
    model = recruiting.model
    found: dict[str, str] = {}
    for row in model.rows:
        line = model.line_of(row.id)
        stage = str(model.index(line, model.column_at("stage")).data())
        found[stage] = str(model.index(line, 0).data(TONE_ROLE))
    assert found == {
        "Advertised": "surface",
        "Adverts closed": "surface",
        "Interviewed": "surface",
        "Offered": "better_soft",
        "Start agreed": "better_soft",
    }


def test_what_is_over_is_shown_when_asked_for(recruiting: RecruitmentView) -> None:
    assert {row.is_over for row in recruiting.model.rows} == {False}
    press(recruiting, "Over too")
    assert len(recruiting.model.rows) == len(recruiting.rows) == 46


def test_a_day_typed_out_of_order_is_refused_at_its_cell(recruiting: RecruitmentView) -> None:
    row = of_post(recruiting, "P021")
    recruiting.grid.select_record(row.id, "interviews_on")
    recruiting.grid.setFocus()
    said = type_text(recruiting.grid, "1 Nov 2016")
    assert said.startswith("The interviews cannot be before the closing date of 4 Nov 2016.")
    editor = recruiting.grid.view.delegate.editor
    assert editor is not None
    QTest.keyClick(editor, Key.Key_Escape)
    assert type_text(recruiting.grid, "17/11/2016") == ""
    assert of_post(recruiting, "P021").steps.interviews_on == date(2016, 11, 17)


def test_a_recruitment_is_typed_into_the_empty_line(
    recruiting: RecruitmentView, sample: LocalityFile
) -> None:
    grid = recruiting.grid
    grid.add("post")
    type_text(grid, "P219")
    row = of_post(recruiting, "P219")
    assert (row.steps.vacant_from, row.stage) == (date(2016, 8, 14), Stage.NOT_ADVERTISED)
    tone = grid.model.index(grid.model.line_of(row.id), 0).data(TONE_ROLE)
    assert tone == "worse_soft"
    assert labels(sample)[0] == "Begin to fill P219"
    said: list[str] = []
    grid.model.refused.connect(said.append)
    grid.add("mitigation")
    type_text(grid, "Bank shifts")
    assert said == ["Choose the post that is to be filled, by its reference."]


def test_every_cell_of_a_recruitment_is_kept_undone_and_deleted(
    recruiting: RecruitmentView, sample: LocalityFile
) -> None:
    row = of_post(recruiting, "P021")
    for key, text in (
        ("vacant_from", "15 Oct 2016"), ("advertised_on", "6 Oct 2016"),
        ("closes_on", "5 Nov 2016"), ("interviews_on", "16 Nov 2016"),
        ("offered_on", "17 Nov 2016"), ("starts_on", "9 Jan 2017"), ("readvertised", "1"),
        ("outcome", "filled"), ("mitigation", "A locum"),
    ):  # fmt: skip
        assert put(recruiting.grid, row.id, key, text) == "", key
    steps = of_post(recruiting, "P021").steps
    assert (steps.starts_on, steps.outcome) == (date(2017, 1, 9), RecruitmentOutcome.FILLED)
    for _ in range(9):
        sample.undo()
    assert of_post(recruiting, "P021") == row
    recruiting.grid.select_record(row.id)
    recruiting.grid.remove()
    assert labels(sample)[0] == "Delete recruitment of P021 GP partner"


def test_the_starter_of_an_offered_post_is_recorded_by_keyboard_in_one_step(
    recruiting: RecruitmentView, sample: LocalityFile
) -> None:
    row = of_post(recruiting, "P026")
    recruiting.grid.select_record(row.id)
    press(recruiting, "Record the starter")
    question = recruiting.starting.question
    assert question.sentence == "Who starts in P026?"
    assert [box.text() for box in question.boxes] == ["", "5 Dec 2016", ""]
    answer(question, "V. Teasel", "", "")
    (new,) = held(sample, "V. Teasel")
    assert (new.post, new.starts_on, new.wte) == ("P026", date(2016, 12, 5), Decimal(1))
    assert of_post(recruiting, "P026").steps.outcome is RecruitmentOutcome.FILLED
    assert not question.isVisible()
    assert labels(sample)[0] == "V. Teasel starts as P026 Salaried GP"
    sample.undo()
    assert held(sample, "V. Teasel") == []
    assert of_post(recruiting, "P026") == row


def test_a_starter_before_the_vacancy_or_of_400_hours_is_refused_and_asked_again(
    recruiting: RecruitmentView, sample: LocalityFile, sample_desk: Desk
) -> None:
    said, before = refusals(sample_desk), sample.read(localities.state)
    recruiting.grid.select_record(of_post(recruiting, "P087").id)
    recruiting.record_starter()
    question = recruiting.starting.question
    answer(question, "V. Teasel", "1 Nov 2016", "400")
    answer(question, "", "1 Aug 2016", "20")
    answer(question, "", "soon", "")
    assert said[0] == "Enter hours a week between 0 and 100, for example 37.5."
    assert said[1].startswith("The start cannot be before the offer of 27 Oct 2016.")
    assert "soon" in said[2]
    assert question.isVisible()
    assert sample.read(localities.state) == before


def test_nobody_starts_where_nothing_was_offered(recruiting: RecruitmentView) -> None:
    recruiting.grid.select_record(of_post(recruiting, "P021").id)
    recruiting.record_starter()
    assert recruiting.grid.strip.sentence.startswith("P021 has not been offered to anybody")
    assert not recruiting.starting.question.isVisible()


def test_a_post_is_advertised_again_on_the_day_shown(recruiting: RecruitmentView, at: AsAt) -> None:
    recruiting.grid.select_record(of_post(recruiting, "P096").id)
    press(recruiting, "Advertise again")
    row = of_post(recruiting, "P096")
    assert (row.readvertised, row.steps.advertised_on, row.steps.closes_on) == (2, ON, None)
    at.choose(date(2016, 3, 1))
    assert of_post(recruiting, "P096").stage is Stage.NOT_ADVERTISED


# Starters and leavers


def test_the_list_is_the_report_and_its_side_says_the_measures(
    coming: ComingView, sample: LocalityFile
) -> None:
    assert list(coming.model.rows) == flow_rows(sample, year_before(ON), ON)
    total = coming.model.total(coming.model.columns[coming.model.column_at("wte")])
    assert total is not None
    assert total.value == Decimal("10.7")
    said = {label.text() for label in coming.side.findChildren(QLabel)}
    assert said >= {*measure_words(flow_measures(sample, ON)).values(), "Resignation", "9"}


def test_another_period_is_chosen(coming: ComingView, sample: LocalityFile) -> None:
    coming.choose("2016/17 so far")
    assert list(coming.model.rows) == flow_rows(sample, date(2016, 3, 31), ON)
    coming.choose("2015/16")
    assert list(coming.model.rows) == flow_rows(sample, date(2015, 3, 31), date(2016, 3, 31))


def test_as_at_another_day_the_twelve_months_end_there(
    coming: ComingView, at: AsAt, sample: LocalityFile
) -> None:
    at.choose(date(2016, 10, 14))
    rows = flow_rows(sample, date(2015, 10, 14), date(2016, 10, 14))
    assert list(coming.model.rows) == rows
    assert max(row.on for row in rows if row.has_gone) == date(2016, 10, 13)


def test_why_somebody_left_is_typed_in_the_list(coming: ComingView, sample: LocalityFile) -> None:
    leaver = next(row for row in coming.model.rows if row.person == "T. Brook")
    assert put(coming.grid, leaver.id, "leaving_reason", "resig") == ""
    assert put(coming.grid, leaver.id, "destination", "A hospice") == ""
    (row,) = held(sample, "T. Brook")
    assert (row.leaving_reason, row.destination) == (LeavingReason.RESIGNATION, "A hospice")
    starter = next(row for row in coming.model.rows if row.person == "J. Quill")
    said = put(coming.grid, starter.id, "leaving_reason", "resignation")
    assert said.startswith("Only who has gone has a reason.")
    other = put(coming.grid, leaver.id, "leaving_reason", "transfer within the locality")
    assert other == ""
    flows = {row.person: row.flow.value for row in coming.model.rows}
    assert flows["T. Brook"] == "moved out"


def test_a_leaver_is_recorded_by_keyboard_in_one_step(
    coming: ComingView, sample: LocalityFile, at: AsAt
) -> None:
    press(coming, "Record a leaver")
    answer(coming.question, "A. Alder", "30/11/2016", "retirement", "Retired")
    (row,) = held(sample, "A. Alder")
    assert (row.ends_on, row.leaving_reason, row.destination) == (
        date(2016, 11, 30), LeavingReason.RETIREMENT, "Retired",
    )  # fmt: skip
    assert labels(sample)[0] == "A. Alder leaves"
    assert "A. Alder" not in {each.person for each in coming.model.rows}
    at.choose(date(2016, 12, 1))
    gone = next(each for each in coming.model.rows if each.person == "A. Alder")
    assert (gone.on, gone.flow.value, gone.heads) == (date(2016, 11, 30), "left", -1)
    sample.undo()
    assert held(sample, "A. Alder")[0].ends_on is None


def test_a_leaver_who_cannot_be_is_refused_with_what_is_accepted(
    coming: ComingView, sample: LocalityFile, sample_desk: Desk
) -> None:
    said, before = refusals(sample_desk), sample.read(localities.state)
    coming.leaving.ask()
    answer(coming.question, "", "", "", "")
    answer(coming.question, "Nobody Here", "", "", "")
    answer(coming.question, "Y. Elder", "1 Jan 2016", "", "")
    answer(coming.question, "", "31 Oct 2016", "boredom", "")
    assert said[0] == "Choose who leaves, by name."
    assert said[1].startswith("“Nobody Here” is not in the list.")
    assert said[2].startswith("Y. Elder is in P144 only from 1 Oct 2016 on.")
    assert said[3].startswith("“boredom” is not in the list. Enter one of: Retirement")
    assert sample.read(localities.state) == before


def test_one_of_two_jobs_can_be_ended_by_its_name(coming: ComingView, sample: LocalityFile) -> None:
    (first,) = held(sample, "A. Alder")
    sample.edit("Second", workforce.add_assignment, 2, first.person_id, date(2016, 5, 1), 300)
    coming.leaving.ask()
    answer(coming.question, "A. Alder, only P002 GP partner", "", "", "")
    assert [row.ends_on for row in held(sample, "A. Alder")] == [None, ON]


def test_a_starter_is_put_into_a_vacant_post_and_its_recruitment_is_filled(
    coming: ComingView, sample: LocalityFile
) -> None:
    press(coming, "Record a starter")
    answer(coming.question, "A. Alder", "P087", "", "8 sessions")
    rows = held(sample, "A. Alder")
    assert [(row.post, row.weekly_minutes) for row in rows] == [("P001", 1800), ("P087", 2000)]
    filled = [row for row in sample.read(workforce.recruitments, ON)
              if row.post.reference == "P087"]  # fmt: skip
    assert [row.stage for row in filled] == [Stage.FILLED]
    more = next(row for row in coming.model.rows if row.person == "A. Alder")
    assert (more.flow.value, more.heads) == ("more hours", 0)


def test_a_starter_needs_a_name_and_a_vacant_post(coming: ComingView, sample_desk: Desk) -> None:
    said = refusals(sample_desk)
    coming.starting.ask()
    answer(coming.question, "", "P021", "", "")
    answer(coming.question, "V. Teasel", "P001", "", "")
    coming.question.boxes[1].clear()
    answer(coming.question, "", "", "", "")
    assert said[0] == "Enter the name of who starts."
    assert said[1].startswith("“P001” is not in the list.")
    assert said[2] == "Choose the vacant post they start in, such as P021."


def test_nobody_coming_or_going_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    view = shown_screen(qtbot, desk).view("Starters and leavers")
    assert isinstance(view, ComingView)
    assert view.grid.isHidden()
    press(view, "Record a leaver")
    assert view.question.isVisible()


def test_a_file_without_recruitment_says_what_it_is_for(desk: Desk, qtbot: QtBot) -> None:
    view = shown_screen(qtbot, desk).view("Recruitment")
    assert isinstance(view, RecruitmentView)
    assert view.grid.isHidden()
    press(view, "Begin the first one")
    assert view.grid.isVisible()


# The worked example, and the chart


def test_the_worked_example_stands_on_the_screen(
    path: Path, style: Style, preferences: PreferenceFile, qtbot: QtBot
) -> None:
    """D23: a team of 78 that became one of 82."""
    file = localities.made(path)
    file.edit("Write", write_example)
    screen = shown_screen(qtbot, Desk(file, OCTOBER, style, preferences))
    view = screen.view("Starters and leavers")
    said = {label.text() for label in view.findChildren(QLabel)}
    assert said >= {
        "11.25%: 9 left of 80.0 on average",
        "11.78%: 6.80 left of 57.73 on average",
        "89.74%: 70 of 78 stayed",
    }
    file.close()


def test_the_chart_by_month_shows_its_figures_as_a_table(
    screen: WorkforceScreen, sample: LocalityFile
) -> None:
    view = screen.view("Charts/Starters and leavers")
    assert isinstance(view, ComingChart)
    months = flow_months(sample, OCTOBER)
    chart = view.chart.canvas.chart
    assert chart is not None
    assert chart.finding == months_finding(months)
    assert list(chart.rows) == months
    view.chart.toggle()
    assert view.chart.is_table
