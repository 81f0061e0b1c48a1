"""The locality's own facts: its name, settings, months and sources."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Thresholds
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.locality import ReferenceValue, SiteStatement
from pch_desktop.store import budget, locality, population
from pch_desktop.store.locality_file import LocalityFile


def test_a_new_file_has_no_name_yet(file: LocalityFile) -> None:
    assert file.read(locality.locality).name == locality.UNNAMED


def test_a_locality_is_named_and_named_again(file: LocalityFile) -> None:
    file.edit("Name it", locality.name_locality, "  Marsh   Valley ", "East")
    file.edit("Name it again", locality.name_locality, "Fen Edge")
    found = file.read(locality.locality)
    assert (found.name, found.region) == ("Fen Edge", "East")


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_a_name_that_is_none_is_refused(file: LocalityFile, name: str) -> None:
    with pytest.raises(Refusal, match="name"):
        file.edit("Name it", locality.name_locality, name)


def test_a_setting_is_kept_and_changed(file: LocalityFile) -> None:
    assert file.read(locality.setting, "colour") is None
    file.edit("Set", locality.set_setting, "colour", "blue")
    file.edit("Set", locality.set_setting, "colour", "green")
    assert file.read(locality.setting, "colour") == "green"


def test_ratings_turn_where_the_locality_says(file: LocalityFile) -> None:
    assert file.read(locality.thresholds) == Thresholds()
    file.edit("Set", locality.set_setting, "rating_red_share", "0.05")
    file.edit("Set", locality.set_setting, "rating_least_pence", "100")
    turned = file.read(locality.thresholds)
    assert (turned.red_share, turned.least_pence) == (Decimal("0.05"), 100)


def test_an_empty_file_knows_no_month(file: LocalityFile) -> None:
    assert file.read(locality.latest_month) is None
    assert file.read(locality.months) == []


def test_a_file_with_lists_alone_begins_with_their_month(file: LocalityFile) -> None:
    practice = file.edit("Add", population.add_practice, "N81024", "Wharton")
    file.edit("Count", population.set_list_size, practice, date(2021, 1, 1), 11_000)
    assert file.read(locality.latest_month) == Month(2021, 1)
    assert file.read(locality.months) == [Month(2021, 1)]


def test_a_file_with_a_budget_alone_begins_with_its_april(file: LocalityFile) -> None:
    file.edit("Open", budget.open_version, FinancialYear(2016))
    assert file.read(locality.latest_month) == Month(2016, 4)
    assert file.read(locality.months) == list(FinancialYear(2016).months)


def test_the_latest_actual_is_the_month_at_hand(file: LocalityFile) -> None:
    line = file.edit(
        "Add", budget.add_line, FinancialYear(2016), "Prescribing", Sector.PRIMARY, 100
    )
    file.edit("Spend", budget.set_actual, line, Month(2016, 10), 8)
    assert file.read(locality.latest_month) == Month(2016, 10)


def add_sources(session: Session) -> None:
    """Add a statement and a dated rate."""
    session.add(SiteStatement(heading="why", position=1, text="Because.", source="NAPC"))
    session.add(
        ReferenceValue(
            key="ni",
            words="National Insurance",
            value=Decimal("0.15"),
            unit="share",
            valid_from=date(2025, 4, 6),
            source="HMRC",
        )
    )


def test_statements_and_rates_come_with_their_sources(file: LocalityFile) -> None:
    file.edit("Add", add_sources)
    assert [row.source for row in file.read(locality.statements)] == ["NAPC"]
    assert [row.value for row in file.read(locality.reference_values)] == [Decimal("0.15")]


def test_a_file_without_imports_has_no_batches_and_no_totals(file: LocalityFile) -> None:
    assert file.read(locality.batches) == []
    assert file.read(locality.control_totals) == []
