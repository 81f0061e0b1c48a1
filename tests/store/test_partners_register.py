"""Legal vehicles, the log, cover, records that pass, and codes of the register, on a real file."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import (
    AgreementStatus,
    PartnerKind,
    Sector,
)
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category, ServiceStatus
from pch_desktop.models.partners import OdsOrganisation
from pch_desktop.models.services import Service, ServicePartner
from pch_desktop.store import partners
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.partners import CoverRow
from tests import localities

ON = date(2016, 10, 31)
FEDERATION, TRUST, HOSPICE = "Marsh Valley Federation", "Vale Trust", "Lantern Hospice"


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three partners, a service two of them deliver, and an agreement between those."""
    file = localities.made(path)
    file.edit("Add", partners.add_partner, TRUST, PartnerKind.COMMUNITY_TRUST, Sector.COMMUNITY)
    file.edit("Add", partners.add_partner, HOSPICE, PartnerKind.HOSPICE, Sector.VOLUNTARY)
    file.edit("Serve", serve)
    told = {"status": AgreementStatus.IN_FORCE, "effective_on": date(2016, 4, 1),
            "expires_on": date(2017, 3, 31), "notice_days": 90,
            "parties": f"{FEDERATION}; {TRUST}"}  # fmt: skip
    file.edit("Agree", partners.add_described_agreement, "Night care", told)
    yield file
    file.close()


def serve(session: Session) -> None:
    session.add(Service(id=1, code="N", name="Nights", category=Category.URGENT,
                        lead_partner_id=1, status=ServiceStatus.LIVE))  # fmt: skip
    session.flush()
    session.add(ServicePartner(service_id=1, partner_id=2))


def nights(file: LocalityFile) -> CoverRow:
    (row,) = file.read(partners.covers, ON)
    return row


def registered(session: Session) -> None:
    """Put in a register of two trusts, one closed, and two practices."""
    for code, name, sort, closed in (
        ("RYV", "Fen Community Trust", "NHS trusts", None),
        ("RYW", "Old Fen Trust", "NHS trusts", date(2014, 3, 31)),
        ("A81001", "The Mill Surgery", "GP practices", None),
        ("A81002", "The Quay Surgery", "GP practices", None),
    ):
        session.add(OdsOrganisation(code=code, name=name, sort=sort, closed_on=closed,
                                    postcode="ZZ1 1ZZ"))  # fmt: skip


def test_a_service_is_covered_once_an_agreement_in_force_names_it_and_binds_all(
    file: LocalityFile,
) -> None:
    assert (nights(file).is_covered, nights(file).agreement) == (False, None)
    file.edit("Tick", partners.set_covered, 1, (1,))
    assert (nights(file).is_covered, nights(file).agreement) == (True, "Night care")
    assert file.read(partners.covers, date(2017, 4, 1))[0].agreement is None
    file.edit("Parties", partners.set_parties, 1, f"{FEDERATION}; {HOSPICE}")
    assert nights(file).missing == (TRUST,)
    assert not nights(file).is_covered
    file.undo()
    file.edit("Tick", partners.set_covered, 1, ())
    assert nights(file).agreement is None


def test_a_service_that_is_only_planned_needs_no_cover(file: LocalityFile) -> None:
    def design(session: Session) -> None:
        session.get_one(Service, 1).status = ServiceStatus.DESIGN

    file.edit("Design", design)
    assert file.read(partners.covers, ON) == []


def test_signatures_count_by_the_day_for_the_standing_and_as_many_as_are_needed(
    file: LocalityFile,
) -> None:
    file.edit("Out", partners.set_agreement, 1, "status", AgreementStatus.OUT)
    file.edit("Three", partners.set_parties, 1, f"{FEDERATION}; {TRUST}; {HOSPICE}")
    for party, day in ((1, date(2016, 10, 1)), (2, date(2016, 11, 5))):
        file.edit("Sign", partners.set_signature, party, "signed_on", day)

    def stands(on: date) -> tuple[str, int, int]:
        (row,) = file.read(partners.agreements, on)
        return row.standing, row.signed_count, row.needed_count

    assert stands(date(2016, 9, 30)) == ("out for signature", 2, 3)
    assert stands(ON) == ("part-signed", 2, 3)
    file.edit("Two do", partners.set_agreement, 1, "signatures_needed", 2)
    assert stands(ON) == ("part-signed", 2, 2)
    assert stands(date(2016, 11, 5)) == ("signed by all", 2, 2)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("signatures_needed", 0, "1 or more"),
        ("notice_days", -1, "0 or more"),
        ("value_pence", -5, "0 or more"),
        ("expires_on", date(2016, 3, 31), "cannot end before it begins"),
    ],
)
def test_terms_that_cannot_be_are_refused(
    file: LocalityFile, field: str, value: object, said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        file.edit("Change", partners.set_agreement, 1, field, value)


def test_an_agreement_says_until_when_notice_can_be_given(file: LocalityFile) -> None:
    (row,) = file.read(partners.agreements, ON)
    assert row.last_notice_on == date(2016, 12, 31)
    file.edit("Where", partners.set_agreement, 1, "file_path", "=HYPERLINK(1)")
    file.edit("Terms", partners.set_agreement, 1, "terms", "Two nurses each night.")
    (row,) = file.read(partners.agreements, ON)
    assert (row.file_path, row.terms) == ("=HYPERLINK(1)", "Two nurses each night.")


def test_there_is_one_payee_the_one_named_last(file: LocalityFile) -> None:
    first = file.edit("Add", partners.add_vehicle, TRUST, {"is_payee": True, "form": "Trust"})
    second = file.edit("Add", partners.add_vehicle, HOSPICE, {"may_employ": None})
    file.edit("Pay", partners.set_vehicle, second, "is_payee", True)
    rows = file.read(partners.vehicles)
    assert [(row.id, row.is_payee) for row in rows] == [(second, True), (first, False)]
    assert rows[0].may_employ is None
    file.undo()
    assert [row.is_payee for row in file.read(partners.vehicles)] == [True, None]
    with pytest.raises(Refusal, match="has a line already"):
        file.edit("Add", partners.add_vehicle, TRUST, {})
    file.edit("Delete", partners.remove_vehicles, (first, second))
    assert file.read(partners.vehicles) == []


def test_a_meeting_is_kept_with_its_step_and_days_in_order(file: LocalityFile) -> None:
    told = {"met_on": date(2016, 10, 3), "topic": "Rooms", "next_step": "Send a plan",
            "due_on": date(2016, 10, 20), "sentiment": -1}  # fmt: skip
    key = file.edit("Met", partners.add_engagement, TRUST, told)
    (row,) = file.read(partners.engagements, ON)
    assert (row.partner, row.kind.value, row.sentiment) == (TRUST, "meeting", -1)
    assert file.read(partners.engagements, date(2016, 10, 2)) == []
    assert file.read(partners.last_met, ON) == {2: date(2016, 10, 3)}
    for field, value, said in (
        ("sentiment", 3, "from -2"),
        ("due_on", date(2016, 10, 2), "before the meeting"),
        ("topic", " ", "Enter what it was about"),
    ):
        with pytest.raises(Refusal, match=said):
            file.edit("Change", partners.set_engagement, key, field, value)
    file.edit("Delete", partners.remove_engagements, (key,))
    assert file.read(partners.last_met, ON) == {}


def test_personal_records_need_an_agreement_in_force_that_binds_both(file: LocalityFile) -> None:
    told = {"from": FEDERATION, "to": HOSPICE, "is_personal": True}
    key = file.edit("Pass", partners.add_record_flow, "Care plans", told)

    def gap(on: date = ON) -> str:
        (row,) = file.read(partners.record_flows, on)
        return row.gap

    assert gap() == "No agreement"
    file.edit("Under", partners.set_record_flow, key, "agreement", "Night care")
    assert gap() == "A side is not party to it"
    file.edit("To", partners.set_record_flow, key, "to", TRUST)
    assert gap() == ""
    assert gap(date(2017, 4, 1)) == "Agreement not in force"
    with pytest.raises(Refusal, match="Choose two partners"):
        file.edit("To", partners.set_record_flow, key, "to", FEDERATION)
    file.edit("Delete", partners.remove_record_flows, (key,))
    assert file.read(partners.record_flows, ON) == []


def test_a_code_that_must_be_in_the_register_and_is_not_is_refused_with_those_close(
    file: LocalityFile,
) -> None:
    file.edit("Code", partners.set_partner, 2, "ods_code", "ryz")
    file.edit("Register", registered)
    with pytest.raises(Refusal, match=r"RYX is not among the NHS trusts.*RYV \(Fen Community"):
        file.edit("Code", partners.set_partner, 2, "ods_code", "RYX")
    with pytest.raises(Refusal, match="shape of an ODS code"):
        file.edit("Code", partners.set_partner, 2, "ods_code", "R.Y")
    told = {row.code: (row.organisation, row.is_listed) for row in file.read(partners.codes)}
    assert told == {"RYZ": (None, True)}
    file.edit("Code", partners.set_partner, 3, "ods_code", "8A123")
    file.edit("Code", partners.set_partner, 2, "ods_code", "ryw")
    closed = file.read(partners.codes)[1].organisation
    assert closed is not None
    assert closed.closed_on == date(2014, 3, 31)


def test_our_own_practice_is_known_whatever_the_register_holds(file: LocalityFile) -> None:
    file.edit("Register", registered)
    file.edit("Add", partners.add_described_partner, "Orchard Lane",
              {"kind": PartnerKind.PRACTICE, "ods_code": "M81001"})  # fmt: skip
    assert next(row for row in file.read(partners.codes) if row.code == "M81001").is_listed is False


def test_a_partner_is_looked_up_by_code_or_words_and_filled(file: LocalityFile) -> None:
    file.edit("Register", registered)
    assert [row.code for row in file.read(partners.organisations, "ry")][:2] == ["RYV", "RYW"]
    assert [row.code for row in file.read(partners.organisations, "quay sur")] == ["A81002"]
    assert file.read(partners.organisations, "100%") == []
    assert file.read(partners.organisations, " ") == []
    mill = file.read(partners.organisations, "a81001")[0]

    def guess(_name: str) -> PartnerKind:
        return PartnerKind.MENTAL_HEALTH_TRUST

    key = file.edit("Take", partners.add_from_register, mill.id, guess)
    row = next(row for row in file.read(partners.partners, ON) if row.id == key)
    assert (row.name, row.ods_code, row.kind, row.sector) == (
        "The Mill Surgery", "A81001", PartnerKind.PRACTICE, Sector.PRIMARY)  # fmt: skip
    trust = file.read(partners.organisations, "ryv")[0]
    file.edit("Fill", partners.fill_from_register, 2, trust.id, guess)
    file.edit("Fill", partners.fill_from_register, 3, mill.id + 1, guess)
    filled = {row.id: (row.name, row.kind) for row in file.read(partners.partners, ON)}
    assert filled[2] == ("Fen Community Trust", PartnerKind.COMMUNITY_TRUST)
    assert filled[3] == ("The Quay Surgery", PartnerKind.PRACTICE)
    with pytest.raises(Refusal, match="RZZ is not in a register"):
        file.edit("Add", partners.add_coded_partner, "rzz", guess, {})


def test_the_usual_sector_follows_the_kind_and_a_chosen_one_stays(file: LocalityFile) -> None:
    file.edit("Kind", partners.set_partner, 3, "kind", PartnerKind.COUNCIL)
    assert file.read(partners.partners, ON)[0].sector is Sector.SOCIAL
    file.edit("Sector", partners.set_partner, 3, "sector", Sector.PUBLIC)
    file.edit("Kind", partners.set_partner, 3, "kind", PartnerKind.HOSPICE)
    assert file.read(partners.partners, ON)[0].sector is Sector.PUBLIC


def test_a_partner_has_no_fewer_votes_than_none_and_leaves_after_it_joins(
    file: LocalityFile,
) -> None:
    with pytest.raises(Refusal, match="0 for a partner without a vote"):
        file.edit("Votes", partners.set_partner, 2, "votes", -1)
    file.edit("Join", partners.set_partner, 2, "joined_on", ON)
    with pytest.raises(Refusal, match="cannot leave before it joins"):
        file.edit("Leave", partners.set_partner, 2, "left_on", date(2016, 10, 1))
