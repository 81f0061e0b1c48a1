"""Everything held about one person: a workbook, and the same as plain text beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.list_book import write_lists
from pch_desktop.reports.person_file import person_text
from pch_desktop.reports.table import Table
from pch_desktop.store.whole import whole

TEXT = ".txt"


def write_person(place: str, tables: Sequence[Table[Any]], target: Path) -> Path:
    """Write what is held about a person to a workbook and a text beside it; return the workbook.

    Raises:
        Refusal: the place cannot be written to.
    """
    write_lists(place, "Everything held about one person", tables, target)
    try:
        with whole(target.with_suffix(TEXT)) as temporary:
            temporary.write_text(person_text(tables), "utf-8")
    except OSError as error:
        raise Refusal(
            f"{target.name} was written, but not the text beside it: {error.strerror}. "
            "Choose another folder."
        ) from error
    return target
