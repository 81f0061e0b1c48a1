"""Taking details out of the history for good, so that the rest still adds up.

Two reasons: somebody has a right to be forgotten, or the history has grown
large. Either way the digests stay, and a check says so instead of finding
damage. What was erased or thinned out cannot be undone any more.

Backups and copies made earlier still hold what they held.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import cast

from sqlalchemy import Connection, delete, exists, select, update
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.history import RowChange, Step, StepKind
from pch_desktop.models.workforce import Person
from pch_desktop.store.chain import rows_digest, salted

FORGOTTEN = "Erased person"
ERASED_LABEL = "An edit whose words were erased"
KIND = "step_kind"
"""Where a command says in ``Session.info`` what kind of step it is."""


def kind_of(session: Session) -> StepKind:
    """Return what kind of step the commands run in a session make together."""
    return cast(StepKind, session.info.get(KIND, StepKind.EDIT))


def erase_person(session: Session, person_id: int) -> None:
    """Forget who somebody is, here and in the history; posts and hours stay.

    Labels of steps that name them go too.
    """
    person = session.get(Person, person_id)
    if person is None:
        raise Refusal("That person is not in the file any more.")
    names = _names(session, person_id) | {person.name}
    person.name, person.work_email = FORGOTTEN, None
    person.staff_code, person.birth_year = None, None
    person.registration_expires_on = None
    erase_row(session, Person.__tablename__, person_id)
    _erase_labels(session.connection(), names)


def erase_row(session: Session, table: str, row_id: int) -> None:
    """Remove every image of one row, leaving their digests in place for ever."""
    session.flush()
    session.info[KIND] = StepKind.UPKEEP
    connection = session.connection()
    images = select(RowChange.id, RowChange.before, RowChange.after, RowChange.salt).where(
        RowChange.table_name == table, RowChange.row_id == row_id, RowChange.erased.is_(None)
    )
    for change_id, before, after, salt in connection.execute(images).all():
        kept = {"before": None, "after": None, "salt": None}
        connection.execute(
            update(RowChange)
            .where(RowChange.id == change_id)
            .values(**kept, erased=salted(salt, before, after))
        )


def thin(session: Session, before: datetime) -> int:
    """Remove the images of all steps before a moment; return how many steps there were.

    Of each is kept who, when and what it was called, and one digest.
    """
    session.flush()
    session.info[KIND] = StepKind.UPKEEP
    connection = session.connection()
    has_rows = exists().where(RowChange.step_id == Step.id)
    old = select(Step.id).where(Step.at < before, Step.thinned.is_(None), has_rows)
    steps = list(connection.scalars(old))
    for step_id in steps:
        kept = rows_digest(connection, step_id)
        connection.execute(update(Step).where(Step.id == step_id).values(thinned=kept))
        connection.execute(delete(RowChange).where(RowChange.step_id == step_id))
    if not steps:
        raise Refusal("There is nothing that old in the history, so there is nothing to thin out.")
    return len(steps)


def _names(session: Session, person_id: int) -> set[str]:
    """Return every name the history knows somebody by."""
    rows = select(RowChange.before, RowChange.after).where(
        RowChange.table_name == Person.__tablename__, RowChange.row_id == person_id
    )
    images = [json.loads(text) for row in session.execute(rows) for text in row if text]
    return {str(image["name"]) for image in images if image.get("name")}


def _erase_labels(connection: Connection, names: set[str]) -> None:
    query = select(Step.id, Step.label, Step.salt).where(Step.erased.is_(None))
    for step_id, label, salt in connection.execute(query).all():
        if any(name in label for name in names):
            connection.execute(
                update(Step)
                .where(Step.id == step_id)
                .values(label=ERASED_LABEL, salt=None, erased=salted(salt, label))
            )
