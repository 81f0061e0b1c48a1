"""Changing what is done about risks, and where the bands of their scores begin."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board_registers import Risk, RiskMitigation
from pch_desktop.store.board.risks import BAND_KEYS, bands
from pch_desktop.store.locality import set_setting
from pch_desktop.store.records import by_name, change, found, remove

PART_FIELDS: Mapping[str, str] = {
    "text": "what is to be done",
    "owner": "who does it",
    "due_on": "when it is due",
    "done_on": "when it was done",
}


def add_mitigation(session: Session, risk: str, text: str, rest: Mapping[str, object]) -> int:
    """Add something that is to bring a risk, by its reference, down; return its id."""
    part = RiskMitigation(risk_id=by_name(session, Risk, "reference", risk, "risk").id)
    change(session, part, "text", text, PART_FIELDS["text"])
    session.add(part)
    session.flush()
    for field, value in rest.items():
        set_mitigation(session, part.id, field, value)
    return part.id


def set_mitigation(session: Session, part_id: int, field: str, value: object) -> None:
    """Put a value into one of a mitigation's ``PART_FIELDS``."""
    change(session, found(session, RiskMitigation, part_id), field, value, PART_FIELDS[field])


def remove_mitigations(session: Session, part_ids: Collection[int]) -> None:
    """Delete mitigations."""
    remove(session, RiskMitigation, part_ids, "mitigations")


def set_band(session: Session, band: str, value: object) -> None:
    """Say from which score on a band begins: one of ``BAND_KEYS``."""
    now = bands(session)
    if not isinstance(value, int) or not replace(now, **{band: value}).is_in_order:
        raise Refusal(
            "Enter a score from 2 to 25. Moderate begins below high, and high below extreme."
        )
    set_setting(session, BAND_KEYS[band], str(value))
