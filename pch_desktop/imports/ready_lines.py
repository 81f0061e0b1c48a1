"""The budget lines the program brings to start from."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pch_desktop.discovery import resource
from pch_desktop.domain.budget import (
    Build,
    ContractForm,
    Controllability,
    Method,
    Profile,
    Scope,
)
from pch_desktop.domain.budget_ready import ReadyLine, ReadyRate, ReadySet
from pch_desktop.domain.capitation import RateBase
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.services import Focus
from pch_desktop.imports.starters import read

WORDS: Mapping[str, type[StrEnum]] = {
    "build": Build,
    "contract_form": ContractForm,
    "controllability": Controllability,
    "focus": Focus,
    "method": Method,
    "profile": Profile,
    "scope": Scope,
    "weighted_by": Weighting,
}
APART = frozenset({"name", "sector", "rates"})


def ready_lines(wanted: ReadySet) -> tuple[ReadyLine, ...]:
    """Return the lines of a ready set, in their order."""
    said = read(resource("lines.toml"))
    if wanted is ReadySet.STANDARD:
        return tuple(_line(row) for row in said["standard"])
    return tuple(_line({**said["network_line"], **row}) for row in said["network"])


def ready_rates(lines: tuple[ReadyLine, ...]) -> tuple[ReadyRate, ...]:
    """Return the dated rates that ready lines are paid by, each with its source."""
    keys = {key for line in lines for key, _ in line.rates}
    rows = read(resource("reference_values.toml"))["reference_value"]
    return tuple(
        ReadyRate(
            row["key"],
            row["words"],
            Decimal(row["value"]),
            row["unit"],
            row["valid_from"],
            row.get("valid_to"),
            row["source"],
        )
        for row in rows
        if row["key"] in keys
    )


def _line(row: Mapping[str, Any]) -> ReadyLine:
    fields = {key: _meant(key, value) for key, value in row.items() if key not in APART}
    rates = tuple((key, RateBase(base)) for key, base in row.get("rates", ()))
    return ReadyLine(row["name"], Sector(row["sector"]), fields, rates)


def _meant(key: str, value: str) -> object:
    words = WORDS.get(key)
    return words(value) if words else value
