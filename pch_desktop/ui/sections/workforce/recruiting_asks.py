"""What a change of a recruitment is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import RecruitmentOutcome
from pch_desktop.reports.table import Value
from pch_desktop.store import workforce
from pch_desktop.store.workforce import RecruitmentRow, VacancyRow
from pch_desktop.ui.asking import Meaning, as_typed, changing, deletion, described, word
from pch_desktop.ui.change import Change

CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "vacant_from": ("vacant_from", "first vacant day", as_typed),
    "advertised_on": ("advertised_on", "advert", as_typed),
    "closes_on": ("closes_on", "closing date", as_typed),
    "interviews_on": ("interviews_on", "interviews", as_typed),
    "offered_on": ("offered_on", "offer", as_typed),
    "starts_on": ("starts_on", "agreed start", as_typed),
    "readvertised": ("readvertised", "adverts", as_typed),
    "outcome": ("outcome", "outcome", word(RecruitmentOutcome)),
    "mitigation": ("mitigation", "what is done meanwhile", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""


of_recruitment = changing(
    workforce.set_recruitment,
    lambda row: f"{row.post.reference} {row.post.role}",
    where=lambda row: row.post.reference,
)


EDITS = {key: of_recruitment(*told) for key, told in CELLS.items()}


class Beginning:
    """Begins to fill posts, as they are typed in the empty line."""

    def __init__(self) -> None:
        self._vacant: Mapping[str, VacancyRow] = {}
        self._posts: tuple[str, ...] = ()
        self._day = date.min

    @property
    def posts(self) -> tuple[str, ...]:
        """Which posts one can choose, the vacant ones that nobody fills yet first."""
        return self._posts

    def know(self, vacancies: Sequence[VacancyRow], posts: Sequence[str], day: date) -> None:
        """Take note of what is vacant since when, and of the day at hand."""
        self._vacant = {row.post.reference: row for row in vacancies}
        idle = [row.post.reference for row in vacancies if row.recruitment is None]
        self._posts = tuple(dict.fromkeys((*idle, *posts)))
        self._day = day

    def add(self, values: Mapping[str, Value]) -> Change:
        """Return what begins to fill a post, vacant since its last holder left unless told."""
        reference = str(values.get("post") or "")
        if not reference:
            raise Refusal("Choose the post that is to be filled, by its reference.")
        return self.of(reference, values)

    def of(self, reference: str, values: Mapping[str, Value]) -> Change:
        """Return what begins to fill the post of a reference."""
        vacancy = self._vacant.get(reference)
        since = vacancy.since if vacancy else None
        vacant_from = values.get("vacant_from") or since or self._day
        rest = described(values, CELLS, "post", "vacant_from")
        command = partial(workforce.add_recruitment, rest=rest)
        return Change(f"Begin to fill {reference}", command, (reference, vacant_from), reference)


def remove(rows: Sequence[RecruitmentRow]) -> Change:
    """Return the deletion of recruitments, as if they had never been."""
    first = rows[0].post
    one = f"recruitment of {first.reference} {first.role}"
    return deletion(rows, one, "recruitment", workforce.remove_recruitments)
