"""The board pack in Excel: every section's tables on their sheets, led by a summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pch_desktop import __version__
from pch_desktop.domain.budget import Thresholds
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports import overview
from pch_desktop.reports.budget import KEY, SHADOW
from pch_desktop.reports.definitions import definitions
from pch_desktop.reports.overview import MeasureRow
from pch_desktop.reports.quality import quality, statements
from pch_desktop.reports.table import Kind, Table
from pch_desktop.reports.words import written
from pch_desktop.store import locality
from pch_desktop.store.whole import whole

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile

Step = Callable[[str], None]
"""Told the name of each sheet as it is begun; it may raise to stop."""
MARKING = "OFFICIAL"


@dataclass(frozen=True, slots=True)
class Pack:
    """All that a board pack shows, read from the file once."""

    place: str
    month: Month
    made_at: datetime
    summary: Table[MeasureRow]
    sections: tuple[Table[Any], ...]
    """The first table of each section, in order."""
    appendices: tuple[Table[Any], ...]
    cover: tuple[tuple[str, str], ...]
    quality: Table[Any]
    definitions: Table[Any]
    thresholds: Thresholds

    @property
    def title(self) -> str:
        """What the pack is called on its cover."""
        return f"Board pack: Month {self.month.number}, {self.month.words}"

    @property
    def file_name(self) -> str:
        """What its workbook is called: safe in any folder."""
        kept = "".join(mark if mark.isalnum() or mark in " -" else " " for mark in self.place)
        return f"{' '.join(kept.split())[:80]} board pack {self.month}.xlsx"


def gather(file: LocalityFile, month: Month, made_at: datetime) -> Pack:
    """Read all that a month's board pack shows."""
    found = file.read(locality.locality)
    built = {
        name: statement.build(file, month)
        for name, statement in statements().items()
        if name != "overview"
    }
    summary = overview.summary(file, month)
    pack = Pack(
        place=found.name,
        month=month,
        made_at=made_at,
        summary=summary,
        sections=tuple(tables[0] for tables in built.values() if tables),
        appendices=tuple(table for tables in built.values() for table in tables[1:]),
        cover=(),
        quality=quality(file, month),
        definitions=definitions(file, month),
        thresholds=file.read(locality.thresholds),
    )
    return replace(pack, cover=_cover(pack, is_sample=found.is_sample))


def write_pack(pack: Pack, folder: Path, step: Step = lambda _: None) -> Path:
    """Write a pack's workbook into a folder; the former one stays till all is well.

    Returns:
        Where it stands.

    Raises:
        Refusal: the folder is missing or cannot be written to, or the former
            workbook is open elsewhere.
    """
    from pch_desktop.exports.pack_book import fill  # XlsxWriter comes with it

    target = folder / pack.file_name
    if not folder.is_dir():
        raise Refusal(f"There is no folder {folder}. Choose another folder.")
    try:
        with whole(target) as temporary:
            fill(temporary, pack, step)
    except PermissionError as error:
        raise Refusal(_held(target)) from error
    except OSError as error:
        raise Refusal(
            f"The board pack was not written: {error.strerror}. {_held(target)}"
        ) from error
    return target


def _held(target: Path) -> str:
    if target.exists():
        return (
            f"{target.name} is open in another program or write-protected, and is as it was. "
            "Close it there and try again."
        )
    return f"The folder {target.parent} cannot be written to. Choose another folder."


def _cover(pack: Pack, *, is_sample: bool) -> tuple[tuple[str, str], ...]:
    people = next(row for row in pack.summary.rows if row.key == "registered")
    registered = f"{written(people.value, people.kind) or 'not known'} people"
    rows = (
        ("Locality", pack.place + (" (an invented sample)" if is_sample else "")),
        ("Month", f"{pack.month.words}, month {pack.month.number} of {pack.month.financial_year}"),
        ("Figures to", written(pack.month.last, Kind.DATE)),
        ("Registered population", registered),
        ("In short", overview.sentence(pack.summary.rows)),
        ("Signs", KEY),
        ("Shadow budget", SHADOW),
        ("Units", "Finance in £000 unless stated; the cells hold pounds and pence."),
        ("Made", f"{pack.made_at:%d %B %Y, %H:%M} with PCH Desktop {__version__}"),
    )
    return tuple((name, words) for name, words in rows if words)
