"""Asking who starts and who leaves, and recording it: each is one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from pch_desktop.domain import typed
from pch_desktop.domain.money import rounded
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import LeavingReason, typed_hours
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import listed, meant, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import (
    AssignmentRow,
    Leaver,
    Newcomer,
    PersonRow,
    RecruitmentRow,
    VacancyRow,
)
from pch_desktop.ui.desk import Desk, Done
from pch_desktop.ui.question import Question
from pch_desktop.ui.sections.workforce.as_at import AsAt

REASONS = listed(LeavingReason)
HOURS = "Hours (all)"
"""Blank: all that is vacant of the post."""
Told = Sequence[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A post somebody may start in, and its recruitment if there is one."""

    post_id: int
    reference: str
    role: str
    recruitment_id: int | None = None

    @property
    def words(self) -> str:
        """What it is called."""
        return f"{self.reference} {self.role}"


class Recording:
    """Asks in a strip, and records who starts and who leaves."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        self._desk, self._at = desk, at
        self.question = Question("about who starts or leaves")
        self._place: Place | None = None
        self._first_day: date | None = None

    # Who starts

    def ask_starter(self) -> None:
        """Ask who starts, and in which of the vacant posts."""
        places = self._places()
        self._place = None
        self.question.ask(
            "Who starts?",
            ("Name", "Post", "First day", HOURS),
            "Record the starter",
            self._start,
        )
        name, post, day, _ = self.question.boxes
        _fill(day, self._at.day)
        _offer(name, tuple(self._named()))
        _offer(post, tuple(places))

    def ask_starter_in(self, row: RecruitmentRow) -> None:
        """Ask who starts in the post of a recruitment, from its agreed day unless told."""
        self._place = Place(row.post.id, row.post.reference, row.post.role, row.id)
        self._first_day = row.steps.starts_on
        self.question.ask(
            f"Who starts in {self._place.reference}?",
            ("Name", "First day", HOURS),
            "Record the starter",
            self._start_in,
        )
        name, day, _ = self.question.boxes
        _fill(day, self._first_day or self._at.day)
        _offer(name, tuple(self._named()))

    def _start(self, told: Told) -> Done[Any] | None:
        name, post, day, hours = told
        return self._desk.attempt(
            lambda: self._started(name, self._placed(post), (day, self._at.day), hours)
        )

    def _start_in(self, told: Told) -> Done[Any] | None:
        name, day, hours = told
        place, usual = self._place, self._first_day or self._at.day
        if place is None:
            return None
        return self._desk.attempt(lambda: self._started(name, place, (day, usual), hours))

    def _started(self, name: str, place: Place, day: tuple[str, date], hours: str) -> None:
        plain = " ".join(name.split())
        if not plain:
            raise Refusal("Enter the name of who starts.")
        people = {known.casefold(): row for known, row in self._named().items()}
        who = people.get(plain.casefold(), plain)
        length = typed_hours(hours)
        newcomer = Newcomer(
            who.id if isinstance(who, PersonRow) else who,
            typed.day(day[0]) or day[1],
            rounded(length * 60) if length is not None else None,
        )
        label = f"{plain} starts as {place.words}"
        if place.recruitment_id is None:
            self._desk.file.edit(label, workforce.record_starter, place.post_id, newcomer)
        else:
            self._desk.file.edit(label, workforce.fill, place.recruitment_id, newcomer)
        known = ", who was in the file already," if isinstance(who, PersonRow) else ""
        on = written(newcomer.starts_on, Kind.DATE)
        self._desk.say(f"{plain}{known} starts as {place.words} on {on}.")

    def _places(self) -> dict[str, Place]:
        rows = self._desk.file.read(workforce.vacancies, self._at.day)
        return {place.words: place for place in map(_place, rows)}

    def _placed(self, text: str) -> Place:
        places = self._places()
        found = typed.one_of(text, places)
        if found is None:
            raise Refusal("Choose the vacant post they start in, such as P021.")
        return places[found]

    # Who leaves

    def ask_leaver(self) -> None:
        """Ask who leaves, when, why and where to."""
        self.question.ask(
            "Who leaves?",
            ("Name", "Last day", "Reason", "Went to"),
            "Record the leaver",
            self._leave,
        )
        name, day, reason, _ = self.question.boxes
        _fill(day, self._at.day)
        _offer(name, tuple(self._held()))
        _offer(reason, REASONS)

    def _leave(self, told: Told) -> Done[Any] | None:
        return self._desk.attempt(lambda: self._left(told))

    def _left(self, told: Told) -> None:
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
        names = {row.id: name for name, row in self._named().items()}
        choices: dict[str, tuple[int, int | None]] = {}
        for person_id, held in sorted(by_person.items(), key=lambda pair: pair[1][0].person):
            name = names.get(person_id, held[0].person)
            choices[name] = (person_id, None)
            if len(held) > 1:
                for one in held:
                    choices[f"{name}, only {one.post} {one.role}"] = (person_id, one.id)
        return choices

    def _named(self) -> Mapping[str, PersonRow]:
        """Return everybody by name; people of one name are told apart by their staff code."""
        people = self._desk.file.read(workforce.people, self._at.day)
        count = Counter(row.name for row in people)
        return {_told_apart(row) if count[row.name] > 1 else row.name: row for row in people}


def _place(row: VacancyRow) -> Place:
    recruitment_id = row.recruitment.id if row.recruitment else None
    return Place(row.id, row.post.reference, row.post.role, recruitment_id)


def _told_apart(person: PersonRow) -> str:
    return f"{person.name} ({person.staff_code or f'no. {person.id}'})"


def _offer(box: QLineEdit, words: Sequence[str]) -> None:
    """Offer words while somebody types in a box; any part of them is found."""
    made = QCompleter(list(words), box)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    popup: Any = made.popup()
    popup.setAccessibleName(f"Choices for {box.accessibleName()}")
    box.setCompleter(made)


def _fill(box: QLineEdit, day: date) -> None:
    """Put a day into a box, to be left or typed over, and give it room."""
    box.setText(written(day, Kind.DATE))
    box.setToolTip(box.placeholderText())
    box.setMinimumWidth(box.fontMetrics().horizontalAdvance(box.text()) + 28)
