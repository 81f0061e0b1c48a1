"""The rows under a heading, sorted: rows proper, totals, sections, footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pch_desktop.imports.footing import Total, adds_up, is_total_label
from pch_desktop.imports.own_grid import Cells, Sheet
from pch_desktop.imports.own_headings import is_figure
from pch_desktop.imports.own_values import is_sector
from pch_desktop.reports.words import plural

FOOTNOTE = re.compile(
    r"(notes?\b\s*[:\d.)-]|source\b|\*|†|\(\d\)\s|\d\)\s|prepared by|printed|key:|"
    r"n\.?b\.?\b|please note)",
    re.IGNORECASE,
)
LONG = 60
MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A row proper, and where it stands."""

    number: int
    """As the spreadsheet shows it, from 1."""
    cells: Cells
    section: str = ""
    """The heading among the rows that it stands under, if there is one."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """What stands under a heading."""

    rows: tuple[Row, ...]
    totals: tuple[Total, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Sorting:
    """Rows as they are met, from the top."""

    headings: Cells
    figures: frozenset[int]
    """Which columns hold figures."""
    total_labels: tuple[str, ...] = ()
    """What the totals rows are called: “Total primary care” ends what “Primary care” begins."""
    rows: list[Row] = field(default_factory=list[Row])
    totals: list[Total] = field(default_factory=list[Total])
    sections: list[str] = field(default_factory=list[str])
    footnotes: list[str] = field(default_factory=list[str])
    repeats: list[str] = field(default_factory=list[str])
    """Where the headings stand once more."""
    warnings: list[str] = field(default_factory=list[str])
    section: str = ""
    since: int = 0
    """How many rows stood before the last total or section."""

    def meet(self, number: int, cells: Cells, is_bold: bool) -> None:
        """Put one row where it belongs."""
        if _same(cells, self.headings):
            self.repeats.append(f"row {number}")
            return
        label = next((text for text in cells if text and not is_figure(text)), "")
        if self._is_total(cells, label, is_bold, number):
            covers = tuple(row.number for row in self.rows[self.since :])
            every = tuple(row.number for row in self.rows)
            self.totals.append(Total(number, label, cells, covers, every))
            self.since = len(self.rows)
        elif self._is_footnote(cells):
            self.footnotes.append(f"“{_short(label)}” (row {number})")
        elif self._is_section(cells, is_bold):
            self.section, self.since = label, len(self.rows)
            self.sections.append(f"“{_short(label)}” (row {number})")
        else:
            self.rows.append(Row(number, cells, self.section))

    def _is_total(self, cells: Cells, label: str, is_bold: bool, number: int) -> bool:
        has_figures = any(is_figure(cells[at]) for at in self.figures)
        words = [text for at, text in enumerate(cells) if text and at not in self.figures]
        if is_total_label(label, is_exact=len(words) > 1 or not has_figures):
            return has_figures or bool(self.rows)
        if not has_figures or len(words) > 1:
            return False
        if not adds_up(cells, [row.cells for row in self.rows[self.since :]], self.figures):
            return False
        if is_bold or not label:
            return True
        self.warnings.append(
            f"Row {number}, “{_short(label)}”, equals the sum of the rows above it and was kept. "
            "Leave it out if it is a total."
        )
        return False

    def _is_footnote(self, cells: Cells) -> bool:
        filled = [text for text in cells if text]
        if len(filled) != 1 or len(cells) < 2 or is_figure(filled[0]):
            return False
        return bool(FOOTNOTE.match(filled[0])) or len(filled[0]) > LONG

    def _is_section(self, cells: Cells, is_bold: bool) -> bool:
        filled = [at for at, text in enumerate(cells) if text]
        if len(filled) != 1 or not self.figures or filled[0] in self.figures:
            return False
        words = " ".join(cells[filled[0]].split()).casefold()
        return is_bold or is_sector(words) or any(words in label for label in self.total_labels)


def sorted_rows(
    sheet: Sheet, columns: Sequence[int], headings: Cells, rows: tuple[int, int]
) -> Sorted:
    """Return the rows of a table from a first to a last, sorted.

    Blank rows are skipped. What is left out is named in the notes.
    """
    first, last = rows
    grid = [
        (row, tuple(sheet.cell(row, column) for column in columns))
        for row in range(first, last + 1)
    ]
    labels = [cells[0].casefold() for _, cells in grid if cells and is_total_label(cells[0])]
    figures = _figure_columns([cells for _, cells in grid])
    sorting = _Sorting(headings, figures, tuple(" ".join(label.split()) for label in labels))
    for row, cells in grid:
        if any(cells):
            sorting.meet(row + 1, cells, row in sheet.bold)
    _trailing(sorting, {row + 1 for row, cells in grid if not any(cells)})
    return Sorted(tuple(sorting.rows), tuple(sorting.totals), tuple(_notes(sorting)))


def _trailing(sorting: _Sorting, blanks: set[int]) -> None:
    """Take lone words after a gap at the foot of a table of figures for footnotes."""
    at = len(sorting.rows)
    while at > 1 and sorting.figures and _is_lone(sorting.rows[at - 1].cells):
        at -= 1
        if sorting.rows[at].number - 1 in blanks:
            lone = sorting.rows[at:]
            del sorting.rows[at:]
            named = [
                f"“{_short(next(filter(None, row.cells)))}” (row {row.number})" for row in lone
            ]
            sorting.footnotes.extend(named)


def _is_lone(cells: Cells) -> bool:
    filled = [text for text in cells if text]
    return len(filled) == 1 and not is_figure(filled[0])


def _notes(sorting: _Sorting) -> list[str]:
    named = [f"“{_short(total.label or 'no name')}” (row {total.row})" for total in sorting.totals]
    told = [
        _left_out(plural(len(named), "totals row"), named),
        _left_out(plural(len(sorting.sections), "section heading"), sorting.sections),
        _left_out(plural(len(sorting.footnotes), "footnote"), sorting.footnotes),
        _left_out(
            plural(len(sorting.repeats), "repeated row of headings", "repeated rows of headings"),
            sorting.repeats,
        ),
    ]
    return [note for note in told if note] + sorting.warnings


def _left_out(what: str, named: list[str]) -> str:
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    return f"Left out {what}: {', '.join(named[:MOST_NAMED])}{more}." if named else ""


def _figure_columns(rows: list[Cells]) -> frozenset[int]:
    """Return the columns whose cells are mostly figures."""
    width = len(rows[0]) if rows else 0
    found: set[int] = set()
    for at in range(width):
        texts = [cells[at] for cells in rows if cells[at]]
        if texts and sum(map(is_figure, texts)) * 2 > len(texts):
            found.add(at)
    return frozenset(found)


def _same(cells: Cells, headings: Cells) -> bool:
    filled = [" ".join(text.split()).casefold() for text in cells if text]
    known = {" ".join(text.split()).casefold() for text in headings if text}
    return len(filled) > 1 and set(filled) <= known


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 50 else f"{plain[:47]}..."
