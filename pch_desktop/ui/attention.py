"""How many things in each section need attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pch_desktop import discovery, reports
from pch_desktop.reports.statement import Finding, Statement, Weight
from pch_desktop.reports.words import plural

if TYPE_CHECKING:
    from pch_desktop.ui.desk import Desk


def findings(desk: Desk) -> list[Finding]:
    """Return what every section finds for the month, the heaviest first."""
    found: list[Finding] = []
    for statement in discovery.gather(reports, Statement).values():
        found += statement.findings(desk.file, desk.month)
    return sorted(found, key=lambda finding: -finding.weight)


def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many findings above a note each section has."""
    done = desk.attempt(lambda: findings(desk))
    found = done.result if done else []
    return Counter(one.section for one in found if one.weight > Weight.NOTE)


def in_words(counts: Mapping[str, int]) -> str:
    """Return the sum of it for the status line: 3 things need attention."""
    total = sum(counts.values())
    return plural(total, "thing needs attention", "things need attention") if total else ""
