"""Changing risks, their scores and what is done about them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy.orm import Session

from pch_desktop.domain.board_registers import RiskCategory, RiskStatus
from pch_desktop.domain.board_risks import MOST_SCORE, STEPS
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board_registers import Risk
from pch_desktop.models.partners import Partner
from pch_desktop.store.board.numbering import next_reference
from pch_desktop.store.board.risk_scores import score_risk
from pch_desktop.store.records import change, found, key_named, remove

RISK_FIELDS: Mapping[str, str] = {
    "reference": "the risk's reference, such as R1",
    "title": "what may happen",
    "cause": "what would cause it",
    "event": "what would happen",
    "effect": "what that would do",
    "category": "what it is a risk to",
    "status": "whether it is still run",
    "owner": "who owns it",
    "partner": "the partner it lies with",
    "controls": "what already holds it down",
    "inherent_consequence": "the consequence with nothing done",
    "inherent_likelihood": "the likelihood with nothing done",
    "current_consequence": "the consequence now",
    "current_likelihood": "the likelihood now",
    "target_consequence": "the consequence aimed at",
    "target_likelihood": "the likelihood aimed at",
    "appetite": "the highest score the board will bear",
    "proximity": "how soon it may strike",
    "found_on": "the day it was found",
    "reviewed_on": "the day it was looked at",
    "closed_on": "the day it was closed",
    "note": "a note",
}


def add_risk(session: Session, title: str, on: date, rest: Mapping[str, object]) -> int:
    """Add a risk found on a day, with what is told of it; return its id."""
    reference = rest.get("reference") or next_reference(session, Risk.reference, "R")
    risk = Risk(category=RiskCategory.OTHER, found_on=on)
    change(session, risk, "title", title, RISK_FIELDS["title"])
    change(session, risk, "reference", reference, RISK_FIELDS["reference"])
    session.add(risk)
    session.flush()
    for field, value in rest.items():
        set_risk(session, risk.id, field, value, on)
    return risk.id


def set_risk(session: Session, risk_id: int, field: str, value: object, on: date) -> None:
    """Put a value into one of a risk's ``RISK_FIELDS``.

    A current score is written down as from a day on; a risk closed is closed that day
    unless another is told.
    """
    risk = found(session, Risk, risk_id)
    if field == "partner":
        risk.partner_id = key_named(session, Partner, "name", value, "partner")
        return
    if field.endswith(("consequence", "likelihood")) and value is not None and value not in STEPS:
        raise Refusal("Enter a whole number from 1 to 5.")
    if field == "appetite" and isinstance(value, int) and not 1 <= value <= MOST_SCORE:
        raise Refusal(f"Enter the highest score the board will bear, 1 to {MOST_SCORE}.")
    if field.startswith("current_"):
        score_risk(session, risk, field.removeprefix("current_"), value, on)
        return
    change(session, risk, field, value, RISK_FIELDS[field])
    if field == "status":
        risk.closed_on = (risk.closed_on or on) if value is RiskStatus.CLOSED else None


def remove_risks(session: Session, risk_ids: Collection[int]) -> None:
    """Delete risks with their scores and what is done about them."""
    remove(session, Risk, risk_ids, "risks")
