"""Waits and demand in the cells of the workbook, with live formulas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.exports.books import cells, formulas


@pytest.fixture(scope="module")
def book(workbook: Path) -> dict[tuple[str, str], Any]:
    """What the cells of the sample's pack hold."""
    return cells(workbook)


@pytest.fixture(scope="module")
def live(workbook: Path) -> dict[tuple[str, str], str]:
    """What the cells of the sample's pack work out."""
    return formulas(workbook)


def row_of(book: dict[tuple[str, str], Any], sheet: str, name: str) -> tuple[str, list[Any]]:
    """Return the row of a name on a sheet, and its cells from the second column on."""
    (at,) = [place[1:] for (each, place), value in book.items()
             if each == sheet and place[0] == "A" and value == name]  # fmt: skip
    return at, [book.get((sheet, f"{letter}{at}")) for letter in "BCDEFGHIJKLMNOP"]


def test_the_examples_of_waits_stand_in_the_workbook(
    book: dict[tuple[str, str], Any], live: dict[tuple[str, str], str]
) -> None:
    _, falls = row_of(book, "Waits", "Falls and balance classes")
    assert (falls[0], falls[1], falls[2]) == (20, 15.5, 32.4)
    assert (falls[3], falls[4]) == (0.45, 0.85)
    assert falls[12:15] == [15, 35, 41]
    at, same_day = row_of(book, "Waits", "Same-day access")
    assert (same_day[0], round(same_day[1], 2), round(same_day[3], 3)) == (5740, 3.81, 0.832)
    assert live["Waits", f"B{at}"] == f"=(G{at}+H{at}+I{at}+J{at}+K{at}+L{at}+M{at})"
    assert live["Waits", f"E{at}"] == f"=(G{at}+H{at}+I{at}+J{at})/B{at}"
    assert row_of(book, "Waits", "Emotional wellbeing")[1][2] == "over 28 days"


def test_the_method_and_the_clock_are_printed(book: dict[tuple[str, str], Any]) -> None:
    for sheet in ("Waits", "Instead of hospital", "Definitions"):
        told = " ".join(str(value) for (each, _), value in book.items() if each == sheet)
        assert "linear interpolation" in told
        assert "not the 18-week clock" in told


def test_the_share_diverted_is_live_and_apart_from_the_wait(
    book: dict[tuple[str, str], Any], live: dict[tuple[str, str], str]
) -> None:
    at, skin = row_of(book, "Instead of hospital", "Teledermatology")
    assert skin[:3] == [54, 22, 76]
    assert (round(skin[3], 3), skin[4]) == (0.711, "● Target met")
    assert live["Instead of hospital", f"E{at}"] == f"=B{at}/D{at}"
    assert ("Instead of hospital", f"G{at}") not in live


def test_weeks_to_clear_and_what_is_short_stand_there(
    book: dict[tuple[str, str], Any], live: dict[tuple[str, str], str]
) -> None:
    at, falls = row_of(book, "Weeks to clear", "Falls and balance classes")
    assert falls[5] == "growing"
    assert falls[10] == 24
    assert live["Weeks to clear", f"L{at}"] == f"=J{at}-K{at}"


def test_national_sources_are_named(book: dict[tuple[str, str], Any]) -> None:
    lead = " ".join(str(value) for (sheet, _), value in book.items() if sheet == "Lead time")
    assert "GPonline, article 1521402" in lead
    assert row_of(book, "Lead time", "Same day")[1][4] == "1.9%"
    assert row_of(book, "National appointments", "Staff: GP")[1][1] is None
