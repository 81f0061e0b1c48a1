"""Scenarios of demand side by side, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.reports.table import Column, Kind, Total, Value, Worse
from pch_desktop.reports.words import plural, written
from pch_desktop.reports.workforce_demand import LITTLE, Worked

SCENARIOS: tuple[Column[Worked], ...] = (
    Column("name", "Scenario", lambda told: told.name, width=34),
    Column("weeks_worked", "Weeks a year", lambda told: told.scenario.weeks_worked, Kind.NUMBER,
           help="52 less leave, bank holidays, study and sickness.", width=8),
    Column("working_days", "Working days", lambda told: told.scenario.working_days, Kind.COUNT,
           help="Days a year on which people are seen.", width=8),
    Column("contacts", "Contacts a year", lambda told: told.contacts, Kind.COUNT,
           formula="all segments together", width=10),
    Column("contacts_a_person", "Contacts a person", lambda told: told.contacts_a_person,
           Kind.WTE, formula="contacts divided by people", width=9),
    Column("required_wte", "Required WTE", lambda told: told.required_wte, Kind.WTE,
           formula="all kinds together", width=9),
    Column("short_wte", "Short WTE", lambda told: told.short_wte, Kind.WTE, worse=Worse.ABOVE,
           formula="the gaps of the kinds that are short",
           help="Required less in post and planned; more held of one kind hides no other's gap.",
           width=8),
    Column("gap_pence", "Cost of gap £ a year", lambda told: told.gap_pence, Kind.MONEY,
           formula="the gaps at their pay points", width=11),
    Column("note", "Note", lambda told: told.scenario.note, width=30),
    Column("source", "Source", lambda told: told.scenario.source, width=26),
)  # fmt: skip
"""The columns of the scenarios, one to a line."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One figure under each scenario."""

    id: int
    name: str
    kind: Kind
    values: tuple[Value, ...]
    """In the order of the scenarios."""


@dataclass(frozen=True, slots=True)
class KindComparedRow:
    """What one kind of staff takes under each scenario, in WTE."""

    id: int
    name: str
    required_wte: tuple[Decimal | None, ...]
    """In the order of the scenarios; None where it is not known, or there is no such kind."""
    in_post_wte: Decimal | None


def by_kind_rows(told: Sequence[Worked]) -> list[KindComparedRow]:
    """Return what each kind of staff takes under each scenario."""
    return [
        KindComparedRow(at, name, tuple(required_of(one, name) for one in told), _held(told, name))
        for at, name in enumerate(kind_names(told), start=1)
    ]


def by_kind_columns(told: Sequence[Worked]) -> tuple[Column[KindComparedRow], ...]:
    """Return a column for each scenario, and the team as it is."""
    return (
        Column("name", "Kind of staff", lambda row: row.name, width=24),
        *(_required(at, one) for at, one in enumerate(told)),
        Column("in_post_wte", "In post WTE", lambda row: row.in_post_wte, Kind.WTE, Total.SUM,
               help="On the day, of the roles that count as this kind.", width=9),
    )  # fmt: skip


def compared_rows(told: Sequence[Worked]) -> list[ComparedRow]:
    """Return what scenarios come to, figure by figure, side by side."""
    plain: tuple[tuple[str, Kind, Callable[[Worked], Value]], ...] = (
        ("People", Kind.COUNT, lambda one: one.people),
        ("Contacts a year", Kind.COUNT, lambda one: one.contacts),
        ("Contacts a person", Kind.WTE, lambda one: one.contacts_a_person),
        *((f"{name}, required WTE", Kind.WTE, _of_kind(name)) for name in kind_names(told)),
        ("Required WTE in all", Kind.WTE, lambda one: one.required_wte),
        ("In post WTE", Kind.WTE, lambda one: one.in_post_wte),
        ("Planned change", Kind.WTE, lambda one: one.planned_wte),
        ("Short of in post and planned, WTE", Kind.WTE, lambda one: one.short_wte),
        ("Short of funded, WTE", Kind.WTE, lambda one: one.funded_short_wte),
        ("Cost of the gap £ a year", Kind.MONEY, lambda one: one.gap_pence),
    )
    return [
        ComparedRow(at, name, kind, tuple(value(one) for one in told))
        for at, (name, kind, value) in enumerate(plain, start=1)
    ]


def compared_columns(told: Sequence[Worked]) -> tuple[Column[ComparedRow], ...]:
    """Return a column for each scenario, in their order."""
    return (
        Column("name", "Figure", lambda row: row.name, width=34),
        *(_compared(at, one) for at, one in enumerate(told)),
    )


def kind_names(told: Sequence[Worked]) -> list[str]:
    """Return the names of all kinds of staff, each once, in the order they are met."""
    return list(dict.fromkeys(row.name for one in told for row in one.kinds))


def required_of(one: Worked, name: str) -> Decimal | None:
    """Return the WTE required of a kind of staff by its name; None where it has none."""
    return next((row.required_wte for row in one.kinds if row.name == name), None)


def finding(told: Sequence[Worked]) -> str:
    """Return how the scenarios differ from the first, in a sentence."""
    if not told:
        return "No scenario has been added yet."
    base, *others = told
    known = [one for one in others if one.required_wte is not None]
    if base.required_wte is None or not known:
        said = [f"{one.name} {_wte(one.required_wte)}" for one in told
                if one.required_wte is not None]  # fmt: skip
        words = f" Required WTE: {'; '.join(said)}." if said else " No required WTE is known yet."
        return f"{plural(len(told), 'scenario')}.{words}"
    said = [_beside(one.name, one.required_wte - base.required_wte) for one in known
            if one.required_wte is not None]  # fmt: skip
    return f"{base.name} takes {_wte(base.required_wte)} WTE. {' '.join(said[:3])}"


def alt_text(told: Sequence[Worked]) -> str:
    """Return the comparison for those who do not see it."""
    said = "; ".join(
        f"{one.name}: "
        + ", ".join(f"{row.name} {_wte(row.required_wte) or 'not known'}" for row in one.kinds)
        for one in told
    )
    return f"Bars of required WTE by kind of staff under each scenario. {said}."[:400]


def _of_kind(name: str) -> Callable[[Worked], Value]:
    return lambda one: required_of(one, name)


def _compared(at: int, one: Worked) -> Column[ComparedRow]:
    return Column(
        f"s{one.id}",
        one.name,
        lambda row: row.values[at],
        Kind.COUNT,
        kind_of=lambda row: row.kind,
        help=one.scenario.note or "",
        width=18,
    )


def _required(at: int, one: Worked) -> Column[KindComparedRow]:
    return Column(
        f"s{one.id}",
        one.name,
        lambda row: row.required_wte[at],
        Kind.WTE,
        Total.SUM,
        "Required WTE",
        absent=lambda row: row.name not in {kind.name for kind in one.kinds},
        help=one.scenario.note or "Required WTE under this scenario.",
        width=18,
    )


def _held(told: Sequence[Worked], name: str) -> Decimal | None:
    rows = (row for one in told for row in one.kinds if row.name == name)
    return next((row.in_post_wte for row in rows), None)


def _beside(name: str, more: Decimal) -> str:
    if abs(more) < LITTLE:
        return f"{name} takes as many."
    return f"{name} takes {_wte(abs(more))} {'more' if more > 0 else 'fewer'}."


def _wte(amount: Decimal | None) -> str:
    return written(amount, Kind.WTE)
