"""A secretary's own workbook, filled where its names point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.cell import Stored, stored
from pch_desktop.exports.package import Package
from pch_desktop.exports.scan import Edit, edited, elements
from pch_desktop.exports.sheet_boxes import Place, merged
from pch_desktop.exports.sheet_cells import fill_cells
from pch_desktop.exports.template_lines import placed
from pch_desktop.exports.template_names import Known, is_table
from pch_desktop.exports.template_points import Point, named, points

FROM_1904 = timedelta(days=1462)
"""By how much a workbook that counts its days from 1904 is behind."""
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
NOT_CALCULATING = re.compile(rb"\sfullCalcOnLoad=[\"']\w*[\"']")
SHEETS = "xl/worksheets/"


def fill_book(package: Package, known: Known) -> dict[str, bytes]:
    """Return the parts of a workbook that change, filled.

    Raises:
        Refusal: two names share a cell, or one points at several, at a formula,
            or has too little room.
    """
    by_part: dict[str, dict[Place, Stored]] = {}
    book = package.xml(package.main)
    is_1904 = any(each.get("date1904") in {"1", "true"} for each in named(book, "workbookPr"))
    for point in points(package):
        values = by_part.setdefault(point.part, {})
        for place, value in _values(package, point, known):
            if place in values:
                raise Refusal(f"{point.name} points at cells that another name points at. "
                              "Let each name have its own.")  # fmt: skip
            is_day = is_1904 and isinstance(value, date)
            values[place] = value - FROM_1904 if is_day and isinstance(value, date) else value
    changed = {
        part: fill_cells(package.name, package.parts[part], values)
        for part, values in by_part.items()
    }
    return changed | _calculating(package)


def has_formulas(package: Package) -> bool:
    """Return whether a workbook works anything out."""
    sheets = (xml for part, xml in package.parts.items() if part.startswith(SHEETS))
    return any(FORMULA.search(xml) for xml in sheets)


def _values(package: Package, point: Point, known: Known) -> Iterator[tuple[Place, Stored]]:
    """Yield what stands where a name points; nothing where it stands for nothing."""
    key = point.name.casefold()
    if is_table(point.name) and key in known.tables:
        yield from placed(point, known.tables[key])
        return
    first, last = point.box
    if first != last and point.box not in merged(package.name, package.parts[point.part]):
        raise Refusal(f"{point.name} points at several cells. Let it point at one.")
    found = known.places.get(key)
    yield first, stored(found.value, found.kind) if found else None


def _calculating(package: Package) -> dict[str, bytes]:
    """Return the workbook's part told to work out its formulas when opened, where it has any."""
    if not has_formulas(package):
        return {}
    xml = package.parts[package.main]
    found = elements(package.name, xml, lambda name, _: name == "calcPr")
    how = next((each for each in found if each.name == "calcPr"), None)
    if how is None or how.said.get("fullCalcOnLoad") in {"1", "true"}:
        return {}
    said = NOT_CALCULATING.sub(b"", xml[how.start : how.inner])
    at = 1 + len(how.tag)
    told = said[:at] + b' fullCalcOnLoad="1"' + said[at:]
    return {package.main: edited(xml, [Edit(how.start, how.inner, told)])}
