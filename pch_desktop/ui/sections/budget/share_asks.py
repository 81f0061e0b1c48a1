"""What a change of the gain and risk share is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum

from pch_desktop.domain import typed
from pch_desktop.domain.budget_share import PoolEntryKind, ShareAdjustmentKind, Stage
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import meant
from pch_desktop.store.budget import settlements, share_edits
from pch_desktop.store.budget.settlements import SettlementRow, SignatureRow
from pch_desktop.store.budget.sharing import (
    MeasureRow,
    PoolEntryRow,
    SchemeRow,
    ShareAdjustmentRow,
)
from pch_desktop.store.budget.takers import TakerRow
from pch_desktop.ui import asking
from pch_desktop.ui.asking import Ask, Meaning, as_typed, deletion, described, needed
from pch_desktop.ui.change import Change

WORDS: Mapping[str, str] = {
    "baseline": "baseline",
    "growth_share": "growth",
    "gain_share": "share of a gain",
    "loss_share": "share of a loss",
    "deadband_share": "dead band",
    "deadband_mode": "what is shared past the dead band",
    "cap_gain_share": "cap",
    "cap_loss_share": "collar",
    "cap_basis": "what cap and collar limit",
    "quality_mode": "quality mode",
    "quality_threshold": "threshold of quality",
    "split_rule": "split",
    "second_rule": "second rule of the split",
    "second_share": "share of the second rule",
    "draw_rule": "rule for the risk pool",
    "review_months": "review",
    "agreed_on": "day of agreement",
    "minute_reference": "minute",
    "note": "note",
}
"""What undo calls each term of a scheme."""


def term(field: str, words: type[StrEnum] | None = None) -> Ask:
    """Return the change of a term of the scheme."""
    reading = as_typed if words is None else asking.word(words)

    def change(row: SchemeRow, value: Value) -> Change:
        label = f"Change {WORDS[field]} of the {row.year} share"
        return Change(label, share_edits.set_scheme, (row.year, field, reading(value)))

    return change


def agreeing(year: FinancialYear) -> Change:
    """Return the agreement on the usual terms."""
    return Change(f"Agree on sharing {year}", share_edits.open_scheme, (year,))


MEASURE: Mapping[str, tuple[str, Meaning]] = {
    key: (key, as_typed) for key in ("name", "weight", "met_share", "source")
}
TAKER: Mapping[str, tuple[str, Meaning]] = {
    key: (key, as_typed)
    for key in (
        "position", "fixed_share", "people", "weighted_people", "budget_pence",
        "performance_points", "contribution_pence", "stop_loss_pence",
    )
}  # fmt: skip
ADJUSTMENT: Mapping[str, tuple[str, Meaning]] = {
    "name": ("name", as_typed),
    "kind": ("kind", asking.word(ShareAdjustmentKind)),
    "budget_pence": ("budget_pence", as_typed),
    "actual_pence": ("actual_pence", as_typed),
    "source": ("source", as_typed),
}
POOL: Mapping[str, tuple[str, Meaning]] = {
    "month": ("month", lambda value: typed.month(str(value or ""))),
    "kind": ("kind", asking.word(PoolEntryKind)),
    "amount_pence": ("amount_pence", as_typed),
    "partner": ("partner", as_typed),
    "words": ("words", as_typed),
    "minute_reference": ("minute_reference", as_typed),
}


def of_measure(key: str) -> Ask:
    """Return the change of one of a measure's fields."""

    def change(row: MeasureRow, value: Value) -> Change:
        label = f"Change {key.removesuffix('_share')} of {row.name}"
        return Change(label, share_edits.set_measure, (row.id, key, value), row.name)

    return change


def of_taker(key: str) -> Ask:
    """Return the change of what a partner is weighed by."""

    def change(row: TakerRow, value: Value) -> Change:
        words = key.removesuffix("_pence").replace("_", " ")
        label = f"Change {words} of {row.name} in the share"
        return Change(label, share_edits.set_taker, (row.id, key, value), row.name)

    return change


def of_adjustment(key: str) -> Ask:
    """Return the change of one of an adjustment's fields."""

    def change(row: ShareAdjustmentRow, value: Value) -> Change:
        field, reading = ADJUSTMENT[key]
        args = (row.id, field, reading(value))
        return Change(f"Change {row.name}", share_edits.set_adjustment, args, row.name)

    return change


def of_pool_entry(key: str) -> Ask:
    """Return the change of one of the fields of a movement of the risk pool."""

    def change(row: PoolEntryRow, value: Value) -> Change:
        field, reading = POOL[key]
        label = f"Change risk pool in {row.month.words}"
        args = (row.id, field, reading(value))
        return Change(label, share_edits.set_pool_entry, args, row.month.words)

    return change


def adding_measure(year: FinancialYear, values: Mapping[str, Value]) -> Change:
    """Return the new measure that was typed.

    Raises:
        Refusal: it has no name yet.
    """
    name = needed(values, "name", "Enter the measure's name first.")
    args = (year, name, described(values, MEASURE, "name"))
    return Change(f"Add {name}", share_edits.add_measure, args, name)


def adding_taker(year: FinancialYear, values: Mapping[str, Value]) -> Change:
    """Return the partner that takes part from now on.

    Raises:
        Refusal: it is not named yet.
    """
    name = needed(values, "name", "Enter the name of a partner first, as it stands in Partners.")
    args = (year, name, described(values, TAKER))
    return Change(f"Let {name} take part", share_edits.add_taker, args, name)


def adding_adjustment(year: FinancialYear, values: Mapping[str, Value]) -> Change:
    """Return the new adjustment that was typed.

    Raises:
        Refusal: it is not said yet what it is.
    """
    name = needed(values, "name", "Enter what the adjustment is first.")
    args = (year, name, described(values, ADJUSTMENT, "name"))
    return Change(f"Add {name}", share_edits.add_adjustment, args, name)


def adding_pool_entry(month: Month, values: Mapping[str, Value]) -> Change:
    """Return the new movement of the risk pool, in the month at hand unless another is typed.

    Raises:
        Refusal: its kind or amount is not typed yet.
    """
    kind = meant(PoolEntryKind, str(values.get("kind") or ""))
    amount = values.get("amount_pence")
    if kind is None or not isinstance(amount, int):
        raise Refusal("Enter what it is and its amount first.")
    told = typed.month(str(values.get("month") or "")) or month
    fields = described(values, POOL, "kind", "amount_pence", "month")
    args = (told, kind, amount, fields)
    return Change(f"Add {kind.value} to the risk pool", share_edits.add_pool_entry, args)


def removing_measures(rows: Sequence[MeasureRow]) -> Change:
    """Return the deletion of measures."""
    return deletion(rows, rows[0].name, "measure", share_edits.remove_measures)


def removing_takers(rows: Sequence[TakerRow]) -> Change:
    """Return that partners take part no more."""
    one = f"{rows[0].name} from the share"
    return deletion(rows, one, "partner of the share", share_edits.remove_takers,
                    "partners of the share")  # fmt: skip


def removing_adjustments(rows: Sequence[ShareAdjustmentRow]) -> Change:
    """Return the deletion of adjustments."""
    return deletion(rows, rows[0].name, "adjustment", share_edits.remove_adjustments)


def removing_pool_entries(rows: Sequence[PoolEntryRow]) -> Change:
    """Return the deletion of movements of the risk pool."""
    one = f"{rows[0].kind.value} of {rows[0].month.words}"
    return deletion(rows, one, "movement", share_edits.remove_pool_entries)


def making(month: Month, stage: Stage) -> Change:
    """Return the making of a settlement as known at a month's end."""
    article = "an" if stage is Stage.INDICATIVE else "a"
    label = f"Make {article} {stage.value} settlement of {month.words}"
    return Change(label, settlements.settle, (month, stage, datetime.now(UTC), None))


def removing_settlements(rows: Sequence[SettlementRow]) -> Change:
    """Return the deletion of settlements nobody has signed."""
    one = f"{rows[0].stage.value} settlement of {rows[0].month.words}"
    return deletion(rows, one, "settlement", settlements.remove_settlements)


def settlement_note(row: SettlementRow, value: Value) -> Change:
    """Return the change of a settlement's note."""
    label = f"Change note on the settlement of {row.month.words}"
    return Change(label, settlements.set_settlement_note, (row.id, value))


def signed_by(row: SignatureRow, value: Value) -> Change:
    """Return a partner's signature; a blank withdraws it."""
    if not value:
        label = f"Withdraw the signature of {row.partner}"
        return Change(label, settlements.withdraw, (row.settlement_id, row.partner))
    day = row.signed_on or datetime.now(UTC).date()
    args = (row.settlement_id, row.partner, str(value), day)
    return Change(f"Sign for {row.partner}", settlements.sign, args, row.partner)


def signed_on(row: SignatureRow, value: Value) -> Change:
    """Return the change of the day a partner signed.

    Raises:
        Refusal: nobody has signed for it, or no day is told.
    """
    if row.signed_by is None or not isinstance(value, date):
        raise Refusal(f"Enter who signs for {row.partner} first, then the day.")
    args = (row.settlement_id, row.partner, row.signed_by, value)
    return Change(f"Sign for {row.partner}", settlements.sign, args, row.partner)
