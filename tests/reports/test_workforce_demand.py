"""What is said of demand: findings, what is open, sources, scenarios compared."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pch_desktop.domain.period import Month
from pch_desktop.reports import workforce_demand, workforce_scenarios, workforce_shift
from pch_desktop.reports.table import Kind
from pch_desktop.reports.workforce import STATEMENT
from pch_desktop.reports.workforce_demand import Worked, finding, joined, sources, worked
from pch_desktop.reports.workforce_demand_inputs import kind_of, segment_columns, trouble
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from tests.reports.told import told

OCTOBER = Month(2016, 10)


def base(file: LocalityFile) -> Worked:
    """Return the sample's first scenario."""
    return workforce_demand.scenarios(file, OCTOBER.last)[0]


def again(one: Worked, **changed: object) -> Worked:
    """Return a scenario with something else in it, beside nobody in post."""
    return worked(replace(one.scenario, **changed), {})


def test_a_finding_names_who_is_short_or_what_is_missing(marsh_valley: LocalityFile) -> None:
    one = base(marsh_valley)
    assert finding(one) == (
        "55.98 WTE are required for 220,642 contacts a year. GP is short by 1.01 WTE."
    )
    assert finding(again(one, segments=())).startswith("Enter who comes under Segments")
    short = again(one)
    assert "GP is short by most, 23.61 WTE; 55.98 WTE are missing in 7 kinds." in finding(short)
    lost = replace(one.scenario.staff[0], patient_facing_share=None)
    blank = again(one, staff=(lost, *one.scenario.staff[1:]))
    assert finding(blank).startswith("Required WTE is not known for GP: a figure is missing")
    nobody = again(one, staff=tuple(replace(row, roles=()) for row in one.scenario.staff))
    assert finding(nobody) == "55.98 WTE are required for 220,642 contacts a year."
    open_segment = replace(one.scenario.segments[0], mix={})
    cut = again(one, segments=(open_segment, *one.scenario.segments[1:]))
    assert finding(cut).startswith("Who sees Aged 0 to 14 does not add up to 100%.")
    assert trouble(cut.segments[0]) == (
        "Aged 0 to 14: the shares add up to 0.0%, 100.0% is missing."
    )


def test_totals_are_those_of_screen_and_paper(marsh_valley: LocalityFile) -> None:
    one = base(marsh_valley)
    assert (one.people, one.contacts) == (41_280, Decimal("220641.9"))
    assert one.required_wte == sum(row.required_wte or 0 for row in one.kinds)
    assert [row.standing for row in one.kinds][:2] == ["Short", "More held"]
    assert one.funded_short_wte == 0
    demand = next(table for table in STATEMENT.build(marsh_valley, OCTOBER)
                  if table.title == "Demand")  # fmt: skip
    assert [row.required_wte for row in demand.rows] == [row.required_wte for row in one.kinds]
    assert demand.charts[0].finding == finding(one)
    assert any(note.startswith("Source: People: our lists") for note in demand.notes)


def test_costs_are_those_of_the_pay_point(marsh_valley: LocalityFile) -> None:
    one = base(marsh_valley)
    staff = tuple(replace(row, pay_point_id=7) for row in one.scenario.staff)
    held = workforce_demand.supply(marsh_valley.read(workforce.posts, OCTOBER.last))
    dear = worked(replace(one.scenario, staff=staff), held, {7: 100_000_00})
    gap = dear.kinds[0].gap_wte
    assert gap is not None
    assert dear.kinds[0].gap_pence == dear.gap_pence == round(gap * 100_000_00)
    assert worked(replace(one.scenario, staff=staff), held, {7: None}).gap_pence is None


def test_sources_are_told_once(marsh_valley: LocalityFile) -> None:
    found = sources(workforce_demand.scenarios(marsh_valley, OCTOBER.last)[1])
    assert len(found) == len(set(found)) == 4
    assert found[-1].startswith("25%: NAPC, in Medeconomics")
    assert joined(["A"]) == "A"
    assert joined(list("ABCDEF")) == "A, B, C, D and 2 others"


def test_scenarios_are_compared_with_the_first(marsh_valley: LocalityFile) -> None:
    every = workforce_demand.scenarios(marsh_valley, OCTOBER.last)
    assert workforce_scenarios.finding(every) == (
        "Marsh Valley as it is takes 55.98 WTE. A quarter of GP contacts met by others takes 1.52 "
        "more. Two more physiotherapists takes 0.53 more."
    )
    assert workforce_scenarios.finding(()) == "No scenario has been added yet."
    blank = again(every[0], segments=())
    assert workforce_scenarios.finding((every[0], every[0])).endswith("takes as many.")
    assert workforce_scenarios.finding((every[0],)) == (
        "1 scenario. Required WTE: Marsh Valley as it is 55.98."
    )
    assert "0.00" in workforce_scenarios.finding((blank,))
    rows = {row.name: row for row in workforce_scenarios.compared_rows(every)}
    assert rows["People"].values == (41_280, 41_280, 41_280)
    assert rows["Planned change"].values == (0, 0, 2)
    assert rows["GP, required WTE"].kind is Kind.WTE
    by_kind = workforce_scenarios.by_kind_rows(every)
    assert [row.name for row in by_kind][:2] == ["GP", "Nurse"]
    assert by_kind[0].in_post_wte == Decimal("22.6")
    assert 40 <= len(workforce_scenarios.alt_text(every)) <= 400


def test_a_shift_says_both_sides_or_what_is_missing(marsh_valley: LocalityFile) -> None:
    one = workforce_demand.scenarios(marsh_valley, OCTOBER.last)[1]
    (freed,) = workforce_shift.freed_rows(one)
    assert workforce_shift.sentence(one, freed).startswith("GP: 16,030 contacts freed, 2,939 hours")
    assert workforce_shift.sentence(one, freed).endswith("Net, 1.52 WTE more are needed.")
    blank = again(one, segments=(replace(one.scenario.segments[0], people=None),))
    (lost,) = workforce_shift.freed_rows(blank)
    assert workforce_shift.sentence(blank, lost).startswith("What leaves GP is not known")
    idle = replace(one.scenario.staff[1], patient_facing_share=None)
    unknown = again(one, staff=(one.scenario.staff[0], idle, *one.scenario.staff[2:]))
    (half,) = workforce_shift.freed_rows(unknown)
    assert workforce_shift.sentence(unknown, half).endswith(
        "What they take elsewhere is not known: a figure is missing."
    )


def test_a_scenario_whose_shares_do_not_add_up_is_found(marsh_valley: LocalityFile) -> None:
    (first, *_) = marsh_valley.read(workforce.demand_scenarios)
    before = STATEMENT.findings(marsh_valley, OCTOBER)
    segment = first.segments[0]
    mix = dict(list(segment.mix.items())[:1])
    cut = replace(first, segments=(replace(segment, mix=mix), *first.segments[1:]))
    file = told(marsh_valley, {workforce.demand_scenarios: [cut]})
    found = [each for each in STATEMENT.findings(file, OCTOBER) if each not in before]
    assert [each.title for each in found] == [
        "Marsh Valley as it is: shares that do not add up to 100%"
    ]
    begun = replace(first, segments=(replace(segment, mix={}),))
    file = told(marsh_valley, {workforce.demand_scenarios: [begun]})
    assert not [each for each in STATEMENT.findings(file, OCTOBER) if "shares" in each.title]


def test_columns_of_kinds_of_staff_are_told_apart(marsh_valley: LocalityFile) -> None:
    staff = base(marsh_valley).scenario.staff
    shares = [column.key for column in segment_columns(staff)]
    assert f"k{staff[0].id}" in shares
    assert kind_of(f"m{staff[0].id}") == staff[0].id
    assert kind_of("minutes") is None
    assert kind_of("mix") is None
