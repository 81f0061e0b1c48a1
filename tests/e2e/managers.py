"""A manager's own workbook, as such workbooks are: three sheets nobody designed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

from pch_desktop.domain.period import FinancialYear, Month
from tests.imports.own_workbooks import bold, saved, sheet

YEAR = FinancialYear.read("2016/17")
MONTHS: Sequence[Month] = YEAR.months[:6]
BUDGET = {
    "GP core contract": 4_183_884_50,
    "Prescribing": 6_480_000_00,
    "Community nursing": 3_120_500_00,
    "Podiatry": 410_250_00,
    "Social prescribing": 96_000_00,
}
"""The year's budget of each line, in pence."""
POSTS = (
    ("MV-01", "Dr Ann Lee", "GP", "Orchard Lane Surgery", 1.0, 0.8),
    ("MV-02", "Ben Ode", "Social worker", "Marsh County Council", 1.0, 1.0),
    ("MV-03", "VACANT", "Practice nurse", "Orchard Lane Surgery", 0.6, None),
    ("MV-04", "Cy Dunn", "Paramedic", "Vale Ambulance Trust", 0.5, 0.5),
)
"""Reference, who holds it, role, employer, WTE funded and WTE in post."""


def spent(line: str, month: Month) -> int:
    """Return what a line really cost in a month, in pence; podiatry's last is not in yet."""
    drift = 1 + 0.01 * month.number * (1 if line == "Prescribing" else -0.5)
    return round(BUDGET[line] / 12 * drift)


def is_late(line: str, month: Month) -> bool:
    """Whether a month of a line has not been sent yet."""
    return line == "Podiatry" and month == MONTHS[-1]


def workbook(path: Path) -> Path:
    """Write the workbook."""
    book = Workbook()
    _budget(book)
    _actuals(book)
    _team(book)
    return saved(book, path)


def _budget(book: Workbook) -> None:
    """Lines in £000 under sections, with a total after each and one over all."""
    primary, community = list(BUDGET.items())[:2], list(BUDGET.items())[2:]

    def rows(part: Sequence[tuple[str, int]]) -> list[list[object]]:
        return [[name, None, pence / 100_000] for name, pence in part]

    def total(name: str, part: Sequence[tuple[str, int]]) -> list[object]:
        return [name, None, sum(pence for _, pence in part) / 100_000]

    page = sheet(
        book,
        "Budget 1617",
        [
            ["Marsh Valley PCH"],
            ["Shadow budget 2016/17, final draft v3 (JW)"],
            [],
            ["Service line", "Provider", "Annual budget"],
            [None, None, "£000"],
            ["Primary care"],
            *rows(primary),
            total("Total primary care", primary),
            [],
            ["Community"],
            *rows(community),
            total("Total community", community),
            total("Grand total", list(BUDGET.items())),
            [],
            ["* GP contract as notified in March"],
        ],
    )
    page.merge_cells("A1:E1")
    page.merge_cells("A2:E2")
    bold(page, 1, 4, 6, 9, 11, 15, 16)


def _actuals(book: Workbook) -> None:
    """Pounds by month, months as dates, a subtotal in the middle, a year to date."""
    heads = [datetime(month.year, month.month, 1) for month in MONTHS]  # noqa: DTZ001 - a cell has no zone

    def row(line: str) -> list[object]:
        known = [None if is_late(line, each) else spent(line, each) / 100 for each in MONTHS]
        return [line, *known, sum(pounds for pounds in known if pounds is not None)]

    def total(name: str, lines: Sequence[str]) -> list[object]:
        by_month = [
            sum(spent(line, each) for line in lines if not is_late(line, each)) / 100
            for each in MONTHS
        ]
        return [name, *by_month, sum(by_month)]

    lines = list(BUDGET)
    page = sheet(
        book,
        "Actuals M6",
        [
            ["Contract monitoring to September 2016"],
            [],
            ["Line", *heads, "Year to date"],
            *(row(line) for line in lines[:2]),
            total("Sub-total primary care", lines[:2]),
            *(row(line) for line in lines[2:]),
            total("Total", lines),
        ],
    )
    page.merge_cells("A1:H1")
    bold(page, 1, 3, 6, 10)


def _team(book: Workbook) -> None:
    """Who holds which post, with a vacancy as a name."""
    page = sheet(
        book,
        "Team",
        [
            ["One team, as at 30 September"],
            [],
            ["Post ref", "Name", "Role", "Employer", "Establishment WTE", "WTE in post", "Start"],
            *(
                [*post, None if post[5] is None else datetime(2016, 4, 1)]  # noqa: DTZ001 - a cell has no zone
                for post in POSTS
            ),
            ["Total", None, None, None, 3.1, 2.3],
        ],
    )
    page.merge_cells("A1:G1")
    bold(page, 1, 3, 8)
