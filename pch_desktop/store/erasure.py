"""Taking details out of the history for good, so that the rest still adds up.

Three reasons: somebody has a right to be forgotten, somebody left long ago, or
the history has grown large. Either way the digests stay, and a check says so
instead of finding damage. What was erased or thinned out cannot be undone any
more.

Backups and copies made earlier still hold what they held.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import ProfessionalBody
from pch_desktop.models.history import RowChange, Step
from pch_desktop.models.partners import Contact
from pch_desktop.models.workforce import Assignment, Person
from pch_desktop.store import naming
from pch_desktop.store.about import Pointer, images_about, pointers
from pch_desktop.store.chain import rows_digest
from pch_desktop.store.images import (
    KIND,
    erase_images,
    erase_labels,
    erase_row,
    is_upkeep,
    kind_of,
)
from pch_desktop.store.issued_names import forget_in_packs

__all__ = ["FORGOTTEN", "KIND", "anonymise", "erase_person", "erase_row", "kind_of", "thin"]

FORGOTTEN = "Erased person"
NO_REASON = "Reason erased"
"""What is left of why somebody's WTE is another than their hours say."""


def erase_person(session: Session, person_id: int, on: date | None = None) -> None:
    """Forget who somebody is, here and in the history; posts and hours stay.

    What tells of nobody else goes too: competencies, places in teams, being
    supervised. Notes and labels of steps that name them name them no more.

    Args:
        session: the open edit.
        person_id: who it is.
        on: the day on which it is done, where it is to be kept.
    """
    person = session.get(Person, person_id)
    if person is None:
        raise Refusal("That person is not in the file any more.")
    person.anonymised_on = on
    _forget(session, {person_id: FORGOTTEN})


def anonymise(session: Session, person_ids: Collection[int], on: date) -> None:
    """Forget who people were that left: each is called a leaver, with a number.

    Args:
        session: the open edit.
        person_ids: who they are.
        on: the day on which it is done.

    Raises:
        Refusal: one of them holds a post on that day or later, or is not in the file.
    """
    held = or_(Assignment.ends_on.is_(None), Assignment.ends_on >= on)
    for person_id in person_ids:
        person = session.get(Person, person_id)
        if person is None:
            raise Refusal("One of these people is not in the file any more.")
        still = select(Assignment.id).where(Assignment.person_id == person_id, held)
        if session.scalar(still.limit(1)) is not None:
            raise Refusal(
                f"{person.name} still holds a post. Enter the last day under Who holds what first."
            )
        person.anonymised_on = on
    _forget(session, {person_id: leaver(person_id) for person_id in person_ids})


def leaver(person_id: int) -> str:
    """Return what somebody who left is called once their name is gone."""
    return f"Leaver {person_id}"


def thin(session: Session, before: datetime) -> int:
    """Remove the images of all steps before a moment; return how many steps there were.

    Of each is kept who, when and what it was called, and one digest.
    """
    session.flush()
    is_upkeep(session)
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


def _forget(session: Session, called: Mapping[int, str]) -> None:
    """Take people out of rows, texts and history; each is called something else from now on."""
    known = naming.known_as(session, called)
    for person_id, words in called.items():
        _blank(session.get_one(Person, person_id), words)
    session.flush()
    _remove_contacts(session, [word for words in known.values() for word in words if "@" in word])
    for pointer in pointers():
        _leave(session, pointer, called)
    _forget_reasons(session, called)
    for person_id in called:
        erase_row(session, Person.__tablename__, person_id)
    _forget_names(session, known, called)
    session.expire_all()


def _blank(person: Person, called: str) -> None:
    person.name, person.work_email = called, None
    person.staff_code, person.birth_year = None, None
    person.registration_expires_on = None
    person.professional_body = ProfessionalBody.NONE


def _leave(session: Session, pointer: Pointer, called: Mapping[int, str]) -> None:
    """Let go of the rows that point at people: some stay, some point at nobody, some go."""
    if pointer.is_kept:
        return
    table, column = pointer.table, pointer.table.c[pointer.column]
    if pointer.goes_along:
        session.execute(delete(table).where(column.in_(called)))
    else:
        session.execute(update(table).where(column.in_(called)).values({pointer.column: None}))
    erase_images(session, images_about(session, pointer, called))


def _forget_reasons(session: Session, called: Mapping[int, str]) -> None:
    """Take out where people went, and why their WTE is another; days and hours stay."""
    theirs = Assignment.person_id.in_(called)
    told = or_(Assignment.destination.is_not(None), Assignment.wte_reason.is_not(None))
    for assignment in session.scalars(select(Assignment).where(theirs, told)):
        assignment.destination = None
        assignment.wte_reason = None if assignment.wte_override is None else NO_REASON
    session.flush()
    held = next(each for each in pointers() if each.table.name == Assignment.__tablename__)
    words = ("destination", "wte_reason")
    query = select(RowChange.id, RowChange.before, RowChange.after)
    rows = session.execute(query.where(RowChange.id.in_(images_about(session, held, called))))
    erase_images(
        session,
        [key for key, *texts in rows.all() if naming.holds_any(texts, words, but=NO_REASON)],
    )


def _remove_contacts(session: Session, emails: Collection[str]) -> None:
    """Delete people's own entries among the partners' contacts: those with their e-mail."""
    query = select(Contact.id).where(Contact.work_email.in_(emails))
    for contact_id in list(session.scalars(query)):
        session.execute(delete(Contact).where(Contact.id == contact_id))
        erase_row(session, Contact.__tablename__, contact_id)


def _forget_names(
    session: Session, known: Mapping[int, frozenset[str]], called: Mapping[int, str]
) -> None:
    """Name people no more in notes and their images, nor in the labels of steps."""
    whose = {
        word.casefold(): called[person_id]
        for person_id, words in known.items()
        for word in words
        if naming.is_telling(word)
    }

    def instead(found: re.Match[str]) -> str:
        return whose.get(found[0].casefold(), FORGOTTEN)

    named = naming.pattern(whose)
    naming.rename(session, named, instead)
    forget_in_packs(session, named, instead)
    naming.erase_naming_images(session, named)
    erase_labels(session, naming.pattern(word for words in known.values() for word in words))
