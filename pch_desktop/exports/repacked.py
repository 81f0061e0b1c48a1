"""A packed file written again with some of its parts changed and all others as they are."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def repack(packed: bytes, path: Path, changed: Mapping[str, bytes]) -> None:
    """Write a packed file to a path with some parts changed.

    The other parts are taken over packed as they are, in their order: not a byte
    of them differs, and it takes no time.
    """
    with ZipFile(BytesIO(packed)) as before, ZipFile(path, "w", ZIP_DEFLATED) as after:
        # Where the parts begin and end is not in the types of the standard library.
        old: Any = before
        new: Any = after
        parts = sorted(before.infolist(), key=lambda part: part.header_offset)
        ends = [*(part.header_offset for part in parts[1:]), old.start_dir]
        for part, end in zip(parts, ends, strict=True):
            if part.filename in changed:
                after.writestr(_renewed(part), changed[part.filename])
                continue
            moved = copy(part)
            moved.header_offset = new.start_dir
            new.fp.write(packed[part.header_offset : end])
            new.filelist.append(moved)
            new.NameToInfo[moved.filename] = moved
            new.start_dir = new.fp.tell()


def _renewed(part: ZipInfo) -> ZipInfo:
    """Return the heading of a changed part: its name, day and rights as they were."""
    fresh = ZipInfo(part.filename, part.date_time)
    fresh.compress_type = ZIP_DEFLATED
    fresh.external_attr = part.external_attr
    return fresh
