"""What a change of a scenario of demand is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.reports.workforce_demand import KindRow, SegmentRow, Worked
from pch_desktop.reports.workforce_demand_inputs import OWN_MINUTES, SHARE, kind_of
from pch_desktop.reports.workforce_shift import FreedRow, TakenRow
from pch_desktop.store.workforce import DemandStaffRow, demand_edits, demand_shifts
from pch_desktop.ui.asking import Ask, Meaning, as_typed, changing, deletion, described, named
from pch_desktop.ui.change import Change
from pch_desktop.ui.edits import CellEdit

Known = Mapping[str, tuple[str, str, Meaning]]
SCENARIO: Known = {
    "name": ("name", "name", as_typed),
    "weeks_worked": ("weeks_worked", "weeks worked", as_typed),
    "working_days": ("working_days", "working days", as_typed),
    "note": ("note", "note", as_typed),
    "source": ("source", "source", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""
SEGMENT: Known = {
    "name": ("name", "name", as_typed),
    "people": ("people", "people", as_typed),
    "contacts_per_thousand": ("contacts_per_thousand", "contacts", as_typed),
    "minutes": ("minutes", "minutes", as_typed),
    "source": ("source", "source", as_typed),
}
STAFF: Known = {
    "name": ("name", "name", as_typed),
    "facing": ("patient_facing_share", "time with patients", as_typed),
    "own_weeks": ("weeks_worked", "weeks worked", as_typed),
    "roles": ("roles", "roles", as_typed),
    "planned_wte": ("planned_wte", "planned change", lambda value: 0 if value is None else value),
    "pay_point": ("pay_point", "pay point", as_typed),
    "source": ("source", "source", as_typed),
}
FREED: Known = {
    "kind": ("kind", "kind of staff", as_typed),
    "divertible_share": ("divertible_share", "divertible share", as_typed),
    "achieved_share": ("achieved_share", "achieved share", as_typed),
    "minutes": ("minutes", "minutes", as_typed),
    "source": ("source", "source", as_typed),
}
TAKEN: Known = {
    "kind": ("kind", "kind of staff", as_typed),
    "share": ("share", "share", as_typed),
    "minutes": ("minutes", "minutes", as_typed),
}


def of_scenario(key: str) -> Ask:
    """Return how one of a scenario's fields is changed, by its column."""
    return changing(
        demand_edits.set_demand_scenario, lambda row: f"scenario {row.name}", where=named
    )(*SCENARIO[key])


def of_segment(key: str) -> Ask:
    """Return how one of a segment's fields is changed, by its column."""
    return changing(demand_edits.set_demand_segment, named)(*SEGMENT[key])


def of_mix(staff: DemandStaffRow, of: str) -> CellEdit[SegmentRow]:
    """Return how a kind of staff's share of a segment, or its own minutes there, is changed."""
    words = {SHARE: "share", OWN_MINUTES: "minutes"}[of]

    def ask(row: SegmentRow, value: Value) -> Change:
        label = f"Change {words} of {staff.name} in {row.name}"
        return Change(label, demand_edits.set_demand_mix, (row.id, staff.id, of, value),
                      f"{row.name}, {staff.name}")  # fmt: skip

    return ask


def of_staff(key: str) -> Ask:
    """Return how one of a kind of staff's fields is changed, by its column."""
    return changing(demand_edits.set_demand_staff, named)(*STAFF[key])


def of_freed(key: str) -> Ask:
    """Return how one of a shift's fields is changed, by its column."""
    return changing(
        demand_shifts.set_demand_shift,
        lambda row: f"the shift from {row.kind}",
        where=lambda row: row.kind,
    )(*FREED[key])


def of_taken(key: str) -> Ask:
    """Return how what a kind of staff takes on is changed, by its column."""
    return changing(
        demand_shifts.set_demand_shift_to,
        lambda row: f"what {row.kind} takes on",
        where=lambda row: row.kind,
    )(*TAKEN[key])


def add_scenario(values: Mapping[str, Value]) -> Change:
    """Return the new scenario that was typed, with nothing in it yet."""
    name = _named(values, "name", "Enter what the scenario is called.")
    rest = described(values, SCENARIO, "name")
    command = partial(demand_edits.add_demand_scenario, rest=rest)
    return Change(f"Add scenario {name}", command, (name,), name)


def add_segment(scenario_id: int, values: Mapping[str, Value]) -> Change:
    """Return the new segment that was typed, with who sees it as far as that was told."""
    name = _named(values, "name", "Enter what the segment is called.")
    shares = {kind: value for key, value in values.items()
              if (kind := kind_of(key)) is not None and key.startswith("k")}  # fmt: skip
    rest = described(values, SEGMENT, "name")
    command = partial(demand_edits.add_demand_segment, rest=rest, shares=shares)
    return Change(f"Add segment {name}", command, (scenario_id, name), name)


def add_staff(scenario_id: int, values: Mapping[str, Value]) -> Change:
    """Return the new kind of staff that was typed."""
    name = _named(values, "name", "Enter what the kind of staff is called.")
    command = partial(demand_edits.add_demand_staff, rest=described(values, STAFF, "name"))
    return Change(f"Add kind of staff {name}", command, (scenario_id, name), name)


def add_freed(scenario_id: int, values: Mapping[str, Value]) -> Change:
    """Return the new shift that was typed."""
    kind = _named(values, "kind", "Choose first whose contacts others could meet.")
    command = partial(demand_shifts.add_demand_shift, rest=described(values, FREED, "kind"))
    return Change(f"Add a shift from {kind}", command, (scenario_id, kind), kind)


def add_taken(shift_id: int, values: Mapping[str, Value]) -> Change:
    """Return the new kind of staff that takes contacts on."""
    kind = _named(values, "kind", "Choose first who meets the contacts.")
    command = partial(demand_shifts.add_demand_shift_to, rest=described(values, TAKEN, "kind"))
    return Change(f"Let {kind} take contacts on", command, (shift_id, kind), kind)


def remove_scenarios(rows: Sequence[Worked]) -> Change:
    """Return the deletion of scenarios with everything in them."""
    return deletion(rows, f"scenario {rows[0].name}", "scenario",
                    demand_edits.remove_demand_scenarios)  # fmt: skip


def remove_segments(rows: Sequence[SegmentRow]) -> Change:
    """Return the deletion of segments."""
    return deletion(rows, rows[0].name, "segment", demand_edits.remove_demand_segments)


def remove_staff(rows: Sequence[KindRow]) -> Change:
    """Return the deletion of kinds of staff, with their parts in mixes and shifts."""
    return deletion(rows, rows[0].name, "kind of staff", demand_edits.remove_demand_staff,
                    "kinds of staff")  # fmt: skip


def remove_freed(rows: Sequence[FreedRow]) -> Change:
    """Return the deletion of shifts."""
    return deletion(rows, f"the shift from {rows[0].kind}", "shift",
                    demand_shifts.remove_demand_shifts)  # fmt: skip


def remove_taken(rows: Sequence[TakenRow]) -> Change:
    """Return that kinds of staff take nothing on any more."""
    return deletion(rows, f"what {rows[0].kind} takes on", "kind of staff",
                    demand_shifts.remove_demand_shift_to, "kinds of staff")  # fmt: skip


def _named(values: Mapping[str, Value], key: str, said: str) -> str:
    name = str(values.get(key) or "").strip()
    if not name:
        raise Refusal(said)
    return name
