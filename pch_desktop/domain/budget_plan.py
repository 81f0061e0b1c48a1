"""What moves a shadow budget beside its lines: risks, what-ifs and the closing of months."""

from __future__ import annotations

from enum import StrEnum


class RiskKind(StrEnum):
    """Which way something not yet in the forecast would move it."""

    RISK = "risk"
    MITIGATION = "mitigation"


class ScenarioKind(StrEnum):
    """What a what-if does to a line's outturn."""

    ADD = "add an amount"
    SHARE = "change by a share"
    SET = "set the outturn"


class ClosingKind(StrEnum):
    """What was done with a month."""

    CLOSED = "closed"
    REOPENED = "reopened"
