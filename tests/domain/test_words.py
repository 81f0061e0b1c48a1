"""The small rules of population, workforce, services and partners."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.partners import AgreementStatus, standing
from pch_desktop.domain.population import need_index, need_index_against, size_note
from pch_desktop.domain.services import Activity
from pch_desktop.domain.workforce import SESSION_MINUTES, over, vacant, wte

ON = date(2016, 10, 31)


@pytest.mark.parametrize(
    ("hours", "expected"), [("15", "0.4"), ("30", "0.8"), ("37.5", "1"), ("40", "1.0667")]
)
def test_d22_wte_is_hours_divided_by_37_and_a_half(hours: str, expected: str) -> None:
    assert wte(int(Decimal(hours) * 60)) == Decimal(expected)


@pytest.mark.parametrize(("sessions", "expected"), [(5, "0.5556"), (6, "0.6667"), (9, "1")])
def test_d22_nine_gp_sessions_are_a_whole_time(sessions: int, expected: str) -> None:
    assert wte(sessions * SESSION_MINUTES) == Decimal(expected)


def test_d23_a_vacancy_is_funded_less_in_post() -> None:
    assert vacant(Decimal("64.20"), Decimal("57.35")) == Decimal("6.85")


@given(st.decimals(0, 2, places=4), st.decimals(0, 2, places=4))
def test_a_post_is_vacant_or_over_filled_but_never_both(funded: Decimal, held: Decimal) -> None:
    assert vacant(funded, held) - over(funded, held) == funded - held
    assert not (vacant(funded, held) and over(funded, held))


def test_d33_a_service_is_filled_missed_and_used() -> None:
    month = Activity(slots=384, booked=352, attended=328, not_attended=24)
    assert month.fill_share is not None
    assert round(month.fill_share * 100, 1) == Decimal("91.7")
    assert month.not_attended_share is not None
    assert round(month.not_attended_share * 100, 1) == Decimal("6.8")
    assert month.utilisation_share is not None
    assert round(month.utilisation_share * 100, 1) == Decimal("85.4")
    assert month.lost_slots == 56


def test_an_overbooked_service_loses_no_slot() -> None:
    assert Activity(10, 14, 12, 2).lost_slots == 0


def test_what_is_not_known_of_a_service_gives_no_share() -> None:
    nothing = Activity(None, None, None, None)
    assert nothing.fill_share is None
    assert nothing.not_attended_share is None
    assert nothing.lost_slots is None
    assert Activity(0, 0, 0, 0).utilisation_share is None


@pytest.mark.parametrize(("people", "word"), [(29_999, "below"), (50_001, "above")])
def test_a_population_outside_the_usual_range_is_noted(people: int, word: str) -> None:
    assert word in (size_note(people) or "")


@pytest.mark.parametrize("people", [30_000, 41_280, 50_000])
def test_a_population_of_the_usual_size_is_not_noted(people: int) -> None:
    assert size_note(people) is None


def test_a_need_index_is_weighted_by_registered_and_by_the_boards_own() -> None:
    index = need_index(Decimal(110), Decimal(100))
    assert index == Decimal("1.1")
    assert need_index_against(index, Decimal("1.1")) == 1
    assert need_index(Decimal(1), Decimal(0)) is None
    assert need_index_against(None, Decimal(1)) is None
    assert need_index_against(index, None) is None


@pytest.mark.parametrize(
    ("expires", "says"),
    [
        (date(2016, 10, 30), "expired"),
        (date(2016, 10, 31), "expiring"),
        (date(2017, 1, 29), "expiring"),
        (date(2017, 1, 30), "in force"),
        (None, "in force"),
    ],
)
def test_an_agreement_runs_to_the_end_of_its_last_day(expires: date | None, says: str) -> None:
    assert standing(AgreementStatus.IN_FORCE, expires, ON) == says


def test_a_draft_stays_a_draft_whatever_its_dates() -> None:
    assert standing(AgreementStatus.DRAFT, date(2000, 1, 1), ON) == "draft"
