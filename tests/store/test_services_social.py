"""Social prescribing in a file: months and counts by name, entered, changed, taken away."""

from __future__ import annotations

from collections.abc import Generator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_plan import ClosingKind
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category, CountKind
from pch_desktop.domain.services_social import Social
from pch_desktop.models.budget_plan import MonthClosing
from pch_desktop.store import services
from pch_desktop.store.locality_file import LocalityFile
from tests import localities

SEPTEMBER, OCTOBER = Month(2016, 9), Month(2016, 10)
YEAR = OCTOBER.financial_year
SOURCE, NEED = CountKind.SOURCE, CountKind.NEED


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """A file with one service of social prescribing."""
    file = localities.made(path)
    file.edit("Add", services.add_service, "Link workers", Category.SOCIAL_PRESCRIBING)
    yield file
    file.close()


def month(file: LocalityFile, field: str, value: object, of: Month = OCTOBER) -> None:
    file.edit("Month", services.set_social_month, 1, of, field, value)


def count(file: LocalityFile, name: str, people: int | None, of: Month = OCTOBER) -> None:
    file.edit("Count", services.set_social_count, 1, of, (SOURCE, name), people)


def closed(session: Session) -> None:
    session.add(MonthClosing(month=OCTOBER, kind=ClosingKind.CLOSED, at=localities.NOON))
    session.flush()


def counted(file: LocalityFile) -> dict[tuple[str, Month], int]:
    rows = file.read(services.social_counts, YEAR.months[0], YEAR.months[-1])
    return {(row.name, row.month): row.people for row in rows}


def test_a_month_holds_what_is_typed_and_goes_when_all_of_it_is_blank(file: LocalityFile) -> None:
    month(file, "referred", 40)
    month(file, "mean_change", Decimal("1.23456"))
    (row,) = file.read(services.social_months, SEPTEMBER, OCTOBER)
    assert row.told == Social(referred=40, mean_change=Decimal("1.2346"))
    month(file, "referred", None)
    month(file, "mean_change", None)
    assert file.read(services.social_months, SEPTEMBER, OCTOBER) == []
    file.undo()
    assert len(file.read(services.social_months, SEPTEMBER, OCTOBER)) == 1


def test_a_service_counts_as_one_by_its_category_or_by_what_it_told(file: LocalityFile) -> None:
    other = file.edit("Add", services.add_service, "Village agents", Category.PREVENTION)
    assert [row.name for row in file.read(services.social_services)] == ["Link workers"]
    file.edit("Count", services.set_social_count, other, OCTOBER, (NEED, "Housing"), 6)
    names = [row.name for row in file.read(services.social_services)]
    assert names == ["Link workers", "Village agents"]


def test_a_name_is_kept_as_it_was_first_spelt(file: LocalityFile) -> None:
    count(file, "Self or family", 7)
    count(file, " self  OR family ", 9, SEPTEMBER)
    assert counted(file) == {("Self or family", OCTOBER): 7, ("Self or family", SEPTEMBER): 9}
    count(file, "SELF OR FAMILY", None)
    assert counted(file) == {("Self or family", SEPTEMBER): 9}


def test_a_name_may_be_changed_in_every_month_but_not_into_another(file: LocalityFile) -> None:
    count(file, "Gp", 20)
    count(file, "Nurse", 5)
    file.edit("Rename", services.rename_social, 1, SOURCE, "Gp", "GP")
    assert ("GP", OCTOBER) in counted(file)
    with pytest.raises(Refusal, match="“nurse” is counted already"):
        file.edit("Rename", services.rename_social, 1, SOURCE, "GP", "nurse")
    with pytest.raises(Refusal, match="Enter what people are counted by"):
        file.edit("Rename", services.rename_social, 1, SOURCE, "GP", "  ")


def test_a_years_counts_of_a_name_are_deleted_and_other_years_stay(file: LocalityFile) -> None:
    before = Month(2016, 3)
    counts = {before: 4, SEPTEMBER: 5, OCTOBER: 6}
    file.edit("Enter", services.enter_social_counts, 1, (SOURCE, "GP"), counts)
    file.edit("Delete", services.remove_social_names, 1, YEAR, SOURCE, ("GP",))
    assert counted(file) == {}
    assert [row.people for row in file.read(services.social_counts, before, OCTOBER)] == [4]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("referred", -1, "the people referred as a whole number, 0 or more"),
        ("mean_change", Decimal(1001), "between -1,000 and 1,000"),
    ],
)
def test_what_cannot_be_is_refused_with_what_is_accepted(
    file: LocalityFile, field: str, value: object, said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        month(file, field, value)
    with pytest.raises(Refusal, match="whole number, 0 or more"):
        count(file, "GP", -1)
    with pytest.raises(Refusal, match="Shorten"):
        count(file, "x" * 81, 1)
    assert file.read(services.social_months, OCTOBER, OCTOBER) == []


def test_a_closed_month_takes_neither_months_nor_counts(file: LocalityFile) -> None:
    count(file, "GP", 5)
    file.edit("Close", closed)
    for change in (
        lambda: month(file, "referred", 3),
        lambda: count(file, "GP", 3),
        lambda: file.edit("Rename", services.rename_social, 1, SOURCE, "GP", "Doctor"),
        lambda: file.edit("Delete", services.remove_social_names, 1, YEAR, SOURCE, ("GP",)),
    ):
        with pytest.raises(Refusal, match="closed"):
            change()
