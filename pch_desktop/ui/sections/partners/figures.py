"""What the views of the partners show: read once for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pch_desktop.domain.period import Month
from pch_desktop.reports.partner_map import LinkRow, links
from pch_desktop.reports.partners import ending, finding
from pch_desktop.reports.words import plural
from pch_desktop.store import locality, partners, services
from pch_desktop.store.partners import (
    AgreementRow,
    CodeRow,
    ContactRow,
    PartnerRow,
    PartyRow,
)
from pch_desktop.ui.desk import Desk

READS = frozenset(
    {
        "agreement",
        "agreement_party",
        "agreement_service",
        "assignment",
        "contact",
        "list_snapshot",
        "locality",
        "ods_organisation",
        "partner",
        "partner_part",
        "post",
        "service",
        "service_partner",
    }
)


@dataclass(frozen=True, slots=True)
class Figures:
    """The partners, what was agreed with them, and whom to ask."""

    month: Month
    place: str
    rows: Sequence[PartnerRow]
    agreements: Sequence[AgreementRow]
    parties: Sequence[PartyRow]
    contacts: Sequence[ContactRow]
    links: Sequence[LinkRow]
    codes: Sequence[CodeRow]

    @property
    def context(self) -> str:
        """Who the partners are, and which agreements end soon, in a line."""
        if not self.rows:
            return "None added yet"
        soon = ending(self.agreements, self.month.last)
        said = finding(self.rows).rstrip(".")
        verb = "ends" if len(soon) == 1 else "end"
        return f"{said}; {plural(len(soon), 'agreement')} {verb} soon" if soon else said

    @property
    def names(self) -> tuple[str, ...]:
        """What the partners are called."""
        return tuple(row.name for row in self.rows)

    def agreements_of(self, partner_id: int) -> list[AgreementRow]:
        """Return the agreements a partner is party to, those that end first on top."""
        ids = {row.agreement_id for row in self.parties if row.partner_id == partner_id}
        return [row for row in self.agreements if row.id in ids]

    def contacts_of(self, partner_id: int) -> list[ContactRow]:
        """Return whom to ask at a partner, the preferred first."""
        return [row for row in self.contacts if row.partner_id == partner_id]

    def code_of(self, partner_id: int) -> CodeRow | None:
        """Return a partner's ODS code with what the register says of it, if it has one."""
        return next((row for row in self.codes if row.id == partner_id), None)

    def parties_of(self, agreement_id: int) -> list[PartyRow]:
        """Return who is party to an agreement, by name."""
        return [row for row in self.parties if row.agreement_id == agreement_id]


class View(Protocol):
    """A tab that shows the figures."""

    def show_figures(self, figures: Figures) -> None:
        """Show these figures."""
        ...


def read(desk: Desk) -> Figures:
    """Return the figures as they stand at the end of the desk's month."""
    file, on = desk.file, desk.month.last
    rows = file.read(partners.partners, on)
    return Figures(
        desk.month,
        file.read(locality.locality).name,
        rows,
        file.read(partners.agreements, on),
        file.read(partners.parties),
        file.read(partners.contacts),
        links(rows, file.read(services.services, desk.month)),
        file.read(partners.codes),
    )
