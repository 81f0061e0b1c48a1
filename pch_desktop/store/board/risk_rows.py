"""Risks as people read them: scored as on a day, with what is done about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pch_desktop.domain.board_registers import Proximity, RiskCategory, RiskStatus
from pch_desktop.domain.board_risks import Band, Bands, Score, Trend, is_above, review_due, trend


@dataclass(frozen=True, slots=True)
class MitigationRow:
    """Something that is to bring a risk down."""

    id: int
    risk_id: int
    reference: str
    """The reference of its risk."""
    risk: str
    text: str
    owner: str | None
    due_on: date | None
    done_on: date | None
    on: date
    """The day it is asked about."""

    @property
    def is_done(self) -> bool:
        """Whether it was done by the day asked about."""
        return self.done_on is not None and self.done_on <= self.on

    @property
    def is_late(self) -> bool:
        """Whether it should have been done before that day and was not done by it."""
        return not self.is_done and self.due_on is not None and self.due_on < self.on


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """What a risk scored from a day on."""

    id: int
    risk_id: int
    score: Score


@dataclass(frozen=True, slots=True)
class RiskRow:
    """Something that may happen, as it stands on a day."""

    id: int
    reference: str
    title: str
    cause: str | None
    event: str | None
    effect: str | None
    category: RiskCategory
    status: RiskStatus
    owner: str | None
    partner: str | None
    controls: str | None
    inherent: Score
    current: Score
    before: Score | None
    """The score before the current one; none where it was scored once only."""
    target: Score
    appetite: int | None
    """The highest score the board will bear for it."""
    proximity: Proximity | None
    found_on: date | None
    reviewed_on: date | None
    closed_on: date | None
    note: str | None
    mitigations: tuple[MitigationRow, ...]
    scores: tuple[ScoreRow, ...]
    on: date
    """The day it is asked about."""
    bands: Bands
    """Where the bands of the locality begin."""

    @property
    def is_open(self) -> bool:
        """Whether it is still run; one that is accepted is."""
        return self.status is not RiskStatus.CLOSED

    @property
    def trend(self) -> Trend | None:
        """Where it has gone since it was scored before; unknown while scored once only."""
        return trend(self.current, self.before)

    @property
    def is_above_appetite(self) -> bool:
        """Whether it scores more than the board will bear."""
        return self.is_open and is_above(self.current.product, self.appetite)

    @property
    def review_on(self) -> date | None:
        """The day by which it is to be looked at again; none once it is closed."""
        return review_due(self.reviewed_on or self.found_on) if self.is_open else None

    @property
    def is_review_late(self) -> bool:
        """Whether it should have been looked at again before the day asked about."""
        return self.review_on is not None and self.review_on < self.on

    @property
    def band(self) -> Band | None:
        """How heavily it weighs now; unknown while it is not scored."""
        return None if self.current.product is None else self.bands.of(self.current.product)

    @property
    def under_way(self) -> tuple[MitigationRow, ...]:
        """What was not done by the day asked about, the first due first."""
        return tuple(row for row in self.mitigations if not row.is_done)
