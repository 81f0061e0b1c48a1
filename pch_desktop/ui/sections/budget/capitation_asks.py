"""What a change of the way the budget is built is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from pch_desktop.domain.budget import Build, Profile
from pch_desktop.domain.budget_rates import RateKind, rate_words, typed_rate
from pch_desktop.domain.capitation import RateBase
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import Sex
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.budget_build import BuildRow
from pch_desktop.reports.budget_fair import FairRow
from pch_desktop.reports.budget_spread import SpreadRow
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.store import budget
from pch_desktop.store.budget import (
    AdjustmentRow,
    BuildRateRow,
    LineRateRow,
    LineRow,
    PartRow,
    WeightBandRow,
    WeightingValueRow,
)
from pch_desktop.ui.asking import Ask, deletion
from pch_desktop.ui.change import Change
from pch_desktop.ui.edits import CellEdit
from pch_desktop.ui.sections.budget import asks

BY_HAND = "entered by hand"
"""What a step's label says where a rate was typed as a percentage."""
RATE_FIELDS = {
    "words": "name",
    "value": "value",
    "valid_from": "first day",
    "valid_to": "last day",
    "source": "source",
}
CHANGE_FIELDS = {
    "words": ("words", "words"),
    "amount": ("amount_pence", "amount"),
    "starts_on": ("starts_on", "start"),
    "is_recurrent": ("is_recurrent", "recurrence"),
    "approved_on": ("approved_on", "approval"),
    "approver": ("approver", "approver"),
    "minute_reference": ("minute_reference", "minute"),
}
BAND_FIELDS = {
    "age_from": "first age",
    "age_to": "last age",
    "weight": "weight",
    "source": "source",
}
SUM_WORDS = {
    "registered_people": "people of the sum",
    "weighted_people": "weighted people of the sum",
    "care_home_beds": "care-home beds",
    "top_slice_share": "top-slice",
    "contingency_share": "contingency",
}
PART_WORDS = {"amount_pence": "amount", "year": "year", "source": "source"}


# Build


def rate(kind: RateKind, known: Callable[[], Sequence[BuildRateRow]]) -> CellEdit[BuildRow]:
    """Return the change of a line's rate: one in the list by name, or a percentage typed."""

    def ask(row: BuildRow, value: Value) -> Change:
        text = str(value or "").strip()
        if not text:
            label = f"Take {kind.value} from {row.name}"
            return Change(label, budget.use_rate, (row.id, kind, None), row.name)
        of_kind = (each for each in known() if each.kind is kind)
        found = {each.name.casefold(): each for each in of_kind}.get(text.casefold())
        if found is not None:
            label = f"Build {row.name} with “{found.name}”"
            return Change(label, budget.use_rate, (row.id, kind, found.key), row.name)
        share = typed_rate(text)
        label = f"Build {row.name} with “{rate_words(kind, share)}”, {BY_HAND}"
        return Change(label, budget.use_percentage, (row.id, kind, share), row.name)

    return ask


def build(row: BuildRow | FairRow, value: Value) -> Change:
    """Return the change of how a line is built."""
    label = f"Change how {row.name} is built"
    way = meant(Build, str(value or ""))
    return Change(label, budget.set_line, (row.id, "build", way), row.name)


def baseline(row: BuildRow, value: Value) -> Change:
    """Return the change of a baseline that is one sum, income read below zero."""
    return asks.baseline(row, _held(row.line, value))


def money(field: str) -> CellEdit[BuildRow]:
    """Return the change of a sum of a line, income read as it is shown."""
    return lambda row, value: asks.of_line(row, field, _held(row.line, value))


def _held(line: LineRow, value: Value) -> Value:
    return -value if line.is_income and isinstance(value, int) else value


# Fair share


def fair(field: str, words: str) -> CellEdit[FairRow]:
    """Return the change of what a line's fair share is worked out from."""

    def ask(row: FairRow, value: Value) -> Change:
        label = f"Change {words} of {row.name}"
        if field == "board_total_pence" and isinstance(value, int) and value <= 0:
            raise Refusal("Enter what the board has for the line, above £0.")
        return Change(label, budget.set_line, (row.id, field, value), row.name)

    return ask


# Rates


def of_build_rate(field: str) -> CellEdit[BuildRateRow]:
    """Return the change of one of a rate's fields."""

    def ask(row: BuildRateRow, value: Value) -> Change:
        label = f"Change {RATE_FIELDS[field]} of {row.words}"
        return Change(label, budget.set_build_rate, (row.id, field, value), row.words)

    return ask


def adding_rate(year: FinancialYear) -> Callable[[Mapping[str, Value]], Change]:
    """Return how a rate that was typed is added, from 1 April unless a day is told."""

    def ask(values: Mapping[str, Value]) -> Change:
        kind = meant(RateKind, str(values.get("kind") or ""))
        words, share = str(values.get("words") or "").strip(), values.get("value")
        if kind is None or not words or not isinstance(share, Decimal):
            raise Refusal("Enter what the rate is, its kind and its value, such as 0.8%.")
        told = values.get("valid_from")
        day = told if isinstance(told, date) else year.first
        rest = {key: values[key] for key in ("valid_to", "source") if values.get(key) is not None}
        command = partial(budget.add_build_rate, rest=rest)
        return Change(f"Add rate {words}", command, (kind, words, (share, day)), words)

    return ask


def removing_rates(rows: Sequence[BuildRateRow]) -> Change:
    """Return the deletion of values of rates."""
    return deletion(rows, f"rate {rows[0].words}", "rate", budget.remove_build_rates)


def net_uplift(is_net: bool) -> Change:
    """Return the change of whether cost uplift and efficiency are one net rate."""
    said = "one net rate" if is_net else "two rates that multiply"
    return Change(f"Take cost uplift and efficiency as {said}", budget.set_net_uplift, (is_net,))


def adding_line_rate(lines: Callable[[], Sequence[LineRow]]) -> Callable[..., Change]:
    """Return how a rate by people that was typed is added to a line."""

    def ask(values: Mapping[str, Value]) -> Change:
        words = str(values.get("words") or "").strip()
        base = meant(RateBase, str(values.get("base") or ""))
        if not values.get("line") or not words or base is None:
            raise Refusal("Enter the budget line, the rate and what it is paid for each of.")
        found = line_named(lines(), values.get("line"))
        label = f"Pay {found.name} by “{words}”"
        return Change(label, budget.add_line_rate, (found.id, words, base), found.name)

    return ask


def line_rate_base(row: LineRateRow, value: Value) -> Change:
    """Return the change of what a line's rate is paid for each of."""
    base = meant(RateBase, str(value or ""))
    label = f"Change what “{row.words}” is paid for"
    return Change(label, budget.set_line_rate_base, (row.id, base), row.line)


def removing_line_rates(rows: Sequence[LineRateRow]) -> Change:
    """Return the end of paying lines by rates."""
    noun, many = "rate by people", "rates by people"
    return deletion(rows, rows[0].words, noun, budget.remove_line_rates, many)


def line_named(lines: Sequence[LineRow], name: Value) -> LineRow:
    """Return the line of a name, whatever its case.

    Raises:
        Refusal: there is none.
    """
    plain = " ".join(str(name or "").split())
    found = next((line for line in lines if line.name.casefold() == plain.casefold()), None)
    if found is None:
        raise Refusal(f"There is no budget line called “{plain}”. Choose one from the list.")
    return found


# Changes of service


def of_change(key: str) -> CellEdit[AdjustmentRow]:
    """Return the change of one field of a change of service."""
    field, words = CHANGE_FIELDS[key]

    def ask(row: AdjustmentRow, value: Value) -> Change:
        label = f"Change {words} of “{row.words}”"
        return Change(label, budget.set_adjustment, (row.id, field, value), row.words)

    return ask


def change_line(lines: Callable[[], Sequence[LineRow]]) -> CellEdit[AdjustmentRow]:
    """Return the change of which line a change of service is of."""

    def ask(row: AdjustmentRow, value: Value) -> Change:
        found = line_named(lines(), value)
        label = f"Put “{row.words}” under {found.name}"
        return Change(label, budget.set_adjusted_line, (row.id, found.id), row.words)

    return ask


def adding_change(lines: Callable[[], Sequence[LineRow]]) -> Callable[..., Change]:
    """Return how a change of service that was typed is added."""

    def ask(values: Mapping[str, Value]) -> Change:
        words, amount = str(values.get("words") or "").strip(), values.get("amount")
        if not values.get("line") or not words or not isinstance(amount, int):
            raise Refusal("Enter the budget line, what changes and the amount.")
        found = line_named(lines(), values.get("line"))
        fields = {
            CHANGE_FIELDS[key][0]: value
            for key, value in values.items()
            if key in CHANGE_FIELDS and key not in {"words", "amount"} and value is not None
        }
        args = (found.id, words, amount, fields)
        return Change(f"Add change “{words}”", budget.add_adjustment, args, words)

    return ask


def removing_changes(rows: Sequence[AdjustmentRow]) -> Change:
    """Return the deletion of changes of service."""
    one = f"change “{rows[0].words}”"
    return deletion(rows, one, "change of service", budget.remove_adjustments, "changes of service")


# Weighting, sum, spread, baseline


def of_band(field: str) -> CellEdit[WeightBandRow]:
    """Return the change of one of a band's fields."""

    def ask(row: WeightBandRow, value: Value) -> Change:
        label = f"Change {BAND_FIELDS[field]} of ages {row.age_from} to {row.age_to}"
        return Change(label, budget.set_weight_band, (row.id, field, value))

    return ask


def band_sex(row: WeightBandRow, value: Value) -> Change:
    """Return the change of whom a band covers."""
    sex = meant(Sex, str(value or ""))
    label = f"Change sex of ages {row.age_from} to {row.age_to}"
    return Change(label, budget.set_weight_band, (row.id, "sex", sex))


def adding_band(values: Mapping[str, Value]) -> Change:
    """Return the band that was typed."""
    sex = meant(Sex, str(values.get("sex") or ""))
    first, last, weight = (values.get(key) for key in ("age_from", "age_to", "weight"))
    told = isinstance(first, int) and isinstance(last, int) and isinstance(weight, Decimal)
    if sex is None or not told:
        raise Refusal("Enter the sex, the first and the last age, and the weight.")
    args = (sex, (first, last), weight, values.get("source"))
    return Change(f"Add ages {first} to {last}", budget.add_weight_band, args)


def removing_bands(rows: Sequence[WeightBandRow]) -> Change:
    """Return the deletion of bands."""
    one = f"ages {rows[0].age_from} to {rows[0].age_to}"
    return deletion(rows, one, "band", budget.remove_weight_bands)


def weighting_value(year: Callable[[], FinancialYear], field: str) -> CellEdit[WeightingValueRow]:
    """Return the change of a value that weights the list, from 1 April on."""

    def ask(row: WeightingValueRow, value: Value) -> Change:
        label = f"Change {row.words[:1].lower()}{row.words[1:]}"
        args = (year(), row.key, field, value)
        return Change(label, budget.set_weighting_value, args, row.words)

    return ask


def of_sum(year: Callable[[], FinancialYear], field: str) -> Ask:
    """Return the change of what is agreed with the version."""

    def ask(_row: object, value: Value) -> Change:
        return Change(f"Change {SUM_WORDS[field]}", budget.set_sum, (year(), field, value))

    return ask


def month_share(month: Callable[[], Month]) -> CellEdit[SpreadRow]:
    """Return the change of a month's share of a line's year."""

    def ask(row: SpreadRow, value: Value) -> Change:
        label = f"Change {month().words} share of {row.name}"
        return Change(label, budget.set_month_share, (row.id, month(), value), row.name)

    return ask


def spread(row: SpreadRow, value: Value) -> Change:
    """Return the change of how a line is spread."""
    return asks.of_line(row, "profile", meant(Profile, str(value or "")))


def fit(row: SpreadRow) -> Change:
    """Return the scaling of a line's shares to 100%."""
    return Change(f"Scale {row.name} to 100%", budget.fit_shares, (row.id,), row.name)


def of_part(field: str) -> CellEdit[PartRow]:
    """Return the change of a baseline that was entered as one sum."""

    def ask(row: PartRow, value: Value) -> Change:
        label = f"Change {PART_WORDS[field]} of a baseline"
        told: object = value
        if field == "year" and value is not None:
            told = FinancialYear.read(str(value))
        return Change(label, budget.set_part, (row.id, field, told))

    return ask
