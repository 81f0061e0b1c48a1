"""D23, D24 and D36 through the program: from what the file keeps to the workbook's cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pch_desktop.domain.period import Month
from pch_desktop.exports import pack
from pch_desktop.reports.workforce_ages import HEADS, profile_on
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from tests import localities, workforce_teams
from tests.exports.books import cells, formulas

OCTOBER = Month(2016, 10)
MEASURES, PRACTICES, AGES = "Workforce measures", "Workforce by practice", "Age profile"
SICKNESS, GROUPS = "Sickness", "Sickness by group"
Book = dict[tuple[str, str], Any]


def written(file: LocalityFile, folder: Path) -> Path:
    """Return a file's pack of October 2016."""
    return pack.write_pack(pack.gather(file, OCTOBER, localities.NOON), folder)


def line(book: Book, sheet: str, name: str, second: str = "") -> dict[str, Any]:
    """Return a line by what its first cell says, by the letters of its columns."""
    for (title, place), value in book.items():
        if title == sheet and place[0] == "A" and value == name:
            at = place[1:]
            found = {
                key[1][: -len(at)]: each
                for key, each in book.items()
                if key[0] == sheet and key[1].endswith(at) and key[1][: -len(at)].isalpha()
            }
            if second in {"", found.get("B")}:
                return found
    raise AssertionError(f"{name} is not in {sheet}")


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of the team of D23 and D24."""
    folder = tmp_path_factory.mktemp("measured")
    file = localities.like(workforce_teams.measured, folder / "team.pch")
    made = written(file, folder)
    file.close()
    return made


@pytest.fixture(scope="module")
def sample_book(workbook: Path) -> Book:
    """What the cells of the sample's pack hold."""
    return cells(workbook)


def test_d23_and_d24_stand_in_the_workbook_with_live_formulas(team: Path) -> None:
    book, live = cells(team), formulas(team)
    for name, value, numerator, denominator in (
        ("Vacancy rate", 0.1067, 6.85, 64.2),
        ("Sickness, month", 0.0417, 873.6, 20_955),
        ("Patients per GP WTE", 2041, 40_000, 19.6),
        ("Weighted patients per GP WTE", 2136, 41_870, 19.6),
        ("Weighted patients per clinical WTE", 730, 41_870, 57.35),
        ("GP WTE per 10,000 weighted", 4.68, 19.6, 41_870),
    ):
        found = line(book, MEASURES, name)
        places = 0 if value > 100 else 2 if value > 1 else 4
        assert round(found["B"], places) == value, name
        assert (found["D"], found["E"]) == (numerator, denominator), name
        assert any(
            sheet == MEASURES and formula.startswith(f'=IF(E{place[1:]}=0,"",')
            for (sheet, place), formula in live.items()
            if place[0] == "B" and book[MEASURES, f"A{place[1:]}"] == name
        ), name
    assert line(book, MEASURES, "WTE in post")["B"] == 57.35
    assert line(book, MEASURES, "Establishment")["B"] == 64.2
    assert line(book, MEASURES, "Vacancy")["B"] == 6.85
    assert line(book, PRACTICES, "Orchard Lane Surgery")["C"] == 57.35


def test_d36_stands_in_the_workbook_and_few_are_hidden(tmp_path: Path) -> None:
    file = localities.like(workforce_teams.aged, tmp_path / "aged.pch")
    hidden = cells(written(file, tmp_path))
    assert line(hidden, AGES, "GP and nurse", "Heads")["L"] == "*"
    assert line(hidden, MEASURES, "Retirement risk: all staff")["B"] == "*"
    file.edit("Show all", workforce.set_rule, "least_shown", 1)
    book = cells(written(file, tmp_path))
    file.close()
    gps = line(book, AGES, "GP", "WTE")
    assert (gps["K"], gps["L"], round(gps["M"], 3)) == (4.47, 2, 0.447)
    assert round(line(book, AGES, "All staff", "WTE")["M"], 3) == 0.495
    assert round(line(book, MEASURES, "Retirement risk: GP")["B"], 3) == 0.447


def test_the_pack_shows_no_few_people_by_age(sample_book: Book, sample: LocalityFile) -> None:
    profile = profile_on(sample, OCTOBER.last)
    for group in profile.groups:
        found = line(sample_book, AGES, group.name, HEADS)
        told = [found.get(letter) for letter in "CDEFGHIJ"]
        assert told == [cell.value(HEADS) for cell in group.cells]
        assert not {1, 2, 3, 4} & {each for each in told if isinstance(each, int)}


def test_the_pack_shows_no_sickness_of_few_people(sample_book: Book) -> None:
    rows = [
        place[1:]
        for (sheet, place), value in sample_book.items()
        if sheet == GROUPS and place[0] == "C" and isinstance(value, int) and 0 < value < 5
    ]
    assert rows
    for at in rows:
        assert sample_book.get((GROUPS, f"E{at}")) in {"*", None}
        assert sample_book.get((GROUPS, f"F{at}")) in {"*", None}
    october = line(sample_book, SICKNESS, "October 2016")
    assert october["B"] == 219
    assert round(october["D"], 4) == 0.0439


def test_the_samples_practices_add_up_in_the_workbook(sample_book: Book) -> None:
    total = line(sample_book, PRACTICES, "Total")
    assert (round(total["C"], 2), total["E"], total["F"]) == (207.9, 221.6, 13.7)
    assert round(total["M"]) == 1764


def test_the_sheets_name_nobody(sample_book: Book, sample: LocalityFile) -> None:
    names = {row.name for row in sample.read(workforce.people, OCTOBER.last)}
    sheets = {MEASURES, PRACTICES, AGES, SICKNESS, GROUPS}
    said = {str(value) for (sheet, _), value in sample_book.items() if sheet in sheets}
    assert said
    assert not said & names
