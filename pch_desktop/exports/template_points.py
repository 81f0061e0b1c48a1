"""Where the names of a secretary's own workbook point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.package import ID, Package
from pch_desktop.exports.sheet_boxes import Box, box_of
from pch_desktop.exports.template_names import BEGINS, is_ours

CELLS = r"(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)"
POINTS_AT = re.compile(rf"(?:'((?:[^']|'')+)'|([^'!]+))!{CELLS}")


@dataclass(frozen=True, slots=True)
class Point:
    """A name of a workbook and the cells it points at."""

    name: str
    part: str
    """The part that holds the sheet."""
    box: Box


def points(package: Package) -> list[Point]:
    """Return the names of a workbook that are for us, in their order.

    Raises:
        Refusal: one points at no cell of a sheet.
    """
    related = package.related(package.main)
    found = package.xml(package.main)
    sheets = {each.get("name"): related.get(each.get(ID), "") for each in named(found, "sheet")}
    names = [each for each in named(found, "definedName") if is_ours(str(each.get("name")))]
    return [_point(package, sheets, each) for each in names]


def other_names(package: Package) -> list[str]:
    """Return the names a workbook has that are not for us."""
    found = [str(each.get("name")) for each in named(package.xml(package.main), "definedName")]
    return [name for name in found if not is_ours(name) and not name.startswith("_xlnm.")]


def named(tree: Any, name: str) -> list[Any]:
    """Return the elements of a name, whatever their namespace is called."""
    return [each for each in tree.iter() if str(each.tag).rpartition("}")[2] == name]


def _point(package: Package, sheets: dict[Any, str], found: Any) -> Point:
    name, at = str(found.get("name")), str(found.text or "").strip()
    match = POINTS_AT.fullmatch(at)
    part = sheets.get((match[1] or match[2]).replace("''", "'"), "") if match else ""
    if match is None or part not in package.parts:
        raise Refusal(
            f"{name} points at “{at}”, which is no cell of a sheet. Let it point at one cell, "
            f"or rename it so that it does not begin with {BEGINS}."
        )
    return Point(name, part, box_of(match[3]))
