"""The columns of the partners as the screen has room for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pch_desktop.reports.partners import AGREEMENTS, CONTACTS, PARTNERS
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import shown
from pch_desktop.store.partners import AgreementRow, ContactRow, PartnerRow, PartyRow

WIDTHS = {
    "name": 28,
    "sector": 14,
    "kind": 22,
    "status": 9,
    "in_post_wte": 9,
    "votes": 6,
    "next_step": 18,
}
HIDDEN = (
    *("ods_code", "delivers", "agreement", "agreement_standing", "ends_on", "contact"),
    *("list_size", "joined_on", "left_on"),
)
AGREEMENT_WIDTHS = {
    "title": 24,
    "kind": 20,
    "standing": 15,
    "signed": 8,
    "status": 15,
    "expires_on": 12,
    "value": 11,
}
AGREEMENT_HIDDEN = (
    *("status", "parties", "effective_on", "notice_days", "reference"),
    *("last_notice_on", "services"),
)
GROUPS: Mapping[str, Callable[[PartnerRow], str]] = {
    "sector": lambda row: shown(row.sector.value),
    "kind": lambda row: shown(row.kind.value),
    "status": lambda row: shown(row.status.value),
}
AGREEMENT_GROUPS: Mapping[str, Callable[[AgreementRow], str]] = {
    "kind": lambda row: shown(row.kind.value),
    "standing": lambda row: shown(row.standing),
}


def partner_columns() -> tuple[Column[PartnerRow], ...]:
    """Return the list's columns, what is typed first."""
    by_key = {column.key: column for column in PARTNERS}
    first = [replace(by_key.pop(key), width=width) for key, width in WIDTHS.items()]
    return (*first, *by_key.values())


def agreement_columns() -> tuple[Column[AgreementRow], ...]:
    """Return the register's columns, how each agreement stands beside its title."""
    by_key = {column.key: column for column in AGREEMENTS}
    first = [replace(by_key.pop(key), width=width) for key, width in AGREEMENT_WIDTHS.items()]
    return (*first, *by_key.values())


def contact_columns(partners: Sequence[str]) -> tuple[Column[ContactRow], ...]:
    """Return the contacts' columns; the partner of a new one is chosen from the list."""
    first, *others = CONTACTS
    return (replace(first, kind=Kind.WORD, words=tuple(partners)), *others)


PARTIES: tuple[Column[PartyRow], ...] = (
    Column("partner", "Party", lambda row: row.partner, width=13),
    Column("signed_by", "Signed by", lambda row: row.signed_by, width=10),
    Column("signed_on", "On", lambda row: row.signed_on, Kind.DATE, width=12),
)
"""The signatures under an agreement."""
