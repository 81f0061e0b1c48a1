"""Starters and leavers, turnover, stability and time to fill, set out for reading."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from pch_desktop.domain.workforce_flow import (
    TRAINING_ROLES,
    Change,
    FlowMeasures,
    changes,
    measured,
    year_before,
)
from pch_desktop.store import workforce
from pch_desktop.store.workforce import StintRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

Moved = Change[StintRow]


def flow_measures(
    file: Reads, day: date, left_out: Collection[str] = TRAINING_ROLES
) -> FlowMeasures:
    """Return turnover, stability and time to fill of the twelve months up to a day.

    Args:
        file: what is read.
        day: the last of the twelve months; they are compared with the same day a year before.
        left_out: the codes of roles that do not count, as those in training.
    """
    since = year_before(day)
    rows = _stints(file, since, left_out)
    return measured(rows, file.read(workforce.fill_days, since, day), since, day)


def flows(
    file: Reads, since: date, until: date, left_out: Collection[str] = TRAINING_ROLES
) -> list[Moved]:
    """Return who came, went or changed hours after one day up to another, earliest first."""
    return changes(_stints(file, since, left_out), since, until)


def _stints(file: Reads, since: date, left_out: Collection[str]) -> list[StintRow]:
    return [row for row in file.read(workforce.stints, since) if row.role_code not in left_out]
