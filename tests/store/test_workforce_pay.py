"""Pay scales, on-costs, what posts and people cost, and what additional roles may claim."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import ContractKind, FundingStream, PensionScheme, PostStatus
from pch_desktop.imports import starters
from pch_desktop.models.partners import Partner
from pch_desktop.models.workforce import Role
from pch_desktop.models.workforce_pay import PayPoint
from pch_desktop.store import starters as filling
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import AssignmentRow, PayRateRow, PostRow
from tests import localities

ON = date(2025, 10, 31)
YEAR = FinancialYear(2025)
TOP = "Band 6 top"
SCALE = "Agenda for Change"
PAID = "GP-S PN EPN CNURSE MHN NA TNA HCA CP PT PARA FCP OT DIET POD PA AP SP HWC CC GPA DTL"
UNPAID = (
    "GP-P GP-L GP-T GP-X CONS ANP DSN CM DN HV MW CPH OPT DENT SW SCA HCW CITADV VOL HOSP "
    "FIRE POL LM CD PM OM REC SEC ADM FIN BI BS"
)
"""The roles of the catalogue by code: those that additional-roles money may pay for, the others."""


@pytest.fixture
def file(path: Path) -> Generator[LocalityFile]:
    """Three nurses in three posts, the ready pay scales, and an acute trust."""
    file = localities.like(begun, path)
    yield file
    file.close()


def begun(path: Path) -> LocalityFile:
    """Make such a file; it is made once and copied."""
    file = localities.made(path)
    file.edit("Ready", filling.load_roles, starters.roles())
    file.edit("Seed", _more)
    return file


@pytest.fixture
def sample(path: Path) -> Generator[LocalityFile]:
    """The invented locality."""
    file = localities.sample(path)
    yield file
    file.close()


def _more(session: Session) -> None:
    session.add(
        Partner(id=2, name="Ouseby Hospital", kind=PartnerKind.ACUTE_TRUST, sector=Sector.SECONDARY)
    )


def rate(file: LocalityFile, point: str, first: date) -> PayRateRow:
    rows = file.read(workforce.pay_rates)
    return next(row for row in rows if row.point == point and row.valid_from == first)


def post(file: LocalityFile, post_id: int, on: date = ON) -> PostRow:
    return next(row for row in file.read(workforce.posts, on) if row.id == post_id)


def added(file: LocalityFile, role: str, wte: str, **rest: object) -> int:
    kept = {"funded_from": date(2024, 4, 1), **rest}
    return file.edit("Add", workforce.add_post, role, Decimal(wte), rest=kept)


def refusal(file: LocalityFile, command: Callable[..., Any], *args: Any, **more: Any) -> str:
    before = file.read(localities.state)
    with pytest.raises(Refusal) as refused:
        file.edit("Try", command, *args, **more)
    assert file.read(localities.state) == before
    return str(refused.value)


# Pay scales


def test_every_new_file_has_the_ready_scales_with_their_sources(file: LocalityFile) -> None:
    rows = file.read(workforce.pay_rates)
    assert {row.scale for row in rows} == {SCALE, "Salaried GP"}
    assert len(rows) == 31
    assert all(row.source for row in rows)
    top = rate(file, TOP, YEAR.first)
    assert (top.annual_pence, top.valid_to) == (4_658_000, YEAR.last)
    assert [row.point for row in rows[:2]] == ["Band 2 entry", "Band 3 entry"]


def test_no_figure_of_the_scales_stands_among_the_reference_values_too() -> None:
    sheets = {sheet.table: sheet.rows for sheet in starters.roles()}
    keys = {str(row["key"]) for row in sheets["reference_value"]}
    assert not {key for key in keys if key.startswith(("afc_band", "salaried_gp"))}
    assert "nhs_pension_paid_rate" not in keys
    assert {"employer_ni_rate", "employer_ni_threshold", "afc_award"} <= keys


def test_a_file_without_scales_is_given_what_is_missing_once(path: Path) -> None:
    file = localities.made(path)
    file.edit("A point", workforce.add_pay_rate, TOP, YEAR.first, rest={"annual_pence": 100})
    missing = sum(len(sheet.rows) for sheet in starters.pay()) - 2
    add = (filling.add_ready, starters.pay(), "pay scales")
    assert file.edit("Add the ready pay scales", *add) == missing
    assert rate(file, TOP, YEAR.first).annual_pence == 100
    assert refusal(file, *add) == "All of the ready pay scales are there already."
    file.undo()
    assert [row.point for row in file.read(workforce.pay_rates)] == [TOP]
    file.close()


def test_the_rate_of_a_day_is_the_one_that_began_last(file: LocalityFile) -> None:
    rest = {"annual_pence": 4_700_000, "source": "Revised"}
    made = file.edit("Add", workforce.add_pay_rate, "band 6 TOP", date(2025, 9, 1), rest=rest)
    rows = file.read(workforce.pay_rates)

    def paid(on: date) -> PayRateRow:
        return next(row for row in workforce.paid_on(rows, on) if row.point == TOP)

    assert paid(ON).id == made
    assert paid(date(2025, 8, 31)).annual_pence == 4_658_000
    assert paid(date(2016, 1, 1)).annual_pence is None
    assert TOP in file.read(workforce.pay_points, ON)
    assert file.read(workforce.pay_points, date(2016, 1, 1)) == []
    assert [row.point for row in workforce.paid_on(rows, ON)] == list(
        dict.fromkeys(row.point for row in rows)
    )


def test_a_rate_and_its_point_are_changed_and_taken_back(file: LocalityFile) -> None:
    kept = rate(file, TOP, YEAR.first)
    file.edit("Name", workforce.set_pay_rate, kept.id, "name", "Band 6, top")
    file.edit("Pay", workforce.set_pay_rate, kept.id, "annual_pence", 4_700_000)
    changed = rate(file, "Band 6, top", YEAR.first)
    assert (changed.id, changed.annual_pence) == (kept.id, 4_700_000)
    file.undo()
    file.undo()
    assert rate(file, TOP, YEAR.first) == kept


def test_pay_that_cannot_be_is_refused_with_a_sentence(file: LocalityFile) -> None:
    kept = rate(file, TOP, YEAR.first).id
    put = workforce.set_pay_rate
    assert "such as £46,580" in refusal(file, put, kept, "annual_pence", 0)
    assert "such as £46,580" in refusal(file, put, kept, "annual_pence", None)
    assert "cannot end before it begins" in refusal(file, put, kept, "valid_to", date(2024, 1, 1))
    assert "“Band 6 entry” is already there" in refusal(file, put, kept, "name", "Band 6 entry")
    twin = (workforce.add_pay_rate, TOP, YEAR.first)
    said = refusal(file, *twin, rest={"annual_pence": 1})
    assert said == "That point has a rate from that day already. Enter another first day."


def test_a_point_goes_with_its_last_rate_unless_somebody_is_paid_by_it(file: LocalityFile) -> None:
    file.edit("Pay point", workforce.set_post, 1, "pay_point", TOP)
    entry, top = rate(file, "Band 6 entry", YEAR.first), rate(file, TOP, YEAR.first)
    file.edit("Delete", workforce.remove_pay_rates, (entry.id, top.id))
    points = {row.point: row for row in file.read(workforce.pay_rates)}
    assert "Band 6 entry" not in points
    assert (points[TOP].id, points[TOP].annual_pence) == (-top.point_id, None)
    said = refusal(file, workforce.remove_pay_rates, (-top.point_id,))
    assert said == (
        "“Band 6 top” cannot be deleted: 1 post or person is paid by it. "
        "Give them another pay point first."
    )
    file.edit("None", workforce.set_post, 1, "pay_point", None)
    file.edit("Delete", workforce.remove_pay_rates, (-top.point_id,))
    assert TOP not in {row.point for row in file.read(workforce.pay_rates)}


def test_a_point_is_added_without_pay_on_a_scale_of_ones_own(file: LocalityFile) -> None:
    made = file.edit("Add", workforce.add_pay_rate, " Grade  H ", YEAR.first)
    row = next(row for row in file.read(workforce.pay_rates) if row.id == made)
    assert (row.point, row.scale, row.annual_pence) == ("Grade H", "Our own scale", None)


def test_an_award_makes_the_rates_of_the_next_year_and_says_they_are_ours(
    file: LocalityFile,
) -> None:
    rest = {"annual_pence": 4_800_000}
    file.edit("Known", workforce.add_pay_rate, TOP, date(2026, 4, 1), rest=rest)
    following = FinancialYear(2026)
    done = file.edit("Award", workforce.award, SCALE, following, Decimal("0.033"))
    assert done == 28
    assert rate(file, TOP, following.first).annual_pence == 4_800_000
    made = rate(file, "Band 6 entry", following.first)
    assert (made.annual_pence, made.valid_to) == (3_995_900, following.last)
    assert made.source == "Our own estimate: £38,682 of 2025/26 and 3.3%, to the pound"
    again = refusal(file, workforce.award, SCALE, following, Decimal("0.033"))
    assert again == "All points of “Agenda for Change” have pay of 2026/27 already."
    early = refusal(file, workforce.award, SCALE, FinancialYear(2016), Decimal("0.01"))
    assert early.startswith("No point of “Agenda for Change” has pay of 2015/16 to go by.")


# On-costs


def test_the_nhs_pension_is_there_and_no_other_is_made_up(file: LocalityFile) -> None:
    (row,) = file.read(workforce.on_costs)
    assert (row.scheme, row.pension_share) == (PensionScheme.NHS, Decimal("0.1438"))
    assert row.source
    rates = file.read(workforce.rates_on, ON)
    assert rates.on_top(PensionScheme.COUNCIL, None) is None
    assert rates.on_top(None, None) is None
    none = rates.on_top(PensionScheme.NONE, None)
    assert none is not None
    assert none.pension_share == 0


def test_an_employers_own_rate_goes_before_that_of_all_others(file: LocalityFile) -> None:
    rest = {"employer": "ouseby hospital", "levy_share": Decimal("0.005")}
    add = (workforce.add_on_cost, Decimal("0.1438"), YEAR.first)
    made = file.edit("Add", *add, rest=rest)
    rates = file.read(workforce.rates_on, ON)
    own, other = (rates.on_top(PensionScheme.NHS, employer) for employer in (2, 1))
    assert own is not None
    assert other is not None
    assert (own.levy_share, other.levy_share) == (Decimal("0.005"), 0)
    said = refusal(file, *add, rest=rest)
    assert said.startswith("There is a rate for that scheme from that day.")
    put = workforce.set_on_cost
    assert "from 0% to 100%" in refusal(file, put, made, "pension_share", Decimal("1.5"))
    assert refusal(file, put, made, "pension_share", None).startswith("Enter what the employer")
    assert "no partner called" in refusal(file, put, made, "employer", "Nobody")
    assert "end before it begins" in refusal(file, put, made, "valid_to", date(2020, 1, 1))
    file.edit("Delete", workforce.remove_on_costs, (made,))
    assert len(file.read(workforce.on_costs)) == 1


def test_two_rates_for_every_other_employer_cannot_begin_together(file: LocalityFile) -> None:
    add = (workforce.add_on_cost, Decimal("0.2"), date(2024, 4, 1))
    assert refusal(file, *add).startswith("There is a rate for that scheme from that day.")


def test_national_insurance_is_that_of_the_day(file: LocalityFile) -> None:
    before = file.read(workforce.insurance_on, date(2025, 4, 5))
    since = file.read(workforce.insurance_on, date(2025, 4, 6))
    assert before is not None
    assert since is not None
    assert (before.share, before.threshold_pence) == (Decimal("0.138"), 910_000)
    assert (since.share, since.threshold_pence) == (Decimal("0.15"), 500_000)
    assert file.read(workforce.insurance_on, date(2010, 1, 1)) is None


# What posts and people cost


def test_a_post_costs_what_was_typed_else_what_its_pay_point_comes_to(file: LocalityFile) -> None:
    """D26: band 6 top at 0.8 WTE, the National Insurance threshold whole."""
    made = added(file, "District or community nurse", "0.8", pay_point=TOP)
    row = post(file, made)
    assert (row.annual_cost_pence, row.cost_pence) == (None, 4_746_216)
    assert row.established_cost_pence == 4_746_216
    told = file.read(workforce.post_costing, made, ON)
    assert told.cost is not None
    assert (told.point, told.cost.salary_pence, told.annual_pence) == (TOP, 3_726_400, 4_746_216)
    file.edit("Cost", workforce.set_post, made, "annual_cost_pence", 5_000_000)
    row = post(file, made)
    assert (row.cost_pence, row.worked_cost_pence) == (5_000_000, 4_746_216)
    assert file.read(workforce.post_costing, made, ON).annual_pence == 5_000_000


def test_a_cost_is_not_known_where_a_rate_is_not(file: LocalityFile) -> None:
    made = added(file, "District or community nurse", "0.8", pay_point=TOP)
    assert post(file, made, date(2026, 10, 1)).cost_pence is None
    bare = added(file, "District or community nurse", "1")
    assert post(file, bare).cost_pence is None
    told = file.read(workforce.post_costing, bare, ON)
    assert (told.point, told.full_time_pence, told.cost) == (None, None, None)


def assignment(file: LocalityFile) -> AssignmentRow:
    return next(row for row in file.read(workforce.held, ON) if row.id == 1)


def test_somebody_costs_by_their_own_pay_hours_and_scheme(file: LocalityFile) -> None:
    put = workforce.set_assignment
    file.edit("Hours", put, 1, "weekly_minutes", 1_800)
    file.edit("Point", put, 1, "pay_point", TOP)
    assert file.read(workforce.assignment_costing, assignment(file), ON).cost is None
    file.edit("Scheme", put, 1, "pension_scheme", PensionScheme.NHS)
    told = file.read(workforce.assignment_costing, assignment(file), ON)
    assert (told.point, told.annual_pence) == (TOP, 4_746_216)
    file.edit("Pay", put, 1, "full_time_pay_pence", 5_000_000)
    file.edit("Scheme", put, 1, "pension_scheme", PensionScheme.NONE)
    told = file.read(workforce.assignment_costing, assignment(file), ON)
    assert (told.point, told.full_time_pence) == (None, 5_000_000)
    assert told.annual_pence == 4_000_000 + (4_000_000 - 500_000) * 15 // 100


# Roles


def test_a_role_that_has_ended_stays_on_its_posts_and_is_told(file: LocalityFile) -> None:
    roles = {row.name: row for row in file.read(workforce.roles)}
    nurse = roles["Consultant nurse (primary care)"]
    assert not nurse.is_used(date(2025, 3, 31))
    assert nurse.is_used(date(2025, 4, 1))
    made = added(file, nurse.name, "1")
    file.edit("End", workforce.set_role, nurse.id, "valid_to", date(2025, 6, 30))
    row = post(file, made)
    assert (row.role, row.role_ended_on) == (nurse.name, date(2025, 6, 30))
    assert post(file, made, date(2025, 6, 30)).role_ended_on is None


# Additional roles


def example(file: LocalityFile) -> list[int]:
    """Put the posts of D27 in: two pharmacists all year, three care co-ordinators from July."""
    stream = {"funding_stream": FundingStream.ADDITIONAL_ROLES}
    made = [
        added(file, "Clinical pharmacist", "2", annual_cost_pence=12_802_400, **stream),
        *(
            added(
                file,
                "Care co-ordinator",
                "1",
                annual_cost_pence=3_350_000,
                **{**stream, "funded_from": date(2025, 7, 1)},
            )
            for _ in range(3)
        ),
    ]
    file.edit("People", workforce.set_additional_people, YEAR, Decimal(41_870))
    for code, name, most in (("CP", "Clinical pharmacist", 6_583_800), ("CC", "x", 3_300_000)):
        file.edit("Most", workforce.set_role_most, (code, name), YEAR, most)
    return made


def test_the_claim_of_the_example_comes_from_stored_posts(file: LocalityFile) -> None:
    """D27."""
    example(file)
    found = file.read(workforce.additional_roles, ON)
    assert (found.head_rate, found.people) == (Decimal("26.631"), Decimal(41_870))
    assert found.entitlement_pence == 111_503_997
    claims = [row.claim_pence for row in found.posts]
    assert claims == [12_802_400, 2_475_000, 2_475_000, 2_475_000]
    assert [row.over_pence for row in found.posts] == [0, 37_500, 37_500, 37_500]
    assert [row.actual_per_wte_pence for row in found.posts][:2] == [6_401_200, 3_350_000]


def test_only_those_in_post_have_claimed_anything(file: LocalityFile) -> None:
    (first, *_) = example(file)
    rest = {"contract_kind": ContractKind.PERMANENT, "ends_on": date(2025, 12, 31)}
    person = file.edit("Add", workforce.add_person, "Robin Larkspur")
    add = (workforce.add_assignment, first, person, date(2025, 7, 1), 2_250)
    file.edit("Fill", *add, rest=rest)
    row = file.read(workforce.additional_roles, ON).posts[0]
    assert (row.held_to_date, row.held_in_year) == (4, 6)
    assert (row.to_date_pence, row.in_post_pence) == (2_133_733, 3_200_600)
    assert file.read(workforce.additional_roles, ON).posts[1].to_date_pence == 0


def test_a_claim_is_not_known_without_the_most_for_the_role(file: LocalityFile) -> None:
    example(file)
    file.edit("Not known", workforce.set_role_most, ("CC", "x"), YEAR, None)
    found = file.read(workforce.additional_roles, ON)
    assert [row.claim_pence for row in found.posts] == [12_802_400, None, None, None]
    assert [row.over_pence for row in found.posts][1:] == [None] * 3


def test_proposed_posts_claim_nothing_yet_and_ended_ones_are_left_out(file: LocalityFile) -> None:
    first, second, third, _ = example(file)
    file.edit("Propose", workforce.set_post, second, "status", PostStatus.PROPOSED)
    file.edit("End", workforce.set_post, third, "status", PostStatus.DISESTABLISHED)
    found = file.read(workforce.additional_roles, ON)
    assert [row.id for row in found.proposed] == [second]
    assert len(found.posts) == 2
    assert found.posts[0].id == first


def test_the_weighted_people_are_those_of_the_lists_unless_typed(sample: LocalityFile) -> None:
    on, year = date(2016, 10, 31), FinancialYear(2016)
    found = sample.read(workforce.additional_roles, on)
    assert found.people_source == "Carr-Hill (GMS) lists of 2016/17"
    sample.edit("Type", workforce.set_additional_people, year, Decimal("40000.5"))
    assert sample.read(workforce.additional_roles, on).people == Decimal("40000.5")
    assert "such as 41,870" in refusal(sample, workforce.set_additional_people, year, Decimal(0))
    sample.edit("Blank", workforce.set_additional_people, year, None)
    assert sample.read(workforce.additional_roles, on).people == found.people


def test_a_rate_typed_for_a_year_holds_in_it_alone(file: LocalityFile) -> None:
    following = FinancialYear(2026)
    file.edit("Rate", workforce.set_head_rate, following, Decimal("27.2"))
    assert file.read(workforce.additional_roles, following.first).head_rate == Decimal("27.2")
    assert file.read(workforce.additional_roles, ON).head_rate == Decimal("26.631")
    file.edit("Rate", workforce.set_head_rate, following, Decimal("27.3"))
    assert file.read(workforce.additional_roles, following.last).head_rate == Decimal("27.3")
    assert "above £0" in refusal(file, workforce.set_head_rate, following, Decimal(-1))
    file.edit("Rate", workforce.set_head_rate, following, None)
    assert file.read(workforce.additional_roles, following.first).head_rate is None


def test_the_roles_of_the_catalogue_are_all_there_with_their_money(file: LocalityFile) -> None:
    """Domain 1.1, row by row."""

    def kept(session: Session) -> dict[str, bool]:
        return {row.code: row.is_additional_role for row in session.query(Role)}

    found = file.read(kept)
    assert {code: found[code] for code in (*PAID.split(), *UNPAID.split())} == {
        **dict.fromkeys(PAID.split(), True),
        **dict.fromkeys(UNPAID.split(), False),
    }


def test_the_ready_scales_are_one_step(path: Path) -> None:
    file = localities.made(path)
    file.edit("Add the ready pay scales", filling.add_ready, starters.pay(), "pay scales")

    def count(session: Session) -> int:
        return session.query(PayPoint).count()

    assert file.read(count) == 31
    file.undo()
    assert file.read(count) == 0
    file.close()
