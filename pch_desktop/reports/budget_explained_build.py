"""How the figures of the tab Capitation came about: each step a budget is built by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Build
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_build import BuildRow
from pch_desktop.reports.budget_explained_steps import (
    built,
    fair_formula,
    grown_formula,
    rates_formula,
    recurrent_formula,
    target,
)
from pch_desktop.reports.budget_explained_year import annual, built_facts, fair_facts, part_facts
from pch_desktop.reports.budget_fair import FAIR, FairRow
from pch_desktop.reports.budget_formulas import BUILDS, INCOME, NET, TARGET
from pch_desktop.reports.budget_sum import registered_words, weighted_words
from pch_desktop.reports.explained import Explanation, Fact, of_column, steps
from pch_desktop.reports.formula import Formula, Given, Over, Plus, Rounded, worked
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import budget
from pch_desktop.store.budget.ground import LineGround

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

BASELINE = "The parts of the line's baseline, added up."
CHANGES = "The approved changes of service, added up."
WITH_CHANGES = "As built, with the approved changes of service."
SET = "Set as one sum instead of being built, with the approved changes of service."
A_HEAD = "The line's budget now, divided by the people, rounded."
Told = tuple[str, Formula, list[Fact]]
"""The formula in words, the formula, and what it rests on."""


def explain_build(file: Reads, month: Month, row: BuildRow, key: str) -> Explanation | None:
    """Return how a figure of a line's build came about; None leaves it to its column."""
    ground = file.read(budget.line_ground, row.id, month)
    if key == "current":
        return _as_income(annual(row, month, ground), row)
    if key in HEADS:
        return _a_head(row, ground, key)
    tell = BUILT.get(key)
    is_so = key != "otherwise" or row.line.build in (Build.FAIR_SHARE, Build.RATES)
    if tell is None or not is_so:
        return None
    words, formula, facts = tell(row, ground)
    amount = getattr(row, key)
    done = "" if isinstance(formula, Given) else worked(formula)
    made = Explanation(
        f"{row.name}, {TITLES[key]}", amount, Kind.EXACT, words, done if amount is not None else "",
        facts, part_facts(ground) if key == "baseline" else (),
        "" if amount is not None else "A part of it is not known yet.", steps(formula),
    )  # fmt: skip
    return _as_income(made, row)


def explain_fair(file: Reads, month: Month, row: FairRow, key: str) -> Explanation | None:
    """Return how a figure of a line's fair share came about; None leaves it to its column."""
    at = next((at for at, column in enumerate(FAIR) if column.key == key), None)
    if at is None or key not in {"target", "current", "distance", "budget"}:
        return None
    made = of_column(FAIR, at, row)
    if made is None:
        return None
    ground = file.read(budget.line_ground, row.id, month)
    given = {"target": target(row, ground), "current": built_as(row, ground)}.get(key)
    words = {"target": TARGET, "budget": BUILDS[Build.FAIR_SHARE]}.get(key, made.formula)
    if given is None:
        return replace(made, formula=words, facts=[*made.facts, *fair_facts(row, ground)])
    formula = given.of or given
    done = worked(formula) if given.amount is not None else ""
    facts = fair_facts(row, ground) if key == "target" else built_facts(row, ground)
    return replace(made, formula=given.words or words, worked=done, facts=list(facts),
                   steps=steps(formula))  # fmt: skip


def built_as(row: FairRow, ground: LineGround) -> Given:
    """Return what a line is before any move to its fair share: its baseline, grown."""
    made = row.line.built
    words = NET if ground.is_net_uplift else BUILDS[Build.GROWTH]
    return Given("As it is", made.grown_pence if made else None, Kind.EXACT,
                 grown_formula(row, ground), words)  # fmt: skip


def _baseline(row: BuildRow, ground: LineGround) -> Told:
    parts = tuple(Given(part.practice or "One sum", part.amount_pence) for part in ground.parts)
    formula: Formula = Plus(parts) if len(parts) > 1 else Given("Baseline", _unsigned(row.baseline))
    return BASELINE, formula, []


def _recurrent(row: BuildRow, ground: LineGround) -> Told:
    return BUILDS[Build.BASELINE], recurrent_formula(row, ground), _given(row, ground)


def _grown(row: BuildRow, ground: LineGround) -> Told:
    words = NET if ground.is_net_uplift else BUILDS[Build.GROWTH]
    return words, grown_formula(row, ground), _given(row, ground)


def _otherwise(row: BuildRow, ground: LineGround) -> Told:
    if row.line.build is Build.RATES:
        return BUILDS[Build.RATES], rates_formula(row, ground), _given(row, ground)
    return BUILDS[Build.FAIR_SHARE], fair_formula(row, ground), _given(row, ground)


def _adjustments(_row: BuildRow, ground: LineGround) -> Told:
    changes = _changes(ground)
    formula: Formula = Plus(changes) if len(changes) > 1 else Given("Changes", 0)
    if len(changes) == 1:
        formula = changes[0]
    facts = [
        Fact(each.words, each.amount_pence, goes="Capitation/Adjustments",
             source=f"Approved {written(each.approved_on, Kind.DATE)}.")
        for each in ground.adjustments
    ]  # fmt: skip
    return CHANGES, formula, facts


def _built(row: BuildRow, ground: LineGround) -> Told:
    made = built(row, ground)
    changes = _changes(ground)
    formula: Formula = Plus((made, *changes)) if changes else made.of or made
    return WITH_CHANGES, formula, [*_given(row, ground), *_adjustments(row, ground)[2]]


def _as_set(row: BuildRow, ground: LineGround) -> Told:
    given = Given("As set", row.line.set_annual_pence)
    changes = _changes(ground)
    formula: Formula = Plus((given, *changes)) if changes else given
    fact = Fact("As set", row.line.set_annual_pence, source=ground.said, goes="Set-up")
    return SET, formula, [fact, *_adjustments(row, ground)[2]]


def _a_head(row: BuildRow, ground: LineGround, key: str) -> Explanation:
    people = ground.people
    is_weighted = key == "per_weighted_head"
    count = people.weighted if is_weighted else people.registered
    source = weighted_words(people) if is_weighted else registered_words(people)
    name = "Weighted people" if is_weighted else "Registered people"
    formula = Rounded(Over(Given("Current", row.current), Given(name, count, Kind.COUNT)))
    value = getattr(row, key)
    return Explanation(
        f"{row.name}, {TITLES[key]}", value, Kind.EXACT, A_HEAD,
        worked(formula) if value is not None else "",
        [Fact("Current", row.current, goes="Capitation/Build"),
         Fact(name, count, Kind.NUMBER if is_weighted else Kind.COUNT, source, "Capitation/Sum")],
        unknown="" if value is not None else "The budget or the people are not known yet.",
    )  # fmt: skip


def _given(row: BuildRow, ground: LineGround) -> list[Fact]:
    return list(built_facts(row, ground))


def _changes(ground: LineGround) -> tuple[Given, ...]:
    return tuple(Given(each.words, each.amount_pence) for each in ground.adjustments)


def _unsigned(pence: int | None) -> int | None:
    return None if pence is None else abs(pence)


def _as_income(made: Explanation, row: BuildRow) -> Explanation:
    """Return it with its working ending below zero, where the line is income."""
    if not row.line.is_income:
        return made
    left, _, _ = made.worked.rpartition(" = ")
    rounded = ", rounded" if made.worked.endswith(", rounded") else ""
    done = f"−({left}) = {made.answer}{rounded}" if left else made.worked
    return replace(made, formula=f"{made.formula} {INCOME}", worked=done)


HEADS = frozenset({"per_head", "per_weighted_head"})
TITLES: Mapping[str, str] = {
    "baseline": "baseline",
    "recurrent": "recurrent baseline",
    "grown": "grown baseline",
    "otherwise": "by share or rates",
    "adjustments": "changes of service",
    "built": "as built",
    "as_set": "as set",
    "per_head": "a head",
    "per_weighted_head": "a weighted head",
}
BUILT: Mapping[str, Callable[[BuildRow, LineGround], Told]] = {
    "baseline": _baseline,
    "recurrent": _recurrent,
    "grown": _grown,
    "otherwise": _otherwise,
    "adjustments": _adjustments,
    "built": _built,
    "as_set": _as_set,
}
