"""What is to be put right in who the partners are: codes, and partners that may be one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pch_desktop.domain.partners_alike import Called, Twin, twins
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.partners import CodeRow, PartnerRow


def code_trouble(row: CodeRow, on: date) -> str:
    """Return what is wrong with a partner's ODS code; nothing where nothing is known to be."""
    told = row.organisation
    if told is None:
        return (
            f"{row.code} is not in the register brought in. Look {row.partner} up by its name."
            if row.is_listed
            else ""
        )
    if told.closed_on is not None and told.closed_on <= on:
        day = written(told.closed_on, Kind.DATE)
        return f"{row.code}, {told.name}, closed on {day}. Look up who took its place."
    return ""


def called(row: PartnerRow) -> Called:
    """Return what a partner is called, to be compared with others."""
    return Called(row.id, row.name, row.short_name, row.ods_code)


def twins_of(row: PartnerRow, rows: Sequence[PartnerRow]) -> list[Twin]:
    """Return which other partners may be the same organisation."""
    return twins(called(row), [called(other) for other in rows])


def twin_words(row: PartnerRow, twin: Twin) -> str:
    """Return why two partners may be one, in a sentence."""
    if twin.has_code:
        return f"{row.name} has the same ODS code as {twin.name}: {row.ods_code}."
    return f"{row.name} is called much like {twin.name}."


def code_findings(codes: Sequence[CodeRow], rows: Sequence[PartnerRow], on: date) -> list[Finding]:
    """Return the codes that are closed or not in the register, and those two partners share."""
    found = [
        Finding("partners", f"ODS code of {row.partner}", trouble, Weight.NOTE, "Open", row.id)
        for row in codes
        if (trouble := code_trouble(row, on))
    ]
    shared: dict[str, PartnerRow] = {}
    for row in rows:
        other = shared.setdefault(row.ods_code, row) if row.ods_code else row
        if other is not row:
            title = f"{row.name} and {other.name} have one ODS code"
            found.append(Finding("partners", title, str(row.ods_code), Weight.NOTE, "Open", row.id))
    return found
