"""The risks to the outturn, set out for reading, and what they make of the forecast."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pch_desktop.domain.budget import variance_pence
from pch_desktop.domain.budget_plan import RiskKind
from pch_desktop.domain.budget_risks import adjusted_pence
from pch_desktop.domain.period import Month
from pch_desktop.reports.budget_standing import PositionRow
from pch_desktop.reports.signs import marking
from pch_desktop.reports.table import Column, Holds, Kind, Table, Total
from pch_desktop.reports.words import listed, plural, shown, written
from pch_desktop.store import budget
from pch_desktop.store.budget import RiskRow
from pch_desktop.store.shared import Reads

WEIGHTED = 'IF({is_open}="No",0,IF({kind}="Risk",-1,1)*ROUND({amount}*{likelihood},2))'
EFFECT = "Amount × likelihood. (Brackets) make the outturn worse, plain figures better."


def effect_pence(weighted: int | None) -> int | None:
    """Return what weighted risks do to the variance: favourable positive."""
    return None if weighted is None else variance_pence(0, weighted)


RISKS: tuple[Column[RiskRow], ...] = (
    Column("name", "What may happen, or be done", lambda risk: risk.name, width=44),
    Column("kind", "Kind", lambda risk: shown(risk.kind.value), Kind.WORD, words=listed(RiskKind),
           help="A risk adds to the cost, a mitigation takes off it.", width=11),
    Column("line", "Budget line", lambda risk: risk.line, width=28,
           help="Blank where it is of no one line; the year's total counts it all the same."),
    Column("amount", "Amount £", lambda risk: risk.amount_pence, Kind.MONEY, width=11,
           help="The most it may come to, without a sign. Blank is not known."),
    Column("likelihood", "Likelihood", lambda risk: risk.likelihood_share, Kind.SHARE, width=10,
           help="From 0% to 100%. Blank is not known."),
    Column("weighted", "Weighted £", lambda risk: effect_pence(risk.weighted_pence), Kind.MONEY,
           Total.SUM, formula=WEIGHTED, width=11, help=EFFECT),
    Column("owner", "Owner", lambda risk: risk.owner, width=14, prints=False,
           help="Not in the board pack, which names nobody.", holds=Holds.NAMES),
    Column("review", "Review", lambda risk: risk.review_on, Kind.DATE, width=12),
    Column("is_open", "Open", lambda risk: risk.is_open, Kind.YES, width=8,
           help="What is no longer open counts for nothing."),
    Column("note", "Note", lambda risk: risk.note, width=34),
)  # fmt: skip
"""What may still move the outturn, the same on the screen and in the workbook."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """The year's forecast and what its risks and mitigations make of it, in pence.

    None where a line's forecast, an amount or a likelihood is not known.
    """

    annual: int | None
    outturn: int | None
    risks: int | None
    """What the weighted risks add."""
    mitigations: int | None
    """What the weighted mitigations take off, above zero."""
    adjusted: int | None
    counted: int
    """How many risks and mitigations are open."""
    unknown: int
    """How many of them lack an amount or a likelihood."""

    @property
    def variance(self) -> int | None:
        """How far the adjusted outturn is from the budget: favourable positive."""
        if self.annual is None or self.adjusted is None:
            return None
        return variance_pence(self.annual, self.adjusted)


def adjustment(rows: Sequence[PositionRow], risks: Sequence[RiskRow]) -> Adjustment:
    """Return the year's risk-adjusted outturn, with what makes it up."""
    counted = [risk for risk in risks if risk.is_open]
    outturn = whole_sum(row.outturn for row in rows)
    mitigated = _kind(counted, RiskKind.MITIGATION)
    return Adjustment(
        whole_sum(row.annual for row in rows),
        outturn,
        _kind(counted, RiskKind.RISK),
        None if mitigated is None else -mitigated,
        adjusted_pence(outturn, [risk.weighted_pence for risk in counted]),
        len(counted),
        sum(risk.weighted_pence is None for risk in counted),
    )


def by_line(risks: Iterable[RiskRow]) -> Mapping[str | None, list[RiskRow]]:
    """Return the open risks by the name of their line; None for those of no one line."""
    found: dict[str | None, list[RiskRow]] = {}
    for risk in risks:
        if risk.is_open:
            found.setdefault(risk.line, []).append(risk)
    return found


def whole_sum(amounts: Iterable[int | None]) -> int | None:
    """Return a sum, or None where any part of it is not known."""
    known = list(amounts)
    return None if None in known else sum(pence for pence in known if pence is not None)


def adjustment_words(found: Adjustment) -> tuple[str, ...]:
    """Return the sentence on the risk-adjusted outturn; nothing where there are no risks."""
    if not found.counted:
        return ()
    if found.adjusted is None:
        if found.unknown:
            lacking = plural(found.unknown, "risk or mitigation", "risks and mitigations")
            verb = "lacks" if found.unknown == 1 else "lack"
            return (
                f"Risk-adjusted outturn: not known. {lacking} {verb} an amount or a likelihood.",
            )
        return ("Risk-adjusted outturn: not known, for the forecast of a line is not known.",)
    variance = found.variance
    side = "" if variance is None else f", {_side(variance)} budget"
    return (
        f"Risk-adjusted outturn: {written(found.adjusted, Kind.MONEY)}{side}: the forecast of "
        f"{written(found.outturn, Kind.MONEY)}, with weighted risks of "
        f"{written(found.risks, Kind.MONEY)}, less weighted mitigations of "
        f"{written(found.mitigations, Kind.MONEY)}.",
    )


def _side(variance: int) -> str:
    return f"{written(abs(variance), Kind.MONEY)} {'over' if variance < 0 else 'under'}"


def risks(file: Reads, month: Month) -> Table[RiskRow]:
    """Return a year's risks and mitigations of the outturn."""
    rows = file.read(budget.risks, month.financial_year)
    year = file.read(budget.budget_year, month.financial_year)
    subtitle = (
        f"£. {month.financial_year}. Each weighted by its likelihood; none is in the forecast."
    )
    notes = (EFFECT,)
    return Table("Outturn risks", RISKS, rows, subtitle, notes=notes, marking=marking(year))


def _kind(risks: Iterable[RiskRow], kind: RiskKind) -> int | None:
    return whole_sum(risk.weighted_pence for risk in risks if risk.kind is kind)
