"""What a change of the shadow budget is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from pch_desktop.domain.budget import (
    ContractForm,
    Controllability,
    Method,
    Phase,
    Profile,
    Scope,
)
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import WEIGHTING_WORDS, Weighting
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Focus
from pch_desktop.reports.budget import StandingRow
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant, shown
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.ui import asking
from pch_desktop.ui.asking import Ask, Meaning, Named, as_typed, deletion, described
from pch_desktop.ui.change import Change

WORDS = {
    "name": "name",
    "code": "code",
    "sector": "sector",
    "scope": "scope",
    "payer": "payer",
    "contract_form": "contract",
    "controllability": "control",
    "is_income": "income",
    "is_in_share": "part in the share",
    "non_recurrent_pence": "non-recurrent part",
    "annual_pence": "full-year budget",
    "profile": "spread",
    "method": "forecast method",
    "method_reason": "reason for the forecast",
    "weighted_by": "weighting",
    "focus": "focus",
    "owner": "owner",
    "commentary": "commentary",
    "reason_out": "reason for being out of scope",
    "funding_source": "funding",
    "funded_to": "end of funding",
}


def of_line(line: Named, field: str, value: object) -> Change:
    """Return the change of one of a line's fields."""
    label = f"Change {WORDS[field]} of {line.name}"
    return Change(label, budget.set_line, (line.id, field, value), line.name)


def field(name: str) -> Ask:
    """Return the change of a field whose value is kept as it is typed."""
    return lambda line, value: of_line(line, name, value)


def word(name: str, words: type[StrEnum]) -> Ask:
    """Return the change of a field that holds one of a list of words."""
    return lambda line, value: of_line(line, name, meant(words, str(value or "")))


def weighting(line: Named, value: Value) -> Change:
    """Return the change of what a line is weighted by."""
    return of_line(line, "weighted_by", _weighting(value))


def provider(line: Named, value: Value) -> Change:
    """Return the change of the partner that provides."""
    label = f"Change provider of {line.name}"
    return Change(label, budget.set_provider, (line.id, value or None), line.name)


def baseline(line: Named, value: Value) -> Change:
    """Return the change of a baseline that is one sum."""
    label = f"Change baseline of {line.name}"
    return Change(label, budget.set_baseline, (line.id, value), line.name)


def annual(row: StandingRow, value: Value) -> Change:
    """Return the change of the year's budget; income is read as it is shown, below zero."""
    return of_line(row, "annual_pence", _held(row, value))


def outturn(row: StandingRow, value: Value) -> Change:
    """Return the change of the outturn by hand; blank goes back to the calculated one."""
    label = f"{'Forecast' if value is not None else 'Calculate'} {row.name}"
    label += " by hand" if value is not None else "'s forecast"
    return Change(label, budget.set_forecast, (row.id, _held(row, value)), row.name)


def actual(row: Named, month: Month, value: Value) -> Change:
    """Return the change of what a line cost in a month."""
    label = f"Change {month.words} actual of {row.name}"
    return Change(label, budget.set_actual, (row.id, month, value), row.name)


def month_actual(row: StandingRow, month: Month, value: Value) -> Change:
    """Return the change of the actual of the month at hand, as the finance table shows it."""
    return actual(row, month, _held(row, value))


def month_budget(line: LineRow, month: Month, value: Value) -> Change:
    """Return the change of one month's budget."""
    label = f"Change {month.words} budget of {line.name}"
    return Change(label, budget.set_month_budget, (line.id, month, value), line.name)


def use_method(line: Named, method: Method) -> Change:
    """Return the change to a calculated forecast."""
    return of_line(line, "method", method)


def phase(year: FinancialYear, chosen: Phase) -> Change:
    """Return the change of how far the money has moved."""
    label = f"Change phase of {year} to {shown(chosen.value).lower()}"
    return Change(label, budget.set_phase, (year, chosen))


def adding(year: FinancialYear, values: Mapping[str, Value], sector: Sector) -> Change:
    """Return the new line that was typed, in a sector unless one is told.

    Raises:
        Refusal: it has no name yet.
    """
    name = str(values.get("name") or "").strip()
    if not name:
        raise Refusal("Enter the budget line's name first.")
    told = meant(Sector, str(values.get("sector") or "")) or sector
    fields = described(values, FIELDS)
    args = (year, name, told, fields)
    return Change(f"Add {name}", budget.add_described_line, args, name)


def removing(rows: Sequence[Named]) -> Change:
    """Return the deletion of lines with all that belongs to them."""
    return deletion(rows, rows[0].name, "line", budget.remove_lines)


def _held(row: StandingRow, value: Value) -> Value:
    return held(row.line, value)


def held(line: LineRow, value: Value) -> Value:
    """Return an amount as it is kept: income is shown below zero and held positive."""
    return -value if line.is_income and isinstance(value, int) else value


def _weighting(value: Value) -> Weighting | None:
    return next((key for key, words in WEIGHTING_WORDS.items() if words == value), None)


FIELDS: Mapping[str, tuple[str, Meaning]] = {
    "code": ("code", as_typed),
    "provider": ("provider", as_typed),
    "payer": ("payer", as_typed),
    "scope": ("scope", asking.word(Scope)),
    "weighted_by": ("weighted_by", _weighting),
    "baseline": ("baseline", as_typed),
    "non_recurrent": ("non_recurrent_pence", as_typed),
    "annual": ("annual_pence", as_typed),
    "profile": ("profile", asking.word(Profile)),
    "method": ("method", asking.word(Method)),
    "focus": ("focus", asking.word(Focus)),
    "owner": ("owner", as_typed),
    "is_income": ("is_income", as_typed),
    "is_in_share": ("is_in_share", as_typed),
    "contract_form": ("contract_form", asking.word(ContractForm)),
    "controllability": ("controllability", asking.word(Controllability)),
    "commentary": ("commentary", as_typed),
    "reason_out": ("reason_out", as_typed),
    "funding_source": ("funding_source", as_typed),
    "funded_to": ("funded_to", as_typed),
}
"""The columns in which a new line may be described: the field each fills, and how it is read."""
