"""What must be in place before each phase begins, and what is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_registers import ReadyStep
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget_registers import ReadinessStep
from pch_desktop.store.records import change, found, remove

STEP_FIELDS: Mapping[str, str] = {
    "phase": "the phase it must be ready for",
    "words": "what must be in place",
    "owner": "who sees to it",
    "done_on": "the day it was done",
    "evidence": "what shows that it is done",
}
"""What may be put into a step, in the words of a sentence that asks for it."""


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    """Something that must be in place before a phase, with who sees to it and what shows it."""

    id: int
    phase: Phase
    words: str
    owner: str | None
    done_on: date | None
    evidence: str | None

    @property
    def is_done(self) -> bool:
        """Whether it is in place."""
        return self.done_on is not None


def readiness(session: Session, phase: Phase | None = None) -> list[ReadinessRow]:
    """Return what must be in place before a phase, in order; before all of them for None."""
    query = select(
        ReadinessStep.id,
        ReadinessStep.phase,
        ReadinessStep.words,
        ReadinessStep.owner,
        ReadinessStep.done_on,
        ReadinessStep.evidence,
    ).order_by(ReadinessStep.position, ReadinessStep.id)
    if phase is not None:
        query = query.where(ReadinessStep.phase == phase)
    rows = [ReadinessRow(*row) for row in session.execute(query)]
    order = list(Phase)
    return sorted(rows, key=lambda row: order.index(row.phase))


def add_step(session: Session, phase: Phase, words: str, fields: Mapping[str, object]) -> int:
    """Add a step at the end of a phase's list, with some of its ``STEP_FIELDS``; return its id."""
    of_phase = ReadinessStep.phase == phase
    last = session.scalar(select(func.max(ReadinessStep.position)).where(of_phase))
    step = ReadinessStep(phase=phase, position=(last or 0) + 1)
    change(session, step, "words", words, STEP_FIELDS["words"])
    session.add(step)
    session.flush()
    for field, value in fields.items():
        set_step(session, step.id, field, value)
    return step.id


def add_ready_steps(session: Session, ready: Sequence[ReadyStep]) -> None:
    """Add the steps of a ready list that are not there yet.

    Raises:
        Refusal: all of them are.
    """
    known = {(row.phase, row.words.casefold()) for row in readiness(session)}
    new = [step for step in ready if (step.phase, step.words.casefold()) not in known]
    if not new:
        raise Refusal("All steps of the ready list are there already. Change them as you need.")
    for step in new:
        add_step(session, step.phase, step.words, {})


def set_step(session: Session, step_id: int, field: str, value: object) -> None:
    """Put a value into one of a step's ``STEP_FIELDS``."""
    change(session, found(session, ReadinessStep, step_id), field, value, STEP_FIELDS[field])


def remove_steps(session: Session, step_ids: Collection[int]) -> None:
    """Delete steps."""
    remove(session, ReadinessStep, step_ids, "steps")
