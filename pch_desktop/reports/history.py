"""The history in words: what a table, a column and a value are called by people."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from pch_desktop.domain.period import Month
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import bracketed, shown, written

COLUMNS = {
    "annual_pence": "Full-year budget",
    "annual_cost_pence": "Full-year cost",
    "non_recurrent_pence": "Of it non-recurrent",
    "weekly_minutes": "Hours a week",
    "wte_override": "WTE set by hand",
    "wte_reason": "Why the WTE is set by hand",
    "starts_on": "First day",
    "ends_on": "Last day",
    "funded_to": "Funded until",
    "valid_from": "From",
    "valid_to": "To",
    "to_practice_id": "Moved to",
    "from_name": "Moved from",
    "taken_on": "Counted on",
    "provider_id": "Provider",
    "value_pence": "Value",
    "population_stated": "Stated population",
    "opens_minute": "Opens",
    "closes_minute": "Closes",
    "line_id": "Budget line",
    "batch_id": "File brought in",
    "words": "What it is",
}
"""What the field calls a column, where its own name does not say it."""
TABLES = {
    "list_snapshot": "List size",
    "opening": "Opening time",
    "service_month": "Month of activity",
    "import_batch": "File brought in",
    "column_match": "Column remembered",
    "baseline_part": "Part of the baseline",
    "budget_month": "Month of budget",
    "actual": "Actual spend",
    "assignment": "Person in post",
    "network_staff": "Network workforce",
    "partner_part": "What a partner is",
    "group_member": "Practice in a group",
    "agreement_party": "Party to an agreement",
    "service_partner": "Partner of a service",
    "service_site": "Site of a service",
    "site_statement": "Statement",
    "reference_value": "Rate",
    "risk_score": "Score of a risk",
    "risk_mitigation": "Mitigation",
    "initiative_measure": "Measure of an initiative",
    "board_issue": "Issue",
}
"""What the field calls a row of a table, where that is not the table's name."""
SUBJECTS = {
    "rating_amber_share": "Amber above",
    "rating_red_share": "Red above",
    "rating_least_pence": "Least adverse amount in pence",
    "risk_moderate_from": "Moderate risks begin at",
    "risk_high_from": "High risks begin at",
    "risk_extreme_from": "Extreme risks begin at",
    "staff_lawful_basis": "Lawful basis of staff records",
    "staff_kept_months": "Months names of leavers are kept",
}
"""What the settings are called."""
ENDINGS = ("_pence", "_id", "_on", "_at")
CAPITALS = {"wte": "WTE", "ods": "ODS"}
ABOUT_YEARS = ("birth_year",)


def table_words(name: str) -> str:
    """Return what a row of a table is called: list_snapshot is “List size”."""
    return TABLES.get(name, shown(name.replace("_", " ")))


def column_words(name: str) -> str:
    """Return what a column is called: expires_on is “Expires”."""
    if name in COLUMNS:
        return COLUMNS[name]
    plain = name.removeprefix("is_")
    for ending in ENDINGS:
        plain = plain.removesuffix(ending)
    return shown(" ".join(CAPITALS.get(word, word) for word in plain.split("_")))


def subject_words(subject: str) -> str:
    """Return what a row was called; a setting by what it sets."""
    return SUBJECTS.get(subject, subject)


def value_words(column: str, value: object) -> str:
    """Return a value of the file as people read it: £1,234.56, 0.8, 31 Oct 2016, Yes."""
    match value:
        case None | "":
            return "blank"
        case bool():
            return "Yes" if value else "No"
        case int():
            return _number(column, value)
        case Decimal():
            is_share = column == "share" or column.endswith("_share")
            return bracketed(plain(value * 100), "%") if is_share else bracketed(plain(value))
        case datetime():
            local = value.astimezone()
            return f"{written(local.date(), Kind.DATE)} {local:%H:%M}"
        case date():
            return written(value, Kind.DATE)
        case Month():
            return value.words
        case StrEnum():
            return shown(value.value)
        case _:
            return str(value)


def plain(number: Decimal) -> Decimal:
    """Return a number without the noughts it ends in: 0.8000 is 0.8, 1E+3 is 1000."""
    short = number.normalize()
    return short if short % 1 else short.quantize(Decimal(1))


def _number(column: str, number: int) -> str:
    if column.endswith("_pence"):
        pounds = f"£{abs(number) / Decimal(100):,.2f}"
        return f"({pounds})" if number < 0 else pounds
    if column in ABOUT_YEARS:
        return str(number)
    if column.endswith("_minutes"):
        return bracketed(plain((Decimal(number) / 60).quantize(Decimal("0.01"))))
    if column.endswith("_minute"):
        return f"{number // 60:02d}:{number % 60:02d}"
    return bracketed(number)
