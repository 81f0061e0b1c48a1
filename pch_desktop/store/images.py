"""Taking images of rows and words of steps out of the history, their digests left in place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pch_desktop.models.history import RowChange, Step, StepKind
from pch_desktop.store.chain import salted

ERASED_LABEL = "An edit whose words were erased"
KIND = "step_kind"
"""Where a command says in ``Session.info`` what kind of step it is."""


def kind_of(session: Session) -> StepKind:
    """Return what kind of step the commands run in a session make together."""
    return cast(StepKind, session.info.get(KIND, StepKind.EDIT))


def is_upkeep(session: Session) -> None:
    """Say that the step under way is one nobody takes back."""
    session.info[KIND] = StepKind.UPKEEP


def erase_row(session: Session, table: str, row_id: int) -> None:
    """Remove every image of one row, leaving their digests in place for ever."""
    session.flush()
    here = RowChange.table_name == table, RowChange.row_id == row_id
    erase_images(session, session.scalars(select(RowChange.id).where(*here)))


def erase_images(session: Session, change_ids: Iterable[int]) -> None:
    """Remove images by their numbers, leaving their digests in place for ever."""
    is_upkeep(session)
    connection = session.connection()
    for change_id in change_ids:
        query = select(RowChange.before, RowChange.after, RowChange.salt).where(
            RowChange.id == change_id, RowChange.erased.is_(None)
        )
        for before, after, salt in connection.execute(query).all():
            kept = {"before": None, "after": None, "salt": None}
            connection.execute(
                update(RowChange)
                .where(RowChange.id == change_id)
                .values(**kept, erased=salted(salt, before, after))
            )


def erase_labels(session: Session, named: re.Pattern[str]) -> None:
    """Remove the words of every step that hold a name, leaving their digests."""
    is_upkeep(session)
    connection = session.connection()
    query = select(Step.id, Step.label, Step.salt).where(Step.erased.is_(None))
    for step_id, label, salt in connection.execute(query).all():
        if named.search(label):
            connection.execute(
                update(Step)
                .where(Step.id == step_id)
                .values(label=ERASED_LABEL, salt=None, erased=salted(salt, label))
            )
