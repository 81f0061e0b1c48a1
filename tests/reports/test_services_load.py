"""The load between practices where something of it is not known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.period import Month
from pch_desktop.domain.population import PracticeStatus
from pch_desktop.reports.service_load import load, load_finding
from pch_desktop.reports.service_load_table import charged, notes, recharge_table
from pch_desktop.store.population import PracticeRow
from pch_desktop.store.services import PartRow

OCTOBER = Month(2016, 10)
NAMES = {1: "Elm", 2: "Oak", 3: "Ash"}
PRACTICES = [
    PracticeRow(
        number, f"Y{number}", name, None, None, PracticeStatus.ACTIVE, None, None, None, None,
        None, "", 1_000, None, None, None, None, None, None, None,
    )
    for number, name in NAMES.items()
]  # fmt: skip
PRACTICE = st.integers(1, 3)


def part(of: int, at: int | None, attended: int | None, price: int | None = 1_000) -> PartRow:
    return PartRow(
        0, 1, "Echo", OCTOBER, NAMES[at] if at else None, at, NAMES[of], of, None, None, attended,
        None, None, price, None,
    )  # fmt: skip


def test_who_was_seen_nobody_knows_where_was_not_seen_elsewhere() -> None:
    found = load([part(1, 2, 30), part(1, None, 70), part(2, 2, 90), part(2, 1, 10)], PRACTICES)
    elm, oak = found.rows
    assert (elm.everywhere, elm.elsewhere, elm.elsewhere_share) == (100, None, None)
    assert (oak.elsewhere, found.unplaced) == (10, 70)
    assert load_finding(found).startswith("10 of 100 people seen elsewhere")
    assert notes(found)[-1].startswith("70 people seen at a place that is not known")


def test_the_recharge_prints_the_practices_that_stand_on_the_screen() -> None:
    found = load([part(1, 2, 30), part(3, 2, 5, None)], PRACTICES)
    assert [row.name for row in recharge_table(found, "October").rows] == ["Elm", "Oak", "Ash"]
    assert list(recharge_table(found, "October").rows) == charged(found)
    free = load([part(1, 2, 30, None)], PRACTICES)
    assert not recharge_table(free, "October").rows


@given(st.lists(st.builds(part, PRACTICE, st.none() | PRACTICE, st.none() | st.integers(0, 99))))
def test_the_recharge_as_it_prints_comes_to_nought_whatever_is_not_known(
    parts: list[PartRow],
) -> None:
    found = load(parts, PRACTICES)
    assert sum(row.recharge.net_pence for row in recharge_table(found, "October").rows) == 0
    assert sum(row.recharge.net_pence for row in charged(found)) == 0
