"""Finding the row that heads a table, with the bands above and the units below it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.typed import number
from pch_desktop.imports.matching import is_known
from pch_desktop.imports.own_grid import Cells, Sheet
from pch_desktop.imports.own_months import is_month

UNIT = re.compile(
    r"\(?(£|£m|£k|£\s*['’]?0{3}s?|['’]?0{3}s?|gbp|pounds|wte|fte|hours|hrs|%|no\.?|number|days?|dd/mm/yy(yy)?)\)?",
    re.IGNORECASE,
)
YEAR = re.compile(r"(19|20)\d\d")
LONG = 60
"""Text longer than this heads no column."""
LOOK_AHEAD = 6


@dataclass(frozen=True, slots=True)
class Region:
    """Some columns of some rows of a sheet."""

    sheet: Sheet
    columns: tuple[int, ...]
    first: int
    last: int

    def cells(self, row: int) -> Cells:
        """Return a row's cells in the region's columns."""
        return tuple(self.sheet.cell(row, column) for column in self.columns)

    def is_filled(self, row: int) -> bool:
        """Return whether a row holds anything."""
        return any(self.cells(row))

    def is_several(self, row: int) -> bool:
        """Return whether a row fills two cells or more."""
        return sum(map(bool, self.cells(row))) > 1


@dataclass(frozen=True, slots=True)
class Heading:
    """The rows that head a table, as one row of texts."""

    first: int
    last: int
    cells: Cells
    """One for each column of the region."""
    units: Cells
    weight: float


def is_figure(text: str) -> bool:
    """Return whether a cell is a figure: an amount, a count, a share, an error for one."""
    if not text or is_month(text):
        return False
    try:
        return number(text) is not None
    except Refusal:
        return text.startswith("#")


def heading_at(region: Region, row: int) -> Heading | None:
    """Return the heading whose main row is this one, or None where it cannot be one."""
    main = region.cells(row)
    weight = _weight(region, row, main)
    if weight <= 0:
        return None
    first, bands = _bands(region, row)
    last, lower, units = _below(region, row, main)
    spread = _spread(region, row) if any(lower) else main
    upper = tuple(
        over if below and not text else text
        for text, over, below in zip(main, spread, lower, strict=True)
    )
    cells = tuple(map(_joined, bands, upper, lower))
    cells = tuple(f"{text} {unit}".strip() for text, unit in zip(cells, units, strict=True))
    return Heading(first, last, cells, units, weight)


def starts_table(region: Region, found: Heading, above: Heading) -> bool:
    """Return whether a heading begins another table below one that began before.

    Rows of words would all look like headings; so it has to repeat the heading
    above, or most of its words must be ones that columns are headed with.
    """
    folded = [text.casefold() for text in found.cells if text]
    if folded == [text.casefold() for text in above.cells if text]:
        return False
    known = sum(map(is_known, found.cells))
    return known >= 2 and known * 2 >= len(folded) and not any(map(is_figure, found.cells))


def _weight(region: Region, row: int, main: Cells) -> float:
    """Return how much a row looks like a heading: full, short, of known words, figures below."""
    filled = [text for text in main if text]
    figures = sum(is_figure(text) and not YEAR.fullmatch(text) for text in filled)
    long = sum(len(text) > LONG for text in filled)
    if not filled or figures * 4 > len(filled) or long * 2 > len(filled):
        return 0
    known = sum(is_known(_one_line(text)) for text in filled)
    if len(filled) < 2 and not (known and len(region.columns) == 1):
        return 0
    below = _figures_below(region, row)
    return len(filled) + 3 * known + min(below, len(filled)) - 2 * figures - 2 * long


def _figures_below(region: Region, row: int) -> int:
    """Return how many columns hold figures below a row."""
    rows = range(row + 1, min(row + 1 + LOOK_AHEAD, region.last + 1))
    return sum(
        any(is_figure(region.sheet.cell(below, column)) for below in rows)
        for column in region.columns
    )


def _bands(region: Region, row: int) -> tuple[int, Cells]:
    """Return where the rows above that band the columns begin, and each column's band."""
    blank = ("",) * len(region.columns)
    above = row - 1
    if above < region.first or not region.is_filled(above):
        return row, blank
    spread = _spread(region, above)
    filled = [text for text in region.cells(above) if text]
    covers_all = len(set(spread) - {""}) == 1 and sum(map(bool, spread)) * 5 >= 4 * len(spread)
    is_title = len(filled) == 1 and (spread.count(filled[0]) < 2 or covers_all)
    is_band = all(not is_figure(text) and len(text) <= LONG for text in filled)
    return (row, blank) if is_title or not is_band else (above, spread)


def _spread(region: Region, row: int) -> Cells:
    """Return a row with the text of merged cells in every column they cover.

    Where nothing is merged, a band goes on to the right over headings that
    would else read the same twice.
    """
    texts = dict(zip(region.columns, region.cells(row), strict=True))
    merged = [span for span in region.sheet.merged if span.top <= row <= span.bottom]
    for span in merged:
        words = region.sheet.cell(span.top, span.left)
        texts.update(dict.fromkeys((c for c in texts if span.left <= c <= span.right), words))
    if not merged:
        lower = [text.casefold() for text in region.cells(row + 1)]
        held = ""
        for at, column in enumerate(region.columns):
            held = texts[column] or (held if lower[at] and lower.count(lower[at]) > 1 else "")
            texts[column] = held
    return tuple(texts[column] for column in region.columns)


def _below(region: Region, row: int, main: Cells) -> tuple[int, Cells, Cells]:
    """Return the last heading row, and the second row's texts as headings and as units."""
    blank = ("",) * len(main)
    lower = region.cells(row + 1) if row < region.last else blank
    filled = [text for text in lower if text]
    if not filled:
        return row, blank, blank
    if all(UNIT.fullmatch(text) for text in filled):
        return row + 1, blank, lower
    if any(map(is_figure, filled)) or not any(
        lower[at] and not main[at] for at in range(len(main))
    ):
        return row, blank, blank
    under = [at for at, text in enumerate(lower) if text]
    numeric = [at for at in under if _is_numeric(region, row + 2, region.columns[at])]
    if len(numeric) * 2 <= len(under):
        return row, blank, blank
    return row + 1, lower, blank


def _is_numeric(region: Region, first: int, column: int) -> bool:
    texts = [
        text
        for row in range(first, min(first + LOOK_AHEAD, region.last + 1))
        if (text := region.sheet.cell(row, column))
    ]
    return bool(texts) and sum(map(is_figure, texts)) * 2 > len(texts)


def _joined(*parts: str) -> str:
    """Return heading texts from above downwards as one, each said once."""
    said: list[str] = []
    for part in map(_one_line, parts):
        if part and part.casefold() not in (text.casefold() for text in said):
            said.append(part)
    return " ".join(said)


def _one_line(text: str) -> str:
    return " ".join(text.split())
