"""How budgets come about from what the file holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Build, EntryKind, Profile, VersionStatus
from pch_desktop.domain.capitation import RateBase
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.population import Weighting
from pch_desktop.models.budget import Actual, BudgetLine, BudgetVersion
from pch_desktop.models.budget_plan import (
    BudgetAdjustment,
    BudgetMonthShare,
    LineRate,
    Virement,
)
from pch_desktop.models.locality import ControlTotal, ImportBatch, ReferenceValue
from pch_desktop.models.population import ListSnapshot, Practice, WeightedPopulation
from pch_desktop.store import budget, locality
from pch_desktop.store.budget import LineRow
from pch_desktop.store.budget.building import NET_UPLIFT
from pch_desktop.store.locality_file import LocalityFile
from tests.localities import NOON

YEAR = FinancialYear(2025)
APRIL, MAY, JUNE, OCTOBER = (Month(2025, number) for number in (4, 5, 6, 10))
FIRST = YEAR.first


def added(file: LocalityFile, name: str, baseline: int | None, **fields: object) -> int:
    """Add a line with a baseline in pence and some of its fields; return its id."""
    described = {"baseline": baseline, **fields}
    args = (YEAR, name, Sector.PRIMARY, described)
    return file.edit("Add", budget.add_described_line, *args)


def line(file: LocalityFile, line_id: int, month: Month = OCTOBER) -> LineRow:
    """Return a line as it is read."""
    return next(row for row in file.read(budget.lines, month) if row.id == line_id)


def rate(key: str, value: str, first: date = FIRST, last: date | None = None) -> ReferenceValue:
    """Return a dated rate."""
    return ReferenceValue(
        key=key, words=key, value=Decimal(value), unit="share", valid_from=first, valid_to=last,
        source="Invented",
    )  # fmt: skip


def put(file: LocalityFile, *records: object) -> None:
    """Put records into a file."""

    def add(session: Session) -> None:
        session.add_all(records)

    file.edit("Put", add)


def growing(file: LocalityFile) -> int:
    """Add the prescribing line of the worked example, built by growth."""
    put(file, rate("people", "0.008"), rate("items", "0.02"), rate("cost", "0.013"))
    put(file, rate("saving", "0.01"))
    keys = {"demographic_key": "people", "non_demographic_key": "items", "uplift_key": "cost"}
    return added(
        file, "Prescribing", 540_000_000, build=Build.GROWTH, efficiency_key="saving", **keys
    )


def test_a_baseline_grows_by_the_rates_of_1_april(file: LocalityFile) -> None:
    line_id = growing(file)
    assert line(file, line_id).annual_pence == 556_799_842
    put(file, rate("cost", "0.05", date(2025, 10, 1)))
    assert line(file, line_id).annual_pence == 556_799_842


def test_a_named_rate_without_a_value_leaves_the_budget_not_known(file: LocalityFile) -> None:
    line_id = growing(file)
    file.edit("Change", budget.set_line, line_id, "uplift_key", "forgotten")
    found = line(file, line_id)
    assert (found.annual_pence, found.opening_pence) == (None, None)
    assert found.built is not None
    assert (found.built.growth, found.built.recurrent_pence) == (None, 540_000_000)


def test_net_uplift_takes_cost_and_efficiency_as_one_rate(file: LocalityFile) -> None:
    line_id = growing(file)
    file.edit("Net", locality.set_setting, NET_UPLIFT, "yes")
    # 540,000,000 x 1.008 x 1.02 x (1 + 0.013 - 0.01) = 556,872,019.2
    assert line(file, line_id).annual_pence == 556_872_019


def test_approved_service_changes_alone_are_added(file: LocalityFile) -> None:
    line_id = added(file, "Emergency", 1_000_00)
    put(
        file,
        BudgetAdjustment(line_id=line_id, words="Moved", amount_pence=-60_00, approved_on=FIRST),
        BudgetAdjustment(line_id=line_id, words="Proposed", amount_pence=-500_00),
    )
    assert line(file, line_id).annual_pence == 940_00
    file.edit("Set", budget.set_line, line_id, "annual_pence", 900_00)
    found = line(file, line_id)
    assert (found.annual_pence, found.set_annual_pence, found.wanted_pence) == (
        900_00, 960_00, 900_00,
    )  # fmt: skip


def test_a_fair_share_goes_by_the_lines_own_weighting_and_its_board(file: LocalityFile) -> None:
    put(file, Practice(id=7, code="Y09999", name="Orchard Lane Surgery"))
    put(file, batch())
    put(file, weighted(Weighting.COMMUNITY, 41_870, 2024), total("weighted community", 1_098_000))
    put(file, total("registered", 1_100_000))
    line_id = added(
        file, "Community", 418_331_806, build=Build.FAIR_SHARE, weighted_by=Weighting.COMMUNITY,
        board_total_pence=11_050_000_000, pace_share=Decimal("0.25"),
    )  # fmt: skip
    found = line(file, line_id)
    assert found.built is not None
    assert found.built.fair_share is not None
    assert found.built.fair_share.target_pence == 421_369_308
    assert round(found.built.fair_share.distance_share * 100, 3) == Decimal("-0.721")
    assert found.annual_pence == 419_091_182
    file.edit("Weight", budget.set_line, line_id, "weighted_by", Weighting.MATERNITY)
    assert line(file, line_id).annual_pence is None


def batch() -> ImportBatch:
    """Return a file of weighted populations brought in."""
    return ImportBatch(
        id=1, kind="weighted", file_name="weighted.csv", file_digest="0", at=NOON,
        year=FinancialYear(2024), rows_read=1, rows_kept=1, rows_refused=0,
    )  # fmt: skip


def weighted(weighting: Weighting, people: int, year: int) -> WeightedPopulation:
    """Return the practice's weighted people."""
    return WeightedPopulation(
        practice_id=7, year=FinancialYear(year), weighting=weighting, weighted=Decimal(people),
        registered=Decimal(40_000),
    )  # fmt: skip


def total(measure: str, value: int) -> ControlTotal:
    """Return a total of the board."""
    return ControlTotal(batch_id=1, place="E54000999", measure=measure, value=Decimal(value))


def test_rates_are_paid_for_the_people_agreed_with_the_version(file: LocalityFile) -> None:
    put(file, rate("core_list", "2.266"), rate("core_weighted", "0.733"))
    line_id = added(file, "Core", None, build=Build.RATES)
    put(
        file,
        LineRate(line_id=line_id, rate_key="core_list", base=RateBase.REGISTERED),
        LineRate(line_id=line_id, rate_key="core_weighted", base=RateBase.WEIGHTED),
    )
    assert line(file, line_id).annual_pence is None
    agree(file, registered_people=40_000, weighted_people=Decimal(41_870))
    assert line(file, line_id).annual_pence == 12_133_071


def agree(file: LocalityFile, **facts: object) -> None:
    """Put facts into the only version."""

    def change(session: Session) -> None:
        version = session.scalars(select(BudgetVersion)).one()
        for name, value in facts.items():
            setattr(version, name, value)

    file.edit("Agree", change)


def test_the_sum_is_not_known_while_a_line_has_no_budget(file: LocalityFile) -> None:
    added(file, "One", 30_000_000_00)
    blank = added(file, "Two", None)
    agree(file, top_slice_share=Decimal("0.005"), contingency_share=Decimal("0.005"))
    found = file.read(budget.annual_sum, OCTOBER)
    assert found is not None
    assert (found.kept, found.per_head_pence) == (None, None)
    file.edit("Set", budget.set_line, blank, "annual_pence", 8_726_683_90)
    put(file, Practice(id=7, code="Y09999", name="Orchard Lane Surgery"))
    put(file, ListSnapshot(practice_id=7, taken_on=date(2025, 1, 1), people=40_000))
    found = file.read(budget.annual_sum, OCTOBER)
    assert found is not None
    assert found.kept is not None
    assert (found.kept.gross_pence, found.kept.top_slice_pence) == (3_872_668_390, 19_363_342)
    assert (found.kept.contingency_pence, found.kept.operating_pence) == (19_266_525, 3_834_038_523)
    assert (found.people.registered, found.people.registered_on) == (40_000, date(2025, 1, 1))
    assert found.per_head_pence == 95_851


def test_income_is_taken_off_the_sum(file: LocalityFile) -> None:
    added(file, "Care", 1_000_00)
    added(file, "Charges", 100_00, is_income=True)
    found = file.read(budget.annual_sum, OCTOBER)
    assert found is not None
    assert found.kept is not None
    assert found.kept.gross_pence == 900_00


def test_a_virement_moves_budget_from_its_month_on(file: LocalityFile) -> None:
    ours, theirs = added(file, "One", 1_200_00), added(file, "Two", 1_200_00)
    agree(file, status=VersionStatus.APPROVED)
    put(file, virement(file, ours, theirs, 60_00))
    moved_from, moved_to = line(file, ours), line(file, theirs)
    assert (moved_from.opening_pence, moved_from.virement_pence) == (1_200_00, -60_00)
    assert (moved_from.annual_pence, moved_to.annual_pence) == (1_140_00, 1_260_00)
    assert moved_from.year.budget == (100_00,) * 6 + (90_00,) * 6
    assert moved_to.year.budget == (100_00,) * 6 + (110_00,) * 6


def virement(file: LocalityFile, ours: int, theirs: int, pence: int) -> Virement:
    """Return a virement from October on."""
    version = file.read(budget.budget_year, YEAR)
    assert version is not None
    return Virement(
        version_id=version.version_id, number=1, from_line_id=ours, to_line_id=theirs,
        amount_pence=pence, month=OCTOBER, words="To pay for beds",
    )  # fmt: skip


def test_a_month_with_nothing_but_a_reversal_is_not_known(file: LocalityFile) -> None:
    line_id = added(file, "One", 1_200_00)
    put(
        file,
        Actual(id=1, line_id=line_id, month=APRIL, amount_pence=88_00, kind=EntryKind.ACCRUAL),
    )
    reversal = {"kind": EntryKind.REVERSAL, "reverses_id": 1}
    put(file, Actual(id=2, line_id=line_id, month=MAY, amount_pence=-88_00, **reversal))
    assert line(file, line_id).year.actual[:2] == (88_00, None)
    put(file, Actual(id=3, line_id=line_id, month=MAY, amount_pence=100_00))
    assert line(file, line_id).year.actual[:2] == (88_00, 12_00)


def test_a_line_is_spread_by_working_days(file: LocalityFile) -> None:
    line_id = added(file, "One", 1_234_567_89, profile=Profile.WORKING_DAYS)
    found = line(file, line_id)
    assert found.year.budget[:3] == (97_594_30, 97_594_30, 102_474_01)
    assert sum(found.year.budget[:6]) == 614_844_09
    assert sum(found.year.budget) == 1_234_567_89


def test_a_line_is_spread_by_percentage(file: LocalityFile) -> None:
    line_id = added(file, "One", 5_540_000_00, profile=Profile.PERCENT)
    assert line(file, line_id).year.budget[0] == 461_666_67
    parts = [8, 8.1, 8.2, 8.3, 8.2, 8.3, 8.4, 8.4, 8.7, 8.7, 8.2, 8.5]
    shares = [
        BudgetMonthShare(line_id=line_id, month=month, share=Decimal(str(part)) / 100)
        for month, part in zip(YEAR.months, parts, strict=True)
    ]
    put(file, *shares)
    assert sum(line(file, line_id).year.budget[:6]) == 2_720_140_00


def test_a_line_is_spread_as_last_year_once_all_its_months_are_known(file: LocalityFile) -> None:
    before = YEAR.plus(-1)
    args = (before, "One", Sector.PRIMARY, 1_200_00)
    then = file.edit("Add", budget.add_line, *args)
    now = added(file, "ONE", 7_800_00, profile=Profile.LAST_YEAR)
    known = [
        {"line_id": then, "month": month, "amount_pence": number * 100}
        for number, month in enumerate(before.months, start=1)
    ]

    def spend(session: Session, rows: Sequence[Mapping[str, object]]) -> None:
        facts = {"kind": EntryKind.SPENDING, "basis": "invoice", "is_provisional": False}
        extra = {"is_prior_year": False}
        session.execute(insert(Actual), [{**row, **facts, **extra} for row in rows])

    file.edit("Spend", spend, known[:-1])
    assert line(file, now).year.budget == (650_00,) * 12
    file.edit("Spend", spend, known[-1:])
    assert line(file, now).year.budget == tuple(number * 100_00 for number in range(1, 13))


def test_a_removed_line_takes_all_that_builds_it_along(file: LocalityFile) -> None:
    line_id = growing(file)
    put(file, BudgetAdjustment(line_id=line_id, words="Moved", amount_pence=-60_00))
    file.edit("Remove", budget.remove_lines, (line_id,))

    def left(session: Session) -> int:
        kinds = (BudgetAdjustment.id, BudgetLine.id)
        return sum(len(session.scalars(select(kind)).all()) for kind in kinds)

    assert file.read(left) == 0
