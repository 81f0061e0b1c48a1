"""What a change of a partner, agreement or contact is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from pch_desktop.domain.partners import (
    AgreementKind,
    AgreementStatus,
    ContactRole,
    PartnerKind,
    PartnerRole,
    PartnerStatus,
    Sector,
)
from pch_desktop.domain.partners_kinds import SECTOR_OF
from pch_desktop.imports.own_guesses import guessed_partner
from pch_desktop.reports.table import Value
from pch_desktop.store import partners
from pch_desktop.store.partners import (
    AgreementRow,
    ContactRow,
    OrganisationRow,
    PartnerRow,
    PartyRow,
)
from pch_desktop.ui.asking import (
    Ask,
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    named,
    needed,
    truth,
    word,
)
from pch_desktop.ui.change import Change

PARTNER: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "sector": ("sector", "sector", word(Sector)),
    "kind": ("kind", "kind", word(PartnerKind)),
    "status": ("status", "status", word(PartnerStatus)),
    "ods_code": ("ods_code", "ODS code", as_typed),
    "votes": ("votes", "votes", as_typed),
    "next_step": ("next_step", "next step", as_typed),
    "short_name": ("short_name", "short name", as_typed),
    "joined_on": ("joined_on", "day of joining", as_typed),
    "left_on": ("left_on", "day of leaving", as_typed),
    "note": ("note", "note", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""
AGREEMENT: Mapping[str, tuple[str, str, Meaning]] = {
    "title": ("title", "title", as_typed),
    "kind": ("kind", "kind", word(AgreementKind)),
    "status": ("status", "status", word(AgreementStatus)),
    "effective_on": ("effective_on", "first day", as_typed),
    "expires_on": ("expires_on", "last day", as_typed),
    "notice_days": ("notice_days", "notice", as_typed),
    "value": ("value_pence", "value", as_typed),
    "reference": ("reference", "reference", as_typed),
    "review_on": ("review_on", "review", as_typed),
    "renews_itself": ("renews_itself", "renewal", truth),
    "signatures_needed": ("signatures_needed", "signatures", as_typed),
    "terms": ("terms", "terms", as_typed),
    "file_path": ("file_path", "place of the paper", as_typed),
    "note": ("note", "note", as_typed),
}
CONTACT: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "job_title": ("job_title", "job title", as_typed),
    "role": ("role", "part", word(ContactRole)),
    "work_phone": ("work_phone", "telephone", as_typed),
    "work_email": ("work_email", "e-mail", as_typed),
    "is_preferred": ("is_preferred", "preference", truth),
}
SIGNATURE = {"signed_by": "signatory", "signed_on": "day of signing"}
CELLS = ("name", "sector", "kind", "status", "ods_code", "votes", "next_step")
"""The columns of the list that may be typed in; the side has the rest."""
AGREEMENT_CELLS = (*list(AGREEMENT)[:8], "parties")


def of_partner(key: str) -> Ask:
    """Return the change of one of a partner's fields."""
    return changing(partners.set_partner, named)(*PARTNER[key])


def roles(row: PartnerRow, wanted: Collection[PartnerRole]) -> Change:
    """Return the change of what a partner is to the locality."""
    told = tuple(role for role in PartnerRole if role in wanted)
    return Change(f"Change roles of {row.name}", partners.set_roles, (row.id, told), row.name)


def adding_partner(values: Mapping[str, Value]) -> Change:
    """Return the new partner that was typed; its kind is guessed from the name unless told.

    Raises:
        Refusal: it has no name yet.
    """
    if values.get("ods_code") and not values.get("name"):
        return _coded(str(values["ods_code"]), values)
    name = needed(values, "name", "Enter the partner's name first, or its ODS code.")
    kind, sector = guessed_partner(name)
    told = described(values, PARTNER, "name")
    chosen = told.get("kind", kind)
    usual = SECTOR_OF.get(chosen, sector) if isinstance(chosen, PartnerKind) else sector
    fields = {"kind": chosen, "sector": usual, **told}
    return Change(f"Add {name}", partners.add_described_partner, (name, fields), name)


def _coded(code: str, values: Mapping[str, Value]) -> Change:
    """Return the new partner of which only the code was typed: the register has the rest."""
    fields = described(values, PARTNER, "ods_code")
    command = partial(partners.add_coded_partner, guess=guessed_kind, fields=fields)
    return Change(f"Add {code.upper()} from the register", command, (code,), code)


def taking(row: OrganisationRow) -> Change:
    """Return the new partner that is looked up in the register."""
    args = (row.id, guessed_kind)
    return Change(f"Add {row.name} from the register", partners.add_from_register, args, row.name)


def filling(partner: PartnerRow, row: OrganisationRow) -> Change:
    """Return that a partner takes its name, code and kind from the register."""
    args = (partner.id, row.id, guessed_kind)
    label = f"Fill {partner.name} from the register"
    return Change(label, partners.fill_from_register, args, partner.name)


def guessed_kind(name: str) -> PartnerKind:
    """Return the kind of organisation a name suggests."""
    return guessed_partner(name)[0]


def removing_partners(rows: Sequence[PartnerRow]) -> Change:
    """Return the deletion of partners that nothing else names."""
    return deletion(rows, rows[0].name, "partner", partners.remove_partners)


def of_agreement(key: str) -> Ask:
    """Return the change of one of an agreement's fields, or of its parties."""
    if key == "parties":
        return parties
    return changing(partners.set_agreement, lambda row: row.title)(*AGREEMENT[key])


def parties(row: AgreementRow, value: Value) -> Change:
    """Return the change of who is party to an agreement; who stays keeps their signature."""
    args = (row.id, str(value or ""))
    return Change(f"Change parties of {row.title}", partners.set_parties, args, row.title)


def covering(row: AgreementRow, service_ids: Collection[int]) -> Change:
    """Return the change of which services an agreement covers."""
    label = f"Change services of {row.title}"
    return Change(label, partners.set_covered, (row.id, tuple(service_ids)), row.title)


def adding_agreement(values: Mapping[str, Value]) -> Change:
    """Return the new agreement that was typed.

    Raises:
        Refusal: it has no title yet.
    """
    title = needed(values, "title", "Enter the agreement's title first.")
    fields = described(values, AGREEMENT, "title")
    named = values.get("parties")
    if named:
        fields["parties"] = str(named)
    return Change(f"Add {title}", partners.add_described_agreement, (title, fields), title)


def removing_agreements(rows: Sequence[AgreementRow]) -> Change:
    """Return the deletion of agreements with their signatures."""
    return deletion(rows, rows[0].title, "agreement", partners.remove_agreements)


def signature(row: PartyRow, field: str, value: object) -> Change:
    """Return the change of who signed for a party, or when."""
    label = f"Change {SIGNATURE[field]} of {row.partner}"
    return Change(label, partners.set_signature, (row.id, field, value), row.partner)


def of_contact(key: str) -> Ask:
    """Return the change of one of a contact's fields."""
    return changing(partners.set_contact, named)(*CONTACT[key])


def adding_contact(values: Mapping[str, Value]) -> Change:
    """Return the new contact that was typed.

    Raises:
        Refusal: the partner or the name is not told yet.
    """
    partner = needed(values, "partner", "Choose the partner first, then enter the person's name.")
    name = needed(values, "name", "Enter the person's name too.")
    fields = described(values, CONTACT, "name")
    args = (partner, name, fields)
    return Change(f"Add {name}", partners.add_described_contact, args, name)


def removing_contacts(rows: Sequence[ContactRow]) -> Change:
    """Return the deletion of contacts."""
    return deletion(rows, rows[0].name, "contact", partners.remove_contacts)
