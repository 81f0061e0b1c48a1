"""How cells of a workbook look: one format for each kind of value and place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from pch_desktop.reports.table import LEFT, Kind

INK, SOFT, DARK, BLUE = "#212B32", "#4C6272", "#003087", "#005EB8"
HAIR, RULE, BAND, FAINT = "#D8DDE0", "#AEB7BD", "#DCE4EA", "#F0F4F5"
WORSE, WORSE_FILL, BETTER_FILL = "#A84300", "#E46C0A", "#41B6E6"
THIN, MEDIUM = 1, 2
NUMBERS: Mapping[Kind, str] = {
    Kind.COUNT: '#,##0_);(#,##0);"–"_)',
    Kind.NUMBER: '#,##0.0_);(#,##0.0);"–"_)',
    Kind.INDEX: '#,##0.0000_);(#,##0.0000);"–"_)',
    Kind.WTE: '#,##0.00_);(#,##0.00);"–"_)',
    Kind.SHARE: '0.0%_);(0.0%);"–"_)',
    Kind.RATE: '0.00%_);(0.00%);"–"_)',
    Kind.EXACT: '#,##0.00_);(#,##0.00);"–"_)',
    Kind.MONEY: '£#,##0_);(£#,##0);"–"_)',
    Kind.THOUSANDS: '#,##0,_);(#,##0,);"–"_)',
    Kind.DATE: "d mmm yyyy",
}
"""The space a bracket takes keeps digits in line; £000 cells hold pounds and pence."""
RATINGS = (
    ("Red", "#F6C9B4", "#7A2600"),
    ("Amber", "#FFE3A8", "#5C3B00"),
    ("Green", "#CDE3F5", "#003C78"),
    ("Extreme", "#F6C9B4", "#7A2600"),
    ("High", "#FFE3A8", "#5C3B00"),
    ("Moderate", "#CDE3F5", "#003C78"),
    ("Low", "#E6F0F9", "#003C78"),
)
"""Each rating's fill and ink; Green is pale blue, so that nobody needs to tell red from green."""
Look = tuple[tuple[str, Any], ...]


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[Look, Format] = {}
        self._cells: dict[tuple[Kind, bool, bool, bool], Format] = {}

    def of(self, **facts: Any) -> Format:
        """Return the format of these facts, in Arial 10 unless they say otherwise."""
        usual = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "vcenter"}
        look = tuple(sorted((usual | facts).items()))
        if look not in self._made:
            self._made[look] = self._book.add_format(dict(look))
        return self._made[look]

    def heading(self, *, is_left: bool, is_first: bool = False) -> Format:
        """Return the look of a column's heading."""
        facts: dict[str, Any] = {"align": "left", "indent": int(not is_first)}
        return self.of(
            bold=True,
            font_color="#FFFFFF",
            bg_color=DARK,
            text_wrap=True,
            **(facts if is_left else {"align": "right"}),
        )

    def cell(
        self,
        kind: Kind,
        *,
        is_total: bool = False,
        starts_band: bool = False,
        is_first: bool = False,
    ) -> Format:
        """Return the look of a value in a table."""
        key = (kind, is_total, starts_band, is_first)
        if key not in self._cells:
            self._cells[key] = self.of(**_cell(*key))
        return self._cells[key]

    def sum(self, kind: Kind, *, is_total: bool, starts_band: bool, is_first: bool) -> Format:
        """Return the look of a sum: of a whole table, or of a block of it."""
        if is_total:
            return self.cell(kind, is_total=True, starts_band=starts_band, is_first=is_first)
        facts = _cell(kind, False, starts_band, is_first)
        rule = {"bottom": THIN, "bottom_color": RULE, "top": THIN, "top_color": RULE}
        return self.of(**(facts | {"bold": True, "bg_color": FAINT} | rule))

    def title(self, size: int = 16) -> Format:
        """Return the look of a sheet's title."""
        return self.of(bold=True, font_size=size, font_color=DARK)

    def quiet(self, **facts: Any) -> Format:
        """Return the look of what stands beside the figures: subtitles and notes."""
        return self.of(font_color=SOFT, **facts)

    def link(self, **facts: Any) -> Format:
        """Return the look of a link to another sheet."""
        return self.of(font_color=BLUE, underline=1, **facts)


def _cell(kind: Kind, is_total: bool, starts_band: bool, is_first: bool) -> dict[str, Any]:
    facts: dict[str, Any] = {"bottom": THIN, "bottom_color": HAIR}
    if is_total:
        facts = {"bold": True, "bg_color": BAND, "top": MEDIUM, "bottom": MEDIUM}
        facts |= {"top_color": DARK, "bottom_color": DARK}
    if starts_band:
        facts |= {"left": THIN, "left_color": RULE}
    if kind in NUMBERS:
        facts["num_format"] = NUMBERS[kind]
    if kind in LEFT:
        # The indent keeps words off the figures to their left.
        facts |= {"align": "left", "indent": int(not is_first)}
    else:
        facts["align"] = "right"
    if kind is Kind.TEXT:
        # An apostrophe that does not show keeps =1+1 text even when edited.
        facts |= {"text_wrap": True, "num_format": "@", "quote_prefix": True}
    return facts
