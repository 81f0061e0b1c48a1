"""How a line's forecast outturn came about, by each method."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from pch_desktop.domain.budget import Method, forecast_pence
from pch_desktop.domain.period import MONTHS, Month
from pch_desktop.reports.budget_forecast import ForecastRow
from pch_desktop.reports.budget_formulas import (
    ADJUSTED,
    FINANCE,
    MEAN,
    METHODS,
    RISE,
    RISKS,
    SPREAD,
)
from pch_desktop.reports.budget_standing import StandingRow
from pch_desktop.reports.explained import Explanation, Fact, Step, added, steps
from pch_desktop.reports.formula import (
    Formula,
    Given,
    Over,
    Plus,
    Rounded,
    Times,
    number,
    value,
    worked,
)
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import shown, written
from pch_desktop.store.budget import RiskRow


def outturn(row: StandingRow, month: Month) -> Explanation:
    """Return how a line's outturn came about, by the method in use."""
    method = row.line.method
    found = method_outturn(row, month, list(Method).index(method))
    known = row.line.year.known(month.number)
    is_shown = row.outturn is not None
    return Explanation(
        f"{row.name}, forecast outturn",
        found.value if is_shown else None,
        Kind.EXACT,
        f"{FINANCE['outturn']} {shown(method.value)}: {METHODS[method]}",
        found.worked if is_shown else "",
        found.facts,
        unknown="" if is_shown else _unknown(row, known),
        steps=found.steps if is_shown else (),
    )


def method_outturn(row: StandingRow, month: Month, at: int) -> Explanation:
    """Return how a line's outturn by one method came about; ``at`` is the method's place."""
    line, method = row.line, list(Method)[at]
    known = line.year.known(month.number)
    sign = line.sign
    pence = None
    if line.annual_pence is not None:
        pence = forecast_pence(method, line.year.budget, known, line.manual_forecast_pence)
    return Explanation(
        f"{row.name}, outturn by {method.value}",
        None if pence is None else sign * pence,
        Kind.EXACT,
        METHODS[method],
        "" if pence is None else _worked(method, line.year.budget, known, pence),
        _facts(row, method, known),
        unknown="" if pence is not None else _unknown(row, known),
        steps=steps(trend(known)) if method is Method.TREND and len(known) > 1 and pence else (),
    )


def trend(known: Sequence[int]) -> Formula:
    """Return how a straight line through the months known goes on over those left."""
    done, left = len(known), MONTHS - len(known)
    steps_off = [Fraction(2 * at - done - 1, 2) for at in range(1, MONTHS + 1)]
    months = tuple(Given(f"Month {at}", pence) for at, pence in enumerate(known, start=1))
    spent = Given("Spent in them", sum(known))
    mean = Over(spent, number(done))
    rising = Plus(tuple(
        Times((number(_plain(off)), month)) for off, month in zip(steps_off, months, strict=False)
    ))  # fmt: skip
    rise = Over(rising, number(_plain(sum(off * off for off in steps_off[:done]))))
    ahead = sum(steps_off[done:], Fraction(0))
    return Rounded(Plus((
        spent,
        Times((Given("Mean of the months known", value(mean), Kind.EXACT, mean, MEAN),
               number(left))),
        Times((Given("Rise from month to month", value(rise), Kind.EXACT, rise, RISE),
               number(_plain(ahead)))),
    )))  # fmt: skip


def _plain(of: Fraction | int) -> Decimal | int:
    exact = Fraction(of)
    if exact.denominator == 1:
        return exact.numerator
    return Decimal(exact.numerator) / exact.denominator


def _facts(row: StandingRow, method: Method, known: Sequence[int]) -> list[Fact]:
    line, done = row.line, len(known)
    if method is Method.MANUAL:
        reason = line.method_reason or "No reason is written yet."
        return [Fact("Put in by hand", line.manual_forecast_pence, source=reason, goes="Lines")]
    facts = [
        Fact("Months known from April on", done, Kind.COUNT, goes="By month"),
        Fact("Spent in them", sum(known), goes="Entries"),
        Fact("Budget of the year", line.annual_pence, goes="Set-up"),
    ]
    match method:
        case Method.RUN_RATE:
            facts.append(Fact("The last three months together", sum(known[-3:])))
        case Method.REMAINING_BUDGET:
            left = sum(line.year.budget[done:])
            facts.append(Fact("Budget of the months left", left, goes="By month"))
        case Method.PROFILED:
            to_date = sum(line.year.budget[:done])
            facts.append(Fact("Budget of the months known", to_date, goes="By month"))
        case Method.TREND:
            facts += [Fact(f"Month {at}", pence) for at, pence in enumerate(known, start=1)]
        case _:
            pass
    return facts


def _worked(method: Method, budget: Sequence[int], known: Sequence[int], pence: int) -> str:
    """Return a method's sum with the line's own numbers."""
    if method is Method.MANUAL:
        return ""
    if not known:
        return f"No month is known yet: the year's budget, {written(pence, Kind.EXACT)}."
    return worked(_formula(method, budget, known))


def _formula(method: Method, budget: Sequence[int], known: Sequence[int]) -> Formula:
    """Return what a method works with, as ``domain.budget.forecast_pence`` does."""
    done, left = len(known), MONTHS - len(known)
    spent, to_date = Given("Spent in them", sum(known)), Given("To date", sum(budget[:done]))
    match method:
        case Method.RUN_RATE:
            recent = Given("The last three months together", sum(known[-3:]))
            mean = Over(recent, number(len(known[-3:])))
            return Rounded(Plus((spent, Times((mean, number(left))))))
        case Method.REMAINING_BUDGET:
            return Plus((spent, Given("Budget of the months left", sum(budget[done:]))))
        case Method.PROFILED if to_date.amount:
            return Rounded(Over(Times((Given("Budget of the year", sum(budget)), spent)), to_date))
        case Method.TREND if done > 1:
            return trend(known)
        case _:
            return Rounded(Times((Over(spent, number(done)), number(MONTHS))))


def _unknown(row: StandingRow, known: Sequence[int]) -> str:
    if row.line.annual_pence is None:
        return f"{row.name} has no budget yet."
    if not known:
        return "Nothing is forecast before the first month's actual is known."
    if row.line.method is Method.MANUAL:
        return "No outturn was put in by hand yet."
    return "In mapping nothing is forecast."


def spread(row: ForecastRow) -> Explanation | None:
    """Return how far a line's forecasts lie apart."""
    if row.row is None:
        return None
    now = row.row.line.standing
    known = now.highest is not None and now.lowest is not None
    return Explanation(
        f"{row.name}, spread of forecasts",
        row.spread,
        Kind.EXACT,
        SPREAD,
        added(now.highest or 0, -(now.lowest or 0), row.spread or 0) if known else "",
        [Fact("Highest forecast", now.highest), Fact("Lowest forecast", now.lowest)],
        unknown="" if known else "Nothing is forecast before the first actual is known.",
    )


def adjusted(row: ForecastRow, risks: Sequence[RiskRow]) -> Explanation:
    """Return how a line's outturn with its risks came about."""
    own = [risk for risk in risks if risk.is_open and _is_of(risk, row)]
    blank = [risk.name for risk in own if risk.weighted_pence is None]
    pence, done = row.adjusted, ""
    if pence is not None and row.outturn is not None:
        done = added(row.outturn, *(risk.weighted_pence or 0 for risk in own), pence)
    return Explanation(
        f"{row.name}, outturn with risks",
        pence,
        Kind.EXACT,
        ADJUSTED,
        done,
        [Fact("Forecast outturn", row.outturn), *map(_risk, own)],
        unknown=f"Not known yet: {', '.join(blank) or 'the outturn'}." if pence is None else "",
        steps=_weighted(own),
    )


def effect(row: ForecastRow, risks: Sequence[RiskRow]) -> Explanation:
    """Return what a line's risks and mitigations do to its variance: favourable positive."""
    own = [risk for risk in risks if risk.is_open and _is_of(risk, row)]
    blank = [risk.name for risk in own if risk.weighted_pence is None]
    terms = [-(risk.weighted_pence or 0) for risk in own]
    return Explanation(
        f"{row.name}, risks and mitigations",
        row.effect,
        Kind.EXACT,
        RISKS,
        added(*terms, row.effect) if row.effect is not None and own else "",
        [*map(_risk, own)] or [Fact("No risk of it is open", 0, goes="Forecast/Risks")],
        unknown=f"Not known yet: {', '.join(blank)}." if row.effect is None else "",
        steps=_weighted(own),
    )


def _weighted(risks: Sequence[RiskRow]) -> tuple[Step, ...]:
    """Return how each risk was weighted by its likelihood."""
    parts = tuple(
        Given(
            risk.name, abs(risk.weighted_pence), Kind.EXACT,
            Rounded(Times((Given("Amount", risk.amount_pence),
                           Given("Likelihood", risk.likelihood_share, Kind.SHARE)))),
        )
        for risk in risks
        if risk.weighted_pence is not None
    )  # fmt: skip
    return steps(Plus(parts))


def _is_of(risk: RiskRow, row: ForecastRow) -> bool:
    return risk.line == row.row.line.name if row.row else True


def _risk(risk: RiskRow) -> Fact:
    amount = written(risk.amount_pence, Kind.EXACT)
    share = written(risk.likelihood_share, Kind.SHARE)
    told = f"{amount or 'amount not known'}, likelihood {share or 'not known'}"
    return Fact(f"{shown(risk.kind.value)}: {risk.name}", risk.weighted_pence, source=f"{told}.",
                goes="Forecast/Risks")  # fmt: skip
