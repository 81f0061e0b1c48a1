"""Making a pack in every format that is wanted: all of them, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from pch_desktop.domain.board_pack import Audience
from pch_desktop.domain.disclosure import THRESHOLD
from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.audience import for_audience
from pch_desktop.exports.board import Pack, Step
from pch_desktop.exports.filed import put_all
from pch_desktop.exports.names import checked_stem
from pch_desktop.reports.table import Table
from pch_desktop.reports.told import Told

Fill = Callable[[Path, Pack, Step], None]
"""Writes a pack to a path, telling each sheet as it is begun."""
MONTH_BAND = "Month £000"
"""The heading of the columns a version for paper does without."""


class Stopped(Exception):
    """Somebody pressed Cancel."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made of a pack."""

    formats: tuple[str, ...] = ("xlsx",)
    audience: Audience = Audience.BOARD
    with_names: bool = False
    """Whether names of people are wanted in it."""
    left_out: frozenset[str] = frozenset()
    """The sheets that are not wanted, by title."""
    for_paper: bool = False
    """Whether finance does without the columns of the month alone, and so in larger letters."""
    stem: str = ""
    """What the files are called before the dot; nothing for the usual name."""
    called: Mapping[str, str] = field(default_factory=dict[str, str])
    """Every name the file holds, and what stands in its place where names are not wanted."""
    threshold: int = THRESHOLD
    """The most people a count may be of and still be hidden in public: 5, 7 or 10."""


def make(pack: Pack, wanted: Wanted, folder: Path, step: Step = lambda _: None) -> tuple[Path, ...]:
    """Write a pack into a folder in each format; former files stay till all is well.

    Returns:
        Where they stand, in the order of the formats.

    Raises:
        Refusal: the folder or a name cannot be used, a former file is open elsewhere,
            or a format is not known.
        Whatever ``step`` raises to stop: no file is left then.
    """
    return write(prepared(pack, wanted), wanted, folder, step)


def write(
    pack: Pack, wanted: Wanted, folder: Path, step: Step = lambda _: None
) -> tuple[Path, ...]:
    """Write a pack that is as those it is for may see it; as ``make`` does otherwise."""
    stem = checked_stem(wanted.stem) if wanted.stem else pack.file_stem
    fills = {
        folder / f"{stem}.{each}": partial(_fill, _writer(each), pack, step)
        for each in wanted.formats
    }
    return put_all(fills)


def prepared(pack: Pack, wanted: Wanted) -> Pack:
    """Return a pack as it is shown to those it is for, with the sheets that are wanted.

    One that was issued is shown as it was, to the last cell.
    """
    if pack.issue is not None:
        return pack
    chosen = pack.without(wanted.left_out)
    if wanted.for_paper:
        chosen = for_paper(chosen)
    return for_audience(
        chosen,
        wanted.audience,
        wanted.called,
        with_names=wanted.with_names,
        threshold=wanted.threshold,
    )


def for_paper(pack: Pack) -> Pack:
    """Return a pack whose finance tables do without the columns of the month alone."""
    return replace(
        pack,
        sections=tuple(map(_without_month, pack.sections)),
        appendices=tuple(map(_without_month, pack.appendices)),
    )


def _without_month(table: Table[Told]) -> Table[Told]:
    bands = {column.band for column in table.columns}
    if bands <= {MONTH_BAND, ""}:
        return table
    kept = tuple(
        replace(column, prints=column.prints and column.band != MONTH_BAND)
        for column in table.columns
    )
    drawn = {column.key for column in kept if column.prints}
    charts = tuple(chart for chart in table.charts if drawn >= {chart.names, *chart.series})
    return replace(table, columns=kept, charts=charts)


def _fill(fill: Fill, pack: Pack, step: Step, path: Path) -> None:
    fill(path, pack, step)


def checked_formats(wanted: Sequence[str]) -> tuple[str, ...]:
    """Return formats by their names, each once.

    Raises:
        Refusal: one is not known, or none is wanted.
    """
    names = tuple(dict.fromkeys(each.strip().lower() for each in wanted if each.strip()))
    if not names:
        raise Refusal(f"Choose at least one of: {', '.join(WRITERS)}.")
    for each in names:
        _writer(each)
    return names


def _writer(wanted: str) -> Fill:
    if wanted not in WRITERS:
        known = ", ".join(WRITERS)
        raise Refusal(f"The format “{wanted}” is not known. Choose from: {known}.")
    return WRITERS[wanted]


def _book(path: Path, pack: Pack, step: Step) -> None:
    from pch_desktop.exports.pack_book import fill  # XlsxWriter comes with it

    fill(path, pack, step)


def _pages(path: Path, pack: Pack, step: Step) -> None:
    from pch_desktop.exports.pdf import fill

    fill(path, pack, step)


def _words(path: Path, pack: Pack, step: Step) -> None:
    from pch_desktop.exports.word_document import fill  # python-docx comes with it

    fill(path, pack, step)


WRITERS: dict[str, Fill] = {"xlsx": _book, "pdf": _pages, "docx": _words}
FORMATS = tuple(WRITERS)
