"""Practices as they are read beside each other: by name, with the median, and no league."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Category, Inspection
from pch_desktop.models.estates import SiteOpening
from pch_desktop.models.population import Practice, Site
from pch_desktop.models.services import Service
from pch_desktop.models.services_activity import ActivityPart
from pch_desktop.reports.service_beside import beside_rows
from pch_desktop.reports.service_compared import PracticeRow, medians
from pch_desktop.reports.service_compared_measures import (
    COMPARED,
    MEASURES,
    ComparedRow,
    compared_rows,
)
from pch_desktop.reports.service_compared_read import compared
from pch_desktop.reports.service_compared_words import measure_alt_text, measure_finding
from pch_desktop.reports.service_practices_pack import (
    compared_table,
    practice_findings,
)
from pch_desktop.reports.service_praise import praise, praise_finding
from pch_desktop.reports.service_praise_pack import praise_table
from pch_desktop.reports.service_ratings import ratings_finding
from pch_desktop.reports.table import Kind
from pch_desktop.reports.workforce_day import team_day, wte_by_practice
from pch_desktop.store import population, services
from pch_desktop.store.locality_file import LocalityFile
from tests import workforce_teams

SEPTEMBER, OCTOBER = Month(2016, 9), Month(2016, 10)


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """The team of D24 at one practice of 40,000, and two small practices without staff."""
    file = workforce_teams.measured(path)
    file.edit("Seed more", _more)
    file.edit("List", population.set_list_size, 2, date(2016, 10, 1), 5_000)
    yield file
    file.close()


def _more(session: Session) -> None:
    session.add_all(
        [Practice(id=2, code="Z2", name="Abbey"), Practice(id=3, code="A3", name="Zeal")]
    )
    session.add(Service(id=1, code="S1", name="Diabetes", category=Category.LONG_TERM))
    session.flush()
    session.add(Site(id=9, name="Abbey House", practice_id=2))
    session.flush()
    session.add(SiteOpening(site_id=9, weekday=6, opens_minute=540, closes_minute=720))
    for number, month, attended, missed in ((2, OCTOBER, 90, 10), (2, SEPTEMBER, 60, 40),
                                            (1, OCTOBER, 800, 0)):  # fmt: skip
        session.add(
            ActivityPart(service_id=1, month=month, place_id=1, patient_practice_id=number,
                         attended=attended, not_attended=missed)
        )  # fmt: skip
    session.flush()


def of(rows: Sequence[PracticeRow], name: str) -> PracticeRow:
    return next(row for row in rows if row.name == name)


def first(file: LocalityFile) -> str:
    return next(row.name for row in file.read(population.practices, OCTOBER) if row.id == 1)


def test_staff_to_ten_thousand_are_those_of_the_workforce(file: LocalityFile) -> None:
    row = of(compared(file, OCTOBER).now, first(file))
    team = team_day(file, OCTOBER.last)
    code = next(each.code for each in team.people if each.name == row.name)
    assert row.gp_wte == wte_by_practice(team.work, team.gps)[code] == Decimal("19.6")
    assert row.values["gps"] == Decimal("4.9")
    assert row.values["nurses"] == Decimal("37.75") / 4


def test_staff_of_a_practice_nobody_is_known_at_are_not_known(file: LocalityFile) -> None:
    row = of(compared(file, OCTOBER).now, "Abbey")
    assert row.values["gps"] is row.values["nurses"] is None
    assert row.registered == 5_000


def test_practices_stand_by_name_whatever_their_figures(file: LocalityFile) -> None:
    told = compared(file, OCTOBER)
    names = [row.name for row in told.now]
    assert names == sorted(names, key=str.casefold) == [row.name for row in told.so_far]


def test_what_was_used_is_of_the_month_or_since_april(file: LocalityFile) -> None:
    told = compared(file, OCTOBER)
    now, year = of(told.now, "Abbey").values, of(told.so_far, "Abbey").values
    assert (now["seen"], year["seen"]) == (18, 30)
    assert (now["missed"], year["missed"]) == (Decimal("0.1"), Decimal("0.25"))
    assert of(told.now, "Zeal").values["seen"] is None
    assert told.services == 1


def test_hours_are_those_of_its_sites_once_each_is_known(file: LocalityFile) -> None:
    told = of(compared(file, OCTOBER).now, "Abbey")
    assert (told.values["hours"], told.values["extended_hours"]) == (3, 3)
    file.edit("Branch", population.add_site, "Abbey branch", "Z2")
    assert of(compared(file, OCTOBER).now, "Abbey").values["hours"] is None


def test_the_median_leaves_out_what_is_not_known(file: LocalityFile) -> None:
    rows = compared(file, OCTOBER).now
    assert medians(rows)["seen"] == Decimal(18 + 20) / 2
    assert medians([]) == {}
    said = measure_finding(rows, MEASURES["seen"])
    assert said == "Seen per 1,000: from 18.0 to 20.0, the median 19.0; not known for 1 of 3"
    assert "Zeal not known" in measure_alt_text(rows, MEASURES["seen"])
    unknown = measure_finding(rows, MEASURES["incidents"])
    assert unknown == "Incidents per 1,000: not known for any practice"


def test_a_median_half_way_between_two_counts_is_not_rounded_to_one() -> None:
    services_run = MEASURES["services"]
    assert [services_run.words(Decimal(each)) for each in ("4.5", "4", "0")] == ["4.5", "4", "0"]
    assert services_run.words(None) == ""
    column = next(each for each in COMPARED if each.key == "services")
    median_of_two = ComparedRow(0, "Median", {"services": Decimal("4.5")})
    assert column.kind_for(median_of_two) is Kind.NUMBER
    assert column.kind_for(ComparedRow(1, "Elm", {"services": Decimal(4)})) is Kind.COUNT


def test_the_charts_table_says_how_far_each_is_off_the_median(file: LocalityFile) -> None:
    rows = beside_rows(compared(file, OCTOBER), MEASURES["seen"])
    assert [(row.name, row.now, row.so_far, row.from_median) for row in rows] == [
        ("Abbey", 18, 30, "5.0 above"),
        (first(file), 20, 20, "5.0 below"),
        ("Zeal", None, None, None),
        ("Median", 19, 25, None),
    ]


def counted(file: LocalityFile, practice: int, month: Month, *counts: int | None) -> None:
    for field, value in zip(("incidents", "complaints", "compliments"), counts, strict=True):
        file.edit("Count", services.set_practice_month, practice, month, field, value)


def test_a_month_that_is_missing_leaves_the_count_and_takes_the_rate(file: LocalityFile) -> None:
    for number in range(4, 11):
        counted(file, 2, Month(2016, number), 2, 1, None if number == 6 else 3)
    row = of(compared(file, OCTOBER).so_far, "Abbey")
    assert (row.told.incidents, row.told.compliments) == (14, 18)
    assert row.values["incidents"] == Decimal("2.8")
    assert row.values["compliments"] is None
    shown = next(each for each in praise(file, OCTOBER) if each.name == "Abbey")
    assert shown.so_far == row.told
    assert shown.now.incidents == 2


def test_late_practices_and_inadequate_ratings_are_the_only_findings(file: LocalityFile) -> None:
    assert practice_findings(file, OCTOBER) == []
    counted(file, 2, SEPTEMBER, 1, 1, 1)
    (late,) = practice_findings(file, OCTOBER)
    assert late.title == "1 practice without incidents and praise for October 2016"
    assert (late.detail, late.view, late.record_id) == ("Abbey", "Incidents and praise", 2)
    counted(file, 2, OCTOBER, 40, 40, 0)
    rating = file.edit(
        "Rate", services.add_rating, "Abbey", date(2016, 5, 3), Inspection.INADEQUATE
    )
    (found,) = practice_findings(file, OCTOBER)
    assert (found.title, found.record_id) == ("Abbey is rated inadequate", rating)
    assert found.detail == "Published 3 May 2016"
    assert practice_findings(file, Month(2016, 4)) == []
    file.edit("Rate", services.add_rating, "Abbey", date(2016, 9, 30), Inspection.IMPROVE)
    assert practice_findings(file, OCTOBER) == []
    said = ratings_finding(file.read(services.ratings), OCTOBER)
    assert said == "Latest ratings of 1 practice: 1 requires improvement."


def test_the_sheet_is_what_the_screen_shows_with_the_median_under_it(file: LocalityFile) -> None:
    table, told = compared_table(file, OCTOBER), compared(file, OCTOBER)
    assert [row.values for row in table.rows] == [row.values for row in compared_rows(told.so_far)]
    assert table.beside[0].values == medians(told.so_far)
    assert praise_table(file, OCTOBER).rows == ()
    counted(file, 2, OCTOBER, 4, 2, 1)
    sheet = praise_table(file, OCTOBER)
    assert len(sheet.rows) == 3
    assert len({column.title for column in sheet.columns}) == len(sheet.columns)
    assert praise_finding(praise(file, OCTOBER), OCTOBER) == (
        "4 incidents, 2 complaints, 1 compliment in October 2016, told by 1 of 3 practices."
    )
