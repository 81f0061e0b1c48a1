"""Changing initiatives, their milestones and their measures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board_registers import Initiative
from pch_desktop.models.partners import Partner
from pch_desktop.models.services import Service
from pch_desktop.store.records import change, found, key_named, remove
from pch_desktop.store.services.edits import newest_line

INITIATIVE_FIELDS: Mapping[str, str] = {
    "name": "what the initiative is called",
    "workstream": "the workstream it belongs to",
    "aim": "what it is to change",
    "sponsor": "who answers for it",
    "lead": "who leads it",
    "partner": "the partner it lies with",
    "service": "the service it is about",
    "line": "the budget line that pays for it",
    "status": "how far it has come",
    "confidence": "how sure its lead is that it will deliver",
    "starts_on": "its first day",
    "ends_on": "its last day",
    "cost_pence": "what it is planned to cost",
    "spent_pence": "what was spent on it",
    "saving_pence": "what it is planned to save",
    "saved_pence": "what it saved so far",
    "progress": "how it goes",
}


def add_initiative(session: Session, name: str, rest: Mapping[str, object]) -> int:
    """Add an initiative with what is told of it; return its id."""
    initiative = Initiative()
    change(session, initiative, "name", name, INITIATIVE_FIELDS["name"])
    session.add(initiative)
    session.flush()
    for field, value in rest.items():
        set_initiative(session, initiative.id, field, value)
    return initiative.id


def set_initiative(session: Session, initiative_id: int, field: str, value: object) -> None:
    """Put a value into one of an initiative's ``INITIATIVE_FIELDS``; others go by their names.

    Raises:
        Refusal: an amount is below nothing, it ends before it begins, or a name is not known.
    """
    initiative = found(session, Initiative, initiative_id)
    if field in ("partner", "service", "line"):
        _point(session, initiative, field, str(value or "").strip())
        return
    if field.endswith("_pence") and isinstance(value, int | Decimal) and value < 0:
        raise Refusal("Enter an amount of £0 or more.")
    change(session, initiative, field, value, INITIATIVE_FIELDS[field])
    first, last = initiative.starts_on, initiative.ends_on
    if first is not None and last is not None and last < first:
        raise Refusal("It cannot end before it begins. Enter a later last day.")


def remove_initiatives(session: Session, initiative_ids: Collection[int]) -> None:
    """Delete initiatives with their milestones and measures."""
    remove(session, Initiative, initiative_ids, "initiatives")


def _point(session: Session, initiative: Initiative, field: str, name: str) -> None:
    if field == "partner":
        initiative.partner_id = key_named(session, Partner, "name", name, "partner")
    elif field == "service":
        initiative.service_id = key_named(session, Service, "name", name, "service")
    else:
        initiative.budget_line_id = newest_line(session, name) if name else None
