"""Social prescribing in counts: shares and sums, and what of few people is not shown."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pch_desktop.domain.services_few import EVERY, NOW, SO_FAR, few, few_of_line
from pch_desktop.domain.services_few_first import added as added_names
from pch_desktop.domain.services_social import Social, added, troubles

COUNTS = st.none() | st.integers(0, 200)
SOCIALS = st.builds(
    Social, COUNTS, COUNTS, COUNTS, COUNTS, st.none() | st.decimals(-5, 5, places=1)
)
MONTHS = st.lists(
    st.fixed_dictionaries({name: st.sampled_from((0, 0, 1, 2, 4, 5, 9, 30)) for name in "abcd"}),
    min_size=1,
    max_size=5,
)


def test_shares_are_of_those_referred_and_of_those_accepted() -> None:
    told = Social(referred=80, accepted=60, in_ten_days=45)
    assert (told.accepted_share, told.in_ten_share) == (Decimal("0.75"), Decimal("0.75"))
    assert Social(accepted=60).accepted_share is None
    assert Social(referred=0, accepted=0).accepted_share is None


def test_a_month_of_two_measured_does_not_outweigh_one_of_forty() -> None:
    whole = added([Social(measured=40, mean_change=Decimal(1)),
                   Social(measured=2, mean_change=Decimal("4.15"))])  # fmt: skip
    assert whole.measured == 42
    assert whole.mean_change == Decimal("1.15")


@given(st.lists(SOCIALS, max_size=6))
def test_sums_are_of_what_is_known_and_the_mean_lies_between_the_months(
    months: list[Social],
) -> None:
    whole = added(months)
    known = [month.referred for month in months if month.referred is not None]
    assert whole.referred == (sum(known) if known else None)
    means = [
        month.mean_change for month in months if month.measured and month.mean_change is not None
    ]
    if means:
        assert whole.mean_change is not None
        nearly = Decimal("0.0000001")
        assert min(means) - nearly <= whole.mean_change <= max(means) + nearly
    else:
        assert whole.mean_change is None


def test_what_cannot_be_is_told_with_both_figures() -> None:
    found = dict(troubles(Social(40, 44, 50, None, Decimal(1)), by_source=41))
    assert found == {
        "accepted": "44 accepted is more than 40 referred",
        "in_ten_days": "50 contacted in ten days is more than 44 accepted",
        "referred": "sources add up to 41, more than 40 referred",
        "measured": "there is a mean change and nobody who was measured",
    }
    assert not dict(troubles(Social(40, 40, 40, 0, None), by_source=40))


# Few people


def test_two_few_shield_each_other_in_the_month_and_in_the_sum_so_far() -> None:
    hidden = few([{"GP": 30, "Nurse": 12, "Self": 3, "Friend": 4}])
    assert hidden == {(when, 0, name) for when in (NOW, SO_FAR) for name in ("Self", "Friend")}


def test_one_few_alone_is_shielded_by_the_next_smallest() -> None:
    hidden = few([{"GP": 30, "Nurse": 12, "Self": 3}])
    assert {name for _, _, name in hidden} == {"Self", "Nurse"}


def test_the_sum_so_far_does_not_tell_a_month_beside_the_pack_of_the_month_before() -> None:
    months = [{"GP": 30, "Nurse": 12}, {"GP": 28, "Nurse": 3}]
    assert few(months[:1]) == frozenset()
    assert few(months) == {(when, 1, name) for when in (NOW, SO_FAR) for name in ("GP", "Nurse")}


def test_one_count_of_few_is_hidden_with_its_sum_until_another_month_is() -> None:
    assert few_of_line([20, 3, 25]) == {(NOW, 1, EVERY), (SO_FAR, 1, EVERY), (SO_FAR, 2, EVERY)}
    assert few_of_line([20, 25]) == frozenset()


@settings(max_examples=40)
@given(MONTHS)
def test_no_few_are_shown_and_what_one_pack_hid_no_later_one_tells(
    months: list[dict[str, int]],
) -> None:
    hidden = few(months)
    for at, people in enumerate(months):
        assert all((NOW, at, name) in hidden for name, count in people.items() if 0 < count < 5)
        before = few(months[:at])
        assert {key for key in hidden if key[1] < at} == before
        sums = added_names(months[: at + 1])
        assert all((SO_FAR, at, name) in hidden for name, count in sums.items() if 0 < count < 5)


@settings(max_examples=25)
@given(
    st.lists(st.fixed_dictionaries({n: st.integers(0, 7) for n in "abc"}), min_size=1, max_size=2)
)
def test_every_hidden_month_could_be_another_for_whoever_has_all_packs(
    months: list[dict[str, int]],
) -> None:
    hidden = few(months)
    wanted = {key for key in hidden if key[0] == NOW and key[2]}
    told = _shown(months, hidden)
    could = {key: set[int]() for key in wanted}
    for other in _others(months, hidden):
        if _shown(other, hidden) == told:
            for _, at, name in wanted:
                could[NOW, at, name].add(other[at][name])
    # Where one name has everybody of a month, or of all months, nothing can hide it.
    alone = [at for at, people in enumerate(months) if sum(map(bool, people.values())) == 1]
    if not alone:
        assert all(len(values) > 1 for values in could.values())


def _shown(months: list[dict[str, int]], hidden: frozenset[tuple[str, int, str]]) -> object:
    found: list[object] = []
    so_far: dict[str, int] = dict.fromkeys(months[0], 0)
    for at, people in enumerate(months):
        so_far = {name: so_far[name] + people[name] for name in so_far}
        for when, counts in ((NOW, people), (SO_FAR, so_far)):
            every = {**counts, EVERY: sum(counts.values())}
            found += ["*" if (when, at, name) in hidden else every[name] for name in every]
    return found


def _others(
    months: list[dict[str, int]], hidden: frozenset[tuple[str, int, str]]
) -> list[list[dict[str, int]]]:
    """Return every way the hidden months may be filled with up to eleven people."""
    found: list[list[dict[str, int]]] = [[]]
    for at, people in enumerate(months):
        ways: list[dict[str, int]] = [{}]
        for name, count in people.items():
            values = range(12) if (NOW, at, name) in hidden else (count,)
            ways = [{**way, name: value} for way in ways for value in values]
        if (NOW, at, EVERY) not in hidden:
            whole = sum(people.values())
            ways = [way for way in ways if sum(way.values()) == whole]
        found = [[*before, way] for before in found for way in ways]
    return found
