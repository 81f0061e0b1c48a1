"""The figures of the invented sample at October 2016, for every screen to be held against."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import EntryKind, forecast_pence, phased
from pch_desktop.domain.partners import SOON_DAYS, AgreementStatus, Sector, standing
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import Sex
from pch_desktop.domain.services import Focus, ServiceStatus
from pch_desktop.domain.workforce import SUBSTANTIVE, ContractKind, PostStatus, StaffGroup, wte
from pch_desktop.imports import sample, starters
from pch_desktop.models.budget import Actual, BudgetLine, BudgetVersion, BudgetYear
from pch_desktop.models.partners import Agreement, AgreementParty, Contact, Partner
from pch_desktop.models.population import ListSnapshot, Practice, WeightedPopulation
from pch_desktop.models.services import Opening, Service, ServiceMonth
from pch_desktop.models.workforce import Assignment, Deployment, Person, Post, Role
from pch_desktop.store import locality
from pch_desktop.store import starters as store
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import holder, noon

OCTOBER = Month(2016, 10)
ON = OCTOBER.last
K = 1_000_00
"""A thousand pounds in pence."""

LISTS = {"MV001": 11240, "MV002": 8460, "MV003": 7310, "MV004": 5870, "MV005": 4920, "MV006": 3480}
IN_POST = [
    "197.2", "196.8", "198.1", "199.0", "198.2", "200.4", "201.9", "201.1", "203.0", "204.6",
    "205.1", "206.8", "207.9",
]  # fmt: skip
"""WTE at the end of each month from October 2015 to October 2016."""
FUNDED = ["208.4"] * 4 + ["214.0"] * 5 + ["221.6"] * 4
GROUPS = {
    StaffGroup.GP: ("25.8", "23.4"),
    StaffGroup.MEDICAL: ("0.8", "0.8"),
    StaffGroup.NURSE: ("75.0", "70.3"),
    StaffGroup.DIRECT_CARE: ("65.0", "61.1"),
    StaffGroup.SOCIAL_CARE: ("18.4", "16.2"),
    StaffGroup.VOLUNTARY: ("0.8", "0.8"),
    StaffGroup.ADMIN: ("35.8", "35.3"),
}
"""Funded and in post at the end of October 2016."""
LINES = {
    "Primary medical services": (6020, 3498, 499, 6005),
    "Prescribing": (6480, 3902, 566, 6666),
    "Transformation fund": (220, 117, 17, 210),
    "Contingency": (275, 0, 0, 0),
    "Community nursing and therapies": (5310, 3142, 452, 5405),
    "Community hospital and beds": (3140, 1817, 258, 3118),
    "Emergency admissions": (9860, 5998, 871, 10272),
    "A&E and urgent care": (1690, 1021, 147, 1754),
    "Outpatients and diagnostics": (5620, 3121, 441, 5352),
    "Planned admissions": (5140, 2917, 415, 4998),
    "Community mental health": (2440, 1409, 201, 2420),
    "Adult social care (aligned)": (1120, 661, 95, 1133),
    "Voluntary sector, social prescribing": (185, 98, 14, 176),
}
"""£000: the year's budget, seven months' actual, October's actual, forecast outturn."""
SEEN = {
    "SDA": (6044, 6120), "ART": (165, 172), "FRA": (471, 486), "EWB": (330, 318),
    "SPR": (131, 142), "FCP": (588, 604), "EOL": (61, 58), "REH": (37, None), "CYP": (61, 66),
}  # fmt: skip
"""Attended in September and in October 2016."""


@pytest.fixture(scope="module")
def marsh_valley(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalityFile]:
    """A copy of the sample, read only by these tests."""
    path: Path = tmp_path_factory.mktemp("sample") / "marsh_valley.pch"
    file = LocalityFile.create(path, holder(), noon)
    file.edit("Roles and rates", store.load_roles, starters.roles())
    file.edit("Sample", store.load_sample, sample.sample())
    yield file
    file.close()


def test_the_sample_is_an_editable_copy_that_can_be_taken_back(file: LocalityFile) -> None:
    file.edit("Roles and rates", store.load_roles, starters.roles())
    file.edit("Sample", store.load_sample, sample.sample())
    found = file.read(locality.locality)
    assert (found.name, found.is_sample, found.starter) == ("Marsh Valley", True, None)
    file.edit("Name", locality.name_locality, "Our try-out")
    file.undo()
    file.undo()
    assert file.read(locality.locality).name == locality.UNNAMED


def test_41_280_people_are_registered_with_six_practices(marsh_valley: LocalityFile) -> None:
    def lists(session: Session) -> dict[str, int]:
        query = (
            select(Practice.code, ListSnapshot.people)
            .join(Practice)
            .where(ListSnapshot.sex == Sex.ALL, ListSnapshot.taken_on == date(2016, 10, 1))
        )
        return {row.code: row.people for row in session.execute(query)}

    assert marsh_valley.read(lists) == LISTS
    assert sum(LISTS.values()) == 41_280


def test_the_bands_of_every_list_add_up_to_it(marsh_valley: LocalityFile) -> None:
    def totals(session: Session) -> dict[bool, dict[tuple[int, date], int]]:
        found: dict[bool, dict[tuple[int, date], int]] = {True: {}, False: {}}
        for row in session.scalars(select(ListSnapshot)):
            whole = found[row.sex is Sex.ALL]
            key = (row.practice_id, row.taken_on)
            whole[key] = whole.get(key, 0) + row.people
        return found

    found = marsh_valley.read(totals)
    assert found[True] == found[False]
    assert len(found[True]) == 6 * 9


def test_the_jump_of_october_2015_is_a_transfer(marsh_valley: LocalityFile) -> None:
    def totals(session: Session) -> list[int]:
        query = (
            select(func.sum(ListSnapshot.people))
            .where(ListSnapshot.sex == Sex.ALL)
            .group_by(ListSnapshot.taken_on)
            .order_by(ListSnapshot.taken_on)
        )
        return list(session.scalars(query))

    expected = [39586, 39652, 39744, 39765, 40996, 41057, 41128, 41213, 41280]
    assert marsh_valley.read(totals) == expected


def test_each_practice_is_weighted_nine_ways_in_two_years(marsh_valley: LocalityFile) -> None:
    def weighted(session: Session) -> tuple[int, Decimal]:
        rows = session.scalars(select(WeightedPopulation)).all()
        now = [row for row in rows if str(row.year) == "2016/17" and row.weighting == "carr_hill"]
        return len(rows), sum((row.weighted or Decimal(0) for row in now), Decimal(0))

    assert marsh_valley.read(weighted) == (6 * 9 * 2, Decimal("42297.47"))


def _months(count: int) -> list[Month]:
    return [OCTOBER.plus(at - count + 1) for at in range(count)]


def _in_post(session: Session) -> list[Assignment]:
    kinds = [kind for kind in ContractKind if kind in SUBSTANTIVE]
    return list(session.scalars(select(Assignment).where(Assignment.contract_kind.in_(kinds))))


def test_207_9_wte_are_in_post_of_221_6_funded(marsh_valley: LocalityFile) -> None:
    def series(session: Session) -> list[Decimal]:
        held = _in_post(session)
        return [
            sum((wte(a.weekly_minutes) for a in held if _is_live(a, month.last)), Decimal(0))
            for month in _months(13)
        ]

    def funded(session: Session) -> list[Decimal]:
        posts = session.scalars(select(Post).where(Post.status == PostStatus.ACTIVE)).all()
        return [
            sum((p.funded_wte for p in posts if p.funded_from and p.funded_from <= month.last),
                Decimal(0))
            for month in _months(13)
        ]  # fmt: skip

    assert marsh_valley.read(series) == [Decimal(number) for number in IN_POST]
    assert marsh_valley.read(funded) == [Decimal(number) for number in FUNDED]


def _is_live(assignment: Assignment, on: date) -> bool:
    return assignment.starts_on <= on and (assignment.ends_on is None or assignment.ends_on >= on)


def test_the_team_by_group_is_as_written_here(marsh_valley: LocalityFile) -> None:
    def groups(session: Session) -> dict[StaffGroup, tuple[Decimal, Decimal]]:
        roles = {role.id: role.staff_group for role in session.scalars(select(Role))}
        posts = session.scalars(select(Post).where(Post.status == PostStatus.ACTIVE)).all()
        group_of = {post.id: roles[post.role_id] for post in posts}
        found = dict.fromkeys(GROUPS, (Decimal(0), Decimal(0)))
        for post in posts:
            funded, held = found[group_of[post.id]]
            found[group_of[post.id]] = funded + post.funded_wte, held
        for assignment in _in_post(session):
            if _is_live(assignment, ON):
                funded, held = found[group_of[assignment.post_id]]
                held += wte(assignment.weekly_minutes)
                found[group_of[assignment.post_id]] = funded, held
        return found

    expected = {group: (Decimal(a), Decimal(b)) for group, (a, b) in GROUPS.items()}
    assert marsh_valley.read(groups) == expected


def test_no_post_is_ever_held_over_its_funding(marsh_valley: LocalityFile) -> None:
    def worst(session: Session) -> Decimal:
        funded = {post.id: post.funded_wte for post in session.scalars(select(Post))}
        held = _in_post(session)
        return min(
            funded[post] - sum(wte(a.weekly_minutes) for a in held
                               if a.post_id == post and _is_live(a, month.last))
            for month in _months(24)
            for post in funded
        )  # fmt: skip

    assert marsh_valley.read(worst) == 0


def test_there_are_cover_volunteers_second_jobs_and_shared_people(
    marsh_valley: LocalityFile,
) -> None:
    def counts(session: Session) -> dict[str, int]:
        live = [a for a in session.scalars(select(Assignment)) if _is_live(a, ON)]
        people = [a.person_id for a in live]
        cover = (ContractKind.LOCUM, ContractKind.AGENCY, ContractKind.BANK)
        return {
            "posts": session.scalar(select(func.count()).select_from(Post)) or 0,
            "people": session.scalar(select(func.count()).select_from(Person)) or 0,
            "cover": sum(a.contract_kind in cover for a in live),
            "volunteers": sum(a.contract_kind is ContractKind.VOLUNTEER for a in live),
            "second jobs": len(people) - len(set(people)),
            "deployed": len(set(session.scalars(select(Deployment.assignment_id)))),
            "left": sum(a.ends_on is not None for a in session.scalars(select(Assignment))),
        }

    assert marsh_valley.read(counts) == {
        "posts": 242,
        "people": 363,
        "cover": 8,
        "volunteers": 38,
        "second jobs": 2,
        "deployed": 24,
        "left": 43,
    }


def test_the_shares_of_a_deployment_add_up_to_one(marsh_valley: LocalityFile) -> None:
    def shares(session: Session) -> set[Decimal]:
        found: dict[int, Decimal] = {}
        for row in session.scalars(select(Deployment)):
            found[row.assignment_id] = found.get(row.assignment_id, Decimal(0)) + row.share
        return set(found.values())

    assert marsh_valley.read(shares) == {Decimal(1)}


def test_the_partners_cover_every_sector(marsh_valley: LocalityFile) -> None:
    def partners(session: Session) -> tuple[int, int, set[Sector]]:
        contacts = session.scalar(select(func.count()).select_from(Contact)) or 0
        found = session.scalars(select(Partner)).all()
        return len(found), contacts, {partner.sector for partner in found}

    assert marsh_valley.read(partners) == (21, 21, set(Sector))


def test_one_agreement_expires_soon_one_has_expired_and_one_is_part_signed(
    marsh_valley: LocalityFile,
) -> None:
    def stands(session: Session) -> dict[str, str]:
        return {
            agreement.reference or "": standing(agreement.status, agreement.expires_on, ON)
            for agreement in session.scalars(select(Agreement))
        }

    def signed(session: Session) -> list[bool]:
        query = select(AgreementParty).join(Agreement).where(Agreement.reference == "DSA/01")
        return [party.signed_on is not None for party in session.scalars(query)]

    found = marsh_valley.read(stands)
    assert len(found) == 12
    assert [ref for ref, words in found.items() if words == "expiring"] == ["SUB/01"]
    assert [ref for ref, words in found.items() if words == "expired"] == ["LEA/01"]
    assert found["DSA/01"] == AgreementStatus.OUT
    parties = marsh_valley.read(signed)
    assert (sum(parties), len(parties)) == (10, 12)
    assert SOON_DAYS == 90


def test_the_services_and_their_months_are_as_written_here(marsh_valley: LocalityFile) -> None:
    def attended(session: Session) -> dict[str, dict[str, int | None]]:
        query = select(Service.code, ServiceMonth.month, ServiceMonth.attended).join(
            ServiceMonth, ServiceMonth.service_id == Service.id
        )
        found: dict[str, dict[str, int | None]] = {}
        for code, month, people in session.execute(query):
            found.setdefault(code, {})[str(month)] = people
        return found

    def kinds(session: Session) -> dict[str, int]:
        found = session.scalars(select(Service)).all()
        running = [row for row in found if row.status in (ServiceStatus.LIVE, ServiceStatus.PILOT)]
        return {
            "services": len(found),
            "running": len(running),
            "prevention": sum(row.focus is Focus.PREVENTION for row in found),
            "provisional": len(
                session.scalars(select(ServiceMonth).where(ServiceMonth.is_provisional)).all()
            ),
            "openings": session.scalar(select(func.count()).select_from(Opening)) or 0,
        }

    months = marsh_valley.read(attended)
    for code, (september, october) in SEEN.items():
        assert (months[code]["2016-09"], months[code]["2016-10"]) == (september, october)
    assert len(months["SDA"]) == 24
    assert "2016-10" not in months["MED"]
    assert "2015-08" not in months["DER"]
    assert marsh_valley.read(kinds) == {
        "services": 18,
        "running": 17,
        "prevention": 5,
        "provisional": 6,
        "openings": 88,
    }


def _lines(session: Session, year: str) -> dict[str, BudgetLine]:
    query = (
        select(BudgetLine)
        .join(BudgetVersion)
        .join(BudgetYear)
        .where(BudgetYear.year == FinancialYear.read(year))
    )
    return {line.name: line for line in session.scalars(query)}


def test_the_shadow_budget_stands_as_on_the_picture(marsh_valley: LocalityFile) -> None:
    def stands(session: Session) -> dict[str, tuple[int, int, int, int]]:
        found: dict[str, tuple[int, int, int, int]] = {}
        for name, line in _lines(session, "2016/17").items():
            spent: dict[Month, int] = {}
            known: set[Month] = set()
            for entry in session.scalars(select(Actual).where(Actual.line_id == line.id)):
                spent[entry.month] = spent.get(entry.month, 0) + entry.amount_pence
                if entry.kind is not EntryKind.REVERSAL:
                    known.add(entry.month)
            actual = [spent[month] for month in sorted(known)]
            assert len(actual) == 7
            annual = line.annual_pence or 0
            outturn = forecast_pence(line.method, phased(annual, [1] * 12), actual)
            found[name] = annual, sum(actual), actual[-1], outturn or 0
        return found

    found = marsh_valley.read(stands)
    expected = {name: tuple(amount * K for amount in row) for name, row in LINES.items()}
    assert found == expected
    totals = [sum(row[at] for row in found.values()) for at in range(4)]
    assert totals == [47_500 * K, 27_701 * K, 3_976 * K, 47_509 * K]


def test_last_years_budget_is_whole_and_overspent_by_5_000(marsh_valley: LocalityFile) -> None:
    def year(session: Session) -> tuple[int, int, int]:
        lines = _lines(session, "2015/16")
        ids = [line.id for line in lines.values()]
        entries = session.scalars(select(Actual).where(Actual.line_id.in_(ids))).all()
        return (
            sum(line.annual_pence or 0 for line in lines.values()),
            sum(entry.amount_pence for entry in entries),
            len({entry.month for entry in entries}),
        )

    assert marsh_valley.read(year) == (46_440 * K, 46_445 * K, 12)


def test_the_file_opens_on_october_2016(marsh_valley: LocalityFile) -> None:
    assert marsh_valley.read(locality.latest_month) == OCTOBER
