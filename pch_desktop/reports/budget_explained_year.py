"""How a line's budget of the year, and of one month, came about."""

from __future__ import annotations

from collections.abc import Iterator

from pch_desktop.domain.budget import Build
from pch_desktop.domain.period import Month
from pch_desktop.domain.population import WEIGHTING_WORDS
from pch_desktop.reports.budget_explained_steps import (
    OfLine,
    annual_formula,
    move_in,
    moved,
    running,
)
from pch_desktop.reports.budget_formulas import FINANCE
from pch_desktop.reports.explained import Explanation, Fact, added, steps
from pch_desktop.reports.formula import Minus, Plus, value, worked
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import shown, written
from pch_desktop.store.budget import VirementRow
from pch_desktop.store.budget.ground import LineGround, RateFact

PEOPLE = Kind.COUNT


def annual(row: OfLine, month: Month, ground: LineGround) -> Explanation:
    """Return how a line's budget of the year came about: opening and virements."""
    line = row.line
    sign = line.sign
    pence, done = None, ""
    if line.opening_pence is not None:
        moves = [moved(each, row.id) for each in ground.virements]
        pence = line.opening_pence + sum(moves)
        done = added(line.opening_pence, *moves, pence) if moves else ""
    return Explanation(
        f"{row.name}, budget of {month.financial_year}",
        None if pence is None else sign * pence,
        Kind.EXACT,
        FINANCE["annual"],
        done,
        [*_opening(row, ground), *(_virement(each, row.id) for each in ground.virements)],
        part_facts(ground),
        "" if pence is not None else _wanting(row, ground),
        steps(annual_formula(row, ground)),
    )  # fmt: skip


def part_facts(ground: LineGround) -> tuple[Fact, ...]:
    """Return the parts of a line's baseline, each with its year and source."""
    return tuple(
        Fact(part.practice or "One sum", part.amount_pence, goes="Capitation/Baseline",
             source=_part(part.source, part.year))
        for part in ground.parts
    )  # fmt: skip


def month_budget(row: OfLine, month: Month, ground: LineGround) -> Explanation:
    """Return how a line's budget of one month came about: running totals and virements."""
    line, number = row.line, month.number
    title = f"{row.name}, budget of {month.words}"
    sign = line.sign
    if line.annual_pence is None or line.opening_pence is None:
        unknown = _wanting(row, ground)
        return Explanation(title, None, Kind.EXACT, FINANCE["month_budget"], unknown=unknown)
    to_here = running(f"Running total to {month.words}", row, ground, number)
    before = running("Running total to the month before", row, ground, number - 1)
    moves = [move_in(each, row, ground, month) for each in ground.virements]
    counted = tuple(move for move in moves if move.amount)
    formula = Plus((to_here, *((Minus(before),) if number > 1 else ()), *counted))
    facts = [
        Fact("Opening budget of the year", line.opening_pence, goes="Set-up",
             source=f"Version {ground.version}, {ground.status.value}."),
        Fact("Spread", shown(line.profile.value), Kind.WORD, _weights(ground, number), "Set-up"),
        Fact(to_here.what, _pence(to_here.amount)),
        Fact(before.what, _pence(before.amount)),
        *(_virement(each, row.id, _pence(move.amount))
          for each, move in zip(ground.virements, moves, strict=True)),
    ]  # fmt: skip
    pence = sign * int(value(formula) or 0)
    done = worked(formula) if len(formula.parts) > 1 else ""
    return Explanation(title, pence, Kind.EXACT, FINANCE["month_budget"], done, facts,
                       steps=steps(formula))  # fmt: skip


def _pence(amount: object) -> int:
    return amount if isinstance(amount, int) else 0


def _weights(ground: LineGround, number: int) -> str:
    if ground.set_months:
        return "Each month was put in by hand."
    return f"Weight {ground.weights[number - 1]:,} of {sum(ground.weights):,}."


def _virement(virement: VirementRow, line_id: int, part: int | None = None) -> Fact:
    minute = f" Minute {virement.minute_reference}." if virement.minute_reference else ""
    other = (
        f"from {virement.from_line}" if virement.to_line_id == line_id else f"to {virement.to_line}"
    )
    whole = f"{written(moved(virement, line_id), Kind.EXACT)} in all. " if part is not None else ""
    return Fact(
        f"{virement.name} {other}, from {virement.month.words}",
        moved(virement, line_id) if part is None else part,
        source=f"{whole}{virement.words}.{minute}",
        goes="Versions/Virements",
    )


def _opening(row: OfLine, ground: LineGround) -> Iterator[Fact]:
    """Yield what a line opened with: as set or as built, and its service changes."""
    line = row.line
    source = f"Version {ground.version}, {ground.status.value}. {ground.said}".strip()
    if ground.set_months:
        yield Fact("Its months, put in by hand", line.opening_pence, source=source,
                   goes="By month")  # fmt: skip
        return
    if line.set_annual_pence is not None:
        yield Fact("As set", line.set_annual_pence, source=source, goes="Set-up")
    else:
        yield from built_facts(row, ground)
    for change in ground.adjustments:
        minute = f" Minute {change.minute_reference}." if change.minute_reference else ""
        approver = f" by {change.approver}" if change.approver else ""
        day = written(change.approved_on, Kind.DATE)
        yield Fact(change.words, change.amount_pence, goes="Capitation/Adjustments",
                   source=f"Service change approved {day}{approver}.{minute}")  # fmt: skip


def built_facts(row: OfLine, ground: LineGround) -> Iterator[Fact]:
    """Yield what a line is built from, by its own way of building, each with its source."""
    line = row.line
    built = line.built
    if built is None:
        return
    yield Fact(f"Built by {line.build.value}", built.built_pence, goes="Capitation/Build")
    if line.build is not Build.RATES:
        yield Fact("Baseline", built.baseline_pence, goes="Capitation/Baseline")
        yield Fact("Of it non-recurrent", line.non_recurrent_pence, goes="Set-up")
    if line.build in {Build.GROWTH, Build.FAIR_SHARE}:
        yield from (_rate(rate) for rate in ground.rates if rate.base is None)
        net = "one net rate" if ground.is_net_uplift else "two rates that multiply"
        yield Fact("Cost uplift and efficiency", net, Kind.WORD, "Setting of the locality.")
        yield Fact("Grown", built.grown_pence, goes="Capitation/Build")
    if line.build is Build.FAIR_SHARE:
        yield from fair_facts(row, ground)
    if line.build is Build.RATES:
        yield from (_rate(rate) for rate in ground.rates if rate.base is not None)
        people = ground.people
        yield Fact("Registered people", people.registered, PEOPLE, goes="Population")
        yield Fact("Weighted people", people.weighted, PEOPLE, goes="Population")
        yield Fact("Care-home beds", people.care_home_beds, PEOPLE)


def fair_facts(row: OfLine, ground: LineGround) -> Iterator[Fact]:
    """Yield what a line's fair share rests on, each with its source."""
    built = row.line.built
    yield Fact("The board's total for the line", ground.board_total_pence,
               source=ground.board_source or "", goes="Capitation/Fair share")  # fmt: skip
    if built is not None and built.weighted is not None:
        pair, name = built.weighted, WEIGHTING_WORDS[row.line.weighted_by].casefold()
        source = f"Weighted populations of {pair.year}."
        yield Fact(f"Our people, weighted: {name}", pair.ours, PEOPLE, source, "Population")
        yield Fact(f"The board's people, weighted: {name}", pair.boards, PEOPLE,
                   f"{pair.board or 'The board'}, {pair.year}.", "Population")  # fmt: skip
    if built is not None and built.fair_share is not None:
        yield Fact("Target", built.fair_share.target_pence, goes="Capitation/Fair share")
        yield Fact("Distance from target", built.fair_share.distance_share, Kind.RATE)
    yield Fact("Pace of change", ground.pace_share, Kind.RATE, goes="Capitation/Fair share")


def _rate(rate: RateFact) -> Fact:
    if rate.value is None:
        return Fact(rate.use, None, Kind.RATE, f"No value of “{rate.words}” holds on 1 April.",
                    "Capitation/Rates")  # fmt: skip
    until = f" to {written(rate.valid_to, Kind.DATE)}" if rate.valid_to else ""
    since = written(rate.valid_from, Kind.DATE)
    source = f"{rate.words}, from {since}{until}. {rate.source}"
    if rate.base is not None:
        return Fact(rate.use, f"£{rate.value.normalize():f}", Kind.TEXT, source, "Capitation/Rates")
    return Fact(rate.use, rate.value, Kind.RATE, source, "Capitation/Rates")


def _part(source: str | None, year: object) -> str:
    told = f"Paid in {year}." if year else "For the budget at hand."
    return f"{told} {source or ''}".strip()


def _wanting(row: OfLine, ground: LineGround) -> str:
    """Return what has to be entered before a line has a budget."""
    blank = [rate.words for rate in ground.rates if rate.value is None]
    if blank:
        return f"No value holds on 1 April of: {', '.join(blank)}. Enter it among the rates."
    return f"{row.name} has no budget yet. Enter one in Set-up, or its baseline."
