"""Workbooks as managers have them, made for the tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

BOLD = Font(bold=True)
Rows = Iterable[Sequence[object]]


def sheet(book: Workbook, name: str, rows: Rows, top: int = 1, left: int = 1) -> Any:
    """Write rows on a sheet of a workbook, made where there is none, and return it."""
    page: Any = book[name] if name in book.sheetnames else book.create_sheet(name)
    for down, row in enumerate(rows):
        for across, value in enumerate(row):
            if value is not None:
                page.cell(top + down, left + across, value)
    return page


def bold(page: Any, *rows: int) -> None:
    """Make rows bold."""
    for row in rows:
        for cell in page[row]:
            cell.font = BOLD


def saved(book: Workbook, path: Path) -> Path:
    """Save a workbook without the blank sheet every new one has."""
    if len(book.sheetnames) > 1 and "Sheet" in book.sheetnames:
        del book["Sheet"]
    book.save(path)
    return path


def budget_book(path: Path) -> Path:
    """A budget in £000: merged title, units row, sections, subtotals, a total, footnotes."""
    book = Workbook()
    page = sheet(
        book,
        "Budget",
        [
            ["Marsh Valley Primary Care Home"],
            ["Shadow budget 2016/17 - draft 3"],
            [],
            ["Service line", "Provider", "Annual budget", "Baseline", "Notes"],
            [None, None, "£000", "£000"],
            ["Primary care"],
            ["Prescribing", None, 6480, 6400.5, "ePACT"],
            ["GMS core", "Orchard Lane Surgery", 4183.8845],
            ["Total primary care", None, 10663.8845, 6400.5],
            [],
            ["Community"],
            ["Community nursing", "Vale Community NHS Trust", "3,120.5", 3000],
            ["Podiatry", "Vale Community NHS Trust", 410, 400],
            ["Total community", None, 3530.5, 3400],
            ["Grand total", None, 14194.3845, 9800.5],
            [],
            ["* Prescribing is two months behind"],
            ["Prepared by J Wren, finance"],
        ],
    )
    page.merge_cells("A1:E1")
    page.merge_cells("A2:E2")
    bold(page, 1, 4, 6, 9, 11, 14, 15)
    return saved(book, path)


def actuals_book(path: Path) -> Path:
    """Six months of actuals: months as dates, a hidden column, a year to date, a total."""
    months = [datetime(2016, 4 + at, 1) for at in range(6)]  # noqa: DTZ001  a cell has no zone
    book = Workbook()
    page = sheet(
        book,
        "Monitoring",
        [
            ["Contract monitoring, month 6"],
            [],
            ["Line", "Code", *months, "Year to date"],
            ["Prescribing", "PR", *[540_000.25] * 6, 3_240_001.5],
            ["Community nursing", "CN", *[260_000] * 5, None, 1_300_000],
            ["Total", None, *[800_000.25] * 5, 540_000.25, 4_540_001.5],
        ],
    )
    page.column_dimensions["B"].hidden = True
    bold(page, 3, 6)
    return saved(book, path)


def team_book(path: Path) -> Path:
    """Posts and people, and beside them a list of partners; a hidden sheet of rates."""
    book = Workbook()
    page = sheet(
        book,
        "Team",
        [
            ["The one team, October 2016"],
            [],
            [
                "Post ref",
                "Name",
                "Job title",
                "Employer",
                "Hrs/week",
                "WTE",
                "Start date",
                "Contract",
            ],
            [
                "N1",
                "Ann Lee",
                "Practice nurse",
                "Orchard Lane Surgery",
                30,
                0.8,
                date(2015, 4, 1),
                "perm",
            ],
            [
                "N2",
                "Ben Ode",
                "Social worker",
                "Marsh County Council",
                37,
                1,
                date(2016, 5, 3),
                "Permanent",
            ],
            ["N3", "VACANT", "HCA", "Orchard Lane Surgery", None, 0.5],
            ["N4", "Cy Dunn", "Navigator", "Age UK Marsh", 15, None, None, "FTC"],
        ],
    )
    sheet(
        book,
        "Team",
        [
            ["Partner", "Type", "Sector"],
            ["Age UK Marsh", "charity", "Vol sector"],
            ["Mill House", None, "MH"],
        ],
        top=3,
        left=11,
    )
    bold(page, 3)
    rates = sheet(book, "Rates", [["Band", "Pay"], ["5", 25_000], ["6", 30_000]])
    rates.sheet_state = "hidden"
    return saved(book, path)
