"""Winsford's own need in the fair shares of a budget, from the official file."""

from __future__ import annotations

from decimal import Decimal

from pch_desktop.domain.budget import Build
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import Weighting
from pch_desktop.imports.opening import commit, plan_for, read_file
from pch_desktop.reports.budget_fair import fair_share
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile
from tests.imports.real import real_file, with_practices

WINSFORD = ("N81024", "N81040", "N81074", "N81123", "N81127")
YEAR = FinancialYear(2024)
D41 = {
    Weighting.GENERAL_AND_ACUTE: ("1.1997", "1.052"),
    Weighting.COMMUNITY: ("0.9999", "0.906"),
    Weighting.MENTAL_HEALTH: ("1.0201", "0.906"),
    Weighting.MATERNITY: ("1.1933", None),
    Weighting.PRESCRIBING: ("1.0548", "0.934"),
    Weighting.OVERALL: ("1.1198", "1.001"),
    Weighting.PRIMARY_MEDICAL: ("1.0139", None),
}
"""The index against England, and that against the board where the design pages state it."""


def test_each_line_shows_its_own_need_against_england_and_against_its_board(
    file: LocalityFile,
) -> None:
    source = real_file("allocation/AIF_wp_2024_2025_full.csv")
    with_practices(file, *WINSFORD)
    for weighting in D41:
        # An invented pound for each hundred people: nobody's money stands under a real name.
        fields = {
            "baseline": 375_00, "weighted_by": weighting, "board_total_pence": 27_000_00,
            "build": Build.FAIR_SHARE, "pace_share": Decimal(1),
        }  # fmt: skip
        args = (YEAR, f"By {weighting}", Sector.PRIMARY, fields)
        file.edit("Add", budget.add_described_line, *args)
    commit(file, plan_for(file, read_file(source)))
    rows = {row.line.weighted_by: row for row in fair_share(file, YEAR.months[0]).rows}
    assert {each: str(round(row.england_index or 0, 4)) for each, row in rows.items()} == {
        each: told[0] for each, told in D41.items()
    }
    for weighting, (_, against_board) in D41.items():
        row = rows[weighting]
        assert (row.board, row.year) == ("QYG", YEAR)
        if against_board:
            assert str(round(row.board_index or 0, 3)) == against_board
        assert row.ours is not None
        assert row.boards is not None
        assert row.target == round(Decimal(27_000_00) * row.ours / row.boards)
        assert row.budget == row.target
