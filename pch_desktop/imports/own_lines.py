"""Budget lines from a person's own sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pch_desktop.domain.budget import VersionStatus
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_asking import WhichYear
from pch_desktop.imports.own_months import is_month
from pch_desktop.imports.own_names import by_name, folded, row_id
from pch_desktop.imports.own_partners import PartnerBook
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.imports.own_values import listed
from pch_desktop.imports.plan import Link
from pch_desktop.store.own import Row

COLUMNS = {
    "code": "code",
    "payer": "payer",
    "annual": "annual_pence",
    "non_recurrent": "non_recurrent_pence",
    "scope": "scope",
    "contract_form": "contract_form",
    "controllability": "controllability",
    "weighted_by": "weighted_by",
    "profile": "profile",
    "focus": "focus",
    "is_income": "is_income",
    "owner": "owner",
    "reason_out": "reason_out",
    "funding_source": "funding_source",
    "funded_to": "funded_to",
    "note": "commentary",
}
FIXED = frozenset({VersionStatus.APPROVED, VersionStatus.SUPERSEDED})
"""Versions that stay as they are; a submitted one can be taken back to draft."""
GUESSES: Sequence[tuple[str, Sector]] = (
    (r"mental|\biapt\b|psych|camhs|\bcmht\b", Sector.MENTAL_HEALTH),
    (r"social|\bcouncil\b|better care|\bbcf\b|care home|home ?care|continuing", Sector.SOCIAL),
    (r"volunt|\bvcse?\b|charit|hospice|age uk|grant", Sector.VOLUNTARY),
    (
        r"a ?& ?e|emergency|elective|outpatient|acute|hospital|diagnos|ambulance|"
        r"planned care|inpatient|matern",
        Sector.SECONDARY,
    ),
    (r"communit|district|nursing|therap|matron|physio|podiat|intermediate|rehab", Sector.COMMUNITY),
    (
        r"gp\b|gms|pms|primary|prescrib|practice|enhanced|qof|global sum|out.of.hours|"
        r"premises|pharmac|\bdes\b|\bles\b",
        Sector.PRIMARY,
    ),
)


def plan_lines(making: Making, rows: list[FilledRow]) -> None:
    """Add or change the lines of the year's budget, by their names."""
    version, standing = _version(making)
    if any(is_month(heading) for heading in making.sheeted.table.headings):
        making.notes.append("It has months too: bring it in once more as actuals for those.")
    known = by_name(standing)
    position = max((int(str(row["position"])) for row in standing), default=0)
    book = PartnerBook(making)
    seen: dict[str, int] = {}
    for filled in rows:
        name = " ".join((filled.text("name") or filled.text("code") or "").split())
        if not name or folded(name) in seen:
            making.refuse(filled, "Line", _reason(name, seen))
            continue
        before = known.get(folded(name))
        if reason := _baseline_refusal(making, filled, before):
            making.refuse(filled, "Baseline", reason)
            continue
        seen[folded(name)] = filled.row.number
        values: dict[str, object] = {ours: filled.values.get(key) for key, ours in COLUMNS.items()}
        values["sector"] = _sector(making, filled, name, before)
        if provider := filled.text("provider"):
            values["provider_id"] = book.named(provider)
        if before is None:
            position += 1
            values |= {"version_id": version, "name": name, "position": position}
        line = making.put("budget_line", f"line {folded(name)}", name, values, before)
        _baseline(making, filled, line, name)
        making.kept.append(filled)


def version_of(making: Making, year: FinancialYear) -> Row | None:
    """Return the newest version of a year's budget, or None where the year has none."""
    years = {row_id(row) for row in making.rows("budget_year") if row["year"] == year}
    versions = [row for row in making.rows("budget_version") if row["budget_year_id"] in years]
    return max(versions, key=lambda row: int(str(row["number"])), default=None)


def lines_of(making: Making, version: Row) -> list[Row]:
    """Return the lines of a version."""
    return [row for row in making.rows("budget_line") if row["version_id"] == version["id"]]


def _version(making: Making) -> tuple[int | Link, list[Row]]:
    """Return the version to put lines into and its lines; a new one where the year has none.

    Raises:
        Refusal: no year is given, or the version was approved.
    """
    year = making.year
    if year is None:
        raise WhichYear("Say which financial year these lines are the budget of, such as 2016/17.")
    version = version_of(making, year)
    if version is not None:
        if version["status"] in FIXED:
            raise Refusal(
                f"The budget of {year} is {version['status']} and stays as it is. "
                "Make a new version of it, then bring the lines in."
            )
        if version["status"] is VersionStatus.SUBMITTED:
            raise Refusal(
                f"The budget of {year} is submitted and waits for approval. "
                "Take it back to draft, then bring the lines in."
            )
        return row_id(version), lines_of(making, version)
    years = [row for row in making.rows("budget_year") if row["year"] == year]
    of_year = (
        row_id(years[0]) if years else making.put("budget_year", "year", str(year), {"year": year})
    )
    link = making.put(
        "budget_version", "version", f"{year}, version 1", {"budget_year_id": of_year, "number": 1}
    )
    making.notes.append(f"A budget of {year} is begun.")
    return link, []


def _reason(name: str, seen: Mapping[str, int]) -> str:
    if not name:
        return "Enter the line's name."
    return f"“{name}” stands in row {seen[folded(name)]} already. A budget has each line once."


def _sector(making: Making, filled: FilledRow, name: str, before: Row | None) -> object:
    """Return the sector a row gives or stands under; of a new line also what its name suggests."""
    given = filled.values.get("sector") or _section(filled.row.section)
    if given is not None or before is not None:
        return given
    for pattern, sector in GUESSES:
        if re.search(pattern, name.casefold()):
            making.tell("Sectors guessed by the line's name: {}.", f"{name} ({sector.value})")
            return sector
    making.tell("Put under “public and other” for want of a sector: {}.", name)
    return Sector.PUBLIC


def _section(text: str) -> object:
    try:
        return listed("sector", text)
    except Refusal:
        return None


def _baseline_refusal(making: Making, filled: FilledRow, before: Row | None) -> str | None:
    if told := filled.text("baseline_year"):
        try:
            FinancialYear.read(told)
        except Refusal as refusal:
            return str(refusal)
    if before is None or filled.values.get("baseline") is None:
        return None
    parts = [row for row in making.rows("baseline_part") if row["line_id"] == before["id"]]
    if not any(row["practice_id"] for row in parts):
        return None
    return (
        f"The baseline of “{before['name']}” is the sum of imported payments. Leave the "
        "baseline blank, or name the line otherwise."
    )


def _baseline(making: Making, filled: FilledRow, line: int | Link, name: str) -> None:
    pence = filled.values.get("baseline")
    if pence is None:
        return
    parts = [
        row
        for row in making.rows("baseline_part")
        if row["line_id"] == line and row["practice_id"] is None
    ]
    before = parts[0] if parts else None
    told = filled.text("baseline_year")
    values: dict[str, object] = {
        "amount_pence": pence,
        "year": FinancialYear.read(told) if told else None,
        "source": filled.text("baseline_source"),
    }
    if before is None:
        values["line_id"] = line
        values["source"] = values["source"] or making.file_name
    making.put("baseline_part", f"baseline {folded(name)}", f"Baseline of {name}", values, before)
