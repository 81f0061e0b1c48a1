"""Putting texts into the workforce: one that looks like a patient's number is refused."""

from __future__ import annotations

from sqlalchemy.orm import Session

from pch_desktop.domain.patient_numbers import nhs_number_in
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models import Base
from pch_desktop.store import records


def change(session: Session, record: Base, column: str, value: object, words: str) -> None:
    """Put a value into a record's column, as ``records.change`` does.

    Raises:
        Refusal: as there, or a text holds a number that passes the check of NHS numbers.
    """
    if isinstance(value, str):
        must_name_no_patient(value)
    records.change(session, record, column, value, words)


def must_name_no_patient(text: str) -> None:
    """Refuse a text that holds a number which passes the check of NHS numbers."""
    if number := nhs_number_in(text):
        raise Refusal(
            f"“{number}” passes the check of NHS numbers, and nothing about single patients may be "
            "kept here. Take it out; if it is another number, put a letter right before it."
        )
