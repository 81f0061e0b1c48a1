"""Telling what an official file is: by its headings and shape, never by its name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import (
    appointments,
    list_sizes,
    network_staff,
    networks,
    organisations,
    payments,
    practice_staff,
    practices,
    weighted,
)
from pch_desktop.imports.official import FoundTable, Headings, OfficialKind
from pch_desktop.imports.patients import refuse_patients
from pch_desktop.imports.reading import Opened, Sheet

KINDS: tuple[OfficialKind, ...] = (
    payments.KIND,
    weighted.KIND,
    network_staff.KIND,
    practice_staff.KIND,
    appointments.KIND,
    list_sizes.KIND,
    networks.KIND,
    practices.KIND,
    organisations.KIND,
)
FAR_DOWN = 30
"""Titles and notes may stand above the headings, but not more rows of them than this."""
SAMPLED, WIDEST = 2_000, 256
"""So many rows and columns of a file we do not know are looked at for patients."""


def recognised(
    file: Opened, kind: str | None = None, reason: str | None = None
) -> tuple[OfficialKind, FoundTable]:
    """Return what kind of official file it is, and where its table stands.

    Args:
        kind: the key of the kind it must be; nothing lets its headings say.
        reason: why the check for patients is overridden, where it is.

    Raises:
        Refusal: it is none we know, or it looks as if patients could be told from it.
    """
    kinds = [each.asked for each in KINDS if kind == each.key] if kind else list(KINDS)
    found = found_in(file, kinds)
    if found is not None:
        return found
    for sheet in file.sheets:
        sample = (row[:WIDEST] for row in islice(sheet.rows(), SAMPLED))
        refuse_patients(file.name, sheet.name, sample, reason)
    raise Refusal(_unknown(file, kinds))


def found_in(
    file: Opened, kinds: Sequence[OfficialKind] = KINDS
) -> tuple[OfficialKind, FoundTable] | None:
    """Return which of some kinds a file is and where its table stands, or None."""
    for sheet in file.sheets:
        for number, row in enumerate(islice(sheet.rows(), FAR_DOWN), 1):
            headings = Headings.of(row)
            for each in kinds:
                if each.fits(headings):
                    first = number + each.has_headings
                    return each, FoundTable(file, sheet, headings, first)
    return None


def _unknown(file: Opened, kinds: list[OfficialKind]) -> str:
    listed = "; ".join(each.words for each in kinds)
    if len(kinds) == 1:
        return f"“{file.name}” is not a file of {listed}: its headings are {_start(file)}."
    return (
        f"“{file.name}” is none of the official files known here ({listed}): its headings are "
        f"{_start(file)}. If it is your own, bring it in as your own workbook."
    )


def _start(file: Opened) -> str:
    for sheet in file.sheets:
        first = _first_row(sheet)
        if first:
            cells = ", ".join(" ".join(cell.split())[:40] for cell in first[:5])
            where = f" on sheet “{sheet.name}”" if sheet.name else ""
            return f"“{cells}”{where}"
    return "missing"


def _first_row(sheet: Sheet) -> list[str]:
    return next(([cell for cell in row if cell] for row in sheet.rows() if any(row)), list[str]())
