"""The rows of the shadow budget as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain.budget import (
    Build,
    ContractForm,
    Controllability,
    Method,
    Phase,
    Profile,
    Scope,
    VersionStatus,
)
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.services import Focus
from pch_desktop.domain.standing import Standing, Year
from pch_desktop.store.budget.building import Built


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year's budget at hand: its phase and the version shown."""

    id: int
    year: FinancialYear
    phase: Phase
    version_id: int
    version: int
    status: VersionStatus
    baseline_year: FinancialYear | None
    approved_on: date | None
    words: str | None = None
    submitted_on: date | None = None
    minute_reference: str | None = None


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the shadow budget, with where it stands at the end of a month."""

    id: int
    code: str | None
    name: str
    sector: Sector
    scope: Scope
    payer: str | None
    provider: str | None
    contract_form: ContractForm | None
    controllability: Controllability | None
    weighted_by: Weighting
    is_income: bool
    non_recurrent_pence: int
    set_annual_pence: int | None
    """The year's budget as it was set, without service changes; None where it is built."""
    profile: Profile
    method: Method
    manual_forecast_pence: int | None
    method_reason: str | None
    focus: Focus | None
    owner: str | None
    commentary: str | None
    baseline_pence: int | None
    annual_pence: int | None
    """The year's budget now: as it opened and as moved since; None where it is not known."""
    year: Year
    standing: Standing
    opening_pence: int | None = None
    """As the version opened: as set, else as built, with the approved service changes."""
    virement_pence: int = 0
    """What was moved to the line since, less what was moved from it."""
    build: Build = Build.BASELINE
    built: Built | None = None
    reason_out: str | None = None
    funding_source: str | None = None
    funded_to: date | None = None
    is_in_share: bool = True
    rate_keys: tuple[str | None, ...] = ()
    """The keys of the rates it grows by, in the order of ``RateKind``."""
    board_total_pence: int | None = None
    board_total_source: str | None = None
    pace_share: Decimal | None = None

    @property
    def sign(self) -> int:
        """What its amounts count in totals: income is held positive and taken off spending."""
        return -1 if self.is_income else 1

    @property
    def wanted_pence(self) -> int | None:
        """What the year is meant to open with, whatever its months by hand add up to."""
        adjustment = self.built.adjustment_pence if self.built else 0
        meant = self.set_annual_pence
        if meant is None and self.built is not None:
            meant = self.built.built_pence
        return None if meant is None else meant + adjustment


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a line's baseline, with where it came from."""

    id: int
    line_id: int
    practice_code: str | None
    practice: str | None
    year: FinancialYear | None
    amount_pence: int
    source: str | None
