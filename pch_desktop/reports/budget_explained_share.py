"""How the figures of a gain and risk share came about: the reckoning and each partner's part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pch_desktop.domain.budget_share import ShareBaseline
from pch_desktop.domain.settling import Inputs, Measured
from pch_desktop.reports.budget_share import PARTNERS, STEPS, Reckoning, SharePartnerRow, StepRow
from pch_desktop.reports.explained import Explanation, Fact, of_column
from pch_desktop.reports.formula import Given, Plus, worked
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import shown, written

SCHEME, TAKERS = "Share/Scheme", "Share/Partners"
QUALITY, ADJUSTMENTS = "Share/Quality", "Share/Adjustments"
BUDGET, BESIDE, SPENT, BESIDE_SPENT = 1, 2, 4, 5
"""The steps that rest on lines and on what was agreed beside them."""
QUALITY_STEP = 13
SPLIT = (
    "The locality's part by the partner's share of the split; a spare penny goes to the largest "
    "remainder, the first listed before the others."
)
AFTER = (
    "By the rule, but of a loss no more than the stop-loss; what that leaves is borne by the "
    "others, each by its share, as far as their own allow."
)


def explain_step(
    found: Reckoning, rows: Sequence[StepRow], row: StepRow, key: str
) -> Explanation | None:
    """Return how an amount or a share of the reckoning came about; None for words."""
    at = next((at for at, column in enumerate(STEPS) if column.key == key), None)
    made = None if at is None else of_column(STEPS, at, row, rows)
    if made is None:
        return None
    title = row.name if key == "amount" else f"{row.name}, {key}"
    facts = list(made.facts) if key == "amount" else []
    facts += _facts(found, row)
    done = made.worked or _added(facts, made.value) if key == "amount" else ""
    unknown = "" if made.value is not None else _reason(found, key)
    return replace(made, title=title, formula=f"{row.words}.", worked=done, facts=facts,
                   unknown=unknown)  # fmt: skip


def explain_partner(found: Reckoning, row: SharePartnerRow, key: str) -> Explanation | None:
    """Return how a partner's part came about; None for words."""
    at = next((at for at, column in enumerate(PARTNERS) if column.key == key), None)
    made = None if at is None else of_column(PARTNERS, at, row)
    if made is None:
        return None
    sharing = found.outcome.sharing
    facts = [
        Fact("The locality's part", sharing.locality_pence if sharing else None),
        Fact("Its share of the split", row.share, Kind.SHARE, _rule(found), TAKERS),
        Fact("By the rule", row.before),
        Fact("Stop-loss", row.stop_loss, goes=TAKERS),
    ]
    words = {"before": SPLIT, "after": AFTER, "share": _rule(found)}
    unknown = "No stop-loss was agreed with it." if key == "stop_loss" and not made.value else ""
    return replace(made, formula=words.get(key, made.formula), facts=[*made.facts, *facts],
                   unknown=unknown)  # fmt: skip


def _rule(found: Reckoning) -> str:
    """Return by which rule the locality's part is split."""
    by = found.inputs.split_by
    if by.second_rule is None or by.second_share is None:
        return f"Split by {by.rule.value}."
    second = written(by.second_share, Kind.SHARE)
    return f"Split by {by.rule.value}, and {second} of it by {by.second_rule.value}."


def _facts(found: Reckoning, row: StepRow) -> list[Fact]:
    """Return what a step rests on that no other step has."""
    inputs = found.inputs
    match row.id:
        case i if i == BUDGET:
            return _budget(inputs)
        case i if i == SPENT:
            name = "actuals" if inputs.measured is Measured.ACTUAL else "forecast"
            return [Fact(line.name, line.spent_pence, source=f"Its {name}.", goes="Lines")
                    for line in inputs.lines]  # fmt: skip
        case i if i in (BESIDE, BESIDE_SPENT):
            is_budget = row.id == BESIDE
            return [
                Fact(each.name, each.budget_pence if is_budget else each.spent_pence,
                     source=f"{shown(each.kind.value)}.", goes=ADJUSTMENTS)
                for each in inputs.adjustments
            ]  # fmt: skip
        case i if i == QUALITY_STEP:
            return [
                Fact(each.name, each.met_share, Kind.SHARE,
                     f"Met so far; it weighs {each.weight} of 100.", QUALITY)
                for each in inputs.measures
            ]  # fmt: skip
        case _:
            agreed = row.share is not None
            return [Fact("As agreed", row.share, Kind.SHARE, "The scheme.", SCHEME)] * agreed


def _budget(inputs: Inputs) -> list[Fact]:
    if inputs.baseline is ShareBaseline.BUDGET:
        return [Fact(line.name, line.budget_pence, source="Its budget.", goes="Lines")
                for line in inputs.lines]  # fmt: skip
    return [
        Fact("What the lines cost the year before", inputs.prior_pence, goes=SCHEME),
        Fact("Growth", inputs.growth_share, Kind.RATE, goes=SCHEME),
    ]


def _added(facts: Sequence[Fact], value: object) -> str:
    """Return the facts added up, where that is what the step is."""
    parts = tuple(Given(fact.what, fact.value) for fact in facts if isinstance(fact.value, int))
    if len(parts) < 2 or sum(int(part.amount or 0) for part in parts) != value:
        return ""
    return worked(Plus(parts))


def _reason(found: Reckoning, key: str) -> str:
    if key == "share":
        return "Nothing was agreed."
    return " ".join(found.outcome.reasons) or "Nothing was agreed that limits it."
