"""A sheet as a page of paper: its size, its head, what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from xlsxwriter.worksheet import Worksheet

from pch_desktop.exports.cell import legible, write
from pch_desktop.exports.style import BLUE, DARK, RULE, SOFT, Styles

HEAD, FIRST = 3, 4
"""The rows of the headings and of the first record; title and subtitle stand above."""
A4, SIDE, TOP = 9, 0.5, 0.75
ROOM_ACROSS, ROOM_DOWN = 770.0, 487.0
"""What A4 on its side has between the margins, in points."""
SMALLEST = 0.62
"""How small a sheet may be made to fit one page: ten-point letters at 6.2."""
LONGEST_PLACE = 60
FRONT, SECTION, AFTER, APPENDIX = DARK, BLUE, SOFT, RULE
"""The colours of sheets' tabs."""
MAY_STILL = (
    "objects",
    "format_columns",
    "format_rows",
    "sort",
    "autofilter",
    "select_locked_cells",
    "select_unlocked_cells",
)
"""What a sheet guarded against slips allows; there is no password to take the guard away."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a sheet has around it."""

    place: str
    pack: str
    marking: str
    tab: str = SECTION
    notional: str = ""
    """What stands in the middle of its head, where its money is notional."""
    seal: str = ""
    """What tells the very pack in the foot of each page, where it was issued."""
    back: str = "Contents"
    """The sheet that leads to all others; nothing where there is none."""
    is_guarded: bool = True
    """Whether it is guarded against slips; what somebody is to work on is not."""

    def of(self, tab: str, notional: str = "") -> Self:
        """Return the frame of another sheet of the workbook."""
        return replace(self, tab=tab, notional=notional)


def set_page(sheet: Worksheet, frame: Frame, name: str) -> None:
    """Set a sheet up for A4 landscape, one page wide, with its header and footer."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(SIDE, SIDE, TOP, TOP)
    sheet.set_tab_color(frame.tab)
    plain = '&"Arial,Regular"&9'
    place = _escaped(frame.place[:LONGEST_PLACE])
    pack, marking = _escaped(frame.pack), _escaped(frame.marking)
    middle = f'&C&"Arial,Bold"&9{_escaped(frame.notional)}' if frame.notional else ""
    sheet.set_header(f"&L{plain}{place}{middle}&R{plain}{marking}  {pack}")
    foot = f"{pack}  {_escaped(frame.seal)}".rstrip()
    sheet.set_footer(f"&L{plain}{foot}&C{plain}Page &P of &N&R{plain}{_escaped(name)}")
    if frame.is_guarded:
        sheet.protect("", dict.fromkeys(MAY_STILL, True))


def head(sheet: Worksheet, styles: Styles, words: tuple[str, str], last: int | None = None) -> None:
    """Write a sheet's title and subtitle; in its last column the way back to the contents."""
    title, subtitle = words
    sheet.set_row(0, 26)
    sheet.set_row(1, 18)
    sheet.set_row(2, 8)
    write(sheet, 0, 0, title, styles.title())
    write(sheet, 1, 0, subtitle or None, styles.quiet(font_size=11))
    if last is not None:
        sheet.write_url(1, last, "internal:'Contents'!A1", styles.link(align="right"), "Contents")


def points_across(widths: Sequence[float]) -> float:
    """Return how wide columns of so many characters are, in points."""
    return sum(int(width * 7 + 5) * 0.75 for width in widths)


def fit(sheet: Worksheet, down: float, breaks: Sequence[int] = ()) -> None:
    """Fit a sheet to one page where that leaves it readable; else let no chart be cut in two.

    Args:
        sheet: the sheet.
        down: how high it is, in points.
        breaks: the rows before which a new page begins where one page is too few.
    """
    if down * SMALLEST <= ROOM_DOWN:
        sheet.fit_to_pages(1, 1)
    elif breaks:
        sheet.set_h_pagebreaks(list(breaks))


def _escaped(words: str) -> str:
    """Return words for a header, where & begins a code."""
    return legible(words).replace("&", "&&")
