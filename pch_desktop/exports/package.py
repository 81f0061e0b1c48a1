"""A secretary's workbook or document as a package: opened safely, its parts as bytes."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.unpacking import refuse_bombs

MOST_BYTES = 50_000_000
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What files begin with that are protected by a password, or of before 2007."""
TYPES = "[Content_Types].xml"
DOCUMENT = "/officeDocument"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Package:
    """A template's bytes and parts."""

    name: str
    packed: bytes
    parts: Mapping[str, bytes]
    main: str
    """The part that is the workbook or the document."""

    def xml(self, part: str) -> Any:
        """Return a part as a tree; nothing outside it is ever read."""
        return parsed(self.name, self.parts[part])

    def related(self, part: str) -> dict[str, str]:
        """Return the parts another part points at, by the number it calls them."""
        return {found.get("Id", ""): target for found, target in _relations(self, part)}


def package(path: Path) -> Package:
    """Return a template's package.

    Raises:
        Refusal: it is not there, is protected, damaged, a bomb, signed, or no
            workbook or document without macros.
    """
    packed = _bytes(path)
    if packed.startswith(OLD):
        raise Refusal(
            f"“{path.name}” is protected by a password or of before 2007. "
            "Open it and save it without one as .xlsx or .docx."
        )
    parts = _parts(path.name, packed)
    if b"macroEnabled" in parts.get(TYPES, b""):
        raise Refusal(f"“{path.name}” holds macros, which a board pack must not. "
                      "Save it as .xlsx or .docx.")  # fmt: skip
    if any(name.startswith("_xmlsignatures/") for name in parts):
        raise Refusal(f"“{path.name}” is signed, and filling it would break the signature. "
                      "Use a copy that is not signed.")  # fmt: skip
    found = Package(path.name, packed, parts, "")
    main = [to for each, to in _relations(found, "") if each.get("Type", "").endswith(DOCUMENT)]
    if len(main) != 1 or main[0] not in parts:
        raise no_template(path.name)
    return Package(path.name, packed, parts, main[0])


def parsed(name: str, xml: bytes) -> Any:
    """Return XML as a tree.

    Raises:
        Refusal: it is damaged, or would have other things read.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        return fromstring(xml, forbid_dtd=True)
    except (DefusedXmlException, ParseError, ValueError) as error:
        raise damaged(name) from error


def damaged(name: str) -> Refusal:
    """Return what to say of a template that cannot be read."""
    return Refusal(f"“{name}” is damaged: part of it cannot be read. Open it and save it again.")


def _relations(package: Package, part: str) -> list[tuple[Any, str]]:
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in package.parts:
        return []
    found = [each for each in package.xml(rels) if each.get("TargetMode") != "External"]
    return [(each, _target(folder, each.get("Target", ""))) for each in found]


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refusal(f"“{path.name}” is larger than {MOST_BYTES // 1_000_000} MB. "
                          "Choose a template without large pictures.")  # fmt: skip
        return path.read_bytes()
    except FileNotFoundError:
        raise Refusal(f"There is no template “{path.name}” there. Choose it again.") from None
    except OSError as error:
        raise Refusal(f"“{path.name}” cannot be read: {error.strerror}.") from error


def _parts(name: str, packed: bytes) -> dict[str, bytes]:
    if not packed.startswith(b"PK"):
        raise no_template(name)
    try:
        with ZipFile(BytesIO(packed)) as archive:
            held = archive.infolist()
            refuse_bombs(name, [part.file_size for part in held], len(packed), "a template")
            if len({part.filename for part in held}) != len(held):
                raise damaged(name)
            return {part.filename: archive.read(part) for part in held}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise damaged(name) from error


def no_template(name: str) -> Refusal:
    """Return what to say of a file that is neither workbook nor document."""
    return Refusal(f"“{name}” is no template. Choose a workbook (.xlsx) or a document (.docx).")
