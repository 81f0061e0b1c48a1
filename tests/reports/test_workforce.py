"""What the workforce's tables and sentences say."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.workforce import FundingStream, PostStatus, StaffGroup
from pch_desktop.reports import team
from pch_desktop.reports.team import GROUPINGS, MOST_PARTS, OTHERS, PARTS, mix
from pch_desktop.reports.workforce import STATEMENT, filled, filled_by_month, gaps
from pch_desktop.store import workforce
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.workforce import FilledRow, PostRow
from tests import localities

OCTOBER = Month(2016, 10)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Generator[LocalityFile]:
    """The sample, only read here."""
    path: Path = tmp_path_factory.mktemp("sample") / "sample.pch"
    file = localities.sample(path)
    yield file
    file.close()


def post(number: int, funded: str, in_post: str, **changed: object) -> PostRow:
    """Return a post of so much WTE."""
    made = PostRow(
        id=number,
        reference=f"P{number}",
        role="Practice nurse",
        role_code="PN",
        staff_group=StaffGroup.NURSE,
        sector=Sector.PRIMARY,
        title=None,
        employer="Millpond",
        practice=None,
        budget_line=None,
        funding_stream=FundingStream.CORE,
        band=None,
        status=PostStatus.ACTIVE,
        funded_wte=Decimal(funded),
        funded_from=None,
        funded_to=None,
        annual_cost_pence=100,
        note=None,
        in_post_wte=Decimal(in_post),
        cover_wte=Decimal(0),
        holders="",
        is_funded=True,
        employing_sector=Sector.PRIMARY,
    )
    facts: dict[str, Any] = dict(changed)
    return replace(made, **facts)


def month(number: int, funded: str, in_post: str, vacancy: str) -> FilledRow:
    """Return the team at a month's end."""
    wte = (Decimal(each) for each in (funded, in_post, vacancy, "0"))
    return FilledRow(number, Month(2016, number), *wte)


def test_the_sample_grows_to_its_figures(sample: LocalityFile) -> None:
    rows = filled_by_month(sample, OCTOBER)
    assert len(rows) == 13
    assert (rows[0].in_post_wte, rows[-1].in_post_wte) == (Decimal("197.2"), Decimal("207.9"))
    posts = sample.read(workforce.posts, OCTOBER.last)
    last = rows[-1]
    assert (last.funded_wte, last.in_post_wte, last.vacant_wte) == filled(posts)
    assert team.months_finding(rows) == (
        "Posts are being filled slower than they are funded: the gap has grown to 13.7 WTE"
    )


@pytest.mark.parametrize("by", sorted(GROUPINGS))
@pytest.mark.parametrize("part", sorted(PARTS))
def test_the_skill_mix_adds_up_to_the_team(sample: LocalityFile, by: str, part: str) -> None:
    posts = sample.read(workforce.posts, OCTOBER.last)
    found = mix(posts, GROUPINGS[by], PARTS[part])
    _, in_post, vacancy = filled(posts)
    assert sum(row.in_post_wte for row in found.rows) == in_post
    assert sum(row.vacant_wte for row in found.rows) == vacancy
    assert all(sum(row.parts) == row.in_post_wte for row in found.rows)
    assert len(found.parts) <= MOST_PARTS
    for row in gaps(posts, GROUPINGS[by]):
        same = next((each for each in found.rows if each.name == row.name), None)
        assert same is None or same.in_post_wte == row.in_post_wte


def test_the_smallest_employers_are_put_together() -> None:
    posts = [post(at, "1", f"0.{at}", employer=f"Employer {at}") for at in range(1, 10)]
    found = mix(posts, GROUPINGS["staff group"], PARTS["employer"])
    assert found.parts[0] == "Employer 9"
    assert found.parts[-1] == OTHERS
    assert found.rows[0].parts[-1] == Decimal("0.6")


def test_sectors_keep_their_order_whatever_their_size() -> None:
    posts = [
        post(1, "1", "1", employing_sector=Sector.VOLUNTARY),
        post(2, "1", "0.2", employing_sector=Sector.PRIMARY),
    ]
    found = mix(posts, GROUPINGS["role"], PARTS["sector"])
    assert found.parts == ("Primary care", "Voluntary")
    assert [column.title for column in found.columns] == [
        "Group", "Primary care", "Voluntary", "In post WTE", "Vacant WTE",
    ]  # fmt: skip
    assert [column.value(found.rows[0]) for column in found.columns][1:3] == [
        Decimal("0.2"), Decimal(1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), "Nobody is in post yet, and no post is funded."),
        ((month(4, "10", "10", "0"),), "No post is vacant"),
        ((month(4, "10", "8", "2"),), "2.0 WTE of posts are vacant"),
        ((month(4, "10", "8", "2"), month(5, "11", "9", "2")), "2.0 WTE of posts are vacant, as at"
         " first"),
        ((month(4, "10", "8", "2"), month(5, "10", "9", "1")), "Posts are filling: the gap has"
         " closed from 2.0 to 1.0 WTE"),
        ((month(4, "10", "8", "2"), month(5, "10", "7", "3")), "Fewer people are in post: the gap"
         " has grown to 3.0 WTE"),
        ((month(4, "10", "8", "2"), month(5, "12", "9", "3")), "Posts are being filled slower than"
         " they are funded: the gap has grown to 3.0 WTE"),
    ],
)  # fmt: skip
def test_the_months_are_told_in_a_sentence(rows: tuple[FilledRow, ...], said: str) -> None:
    assert team.months_finding(rows) == said
    assert 40 <= len(team.months_alt_text(rows)) <= 400


@pytest.mark.parametrize(
    ("posts", "said"),
    [
        ((), "Nobody is in post yet."),
        ((post(1, "1", "1"),), "Nurse is the largest group, 1.0 WTE in post; no post is vacant"),
        ((post(1, "2", "1"),), "Nurse is the largest group, 1.0 WTE in post, and has the widest"
         " gap, 1.0 WTE"),
        ((post(1, "1", "1"), post(2, "1", "0.5", staff_group=StaffGroup.GP)), "Nurse is the"
         " largest group, 1.0 WTE in post; the widest gap is GP, 0.5 WTE"),
    ],
)  # fmt: skip
def test_the_skill_mix_is_told_in_a_sentence(posts: tuple[PostRow, ...], said: str) -> None:
    found = mix(posts, GROUPINGS["staff group"], PARTS["sector"])
    assert team.mix_finding(found) == said
    assert 40 <= len(team.mix_alt_text(found)) <= 400


def test_names_of_people_do_not_leave_with_the_pack(sample: LocalityFile) -> None:
    names = {row.name for row in sample.read(workforce.people, OCTOBER.last)}
    for table in STATEMENT.build(sample, OCTOBER):
        for row in table.rows:
            said = {str(column.value(row)) for column in table.columns}
            assert not [name for name in names if any(name in each for each in said)]


def test_a_share_of_nothing_is_not_known() -> None:
    share = next(column for column in team.MONTHS if column.key == "vacant_share")
    assert share.value(month(4, "0", "1", "0")) is None
    assert share.value(month(4, "10", "9", "1")) == Decimal("0.1")
