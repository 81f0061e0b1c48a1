"""The special pictures of a pack, drawn when they are wanted: drawing takes seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from pch_desktop.charts import pictures
from pch_desktop.charts.pictures import DrawnPicture
from pch_desktop.exports.board import Pack, Picture, Step
from pch_desktop.exports.typesetting import pngs
from pch_desktop.store.shared import Reads, at_once

SHADES = 128
"""How many colours a picture is kept in: charts have few, and the pack is to be sent by mail."""
DOTS = 150
"""To the inch, of a picture in a workbook or a document; in the PDF it is a drawing."""


def illustrated(file: Reads, pack: Pack, step: Step = lambda _: None) -> Pack:
    """Return a pack with the pictures of its sheets, drawn of the file as it stands."""
    drawn = at_once(file, lambda shared: tuple(_drawn(shared, pack, step)))
    pngs = rasters([each.svg for each in drawn])
    made = [
        Picture(each.on, each.finding, each.alt_text, each.svg, png)
        for each, png in zip(drawn, pngs, strict=True)
    ]
    return replace(pack, pictures=tuple(made))


def rasters(drawings: Sequence[bytes]) -> list[bytes]:
    """Return drawings as PNG in few colours, in their order; typst sets all of them at once."""
    if not drawings:
        return []
    facts = {"drawings": [each.decode() for each in drawings]}
    return [_in_few_colours(each) for each in pngs("raster.typ", facts, DOTS)]


def _drawn(file: Reads, pack: Pack, step: Step) -> Iterator[DrawnPicture]:
    wanted = {table.title for table in pack.tables}
    for each in pictures.registered():
        if each.on not in wanted:
            continue
        step(f"the picture of {each.on}")
        made = pictures.picture(file, pack.month, each)
        if made is not None:
            yield made


def _in_few_colours(png: bytes) -> bytes:
    """Return a picture in so few colours that it is a third as large."""
    from PIL import Image

    with Image.open(BytesIO(png)) as full:
        few = full.convert("RGB").quantize(SHADES, Image.Quantize.FASTOCTREE)
        made = BytesIO()
        few.save(made, "png", optimize=True, dpi=(DOTS, DOTS))
    return made.getvalue()
