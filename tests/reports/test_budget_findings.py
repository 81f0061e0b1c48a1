"""The strip under the budget's lines and the things to do tell of the same."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import Method, Profile
from pch_desktop.reports.budget_checks import Trouble, checks, grouped
from pch_desktop.reports.budget_line_findings import line_findings
from pch_desktop.store.budget import LineRow
from tests.reports.budgets import OCTOBER, K, line, rows

SEVEN = (100,) * 7
SET = 1300 * K
KINDS: tuple[Callable[[str, int], LineRow], ...] = (
    lambda name, at: line(name, 1200, *SEVEN, id=at),
    lambda name, at: line(name, None, *SEVEN, id=at),
    lambda name, at: line(name, 1200, *SEVEN[:6], id=at),
    lambda name, at: line(name, 1200, *(200,) * 7, id=at),
    lambda name, at: line(name, 1200, *(200,) * 7, id=at, commentary="Winter."),
    lambda name, at: line(name, 1200, *SEVEN, id=at, commentary="word " * 61),
    lambda name, at: line(name, 1200, *SEVEN, id=at, method=Method.MANUAL),
    lambda name, at: line(
        name, 1200, *SEVEN, id=at, method=Method.MANUAL, manual_forecast_pence=1210 * K
    ),
    lambda name, at: line(name, 1200, *SEVEN, id=at, profile=Profile.MANUAL, set_annual_pence=SET),
)
"""One of each that a line can be: well, and with each thing that can be wrong with it."""


def made(kind: int, number: int) -> LineRow:
    """Return a line of a kind."""
    return KINDS[kind](f"Line {number}", number)


@given(st.lists(st.sampled_from(range(len(KINDS))), max_size=9))
def test_each_thing_the_strip_tells_of_is_a_finding_and_no_other(kinds: list[int]) -> None:
    known = rows(*(made(kind, at) for at, kind in enumerate(kinds, 1)))
    found = line_findings(known, OCTOBER, None)
    things = grouped(checks(known, OCTOBER))
    explained = [row for row in known if row.is_red and row.commentary]
    assert len(found) == len(things) + len(explained)
    assert [each.record_id for each in found[: len(things)]] == [one[0].line_id for one in things]


def test_nothing_that_can_be_wrong_with_a_line_is_left_out() -> None:
    known = rows(*(made(kind, kind + 1) for kind in range(len(KINDS))))
    assert {check.trouble for check in checks(known, OCTOBER)} == set(Trouble)
    told = line_findings(known, OCTOBER, None)
    assert [each.title for each in told] == [
        "1 line whose months do not add up",
        "1 forecast by hand without an outturn",
        "1 forecast by hand without a reason",
        "Line 4 forecast £1,200,000 over",
        "1 commentary longer than a board reads",
        "1 line without a budget",
        "1 line without an actual for October 2016",
        "Line 5 forecast £1,200,000 over",
    ]
