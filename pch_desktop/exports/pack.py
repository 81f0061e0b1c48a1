"""The board pack in Excel: every section's tables on their sheets, led by a summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pch_desktop import __version__
from pch_desktop.domain.board_pack import Words
from pch_desktop.domain.period import Month
from pch_desktop.exports.board import (
    ALWAYS,
    CHECKED,
    CONTACT,
    PREPARED,
    PURPOSE,
    Logo,
    Pack,
    Step,
)
from pch_desktop.exports.complete import completed
from pch_desktop.exports.filed import put
from pch_desktop.reports import overview
from pch_desktop.reports.definitions import definitions, rates
from pch_desktop.reports.overview import MeasureRow
from pch_desktop.reports.quality import attention, quality, statements
from pch_desktop.reports.signs import KEY, SHADOW
from pch_desktop.reports.table import Kind
from pch_desktop.reports.told import told
from pch_desktop.reports.words import written
from pch_desktop.store import board, locality
from pch_desktop.store.shared import Reads, at_once


def gather(file: Reads, month: Month, made_at: datetime) -> Pack:
    """Read all that a month's board pack shows, as the file stands at one moment."""

    def whole(shared: Reads) -> Pack:
        def read(of: Month) -> Pack:
            return read_pack(shared, of, made_at)

        return completed(shared, read(month), read)

    return at_once(file, whole)


def read_pack(shared: Reads, month: Month, made_at: datetime) -> Pack:
    """Read a month's pack, but for what it tells of itself: ``gather`` adds that."""
    found = shared.read(locality.locality)
    built = {
        name: statement.build(shared, month)
        for name, statement in statements().items()
        if name != "overview"
    }
    summary = overview.summary(shared, month)
    appendices = (
        *(table for tables in built.values() for table in tables[1:]),
        rates(shared, month),
    )
    pack = Pack(
        place=found.name,
        month=month,
        made_at=made_at,
        summary=told(summary),
        links=tuple(row.total for row in summary.rows),
        sections=tuple(told(tables[0]) for tables in built.values() if tables),
        appendices=tuple(told(table) for table in appendices),
        cover=(),
        attention=attention(shared, month),
        quality=told(quality(shared, month)),
        definitions=told(definitions(shared, month)),
        thresholds=shared.read(locality.thresholds),
        homes={table.title: name for name, tables in built.items() for table in tables},
        left_out=shared.read(board.left_out) - set(ALWAYS),
        logo=_logo(shared),
        ground=shared.read(board.ground, month),
    )
    own = shared.read(board.words, month)
    return replace(pack, cover=_cover(pack, summary.rows, own, is_sample=found.is_sample))


def write_pack(pack: Pack, folder: Path, step: Step = lambda _: None) -> Path:
    """Write a pack's workbook into a folder; the former one stays till all is well.

    It is written as it was told, whoever may see it: what is to go out is made by
    ``making.make``, which leaves names of people out.

    Returns:
        Where it stands.

    Raises:
        Refusal: the folder is missing or cannot be written to, or the former
            workbook is open elsewhere.
    """
    from pch_desktop.exports.pack_book import fill  # XlsxWriter comes with it

    return put(folder / pack.file_name, lambda path: fill(path, pack, step))


def _logo(shared: Reads) -> Logo | None:
    kept = shared.read(board.logo)
    return Logo(kept.alt_text, kept.kind, kept.content) if kept else None


def _cover(
    pack: Pack, measures: Sequence[MeasureRow], own: Mapping[Words, str], *, is_sample: bool
) -> tuple[tuple[str, str], ...]:
    people = next(row for row in measures if row.key == "registered")
    registered = f"{written(people.value, people.kind) or 'not known'} people"
    rows = (
        ("Locality", pack.place + (" (an invented sample)" if is_sample else "")),
        ("Month", f"{pack.month.words}, month {pack.month.number} of {pack.month.financial_year}"),
        ("Figures to", written(pack.month.last, Kind.DATE)),
        ("Registered population", registered),
        (PURPOSE, own.get(Words.PURPOSE, "")),
        ("In short", pack.summary.notes[0]),
        ("The board is asked", own.get(Words.ASKED, "")),
        ("For attention", "\n".join(pack.attention[:3])),
        ("Sign rule", KEY),
        ("Shadow budget", SHADOW if pack.notional else ""),
        ("Units", "Finance in £000 unless stated; the cells hold pounds and pence."),
        (PREPARED, own.get(Words.PREPARED, "")),
        (CHECKED, own.get(Words.CHECKED, "")),
        (CONTACT, own.get(Words.CONTACT, "")),
        ("Made", f"{pack.made_at:%d %B %Y, %H:%M} with PCH Desktop {__version__}"),
    )
    return tuple((name, words) for name, words in rows if words)
