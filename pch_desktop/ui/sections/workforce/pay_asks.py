"""What a change of pay, on-costs and additional roles is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import PensionScheme
from pch_desktop.reports.table import Value
from pch_desktop.reports.workforce_additional import ClaimRow
from pch_desktop.store import workforce
from pch_desktop.store.workforce import AdditionalYear, OnCostRow, PayRateRow
from pch_desktop.ui.asking import Meaning, as_typed, changing, deletion, described, word
from pch_desktop.ui.change import Change
from pch_desktop.ui.edits import CellEdit

FirstDay = Callable[[], date]
"""The day from which something holds, unless another is typed."""

PAY_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "point": ("name", "name", as_typed),
    "scale": ("scale", "scale", as_typed),
    "annual": ("annual_pence", "pay", as_typed),
    "valid_from": ("valid_from", "first day", as_typed),
    "valid_to": ("valid_to", "last day", as_typed),
    "source": ("source", "source", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""
ON_COST_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "scheme": ("scheme", "scheme", word(PensionScheme)),
    "employer": ("employer", "employer", as_typed),
    "pension_share": ("pension_share", "pension", as_typed),
    "levy_share": ("levy_share", "levy", as_typed),
    "valid_from": ("valid_from", "first day", as_typed),
    "valid_to": ("valid_to", "last day", as_typed),
    "source": ("source", "source", as_typed),
}
OF_POINT = frozenset({"name", "scale"})


def pay_edits(first_day: FirstDay) -> Mapping[str, CellEdit[PayRateRow]]:
    """Return how each cell of pay is changed; a point without pay is given some from a day."""
    return {key: _of_pay(field, words, first_day) for key, (field, words, _) in PAY_CELLS.items()}


def _of_pay(field: str, words: str, first_day: FirstDay) -> CellEdit[PayRateRow]:
    def ask(row: PayRateRow, value: Value) -> Change:
        label = f"Change {words} of {row.point}"
        if row.id > 0 or field in OF_POINT:
            return Change(label, workforce.set_pay_rate, (row.id, field, value), row.point)
        if field != "annual_pence":
            raise Refusal(f"Enter what {row.point} is paid first.")
        command = partial(workforce.add_pay_rate, rest={field: value})
        return Change(label, command, (row.point, first_day()), row.point)

    return ask


def adding_pay(first_day: FirstDay) -> Callable[[Mapping[str, Value]], Change]:
    """Return how a rate is added that was typed in the empty line."""

    def add(values: Mapping[str, Value]) -> Change:
        name = values.get("point")
        if not name:
            raise Refusal("Enter the name of the pay point, such as Band 6 top.")
        rest = described(values, PAY_CELLS, "point")
        command = partial(workforce.add_pay_rate, rest=rest)
        return Change(f"Add pay of {name}", command, (str(name), first_day()), str(name))

    return add


def removing_pay(rows: Sequence[PayRateRow]) -> Change:
    """Return the deletion of rates."""
    return deletion(rows, f"pay of {rows[0].point}", "rate", workforce.remove_pay_rates)


def on_cost_edits() -> Mapping[str, CellEdit[OnCostRow]]:
    """Return how each cell of the on-costs is changed."""
    return {key: _of_on_cost(*told) for key, told in ON_COST_CELLS.items()}


_of_on_cost = changing(workforce.set_on_cost, lambda row: row.scheme.value)


def adding_on_cost(first_day: FirstDay) -> Callable[[Mapping[str, Value]], Change]:
    """Return how on-costs are added that were typed in the empty line."""

    def add(values: Mapping[str, Value]) -> Change:
        share = values.get("pension_share")
        if not isinstance(share, int | Decimal):
            raise Refusal("Enter what the employer pays into the pension, such as 14.38%.")
        rest = described(values, ON_COST_CELLS, "pension_share")
        command = partial(workforce.add_on_cost, rest=rest)
        return Change("Add on-costs", command, (Decimal(share), first_day()))

    return add


def removing_on_costs(rows: Sequence[OnCostRow]) -> Change:
    """Return the deletion of on-costs."""
    return deletion(rows, f"on-costs of {rows[0].scheme.value}", "rate", workforce.remove_on_costs)


def most_of(year: Callable[[], FinancialYear]) -> CellEdit[ClaimRow]:
    """Return how the most for a role is set for a year, from the line of one of its posts."""

    def ask(row: ClaimRow, value: Value) -> Change:
        role = (row.role_code, row.role or row.role_code)
        label = f"Change the most for {role[1]} in {year()}"
        return Change(label, workforce.set_role_most, (role, year(), value), role[1])

    return ask


def people(row: AdditionalYear, value: Value) -> Change:
    """Return the change of a year's weighted people."""
    people = None if value is None else Decimal(str(value))
    label = f"Change weighted people of {row.year}"
    return Change(label, workforce.set_additional_people, (row.year, people))


def head_rate(row: AdditionalYear, value: Value) -> Change:
    """Return the change of what is paid for each weighted head in a year."""
    pounds = None if value is None else Decimal(str(value))
    label = f"Change the rate for each head in {row.year}"
    return Change(label, workforce.set_head_rate, (row.year, pounds))
