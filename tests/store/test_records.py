"""What changing one record has in common in every section."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category
from pch_desktop.models.partners import Partner
from pch_desktop.store import partners, services
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.records import LONGEST_TEXT, by_name, cleaned


def vale(file: LocalityFile) -> int:
    return file.edit(
        "Add", partners.add_partner, "Vale Trust", PartnerKind.ACUTE_TRUST, Sector.SECONDARY
    )


def test_a_record_that_is_gone_is_refused_in_words(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="no longer"):
        file.edit("Change", partners.set_partner, 99, "note", "x")


def test_what_may_not_be_blank_is_asked_for(file: LocalityFile) -> None:
    partner = vale(file)
    with pytest.raises(Refusal, match="Enter the partner's name"):
        file.edit("Change", partners.set_partner, partner, "name", " ")


def test_what_another_record_has_is_refused(file: LocalityFile) -> None:
    file.edit("Add", services.add_service, "Physio", Category.PLANNED)
    with pytest.raises(Refusal, match="already there"):
        file.edit("Add", services.add_service, "Physio", Category.PLANNED)


def test_a_partner_somebody_works_for_is_not_deleted(file: LocalityFile) -> None:
    partner = vale(file)

    service = file.edit("Add", services.add_service, "Clinic", Category.PLANNED)
    file.edit("Lead", services.set_service, service, "lead", "vale trust")
    with pytest.raises(Refusal, match="cannot be deleted"):
        file.edit("Delete", partners.remove_partners, [partner])
    assert len(file.read(partners.partners, date(2016, 10, 31))) == 1


def test_a_name_is_found_whatever_its_case_and_else_refused(file: LocalityFile) -> None:
    vale(file)
    assert file.read(by_name, Partner, "name", "VALE  trust", "partner").name == "Vale Trust"
    with pytest.raises(Refusal, match="no partner called"):
        file.read(by_name, Partner, "name", "Dale", "partner")


def test_text_longer_than_a_field_is_refused() -> None:
    with pytest.raises(Refusal, match="4,000"):
        cleaned("x" * (LONGEST_TEXT + 1))


@given(st.text(max_size=200))
def test_cleaned_text_holds_no_control_characters_and_stays_clean(text: str) -> None:
    once = cleaned(text)
    assert once is None or all(mark in "\n\t" or mark.isprintable() for mark in once)
    assert once is None or cleaned(once) == once
