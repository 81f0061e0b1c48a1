"""What a change of a legal vehicle or a flow of records is called, and its command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pch_desktop.reports.table import Value
from pch_desktop.store import partners
from pch_desktop.store.partners import FlowRow, VehicleRow
from pch_desktop.ui.asking import (
    Meaning,
    as_typed,
    changing,
    deletion,
    described,
    named,
    needed,
)
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits

VEHICLE: Mapping[str, tuple[str, str, Meaning]] = {
    "form": ("form", "legal form", as_typed),
    "is_payee": ("is_payee", "payee", as_typed),
    "may_contract": ("may_contract", "contracts", as_typed),
    "may_employ": ("may_employ", "employing", as_typed),
    "has_nhs_pension": ("has_nhs_pension", "NHS pension", as_typed),
    "is_vat_registered": ("is_vat_registered", "VAT", as_typed),
    "liability": ("liability", "liability", as_typed),
    "source": ("source", "source", as_typed),
    "note": ("note", "note", as_typed),
}
FLOW: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "from": ("from", "sender", as_typed),
    "to": ("to", "receiver", as_typed),
    "is_personal": ("is_personal", "kind of records", bool),
    "agreement": ("agreement", "agreement", as_typed),
    "lawful_basis": ("lawful_basis", "lawful basis", as_typed),
    "review_on": ("review_on", "review", as_typed),
    "note": ("note", "note", as_typed),
}


def vehicles(desk: Desk) -> Edits[VehicleRow]:
    """Return what may be changed of legal vehicles; there is one payee, the one named last."""

    of = changing(partners.set_vehicle, lambda row: row.partner)

    def add(values: Mapping[str, Value]) -> Change:
        partner = needed(values, "partner", "Choose the partner first.")
        args = (partner, described(values, VEHICLE))
        return Change(f"Add legal vehicle {partner}", partners.add_vehicle, args, partner)

    def remove(rows: Sequence[VehicleRow]) -> Change:
        one = f"legal vehicle {rows[0].partner}"
        return deletion(rows, one, "legal vehicle", partners.remove_vehicles)

    return Edits(desk, {key: of(*told) for key, told in VEHICLE.items()}, add, remove)


def flows(desk: Desk) -> Edits[FlowRow]:
    """Return what may be changed of the flows of records."""

    of = changing(partners.set_record_flow, named)

    def add(values: Mapping[str, Value]) -> Change:
        name = needed(values, "name", "Enter what passes first, such as discharge letters.")
        args = (name, described(values, FLOW, "name"))
        return Change(f"Add {name}", partners.add_record_flow, args, name)

    def remove(rows: Sequence[FlowRow]) -> Change:
        return deletion(rows, rows[0].name, "flow", partners.remove_record_flows)

    return Edits(desk, {key: of(*told) for key, told in FLOW.items()}, add, remove)
