"""The national register's files of organisations (ODS), to look partners up in."""

from __future__ import annotations

import re
from dataclasses import replace

from pch_desktop.domain import typed
from pch_desktop.domain.ods import CODE, OdsSort
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports import practices
from pch_desktop.imports.official import FileFacts, FoundTable, Headings, OfficialKind
from pch_desktop.imports.organisations_plan import OrganisationsReading
from pch_desktop.imports.plan import RefusedRow
from pch_desktop.imports.practices import (
    CLOSED,
    GP_PRACTICE,
    NAME,
    POSTCODE,
    SETTING,
    STATUS,
    WIDTH,
    tidied_name,
    tidied_postcode,
)

FOUNDATION = 23
"""Where the file of trusts holds a letter, and that of commissioners nothing."""
NETWORK_HEADINGS = ("pcncode", "pcnname", "opendate", "closedate", "postcode")


def _fits(row: Headings) -> bool:
    """Return whether it is the file of trusts or of commissioners: both have no status."""
    cells = row.raw
    return (
        len(cells) == WIDTH
        and bool(CODE.fullmatch(cells[practices.CODE]))
        and not cells[STATUS]
        and not cells[SETTING]
        and bool(re.fullmatch(r"(\d{8})?", cells[CLOSED]))
        and bool(re.fullmatch(r"\d{8}", cells[practices.OPENED]))
    )


def _fits_any(row: Headings) -> bool:
    return _fits(row) or practices.KIND.fits(row) or _is_networks(row)


def _is_networks(row: Headings) -> bool:
    return all(row.has(name) for name in NETWORK_HEADINGS)


def _read(table: FoundTable, _year: FinancialYear | None) -> OrganisationsReading:
    if _is_networks(table.headings):
        return _reading(replace(table, first=table.first + 1), OdsSort.NETWORKS)
    if practices.KIND.fits(table.headings):
        return _reading(table, OdsSort.PRACTICES)
    is_trusts = any(row[FOUNDATION].strip() for _, row in table.whole())
    return _reading(table, OdsSort.TRUSTS if is_trusts else OdsSort.COMMISSIONERS)


def _reading(table: FoundTable, sort: OdsSort) -> OrganisationsReading:
    at = _places(table.headings) if sort is OdsSort.NETWORKS else (0, NAME, POSTCODE, CLOSED)
    found: dict[str, tuple[int, dict[str, object]]] = {}
    refused: list[RefusedRow] = []
    read = 0
    for number, row in table.whole():
        read += 1
        if sort is OdsSort.PRACTICES and row[SETTING].strip() != GP_PRACTICE:
            continue
        try:
            each = _organisation([row[place] for place in at], sort)
            if str(each["code"]) in found:
                raise Refusal(f"{each['code']} stands in this file twice.")
            found[str(each["code"])] = (number, each)
        except Refusal as refusal:
            refused.append(RefusedRow(table.sheet.name, number, "", str(refusal), tuple(row)))
    facts = FileFacts(KIND.key, KIND.words, table, read)
    return OrganisationsReading(facts, sort, tuple(found.values()), tuple(refused))


def _places(headings: Headings) -> tuple[int, ...]:
    code, name, _, closed, postcode = (headings.needed(each) for each in NETWORK_HEADINGS)
    return code, name, postcode, closed


def _organisation(cells: list[str], sort: OdsSort) -> dict[str, object]:
    code, name, postcode, closed = cells
    plain = code.strip().upper()
    if not CODE.fullmatch(plain) or not name.strip():
        raise Refusal(f"“{code}” with the name “{name}” is no organisation of the register.")
    closed_on = typed.day(closed)
    return {
        "code": plain,
        "name": tidied_name(name),
        "sort": sort.value,
        "postcode": tidied_postcode(postcode),
        "closed_on": closed_on,
        "source": f"ODS, {sort.value}",
    }


KIND = OfficialKind(
    "organisations",
    "organisations to look up (ODS)",
    _fits,
    _read,
    has_headings=False,
    fits_asked=_fits_any,
)
