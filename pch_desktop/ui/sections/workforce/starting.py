"""Asking who starts in which post, and recording it as one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pch_desktop.domain import typed
from pch_desktop.domain.money import rounded
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import typed_hours
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import Newcomer, PersonRow, RecruitmentRow, VacancyRow
from pch_desktop.ui.desk import Desk, Done
from pch_desktop.ui.question import Question
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.who import fill, named, offer

HOURS = "Hours (all)"
"""Blank: all that is vacant of the post."""


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


class Starting:
    """Asks in a strip who starts, and records it."""

    def __init__(self, desk: Desk, at: AsAt, question: Question) -> None:
        self._desk, self._at = desk, at
        self.question = question
        self._place: Place | None = None
        self._first_day: date | None = None

    def ask(self) -> None:
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
        fill(day, self._at.day)
        offer(name, tuple(named(self._desk, self._at.day)))
        offer(post, tuple(places))

    def ask_in(self, row: RecruitmentRow) -> None:
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
        fill(day, self._first_day or self._at.day)
        offer(name, tuple(named(self._desk, self._at.day)))

    def _start(self, told: Sequence[str]) -> Done[Any] | None:
        name, post, day, hours = told
        return self._desk.attempt(
            lambda: self._started(name, self._placed(post), (day, self._at.day), hours)
        )

    def _start_in(self, told: Sequence[str]) -> Done[Any] | None:
        name, day, hours = told
        place, usual = self._place, self._first_day or self._at.day
        if place is None:
            return None
        return self._desk.attempt(lambda: self._started(name, place, (day, usual), hours))

    def _started(self, name: str, place: Place, day: tuple[str, date], hours: str) -> None:
        plain = " ".join(name.split())
        if not plain:
            raise Refusal("Enter the name of who starts.")
        people = {known.casefold(): row for known, row in named(self._desk, self._at.day).items()}
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


def _place(row: VacancyRow) -> Place:
    recruitment_id = row.recruitment.id if row.recruitment else None
    return Place(row.id, row.post.reference, row.post.role, recruitment_id)
