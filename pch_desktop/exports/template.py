"""A secretary's own template, filled with a month's figures; all else in it stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.board import Pack
from pch_desktop.exports.package import TYPES, Package, no_template, package
from pch_desktop.exports.repacked import repack
from pch_desktop.exports.template_names import Known
from pch_desktop.exports.template_places import known
from pch_desktop.exports.template_told import Filled, no_names
from pch_desktop.store.whole import write_whole

WORKBOOK = "spreadsheetml.sheet.main"
DOCUMENT = "wordprocessingml.document.main"
FORMULAS = (
    "Its formulas are worked out again when Excel opens it; in LibreOffice press Ctrl+Shift+F9."
)


def fill_template(pack: Pack, template: Path, target: Path) -> Filled:
    """Fill a template's named places and write it to another file.

    Every part of the template in which no name stands is taken over byte for
    byte. Names begin with PCH_ (see ``template_places``): in a workbook they are
    defined names, in a document tags of content controls or bookmarks.

    Raises:
        Refusal: the template cannot be used or has no such names, or the target
            cannot be written; a former file at the target is as it was.
    """
    found = package(template)
    if target.suffix.lower() != template.suffix.lower() or target.resolve() == template.resolve():
        raise Refusal(f"Give the filled template another name that ends in {template.suffix}.")
    may = known(pack)
    read = _read(found, may)
    if not read.names:
        raise Refusal(no_names(template.name, read.others))
    write_whole(target, lambda path: repack(found.packed, path, read.changed))
    return _told(target, read, may)


@dataclass(frozen=True, slots=True)
class _Read:
    """A template with its places filled in memory."""

    names: Sequence[str]
    others: Sequence[str]
    """Its names that are not for us."""
    changed: Mapping[str, bytes]
    notes: tuple[str, ...] = ()


def _read(found: Package, may: Known) -> _Read:
    kinds = found.parts.get(TYPES, b"")
    if WORKBOOK.encode() in kinds:
        from pch_desktop.exports.template_book import fill_book, has_formulas
        from pch_desktop.exports.template_points import other_names, points

        names = [point.name for point in points(found)]
        notes = (FORMULAS,) if has_formulas(found) else ()
        return _Read(names, other_names(found), fill_book(found, may), notes)
    if DOCUMENT.encode() in kinds:
        from pch_desktop.exports.template_spots import other_spots, spots
        from pch_desktop.exports.template_words import fill_words

        names = [spot.name for placed in spots(found).values() for spot in placed]
        return _Read(names, other_spots(found), fill_words(found, may))
    raise no_template(found.name)


def _told(target: Path, read: _Read, may: Known) -> Filled:
    names = list(dict.fromkeys(read.names))
    known_here = [name for name in names if name in may]
    blank = [name for name in known_here if may.is_blank(name)]
    return Filled(
        path=target,
        filled=tuple(name for name in known_here if name not in blank),
        unknown=tuple(may.meant(name) for name in names if name not in may),
        not_known=tuple(blank),
        notes=read.notes,
    )
