"""What a change of the locality's settings is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from pch_desktop.domain import typed
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_people import LawfulBasis
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.store import budget, locality_edits, workforce
from pch_desktop.store.locality import ReferenceRow
from pch_desktop.ui.asking import Ask, Meaning, as_typed, changing, deletion, described
from pch_desktop.ui.change import Change

LOCALITY = {
    "name": "name",
    "region": "region",
    "vehicle": "vehicle",
    "population_stated": "stated population",
}
"""What a step calls each fact of the locality."""


def number(value: Value) -> object:
    """Return the number that was typed."""
    return typed.number(str(value)) if value is not None else None


RATES: Mapping[str, tuple[str, str, Meaning]] = {
    "words": ("words", "name", as_typed),
    "value": ("value", "value", number),
    "unit": ("unit", "unit", as_typed),
    "valid_from": ("valid_from", "first day", as_typed),
    "valid_to": ("valid_to", "last day", as_typed),
    "source": ("source", "source", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""


def of_locality(field: str) -> Ask:
    """Return how one of the locality's facts is changed."""

    def ask(_row: object, value: Value) -> Change:
        label = f"Change the {LOCALITY[field]} of the locality"
        return Change(label, locality_edits.set_locality, (field, value))

    return ask


def of_rating(key: str, words: str) -> Callable[[object, Value], Change]:
    """Return how a threshold of the ratings is changed."""

    def ask(_row: object, value: Value) -> Change:
        return Change(f"Change {words}", locality_edits.set_rating, (key, value))

    return ask


def of_net_uplift(_row: object, value: Value) -> Change:
    """Return the change of whether cost uplift and efficiency are one net rate."""
    return Change("Change net uplift", budget.set_net_uplift, (value,))


def of_lawful_basis(_row: object, value: Value) -> Change:
    """Return the change of the ground on which details of staff are kept."""
    basis = meant(LawfulBasis, str(value or ""))
    return Change("Change the lawful basis of staff records", workforce.set_lawful_basis, (basis,))


def of_kept_months(_row: object, value: Value) -> Change:
    """Return the change of how many months names of leavers are kept."""
    label = "Change how long names of leavers are kept"
    return Change(label, workforce.set_kept_months, (value,))


of_rate = changing(locality_edits.set_rate, lambda row: row.words)


RATE_EDITS = {key: of_rate(*told) for key, told in RATES.items()}


def adding_rate(values: Mapping[str, Value]) -> Change:
    """Return the new rate that was typed; it is added once it has all it needs."""
    named = values.get("words")
    if not named:
        raise Refusal("Enter what the rate is.")
    valid_from = values.get("valid_from")
    if not isinstance(valid_from, date):
        raise Refusal("Enter the value, the unit, the first day and where it was read.")
    rest = described(values, RATES, "words", "valid_from")
    command = partial(locality_edits.add_rate, rest=rest)
    return Change(f"Add rate {named}", command, (named, valid_from), str(named))


def removing_rates(rows: Sequence[ReferenceRow]) -> Change:
    """Return the deletion of rates."""
    return deletion(rows, f"rate {rows[0].words}", "rate", locality_edits.remove_rates)
