"""Partners, agreements and contacts, on a real file."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import (
    AgreementKind,
    AgreementStatus,
    ContactRole,
    PartnerKind,
    PartnerRole,
    PartnerStatus,
    Sector,
)
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Category
from pch_desktop.models.services import Service, ServicePartner
from pch_desktop.store import partners
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.partners import AgreementRow, PartnerRow
from tests import localities

ON = date(2016, 10, 31)
FEDERATION, TRUST, HOSPICE = "Marsh Valley Federation", "Vale Trust", "Hospice, The"


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """The federation that employs three nurses, a trust and a hospice with a comma."""
    file = localities.like(begun, path)
    yield file
    file.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    file = localities.made(path)
    file.edit("Add", partners.add_partner, TRUST, PartnerKind.COMMUNITY_TRUST, Sector.COMMUNITY)
    file.edit("Add", partners.add_partner, HOSPICE, PartnerKind.HOSPICE, Sector.VOLUNTARY)
    return file


def named(file: LocalityFile, name: str) -> PartnerRow:
    return next(row for row in file.read(partners.partners, ON) if row.name == name)


def agreement(file: LocalityFile, agreement_id: int = 1) -> AgreementRow:
    return next(row for row in file.read(partners.agreements, ON) if row.id == agreement_id)


def test_a_partner_is_added_once_whatever_the_case(file: LocalityFile) -> None:
    assert file.read(partners.names) == [HOSPICE, FEDERATION, TRUST]
    with pytest.raises(Refusal, match="“VALE TRUST” is already a partner"):
        file.edit("Add", partners.add_partner, "VALE  TRUST", PartnerKind.CHARITY, Sector.PUBLIC)
    with pytest.raises(Refusal, match="Enter the partner's name"):
        file.edit("Add", partners.add_partner, "  ", PartnerKind.CHARITY, Sector.PUBLIC)


def test_a_partner_may_change_the_case_of_its_own_name(file: LocalityFile) -> None:
    file.edit("Name", partners.set_partner, named(file, TRUST).id, "name", "VALE TRUST")
    assert named(file, "VALE TRUST").kind is PartnerKind.COMMUNITY_TRUST
    with pytest.raises(Refusal, match="Enter the partner's name"):
        file.edit("Name", partners.set_partner, 1, "name", None)


def test_a_partner_is_described_as_it_is_added(file: LocalityFile) -> None:
    told = {
        "kind": PartnerKind.COUNCIL,
        "sector": Sector.SOCIAL,
        "status": PartnerStatus.ENGAGED,
        "votes": 2,
        "next_step": "Meet",
    }
    file.edit("Add", partners.add_described_partner, "Fenshire", told)
    row = named(file, "Fenshire")
    assert (row.kind, row.sector, row.status) == (
        PartnerKind.COUNCIL,
        Sector.SOCIAL,
        PartnerStatus.ENGAGED,
    )
    assert (row.votes, row.next_step) == (2, "Meet")
    file.edit("Add", partners.add_described_partner, "Bare", {})
    assert named(file, "Bare").sector is Sector.VOLUNTARY


def test_roles_are_ticked_and_unticked(file: LocalityFile) -> None:
    file.edit("Roles", partners.set_roles, 1, (PartnerRole.PROVIDER, PartnerRole.MEMBER))
    assert named(file, FEDERATION).roles == (PartnerRole.MEMBER, PartnerRole.PROVIDER)
    file.edit("Roles", partners.set_roles, 1, (PartnerRole.PROVIDER, PartnerRole.PAYEE))
    assert named(file, FEDERATION).roles == (PartnerRole.PROVIDER, PartnerRole.PAYEE)


def test_a_partner_shows_what_it_employs_and_delivers(file: LocalityFile) -> None:
    file.edit("Services", _services)
    row = named(file, FEDERATION)
    assert row.in_post_wte == Decimal(3)
    assert (row.delivers, row.service_count) == ("Echo, Falls", 2)
    assert named(file, HOSPICE).service_count == 0


def _services(session: Session) -> None:
    session.add_all(
        [
            Service(id=1, code="F", name="Falls", category=Category.PREVENTION, lead_partner_id=1),
            Service(id=2, code="E", name="Echo", category=Category.DIAGNOSTICS),
        ]
    )
    session.flush()
    session.add_all([ServicePartner(service_id=s, partner_id=1) for s in (1, 2)])


def test_a_partner_that_others_name_is_not_deleted(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="cannot be deleted"):
        file.edit("Delete", partners.remove_partners, (1,))
    file.edit("Delete", partners.remove_partners, (named(file, TRUST).id,))
    assert file.read(partners.names) == [HOSPICE, FEDERATION]


def test_contacts_stand_by_partner_the_preferred_first(file: LocalityFile) -> None:
    file.edit("Add", partners.add_contact, "vale trust", "A. Aster")
    told = {"job_title": "Director", "role": ContactRole.EXECUTIVE, "is_preferred": True}
    second = file.edit("Add", partners.add_described_contact, TRUST, "B. Broom", told)
    rows = file.read(partners.contacts)
    assert [row.name for row in rows] == ["B. Broom", "A. Aster"]
    assert rows[0].role is ContactRole.EXECUTIVE
    assert named(file, TRUST).contact == "B. Broom"
    file.edit("Change", partners.set_contact, second, "work_phone", "01632 960100")
    assert file.read(partners.contacts)[0].work_phone == "01632 960100"
    file.edit("Delete", partners.remove_contacts, (second,))
    assert [row.name for row in file.read(partners.contacts)] == ["A. Aster"]


def test_a_contact_has_a_name_and_a_partner(file: LocalityFile) -> None:
    with pytest.raises(Refusal, match="no partner called"):
        file.edit("Add", partners.add_contact, "Nobody", "A. Aster")
    with pytest.raises(Refusal, match="Enter the person's name"):
        file.edit("Add", partners.add_contact, TRUST, " ")


def test_parties_who_stay_keep_their_signatures(file: LocalityFile) -> None:
    told = {"status": AgreementStatus.OUT, "parties": f"{TRUST}; {HOSPICE}"}
    agreement_id = file.edit("Add", partners.add_described_agreement, "Data sharing", told)
    assert agreement(file, agreement_id).kind is AgreementKind.MEMORANDUM
    trust = next(row for row in file.read(partners.parties) if row.partner == TRUST)
    file.edit("Sign", partners.set_signature, trust.id, "signed_by", "A. Aster")
    file.edit("Sign", partners.set_signature, trust.id, "signed_on", date(2016, 10, 3))
    file.edit("Parties", partners.set_parties, agreement_id, f"{FEDERATION};{TRUST}; ")
    row = agreement(file, agreement_id)
    assert row.parties == f"{FEDERATION}; {TRUST}"
    assert (row.signed_count, row.party_count) == (1, 2)
    file.edit("Unsign", partners.set_signature, trust.id, "signed_on", None)
    assert agreement(file, agreement_id).signed_count == 0
    with pytest.raises(Refusal, match="no partner called “Nobody”"):
        file.edit("Parties", partners.set_parties, agreement_id, "Nobody")


def test_an_agreement_expires_by_its_last_day(file: LocalityFile) -> None:
    agreement_id = file.edit("Add", partners.add_agreement, "Lease", AgreementKind.LEASE)
    for field, value in (
        ("status", AgreementStatus.IN_FORCE),
        ("effective_on", date(2016, 4, 1)),
        ("expires_on", date(2016, 12, 31)),
    ):
        file.edit("Change", partners.set_agreement, agreement_id, field, value)
    assert agreement(file, agreement_id).standing == "expiring"
    with pytest.raises(Refusal, match="cannot end before it begins"):
        file.edit("Change", partners.set_agreement, agreement_id, "expires_on", date(2016, 3, 31))
    file.edit("Delete", partners.remove_agreements, (agreement_id,))
    assert file.read(partners.agreements, ON) == []


def test_a_partner_shows_the_agreement_that_ends_first_among_those_in_force(
    file: LocalityFile,
) -> None:
    for title, status, last in (
        ("Draft that ends first", AgreementStatus.DRAFT, date(2016, 11, 30)),
        ("Ends next", AgreementStatus.IN_FORCE, date(2017, 3, 31)),
        ("Ends last", AgreementStatus.IN_FORCE, date(2018, 3, 31)),
    ):
        told = {"status": status, "expires_on": last, "parties": TRUST}
        file.edit("Add", partners.add_described_agreement, title, told)
    row = named(file, TRUST)
    assert (row.agreement, row.agreement_standing) == ("Ends next", "in force")
    assert row.ends_on == date(2017, 3, 31)
    assert named(file, HOSPICE).agreement is None


def test_what_is_gone_is_said_to_be_gone(file: LocalityFile) -> None:
    gone: list[tuple[Callable[..., None], tuple[object, ...]]] = [
        (partners.set_partner, (99, "votes", 1)),
        (partners.set_roles, (99, ())),
        (partners.set_contact, (99, "name", "X")),
        (partners.set_agreement, (99, "title", "X")),
        (partners.set_parties, (99, "")),
        (partners.set_signature, (99, "signed_by", "X")),
    ]
    for command, arguments in gone:
        with pytest.raises(Refusal, match="no longer in the file"):
            file.edit("Change", command, *arguments)


def test_undo_brings_a_signature_back(file: LocalityFile) -> None:
    told = {"kind": AgreementKind.GRANT, "parties": TRUST}
    file.edit("Add", partners.add_described_agreement, "Grant", told)
    (party,) = file.read(partners.parties)
    file.edit("Sign", partners.set_signature, party.id, "signed_on", ON)
    file.undo()
    assert file.read(partners.parties)[0].signed_on is None
    file.redo()
    assert file.read(partners.parties)[0].signed_on == ON
