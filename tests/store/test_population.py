"""Practices, groups, sites, lists and weights in a real file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import (
    GroupKind,
    PracticeStatus,
    Sex,
    TransferKind,
    Weighting,
)
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.population import ListSnapshot
from pch_desktop.store import population
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.population import BandRow, PracticeRow

OCTOBER = Month(2016, 10)
YEAR = FinancialYear.read("2016/17")
FIRST, LAST = date(2016, 10, 1), date(2016, 10, 31)


@pytest.fixture
def mill(file: LocalityFile) -> int:
    """A practice in a new file."""
    return file.edit("Add", population.add_practice, " m81 001 ", " Mill  Street ")


def only(file: LocalityFile, month: Month = OCTOBER) -> PracticeRow:
    """Return the one practice of a file."""
    (row,) = file.read(population.practices, month)
    return row


def refused(file: LocalityFile, command: Callable[..., Any], *arguments: Any) -> str:
    """Return the sentence a command is refused with."""
    with pytest.raises(Refusal) as said:
        file.edit("Try", command, *arguments)
    return str(said.value)


def put_bands(session: Session, practice_id: int, day: date, people: dict[int, int]) -> None:
    """Put in women by the first year of their five-year band."""
    session.add_all(
        ListSnapshot(practice_id=practice_id, taken_on=day, sex=Sex.FEMALE, age_from=age,
                     age_to=130 if age == 85 else age + 4, people=count)
        for age, count in people.items()
    )  # fmt: skip


# Practices


def test_a_code_is_taken_as_people_write_it(file: LocalityFile, mill: int) -> None:
    assert only(file).code == "M81001"
    assert only(file).source == "Entered by hand"


@pytest.mark.parametrize("code", ["", "8", "81001", "M81001234", "M8-001"])
def test_what_is_no_code_is_refused(file: LocalityFile, code: str) -> None:
    assert "is not an ODS code" in refused(file, population.add_practice, code, "Mill")


def test_a_code_belongs_to_one_practice(file: LocalityFile, mill: int) -> None:
    assert "already there" in refused(file, population.add_practice, "M81001", "Other")


def test_a_practice_has_a_name(file: LocalityFile, mill: int) -> None:
    assert refused(file, population.set_practice, mill, "name", " ") == "Enter the practice's name."


def test_a_practice_is_entered_whole(file: LocalityFile) -> None:
    fields = {"operator": "The CIC", "status": PracticeStatus.DORMANT}
    file.edit("Add", population.enter_practice, "M81002", "Weir", fields, (LAST, 900))
    row = only(file)
    assert (row.operator, row.status) == ("The CIC", PracticeStatus.DORMANT)
    assert (row.list_size, row.list_on) == (900, LAST)


def test_a_practice_is_entered_without_a_list(file: LocalityFile) -> None:
    file.edit("Add", population.enter_practice, "M81002", "Weir", {})
    assert only(file).list_size is None


def test_fields_of_a_practice_change(file: LocalityFile, mill: int) -> None:
    file.edit("Change", population.set_practice, mill, "code", "m81009")
    file.edit("Change", population.set_practice, mill, "note", "Two floors")
    assert (only(file).code, only(file).note) == ("M81009", "Two floors")


def test_a_practice_closes_after_it_opened(file: LocalityFile, mill: int) -> None:
    file.edit("Open", population.set_practice, mill, "opened_on", FIRST)
    said = refused(file, population.set_practice, mill, "closed_on", date(2016, 9, 1))
    assert said == "Mill  Street cannot close before it opened. Enter a later date."
    assert only(file).closed_on is None


def test_a_practice_that_is_gone_is_said_to_be(file: LocalityFile, mill: int) -> None:
    file.edit("Delete", population.remove_practices, [mill])
    assert file.read(population.practices, OCTOBER) == []
    assert "no longer in the file" in refused(file, population.set_list_size, mill, LAST, 1)


# Lists


def test_a_list_typed_again_takes_the_place_of_the_first(file: LocalityFile, mill: int) -> None:
    for people in (900, 950):
        file.edit("List", population.set_list_size, mill, LAST, people)
    assert [row.people for row in file.read(population.list_totals)] == [950]


def test_a_blank_takes_a_list_away(file: LocalityFile, mill: int) -> None:
    file.edit("List", population.set_list_size, mill, LAST, 900)
    file.edit("List", population.set_list_size, mill, LAST, None)
    assert only(file).list_size is None


def test_a_month_is_served_by_the_list_before_it_else_by_the_next(
    file: LocalityFile, mill: int
) -> None:
    for day, people in ((FIRST, 900), (date(2017, 1, 1), 990)):
        file.edit("List", population.set_list_size, mill, day, people)
    assert [only(file, month).list_size for month in (Month(2016, 4), OCTOBER, Month(2017, 3))] == [
        900,
        900,
        990,
    ]


def test_bands_stand_beside_the_whole_list(file: LocalityFile, mill: int) -> None:
    file.edit("List", population.set_list_size, mill, FIRST, 100)
    file.edit("Bands", put_bands, mill, FIRST, {0: 75, 65: 20, 85: 5})
    row = only(file)
    assert (row.list_size, row.old_share) == (100, Decimal("0.25"))
    day, bands = file.read(population.bands, OCTOBER)
    assert day == FIRST
    assert [(band.words, band.people) for band in bands] == [
        ("0 to 4", 75),
        ("65 to 69", 20),
        ("85 and over", 5),
    ]


def test_bands_can_be_of_some_practices_only(file: LocalityFile, mill: int) -> None:
    weir = file.edit("Add", population.add_practice, "M81002", "Weir")
    file.edit("Bands", put_bands, mill, FIRST, {0: 75})
    file.edit("Bands", put_bands, weir, FIRST, {0: 25})
    assert [band.people for band in file.read(population.bands, OCTOBER)[1]] == [100]
    assert [band.people for band in file.read(population.bands, OCTOBER, [weir])[1]] == [25]
    assert file.read(population.bands, OCTOBER, []) == (None, [])


def test_a_band_of_one_year_is_that_age() -> None:
    assert BandRow(Sex.MALE, 44, 44, 9).words == "44"


# Weights


def test_a_weight_is_put_in_changed_and_taken_away(file: LocalityFile, mill: int) -> None:
    def put(counted: Decimal | None, weighted: Decimal | None) -> None:
        people = (counted, weighted)
        file.edit("Weigh", population.set_weighted, mill, YEAR, Weighting.CARR_HILL, people)

    put(Decimal(900), Decimal(990))
    assert only(file).need_index == Decimal("1.1")
    put(Decimal(900), None)
    assert (only(file).registered, only(file).weighted) == (Decimal(900), None)
    assert only(file).need_index is None
    put(None, None)
    assert file.read(population.weights) == []


def test_a_month_is_served_by_its_years_weight_else_by_the_next(
    file: LocalityFile, mill: int
) -> None:
    for year in (YEAR, YEAR.plus(1)):
        people = (Decimal(year.start), Decimal(year.start))
        file.edit("Weigh", population.set_weighted, mill, year, Weighting.CARR_HILL, people)
    years = [only(file, month).year for month in (Month(2015, 4), OCTOBER, Month(2018, 4))]
    assert years == [YEAR, YEAR, YEAR.plus(1)]


# Groups


def test_a_group_has_the_practices_named_by_code(file: LocalityFile, mill: int) -> None:
    weir = file.edit("Add", population.add_practice, "M81002", "Weir")
    file.edit("List", population.set_list_size, mill, LAST, 900)
    group = file.edit("Group", population.enter_group, "North", GroupKind.CLUSTER, "m81001; M81002")
    (row,) = file.read(population.groups, OCTOBER)
    assert (row.id, row.members, row.list_size) == (group, "M81001, M81002", None)
    file.edit("List", population.set_list_size, weir, LAST, 100)
    assert file.read(population.groups, OCTOBER)[0].list_size == 1000
    file.edit("Members", population.set_members, group, "M81002")
    assert file.read(population.groups, OCTOBER)[0].members == "M81002"
    assert [each.groups for each in file.read(population.practices, OCTOBER)] == ["", "North"]


def test_a_group_without_practices_has_no_list(file: LocalityFile) -> None:
    file.edit("Group", population.enter_group, "North", GroupKind.CLUSTER, "")
    assert file.read(population.groups, OCTOBER)[0].list_size is None


def test_a_practice_nobody_knows_cannot_be_a_member(file: LocalityFile, mill: int) -> None:
    said = refused(file, population.enter_group, "North", GroupKind.CLUSTER, "M81001, M89999")
    assert said.startswith("There is no practice called “M89999”.")
    assert file.read(population.groups, OCTOBER) == []


def test_a_group_changes_and_goes_and_its_practices_stay(file: LocalityFile, mill: int) -> None:
    group = file.edit("Group", population.enter_group, "North", GroupKind.CLUSTER, "M81001")
    file.edit("Kind", population.set_group, group, "kind", GroupKind.HOME)
    assert file.read(population.groups, OCTOBER)[0].kind is GroupKind.HOME
    file.edit("Delete", population.remove_groups, [group])
    assert only(file).groups == ""


# Sites


def test_a_site_is_entered_with_its_practice(file: LocalityFile, mill: int) -> None:
    file.edit("Site", population.enter_site, "Branch",
              {"practice": "MILL  street", "is_hub": True, "note": "Mornings"})  # fmt: skip
    (row,) = file.read(population.sites)
    assert (row.practice, row.is_hub, row.note) == ("Mill  Street", True, "Mornings")


def test_a_site_can_be_added_by_its_practices_code(file: LocalityFile, mill: int) -> None:
    site = file.edit("Site", population.add_site, "Branch", "M81001")
    assert file.read(population.sites)[0].practice == "Mill  Street"
    file.edit("Site", population.set_site, site, "practice", None)
    assert file.read(population.sites)[0].practice is None
    file.edit("Delete", population.remove_sites, [site])
    assert file.read(population.sites) == []


def test_two_sites_do_not_share_a_name(file: LocalityFile) -> None:
    file.edit("Site", population.add_site, "Branch")
    assert "already there" in refused(file, population.add_site, "Branch")


# List transfers


def test_a_transfer_is_entered_whole_and_changed(file: LocalityFile, mill: int) -> None:
    moved = file.edit("Move", population.enter_transfer, FIRST, TransferKind.MERGER, "Tollgate",
                      {"to_code": "M81001", "people": 1150})  # fmt: skip
    (row,) = file.read(population.transfers)
    assert (row.to_code, row.people, row.from_name) == ("M81001", 1150, "Tollgate")
    file.edit("Move", population.set_transfer, moved, "to_code", None)
    file.edit("Move", population.set_transfer, moved, "kind", TransferKind.CLOSURE)
    (row,) = file.read(population.transfers)
    assert (row.to_code, row.kind) == (None, TransferKind.CLOSURE)
    file.edit("Delete", population.remove_transfers, [moved])
    assert file.read(population.transfers) == []


def test_a_transfer_goes_to_a_practice_of_the_locality(file: LocalityFile, mill: int) -> None:
    file.edit("Move", population.add_transfer, FIRST, TransferKind.MERGER, "Tollgate", "m81001")
    assert file.read(population.transfers)[0].to_code == "M81001"
    said = refused(file, population.add_transfer, FIRST, TransferKind.MERGER, "Weir", "M8")
    assert said.startswith("There is no practice called “M8”.")


def test_a_transfer_names_the_list_that_was_left(file: LocalityFile) -> None:
    said = refused(file, population.add_transfer, FIRST, TransferKind.MERGER, "", None)
    assert said == "Enter the list they left."
