"""All that one line's figures rest on, read when somebody asks how they came about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Profile, VersionStatus
from pch_desktop.domain.capitation import RateBase
from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.models.budget import BudgetLine, BudgetVersion
from pch_desktop.models.budget_plan import LineRate
from pch_desktop.models.locality import ReferenceValue
from pch_desktop.store import trail
from pch_desktop.store.budget import shape
from pch_desktop.store.budget.actuals import EntryRow, entries
from pch_desktop.store.budget.adjustments import AdjustmentRow, adjustments
from pch_desktop.store.budget.building import is_net_uplift
from pch_desktop.store.budget.lines import parts
from pch_desktop.store.budget.people import People, people
from pch_desktop.store.budget.rows import PartRow
from pch_desktop.store.budget.virements import VirementRow, virements
from pch_desktop.store.records import found
from pch_desktop.store.trail import TouchedRow


@dataclass(frozen=True, slots=True)
class RateFact:
    """A dated rate a line is built with; no value where none holds on 1 April."""

    key: str
    use: str
    words: str
    value: Decimal | None
    valid_from: date | None
    valid_to: date | None
    source: str
    base: RateBase | None = None
    """What it is paid for each of, for a rate by people."""


@dataclass(frozen=True, slots=True)
class LineGround:
    """What one line's figures rest on."""

    version: int
    status: VersionStatus
    weights: tuple[int, ...]
    """The twelve it is spread by, April first."""
    set_months: tuple[int, ...]
    """Its months in pence where they were set by hand, April first; else nothing."""
    parts: Sequence[PartRow]
    adjustments: Sequence[AdjustmentRow]
    """Those that count."""
    virements: Sequence[VirementRow]
    rates: Sequence[RateFact]
    is_net_uplift: bool
    people: People
    board_source: str | None
    pace_share: Decimal | None
    board_total_pence: int | None
    entries: Sequence[EntryRow]
    """Of the year at hand."""
    put_in: Mapping[int, TouchedRow]
    """Who put in last, or changed, those entries that come from no file."""
    said: str
    """Who changed the line last."""


USES: Mapping[str, str] = {
    "demographic_key": "Growth of the people",
    "non_demographic_key": "Growth beside the people",
    "uplift_key": "Cost uplift",
    "efficiency_key": "Efficiency",
}


def line_ground(session: Session, line_id: int, month: Month) -> LineGround:
    """Return all that a line's figures of a month's year rest on."""
    line = found(session, BudgetLine, line_id)
    version = session.get_one(BudgetVersion, line.version_id)
    year = month.financial_year
    set_months = shape.by_hand(session, version.id, year)
    own = [row for row in entries(session, line.id) if row.month.financial_year == year]
    return LineGround(
        version=version.number,
        status=version.status,
        weights=shape.weights(session, [line], year, set_months)[line.id],
        set_months=_set_months(line, set_months.get(line.id, {}), year),
        parts=parts(session, version.id, line.id),
        adjustments=[
            row for row in adjustments(session, version.id) if row.line_id == line.id and row.counts
        ],
        virements=[
            row
            for row in virements(session, version.id)
            if line.id in {row.from_line_id, row.to_line_id}
        ],
        rates=[*_growth(session, line, year), *_by_people(session, line, year)],
        is_net_uplift=is_net_uplift(session),
        people=people(session, version, year),
        board_source=line.board_total_source,
        pace_share=line.pace_share,
        board_total_pence=line.board_total_pence,
        entries=own,
        put_in=trail.last_touched(
            session, "actual", [row.id for row in own if row.file_name is None]
        ),
        said=_said(session, line.id),
    )


def _set_months(
    line: BudgetLine, set_months: Mapping[Month, int], year: FinancialYear
) -> tuple[int, ...]:
    if line.profile is not Profile.MANUAL or not set_months:
        return ()
    return tuple(set_months.get(month, 0) for month in year.months)


def _growth(session: Session, line: BudgetLine, year: FinancialYear) -> list[RateFact]:
    keys = {use: getattr(line, column) for column, use in USES.items()}
    return [_rate(session, key, use, year) for use, key in keys.items() if key]


def _by_people(session: Session, line: BudgetLine, year: FinancialYear) -> list[RateFact]:
    query = select(LineRate.rate_key, LineRate.base).where(LineRate.line_id == line.id)
    return [
        _rate(session, key, f"For each of the {base.value}", year, base)
        for key, base in session.execute(query.order_by(LineRate.id))
    ]


def _rate(
    session: Session, key: str, use: str, year: FinancialYear, base: RateBase | None = None
) -> RateFact:
    day = year.first
    query = (
        select(ReferenceValue)
        .where(
            ReferenceValue.key == key,
            ReferenceValue.valid_from <= day,
            or_(ReferenceValue.valid_to.is_(None), ReferenceValue.valid_to >= day),
        )
        .order_by(ReferenceValue.valid_from.desc())
    )
    rate = session.scalars(query).first()
    if rate is None:
        return RateFact(key, use, key, None, None, None, "", base)
    return RateFact(
        key, use, rate.words, rate.value, rate.valid_from, rate.valid_to, rate.source, base
    )


def _said(session: Session, line_id: int) -> str:
    changes = trail.row_history(session, "budget_line", line_id)
    if not changes:
        return ""
    at = changes[0].at.astimezone()
    return f"Changed {at.day} {at:%b %Y} by {changes[0].who}"
