"""How cells of a workbook look: one format for each kind of value and place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from pch_desktop.reports.table import LEFT, Kind

INK, SOFT, DARK, BLUE = "#212B32", "#4C6272", "#003087", "#005EB8"
RULE, BAND, WORSE, WORSE_FILL, BETTER_FILL = "#AEB7BD", "#DCE4EA", "#A84300", "#E46C0A", "#41B6E6"
NUMBERS: Mapping[Kind, str] = {
    Kind.COUNT: '#,##0_);(#,##0);"–"_)',
    Kind.NUMBER: '#,##0.0_);(#,##0.0);"–"_)',
    Kind.INDEX: '0.0000_);(0.0000);"–"_)',
    Kind.WTE: '#,##0.00_);(#,##0.00);"–"_)',
    Kind.SHARE: '0.0%_);(0.0%);"–"_)',
    Kind.MONEY: '£#,##0_);(£#,##0);"–"_)',
    Kind.THOUSANDS: '#,##0,_);(#,##0,);"–"_)',
    Kind.DATE: "d mmm yyyy",
}
"""The space a bracket takes keeps digits in line; £000 cells hold pounds and pence."""
RATINGS = (
    ("Red", "#F6C9B4", "#7A2600"),
    ("Amber", "#FFE3A8", "#5C3B00"),
    ("Green", "#CDE3F5", "#003C78"),
)
"""Each rating's fill and ink; Green is pale blue, so that nobody needs to tell red from green."""


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, **facts: Any) -> Format:
        """Return the format of these facts, in Arial 10 unless they say otherwise."""
        usual = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "vcenter"}
        look = tuple(sorted((usual | facts).items()))
        if look not in self._made:
            self._made[look] = self._book.add_format(dict(look))
        return self._made[look]

    def heading(self, kind: Kind) -> Format:
        """Return the look of a column's heading."""
        return self.of(
            bold=True,
            font_color="#FFFFFF",
            bg_color=DARK,
            text_wrap=True,
            align="left" if kind in LEFT else "right",
        )

    def cell(self, kind: Kind, *, is_total: bool = False, starts_band: bool = False) -> Format:
        """Return the look of a value in a table."""
        facts: dict[str, Any] = {"bottom": 4, "bottom_color": RULE}
        if is_total:
            facts = {"bold": True, "bg_color": BAND, "top": 2, "bottom": 2, "top_color": DARK}
            facts["bottom_color"] = DARK
        if starts_band:
            facts |= {"left": 1, "left_color": SOFT}
        if kind in NUMBERS:
            facts["num_format"] = NUMBERS[kind]
        facts["align"] = "left" if kind in LEFT else "right"
        if kind is Kind.TEXT:
            facts |= {"text_wrap": True, "num_format": "@"}
        return self.of(**facts)

    def title(self, size: int = 16) -> Format:
        """Return the look of a sheet's title."""
        return self.of(bold=True, font_size=size, font_color=DARK)

    def quiet(self, **facts: Any) -> Format:
        """Return the look of what stands beside the figures: subtitles and notes."""
        return self.of(font_color=SOFT, **facts)

    def link(self) -> Format:
        """Return the look of a link to another sheet."""
        return self.of(font_color=BLUE, underline=1)
