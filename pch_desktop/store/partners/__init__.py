"""Reading and changing the partners, their people and what was agreed with them."""

from pch_desktop.store.partners.edits import (
    add_agreement,
    add_contact,
    add_partner,
    remove_agreements,
    remove_contacts,
    remove_partners,
    set_agreement,
    set_contact,
    set_parties,
    set_partner,
    set_roles,
    set_signature,
)
from pch_desktop.store.partners.rows import (
    AgreementRow,
    ContactRow,
    PartnerRow,
    PartyRow,
    agreements,
    contacts,
    parties,
    partners,
)

__all__ = [
    "AgreementRow",
    "ContactRow",
    "PartnerRow",
    "PartyRow",
    "add_agreement",
    "add_contact",
    "add_partner",
    "agreements",
    "contacts",
    "parties",
    "partners",
    "remove_agreements",
    "remove_contacts",
    "remove_partners",
    "set_agreement",
    "set_contact",
    "set_parties",
    "set_partner",
    "set_roles",
    "set_signature",
]
