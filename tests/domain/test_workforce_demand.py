"""Demand for staff as pure figures: the worked examples, and the laws they rest on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.money import rounded
from pch_desktop.domain.workforce_demand import Load as KindLoad
from pch_desktop.domain.workforce_demand import (
    Part,
    Segment,
    Shift,
    capacity_minutes,
    gap_cost_pence,
    gap_wte,
    required_wte,
    segment_wte,
    shifted,
    whole_sum,
    worked_out,
)
from pch_desktop.domain.workforce_demand_start import NO_END, Band, age_groups

GP, NURSE, HCA, FCP, PHARMACIST, PRESCRIBER, PARAMEDIC, CO_ORDINATOR = range(1, 9)
WEEKS = Decimal(42)
FACING = {
    GP: "0.68", NURSE: "0.78", HCA: "0.85", FCP: "0.75", PHARMACIST: "0.70", PRESCRIBER: "0.65",
    PARAMEDIC: "0.75", CO_ORDINATOR: "0.70",
}  # fmt: skip
CAPACITIES = {kind: capacity_minutes(WEEKS, Decimal(share)) for kind, share in FACING.items()}
PLACES = Decimal("0.000001")


def parts(**shares: str) -> dict[int, Part]:
    """Return a mix by the names of the kinds."""
    kinds = {
        "gp": GP, "nurse": NURSE, "hca": HCA, "fcp": FCP, "pharmacist": PHARMACIST,
        "prescriber": PRESCRIBER, "paramedic": PARAMEDIC, "co_ordinator": CO_ORDINATOR,
    }  # fmt: skip
    return {kinds[name]: Part(Decimal(share)) for name, share in shares.items()}


def segment(people: int | None, often: str | None, long: str | None, **shares: str) -> Segment:
    """Return a segment of so many people."""
    return Segment(people, _decimal(often), _decimal(long), parts(**shares))


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


D28 = [
    segment(7200, "3100", "10", gp=".6", nurse=".3", hca=".1"),
    segment(19800, "3400", "10", gp=".5", nurse=".25", fcp=".15", pharmacist=".1"),
    segment(9600, "7600", "12", gp=".4", nurse=".35", pharmacist=".15", prescriber=".1"),
    segment(2600, "13500", "15", gp=".45", nurse=".3", paramedic=".15", co_ordinator=".1"),
    segment(800, "21000", "20", gp=".5", nurse=".5"),
]


def shown(amount: Decimal | None, places: str = "0.01") -> str:
    """Return an amount as it is read."""
    return "" if amount is None else str(amount.quantize(Decimal(places), "ROUND_HALF_UP"))


# The worked examples


def test_the_example_of_forty_thousand_people_takes_what_it_should() -> None:
    found = worked_out(D28, CAPACITIES)
    assert whole_sum(each.contacts for each in D28) == 214_500
    assert shown(Decimal(214_500) / 40_000, "0.001") == "5.363"
    contacts = [found.kinds[kind].load.contacts for kind in CAPACITIES]
    assert contacts == [100_431, 67_992, 2_232, 10_098, 17_676, 7_296, 5_265, 3_510]
    assert [shown(found.kinds[kind].wte) for kind in CAPACITIES] == [
        "19.07", "11.77", "0.28", "1.42", "3.00", "1.43", "1.11", "0.80",
    ]  # fmt: skip
    assert shown(whole_sum(each.wte for each in found.kinds.values())) == "38.89"


def test_the_example_of_contacts_freed_frees_what_it_should() -> None:
    shift = Shift(GP, Decimal("0.25"), Decimal("0.60"), Decimal("11.2"), parts(nurse="1"))
    mix = {GP: KindLoad(Decimal(100_431), Decimal(1)), NURSE: KindLoad(Decimal(1), Decimal(9))}
    assert CAPACITIES[GP] == 64_260
    found = shifted(shift, mix, CAPACITIES)
    assert rounded(found.divertible or Decimal(0)) == 25_108
    assert rounded(found.freed.contacts or Decimal(0)) == 15_065
    assert rounded(found.freed.hours or Decimal(0)) == 2_812
    assert shown(found.freed.wte) == "2.63"
    assert shown(found.freed.a_day(253), "0.1") == "59.5"


def test_both_sides_of_a_shift_change_what_is_required() -> None:
    to = {FCP: Part(Decimal("0.4"), Decimal(15)), PHARMACIST: Part(Decimal("0.6"), Decimal(12))}
    shift = Shift(GP, Decimal("0.25"), Decimal("0.6"), Decimal("11.2"), to)
    found = worked_out(D28, CAPACITIES, [shift])
    (made,) = found.shifts
    before = worked_out(D28, CAPACITIES)
    for kind, moved in ((GP, made.freed), *((each.kind, each) for each in made.taken)):
        sign = -1 if kind == GP else 1
        was, now = before.kinds[kind].wte, found.kinds[kind].wte
        assert was is not None and now is not None and moved.wte is not None
        assert (now - was - sign * moved.wte).quantize(PLACES) == 0
    assert found.kinds[GP].mix.contacts == 100_431
    assert made.net_wte == (made.taken_wte or 0) - (made.freed.wte or 0)


# What is not known


@pytest.mark.parametrize("blank", ["people", "contacts_per_thousand", "minutes"])
def test_a_blank_leaves_those_who_see_the_segment_not_known(blank: str) -> None:
    changed: dict[str, None] = {blank: None}
    found = worked_out([replace(D28[0], **changed), *D28[1:]], CAPACITIES).kinds
    known = [kind for kind in CAPACITIES if found[kind].wte is not None]
    assert known == [FCP, PHARMACIST, PRESCRIBER, PARAMEDIC, CO_ORDINATOR]


def test_a_mix_that_does_not_add_up_leaves_everybody_not_known() -> None:
    short = replace(D28[0], mix=parts(gp=".6", nurse=".3"))
    assert (short.mix_share, short.is_whole, short.contacts) == (Decimal("0.9"), False, 22_320)
    found = worked_out([short, *D28[1:]], CAPACITIES).kinds
    assert {each.wte for each in found.values()} == {None}
    assert segment_wte(short, CAPACITIES) is None


def test_a_kind_without_time_for_patients_is_not_known_until_it_sees_nobody() -> None:
    assert capacity_minutes(WEEKS, None) is None
    assert capacity_minutes(None, Decimal("0.5")) is None
    assert required_wte(Decimal(10), None) is None
    assert required_wte(Decimal(0), None) == 0
    assert required_wte(None, Decimal(10)) is None


def test_a_shift_that_does_not_say_who_meets_the_rest_leaves_everybody_not_known() -> None:
    shift = Shift(GP, Decimal("0.25"), Decimal(1), None, parts(nurse=".9"))
    found = worked_out(D28, CAPACITIES, [shift])
    assert {each.wte for each in found.kinds.values()} == {None}
    (made,) = found.shifts
    assert made.freed.wte is not None
    assert (made.taken_wte, made.net_wte) == (None, None)
    assert made.taken[0].a_day(253) is None


def test_more_minutes_than_a_kind_has_cannot_be_freed() -> None:
    shift = Shift(GP, Decimal(1), Decimal(1), Decimal(60), parts(nurse="1"))
    assert worked_out(D28, CAPACITIES, [shift]).kinds[GP].wte is None


def test_a_gap_is_costed_where_something_is_missing() -> None:
    assert gap_wte(Decimal("19.07"), Decimal(15)) == Decimal("4.07")
    assert gap_wte(None, Decimal(15)) is None
    assert gap_cost_pence(Decimal("0.5"), 10_588_241) == 5_294_121
    assert gap_cost_pence(Decimal(-2), None) == 0
    assert gap_cost_pence(Decimal(2), None) is None
    assert gap_cost_pence(None, 1) is None


# Laws

SHARES = st.lists(st.integers(0, 1000), min_size=8, max_size=8)


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    """Draw a segment whose mix is whole."""
    cuts = sorted(draw(st.lists(st.integers(0, 1000), min_size=7, max_size=7)))
    shares = [after - before for before, after in zip([0, *cuts], [*cuts, 1000], strict=True)]
    mix = {kind: Part(Decimal(share).scaleb(-3)) for kind, share in zip(CAPACITIES, shares,
           strict=True) if share}  # fmt: skip
    often, long = draw(st.integers(0, 30_000)), draw(st.integers(1, 60))
    return Segment(draw(st.integers(0, 60_000)), Decimal(often), Decimal(long), mix)


@given(st.lists(segments(), min_size=1, max_size=5))
def test_doubling_the_people_doubles_what_is_required(told: list[Segment]) -> None:
    twice = [replace(each, people=2 * (each.people or 0)) for each in told]
    once, doubled = worked_out(told, CAPACITIES), worked_out(twice, CAPACITIES)
    for kind in CAPACITIES:
        before, after = once.kinds[kind].wte, doubled.kinds[kind].wte
        assert before is not None and after is not None
        assert (after - 2 * before).quantize(PLACES) == 0


@given(st.lists(segments(), min_size=1, max_size=5))
def test_segments_and_kinds_add_up_to_the_same(told: list[Segment]) -> None:
    found = worked_out(told, CAPACITIES)
    by_kind = whole_sum(each.wte for each in found.kinds.values())
    by_segment = whole_sum(segment_wte(each, CAPACITIES) for each in told)
    assert by_kind is not None and by_segment is not None
    assert (by_kind - by_segment).quantize(PLACES) == 0
    contacts = whole_sum(each.load.contacts for each in found.kinds.values())
    assert contacts == whole_sum(each.contacts for each in told)


@given(st.lists(segments(), min_size=1, max_size=4), st.integers(0, 100), st.integers(0, 100),
       st.integers(0, 100))  # fmt: skip
def test_a_shift_neither_loses_nor_makes_contacts(
    told: list[Segment], divertible: int, achieved: int, first: int
) -> None:
    to = {NURSE: Part(Decimal(first).scaleb(-2)), FCP: Part(Decimal(100 - first).scaleb(-2))}
    shift = Shift(GP, Decimal(divertible).scaleb(-2), Decimal(achieved).scaleb(-2), None, to)
    found = worked_out(told, CAPACITIES, [shift])
    before = whole_sum(each.mix.contacts for each in found.kinds.values())
    assert whole_sum(each.load.contacts for each in found.kinds.values()) == before


@given(st.lists(st.integers(1, 40), min_size=1, max_size=25))
def test_people_by_age_are_neither_lost_nor_counted_twice(widths: list[int]) -> None:
    bands: list[Band] = []
    start = 0
    for number, width in enumerate(widths):
        end = NO_END if number == len(widths) - 1 else start + width - 1
        bands.append(Band(start, max(start, end), number + 1))
        start += width
    groups = age_groups(bands)
    assert sum(group.people for group in groups) == sum(band.people for band in bands)
    assert groups[0].age_from == 0
    assert all(first.age_to + 1 == last.age_from for first, last in pairwise(groups))


def test_bands_of_five_years_turn_at_fifteen_and_single_years_at_sixteen() -> None:
    five = [Band(age, age + 4 if age < 95 else NO_END, 10) for age in range(0, 100, 5)]
    assert [group.words for group in age_groups(five)] == [
        "Aged 0 to 14", "Aged 15 to 64", "Aged 65 to 74", "Aged 75 and over",
    ]  # fmt: skip
    single = [Band(age, age if age < 95 else NO_END, 1) for age in range(96)]
    assert [group.people for group in age_groups(single)] == [16, 49, 10, 21]
    assert age_groups([]) == []
    assert Band(0, NO_END, 1).words == "Everybody on our lists"
