"""What the forecast still waits for: reasons, and figures and reviews of its risks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pch_desktop.domain.period import Month
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.words import plural
from pch_desktop.store import budget
from pch_desktop.store.budget import RiskRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

TEN, NINTH = 10, 9
"""The last of ten places among the numbers below nought, which no register takes."""


def place_of(risk_id: int) -> int:
    """Return the number a risk goes by among budget lines: below nought."""
    return -(risk_id * TEN + NINTH)


def risk_at(number: int) -> int | None:
    """Return the risk that a number stands for, or None where it stands for something else."""
    risk_id, at = divmod(-number, TEN)
    return risk_id if number < 0 and at == NINTH else None


def findings(file: Reads, month: Month) -> list[Finding]:
    """Return what a month's forecast still waits for."""
    risks = [risk for risk in file.read(budget.risks, month.financial_year) if risk.is_open]
    late = [risk for risk in risks if risk.review_on is not None and risk.review_on <= month.last]
    return [
        *_risks([risk for risk in risks if risk.weighted_pence is None],
                "without an amount or a likelihood", "Set"),
        *_risks(late, "due for review", "Review"),
    ]  # fmt: skip


def _risks(risks: Sequence[RiskRow], what: str, verb: str) -> list[Finding]:
    if not risks:
        return []
    title = f"{plural(len(risks), 'outturn risk')} {what}"
    return [Finding("budget", title, risks[0].name, Weight.LATE, verb, place_of(risks[0].id))]
