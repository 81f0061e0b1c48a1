"""What may be rated by judgement: the headline measures and the lines of the budget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports import overview
from pch_desktop.reports.budget_standing import finance
from pch_desktop.reports.judged import Rated, line_key
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import plural

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

HEADLINE, LINE = "Headline measure", "Budget line"


@dataclass(frozen=True, slots=True)
class RatedRow:
    """Something that has a rating, by the rule or as somebody judged it."""

    id: int
    key: str
    """By what a judged rating finds it."""
    what: str
    name: str
    rule: str | None
    judged: str | None
    reason: str | None


RATED: tuple[Column[RatedRow], ...] = (
    Column("what", "Kind", lambda row: row.what, width=16),
    Column("name", "What is rated", lambda row: row.name, width=34),
    Column("rule", "By the rule", lambda row: row.rule, Kind.RATING, width=12),
    Column("judged", "Judged", lambda row: row.judged, Kind.RATING, width=12,
           help="Shown instead of the rule's, with the word judged."),
    Column("reason", "Reason", lambda row: row.reason, width=60, help="It prints."),
)  # fmt: skip


def rated_rows(file: Reads, month: Month) -> list[RatedRow]:
    """Return all that has a rating in a month, headline measures first."""
    measures = [(row.key, HEADLINE, row) for row in overview.measures(file, month)]
    lines = [(line_key(row.line.code, row.name), LINE, row) for row in finance(file, month).rows]
    found = [each for each in (*measures, *lines) if each[2].rating]
    return [_row(number, *each) for number, each in enumerate(found, start=1)]


def rated_finding(rows: list[RatedRow]) -> str:
    """Return how many ratings were judged."""
    judged = sum(row.judged is not None for row in rows)
    if not judged:
        return "Every rating is the rule's."
    were = "is" if judged == 1 else "are"
    return f"{plural(judged, 'rating')} of {len(rows)} {were} judged otherwise than by the rule."


def _row(number: int, key: str, what: str, row: Rated) -> RatedRow:
    judged = row.judged
    if judged is None:
        return RatedRow(number, key, what, row.name, row.rating, None, None)
    return RatedRow(number, key, what, row.name, judged.rule, row.rating, judged.reason)
