"""How each figure of a budget line came about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pch_desktop.domain.budget import Rating, Thresholds, rating, variance_share
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_explained_outturn import (
    adjusted,
    effect,
    method_outturn,
    outturn,
    spread,
)
from pch_desktop.reports.budget_explained_year import annual, month_budget
from pch_desktop.reports.budget_forecast import ForecastRow
from pch_desktop.reports.budget_formulas import FINANCE, INCOME
from pch_desktop.reports.budget_standing import LINES, StandingRow
from pch_desktop.reports.explained import Explanation, Fact, added, lowered
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import shown, written
from pch_desktop.store import budget, locality
from pch_desktop.store.budget import EntryRow, RiskRow
from pch_desktop.store.budget.ground import LineGround
from pch_desktop.store.shared import Reads

__all__ = ["explain", "explain_forecast", "explain_method", "explain_month", "explain_year"]

TITLES = {column.key: column.title for column in LINES}
MOST_BENEATH = 60
"""How many entries are listed; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of a month, with what its figures rest on."""

    row: StandingRow
    month: Month
    ground: LineGround
    thresholds: Thresholds

    @property
    def sign(self) -> int:
        """Income stands below zero in the finance table."""
        return self.row.line.sign


def explain(file: Reads, month: Month, row: StandingRow, key: str) -> Explanation | None:
    """Return how a figure of the finance table came about; None for a column of words."""
    tell = TELLS.get(key)
    if tell is None:
        return None
    made = tell(_asked(file, month, row), key)
    return as_income(made) if key in SIGNED and row.line.is_income else made


def explain_month(
    file: Reads, month: Month, row: StandingRow, *, is_actual: bool
) -> Explanation | None:
    """Return how a line's budget or actual of any month came about; income above zero."""
    asked = _asked(file, month, row)
    if is_actual:
        made = _actual(asked, [month], row.line.year.actual[month.number - 1])
    else:
        made = month_budget(row, month, asked.ground)
    return _unsigned(asked, made)


def explain_year(
    file: Reads, month: Month, row: StandingRow, *, is_actual: bool
) -> Explanation | None:
    """Return how a line's budget of the year, or its actual so far, came about; income above 0."""
    asked = _asked(file, month, row)
    return _unsigned(asked, _date_actual(asked, "") if is_actual else _annual(asked, ""))


def explain_method(file: Reads, month: Month, row: StandingRow, at: int) -> Explanation:
    """Return how a line's outturn by one of the methods came about, by the method's place."""
    made = method_outturn(row, month, at)
    return as_income(made) if row.line.is_income else made


def explain_forecast(row: ForecastRow, risks: Sequence[RiskRow], key: str) -> Explanation | None:
    """Return how the spread of a line's forecasts, or its outturn with risks, came about."""
    match key:
        case "spread":
            return spread(row)
        case "risks":
            return effect(row, risks)
        case "adjusted":
            return adjusted(row, risks)
        case _:
            return None


def as_income(made: Explanation) -> Explanation:
    """Return an explanation whose working ends below zero, where income is taken off."""
    left, _, _ = made.worked.rpartition(" = ")
    rounded = ", rounded" if made.worked.endswith(", rounded") else ""
    done = f"−({left}) = {made.answer}{rounded}" if left else made.worked
    return replace(made, formula=f"{made.formula} {INCOME}", worked=done)


def _unsigned(asked: Asked, made: Explanation) -> Explanation:
    """Return an explanation as the grids of months show it: income above zero."""
    pence = made.value
    return replace(made, value=asked.sign * pence) if isinstance(pence, int) else made


def _asked(file: Reads, month: Month, row: StandingRow) -> Asked:
    ground = file.read(budget.line_ground, row.id, month)
    return Asked(row, month, ground, file.read(locality.thresholds))


def _month_budget(asked: Asked, _key: str) -> Explanation:
    return month_budget(asked.row, asked.month, asked.ground)


def _month_actual(asked: Asked, _key: str) -> Explanation:
    return _actual(asked, [asked.month], asked.row.line.standing.month_actual)


def _date_actual(asked: Asked, _key: str) -> Explanation:
    months = [month for month in asked.month.financial_year.months if month <= asked.month]
    return _actual(asked, months, asked.row.line.standing.date_actual)


def _actual(asked: Asked, months: Sequence[Month], known: int | None) -> Explanation:
    """Return how what was spent came about, entry by entry."""
    key = "month_actual" if len(months) == 1 else "date_actual"
    entries = [entry for entry in asked.ground.entries if entry.month in months]
    value = sum(entry.amount_pence for entry in entries) if known is not None else None
    facts = [
        Fact(f"{month.words[:3]} {month.year}", _of(entries, month), source=_count(entries, month),
             goes="Entries")
        for month in months
    ]  # fmt: skip
    blank = [month.words for month in months if not _is_known(entries, month)]
    unknown = f"Not entered yet: {', '.join(blank)}." if blank else ""
    worked = ""
    if value is not None and len(months) > 1:
        worked = added(*(_of(entries, month) or 0 for month in months), value)
    return Explanation(
        f"{asked.row.name}, {lowered(TITLES[key])}, {months[-1].words}",
        None if value is None else asked.sign * value,
        Kind.EXACT,
        FINANCE[key],
        worked,
        facts if len(months) > 1 else (),
        tuple(_entry(entry, asked.ground) for entry in entries[:MOST_BENEATH]) + _rest(entries),
        unknown,
    )


def _is_known(entries: Sequence[EntryRow], month: Month) -> bool:
    return any(entry.month == month and entry.reverses_id is None for entry in entries)


def _of(entries: Sequence[EntryRow], month: Month) -> int | None:
    if not _is_known(entries, month):
        return None
    return sum(entry.amount_pence for entry in entries if entry.month == month)


def _count(entries: Sequence[EntryRow], month: Month) -> str:
    count = sum(entry.month == month for entry in entries)
    return "One entry." if count == 1 else f"{count} entries."


def _entry(entry: EntryRow, ground: LineGround) -> Fact:
    parts = [shown(entry.basis.value)]
    if entry.partner:
        parts.append(f"to {entry.partner}")
    if entry.reference:
        parts.append(f"reference {entry.reference}")
    if entry.is_provisional:
        parts.append("provisional")
    if entry.is_prior_year:
        parts.append("prior year")
    return Fact(
        f"{entry.month.words[:3]} {entry.month.year}, {entry.kind.value}",
        entry.amount_pence,
        source=f"{', '.join(parts)}. {_file(entry, ground)}",
        goes="Entries",
    )


def _file(entry: EntryRow, ground: LineGround) -> str:
    """Return the file, sheet and row of an entry; who put it in and when, where there is none."""
    if entry.file_name is None:
        touched = ground.put_in.get(entry.id)
        if touched is None:
            return "Entered by hand."
        at = touched.at.astimezone()
        return f"Entered by hand. By {touched.who}, {at.day} {at:%b %Y, %H:%M}: {touched.label}."
    place = f"From {entry.file_name}"
    if entry.sheet_name:
        place += f", sheet {entry.sheet_name}"
    return f"{place}, row {entry.row_number}." if entry.row_number else f"{place}."


def _rest(entries: Sequence[EntryRow]) -> tuple[Fact, ...]:
    rest = entries[MOST_BENEATH:]
    if not rest:
        return ()
    total = sum(entry.amount_pence for entry in rest)
    return (Fact(f"And {len(rest)} more entries", total, goes="Entries"),)


def _date_budget(asked: Asked, key: str) -> Explanation:
    row, months = asked.row, asked.month.financial_year.months[: asked.month.number]
    amounts = row.line.year.budget[: asked.month.number]
    value = sum(amounts) if row.line.annual_pence is not None else None
    facts = [
        Fact(f"{month.words[:3]} {month.year}", pence, goes="By month")
        for month, pence in zip(months, amounts, strict=True)
    ]
    return Explanation(
        _title(asked, key),
        None if value is None else asked.sign * value,
        Kind.EXACT,
        FINANCE[key],
        added(*amounts, value) if value is not None else "",
        facts if value is not None else (),
        unknown="" if value is not None else _no_budget(asked),
    )


def _annual(asked: Asked, _key: str) -> Explanation:
    return annual(asked.row, asked.month, asked.ground)


def _outturn(asked: Asked, _key: str) -> Explanation:
    return outturn(asked.row, asked.month)


VARIANCES: Mapping[str, tuple[str, str]] = {
    "month_variance": ("month_budget", "month_actual"),
    "date_variance": ("date_budget", "date_actual"),
    "outturn_variance": ("annual", "outturn"),
}
SHARES: Mapping[str, tuple[str, str]] = {
    "date_share": ("date_variance", "date_budget"),
    "outturn_share": ("outturn_variance", "annual"),
}
RATINGS: Mapping[str, tuple[str, str]] = {
    "date_rating": ("date_variance", "date_budget"),
    "rating": ("outturn_variance", "annual"),
}


def _variance(asked: Asked, key: str) -> Explanation:
    budgeted, spent = (_figure(asked, each) for each in VARIANCES[key])
    value = None if budgeted is None or spent is None else budgeted - spent
    terms = (-(spent or 0), budgeted or 0) if asked.sign < 0 else (budgeted or 0, -(spent or 0))
    is_shown = getattr(asked.row, key) is not None
    return Explanation(
        _title(asked, key),
        value if is_shown else None,
        Kind.EXACT,
        FINANCE[key],
        added(*terms, value) if value is not None and is_shown else "",
        [Fact(TITLES[each], _figure(asked, each), goes="Lines") for each in VARIANCES[key]],
        unknown="" if value is not None and is_shown else _missing(asked, VARIANCES[key]),
    )


def _share(asked: Asked, key: str) -> Explanation:
    variance, budgeted = (_figure(asked, each) for each in SHARES[key])
    value: Decimal | None = None
    if variance is not None and budgeted:
        value = variance_share(variance, budgeted)
    worked = ""
    if value is not None:
        sign = "−" if (variance or 0) < 0 else ""
        size, whole = (written(abs(each or 0), Kind.EXACT) for each in (variance, budgeted))
        over = f"{sign}{size} ÷ {whole}"
        worked = f"{over} = {written(value, Kind.SHARE)}"
    return Explanation(
        _title(asked, key),
        value,
        Kind.SHARE,
        FINANCE[key],
        worked,
        [Fact(TITLES[each], _figure(asked, each), goes="Lines") for each in SHARES[key]],
        unknown="" if value is not None else _missing(asked, SHARES[key]),
    )


def _rating(asked: Asked, key: str) -> Explanation:
    variance, budgeted = (_figure(asked, each) for each in RATINGS[key])
    at = asked.thresholds
    value = None
    if variance is not None and budgeted is not None:
        value = rating(variance, budgeted, at)
    facts = [
        *(Fact(TITLES[each], _figure(asked, each), goes="Lines") for each in RATINGS[key]),
        Fact("Amber above this share", at.amber_share, Kind.RATE, "Settings.", "Settings"),
        Fact("Red above this share", at.red_share, Kind.RATE, "Settings.", "Settings"),
        Fact("Green below this amount over", at.least_pence, source="Settings.", goes="Settings"),
    ]
    return Explanation(
        _title(asked, key),
        None if value is None else value.value,
        Kind.RATING,
        FINANCE[key],
        "" if value is None else _why(value, variance or 0, budgeted or 0, at),
        facts,
        unknown="" if value is not None else _missing(asked, RATINGS[key]),
    )


def _why(rated: Rating, variance: int, budgeted: int, at: Thresholds) -> str:
    """Return which step decided a rating."""
    if variance >= 0:
        return "Favourable, or nothing over: Green."
    over = written(-variance, Kind.EXACT)
    if -variance < at.least_pence:
        return f"{over} over is less than {written(at.least_pence, Kind.MONEY)}: Green."
    if not budgeted:
        return f"{over} over where nothing was budgeted: Red."
    share = written(Decimal(-variance) / abs(budgeted), Kind.RATE)
    limit = at.red_share if rated is Rating.RED else at.amber_share
    side = "up to" if rated is Rating.GREEN else "above"
    return f"{share} over is {side} {written(limit, Kind.RATE)}: {rated.value}."


def _figure(asked: Asked, key: str) -> int | None:
    found = getattr(asked.row, key)
    return found if isinstance(found, int) else None


def _title(asked: Asked, key: str) -> str:
    return f"{asked.row.name}, {lowered(TITLES[key])}"


def _missing(asked: Asked, keys: Sequence[str]) -> str:
    blank = [lowered(TITLES[key]) for key in keys if _figure(asked, key) is None]
    if not blank:
        return "In mapping neither variances nor ratings are shown."
    return f"Not known yet: {', '.join(blank)}."


def _no_budget(asked: Asked) -> str:
    return f"{asked.row.name} has no budget yet. Enter one in Set-up."


SIGNED = frozenset(
    {"month_budget", "month_actual", "date_budget", "date_actual", "annual", "outturn"}
)
"""The columns in which income stands below zero."""
TELLS: Mapping[str, Callable[[Asked, str], Explanation]] = {
    "month_budget": _month_budget,
    "month_actual": _month_actual,
    "date_budget": _date_budget,
    "date_actual": _date_actual,
    "annual": _annual,
    "outturn": _outturn,
    **dict.fromkeys(VARIANCES, _variance),
    **dict.fromkeys(SHARES, _share),
    **dict.fromkeys(RATINGS, _rating),
}
