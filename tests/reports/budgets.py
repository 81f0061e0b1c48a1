"""Budget lines made up for the tests of reports and charts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pch_desktop.domain.budget import Method, Profile, Scope, Thresholds
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.standing import Year, standing
from pch_desktop.reports.budget import StandingRow, standing_rows
from pch_desktop.store.budget import LineRow

K = 1_000_00
"""A thousand pounds in pence."""
OCTOBER = Month(2016, 10)


def line(name: str, annual: int | None, *actual: int | None, **changed: Any) -> LineRow:
    """Return a line of so much a year, in thousands, with what its first months cost."""
    pence = None if annual is None else annual * K
    months = tuple(None if each is None else each * K for each in (*actual, *(None,) * 12)[:12])
    method = changed.get("method", Method.STRAIGHT_LINE)
    by_hand, is_income = changed.get("manual_forecast_pence"), changed.get("is_income", False)
    year = Year(((pence or 0) // 12,) * 12, months, method, by_hand, is_income)
    made = LineRow(
        id=1,
        code=None,
        name=name,
        sector=Sector.PRIMARY,
        scope=Scope.IN,
        payer=None,
        provider=None,
        contract_form=None,
        controllability=None,
        weighted_by=Weighting.LIST,
        is_income=False,
        non_recurrent_pence=0,
        set_annual_pence=pence,
        profile=Profile.EQUAL,
        method=method,
        manual_forecast_pence=None,
        method_reason=None,
        focus=None,
        owner=None,
        commentary=None,
        baseline_pence=None,
        annual_pence=pence,
        year=year,
        standing=standing(year, OCTOBER.number),
    )
    return replace(made, **changed)


def rows(*lines: LineRow) -> list[StandingRow]:
    """Return lines as rows of the finance table."""
    return standing_rows(lines, Thresholds())
