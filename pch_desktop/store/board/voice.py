"""What patients and the public said and what was done; never a single patient's facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.board import VoiceSource, VoiceStatus
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.board import PatientVoice
from pch_desktop.models.population import Practice
from pch_desktop.models.services import Service
from pch_desktop.store.board.texts import change
from pch_desktop.store.records import by_name, found, remove

VOICE_FIELDS: Mapping[str, str] = {
    "heard_on": "the day it was heard",
    "source": "how it was heard",
    "theme": "what it is about",
    "said": "what was said",
    "people": "how many said so",
    "service": "which service it is about",
    "practice": "which practice it is about",
    "done": "what was done",
    "status": "what became of it",
}
MOST_PEOPLE = 1_000_000
KINDS = {"service": (Service, "service_id"), "practice": (Practice, "practice_id")}


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """What was heard, and what was done about it."""

    id: int
    heard_on: date
    source: VoiceSource
    theme: str
    said: str
    people: int | None
    service: str | None
    practice: str | None
    done: str | None
    status: VoiceStatus


def voice(session: Session, until: date) -> list[VoiceRow]:
    """Return what was heard up to a day, the latest first."""
    query = (
        select(
            PatientVoice.id, PatientVoice.heard_on, PatientVoice.source, PatientVoice.theme,
            PatientVoice.said, PatientVoice.people, Service.name, Practice.name,
            PatientVoice.done, PatientVoice.status,
        )
        .outerjoin(Service, PatientVoice.service_id == Service.id)
        .outerjoin(Practice, PatientVoice.practice_id == Practice.id)
        .where(PatientVoice.heard_on <= until)
        .order_by(PatientVoice.heard_on.desc(), PatientVoice.id.desc())
    )  # fmt: skip
    return [VoiceRow(*row) for row in session.execute(query)]


def add_voice(session: Session, fields: Mapping[str, object]) -> int:
    """Write down what was heard; return its id.

    Raises:
        Refusal: the day, the theme or what was said is missing, or a patient is named by number.
    """
    told = {"source": VoiceSource.PATIENT_GROUP, **fields}
    made = PatientVoice()
    for field in ("heard_on", "source", "theme", "said"):
        change(session, made, field, told.get(field), VOICE_FIELDS[field])
    session.add(made)
    session.flush()
    for field, value in fields.items():
        set_voice(session, made.id, field, value)
    return made.id


def set_voice(session: Session, voice_id: int, field: str, value: object) -> None:
    """Put a value into one of the ``VOICE_FIELDS``; service and practice go by name."""
    made = found(session, PatientVoice, voice_id)
    if field in KINDS:
        kind, column = KINDS[field]
        told = str(value or "").strip()
        record = by_name(session, kind, "name", told, field) if told else None
        setattr(made, column, record.id if record else None)
        return
    if field == "people" and isinstance(value, int) and not 0 <= value <= MOST_PEOPLE:
        raise Refusal(f"Enter how many people said so, 0 to {MOST_PEOPLE:,}.")
    change(session, made, field, value, VOICE_FIELDS[field])


def remove_voice(session: Session, voice_ids: Collection[int]) -> None:
    """Delete what was heard."""
    remove(session, PatientVoice, voice_ids, "lines")
