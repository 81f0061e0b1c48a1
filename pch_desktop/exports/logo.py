"""The locality's logo on the cover, as large as there is room and no larger."""

from __future__ import annotations

from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from pch_desktop.domain.logo import read_logo
from pch_desktop.exports.board import Logo
from pch_desktop.exports.cell import legible

HIGH, WIDE = 50.0, 160.0
"""The room a logo has, in points."""
PIXELS = 4 / 3
"""Pixels to a point."""
EDGE = 6


def insert_logo(sheet: Worksheet, logo: Logo, across: float) -> None:
    """Put the logo at the right of a cover's title, in its second column of so many points."""
    facts = read_logo(logo.content)
    share = min(HIGH * PIXELS / facts.high, WIDE * PIXELS / facts.wide)
    options = {
        "image_data": BytesIO(logo.content),
        "description": legible(logo.alt_text),
        "x_scale": share,
        "y_scale": share,
        "x_offset": across * PIXELS - facts.wide * share - EDGE,
        "y_offset": EDGE,
        "object_position": 2,
    }
    sheet.insert_image(0, 1, f"logo.{logo.kind}", options)
