"""What a change of practices' counts and ratings is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Inspection
from pch_desktop.reports.service_compared import COUNTS
from pch_desktop.reports.service_praise import PraiseRow, PraiseYearRow
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.store import services
from pch_desktop.store.services import RatingRow
from pch_desktop.ui.asking import Meaning, Named, as_typed, changing, deletion, word
from pch_desktop.ui.change import Change
from pch_desktop.ui.edits import CellEdit

RATING: Mapping[str, tuple[str, Meaning]] = {
    "practice": ("practice", as_typed),
    "rated_on": ("day", as_typed),
    "rating": ("rating", word(Inspection)),
    "source": ("source", as_typed),
}
"""By column: what a step calls it, and how what is typed is kept."""


def month_cells(month: Month) -> Mapping[str, CellEdit[PraiseRow]]:
    """Return the changes of a practice's month, by column."""
    return {key: partial(_count, month, key) for key in (*COUNTS, "source")}


def year_cells(year: FinancialYear, key: str) -> Mapping[str, CellEdit[PraiseYearRow]]:
    """Return the changes of one of a practice's counts over a year, by column."""
    return {f"m{at}": partial(_count, month, key) for at, month in enumerate(year.months)}


def _count(month: Month, key: str, row: Named, value: Value) -> Change:
    label = f"Change {key} of {row.name}, {month.words}"
    args = (row.id, month, key, value)
    return Change(label, services.set_practice_month, args, f"{row.name}, {month.words}")


_of_rating = changing(
    services.set_rating,
    lambda row: f"the rating of {row.practice}",
    where=lambda row: row.practice,
)
RATING_CELLS: Mapping[str, CellEdit[RatingRow]] = {
    key: _of_rating(key, *told) for key, told in RATING.items()
}
"""The changes of a rating, by column."""


def add_rating(values: Mapping[str, Value]) -> Change:
    """Return the rating that was typed in the empty line.

    Raises:
        Refusal: whose it is, its day or its word are missing yet.
    """
    practice, day = values.get("practice"), values.get("rated_on")
    rating = meant(Inspection, str(values.get("rating") or ""))
    if not practice:
        raise Refusal("Choose the practice that was rated first.")
    if rating is None:
        raise Refusal(
            "Choose the rating, too: outstanding, good, requires improvement, inadequate."
        )
    if not isinstance(day, date):
        raise Refusal("Enter the day the rating was published, too.")
    args = (str(practice), day, rating, values.get("source"))
    return Change(f"Add rating of {practice}", services.add_rating, args, str(practice))


def remove_ratings(rows: Sequence[RatingRow]) -> Change:
    """Return the deletion of ratings."""
    return deletion(rows, f"rating of {rows[0].practice}", "rating", services.remove_ratings)
