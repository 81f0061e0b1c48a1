"""A year's budget in which every way of making a line stands, for tests of its versions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Build, Profile, Scope
from pch_desktop.domain.capitation import RateBase
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.models.budget import (
    Actual,
    BaselinePart,
    BudgetLine,
    BudgetMonth,
    BudgetVersion,
    BudgetYear,
)
from pch_desktop.models.budget_plan import (
    BudgetAdjustment,
    BudgetMonthShare,
    LineRate,
    OutturnRisk,
)
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.store import budget
from pch_desktop.store.locality_file import LocalityFile

YEAR = FinancialYear(2016)
APRIL, OCTOBER, MARCH = Month(2016, 4), Month(2016, 10), Month(2017, 3)
SUBMITTED, APPROVED = date(2016, 3, 10), date(2016, 3, 24)
SET, GROWN, BY_HAND, SHARED, RATED, OUTSIDE = range(1, 7)
NAMES = ("Prescribing", "Community", "Emergency", "Voluntary", "Networks", "Outside")


def begun(session: Session) -> None:
    """Add a draft of six lines, each made in another way, with actuals and a risk."""
    session.add(BudgetYear(id=1, year=YEAR))
    session.flush()
    session.add(BudgetVersion(id=1, budget_year_id=1, registered_people=40_000))
    session.flush()
    session.add_all(
        BudgetLine(id=at, version_id=1, name=name, code=f"L{at}", position=at,
                   sector=Sector.PRIMARY)
        for at, name in enumerate(NAMES, start=1)
    )  # fmt: skip
    session.flush()
    _describe(session)
    session.add_all(
        [
            ReferenceValue(key="uplift_tariff", words="Tariff", value=Decimal("0.031"), unit="",
                           valid_from=APRIL.first, source="Invented"),
            ReferenceValue(key="network_core", words="Core", value=Decimal("2.266"), unit="",
                           valid_from=APRIL.first, source="Invented"),
            BaselinePart(line_id=GROWN, amount_pence=5_000_000_01, source="Invented"),
            LineRate(line_id=RATED, rate_key="network_core", base=RateBase.REGISTERED),
            BudgetAdjustment(line_id=SET, words="Clinic", amount_pence=120_000_00,
                             approved_on=SUBMITTED),
            OutturnRisk(budget_year_id=1, line_id=SET, kind="risk", name="Prices"),
        ]
    )  # fmt: skip
    session.add_all(
        BudgetMonth(line_id=BY_HAND, month=month, amount_pence=100_000_00 + at * 7_000_03)
        for at, month in enumerate(YEAR.months)
    )
    session.add_all(
        BudgetMonthShare(line_id=SHARED, month=month, share=Decimal(at + 1) / 100)
        for at, month in enumerate(YEAR.months)
    )
    session.add_all(
        Actual(line_id=at, month=APRIL, amount_pence=90_000_00) for at in range(1, OUTSIDE)
    )


def _describe(session: Session) -> None:
    lines = {at: session.get_one(BudgetLine, at) for at in range(1, OUTSIDE + 1)}
    lines[SET].annual_pence = 1_200_000_01
    lines[GROWN].build, lines[GROWN].uplift_key = Build.GROWTH, "uplift_tariff"
    lines[GROWN].profile = Profile.WORKING_DAYS
    lines[BY_HAND].profile = Profile.MANUAL
    lines[SHARED].profile, lines[SHARED].annual_pence = Profile.PERCENT, 600_000_00
    lines[RATED].build = Build.RATES
    lines[OUTSIDE].scope = Scope.OUT


def draft(file: LocalityFile) -> None:
    """Begin a file's budget as a draft."""
    file.edit("Begin", begun)


def approved(file: LocalityFile) -> None:
    """Begin a file's budget and have it approved."""
    draft(file)
    approve(file)


def approve(file: LocalityFile) -> None:
    """Submit and approve the version at hand."""
    file.edit("Submit", budget.submit_version, YEAR, SUBMITTED)
    file.edit("Approve", budget.approve_version, YEAR, APPROVED, "Board 3.1")
