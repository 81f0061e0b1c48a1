"""The locality's own facts are changed, refused and taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pch_desktop.domain.budget import Thresholds
from pch_desktop.domain.refusal import Refusal
from pch_desktop.store import locality, locality_edits
from pch_desktop.store.locality_edits import AMBER, LEAST, RED
from pch_desktop.store.locality_file import LocalityFile

APRIL = date(2025, 4, 6)
NI = "Employer National Insurance rate"


def add_ni(file: LocalityFile, valid_from: date = APRIL, **more: object) -> int:
    rest = {"value": Decimal("0.15"), "unit": "share", "source": "HMRC", **more}
    return file.edit("Add", locality_edits.add_rate, NI, valid_from, rest=rest)


def test_each_fact_of_the_locality_is_one_step_that_can_be_taken_back(file: LocalityFile) -> None:
    for field, value in (
        ("vehicle", "Marsh Valley CIC"),
        ("name", " Marsh  Valley "),
        ("region", "East"),
        ("population_stated", 42_000),
    ):
        file.edit("Change", locality_edits.set_locality, field, value)
    row = file.read(locality.locality)
    assert (row.name, row.region, row.vehicle, row.population_stated) == (
        "Marsh Valley", "East", "Marsh Valley CIC", 42_000,
    )  # fmt: skip
    file.edit("Clear", locality_edits.set_locality, "region", None)
    assert file.read(locality.locality).region is None
    file.undo()
    file.undo()
    row = file.read(locality.locality)
    assert (row.region, row.population_stated) == ("East", None)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", None, "Enter the locality's name"),
        ("population_stated", -1, "a whole number such as 42,000"),
        ("population_stated", 10**8, "a whole number such as 42,000"),
        ("region", "x" * 4_001, "Shorten this text"),
    ],
)
def test_a_fact_that_cannot_be_is_refused(
    file: LocalityFile, field: str, value: object, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        file.edit("Change", locality_edits.set_locality, field, value)


def test_ratings_turn_where_they_are_set(file: LocalityFile) -> None:
    file.edit("Red", locality_edits.set_rating, RED, Decimal("0.05"))
    file.edit("Amber", locality_edits.set_rating, AMBER, Decimal("0.01"))
    file.edit("Least", locality_edits.set_rating, LEAST, 1_000_00)
    turned = Thresholds(Decimal("0.01"), Decimal("0.05"), 1_000_00)
    assert file.read(locality.thresholds) == turned
    for _ in range(3):
        file.undo()
    assert file.read(locality.thresholds) == Thresholds()


@pytest.mark.parametrize("share", [0, 1, Decimal("0.00")])
def test_nought_and_the_whole_are_thresholds_too(file: LocalityFile, share: Decimal) -> None:
    file.edit("Red", locality_edits.set_rating, RED, 1)
    file.edit("Amber", locality_edits.set_rating, AMBER, share)
    file.edit("Least", locality_edits.set_rating, LEAST, 0)
    assert file.read(locality.thresholds) == Thresholds(Decimal(share), Decimal(1), 0)


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        (AMBER, Decimal("0.03"), "Amber begins before red."),
        (RED, Decimal("0.004"), "Amber begins before red."),
        (RED, Decimal("1.01"), "from 0% to 100%"),
        (AMBER, None, "from 0% to 100%"),
        (LEAST, -1, "£0 or more"),
        (LEAST, None, "£0 or more"),
    ],
)
def test_a_threshold_that_cannot_be_is_refused(
    file: LocalityFile, key: str, value: Decimal | int | None, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        file.edit("Change", locality_edits.set_rating, key, value)
    assert file.read(locality.thresholds) == Thresholds()


def test_a_rate_is_added_and_followed_by_the_next(file: LocalityFile) -> None:
    first = add_ni(file, date(2024, 4, 6), value=Decimal("0.138"), valid_to=date(2025, 4, 5))
    second = add_ni(file)
    rows = file.read(locality.reference_values)
    assert [row.id for row in rows] == [second, first]
    assert {row.key for row in rows} == {"employer_national_insurance_rate"}
    assert [row.valid_to for row in rows] == [None, date(2025, 4, 5)]
    file.edit("Delete", locality_edits.remove_rates, (first, second))
    assert file.read(locality.reference_values) == []


def test_rates_of_other_words_have_keys_of_their_own(file: LocalityFile) -> None:
    rest = {"value": 1, "unit": "hours", "source": "Our own"}
    for words in ("£", "$", "rate"):
        file.edit("Add", locality_edits.add_rate, words, APRIL, rest=rest)
    assert {row.key for row in file.read(locality.reference_values)} == {"rate", "rate_2", "rate_3"}


def test_a_rate_is_changed_and_taken_back(file: LocalityFile) -> None:
    rate = add_ni(file)
    for field, value in (
        ("value", Decimal("0.16")),
        ("unit", "share of pay"),
        ("valid_from", date(2026, 4, 6)),
        ("valid_to", date(2027, 4, 5)),
        ("source", "GOV.UK"),
    ):
        file.edit("Change", locality_edits.set_rate, rate, field, value)
    (row,) = file.read(locality.reference_values)
    assert (row.value, row.unit, row.source) == (Decimal("0.16"), "share of pay", "GOV.UK")
    assert (row.valid_from, row.valid_to) == (date(2026, 4, 6), date(2027, 4, 5))
    file.undo()
    assert file.read(locality.reference_values)[0].source == "HMRC"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("value", None, "Enter the rate's value."),
        ("value", Decimal("0.1234567"), "at most six decimal places"),
        ("value", Decimal(10**12), "at most six decimal places"),
        ("unit", "", "Enter the unit"),
        ("source", None, "Enter where the rate was read."),
        ("words", None, "Enter what the rate is."),
        ("valid_from", None, "Enter the first day it holds."),
        ("valid_from", date(2024, 4, 6), "has a value from that day"),
        ("valid_to", date(2025, 4, 5), "cannot end before it begins"),
    ],
)
def test_a_rate_that_cannot_be_is_refused(
    file: LocalityFile, field: str, value: object, sentence: str
) -> None:
    add_ni(file, date(2024, 4, 6))
    rate = add_ni(file)
    before = file.read(locality.reference_values)
    with pytest.raises(Refusal, match=sentence):
        file.edit("Change", locality_edits.set_rate, rate, field, value)
    assert file.read(locality.reference_values) == before


def test_a_rate_without_its_source_is_not_added(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="where the rate was read"):
        add_ni(file, source=None)
    add_ni(file)
    with pytest.raises(Refusal, match="has a value from that day"):
        add_ni(file)
    assert len(file.read(locality.reference_values)) == 1
