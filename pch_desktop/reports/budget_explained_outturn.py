"""How a line's forecast outturn came about, by each method."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.budget import Method, forecast_pence
from pch_desktop.domain.period import MONTHS, Month
from pch_desktop.reports.budget_forecast import ForecastRow
from pch_desktop.reports.budget_formulas import ADJUSTED, FINANCE, METHODS, SPREAD
from pch_desktop.reports.budget_standing import StandingRow
from pch_desktop.reports.explained import Explanation, Fact, added
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
    )


def method_outturn(row: StandingRow, month: Month, at: int) -> Explanation:
    """Return how a line's outturn by one method came about; ``at`` is the method's place."""
    line, method = row.line, list(Method)[at]
    known = line.year.known(month.number)
    sign = -1 if line.is_income else 1
    value = None
    if line.annual_pence is not None:
        value = forecast_pence(method, line.year.budget, known, line.manual_forecast_pence)
    return Explanation(
        f"{row.name}, outturn by {method.value}",
        None if value is None else sign * value,
        Kind.EXACT,
        METHODS[method],
        "" if value is None else _worked(method, line.year.budget, known, value),
        _facts(row, method, known),
        unknown="" if value is not None else _unknown(row, known),
    )


def _facts(row: StandingRow, method: Method, known: Sequence[int]) -> list[Fact]:
    line, done = row.line, len(known)
    if method is Method.MANUAL:
        reason = line.method_reason or "No reason is written yet."
        return [Fact("Put in by hand", line.manual_forecast_pence, source=reason, goes="Lines")]
    facts = [
        Fact("Months known from April on", done, Kind.COUNT, goes="By month"),
        Fact("Spent in them", sum(known), goes="Entries"),
        Fact("Budget of the year", line.annual_pence, goes="Capitation"),
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


def _worked(method: Method, budget: Sequence[int], known: Sequence[int], value: int) -> str:
    """Return a method's sum with the line's own numbers."""
    done, spent, left = len(known), sum(known), MONTHS - len(known)
    if method is Method.MANUAL:
        return ""
    if not done:
        return f"No month is known yet: the year's budget, {_money(value)}."
    plain = f"{_money(spent)} ÷ {done} × {MONTHS} = {_money(value)}"
    match method:
        case Method.RUN_RATE:
            recent = known[-3:]
            mean = f"{_money(sum(recent))} ÷ {len(recent)} × {left}"
            return f"{_money(spent)} + {mean} = {_money(value)}"
        case Method.REMAINING_BUDGET:
            return added(spent, sum(budget[done:]), value)
        case Method.PROFILED if sum(budget[:done]):
            year, to_date = _money(sum(budget)), _money(sum(budget[:done]))
            return f"{year} × {_money(spent)} ÷ {to_date} = {_money(value)}"
        case Method.TREND if done > 1:
            return added(spent, value - spent, value)
        case _:
            return plain


def _unknown(row: StandingRow, known: Sequence[int]) -> str:
    if row.line.annual_pence is None:
        return f"{row.name} has no budget yet."
    if not known:
        return "Nothing is forecast before the first month's actual is known."
    if row.line.method is Method.MANUAL:
        return "No outturn was put in by hand yet."
    return "In mapping nothing is forecast."


def _money(pence: int) -> str:
    return written(pence, Kind.EXACT)


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
    value, worked = row.adjusted, ""
    if value is not None and row.outturn is not None:
        worked = added(row.outturn, *(risk.weighted_pence or 0 for risk in own), value)
    return Explanation(
        f"{row.name}, outturn with risks",
        value,
        Kind.EXACT,
        ADJUSTED,
        worked,
        [Fact("Forecast outturn", row.outturn), *map(_risk, own)],
        unknown=f"Not known yet: {', '.join(blank) or 'the outturn'}." if value is None else "",
    )


def _is_of(risk: RiskRow, row: ForecastRow) -> bool:
    return risk.line == row.row.line.name if row.row else True


def _risk(risk: RiskRow) -> Fact:
    amount = written(risk.amount_pence, Kind.MONEY)
    share = written(risk.likelihood_share, Kind.SHARE)
    told = f"{amount or 'amount not known'}, likelihood {share or 'not known'}"
    return Fact(f"{shown(risk.kind.value)}: {risk.name}", risk.weighted_pence, source=f"{told}.",
                goes="Forecast")  # fmt: skip
