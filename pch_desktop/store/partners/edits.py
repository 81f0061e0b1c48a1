"""Changing partners, their people and agreements."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.ods import ods_code
from pch_desktop.domain.partners import AgreementKind, PartnerKind, Sector
from pch_desktop.domain.partners import PartnerRole as Part
from pch_desktop.domain.partners_kinds import SECTOR_OF
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import Agreement, AgreementParty, Contact, Partner, PartnerPart
from pch_desktop.store.partners.coding import must_be_known, practice_of
from pch_desktop.store.records import by_name, change, found, remove

PARTNER_FIELDS: Mapping[str, str] = {
    "name": "the partner's name",
    "short_name": "a short name",
    "kind": "what sort of organisation it is",
    "sector": "its sector",
    "ods_code": "its ODS code",
    "status": "how far it has come along",
    "votes": "its votes",
    "joined_on": "when it joined",
    "left_on": "when it left",
    "next_step": "the next step",
    "note": "a note",
}
CONTACT_FIELDS: Mapping[str, str] = {
    "name": "the person's name",
    "job_title": "the job title",
    "work_email": "the e-mail address at work",
    "work_phone": "the telephone at work",
    "role": "what they are for us",
    "is_preferred": "whether to ask them first",
}
AGREEMENT_FIELDS: Mapping[str, str] = {
    "title": "the agreement's title",
    "kind": "what sort of agreement it is",
    "reference": "its reference",
    "status": "how far it has come",
    "effective_on": "the first day it runs",
    "expires_on": "the last day it runs",
    "review_on": "when it is reviewed",
    "notice_days": "the days of notice",
    "renews_itself": "whether it renews itself",
    "value_pence": "what it is worth a year",
    "signatures_needed": "how many must have signed",
    "terms": "the terms in words",
    "file_path": "where the paper lies",
    "note": "a note",
}
COUNTED = frozenset({"notice_days", "value_pence", "signatures_needed"})

SIGNATURE_FIELDS: Mapping[str, str] = {"signed_by": "who signed", "signed_on": "the day of signing"}


def add_partner(session: Session, name: str, kind: PartnerKind, sector: Sector) -> int:
    """Add a partner; return its id."""
    partner = Partner(kind=kind, sector=sector, source="Entered by hand")
    _name(session, partner, name)
    session.add(partner)
    session.flush()
    return partner.id


def add_described_partner(session: Session, name: str, fields: Mapping[str, object]) -> int:
    """Add a partner with what is told of it; return its id."""
    kind, sector = fields.get("kind"), fields.get("sector")
    known = kind if isinstance(kind, PartnerKind) else PartnerKind.CHARITY
    usual = sector if isinstance(sector, Sector) else SECTOR_OF[known]
    partner_id = add_partner(session, name, known, usual)
    for field, value in fields.items():
        set_partner(session, partner_id, field, value)
    return partner_id


def set_partner(session: Session, partner_id: int, field: str, value: object) -> None:
    """Put a value into one of a partner's ``PARTNER_FIELDS``.

    A sector that was the usual one of its kind follows the kind.

    Raises:
        Refusal: an ODS code is not of the right shape or not in the register.
    """
    partner = found(session, Partner, partner_id)
    if field == "name":
        _name(session, partner, str(value or ""))
        return
    if field == "ods_code":
        _code(session, partner, str(value or ""))
        return
    if field == "votes" and isinstance(value, int) and value < 0:
        raise Refusal("Enter the votes as a whole number, 0 for a partner without a vote.")
    is_usual = partner.sector is SECTOR_OF[partner.kind]
    change(session, partner, field, value, PARTNER_FIELDS[field])
    if field == "kind" and is_usual:
        partner.sector = SECTOR_OF[partner.kind]
    first, last = partner.joined_on, partner.left_on
    if first and last and last < first:
        raise Refusal("A partner cannot leave before it joins. Enter a later day of leaving.")


def set_roles(session: Session, partner_id: int, roles: Collection[Part]) -> None:
    """Say what a partner is to the locality."""
    found(session, Partner, partner_id)
    wanted = set(roles)
    of_partner = select(PartnerPart).where(PartnerPart.partner_id == partner_id)
    for part in session.scalars(of_partner).all():
        if part.role not in wanted:
            session.delete(part)
        wanted.discard(part.role)
    session.add_all(
        PartnerPart(partner_id=partner_id, role=role) for role in Part if role in wanted
    )


def remove_partners(session: Session, partner_ids: Collection[int]) -> None:
    """Delete partners that nothing else in the file names."""
    remove(session, Partner, partner_ids, "partners")


def add_contact(session: Session, partner: str, name: str) -> int:
    """Add somebody to ring at a partner, by its name; return their id."""
    contact = Contact(partner_id=by_name(session, Partner, "name", partner, "partner").id)
    change(session, contact, "name", name, CONTACT_FIELDS["name"])
    session.add(contact)
    session.flush()
    return contact.id


def add_described_contact(
    session: Session, partner: str, name: str, fields: Mapping[str, object]
) -> int:
    """Add somebody to ring at a partner with what is told of them; return their id."""
    contact_id = add_contact(session, partner, name)
    for field, value in fields.items():
        set_contact(session, contact_id, field, value)
    return contact_id


def set_contact(session: Session, contact_id: int, field: str, value: object) -> None:
    """Put a value into one of a contact's ``CONTACT_FIELDS``."""
    change(session, found(session, Contact, contact_id), field, value, CONTACT_FIELDS[field])


def remove_contacts(session: Session, contact_ids: Collection[int]) -> None:
    """Delete contacts."""
    remove(session, Contact, contact_ids, "contacts")


def add_agreement(session: Session, title: str, kind: AgreementKind) -> int:
    """Add an agreement; return its id."""
    agreement = Agreement(kind=kind)
    change(session, agreement, "title", title, AGREEMENT_FIELDS["title"])
    session.add(agreement)
    session.flush()
    return agreement.id


def add_described_agreement(session: Session, title: str, fields: Mapping[str, object]) -> int:
    """Add an agreement with what is told of it, its parties by name; return its id."""
    kind = fields.get("kind")
    known = kind if isinstance(kind, AgreementKind) else AgreementKind.MEMORANDUM
    agreement_id = add_agreement(session, title, known)
    for field, value in fields.items():
        if field == "parties":
            set_parties(session, agreement_id, str(value))
        else:
            set_agreement(session, agreement_id, field, value)
    return agreement_id


def set_agreement(session: Session, agreement_id: int, field: str, value: object) -> None:
    """Put a value into one of an agreement's ``AGREEMENT_FIELDS``."""
    agreement = found(session, Agreement, agreement_id)
    least = 1 if field == "signatures_needed" else 0
    if field in COUNTED and isinstance(value, int) and value < least:
        raise Refusal(f"Enter {AGREEMENT_FIELDS[field]} as a number, {least} or more.")
    change(session, agreement, field, value, AGREEMENT_FIELDS[field])
    first, last = agreement.effective_on, agreement.expires_on
    if first and last and last < first:
        raise Refusal("An agreement cannot end before it begins. Enter a later last day.")


def set_parties(session: Session, agreement_id: int, names: str) -> None:
    """Say who is party to an agreement, by partners' names with semicolons between.

    Those who stay keep their signatures.
    """
    found(session, Agreement, agreement_id)
    wanted = {
        by_name(session, Partner, "name", name, "partner").id
        for name in names.split(";")
        if name.strip()
    }
    of_agreement = select(AgreementParty).where(AgreementParty.agreement_id == agreement_id)
    for party in session.scalars(of_agreement).all():
        if party.partner_id not in wanted:
            session.delete(party)
        wanted.discard(party.partner_id)
    session.add_all(
        AgreementParty(agreement_id=agreement_id, partner_id=partner_id)
        for partner_id in sorted(wanted)
    )


def set_signature(session: Session, party_id: int, field: str, value: object) -> None:
    """Put a value into one of a party's ``SIGNATURE_FIELDS``; a blank takes it back."""
    change(session, found(session, AgreementParty, party_id), field, value, SIGNATURE_FIELDS[field])


def remove_agreements(session: Session, agreement_ids: Collection[int]) -> None:
    """Delete agreements."""
    remove(session, Agreement, agreement_ids, "agreements")


def _name(session: Session, partner: Partner, name: str) -> None:
    plain = " ".join(name.split())
    twin = select(Partner.id).where(func.lower(Partner.name) == plain.lower())
    with session.no_autoflush:
        if session.scalar(twin) not in (None, partner.id):
            raise Refusal(f"“{plain}” is already a partner. Open it, or enter another name.")
    change(session, partner, "name", plain, PARTNER_FIELDS["name"])


def _code(session: Session, partner: Partner, text: str) -> None:
    code = ods_code(text)
    if code is not None:
        must_be_known(session, code, partner.kind)
    change(session, partner, "ods_code", code, PARTNER_FIELDS["ods_code"])
    partner.practice_id = practice_of(session, code) or partner.practice_id
