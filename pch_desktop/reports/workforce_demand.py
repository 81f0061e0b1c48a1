"""Demand for staff by kind, beside those in post and funded, and what the gap costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pch_desktop.domain.workforce_demand import (
    Demand,
    Required,
    capacity_minutes,
    gap_cost_pence,
    gap_wte,
    segment_wte,
    whole_sum,
    worked_out,
)
from pch_desktop.reports.table import Column, Kind, Total, Worse
from pch_desktop.reports.words import plural, written
from pch_desktop.store import workforce
from pch_desktop.store.workforce import (
    DemandScenarioRow,
    DemandSegmentRow,
    DemandShiftRow,
    DemandStaffRow,
    PostRow,
)

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

LITTLE = Decimal("0.005")
"""Less than this shows as 0.00 WTE."""
METHOD = (
    "Required WTE = minutes / capacity. Capacity = 37.5 hours x 60 x weeks worked x the part of "
    "the time spent with patients."
)
SIGNS = "A gap above nothing is short; in brackets more are held than required, which is no saving."
NOTHING_REAL = "A scenario changes no post, no person and no budget."
Costs = Mapping[int, int | None]
"""What a whole time costs in a year, in pence, by pay point."""
Supply = Mapping[str, tuple[Decimal, Decimal]]
"""WTE in post and funded on a day, by role."""
NO_COSTS: Costs = {}


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of staff of a scenario: what it takes, who is there, and what is missing."""

    id: int
    staff: DemandStaffRow
    required: Required
    in_post_wte: Decimal | None
    """None where no role says who they are."""
    funded_wte: Decimal | None
    wte_pence: int | None
    """What one whole time of it costs in a year, on-costs and all."""

    @property
    def name(self) -> str:
        """What the kind is called."""
        return self.staff.name

    @property
    def required_wte(self) -> Decimal | None:
        """The whole-time equivalents it takes."""
        return self.required.wte

    @property
    def held_wte(self) -> Decimal | None:
        """In post, with the planned change."""
        return None if self.in_post_wte is None else self.in_post_wte + self.staff.planned_wte

    @property
    def gap_wte(self) -> Decimal | None:
        """Required less in post and planned."""
        return gap_wte(self.required_wte, self.held_wte)

    @property
    def funded_gap_wte(self) -> Decimal | None:
        """Required less funded."""
        return gap_wte(self.required_wte, self.funded_wte)

    @property
    def standing(self) -> str | None:
        """How the gap to in post reads: Short, Enough or More held."""
        if self.gap_wte is None:
            return None
        if abs(self.gap_wte) < LITTLE:
            return "Enough"
        return "Short" if self.gap_wte > 0 else "More held"

    @property
    def gap_pence(self) -> int | None:
        """What filling the gap to those in post costs in a year."""
        return gap_cost_pence(self.gap_wte, self.wte_pence)


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A segment of a scenario with what it takes of all kinds together."""

    id: int
    row: DemandSegmentRow
    wte: Decimal | None

    @property
    def name(self) -> str:
        """What the segment is called."""
        return self.row.name

    @property
    def contacts(self) -> Decimal | None:
        """Its contacts in a year."""
        return self.row.segment.contacts

    @property
    def mix_share(self) -> Decimal:
        """What its mix adds up to."""
        return self.row.segment.mix_share


@dataclass(frozen=True, slots=True)
class Worked:
    """A scenario worked out beside the team of a day."""

    scenario: DemandScenarioRow
    demand: Demand
    kinds: tuple[KindRow, ...]
    segments: tuple[SegmentRow, ...]

    @property
    def id(self) -> int:
        """The scenario's key."""
        return self.scenario.id

    @property
    def name(self) -> str:
        """What the scenario is called."""
        return self.scenario.name

    @property
    def contacts(self) -> Decimal | None:
        """All contacts of a year."""
        return whole_sum(segment.contacts for segment in self.segments)

    @property
    def people(self) -> int | None:
        """Everybody in its segments."""
        told = [segment.row.people for segment in self.segments]
        return None if None in told else sum(people or 0 for people in told)

    @property
    def contacts_a_person(self) -> Decimal | None:
        """Contacts a year for each person."""
        return self.contacts / self.people if self.contacts is not None and self.people else None

    @property
    def required_wte(self) -> Decimal | None:
        """What all kinds take together."""
        return whole_sum(row.required_wte for row in self.kinds)

    @property
    def in_post_wte(self) -> Decimal | None:
        """All kinds in post, without the planned change."""
        return whole_sum(row.in_post_wte for row in self.kinds)

    @property
    def planned_wte(self) -> Decimal:
        """The planned change of all kinds together."""
        return sum((row.staff.planned_wte for row in self.kinds), Decimal(0))

    @property
    def short_wte(self) -> Decimal | None:
        """The gaps of the kinds that are short; more held of another kind hides none of them."""
        return whole_sum(None if row.gap_wte is None else max(Decimal(0), row.gap_wte)
                         for row in self.kinds)  # fmt: skip

    @property
    def funded_short_wte(self) -> Decimal | None:
        """The same, beside what is funded."""
        return whole_sum(None if row.funded_gap_wte is None else max(Decimal(0), row.funded_gap_wte)
                         for row in self.kinds)  # fmt: skip

    @property
    def gap_pence(self) -> int | None:
        """What filling every gap costs in a year."""
        costs = [row.gap_pence for row in self.kinds]
        return None if None in costs else sum(cost or 0 for cost in costs)

    @property
    def open_segments(self) -> list[SegmentRow]:
        """The segments whose mix does not add up to 100%."""
        return [row for row in self.segments if not row.row.segment.is_whole]

    @property
    def open_shifts(self) -> list[DemandShiftRow]:
        """The shifts that do not say who meets every contact."""
        return [row for row in self.scenario.shifts if not row.shift.is_whole]


DEMAND: tuple[Column[KindRow], ...] = (
    Column("name", "Kind of staff", lambda row: row.name, width=22),
    Column("contacts", "Contacts", lambda row: row.required.load.contacts, Kind.COUNT,
           Total.SUM, help="A year's, by the mix of the segments, with what shifts take and bring.",
           width=10),
    Column("minutes", "Minutes", lambda row: row.required.load.minutes, Kind.COUNT,
           Total.SUM, help="A year's: contacts times the minutes each takes.", width=11),
    Column("weeks", "Weeks a year", lambda row: row.staff.weeks_worked, Kind.NUMBER,
           help="52 less leave, bank holidays, study and sickness.", width=8),
    Column("facing", "With patients", lambda row: row.staff.patient_facing_share, Kind.SHARE,
           help="The part of the time at work that is spent with patients.", width=9),
    Column("capacity", "Minutes per WTE", lambda row: row.required.capacity_minutes, Kind.COUNT,
           formula="37.5*60*{weeks}*{facing}",
           help="Minutes with patients that a whole time has in a year.", width=10),
    Column("required_wte", "Required WTE", lambda row: row.required_wte, Kind.WTE, Total.SUM,
           formula="IF({minutes}=0,0,{minutes}/{capacity})",
           help="Minutes a year divided by minutes per WTE.", width=9),
    Column("in_post_wte", "In post WTE", lambda row: row.in_post_wte, Kind.WTE, Total.SUM,
           help="On the day, of the roles that count as this kind.", width=8),
    Column("planned_wte", "Planned change", lambda row: row.staff.planned_wte, Kind.WTE, Total.SUM,
           help="What the scenario adds to those in post, or takes away.", width=9),
    Column("gap_wte", "Gap to in post", lambda row: row.gap_wte, Kind.WTE, Total.SUM,
           formula="{required_wte}-{in_post_wte}-{planned_wte}", worse=Worse.ABOVE,
           help=f"Required less in post and planned. {SIGNS}", width=8),
    Column("standing", "How it stands", lambda row: row.standing, width=12,
           help="Short where the gap is above nothing; more held where it is below."),
    Column("funded_wte", "Funded WTE", lambda row: row.funded_wte, Kind.WTE, Total.SUM,
           help="On the day, of the roles that count as this kind.", width=8),
    Column("funded_gap_wte", "Gap to funded", lambda row: row.funded_gap_wte, Kind.WTE, Total.SUM,
           formula="{required_wte}-{funded_wte}", worse=Worse.ABOVE,
           help=f"Required less funded. {SIGNS}", width=8),
    Column("wte_pence", "Cost of 1 WTE £", lambda row: row.wte_pence, Kind.MONEY,
           help="A whole time at the pay point chosen, with National Insurance and NHS pension "
           "of the day.", width=10),
    Column("gap_pence", "Cost of gap £", lambda row: row.gap_pence, Kind.MONEY, Total.SUM,
           formula="ROUND(MAX(0,{gap_wte})*{wte_pence},2)",
           help="A full year: the gap to in post times the cost of one WTE.", width=11),
)  # fmt: skip


def scenarios(file: Reads, on: date) -> tuple[Worked, ...]:
    """Return every scenario worked out beside the team and the pay of a day."""
    made = file.read(workforce.demand_scenarios)
    if not made:
        return ()
    held = supply(file.read(workforce.posts, on))
    costs = file.read(workforce.demand_costs, on)
    return tuple(worked(scenario, held, costs) for scenario in made)


def worked(scenario: DemandScenarioRow, held: Supply, costs: Costs = NO_COSTS) -> Worked:
    """Return a scenario worked out beside those in post and funded."""
    capacities = {
        row.id: capacity_minutes(row.weeks_worked, row.patient_facing_share)
        for row in scenario.staff
    }
    segments = [row.segment for row in scenario.segments]
    demand = worked_out(segments, capacities, [row.shift for row in scenario.shifts])
    return Worked(
        scenario,
        demand,
        tuple(_kind(row, demand.kinds[row.id], held, costs) for row in scenario.staff),
        tuple(
            SegmentRow(row.id, row, segment_wte(row.segment, capacities))
            for row in scenario.segments
        ),
    )


def supply(posts: Iterable[PostRow]) -> Supply:
    """Return WTE in post and funded by role."""
    held: dict[str, tuple[Decimal, Decimal]] = defaultdict(lambda: (Decimal(0), Decimal(0)))
    for post in posts:
        in_post, funded = held[post.role]
        held[post.role] = (in_post + post.in_post_wte, funded + post.established_wte)
    return dict(held)


def finding(told: Worked) -> str:
    """Return what a scenario shows, or what it still needs, in a sentence or two."""
    if not told.segments or not told.kinds:
        return "Enter who comes under Segments, and who sees them under Kinds of staff."
    if open_words := what_is_open(told):
        return f"{open_words} Until then no required WTE is known."
    unknown = [row.name for row in told.kinds if row.required_wte is None]
    if unknown:
        return (
            f"Required WTE is not known for {joined(unknown)}: a figure is missing under Segments "
            "or Kinds of staff."
        )
    required, contacts = written(told.required_wte, Kind.WTE), written(told.contacts, Kind.COUNT)
    return f"{required} WTE are required for {contacts} contacts a year. {_beside(told)}".strip()


def what_is_open(told: Worked) -> str:
    """Return which mixes and shifts do not add up to 100%; nothing where all do."""
    names = {row.id: row.name for row in told.scenario.staff}
    words: list[str] = []
    if segments := [row.name for row in told.open_segments]:
        words.append(f"Who sees {joined(segments)} does not add up to 100%.")
    if shifts := [names[row.staff_id] for row in told.open_shifts]:
        words.append(f"Who meets the contacts freed from {joined(shifts)} does not add up to 100%.")
    return " ".join(words)


def sources(told: Worked) -> list[str]:
    """Return where a scenario's figures come from, each source once."""
    scenario = told.scenario
    rows = (*scenario.segments, *scenario.staff, *scenario.shifts)
    found = [scenario.source, *(row.source for row in rows)]
    return list(dict.fromkeys(source for source in found if source))


def joined(names: Sequence[str], most: int = 4) -> str:
    """Return names with commas and an and; those beyond a few are counted."""
    told = list(names[:most])
    if len(names) > most:
        told.append(plural(len(names) - most, "other"))
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def _kind(row: DemandStaffRow, required: Required, held: Supply, costs: Costs) -> KindRow:
    none = (Decimal(0), Decimal(0))
    wte = [held.get(role, none) for role in row.roles]
    in_post = sum((each for each, _ in wte), Decimal(0)) if wte else None
    funded = sum((each for _, each in wte), Decimal(0)) if wte else None
    pence = costs.get(row.pay_point_id) if row.pay_point_id is not None else None
    return KindRow(row.id, row, required, in_post, funded, pence)


def _beside(told: Worked) -> str:
    """Return how what is required compares with those in post, where that is known."""
    known = [(row.gap_wte, row.name) for row in told.kinds if row.gap_wte is not None]
    if not known:
        return ""
    short = sorted(((gap, name) for gap, name in known if gap >= LITTLE), reverse=True)
    if not short:
        return "No kind of staff is short."
    wte, name = short[0]
    in_all = written(sum((gap for gap, _ in short), Decimal(0)), Kind.WTE)
    words = "is short by" if len(short) == 1 else "is short by most,"
    rest = "" if len(short) == 1 else f"; {in_all} WTE are missing in {len(short)} kinds"
    return f"{name} {words} {written(wte, Kind.WTE)} WTE{rest}."
