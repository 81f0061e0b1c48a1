"""What a change of a risk or a what-if is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pch_desktop.domain.budget_plan import RiskKind, ScenarioKind
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.budget_scenarios import ScenarioTotal, SupposedRow
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.store import budget
from pch_desktop.store.budget import RiskRow
from pch_desktop.ui import asking
from pch_desktop.ui.asking import Ask, Meaning, as_typed, deletion, described
from pch_desktop.ui.change import Change

RISK_FIELDS: Mapping[str, tuple[str, str, Meaning]] = {
    "kind": ("kind", "kind", asking.word(RiskKind)),
    "name": ("name", "name", as_typed),
    "amount": ("amount_pence", "amount", as_typed),
    "likelihood": ("likelihood_share", "likelihood", as_typed),
    "owner": ("owner", "owner", as_typed),
    "review": ("review_on", "review", as_typed),
    "is_open": ("is_open", "state", as_typed),
    "note": ("note", "note", as_typed),
}
"""By column: the field, what it is called, and how it is read."""


def of_risk(key: str) -> Ask:
    """Return the change of one of a risk's fields, by its column."""
    field, words, meaning = RISK_FIELDS[key]

    def ask(risk: RiskRow, value: Value) -> Change:
        label = f"Change {words} of {risk.name}"
        return Change(label, budget.set_risk, (risk.id, field, meaning(value)), risk.name)

    return ask


def risk_line(risk: RiskRow, value: Value) -> Change:
    """Return the change of the line a risk would move."""
    label = f"Change line of {risk.name}"
    return Change(label, budget.set_risk_line, (risk.id, value), risk.name)


def adding_risk(year: FinancialYear, values: Mapping[str, Value]) -> Change:
    """Return the new risk that was typed; a mitigation where it says so.

    Raises:
        Refusal: it has no name yet.
    """
    name = str(values.get("name") or "").strip()
    if not name:
        raise Refusal("Enter first what may happen, or be done about it.")
    kind = meant(RiskKind, str(values.get("kind") or "")) or RiskKind.RISK
    fields = described(values, RISK_FIELDS, "kind", "name")
    if values.get("line"):
        fields["line"] = values["line"]
    return Change(f"Add {name}", budget.add_risk, (year, kind, name, fields), name)


def removing_risks(risks: Sequence[RiskRow]) -> Change:
    """Return the deletion of risks and mitigations."""
    return deletion(risks, risks[0].name, "risk", budget.remove_risks)


def of_scenario(key: str) -> Ask:
    """Return the change of what a what-if is called, or of its note."""

    def ask(total: ScenarioTotal, value: Value) -> Change:
        label = f"Change {key} of what-if {total.name}"
        return Change(label, budget.set_scenario, (total.id, key, value), total.name)

    return ask


def adding_scenario(year: FinancialYear, values: Mapping[str, Value]) -> Change:
    """Return the new what-if that was typed.

    Raises:
        Refusal: it has no name yet.
    """
    name = str(values.get("name") or "").strip()
    if not name:
        raise Refusal("Enter what the what-if is called first.")
    return Change(
        f"Add what-if {name}", budget.add_scenario, (year, name, values.get("note")), name
    )


def removing_scenarios(totals: Sequence[ScenarioTotal]) -> Change:
    """Return the deletion of what-ifs."""
    one = f"what-if {totals[0].name}"
    return deletion(totals, one, "what-if", budget.remove_scenarios)


def supposing(scenario_id: int, kind: ScenarioKind, row: SupposedRow, value: Value) -> Change:
    """Return the change of what a what-if does to a line; income is set below zero as shown."""
    held = value
    if kind is not ScenarioKind.SHARE and isinstance(value, int) and row.row.line.is_income:
        held = -value
    amount = held if isinstance(held, int | Decimal) else None
    label = f"Suppose another outturn of {row.name}"
    return Change(label, budget.suppose, (scenario_id, row.id, kind, amount), row.name)


def supposed_words(scenario_id: int, row: SupposedRow, value: Value) -> Change:
    """Return the change of why a line is supposed otherwise."""
    label = f"Say why {row.name} is supposed otherwise"
    return Change(label, budget.set_supposed_words, (scenario_id, row.id, value), row.name)
