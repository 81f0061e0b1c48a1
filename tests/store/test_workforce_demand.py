"""Scenarios of demand in the file: kept, copied whole, refused, and nothing real changed."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from pch_desktop.domain.period import Month
from pch_desktop.domain.population import Sex
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import PensionScheme
from pch_desktop.domain.workforce_demand_start import KindStart
from pch_desktop.imports import demand as resources
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.models.population import ListSnapshot
from pch_desktop.models.workforce import Role
from pch_desktop.models.workforce_pay import OnCostRate, PayPoint, PayRate
from pch_desktop.reports.workforce_demand import Worked, worked
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import (
    DemandScenarioRow,
    demand_copies,
    demand_edits,
    demand_shifts,
)
from tests import localities

OCTOBER = Month(2016, 10)
NURSES = "Nurse 100% ':x'"
DEMAND_TABLES = frozenset(
    {
        "demand_scenario",
        "demand_segment",
        "demand_staff",
        "demand_staff_role",
        "demand_mix",
        "demand_shift",
        "demand_shift_to",
    }
)


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """A small team, two roles more, and a pay point."""
    file = localities.like(begun, path)
    yield file
    file.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    file = localities.made(path)
    file.edit("Seed more", _more)
    return file


def _more(session: Session) -> None:
    group = session.get_one(Role, 1)
    for code, name in (("GP-P", "GP partner"), ("PHY", "Physio, first contact")):
        session.add(Role(code=code, name=name, staff_group=group.staff_group, sector=group.sector))
    session.add(PayPoint(scale="Ours", name="Point 6"))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The sample; each test takes back what it changes."""
    path = tmp_path_factory.mktemp("sample") / "sample.pch"
    made = localities.sample(path)
    yield made
    made.close()


def named(file: LocalityFile, name: str) -> DemandScenarioRow:
    """Return a scenario by its name."""
    (row,) = (row for row in file.read(workforce.demand_scenarios) if row.name == name)
    return row


def small(file: LocalityFile) -> DemandScenarioRow:
    """Make a scenario of one segment, seen by two kinds of staff."""
    scenario_id = file.edit("Add", demand_edits.add_demand_scenario, "Base")
    filled: dict[str, object] = {
        "people": 1000,
        "contacts_per_thousand": Decimal(5000),
        "minutes": Decimal(10),
    }
    segment_id = file.edit("Add", _segment, scenario_id, filled)
    for name, share in (("GP", "0.6"), ("Nurse", "0.4")):
        staff_id = file.edit("Add", _staff, scenario_id, name)
        file.edit("Mix", demand_edits.set_demand_mix, segment_id, staff_id, "share", Decimal(share))
    return named(file, "Base")


def _segment(session: Session, scenario_id: int, filled: dict[str, object]) -> int:
    return demand_edits.add_demand_segment(session, scenario_id, "Everybody", rest=filled)


def _staff(session: Session, scenario_id: int, name: str) -> int:
    rest = {"patient_facing_share": Decimal("0.7")}
    return demand_edits.add_demand_staff(session, scenario_id, name, rest=rest)


def refused(file: LocalityFile, command: Callable[..., Any], *args: Any, **rest: Any) -> str:
    """Return the sentence an edit is refused with; nothing is changed."""
    before = len(file.changes())
    with pytest.raises(Refusal) as caught:
        file.edit("Try", command, *args, **rest)
    assert len(file.changes()) == before
    return str(caught.value)


def figures(told: Worked) -> list[object]:
    """Return what a scenario comes to, without its keys."""
    return [
        (row.name, row.required, row.in_post_wte, row.funded_wte, row.staff.roles)
        for row in told.kinds
    ]


# What is kept


def test_a_scenario_holds_what_was_put_in(file: LocalityFile) -> None:
    row = small(file)
    assert (row.weeks_worked, row.working_days, row.source) == (42, 253, None)
    gp, nurse = row.staff
    file.edit(
        "Set", demand_edits.set_demand_staff, gp.id, "roles", "gp PARTNER, Physio, first contact"
    )
    file.edit("Set", demand_edits.set_demand_staff, gp.id, "pay_point", "point 6")
    file.edit("Set", demand_edits.set_demand_staff, nurse.id, "weeks_worked", Decimal(40))
    file.edit(
        "Set", demand_edits.set_demand_mix, row.segments[0].id, nurse.id, "minutes", Decimal(15)
    )
    again = named(file, "Base")
    assert again.staff[0].roles == ("GP partner", "Physio, first contact")
    assert (again.staff[0].pay_point, again.staff[0].weeks_worked) == ("Point 6", 42)
    assert (again.staff[1].own_weeks, again.staff[1].weeks_worked) == (40, 40)
    assert again.segments[0].mix[nurse.id].minutes == 15
    file.edit("Set", demand_edits.set_demand_staff, gp.id, "roles", "GP partner")
    assert named(file, "Base").staff[0].roles == ("GP partner",)
    file.edit("Clear", demand_edits.set_demand_mix, row.segments[0].id, nurse.id, "share", None)
    assert list(named(file, "Base").segments[0].mix) == [gp.id]
    file.undo()
    assert named(file, "Base").segments[0].mix[nurse.id].minutes == 15


def test_a_kind_is_short_beside_the_posts_of_its_roles(file: LocalityFile) -> None:
    nurse = small(file).staff[1]
    file.edit("Set", demand_edits.set_demand_staff, nurse.id, "roles", NURSES)
    held = {NURSES: (Decimal(3), Decimal(3))}
    row = worked(named(file, "Base"), held).kinds[1]
    assert (row.in_post_wte, row.funded_wte) == (3, 3)
    assert row.gap_wte is not None and row.required_wte is not None
    assert row.gap_wte == row.required_wte - 3
    gp = worked(named(file, "Base"), held).kinds[0]
    assert (gp.in_post_wte, gp.gap_wte, gp.gap_pence) == (None, None, None)


def test_a_shift_takes_a_quarter_and_what_is_missing(file: LocalityFile) -> None:
    row = small(file)
    shift_id = file.edit("Shift", demand_shifts.add_demand_shift, row.id, "gp")
    (shift,) = named(file, "Base").shifts
    assert (shift.divertible_share, shift.achieved_share) == (Decimal("0.25"), 1)
    assert shift.source is not None and shift.source.startswith("About 25%")
    file.edit("To", demand_shifts.add_demand_shift_to, shift_id, "Nurse")
    (to,) = named(file, "Base").shifts[0].to
    assert to.share == 1
    file.edit("Set", demand_shifts.set_demand_shift_to, to.id, "share", Decimal("0.9"))
    assert not named(file, "Base").shifts[0].shift.is_whole
    file.edit("Set", demand_shifts.set_demand_shift, shift_id, "minutes", Decimal("11.2"))
    file.edit("Remove", demand_shifts.remove_demand_shift_to, [to.id])
    file.edit("Remove", demand_shifts.remove_demand_shifts, [shift_id])
    assert named(file, "Base").shifts == ()


def test_a_whole_time_costs_its_pay_with_insurance_and_pension(file: LocalityFile) -> None:
    assert file.read(workforce.demand_costs, date(2025, 10, 31)) == {}
    file.edit("Rates", _rates)
    (cost,) = file.read(workforce.demand_costs, date(2025, 10, 31)).values()
    assert cost == 105_882_41
    assert file.read(workforce.demand_costs, date(2024, 10, 31)) == {}


def _rates(session: Session) -> None:
    """What gives NHS England's published most for a GP in 2025/26 (D25)."""
    first = date(2025, 4, 6)
    point = session.scalars(select(PayPoint)).one()
    session.add(PayRate(pay_point_id=point.id, valid_from=first, annual_pence=82_418_00))
    session.add(OnCostRate(scheme=PensionScheme.NHS, valid_from=first,
                           pension_share=Decimal("0.1438")))  # fmt: skip
    for key, value in (("employer_ni_rate", "0.15"), ("employer_ni_threshold", "5000")):
        session.add(ReferenceValue(key=key, words=key, value=Decimal(value), unit="", source="D25",
                                   valid_from=first))  # fmt: skip


# What is refused


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        (
            "minutes",
            Decimal(481),
            "Enter the minutes a contact takes, more than 0 and",
        ),
        ("minutes", Decimal(0), "Enter the minutes a contact takes, more than 0 and"),
        ("contacts_per_thousand", Decimal(-1), "Enter the contacts of a thousand people in a year"),
        ("people", 10_000_001, "Enter how many people there are, up to 10,000,000."),
        ("name", "  ", "Enter what the segment is called."),
        ("name", "x" * 61, "Shorten the name to 60 characters; it heads a column."),
    ],
)
def test_a_segment_out_of_range_is_refused(
    file: LocalityFile, field: str, value: object, said: str
) -> None:
    segment = small(file).segments[0]
    assert refused(file, demand_edits.set_demand_segment, segment.id, field, value).startswith(said)


@pytest.mark.parametrize("value", [Decimal("1.01"), Decimal("-0.1"), "much"])
def test_a_share_outside_nothing_to_all_is_refused(file: LocalityFile, value: object) -> None:
    row = small(file)
    said = refused(file, demand_edits.set_demand_mix, row.segments[0].id, row.staff[0].id, "share",
                   value)  # fmt: skip
    assert said == "Enter a share from 0% to 100%, for example 25%."


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("patient_facing_share", Decimal(0), "Enter the part of the time spent with patients"),
        ("weeks_worked", Decimal(53), "Enter the weeks worked in a year, from 1 to 52"),
        ("planned_wte", Decimal(1000), "Enter the planned change in WTE"),
        ("planned_wte", None, "Enter the planned change in WTE"),
        ("pay_point", "Point 7", "There is no pay point called “Point 7”."),
        ("roles", "Wizard", "There is no role called “Wizard”."),
        ("name", "nurse", "“nurse” is already a kind of staff of this scenario."),
    ],
)
def test_a_kind_of_staff_out_of_range_is_refused(
    file: LocalityFile, field: str, value: object, said: str
) -> None:
    gp = small(file).staff[0]
    assert refused(file, demand_edits.set_demand_staff, gp.id, field, value).startswith(said)


def test_a_role_counts_in_one_kind_of_a_scenario_only(file: LocalityFile) -> None:
    gp, nurse = small(file).staff
    file.edit("Set", demand_edits.set_demand_roles, gp.id, ["GP partner"])
    said = refused(file, demand_edits.set_demand_roles, nurse.id, ["GP partner"])
    assert said.startswith("“GP partner” counts as GP in this scenario. Take it out there first")


def test_scenarios_shifts_and_takers_do_not_come_twice(file: LocalityFile) -> None:
    row = small(file)
    twin = refused(file, demand_edits.add_demand_scenario, " base ")
    assert twin == "“base” is already a scenario. Enter another name."
    shift_id = file.edit("Shift", demand_shifts.add_demand_shift, row.id, "GP")
    again = refused(file, demand_shifts.add_demand_shift, row.id, "GP")
    assert again == "GP has a shift in this scenario. Change that one."
    own = refused(file, demand_shifts.add_demand_shift_to, shift_id, "GP")
    assert own.startswith("The contacts leave GP.")
    file.edit("To", demand_shifts.add_demand_shift_to, shift_id, "Nurse")
    said = refused(file, demand_shifts.add_demand_shift_to, shift_id, "Nurse")
    assert said == "Nurse is there already. Change its share."
    turned = refused(file, demand_shifts.set_demand_shift, shift_id, "kind", "Nurse")
    assert turned.startswith("Nurse takes contacts of this shift on.")
    nobody = refused(file, demand_shifts.add_demand_shift_to, shift_id, "Wizard")
    assert nobody.startswith("There is no kind of staff called “Wizard” in this scenario.")


def test_minutes_need_a_share_and_a_kind_its_own_scenario(file: LocalityFile) -> None:
    row = small(file)
    other = file.edit("Copy", demand_copies.copy_demand_scenario, row.id, "Other")
    assert other != row.id
    stranger = named(file, "Other").staff[0]
    mixed = refused(file, demand_edits.set_demand_mix, row.segments[0].id, stranger.id, "share",
                    Decimal("0.1"))  # fmt: skip
    assert mixed.startswith("“GP” is of another scenario.")
    pharmacist = file.edit("Add", _staff, row.id, "Pharmacist")
    said = refused(file, demand_edits.set_demand_mix, row.segments[0].id, pharmacist, "minutes",
                   Decimal(5))  # fmt: skip
    assert said == "Enter first which part of the contacts Pharmacist sees."
    days = refused(file, demand_edits.set_demand_scenario, row.id, "working_days", 367)
    assert days.startswith("Enter the working days of a year")


# Copies


def test_a_copy_gives_the_figures_of_what_was_copied(sample: LocalityFile) -> None:
    for row in sample.read(workforce.demand_scenarios):
        sample.edit("Copy", demand_copies.copy_demand_scenario, row.id, "A copy")
        made = named(sample, "A copy")
        assert figures(worked(made, {})) == figures(worked(row, {}))
        assert plain(made.segments) == plain(row.segments)
        assert [len(each.to) for each in made.shifts] == [len(each.to) for each in row.shifts]
        assert made.note == row.note
        sample.undo()


def plain(row: Any) -> Any:
    """Return what a row says, without its own key and those it points at."""
    if isinstance(row, (tuple, list)):
        return [plain(each) for each in cast("list[Any]", row)]
    if is_dataclass(row):
        return {field.name: plain(getattr(row, field.name)) for field in fields(row)
                if field.name != "id"}  # fmt: skip
    return list(cast("dict[int, Any]", row).values()) if isinstance(row, dict) else row


def test_changing_a_copy_leaves_what_was_copied_alone(sample: LocalityFile) -> None:
    base = named(sample, "Marsh Valley as it is")
    sample.edit("Copy", demand_copies.copy_demand_scenario, base.id, "A copy")
    made = named(sample, "A copy")
    sample.edit("Set", demand_edits.set_demand_segment, made.segments[0].id, "people", 1)
    sample.edit("Remove", demand_edits.remove_demand_staff, [made.staff[0].id])
    assert named(sample, base.name) == base
    sample.edit("Remove", demand_edits.remove_demand_scenarios, [made.id])
    assert named(sample, base.name) == base
    for _ in range(4):
        sample.undo()


# Beginning


def test_a_first_scenario_takes_people_and_sourced_rates_and_invents_nothing(
    file: LocalityFile,
) -> None:
    file.edit("Lists", _lists)
    kinds = (KindStart("GP", ("GP-P", "GONE")), KindStart("Nurse", ("NURSE",)))
    file.edit("Start", demand_copies.start_demand, OCTOBER, kinds)
    row = named(file, "From our lists")
    assert [(each.name, each.people) for each in row.segments] == [
        ("Aged 0 to 14", 30), ("Aged 15 to 64", 100), ("Aged 65 and over", 40),
    ]  # fmt: skip
    assert {each.contacts_per_thousand for each in row.segments} == {5160}
    assert {each.minutes for each in row.segments} == {Decimal("9.22")}
    assert "5.16" in (row.segments[0].source or "")
    assert "Hobbs and others" in (row.segments[0].source or "")
    assert {len(each.mix) for each in row.segments} == {0}
    assert [(each.name, each.roles) for each in row.staff] == [
        ("GP", ("GP partner",)), ("Nurse", (NURSES,)),
    ]  # fmt: skip
    assert {each.patient_facing_share for each in row.staff} == {None}
    assert {each.required_wte for each in worked(row, {}).kinds} == {None}
    file.edit("Start", demand_copies.start_demand, OCTOBER, ())
    assert named(file, "From our lists 2").staff == ()


def _lists(session: Session) -> None:
    bands = [(0, 4, 10), (5, 14, 20), (15, 64, 100), (65, 130, 40)]
    day = OCTOBER.first
    session.execute(
        insert(ListSnapshot),
        [
            {"practice_id": 1, "taken_on": day, "sex": Sex.FEMALE, "age_from": first,
             "age_to": last, "people": people}
            for first, last, people in bands
        ],
    )  # fmt: skip
    for key, words, value, source in (
        ("consultations_a_person", "Consultations a person", "5.16", "Hobbs and others"),
        ("minutes_gp_surgery", "GP surgery consultation", "9.22", "Hobbs and others"),
    ):
        session.add(
            ReferenceValue(key=key, words=words, value=Decimal(value), unit="", source=source,
                           valid_from=day)
        )  # fmt: skip


def test_without_lists_by_age_everybody_is_one_segment_and_without_any_it_is_said(
    file: LocalityFile,
) -> None:
    said = refused(file, demand_copies.start_demand, OCTOBER, ())
    assert said.startswith("No list is known yet.")
    file.edit("List", _whole_list)
    file.edit("Start", demand_copies.start_demand, OCTOBER, ())
    (segment,) = named(file, "From our lists").segments
    assert (segment.name, segment.people) == ("Everybody on our lists", 8000)
    assert (segment.contacts_per_thousand, segment.minutes) == (None, None)


def _whole_list(session: Session) -> None:
    session.add(
        ListSnapshot(practice_id=1, taken_on=OCTOBER.first, sex=Sex.ALL, age_from=0, age_to=130,
                     people=8000)
    )  # fmt: skip


def test_the_worked_example_gives_its_published_figures_from_the_file(sample: LocalityFile) -> None:
    sample.edit("Example", demand_copies.add_demand_example, resources.example())
    told = worked(named(sample, "Illustration: 40,000 people"), {})
    assert (told.people, told.contacts) == (40_000, 214_500)
    assert told.required_wte is not None
    assert told.required_wte.quantize(Decimal("0.01")) == Decimal("38.89")
    shifted = worked(named(sample, "Illustration: contacts of GPs met by others"), {})
    freed = shifted.demand.shifts[0].freed
    assert freed.wte is not None and freed.wte.quantize(Decimal("0.01")) == Decimal("2.63")
    assert told.scenario.source == "Illustration with invented figures; not a benchmark"
    said = refused(sample, demand_copies.add_demand_example, resources.example())
    assert said.startswith("“Illustration: 40,000 people” is there already.")
    sample.undo()


def test_the_kinds_of_a_first_scenario_are_of_the_catalogue(sample: LocalityFile) -> None:
    codes = {row.code for row in sample.read(workforce.roles)}
    told = [code for kind in resources.kinds() for code in kind.role_codes]
    assert set(told) <= codes
    assert len(told) == len(set(told))


# The law


@settings(max_examples=12)
@given(st.data())
def test_scenario_figures_change_nothing_real(sample: LocalityFile, data: st.DataObject) -> None:
    before = real(sample)
    row = data.draw(st.sampled_from(sample.read(workforce.demand_scenarios)))
    segment, staff = data.draw(st.sampled_from(row.segments)), data.draw(st.sampled_from(row.staff))
    share = Decimal(data.draw(st.integers(1, 1000))).scaleb(-3)
    edits: list[tuple[Any, ...]] = [
        (demand_edits.set_demand_segment, segment.id, "people", data.draw(st.integers(0, 10**6))),
        (demand_edits.set_demand_staff, staff.id, "planned_wte", 10 * share),
        (demand_edits.set_demand_staff, staff.id, "patient_facing_share", share),
        (demand_edits.set_demand_mix, segment.id, staff.id, "share", share),
        (demand_edits.remove_demand_staff, [staff.id]),
        (demand_edits.remove_demand_segments, [segment.id]),
        (demand_edits.remove_demand_scenarios, [row.id]),
        (demand_copies.copy_demand_scenario, row.id, "A copy"),
        (demand_edits.set_demand_scenario, row.id, "weeks_worked", Decimal(30)),
    ]
    chosen = data.draw(st.sampled_from(edits))
    sample.edit("Suppose", *chosen)
    assert real(sample) == before
    sample.undo()
    assert real(sample) == before


def real(file: LocalityFile) -> localities.State:
    """Return the contents of every table that is of no scenario."""
    return {name: rows for name, rows in file.read(localities.state).items()
            if name not in DEMAND_TABLES}  # fmt: skip
