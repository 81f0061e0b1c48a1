"""Where the rows and cells of a sheet stand that somebody else made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_rowcol_to_cell

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.scan import Element, elements
from pch_desktop.exports.sheet_boxes import Box, Place, box_of, is_in


@dataclass(slots=True)
class Row:
    """A row and those of its cells that are there, by their columns."""

    element: Element
    cells: dict[int, Element] = field(default_factory=dict[int, Element])


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a sheet, by their places."""

    sheet: Element
    rows: Mapping[int, Row]
    shared: tuple[Box, ...]
    """What formulas that stand in several cells cover."""
    formulas: frozenset[Place]
    merged: tuple[Box, ...]

    def check(self, wanted: Iterable[Place]) -> None:
        """Refuse cells that hold formulas or cannot be seen.

        Raises:
            Refusal: it names the cell and what to do.
        """
        for place in wanted:
            cell = xl_rowcol_to_cell(*place)
            if place in self.formulas or any(is_in(place, box) for box in self.shared):
                raise Refusal(f"{cell} holds a formula, which is left as it is. "
                              "Let the name point at a cell without one.")  # fmt: skip
            over = next((box for box in self.merged if is_in(place, box)), None)
            if over and place != over[0]:
                first = xl_rowcol_to_cell(*over[0])
                raise Refusal(f"{cell} is hidden by merged cells. Let the name point at {first}.")


@dataclass(slots=True)
class _Keeps:
    """Which elements are wanted: rows, the cells of some, formulas, merged cells."""

    wanted: frozenset[int]
    at: int = -1

    def __call__(self, name: str, said: Mapping[str, str]) -> bool:
        if name == "row":
            self.at = _row(said, self.at)
            return True
        if name in {"c", "f"}:
            return self.at in self.wanted or (name == "f" and "ref" in said)
        return name in {"sheetData", "mergeCell"}


def rows_of(name: str, xml: bytes, wanted: Iterable[int]) -> Rows:
    """Return where the rows of a sheet stand, with the cells of those that are wanted.

    Raises:
        Refusal: the sheet is damaged.
    """
    found = elements(name, xml, _Keeps(frozenset(wanted)))
    rows = dict(_rows(found))
    formulas = [each for each in found if each.name == "f"]
    held = {id(each.within) for each in formulas}
    return Rows(
        sheet=next(each for each in found if each.name == "sheetData"),
        rows=rows,
        shared=tuple(box_of(each.said["ref"]) for each in formulas if "ref" in each.said),
        formulas=frozenset(
            (at, column)
            for at, row in rows.items()
            for column, cell in row.cells.items()
            if id(cell) in held
        ),
        merged=tuple(box_of(each.said["ref"]) for each in found if each.name == "mergeCell"),
    )


def _rows(found: Iterable[Element]) -> Iterator[tuple[int, Row]]:
    at = column = -1
    row: Row | None = None
    for element in found:
        if element.name == "row":
            at, column, row = _row(element.said, at), -1, Row(element)
            yield at, row
        elif element.name == "c" and row is not None:
            said = element.said.get("r")
            column = box_of(said)[0][1] if said else column + 1
            row.cells[column] = element


def _row(said: Mapping[str, str], before: int) -> int:
    return int(said["r"]) - 1 if "r" in said else before + 1
