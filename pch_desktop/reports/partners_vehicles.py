"""What partners may do in law, and who the locality's money is paid to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.store import partners
from pch_desktop.store.partners import VehicleRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

VIEW = "Legal vehicles"
SOURCE = (
    "What to know of a vehicle is from BMA guidance on PCN employment models and the Primary Care "
    "Home sites. A blank is not known; it is not no."
)
VEHICLES: tuple[Column[VehicleRow], ...] = (
    Column("partner", "Partner", lambda row: row.partner, width=28),
    Column("form", "Legal form", lambda row: row.form, width=26),
    Column("is_payee", "Payee", lambda row: row.is_payee, Kind.YES, width=7,
           help="Whether it is nominated to be paid the locality's money. There is one."),
    Column("may_contract", "May contract", lambda row: row.may_contract, Kind.YES, width=9,
           help="Whether it can hold a contract in its own name. Blank: not known."),
    Column("may_employ", "May employ", lambda row: row.may_employ, Kind.YES, width=9),
    Column("has_nhs_pension", "NHS pension", lambda row: row.has_nhs_pension, Kind.YES, width=9,
           help="Whether the staff it employs may be in the NHS Pension Scheme."),
    Column("is_vat_registered", "VAT", lambda row: row.is_vat_registered, Kind.YES, width=6,
           help="Whether it is registered for VAT."),
    Column("liability", "Who is liable", lambda row: row.liability, width=30),
    Column("source", "Source", lambda row: row.source, width=26),
    Column("note", "Note", lambda row: row.note, width=26, prints=False),
)  # fmt: skip


def payee(rows: Sequence[VehicleRow]) -> str:
    """Return the answer to who is the nominated payee, in a sentence."""
    named = [row for row in rows if row.is_payee]
    if not named:
        return "Nobody is named as the nominated payee."
    told = " and ".join(row.partner for row in named)
    one = named[0]
    if len(named) > 1:
        return f"More than one is named as payee: {told}. Only one can be."
    words = {
        None: "whether it may hold a contract is not known",
        True: "it may hold a contract",
        False: "but it may not hold a contract",
    }
    return f"The nominated payee is {told}; {words[one.may_contract]}."


def vehicles_table(file: Reads, _month: Month) -> Table[VehicleRow]:
    """Return what partners may do in law, with the payee told above."""
    rows = file.read(partners.vehicles)
    return Table(VIEW, VEHICLES, rows, payee(rows), notes=(SOURCE,))


def vehicle_findings(rows: Sequence[VehicleRow]) -> list[Finding]:
    """Return what is wrong with the payee, once anything is known of vehicles."""
    named = [row for row in rows if row.is_payee]
    is_well = len(named) == 1 and named[0].may_contract is True
    if not rows or is_well:
        return []
    record = named[0].id if named else None
    may_not = any(row.may_contract is False for row in named)
    weight = Weight.MONEY if may_not else Weight.NOTE
    return [Finding("partners", payee(rows).rstrip("."), "", weight, "Enter", record, VIEW)]
