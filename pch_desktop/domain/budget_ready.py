"""Budget lines a locality can start from, ready but for their amounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pch_desktop.domain.capitation import RateBase
from pch_desktop.domain.partners import Sector


class ReadySet(StrEnum):
    """Which lines to start from."""

    STANDARD = "standard lines"
    NETWORK = "network contract 2025/26"


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """A line without an amount, and the rates by people it is paid by."""

    name: str
    sector: Sector
    fields: Mapping[str, object] = field(default_factory=dict[str, object])
    """What else is known of it, by the fields of a budget line."""
    rates: tuple[tuple[str, RateBase], ...] = ()
    """The key of each rate and what it is paid for each of."""


@dataclass(frozen=True, slots=True)
class ReadyRate:
    """A dated rate that a ready line is paid by."""

    key: str
    words: str
    value: Decimal
    unit: str
    valid_from: date
    valid_to: date | None
    source: str
