"""The formulas under a line's budget: how it was built, opened, spread and moved.

They say again, figure by figure, what ``domain.capitation`` and
``domain.budget`` work out; a test holds the two together to the penny.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from pch_desktop.domain.budget import Build, Profile, phased
from pch_desktop.domain.capitation import RateBase
from pch_desktop.domain.period import MONTHS, Month
from pch_desktop.domain.virements import Move, spread
from pch_desktop.reports.budget_formulas import BUILDS, MOVED, NET, RUNNING, TARGET
from pch_desktop.reports.formula import (
    Formula,
    Given,
    Minus,
    Over,
    Plus,
    Rounded,
    Times,
    less,
    number,
)
from pch_desktop.reports.table import Kind
from pch_desktop.store.budget import LineRow, VirementRow
from pch_desktop.store.budget.ground import LineGround, RateFact


class OfLine(Protocol):
    """A row of any table that is about one budget line."""

    @property
    def id(self) -> int:
        """The line's number."""
        ...

    @property
    def name(self) -> str:
        """What the line is called."""
        ...

    @property
    def line(self) -> LineRow:
        """The line itself."""
        ...


ONE = number(1)
OPENED = "As set, else as built, with the approved changes of service."
DEMOGRAPHIC, NON_DEMOGRAPHIC = "Growth of the people", "Growth beside the people"
UPLIFT, EFFICIENCY = "Cost uplift", "Efficiency"


def annual_formula(row: OfLine, ground: LineGround) -> Formula:
    """Return a line's budget of the year: opening and virements, income above zero."""
    moves = (Given(each.name, moved(each, row.id)) for each in ground.virements)
    parts = (opening(row, ground), *moves)
    return parts[0] if len(parts) == 1 else Plus(parts)


def moved(virement: VirementRow, line_id: int) -> int:
    """Return what a virement adds to a line; below zero where it takes from it."""
    return virement.amount_pence if virement.to_line_id == line_id else -virement.amount_pence


def opening(row: OfLine, ground: LineGround) -> Given:
    """Return what the year opens with: set or built, with the approved service changes."""
    line = row.line
    changes = tuple(Given(each.words, each.amount_pence) for each in ground.adjustments)
    if ground.set_months:
        return Given("Opening budget", line.opening_pence)
    meant = built(row, ground)
    if line.set_annual_pence is not None:
        meant = Given("As set", line.set_annual_pence)
    formula = Plus((meant, *changes)) if changes else meant
    return Given("Opening budget", line.opening_pence, Kind.EXACT, formula, OPENED)


def built(row: OfLine, ground: LineGround) -> Given:
    """Return what a line's budget comes to by its own way of building."""
    line = row.line
    made = line.built
    formulas = {
        Build.BASELINE: recurrent_formula,
        Build.GROWTH: grown_formula,
        Build.FAIR_SHARE: fair_formula,
        Build.RATES: rates_formula,
    }
    is_net = line.build is Build.GROWTH and ground.is_net_uplift
    words = NET if is_net else BUILDS[line.build]
    return Given(f"Built by {line.build.value}", made.built_pence if made else None, Kind.EXACT,
                 formulas[line.build](row, ground), words)  # fmt: skip


def recurrent_formula(row: OfLine, _ground: LineGround) -> Formula:
    """Return a line's baseline without what of it does not recur."""
    made = row.line.built
    baseline = Given("Baseline", made.baseline_pence if made else None)
    return less(baseline, Given("Of it non-recurrent", row.line.non_recurrent_pence))


def grown_formula(row: OfLine, ground: LineGround) -> Formula:
    """Return a line's recurrent baseline a year on, by the rates it names."""
    made = row.line.built
    base = Given("Recurrent", made.recurrent_pence if made else None, Kind.EXACT,
                 recurrent_formula(row, ground), BUILDS[Build.BASELINE])  # fmt: skip
    uplift, efficiency = _rate(ground, UPLIFT), _rate(ground, EFFICIENCY)
    costs: tuple[Formula, ...] = (Plus((ONE, uplift)), Plus((ONE, Minus(efficiency))))
    if ground.is_net_uplift:
        costs = (Plus((ONE, uplift, Minus(efficiency))),)
    people = (
        Plus((ONE, _rate(ground, DEMOGRAPHIC))),
        Plus((ONE, _rate(ground, NON_DEMOGRAPHIC))),
    )
    return Rounded(Times((base, *people, *costs)))


def fair_formula(row: OfLine, ground: LineGround) -> Formula:
    """Return a line's budget on its way to its fair share."""
    made = row.line.built
    words = NET if ground.is_net_uplift else BUILDS[Build.GROWTH]
    now = Given("Grown", made.grown_pence if made else None, Kind.EXACT,
                grown_formula(row, ground), words)  # fmt: skip
    pace = Given("Pace of change", ground.pace_share or Decimal(0), Kind.RATE)
    return Rounded(Plus((now, Times((pace, less(target(row, ground), now))))))


def target(row: OfLine, ground: LineGround) -> Given:
    """Return a line's fair share of what its board has for it."""
    made = row.line.built
    fair, pair = (made.fair_share, made.weighted) if made else (None, None)
    formula = Rounded(
        Over(
            Times((
                Given("The board's total for the line", ground.board_total_pence),
                Given("Our people, weighted", pair.ours if pair else None, Kind.COUNT),
            )),
            Given("The board's people, weighted", pair.boards if pair else None, Kind.COUNT),
        )
    )  # fmt: skip
    return Given("Target", fair.target_pence if fair else None, Kind.EXACT, formula, TARGET)


def rates_formula(_row: OfLine, ground: LineGround) -> Formula:
    """Return what a line's rates come to for the people they are paid for."""
    parts = tuple(
        Times((_pounds(rate), _people(ground, rate.base)))
        for rate in ground.rates
        if rate.base is not None
    )
    return Rounded(Plus(parts)) if parts else Given("Rates by people", None)


def running(name: str, row: OfLine, ground: LineGround, upto: int) -> Given:
    """Return a line's opening budget from April up to a month, before any virement.

    Args:
        name: what it is called.
        row: the line.
        ground: what it rests on.
        upto: how many months; October is 7.
    """
    pence = row.line.opening_pence or 0
    if ground.set_months:
        return Given(name, sum(ground.set_months[:upto]))
    months = phased(pence, ground.weights)
    by = (ground.weights, weight_kind(row, ground))
    formula = _share(Given("Opening budget of the year", pence), by, upto)
    return Given(name, sum(months[:upto]), Kind.EXACT, formula, RUNNING)


def move_in(virement: VirementRow, row: OfLine, ground: LineGround, month: Month) -> Given:
    """Return what a virement adds to a line's month, by its running totals."""
    first, at = virement.month.number, month.number
    whole = Given(virement.name, moved(virement, row.id))
    months = spread(Move(moved(virement, row.id), first), ground.weights)
    name = f"{virement.name} in {month.words}"
    if at < first:
        return Given(name, 0)
    weights, kind = ground.weights[first - 1 :], weight_kind(row, ground)
    if not any(weights):
        weights, kind = (1,) * len(weights), Kind.COUNT
    upto = at - first + 1
    formula = _share(whole, (weights, kind), upto)
    if upto > 1:
        formula = less(formula, _share(whole, (weights, kind), upto - 1))
    return Given(name, months[at - 1], Kind.EXACT, formula, MOVED)


def _share(of: Given, by: tuple[Sequence[int], Kind], upto: int) -> Formula:
    """Return a sum by the weight of its first months, rounded."""
    weights, kind = by
    up_to, whole = number(sum(weights[:upto]), kind), number(sum(weights), kind)
    return Rounded(Over(Times((of, up_to)), whole))


def weight_kind(row: OfLine, ground: LineGround) -> Kind:
    """Return what the weights of the months are: money where a year's months are their shape."""
    is_money = row.line.profile in (Profile.LAST_YEAR, Profile.MANUAL)
    return Kind.EXACT if is_money and sum(ground.weights) > MONTHS else Kind.COUNT


def _rate(ground: LineGround, use: str) -> Given:
    found: Sequence[RateFact] = [rate for rate in ground.rates if rate.use == use]
    return Given(use, found[0].value if found else Decimal(0), Kind.RATE)


def _pounds(rate: RateFact) -> Given:
    return Given(rate.words, None if rate.value is None else rate.value * 100)


def _people(ground: LineGround, base: RateBase | None) -> Given:
    people = ground.people
    match base:
        case RateBase.WEIGHTED:
            return Given("Weighted people", people.weighted, Kind.COUNT)
        case RateBase.BEDS:
            return Given("Care-home beds", people.care_home_beds, Kind.COUNT)
        case _:
            return Given("Registered people", people.registered, Kind.COUNT)
