"""The partners and their agreements as people read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import (
    AgreementKind,
    AgreementStatus,
    ContactRole,
    PartnerKind,
    PartnerStatus,
    Sector,
)
from pch_desktop.domain.partners import PartnerRole as Part
from pch_desktop.domain.partners_agreed import IN_FORCE, Terms
from pch_desktop.models.partners import Agreement, AgreementParty, Contact, Partner, PartnerPart
from pch_desktop.models.partners_met import AgreementService
from pch_desktop.models.population import Practice
from pch_desktop.models.services import Service, ServicePartner
from pch_desktop.store.population.lists import latest_lists
from pch_desktop.store.workforce import posts


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner, with what it does here and the agreement that ends next."""

    id: int
    name: str
    short_name: str | None
    kind: PartnerKind
    sector: Sector
    ods_code: str | None
    status: PartnerStatus
    roles: tuple[Part, ...]
    votes: int | None
    """Nought for one without a vote; None where it is not known."""
    list_size: int | None
    """Of a practice of the locality: people on its list on the day."""
    joined_on: date | None
    left_on: date | None
    next_step: str | None
    note: str | None
    source: str | None
    delivers: str
    """The services it leads or delivers, with commas between."""
    service_count: int
    in_post_wte: Decimal
    """WTE in post among those it employs here."""
    agreement: str | None
    """The agreement in force that ends first, or the newest there is."""
    agreement_standing: str | None
    ends_on: date | None
    contact: str | None


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Somebody to ring or write to at work."""

    id: int
    partner_id: int
    partner: str
    name: str
    job_title: str | None
    work_email: str | None
    work_phone: str | None
    role: ContactRole | None
    is_preferred: bool


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement on a day: who is party to it, how many have signed, how it stands."""

    id: int
    title: str
    kind: AgreementKind
    reference: str | None
    status: AgreementStatus
    standing: str
    effective_on: date | None
    expires_on: date | None
    review_on: date | None
    notice_days: int | None
    renews_itself: bool
    value_pence: int | None
    note: str | None
    parties: str
    """The names of the partners, with semicolons between: names hold commas."""
    party_count: int
    signed_count: int
    """How many parties have signed, as the file knows now; the standing goes by the day."""
    signatures_needed: int | None
    terms: str | None
    file_path: str | None
    last_notice_on: date | None
    """The last day to give notice so that it ends with its term."""
    services: tuple[str, ...]
    """What it covers, by name."""

    @property
    def needed_count(self) -> int:
        """How many must sign: as many as is said, or else all parties."""
        return self.signatures_needed or self.party_count

    @property
    def is_in_force(self) -> bool:
        """Whether it binds its parties on the day."""
        return self.standing in IN_FORCE


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A partner's place in an agreement."""

    id: int
    agreement_id: int
    partner_id: int
    partner: str
    signed_by: str | None
    signed_on: date | None


def partners(session: Session, on: date) -> list[PartnerRow]:
    """Return the partners by name, as they stand on a day."""
    roles = _roles(session)
    delivers = _delivers(session)
    lists = _list_sizes(session, on)
    wte: dict[str, Decimal] = defaultdict(Decimal)
    for post in posts(session, on):
        wte[post.employer or ""] += post.in_post_wte
    preferred = {row.partner_id: row.name for row in reversed(contacts(session))}
    agreed = _agreed(agreements(session, on), parties(session))
    return [
        _row(
            partner,
            roles[partner.id],
            delivers[partner.id],
            lists.get(partner.practice_id or 0) or lists.get(partner.ods_code or 0),
            (wte[partner.name], agreed.get(partner.id), preferred.get(partner.id)),
        )
        for partner in session.scalars(select(Partner).order_by(Partner.name))
    ]


def names(session: Session) -> list[str]:
    """Return what the partners are called, in order."""
    return list(session.scalars(select(Partner.name).order_by(Partner.name)))


def contacts(session: Session) -> list[ContactRow]:
    """Return everybody to ring, by partner, those preferred first."""
    query = (
        select(
            Contact.id,
            Contact.partner_id,
            Partner.name,
            Contact.name,
            Contact.job_title,
            Contact.work_email,
            Contact.work_phone,
            Contact.role,
            Contact.is_preferred,
        )
        .join(Partner, Contact.partner_id == Partner.id)
        .order_by(Partner.name, Contact.is_preferred.desc(), Contact.name)
    )
    return [ContactRow(*row) for row in session.execute(query)]


def agreements(session: Session, on: date) -> list[AgreementRow]:
    """Return the agreements as they stand on a day, those that end first on top."""
    of_agreement: dict[int, list[PartyRow]] = defaultdict(list)
    for party in parties(session):
        of_agreement[party.agreement_id].append(party)
    covered = _covered(session)
    found = [
        _agreement(agreement, of_agreement[agreement.id], covered[agreement.id], on)
        for agreement in session.scalars(select(Agreement).order_by(Agreement.title))
    ]
    return sorted(found, key=lambda row: row.expires_on or date.max)


def parties(session: Session) -> list[PartyRow]:
    """Return who is party to which agreement, by agreement and name."""
    query = (
        select(
            AgreementParty.id,
            AgreementParty.agreement_id,
            AgreementParty.partner_id,
            Partner.name,
            AgreementParty.signed_by,
            AgreementParty.signed_on,
        )
        .join(Partner, AgreementParty.partner_id == Partner.id)
        .order_by(AgreementParty.agreement_id, Partner.name)
    )
    return [PartyRow(*row) for row in session.execute(query)]


def _agreement(
    agreement: Agreement, of_it: Sequence[PartyRow], services: Sequence[str], on: date
) -> AgreementRow:
    days = [party.signed_on for party in of_it if party.signed_on is not None]
    signed = sum(day <= on for day in days)
    terms = Terms(
        agreement.status,
        agreement.effective_on,
        agreement.expires_on,
        agreement.notice_days,
        agreement.renews_itself,
        signed,
        agreement.signatures_needed or len(of_it),
    )
    return AgreementRow(
        id=agreement.id,
        title=agreement.title,
        kind=agreement.kind,
        reference=agreement.reference,
        status=agreement.status,
        standing=terms.standing(on),
        effective_on=agreement.effective_on,
        expires_on=agreement.expires_on,
        review_on=agreement.review_on,
        notice_days=agreement.notice_days,
        renews_itself=agreement.renews_itself,
        value_pence=agreement.value_pence,
        note=agreement.note,
        parties="; ".join(party.partner for party in of_it),
        party_count=len(of_it),
        signed_count=len(days),
        signatures_needed=agreement.signatures_needed,
        terms=agreement.terms,
        file_path=agreement.file_path,
        last_notice_on=terms.last_notice_on,
        services=tuple(services),
    )


def _row(
    partner: Partner,
    roles: Sequence[Part],
    delivers: Sequence[str],
    list_size: int | None,
    known: tuple[Decimal, AgreementRow | None, str | None],
) -> PartnerRow:
    in_post_wte, agreement, contact = known
    return PartnerRow(
        id=partner.id,
        name=partner.name,
        short_name=partner.short_name,
        kind=partner.kind,
        sector=partner.sector,
        ods_code=partner.ods_code,
        status=partner.status,
        roles=tuple(roles),
        votes=partner.votes,
        list_size=list_size,
        joined_on=partner.joined_on,
        left_on=partner.left_on,
        next_step=partner.next_step,
        note=partner.note,
        source=partner.source,
        delivers=", ".join(delivers),
        service_count=len(delivers),
        in_post_wte=in_post_wte,
        agreement=agreement.title if agreement else None,
        agreement_standing=agreement.standing if agreement else None,
        ends_on=agreement.expires_on if agreement else None,
        contact=contact,
    )


def _roles(session: Session) -> Mapping[int, list[Part]]:
    found: dict[int, list[Part]] = defaultdict(list)
    query = select(PartnerPart.partner_id, PartnerPart.role).order_by(PartnerPart.id)
    for partner_id, role in session.execute(query):
        found[partner_id].append(role)
    return found


def _delivers(session: Session) -> Mapping[int, list[str]]:
    lead = select(Service.lead_partner_id, Service.name).where(Service.lead_partner_id.is_not(None))
    beside = select(ServicePartner.partner_id, Service.name).join(
        Service, ServicePartner.service_id == Service.id
    )
    found: dict[int, set[str]] = defaultdict(set)
    for partner_id, name in session.execute(lead.union(beside)):
        found[cast("int", partner_id)].add(name)
    return defaultdict(list, {key: sorted(names) for key, names in found.items()})


def _agreed(rows: Sequence[AgreementRow], of_all: Sequence[PartyRow]) -> Mapping[int, AgreementRow]:
    """Return for each partner the agreement to watch: in force and ending first, else the last."""
    by_id = {row.id: row for row in rows}
    rank = {row.id: at for at, row in enumerate(rows)}
    found: dict[int, AgreementRow] = {}
    for party in sorted(of_all, key=lambda party: rank[party.agreement_id]):
        row = by_id[party.agreement_id]
        kept = found.get(party.partner_id)
        if kept is None or not kept.is_in_force:
            found[party.partner_id] = row
    return found


def _covered(session: Session) -> Mapping[int, list[str]]:
    query = (
        select(AgreementService.agreement_id, Service.name)
        .join(Service, AgreementService.service_id == Service.id)
        .order_by(Service.name)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for agreement_id, name in session.execute(query):
        found[agreement_id].append(name)
    return found


def _list_sizes(session: Session, on: date) -> Mapping[int | str, int]:
    """Return how many people each practice's list holds, by its number and by its code."""
    people = {key: size for key, (_, size) in latest_lists(session, on).items()}
    codes = session.execute(select(Practice.code, Practice.id))
    coded = {code: people[key] for code, key in codes if key in people}
    return {**people, **coded}
