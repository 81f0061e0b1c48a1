"""Taking in any file, official or somebody's own: what the window and the command line call."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import opening, own
from pch_desktop.imports.own_fields import KIND_WORDS, OwnKind
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.imports.reading import opened
from pch_desktop.imports.recognise import KINDS, found_in

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile

OFFICIAL = {kind.key: kind.words for kind in KINDS}
OWN = {kind.value: KIND_WORDS[kind] for kind in OwnKind}
OLD_WORKBOOKS = frozenset({".xls", ".ods"})
"""No official file we know comes in these, and they are read by another way."""


SURE = 0.8
"""How sure a sheet of somebody's own must look before it is taken without being asked about."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person says of a file, where the file does not say it itself."""

    kind: str | None = None
    year: FinancialYear | None = None
    sheet: str | None = None
    reason: str | None = None
    """Why it is taken although it looks like a table of patients."""


AS_IT_SAYS = Wanted()


def plan(file: LocalityFile, source: Path, wanted: Wanted = AS_IT_SAYS) -> ImportPlan:
    """Return what taking a file in would do; nothing is written yet.

    A file is held against the official kinds first, and else read as
    somebody's own.

    Raises:
        Refusal: it is neither, or cannot be used.
    """
    if is_official(source, wanted.kind):
        reading = opening.read_file(source, wanted.kind, wanted.year, wanted.reason)
        return opening.plan_for(file, reading)
    sheet = own.read(source, wanted.kind, wanted.sheet, reason=wanted.reason)
    if wanted.kind is None and sheet.guess.sure < SURE:
        raise Refusal(
            f"“{source.name}” is none of the official files known here. {sheet.words} That is too "
            f"little to take it unasked. Say what it is: {', '.join(OWN)}."
        )
    return own.plan_for(file, sheet, year=wanted.year)


def is_official(source: Path, kind: str | None = None) -> bool:
    """Return whether a file is of an official kind: as is said, else as its headings tell.

    Raises:
        Refusal: there is no kind of that name.
    """
    if kind is not None:
        if kind not in OFFICIAL and kind not in OWN:
            known = ", ".join((*OWN, *OFFICIAL))
            raise Refusal(f"“{kind}” is no kind of file. Choose one of: {known}.")
        return kind in OFFICIAL
    if source.suffix.casefold() in OLD_WORKBOOKS:
        return False
    return found_in(opened(source)) is not None
