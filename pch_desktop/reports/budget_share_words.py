"""What a reckoning of gain or loss says in a sentence, and what must be read with it."""

from __future__ import annotations

from pch_desktop.domain.budget_share import DeadBand, QualityMode
from pch_desktop.domain.money import rounded
from pch_desktop.domain.settling import Measured
from pch_desktop.domain.sharing import Sharing, cliff_pence
from pch_desktop.reports.budget_share import GainRow, Reckoning
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import plural, written

NO_SCHEME = "Nothing was agreed on sharing this year's gain or loss yet."
CAUTION = (
    "With 40,000 people a swing of 1% either way is often chance. Schemes look simple and "
    "attractive and need careful construction and testing: see “By luck” before you rely on one."
)
"""The statistical caution of ``domain.md`` 4.6, printed beside each result."""
SHARE_KEY = "A gain is a plain figure. (Brackets) mean a loss to bear."


def finding(found: Reckoning | None) -> str:
    """Return the one sentence on who would get what, or why that is not known."""
    if found is None:
        return NO_SCHEME
    outcome = found.outcome
    if outcome.sharing is None:
        return outcome.reasons[0]
    ends = f"If the year ends {side(outcome.sharing.pool_pence)}"
    if outcome.sharing.locality_pence is None:
        return f"{ends}, the gain cannot be shared yet. {outcome.reasons[-1]}"
    nothing = _nothing(found, outcome.sharing)
    if nothing:
        return f"{ends}, nothing is shared: {nothing}."
    part = outcome.sharing.locality_pence
    amount = written(abs(part), Kind.MONEY)
    gets, bears = ("would get", "would bear") if found.is_notional else ("gets", "bears")
    said = f"{ends}, the locality {gets if part > 0 else bears} {amount} of it"
    if not outcome.parts:
        return f"{said}; {outcome.reasons[0][0].lower()}{outcome.reasons[0][1:]}"
    most = max(outcome.parts, key=lambda each: abs(each.after_pence))
    return f"{said}, {most.name} the most: {written(abs(most.after_pence), Kind.MONEY)}."


def side(pool_pence: int) -> str:
    """Return how a year ends: £180,000 under budget, on budget."""
    if not pool_pence:
        return "on budget"
    amount = written(abs(pool_pence), Kind.MONEY)
    return f"{amount} {'under' if pool_pence > 0 else 'over'} budget"


def _nothing(found: Reckoning, known: Sharing) -> str:
    """Return why nothing is shared; nothing where something is."""
    if known.locality_pence:
        return ""
    if not known.pool_pence:
        return "there is neither gain nor loss"
    if not known.beyond_pence:
        return f"it is within the dead band of {written(known.deadband_pence, Kind.MONEY)}"
    if not known.share:
        return f"the locality has no share of a {'gain' if known.pool_pence > 0 else 'loss'}"
    if known.quality == 0:
        return f"quality scored {_score(found)} and needs {found.inputs.quality_threshold}"
    return "the cap leaves nothing" if known.limit_pence == 0 else "it comes to less than a penny"


def quality_words(found: Reckoning) -> str:
    """Return how quality stands and what that does to a gain, in words."""
    inputs, outcome = found.inputs, found.outcome
    if inputs.quality_mode is QualityMode.NONE:
        return "Quality is no condition of a gain."
    met = sum(each.met_share == 1 for each in inputs.measures)
    said = f"Measures met in full: {met} of {len(inputs.measures)}."
    if outcome.score is None:
        unknown = sum(each.met_share is None for each in inputs.measures)
        return f"{said} {plural(unknown, 'measure')} not known, so a gain cannot be shared yet."
    said += f" Score {_score(found)} of 100."
    if inputs.quality_mode is QualityMode.PROPORTIONAL:
        return f"{said} That share of a gain is let through; a loss is never scaled."
    if outcome.score < inputs.quality_threshold:
        return f"{said} Nothing of a gain is shared below {inputs.quality_threshold}."
    whole = inputs.quality_mode is QualityMode.GATE
    through = "all of a gain" if whole else "that share of a gain"
    return f"{said} It passes {inputs.quality_threshold}, and {through} is let through."


def notes(found: Reckoning) -> tuple[str, ...]:
    """Return what must be read with a reckoning."""
    inputs = found.inputs
    said = [SHARE_KEY, quality_words(found)]
    if inputs.measured is Measured.FORECAST:
        said.insert(1, "Indicative: the spending is the forecast outturn, line by line.")
    if found.outcome.budget_pence and inputs.terms.deadband_mode is DeadBand.CLIFF:
        said += _cliff(found, found.outcome.budget_pence)
    return (*said, *found.outcome.reasons, CAUTION)


def _cliff(found: Reckoning, budget_pence: int) -> list[str]:
    """Return the warning that a penny may move much, where it does."""
    terms = found.inputs.terms
    moves = max(cliff_pence(terms, budget_pence, is_gain=is_gain) for is_gain in (True, False))
    if not moves:
        return []
    band = written(rounded(budget_pence * terms.deadband_share), Kind.MONEY)
    amount = written(moves, Kind.MONEY)
    return [
        f"Mind the cliff: the dead band shares all once it is passed, so that one penny past "
        f"{band} moves {amount}."
    ]


def gain_words(rows: list[GainRow], found: Reckoning) -> str:
    """Return the numbers behind the chart, 40 to 400 characters."""
    named = "; ".join(
        f"{row.name} {written(row.share, Kind.SHARE)}, {written(row.amount, Kind.MONEY)}"
        for row in rows[:6]
    )
    return f"Bars of who has which part of the year's gain or loss. {finding(found)} {named}."[:400]


def _score(found: Reckoning) -> str:
    score = found.outcome.score
    return "" if score is None else f"{score.normalize():f}"
