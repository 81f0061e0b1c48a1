"""Putting texts into the board's records: one that looks like a patient's number is refused."""

from __future__ import annotations

from sqlalchemy.orm import Session

from pch_desktop.models import Base
from pch_desktop.store import records
from pch_desktop.store.workforce.texts import must_name_no_patient


def change(session: Session, record: Base, column: str, value: object, words: str) -> None:
    """Put a value into a record's column, as ``records.change`` does.

    Raises:
        Refusal: as there, or a text holds a number that passes the check of NHS numbers.
    """
    if isinstance(value, str):
        must_name_no_patient(value)
    records.change(session, record, column, value, words)
