"""What stands before and after the figures in the public's copy: what it says, what is gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pch_desktop.domain import disclosure
from pch_desktop.exports.board import Pack
from pch_desktop.reports.chair import retold_page
from pch_desktop.reports.disclosed_counts import column_at
from pch_desktop.reports.disclosed_words import is_plain, kept
from pch_desktop.reports.table import Holds, Kind, Table
from pch_desktop.reports.told import Told, with_value
from pch_desktop.reports.totals import totals_of

GUARDED = ("Services", "Workforce", "Board")
"""The sections whose findings may count people."""
PAST = frozenset({"last_month", "last_year"})
"""The columns of the summary that no sheet shows rounded."""
LEFT_OUT = "Left out of this copy"
OF_PEOPLE = "Counts of people in public"


def front(pack: Pack, true: Pack, gone: Mapping[str, str], threshold: int) -> Pack:
    """Return a public copy with the words around its figures put right.

    Args:
        pack: with its tables as the public sees them.
        true: as it was.
        gone: the sheets that were left out, and why.
        threshold: the most people a count may be of and still be hidden.
    """
    rule = disclosure.words(threshold)
    quality = _quality(pack.quality)
    attention = tuple(words for words in pack.attention if _is_kept(words, true.quality, quality))
    about = [(OF_PEOPLE, rule)]
    if gone:
        about.append((LEFT_OUT, _gone(gone)))
    summary = _summary(pack, true)
    return replace(
        pack,
        front=tuple(retold_page(page, summary, attention) for page in pack.front),
        summary=summary,
        since=(),  # What changed tells of figures that are hidden or rounded here.
        quality=quality,
        attention=attention,
        cover=(*_cover(pack.cover, attention), *about),
        definitions=_added(pack.definitions, about),
    )


def _gone(gone: Mapping[str, str]) -> str:
    """Return which sheets are left out, by the reason."""
    reasons = dict.fromkeys(gone.values())
    parts = (
        f"{', '.join(title for title, each in gone.items() if each == why)}: {why}."
        for why in reasons
    )
    return " ".join(parts)


def _quality(table: Table[Told]) -> Table[Told]:
    """Return findings without those that may count people."""
    keys = [column_at(table.columns, key) for key in ("section", "what", "detail")]
    section, *words = (at for at in keys if at is not None)
    rows = [
        row for row in table.rows
        if row.values[section] not in GUARDED or all(is_plain(str(row.values[at])) for at in words)
    ]  # fmt: skip
    return replace(table, rows=tuple(rows))


def _is_kept(words: str, before: Table[Told], after: Table[Told]) -> bool:
    """Return whether what is for attention does not tell of a finding that is gone."""
    at = column_at(before.columns, "what")
    still = {row.id for row in after.rows}
    gone = [row for row in before.rows if row.id not in still] if at is not None else []
    return not any(words.startswith(str(row.values[at or 0])) for row in gone)


def _cover(cover: Sequence[tuple[str, str]], attention: Sequence[str]) -> list[tuple[str, str]]:
    said = "\n".join(attention[:3])
    lines = [(name, said if name == "For attention" else words) for name, words in cover]
    return [(name, words) for name, words in lines if words]


def _summary(pack: Pack, true: Pack) -> Table[Told]:
    """Return the summary whose figures of people are those their sheets show."""
    tables = {table.title: table for table in (*pack.sections, *pack.appendices)}
    held = {
        (table.title, column.key): column.holds
        for table in true.every_table for column in table.columns
    }  # fmt: skip
    told = zip(pack.summary.rows, pack.links, strict=True)
    rows = (
        row
        if link is None or held.get(link) is not Holds.PEOPLE
        else _of_people(pack.summary, row, tables.get(link[0]), link[1])
        for row, link in told
    )
    return replace(pack.summary, rows=tuple(rows))


def _of_people(summary: Table[Told], row: Told, table: Table[Told] | None, key: str) -> Told:
    """Return a headline figure of people as its sheet shows it, without what is said of it."""
    places = {column.key: at for at, column in enumerate(summary.columns)}
    total = totals_of(table).get(key) if table is not None else None
    found = with_value(row, places["value"], None if total is None else total.value)
    for key in PAST & places.keys():
        found = with_value(found, places[key], None)
    for at in (places["against"], places["sentence"]):
        found = with_value(found, at, kept(str(row.values[at] or "")))
    return found


def _added(table: Table[Told], lines: Sequence[tuple[str, str]]) -> Table[Told]:
    last = max((row.id for row in table.rows), default=0)
    width = len(table.columns)
    rows = (
        Told(last + at, line, (Kind.TEXT,) * width, ("",) * width, (False,) * width)
        for at, line in enumerate(lines, 1)
    )
    return replace(table, rows=(*table.rows, *rows))
