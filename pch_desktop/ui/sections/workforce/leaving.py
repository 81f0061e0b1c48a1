"""Asking who leaves, when and why, and recording it as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pch_desktop.domain import typed
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import LeavingReason
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import listed, meant, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import AssignmentRow, Leaver
from pch_desktop.ui.desk import Desk, Done
from pch_desktop.ui.question import Question
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.who import fill, named, offer

REASONS = listed(LeavingReason)


class Leaving:
    """Asks in a strip who leaves, and records it."""

    def __init__(self, desk: Desk, at: AsAt, question: Question) -> None:
        self._desk, self._at = desk, at
        self.question = question

    def ask(self) -> None:
        """Ask who leaves, when, why and where to."""
        self.question.ask(
            "Who leaves?",
            ("Name", "Last day", "Reason", "Went to"),
            "Record the leaver",
            self._leave,
        )
        name, day, reason, _ = self.question.boxes
        fill(day, self._at.day)
        offer(name, tuple(self._held()))
        offer(reason, REASONS)

    def _leave(self, told: Sequence[str]) -> Done[Any] | None:
        return self._desk.attempt(lambda: self._left(told))

    def _left(self, told: Sequence[str]) -> None:
        name, day, reason, destination = told
        held = self._held()
        found = typed.one_of(name, held)
        if found is None:
            raise Refusal("Choose who leaves, by name.")
        person_id, assignment_id = held[found]
        last = typed.day(day) or self._at.day
        why = meant(LeavingReason, typed.one_of(reason, REASONS))
        leaver = Leaver(person_id, last, why, destination, assignment_id)
        self._desk.file.edit(f"{found} leaves", workforce.record_leaver, leaver)
        on = written(last, Kind.DATE)
        self._desk.say(f"{found}: the last day is {on}. The list shows it from the day after.")

    def _held(self) -> Mapping[str, tuple[int, int | None]]:
        """Return who holds something by name; who holds several things also by each of them."""
        rows = self._desk.file.read(workforce.assignments, self._at.day)
        by_person: dict[int, list[AssignmentRow]] = {}
        for row in rows:
            by_person.setdefault(row.person_id, []).append(row)
        names = {row.id: name for name, row in named(self._desk, self._at.day).items()}
        choices: dict[str, tuple[int, int | None]] = {}
        for person_id, held in sorted(by_person.items(), key=lambda pair: pair[1][0].person):
            name = names.get(person_id, held[0].person)
            choices[name] = (person_id, None)
            if len(held) > 1:
                for one in held:
                    choices[f"{name}, only {one.post} {one.role}"] = (person_id, one.id)
        return choices
