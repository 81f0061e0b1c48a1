"""How each line's budget is built: baseline, growth, service changes, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Build, Scope
from pch_desktop.domain.budget_rates import RateKind
from pch_desktop.domain.capitation import per_head_pence
from pch_desktop.domain.period import Month
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Kind, Table, Total, Value
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import budget
from pch_desktop.store.budget import BuildRateRow, Built, LineRow, People

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

NOT_KNOWN = "not known on 1 April"
PARTIAL = frozenset({"otherwise", "as_set"})
NET = "Cost uplift less efficiency is one net rate: × (1 + cost uplift - efficiency)."
EACH = "The four rates multiply: × (1 + cost uplift) × (1 - efficiency)."
RATE_TITLES: Mapping[RateKind, tuple[str, str]] = {
    RateKind.DEMOGRAPHIC: ("demographic", "Demographic"),
    RateKind.NON_DEMOGRAPHIC: ("non_demographic", "Non-demographic"),
    RateKind.COST_UPLIFT: ("uplift", "Cost uplift"),
    RateKind.EFFICIENCY: ("efficiency", "Efficiency"),
}
"""By kind of rate: the key of its column, and its title."""


@dataclass(frozen=True, slots=True)
class RateUsed:
    """A rate that a line grows by: its name, and its share where it holds on 1 April."""

    name: str
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class BuildRow:
    """A line with the steps its budget is built by; money in pence, income below zero."""

    id: int
    name: str
    line: LineRow
    rates: Mapping[RateKind, RateUsed]
    baseline: int | None
    non_recurrent: int | None
    recurrent: int | None
    grown: int | None
    otherwise: int | None
    """By fair share or by rates for people, where the line is built so."""
    adjustments: int
    built: int | None
    """By its own way, with the approved service changes."""
    as_set: int | None
    """As it was set instead, with the approved service changes."""
    current: int | None
    per_head: int | None
    per_weighted_head: int | None


def build_rows(
    lines: Sequence[LineRow], rates: Sequence[BuildRateRow], people: People | None
) -> list[BuildRow]:
    """Return the lines that are not out of scope with how their budgets are built."""
    names = _names(rates)
    return [_row(line, names, people) for line in lines if line.scope is not Scope.OUT]


def _names(rates: Sequence[BuildRateRow]) -> Mapping[str, RateUsed]:
    """Return what each rate is called, by its key; the value of 1 April counts."""
    found: dict[str, RateUsed] = {}
    for rate in rates:
        if rate.holds:
            found[rate.key] = RateUsed(rate.name, rate.value)
    for rate in rates:
        found.setdefault(rate.key, RateUsed(f"{rate.words}, {NOT_KNOWN}", None))
    return found


def _row(line: LineRow, names: Mapping[str, RateUsed], people: People | None) -> BuildRow:
    sign = line.sign
    made = line.built or _nothing(line)
    used = {
        kind: names.get(key, RateUsed(f"{key}, {NOT_KNOWN}", None))
        for kind, key in zip(RateKind, line.rate_keys, strict=False)
        if key
    }
    kept = made.adjustment_pence
    current = _signed(line.annual_pence, sign)
    return BuildRow(
        line.id,
        line.name,
        line,
        used,
        _signed(made.baseline_pence, sign),
        _signed(line.non_recurrent_pence, sign),
        _signed(made.recurrent_pence, sign),
        _signed(made.grown_pence, sign),
        _signed(_otherwise(line, made), sign),
        kept * sign,
        None if made.built_pence is None else (made.built_pence + kept) * sign,
        None if line.set_annual_pence is None else (line.set_annual_pence + kept) * sign,
        current,
        _per(current, people.registered if people else None),
        _per(current, people.weighted if people else None),
    )


def _otherwise(line: LineRow, made: Built) -> int | None:
    if line.build is Build.RATES:
        return made.by_rates_pence
    fair = made.fair_share if line.build is Build.FAIR_SHARE else None
    return fair.budget_pence if fair else None


def _nothing(line: LineRow) -> Built:
    return Built(line.baseline_pence, None, None, None, None, None, None, None, 0)


def _signed(pence: int | None, sign: int) -> int | None:
    return None if pence is None else pence * sign


def _per(pence: int | None, people: Decimal | int | None) -> int | None:
    return None if pence is None else per_head_pence(pence, people)


def _money(
    key: str, title: str, meaning: str, formula: str = "", width: int = 12
) -> Column[BuildRow]:
    def value(row: BuildRow) -> int | None:
        return getattr(row, key)

    # Where a column is blank for lines of another way, its sum would be called incomplete.
    total = Total.NONE if key in PARTIAL else Total.SUM
    return Column(key, title, value, Kind.MONEY, total, formula=formula, help=meaning, width=11)


def _a_head(key: str, title: str, meaning: str) -> Column[BuildRow]:
    def value(row: BuildRow) -> int | None:
        return getattr(row, key)

    return Column(key, title, value, Kind.EXACT, help=meaning, width=9)


def _used(kind: RateKind) -> Callable[[BuildRow], Value]:
    return lambda row: row.rates[kind].name if kind in row.rates else None


def _share(kind: RateKind) -> Callable[[BuildRow], Value]:
    return lambda row: row.rates[kind].share if kind in row.rates else None


def _rate_columns(offered: Mapping[RateKind, tuple[str, ...]]) -> tuple[Column[BuildRow], ...]:
    """Return the columns of the four rates: their names on the screen, their shares on paper."""
    found: list[Column[BuildRow]] = []
    for kind, (key, title) in RATE_TITLES.items():
        meaning = f"The rate of {kind.value} of 1 April. A percentage makes a rate by that name."
        found.append(
            Column(key, title, _used(kind), Kind.WORD, words=offered.get(kind, ()), is_open=True,
                   help=meaning, width=16, prints=False)
        )  # fmt: skip
        found.append(Column(f"{key}_share", f"{title} %", _share(kind), Kind.RATE, width=8))
    return tuple(found)


PEOPLE_GROW = "(1+{demographic_share})*(1+{non_demographic_share})"
BUILT = (
    'IF({build}="Recurrent baseline",{recurrent},IF({build}="Baseline and growth",{grown},'
    "{otherwise}))+{adjustments}"
)


def build_columns(
    offered: Mapping[RateKind, tuple[str, ...]], *, is_net: bool
) -> tuple[Column[BuildRow], ...]:
    """Return the columns of the build; ``is_net`` where cost uplift and efficiency are one."""
    costs = (
        "(1+{uplift_share}-{efficiency_share})"
        if is_net
        else "(1+{uplift_share})*(1-{efficiency_share})"
    )
    grown = f"ROUND({{recurrent}}*{PEOPLE_GROW}*{costs},2)"
    return (
        Column("name", "Budget line", lambda row: row.name, width=28),
        Column("build", "Built by", lambda row: shown(row.line.build.value), Kind.WORD,
               words=listed(Build), help="How the budget comes about unless it was set.", width=17),
        _money("baseline", "Baseline £", "What the line cost before."),
        _money("non_recurrent", "Non-recurrent £", "The part of it that does not recur."),
        _money("recurrent", "Recurrent £", "Baseline less what does not recur.",
               "{baseline}-{non_recurrent}"),
        *_rate_columns(offered),
        _money("grown", "Grown £", NET if is_net else EACH, grown),
        _money("otherwise", "By share or rates £", "Its fair share, or rates times people."),
        _money("adjustments", "Changes £", "Approved changes of service."),
        _money("built", "Built £", "As built, with the changes of service.", BUILT),
        _money("as_set", "As set £", "Set as one sum instead; blank where the build counts."),
        _money("current", "Current £", "The year's budget now, with virements."),
        _a_head("per_head", "A head", "Current, for each registered person."),
        _a_head("per_weighted_head", "A weighted head", "Current, for each weighted person."),
    )  # fmt: skip


def offered(rates: Sequence[BuildRateRow]) -> Mapping[RateKind, tuple[str, ...]]:
    """Return the rates of each kind that hold on 1 April, as they are called."""
    return {
        kind: tuple(rate.name for rate in rates if rate.kind is kind and rate.holds)
        for kind in RateKind
    }


def build_finding(rows: Sequence[BuildRow]) -> str:
    """Return the sentence on how far the budgets as set are from those built."""
    both = [(row.built, row.as_set) for row in rows if None not in (row.built, row.as_set)]
    if not rows:
        return "No budget line is there yet."
    unknown = sum(row.current is None for row in rows)
    said = f"{plural(unknown, 'line')} not known yet. " if unknown else ""
    if not both:
        return f"{said}Every known budget is as it was built." if unknown < len(rows) else said
    apart = sum((set_ or 0) - (built or 0) for built, set_ in both)
    side = "above" if apart >= 0 else "below"
    amount = written(abs(apart), Kind.MONEY)
    return f"{said}{plural(len(both), 'line')} set {amount} {side} what they build to."


def capitation(file: Reads, month: Month) -> Table[BuildRow]:
    """Return how the lines of a month's year are built."""
    year = month.financial_year
    total = file.read(budget.annual_sum, month)
    rates = file.read(budget.build_rates, year)
    is_net = file.read(budget.is_net_uplift)
    rows = build_rows(file.read(budget.lines, month), rates, total.people if total else None)
    notes = (NET if is_net else EACH, "A rate is the one that holds on 1 April of the year.",
             build_finding(rows))  # fmt: skip
    subtitle = f"£. {year}: how each line's budget is built, and what it is now."
    marked = marking(file.read(budget.budget_year, year))
    columns = build_columns({}, is_net=is_net)
    return Table("Capitation", columns, rows, subtitle, (), notes, marked)
