"""What-ifs: what would be so, kept beside the real figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget_plan import ScenarioKind
from pch_desktop.domain.budget_scenarios import Supposal
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetLine, BudgetYear
from pch_desktop.models.budget_plan import Scenario, ScenarioChange
from pch_desktop.store.budget.risks import year_of
from pch_desktop.store.records import change, cleaned, found, remove

LONGEST_NAME = 60
MOST_SHARE = 10
"""A line may come to eleven times its outturn, which is more than anybody means."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """What a what-if supposes of one line."""

    supposal: Supposal
    words: str | None


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """A what-if and what it supposes, by the name of the line."""

    id: int
    name: str
    note: str | None
    changes: Mapping[str, Supposed]


def scenarios(session: Session, year: FinancialYear) -> list[ScenarioRow]:
    """Return a year's what-ifs in the order they were made."""
    of_year = (
        select(Scenario)
        .join(BudgetYear, Scenario.budget_year_id == BudgetYear.id)
        .where(BudgetYear.year == year)
        .order_by(Scenario.id)
    )
    made = session.scalars(of_year).all()
    changes = _changes(session, [scenario.id for scenario in made])
    return [ScenarioRow(each.id, each.name, each.note, changes[each.id]) for each in made]


def add_scenario(session: Session, year: FinancialYear, name: str, note: str | None = None) -> int:
    """Add a what-if that supposes nothing yet; return its id."""
    scenario = Scenario(budget_year_id=year_of(session, year), name="", note=note)
    _name(session, scenario, name)
    session.add(scenario)
    session.flush()
    return scenario.id


def set_scenario(session: Session, scenario_id: int, field: str, value: object) -> None:
    """Put in what a what-if is called (``name``), or a ``note`` on it."""
    scenario = found(session, Scenario, scenario_id)
    if field == "name":
        _name(session, scenario, str(value or ""))
        return
    change(session, scenario, field, value, "a note on the what-if")


def remove_scenarios(session: Session, scenario_ids: Collection[int]) -> None:
    """Delete what-ifs with all they suppose; the real figures stay as they are."""
    remove(session, Scenario, scenario_ids, "what-ifs")


def suppose(
    session: Session,
    scenario_id: int,
    line_id: int,
    kind: ScenarioKind,
    value: int | Decimal | None,
) -> None:
    """Say what a what-if does to a line; blank supposes nothing of it.

    Args:
        kind: how the outturn is changed.
        value: pence, or a share of the outturn where ``kind`` is a share.

    Raises:
        Refusal: a share takes off more than all, or adds more than ten times as much.
    """
    scenario = found(session, Scenario, scenario_id)
    of_line = ScenarioChange.scenario_id == scenario.id, ScenarioChange.line_id == line_id
    kept = session.scalars(select(ScenarioChange).where(*of_line)).first()
    if value is None:
        if kept is not None and kept.kind is kind:
            session.delete(kept)
        return
    is_share = kind is ScenarioKind.SHARE
    if is_share and not -1 <= value <= MOST_SHARE:
        raise Refusal("Enter the change as a share of the outturn, from −100% to 1,000%.")
    if kept is None:
        kept = ScenarioChange(
            scenario_id=scenario.id, line_id=found(session, BudgetLine, line_id).id
        )
        session.add(kept)
    kept.kind = kind
    kept.amount_pence = None if is_share else int(value)
    kept.share = Decimal(value) if is_share else None


def set_supposed_words(session: Session, scenario_id: int, line_id: int, words: str | None) -> None:
    """Say why a what-if changes a line.

    Raises:
        Refusal: it supposes nothing of the line.
    """
    of_line = ScenarioChange.scenario_id == scenario_id, ScenarioChange.line_id == line_id
    kept = session.scalars(select(ScenarioChange).where(*of_line)).first()
    if kept is None:
        raise Refusal("Enter first what the what-if does to this line.")
    change(session, kept, "words", words, "why it is supposed")


def _changes(
    session: Session, scenario_ids: Collection[int]
) -> Mapping[int, Mapping[str, Supposed]]:
    query = (
        select(ScenarioChange, BudgetLine.name)
        .join(BudgetLine, ScenarioChange.line_id == BudgetLine.id)
        .where(ScenarioChange.scenario_id.in_(scenario_ids))
        .order_by(ScenarioChange.id)
    )
    by_scenario: dict[int, dict[str, Supposed]] = defaultdict(dict)
    for each, line in session.execute(query):
        supposal = Supposal(each.kind, each.amount_pence, each.share)
        by_scenario[each.scenario_id][line] = Supposed(supposal, each.words)
    return by_scenario


def _name(session: Session, scenario: Scenario, name: str) -> None:
    plain = cleaned(" ".join(name.split()))
    if plain is None:
        raise Refusal("Enter what the what-if is called.")
    if len(plain) > LONGEST_NAME:
        raise Refusal(f"Shorten the name to {LONGEST_NAME} characters; it heads a column.")
    twin = select(Scenario.id).where(
        Scenario.budget_year_id == scenario.budget_year_id,
        func.lower(Scenario.name) == plain.lower(),
    )
    with session.no_autoflush:
        if session.scalar(twin) not in (None, scenario.id):
            raise Refusal(f"“{plain}” is already a what-if of this year. Enter another name.")
    scenario.name = plain
