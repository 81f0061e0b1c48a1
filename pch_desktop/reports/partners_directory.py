"""The directory: services with how to get in, partners with whom to ring, to print and export.

Names of people, and their e-mail addresses, which hold names, stand in it only where
that is asked for; whom to ring is otherwise told as a role with a number at work.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from pch_desktop.reports.partners_directory_words import (
    contact_words,
    get_in_words,
    open_words,
    what_words,
    where_words,
    whom_words,
)
from pch_desktop.reports.table import Block, Column, Table
from pch_desktop.reports.words import plural, shown
from pch_desktop.store import locality, partners
from pch_desktop.store.partners import PartnerEntry, ServiceEntry

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TITLE = "Directory"
SERVICES, PARTNERS = "Directory of services", "Directory of partners"


def service_columns(*, with_names: bool) -> tuple[Column[ServiceEntry], ...]:
    """Return what the directory tells of a service."""
    contact: Callable[[ServiceEntry], str | None] = partial(contact_words, with_names=with_names)
    return (
        Column("name", "Service", lambda row: row.name, width=24),
        Column("what", "What", what_words, width=20),
        Column("where", "Where", where_words, width=30),
        Column("open", "When open", open_words, width=24),
        Column("get_in", "How to get in", get_in_words, width=22,
               help="By which route, whether it is triaged, for whom and for whom not."),
        Column("contact", "Contact", contact, width=34,
               help="Who leads it, and whom to ring there: a role and a number at work."),
    )  # fmt: skip


def partner_columns(*, with_names: bool) -> tuple[Column[PartnerEntry], ...]:
    """Return what the directory tells of a partner."""
    whom: Callable[[PartnerEntry], str | None] = partial(whom_words, with_names=with_names)
    return (
        Column("name", "Partner", lambda row: row.name, width=28),
        Column("short_name", "Short name", lambda row: row.short_name, width=11),
        Column("kind", "Who they are", lambda row: shown(row.kind.value), width=22),
        Column("sector", "Sector", lambda row: shown(row.sector.value), width=14),
        Column("delivers", "What they do here", lambda row: ", ".join(row.delivers) or None,
               width=40, help="The services it leads or delivers."),
        Column("whom", "Whom to ring", whom, width=40,
               help="Roles and numbers at work; people by name only where ticked."),
    )  # fmt: skip


def directory(
    file: Reads, *, with_names: bool = False
) -> tuple[Table[ServiceEntry], Table[PartnerEntry]]:
    """Return the directory of services, by what they are for, and that of partners."""
    services = file.read(partners.service_entries)
    known = file.read(partners.partner_entries)
    place = file.read(locality.locality).name
    kept = "With names of people." if with_names else "Without names of people."
    first = f"{place}: {plural(len(services), 'service')} people can use. {kept}"
    second = f"{place}: {plural(len(known), 'partner')}. {kept}"
    note = ("Ideas, services being designed and closed ones are left out. A blank is not known.",)
    blocks = tuple(
        Block(name, tuple(rows))
        for name, rows in groupby(services, key=lambda row: shown(row.category.value))
    )
    return (
        Table(SERVICES, service_columns(with_names=with_names), services, first, notes=note,
              blocks=blocks),
        Table(PARTNERS, partner_columns(with_names=with_names), known, second),
    )  # fmt: skip
