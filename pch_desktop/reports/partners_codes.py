"""What is to be put right in who the partners are: codes, and partners that may be one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pch_desktop.domain.partners_alike import Called, Twin
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.partners import CodeRow, OrganisationRow, RosterRow


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


def twin_words(known: Called, twin: Twin) -> str:
    """Return why two partners may be one, in a sentence."""
    if twin.has_code:
        return f"{known.name} has the same ODS code as {twin.name}: {known.ods_code}."
    return f"{known.name} is called much like {twin.name}."


def code_findings(codes: Sequence[CodeRow], rows: Sequence[RosterRow], on: date) -> list[Finding]:
    """Return the codes that are closed or not in the register, and those two partners share."""
    found = [
        Finding("partners", f"ODS code of {row.partner}", trouble, Weight.NOTE, "Correct", row.id)
        for row in codes
        if (trouble := code_trouble(row, on))
    ]
    shared: dict[str, RosterRow] = {}
    for row in rows:
        other = shared.setdefault(row.ods_code, row) if row.ods_code else row
        if other is not row:
            title = f"{row.name} and {other.name} have one ODS code"
            found.append(Finding("partners", title, str(row.ods_code), Weight.NOTE, "Correct",
                                 row.id))  # fmt: skip
    return found


def found_words(row: OrganisationRow) -> str:
    """Return an organisation in a line: its code, name, postcode, and whether it has closed."""
    day = written(row.closed_on, Kind.DATE)
    closed = f" (closed on {day})" if day else ""
    return ", ".join(filter(None, (f"{row.code}  {row.name}", row.postcode))) + closed
