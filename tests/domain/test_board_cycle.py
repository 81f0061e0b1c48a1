"""The days of a board's cycle, the year of its meetings, the clock and numbers of an agenda."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.board import ActionStatus, MeetingStatus, PaperStatus, Presence
from pch_desktop.domain.board_agenda import clocks, ends, is_in_order, length_of, level, numbered
from pch_desktop.domain.board_cycle import (
    DAYS,
    Step,
    cycle,
    day_of,
    days_to_write,
    month_for,
    ready,
)
from pch_desktop.domain.board_front import (
    Due,
    is_late,
    may_touch,
    must_be_short,
    next_reference,
    standing,
)
from pch_desktop.domain.board_quorum import Seat, quorum, voices
from pch_desktop.domain.board_year import Held, before, next_after, year_of_meetings
from pch_desktop.domain.partners import PartnerKind
from pch_desktop.domain.partners_quorum import Rules
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.working_days import (
    is_working_day,
    working_days_between,
    working_days_from,
)

days = st.dates(date(2012, 1, 1), date(2026, 12, 31))
working = days.filter(is_working_day)
lengths = st.lists(st.none() | st.integers(0, 600), max_size=12)
BOARD = date(2016, 11, 23)


def test_the_days_of_a_november_board_are_those_of_the_calendar() -> None:
    told = {each.step: each.on for each in cycle(BOARD, date(2017, 1, 25))}
    assert told == {
        Step.CALL: date(2016, 10, 26),
        Step.AGENDA: date(2016, 11, 2),
        Step.PAPERS: date(2016, 11, 9),
        Step.QUALITY: date(2016, 11, 11),
        Step.ISSUED: date(2016, 11, 16),
        Step.INTERESTS: date(2016, 11, 21),
        Step.MEETING: BOARD,
        Step.ACTIONS: date(2016, 11, 25),
        Step.MINUTES: date(2016, 12, 7),
        Step.PUBLISHED: date(2017, 2, 1),
    }


def test_bank_holidays_are_no_working_days_of_the_cycle() -> None:
    assert day_of(Step.ISSUED, date(2017, 1, 4)) == date(2016, 12, 23)
    assert day_of(Step.MINUTES, date(2016, 12, 21)) == date(2017, 1, 9)


@given(days)
def test_the_days_of_a_cycle_stand_in_their_order_and_are_worked(held_on: date) -> None:
    found = cycle(held_on)
    assert [each.step for each in found] == list(DAYS)
    assert all(one.on < other.on for one, other in pairwise(found))
    assert all(is_working_day(each.on) for each in found if each.step is not Step.MEETING)


@given(working, st.integers(-60, 60))
def test_so_many_working_days_on_are_so_many_days_worked_between(day: date, count: int) -> None:
    there = working_days_from(day, count)
    assert working_days_between(day, there) == count
    assert working_days_from(there, -count) == day


@given(days)
def test_figures_of_the_latest_month_are_ready_before_papers_go_out(held_on: date) -> None:
    month = month_for(held_on)
    assert ready(month)[0] < ready(month)[1] <= day_of(Step.ISSUED, held_on)
    assert days_to_write(month.plus(1), held_on) < 0 or month.plus(1) == Month.of(held_on)


def test_a_paper_has_the_meetings_own_day_where_it_has_one() -> None:
    own = date(2016, 11, 1)
    assert day_of(Step.PAPERS, BOARD, own) == own
    assert day_of(Step.QUALITY, BOARD, own) == date(2016, 11, 11)


@given(working, st.integers(1, 6), st.integers(1, 24))
def test_a_year_of_meetings_keeps_its_weekday_and_is_worked(
    first: date, every: int, count: int
) -> None:
    found = year_of_meetings(first, every, count)
    assert (found[0], len(found)) == (first, count)
    assert {each.weekday() for each in found} == {first.weekday()}
    assert all(map(is_working_day, found))
    months = [Month.of(each) for each in found]
    assert months == [Month.of(first).plus(every * at) for at in range(count)]


def test_a_fourth_wednesday_stays_one_and_makes_way_for_christmas() -> None:
    found = year_of_meetings(date(2018, 9, 26), 1, 4)
    assert found == (
        date(2018, 9, 26), date(2018, 10, 24), date(2018, 11, 28), date(2018, 12, 19),
    )  # fmt: skip


def test_a_first_meeting_on_a_sunday_or_no_plan_at_all_is_refused() -> None:
    with pytest.raises(Refusal, match="working day"):
        year_of_meetings(date(2016, 10, 30), 1, 12)
    for every, count in ((0, 12), (7, 12), (1, 0), (1, 25)):
        with pytest.raises(Refusal, match="1 to 24 meetings"):
            year_of_meetings(BOARD, every, count)


def held(key: int, on: date, *, is_board: bool = True) -> Held:
    """A planned meeting."""
    return Held(key, on, MeetingStatus.PLANNED, is_board)


def test_a_pack_is_for_the_boards_next_meeting_and_no_groups() -> None:
    group = held(1, date(2016, 11, 2), is_board=False)
    gone = Held(4, date(2016, 11, 9), MeetingStatus.CANCELLED, is_board=True)
    rows = [group, held(2, BOARD), held(3, date(2016, 9, 28)), gone]
    found = next_after(rows, date(2016, 10, 31))
    assert found == rows[1]
    assert before(rows, rows[1]) == rows[2]
    assert before(rows, rows[2]) is None
    assert next_after([group], date(2016, 10, 31)) == group
    assert next_after(rows, BOARD) is None


@given(st.integers(0, 1439), lengths)
def test_the_clock_runs_till_a_line_without_minutes(starts: int, minutes: list[int | None]) -> None:
    found = clocks(starts, minutes)
    assert len(found) == len(minutes)
    for at, begins in enumerate(found):
        earlier = minutes[:at]
        known = None if None in earlier else starts + sum(each or 0 for each in earlier)
        assert begins == known
    whole = length_of(minutes)
    assert whole.is_incomplete == (None in minutes)
    assert ends(starts, minutes) == (None if whole.is_incomplete else starts + whole.minutes)
    assert set(clocks(None, minutes)) <= {None}


@given(st.lists(st.integers(1, 2), max_size=30))
def test_numbers_follow_the_order_and_say_how_deep_a_line_stands(levels: list[int]) -> None:
    found = numbered(levels)
    assert len(set(found)) == len(levels)
    assert is_in_order(found)
    assert [level(each) for each in found[1:]] == levels[1:]
    assert numbered(level(each) for each in found) == found


def test_lines_are_numbered_as_people_number_them() -> None:
    assert numbered([2, 1, 2, 2, 1]) == ("1", "2", "2.1", "2.2", "3")


def test_a_summary_of_151_words_is_refused_with_its_count() -> None:
    must_be_short("word " * 150)
    with pytest.raises(Refusal, match="to 150 words; it has 151"):
        must_be_short("word " * 151)


@given(days, st.lists(st.integers(1, 99), max_size=5, unique=True))
def test_a_reference_is_the_next_of_its_month_and_never_taken(
    day: date, numbers: list[int]
) -> None:
    taken = [f"{day:%Y-%m}/{each:02d}" for each in numbers] + ["2011-01/77", "of old"]
    found = next_reference(taken, day)
    assert found not in taken
    assert found == f"{day:%Y-%m}/{max(numbers, default=0) + 1:02d}"
    assert next_reference(taken, day, "D") == f"{day:%Y-%m}/D01"


@given(st.sampled_from(ActionStatus), st.none() | days, days)
def test_overdue_is_worked_out_from_the_day_and_never_of_what_is_done(
    status: ActionStatus, due_on: date | None, on: date
) -> None:
    found = standing(status, due_on, on)
    is_done = status in {ActionStatus.COMPLETE, ActionStatus.CLOSED}
    assert (found is Due.DONE) == is_done
    assert (found is Due.OVERDUE) == (not is_done and due_on is not None and due_on < on)


def test_a_paper_is_late_from_the_day_after_it_was_due_until_it_comes() -> None:
    due = date(2016, 11, 9)
    assert not is_late(PaperStatus.CALLED, None, due, due)
    assert is_late(PaperStatus.CALLED, None, due, due + timedelta(1))
    assert not is_late(PaperStatus.RECEIVED, None, due, due + timedelta(1))
    assert not is_late(PaperStatus.CALLED, due, due, due + timedelta(1))


def test_an_interest_touches_a_line_by_words_that_say_something() -> None:
    assert may_touch("Trustee of the hospice", "Renewing the hospice agreement")
    assert not may_touch("Works for the trust", "Report of the trust on services")


SEATS = (
    Seat(1, PartnerKind.COMMISSIONER, 1),
    Seat(2, PartnerKind.PRACTICE, 1),
    Seat(3, PartnerKind.PATIENT_GROUP, 0),
)
RULES = Rules(None, quorum=2, needs=frozenset({PartnerKind.COMMISSIONER}))


def test_a_deputy_makes_a_meeting_quorate_and_somebody_in_attendance_does_not() -> None:
    there = {1: Presence.DEPUTY, 2: Presence.PRESENT}
    found = quorum(RULES, voices(SEATS, there), is_written=True)
    assert (found.is_quorate, found.why) == (
        True, "Quorate: 2 voting members were there; 2 are needed.",
    )  # fmt: skip
    there = {1: Presence.ATTENDING, 2: Presence.PRESENT, 3: Presence.PRESENT}
    found = quorum(RULES, voices(SEATS, there), is_written=True)
    assert found.is_quorate is False
    assert "1 of the 2 voting members" in found.why
    assert "commissioner" in found.why


def test_without_a_rule_or_without_a_list_nobody_knows_whether_it_was_quorate() -> None:
    said = voices(SEATS, {})
    assert quorum(None, said, is_written=True).is_quorate is None
    assert quorum(Rules(None), said, is_written=True).is_quorate is None
    assert quorum(RULES, said, is_written=False).is_quorate is None
