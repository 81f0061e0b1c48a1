"""Which records pass from one partner to another, and on what ground."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from pch_desktop.domain.partners_cover import Binding, Passing, passing_gap
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.partners import Agreement, Partner
from pch_desktop.models.partners_met import RecordFlow
from pch_desktop.store.partners.bindings import bindings
from pch_desktop.store.records import by_name, change, found, remove

FLOW_FIELDS: Mapping[str, str] = {
    "name": "what passes",
    "lawful_basis": "the lawful basis",
    "is_personal": "whether it is about people",
    "review_on": "when it is reviewed",
    "note": "a note",
}
SIDES = {"from": "from_id", "to": "to_id"}


@dataclass(frozen=True, slots=True)
class FlowRow:
    """Records that pass from one partner to another, as they stand on a day."""

    id: int
    name: str
    from_partner: str | None
    to_partner: str | None
    lawful_basis: str | None
    agreement_id: int | None
    agreement: str | None
    is_personal: bool
    review_on: date | None
    note: str | None
    gap: str
    """What is missing for them to pass; nothing where all is well."""


def record_flows(session: Session, on: date) -> list[FlowRow]:
    """Return the flows of records by name, with what is missing on a day."""
    _, bound = bindings(session, on)
    start, end = aliased(Partner), aliased(Partner)
    query = (
        select(RecordFlow, start.name, end.name, Agreement.title)
        .outerjoin(start, RecordFlow.from_id == start.id)
        .outerjoin(end, RecordFlow.to_id == end.id)
        .outerjoin(Agreement, RecordFlow.agreement_id == Agreement.id)
        .order_by(RecordFlow.name, RecordFlow.id)
    )
    return [
        _row(flow, (sender, receiver, title), bound)
        for flow, sender, receiver, title in session.execute(query)
    ]


def add_record_flow(session: Session, name: str, fields: Mapping[str, object]) -> int:
    """Add a flow of records; return its id."""
    flow = RecordFlow()
    change(session, flow, "name", name, FLOW_FIELDS["name"])
    session.add(flow)
    session.flush()
    for field, value in fields.items():
        set_record_flow(session, flow.id, field, value)
    return flow.id


def set_record_flow(session: Session, flow_id: int, field: str, value: object) -> None:
    """Put a value into one of ``FLOW_FIELDS``, or name a side or the agreement."""
    flow = found(session, RecordFlow, flow_id)
    if field in SIDES:
        side = by_name(session, Partner, "name", str(value), "partner").id if value else None
        setattr(flow, SIDES[field], side)
    elif field == "agreement":
        told = str(value or "")
        named = by_name(session, Agreement, "title", told, "agreement") if told else None
        flow.agreement_id = named.id if named else None
    else:
        change(session, flow, field, value, FLOW_FIELDS[field])
    if flow.from_id is not None and flow.from_id == flow.to_id:
        raise Refusal("Records pass from one partner to another. Choose two partners.")


def remove_record_flows(session: Session, flow_ids: Collection[int]) -> None:
    """Delete flows of records."""
    remove(session, RecordFlow, flow_ids, "flows")


def _row(
    flow: RecordFlow,
    names: tuple[str | None, str | None, str | None],
    bound: Mapping[int, Binding],
) -> FlowRow:
    start, end, agreement = names
    binding = bound.get(flow.agreement_id or 0)
    passing = Passing(
        flow.is_personal, flow.from_id, flow.to_id, flow.agreement_id is not None, binding
    )
    return FlowRow(
        flow.id, flow.name, start, end, flow.lawful_basis, flow.agreement_id, agreement,
        flow.is_personal, flow.review_on, flow.note, passing_gap(passing),
    )  # fmt: skip
