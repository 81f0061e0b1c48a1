"""Starting from ready lines."""

from __future__ import annotations

from pch_desktop.domain.budget_ready import ReadySet
from pch_desktop.imports.ready_lines import ready_lines, ready_rates
from pch_desktop.reports.words import plural
from pch_desktop.store import budget
from pch_desktop.ui.desk import Desk


def add_standard(desk: Desk) -> None:
    """Add the standard lines that the year has not yet."""
    _add(desk, ReadySet.STANDARD, "Start from the ready lines")


def add_network(desk: Desk) -> None:
    """Add the network contract's lines that the year has not yet."""
    _add(desk, ReadySet.NETWORK, "Add the network contract's lines")


def _add(desk: Desk, wanted: ReadySet, label: str) -> None:
    lines = ready_lines(wanted)
    year = desk.month.financial_year
    done = desk.edit(label, budget.add_ready_lines, year, lines, ready_rates(lines))
    if done is not None:
        count = plural(done.result, "line")
        desk.say(f"{count} added to {year}; their amounts are blank until you enter them.")
