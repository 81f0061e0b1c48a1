"""A year whose budget and spending are just so, for the tests of its gain and risk share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_share import QualityMode, Stage
from pch_desktop.domain.partners import PartnerKind, Sector
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.models.budget import Actual
from pch_desktop.models.partners import Partner
from pch_desktop.reports.budget_share import Reckoning, reckoning
from pch_desktop.store import budget
from pch_desktop.store.budget import settlements, share_edits
from pch_desktop.store.locality_file import LocalityFile

YEAR = FinancialYear(2016)
MARCH, OCTOBER = Month(2017, 3), Month(2016, 10)
BUDGET = 37_000_000_00
AT = datetime(2017, 4, 20, 9, tzinfo=UTC)
SIGNED_ON = date(2017, 5, 2)
MEASURES = (
    ("Patient experience", 30, Decimal(1)),
    ("Emergency admissions", 40, Decimal(1)),
    ("LTC care plans", 20, Decimal(0)),
    ("Staff experience", 10, Decimal(1)),
)
"""The measures of D16; all names here are invented."""


FIVE: dict[str, dict[str, object]] = {
    "Practices": {"fixed_share": Decimal("0.45")},
    "Community trust": {"fixed_share": Decimal("0.25")},
    "Acute trust": {"fixed_share": Decimal("0.2")},
    "Council": {"fixed_share": Decimal("0.05"), "stop_loss_pence": 10_000_00},
    "VCSE": {"fixed_share": Decimal("0.05"), "stop_loss_pence": 5_000_00},
}
"""The partners of D19."""


def put(file: LocalityFile, command: Any, *args: Any) -> Any:
    """Carry a command out as a step."""
    return file.edit("Change", command, *args)


def spent(file: LocalityFile, pence: int, budget_pence: int = BUDGET) -> int:
    """Give a year one line with a budget and twelve actuals that add up to some spending."""
    line_id = put(file, budget.add_line, YEAR, "Everything", Sector.PRIMARY, budget_pence)
    months = [pence // 12] * 11
    for month, each in zip(YEAR.months, [*months, pence - sum(months)], strict=True):
        put(file, budget.set_actual, line_id, month, each)
    return line_id


def spend(file: LocalityFile, line_id: int, pence: int) -> None:
    """Change what a line cost in March so that its year comes to a sum."""

    def changed(session: Session) -> None:
        march = select(Actual).where(Actual.line_id == line_id, Actual.month == MARCH)
        others = select(Actual.amount_pence).where(Actual.line_id == line_id, Actual.month != MARCH)
        session.scalars(march).one().amount_pence = pence - sum(session.scalars(others))

    file.edit("Spend", changed)


def agree(file: LocalityFile, **terms: Any) -> None:
    """Agree on a scheme, field by field."""
    for field, value in terms.items():
        told = Decimal(value) if type(value) is str else value
        put(file, share_edits.set_scheme, YEAR, field, told)


def measure(file: LocalityFile, mode: QualityMode, threshold: int = 60) -> None:
    """Let a gain depend on the measures of D16."""
    for name, weight, met in MEASURES:
        fields = {"weight": weight, "met_share": met}
        put(file, share_edits.add_measure, YEAR, name, fields)
    agree(file, quality_mode=mode, quality_threshold=threshold)


def partners(file: LocalityFile, *names: str) -> None:
    """Add invented partners."""

    def added(session: Session) -> None:
        for name in names:
            session.add(Partner(name=name, kind=PartnerKind.CHARITY, sector=Sector.VOLUNTARY))

    file.edit("Partners", added)


def take_part(file: LocalityFile, fields: Mapping[str, Mapping[str, object]]) -> None:
    """Let partners take part, each with some of its fields, made where they are not there."""
    partners(file, *fields)
    for name, told in fields.items():
        put(file, share_edits.add_taker, YEAR, name, told)


def phase(file: LocalityFile, now: Phase) -> None:
    """Say how far the money has moved."""
    put(file, budget.set_phase, YEAR, now)


def settle(file: LocalityFile, stage: Stage, month: Month = MARCH) -> int:
    """Make a settlement."""
    return put(file, settlements.settle, month, stage, AT, None)


def sign_all(file: LocalityFile, settlement_id: int, names: Sequence[str]) -> None:
    """Let partners sign a settlement."""
    for name in names:
        put(file, settlements.sign, settlement_id, name, "A. Alder", SIGNED_ON)


def read(file: LocalityFile, month: Month = MARCH) -> Reckoning:
    """Return the reckoning as screen and workbook read it."""
    found = reckoning(file, month)
    assert found is not None
    return found
