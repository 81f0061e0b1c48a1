"""What of the way budgets are built is missing, does not add up, or waits for a decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from pch_desktop.domain.budget import Build, Profile
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_build import NOT_KNOWN, BuildRow, build_rows
from pch_desktop.reports.budget_changes import changes_finding
from pch_desktop.reports.budget_spread import spread_rows, unfit, unfit_words
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.words import plural
from pch_desktop.store import budget
from pch_desktop.store.budget import AdjustmentRow

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads


class BuildTrouble(Enum):
    """What is wrong with the way a line is built, the worst first."""

    RATE = "rate not known"
    FAIR_SHARE = "fair share not known"
    BY_RATES = "rates by people not known"
    SHARES = "shares do not add up"
    LAST_YEAR = "last year not known"
    PROPOSED = "change not approved"


@dataclass(frozen=True, slots=True)
class BuildCheck:
    """One thing to put right: of which line, and a sentence on it."""

    trouble: BuildTrouble
    line_id: int
    sentence: str


def build_checks(rows: Sequence[BuildRow]) -> list[BuildCheck]:
    """Return what keeps lines from being built by their own way, the worst first."""
    found = [check for row in rows for check in _of_line(row)]
    order = list(BuildTrouble)
    return sorted(found, key=lambda check: order.index(check.trouble))


def _of_line(row: BuildRow) -> Iterator[BuildCheck]:
    line = row.line
    for used in row.rates.values():
        if used.share is None:
            name = used.name.removesuffix(f", {NOT_KNOWN}")
            sentence = f"{row.name}: the rate “{name}” has no value on 1 April. Enter one in Rates."
            yield BuildCheck(BuildTrouble.RATE, row.id, sentence)
    made = line.built
    if line.build is Build.FAIR_SHARE and made is not None and made.fair_share is None:
        yield BuildCheck(BuildTrouble.FAIR_SHARE, row.id, f"{row.name}: {_unfair(row)}")
    if line.build is Build.RATES and made is not None and made.by_rates_pence is None:
        sentence = (
            f"{row.name}: its rates by people come to no sum yet. Say what each is, and the "
            "people of the sum."
        )
        yield BuildCheck(BuildTrouble.BY_RATES, row.id, sentence)


def _unfair(row: BuildRow) -> str:
    made = row.line.built
    if row.line.board_total_pence is None:
        return "its fair share wants the board's total. Enter it in Fair share."
    if made is None or made.grown_pence is None:
        return "its fair share wants a baseline to start from. Enter one in Build."
    return "no weighted people of the board are known for it. Import the weighted populations."


def spread_checks(file: Reads, month: Month) -> list[BuildCheck]:
    """Return the lines whose months' shares do not add up, or are not known yet."""
    year = month.financial_year
    version = file.read(budget.budget_year, year)
    if version is None:
        return []
    lines = file.read(budget.lines, month)
    rows = spread_rows(lines, file.read(budget.month_shares_set, version.version_id), year)
    found = [BuildCheck(BuildTrouble.SHARES, row.id, unfit_words(row)) for row in unfit(rows)]
    as_before = [line for line in lines if line.profile is Profile.LAST_YEAR]
    known = file.read(budget.known_last_year, year) if as_before else frozenset[int]()
    return found + [
        BuildCheck(
            BuildTrouble.LAST_YEAR,
            line.id,
            f"{line.name} is spread evenly, not as last year: its months of {year.plus(-1)} "
            "are not all known.",
        )
        for line in as_before
        if line.id not in known
    ]


def proposals(changes: Sequence[AdjustmentRow]) -> list[BuildCheck]:
    """Return a check for each change of service that waits for its approval."""
    return [
        BuildCheck(
            BuildTrouble.PROPOSED,
            row.line_id,
            f"{row.line}: “{row.words}” is proposed and does not count until it is approved.",
        )
        for row in changes
        if not row.counts
    ]


BUILD_VIEW, SPREAD_VIEW = "Capitation/Build", "Capitation/Spread"
CHANGES_VIEW = "Capitation/Adjustments"


def build_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what of the build somebody should see to, for the board's pack and the page."""
    year = month.financial_year
    version = file.read(budget.budget_year, year)
    if version is None:
        return []
    rows = build_rows(file.read(budget.lines, month), file.read(budget.build_rates, year), None)
    apart = spread_checks(file, month)
    checks = [*build_checks(rows), *apart]
    found = [
        Finding("budget", check.trouble.value.capitalize(), check.sentence, Weight.MONEY,
                "Put right", check.line_id, SPREAD_VIEW if check in apart else BUILD_VIEW)
        for check in checks
    ]  # fmt: skip
    changes = file.read(budget.adjustments, version.version_id)
    waiting = proposals(changes)
    if waiting:
        title = f"{plural(len(waiting), 'change')} of service not approved yet"
        found.append(Finding("budget", title, changes_finding(changes), Weight.NOTE, "Approve",
                             waiting[0].line_id, CHANGES_VIEW))  # fmt: skip
    return found
