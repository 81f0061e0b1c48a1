"""The register of systems as it is read and printed: whom each covers, and what is late."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pch_desktop.domain.estates import Adoption, SystemKind
from pch_desktop.domain.estates_systems import Use
from pch_desktop.domain.period import Month
from pch_desktop.reports.estates_systems import register, register_finding
from pch_desktop.reports.estates_systems_columns import register_columns
from pch_desktop.reports.estates_systems_pack import findings, tables
from pch_desktop.store import estates, population
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

OCTOBER = Month(2016, 10)


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Two practices of 6,000 and 2,000, and a shared record live at the larger."""
    file = localities.made(path)
    other = file.edit("Add", population.add_practice, "B2X", "Abbey Surgery")
    for key, people in ((1, 6_000), (other, 2_000)):
        file.edit("List", population.set_list_size, key, date(2016, 10, 1), people)
    file.edit("Add", estates.add_system, "Record", SystemKind.SHARED_RECORD)
    file.edit("Use", estates.set_use, 1, 1, Use(Adoption.LIVE, date(2016, 4, 4)))
    yield file
    file.close()


def test_the_screen_and_the_sheet_say_the_same_of_whom_it_covers(file: LocalityFile) -> None:
    told = register(file, OCTOBER)
    (line,) = told.lines
    assert (line.spread.live, line.spread.people, line.spread.share) == (1, 6_000, Decimal("0.75"))
    shown = {column.key: column.value(line) for column in register_columns(told.practices)}
    whole, _ = tables(file, OCTOBER)
    printed = {column.key: column.value(whole.rows[0]) for column in whole.columns}
    for key in ("live", "people", "share"):
        assert shown[key] == printed[key] == getattr(line.spread, key)
    assert printed["unknown"] == 1
    assert register_finding(told) == (
        "Record is live at 1 of 2 practices, 75.0% of the people; 1 cell not known."
    )


def test_practices_stand_by_name_and_a_blank_stays_blank(file: LocalityFile) -> None:
    _, by_practice = tables(file, OCTOBER)
    assert [(row.name, row.words) for row in by_practice.rows] == [
        ("Abbey Surgery", (None,)), ("Orchard Lane Surgery", ("Live 4 Apr 2016",))
    ]  # fmt: skip


def test_a_day_that_was_planned_and_has_passed_is_a_finding(file: LocalityFile) -> None:
    assert findings(file, OCTOBER) == []
    file.edit("Use", estates.set_use, 1, 2, Use(Adoption.PLANNED, date(2016, 10, 20)))
    (found,) = findings(file, OCTOBER)
    assert found.title == "Record was planned to be live by now at 1 practice"
    assert (found.detail, found.view, found.record_id) == ("Abbey Surgery", "Systems", 1)
    assert findings(file, Month(2016, 9)) == []


def test_without_systems_there_are_no_sheets(path: Path) -> None:
    file = localities.made(path)
    assert [len(table.rows) for table in tables(file, OCTOBER)] == [0, 0]
    assert register_finding(register(file, OCTOBER)) == "No system has been written down yet."
    file.close()
