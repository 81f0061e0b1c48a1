"""Reckoning a year's gain or loss from all it rests on, the same for ever (domain 4.6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_share import (
    DrawRule,
    QualityMode,
    ShareAdjustmentKind,
    ShareBaseline,
)
from pch_desktop.domain.kept import kept, read_as
from pch_desktop.domain.money import rounded
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.sharing import (
    WHOLE,
    Measure,
    Sharing,
    Terms,
    multiplier,
    must_weigh,
    score,
    shared,
)
from pch_desktop.domain.splitting import (
    Part,
    RiskPool,
    SplitBy,
    Taker,
    from_pool,
    split,
    weights,
)


class Measured(StrEnum):
    """What the spending of a reckoning is."""

    FORECAST = "forecast outturn"
    ACTUAL = "twelve actuals"


@dataclass(frozen=True, slots=True)
class LinePart:
    """A line in the share, in pence; income stands below zero. None is not known."""

    name: str
    budget_pence: int | None
    spent_pence: int | None


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What a scheme adds to budget and spending beside its lines."""

    kind: ShareAdjustmentKind
    name: str
    budget_pence: int
    spent_pence: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """All a reckoning rests on. A copy is kept with each settlement."""

    year: str
    month: str
    phase: Phase
    measured: Measured
    baseline: ShareBaseline
    growth_share: Decimal | None
    prior_pence: int | None
    """What the lines in the share cost the year before, where that is the baseline."""
    lines: tuple[LinePart, ...]
    adjustments: tuple[Adjusted, ...]
    terms: Terms
    quality_mode: QualityMode
    quality_threshold: int
    measures: tuple[Measure, ...]
    split_by: SplitBy
    takers: tuple[Taker, ...]
    draw_rule: DrawRule
    pool: RiskPool
    form: int = 1
    """How the reckoning is done; a later form leaves this one as it is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reckoning gives, in pence; None where it cannot be known yet."""

    lines_budget_pence: int | None
    budget_pence: int | None
    """With the adjustments."""
    lines_spent_pence: int | None
    spent_pence: int | None
    score: Decimal | None
    sharing: Sharing | None
    parts: tuple[Part, ...]
    unborne_pence: int
    """What no partner may bear."""
    pool_pays_pence: int
    commissioner_pence: int | None
    """The commissioner's part, with what neither partners nor risk pool bear."""
    reasons: tuple[str, ...]
    """Why something is not known, and what to do about it."""


def reckoned(inputs: Inputs, pool_pence: int | None = None) -> Outcome:
    """Return what comes of some inputs.

    Args:
        inputs: all it rests on.
        pool_pence: the gain or loss to suppose instead of the one there is.
    """
    reasons: list[str] = []
    budget, spent = _budget(inputs, reasons), _spent(inputs, reasons)
    with_budget = _plus(budget, [each.budget_pence for each in inputs.adjustments])
    with_spent = _plus(spent, [each.spent_pence for each in inputs.adjustments])
    if pool_pence is not None and with_budget is not None:
        with_spent = with_budget - pool_pence
        spent = with_spent - sum(each.spent_pence for each in inputs.adjustments)
    reached = score(inputs.measures)
    weighted = _tried(lambda: weights(inputs.takers, inputs.split_by), reasons) or []
    sharing = None
    if with_budget is not None and with_spent is not None:
        quality, lacking = _quality(inputs, reached)
        sharing = shared(inputs.terms, with_budget, with_budget - with_spent, quality)
        # A loss, and a gain within the dead band, do not wait for quality.
        reasons += lacking if sharing.locality_pence is None else []
    parts, unborne, pays = _among(inputs, sharing, weighted)
    rest = None if sharing is None else sharing.commissioner_pence
    if rest is not None:
        rest -= unborne - pays
    return Outcome(
        budget, with_budget, spent, with_spent, reached, sharing, parts, unborne, pays, rest,
        tuple(reasons),
    )  # fmt: skip


def must_be_known(outcome: Outcome) -> None:
    """Refuse a reckoning that is not whole.

    Raises:
        Refusal: it says what is missing first.
    """
    if outcome.reasons:
        raise Refusal(outcome.reasons[0])


def digest(inputs: str, result: str) -> str:
    """Return the SHA-256 of a settlement's inputs and result, in hexadecimal."""
    return sha256(f"{inputs}\n{result}".encode()).hexdigest()


def result_of(inputs: str) -> str:
    """Return what kept inputs give, as it is kept: the same text whenever it is asked."""
    return kept(reckoned(read_as(Inputs, inputs)))


def _among(
    inputs: Inputs, sharing: Sharing | None, weighted: list[int]
) -> tuple[tuple[Part, ...], int, int]:
    """Return the partners' parts, what no partner may bear, and what the risk pool pays of it."""
    if sharing is None or sharing.locality_pence is None or not weighted:
        return (), 0, 0
    parts, unborne = split(sharing.locality_pence, inputs.takers, weighted)
    return parts, unborne, from_pool(inputs.draw_rule, inputs.pool, sharing, unborne)


def _quality(inputs: Inputs, reached: Decimal | None) -> tuple[Decimal | None, list[str]]:
    """Return what quality lets through of a gain, or why that is not known."""
    if inputs.quality_mode is QualityMode.NONE:
        return WHOLE, []
    reasons: list[str] = []
    _tried(lambda: must_weigh(inputs.measures), reasons)
    unknown = [measure.name for measure in inputs.measures if measure.met_share is None]
    if unknown:
        reasons.append(f"Quality is not known: enter how far {_first(unknown)} was met.")
    if reasons:
        return None, reasons
    return multiplier(inputs.quality_mode, inputs.quality_threshold, reached), []


def _budget(inputs: Inputs, reasons: list[str]) -> int | None:
    if inputs.baseline is ShareBaseline.BUDGET:
        unset = [line.name for line in inputs.lines if line.budget_pence is None]
        if unset or not inputs.lines:
            reasons.append(f"{_first(unset)} has no budget yet. Enter one, or leave it out."
                           if unset else "No budget line is in the share yet.")  # fmt: skip
            return None
        return sum(line.budget_pence or 0 for line in inputs.lines)
    if inputs.prior_pence is None or inputs.growth_share is None:
        reasons.append(
            "What the year before cost, or what it grows by, is not known. "
            "Enter both, or let the budget be the baseline."
        )
        return None
    return rounded(inputs.prior_pence * (WHOLE + inputs.growth_share))


def _spent(inputs: Inputs, reasons: list[str]) -> int | None:
    unknown = [line.name for line in inputs.lines if line.spent_pence is None]
    if unknown:
        what = "outturn" if inputs.measured is Measured.FORECAST else "actual for each month"
        reasons.append(f"{_first(unknown)} has no {what} yet. Enter it first.")
    if unknown or not inputs.lines:
        return None
    return sum(line.spent_pence or 0 for line in inputs.lines)


def _first(names: list[str]) -> str:
    more = len(names) - 1
    return f"“{names[0]}”" + (f" (and {more} more)" if more else "")


def _plus(amount: int | None, others: list[int]) -> int | None:
    return None if amount is None else amount + sum(others)


def _tried(work: Callable[[], list[int] | None], reasons: list[str]) -> list[int] | None:
    try:
        return work()
    except Refusal as refusal:
        reasons.append(str(refusal))
        return None
