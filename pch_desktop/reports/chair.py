"""The chair's summary: one page of words, five measures, what is asked, what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pch_desktop.domain.board_pack import Words
from pch_desktop.domain.period import Month
from pch_desktop.reports.table import Column, Kind, Table
from pch_desktop.reports.told import Told
from pch_desktop.reports.words import written

TITLE = "Chair's summary"
FIVE = (
    "Variance, forecast outturn",
    "Variance, year to date",
    "WTE in post",
    "Registered population",
    "Partners signed",
)
"""The headline measures a chair is told, by their names."""
BY_RULE = "Made by rule from the figures; the chair has not written a summary of this month."
ASKED, CHANGED = "What is asked", "What changed"
NOTHING_ASKED = "To note this report."


@dataclass(frozen=True, slots=True)
class ChairRow:
    """A piece of the page."""

    id: int
    part: str
    words: str
    rating: str | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the page is made of beside the figures."""

    month: Month
    written: Mapping[Words, str]
    attention: Sequence[str]
    changed: Sequence[str]


PAGE: tuple[Column[ChairRow], ...] = (
    Column("part", "Part", lambda row: row.part, width=26),
    Column("words", "Words", lambda row: row.words, width=88),
    Column("rating", "Rating", lambda row: row.rating, Kind.RATING, width=18),
)


def chair_page(summary: Table[Told], ahead: Ahead) -> Table[ChairRow]:
    """Return the page; what nobody wrote is made by rule, and says so.

    Args:
        summary: the headline measures as they are told in the pack.
        ahead: the words, what needs attention and what changed.
    """
    rows = [ChairRow(number, *told) for number, told in enumerate(_parts(summary, ahead), start=1)]
    notes = () if Words.CHAIR in ahead.written else (BY_RULE,)
    subtitle = f"{ahead.month.words} on one page. {summary.subtitle.partition('. ')[2]}".strip()
    return Table(TITLE, PAGE, rows, subtitle, notes=notes, marking=summary.marking)


def retold_page(page: Table[Told], summary: Table[Told], attention: Sequence[str]) -> Table[Told]:
    """Return the page of measures as they are told elsewhere, without what changed.

    Args:
        page: as it was made.
        summary: the headline measures as its readers may see them.
        attention: what needs attention, as far as they may know.
    """
    told_now = {name: (name, words, rating) for name, words, rating in _measures(summary)}
    rows: list[Told] = []
    for row in page.rows:
        part, words = str(row.values[0]), str(row.values[1])
        if part == ASKED and words.startswith(NOTHING_ASKED):
            rows.append(replace(row, values=(part, asked({}, attention), None)))
        elif part != CHANGED:
            rows.append(replace(row, values=told_now.get(part, row.values)))
    return replace(page, rows=tuple(rows))


def asked(written_words: Mapping[Words, str], attention: Sequence[str]) -> str:
    """Return what the board is asked: as somebody wrote it, else to see to what is pressing."""
    if Words.ASKED in written_words:
        return written_words[Words.ASKED]
    if not attention:
        return NOTHING_ASKED
    listed = "\n".join(f"{at}. {words}" for at, words in enumerate(attention[:3], start=1))
    return f"{NOTHING_ASKED} To see to:\n{listed}"


def _parts(summary: Table[Told], ahead: Ahead) -> Iterator[tuple[str, str, str | None]]:
    by_rule = ahead.written.get(Words.SENTENCE, next(iter(summary.notes), ""))
    yield "Summary", ahead.written.get(Words.CHAIR, by_rule), None
    yield from _measures(summary)
    yield ASKED, asked(ahead.written, ahead.attention), None
    if ahead.changed:
        yield CHANGED, "\n".join(ahead.changed), None


def _measures(summary: Table[Told]) -> Iterator[tuple[str, str, str | None]]:
    at = {column.key: place for place, column in enumerate(summary.columns)}
    rows = {str(row.values[at["name"]]): row for row in summary.rows}
    for name in FIVE:
        if name not in rows:
            continue
        row = rows[name]
        value = written(row.values[at["value"]], row.kinds[at["value"]]) or "not known"
        against, rating = row.values[at["against"]], row.values[at["rating"]]
        words = f"{value}, {against}" if against else value
        yield name, words, str(rating) if rating else None
