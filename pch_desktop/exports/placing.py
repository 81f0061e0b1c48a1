"""Pictures on a sheet: below all else, with their findings above them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from pch_desktop.exports.board import Picture
from pch_desktop.exports.cell import legible, write
from pch_desktop.exports.style import Styles

PIXELS = 4 / 3
"""Pixels to a point."""
ABOVE, BELOW, ROW = 20.0, 12.0, 15.0
"""Points for a finding, under a picture, and of a row nobody has set."""


def height_of_pictures(pictures: Sequence[Picture], across: float) -> float:
    """Return how high pictures are below one another, in points."""
    return sum(ABOVE + _size(each.png, across)[1] + BELOW for each in pictures)


def rows_of(points: float) -> int:
    """Return how many rows nobody has set are so many points high, rounded up."""
    return int(-(-points // ROW))


def insert_pictures(
    sheet: Worksheet, styles: Styles, pictures: Sequence[Picture], at_row: int, across: float
) -> None:
    """Put pictures below one another from a row on, each as wide as the table above."""
    for picture in pictures:
        sheet.set_row(at_row, ABOVE)
        write(sheet, at_row, 0, picture.finding, styles.title(11))
        _, high, scale = _size(picture.png, across)
        options = {
            "image_data": BytesIO(picture.png),
            "description": legible(picture.alt_text),
            "x_scale": scale,
            "y_scale": scale,
            "object_position": 2,
        }
        sheet.insert_image(at_row + 1, 0, f"{picture.on}.png", options)
        at_row += 1 + rows_of(high + BELOW)


def _size(content: bytes, across: float) -> tuple[float, float, float]:
    """Return how wide and high a picture will be, in points, and by what it is scaled."""
    from PIL import Image

    with Image.open(BytesIO(content)) as picture:
        dots = picture.info.get("dpi", (96.0, 96.0))
        wide = picture.width / float(dots[0] or 96) * 72
        high = picture.height / float(dots[1] or 96) * 72
    scale = min(1.0, across / wide)
    return wide * scale, high * scale, scale
