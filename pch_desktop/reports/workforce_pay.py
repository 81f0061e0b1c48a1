"""Pay and what it comes to, set out for reading: scales, on-costs, how a cost was worked out."""

from __future__ import annotations

from pch_desktop.domain.budget_rates import percentage
from pch_desktop.domain.workforce import PensionScheme
from pch_desktop.domain.workforce_pay import Insurance
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import listed, shown, written
from pch_desktop.store.workforce import Costing, OnCostRow, PayRateRow

PAY: tuple[Column[PayRateRow], ...] = (
    Column("point", "Pay point", lambda row: row.point, width=26),
    Column("scale", "Scale", lambda row: row.scale, width=24),
    Column("annual", "Pay £ a year", lambda row: row.annual_pence, Kind.MONEY, width=11,
           help="A full year's pay for a whole time, before what the employer pays on top."),
    Column("valid_from", "From", lambda row: row.valid_from, Kind.DATE, width=12),
    Column("valid_to", "Until", lambda row: row.valid_to, Kind.DATE, width=12,
           help="The last day it is paid; blank while it goes on."),
    Column("source", "Source", lambda row: row.source, width=44),
)  # fmt: skip

ON_COSTS: tuple[Column[OnCostRow], ...] = (
    Column("scheme", "Pension scheme", lambda row: shown(row.scheme.value), Kind.WORD,
           words=listed(PensionScheme), width=20),
    Column("employer", "Employer", lambda row: row.employer, width=28,
           help="Blank stands for every other employer."),
    Column("pension_share", "Pension", lambda row: row.pension_share, Kind.RATE, width=10,
           help="What the employer itself pays of pay; what is paid centrally is left out."),
    Column("levy_share", "Levy", lambda row: row.levy_share, Kind.RATE, width=8,
           help="The apprenticeship levy, where the employer's pay bill is above its allowance."),
    Column("valid_from", "From", lambda row: row.valid_from, Kind.DATE, width=12),
    Column("valid_to", "Until", lambda row: row.valid_to, Kind.DATE, width=12,
           help="The last day it holds; blank while it goes on."),
    Column("source", "Source", lambda row: row.source, width=44),
)  # fmt: skip


def insurance_words(insurance: Insurance | None) -> str:
    """Return the employer's National Insurance of a day: 15% above £5,000 a person."""
    if insurance is None:
        return "not known on that day"
    above = written(insurance.threshold_pence, Kind.MONEY)
    return f"{percentage(insurance.share)} above {above} a person"


def cost_words(costing: Costing) -> str:
    """Return a full year's cost, and whether it was typed or worked out."""
    annual = written(costing.annual_pence, Kind.MONEY)
    if costing.typed_pence is not None:
        return f"{annual}, as typed"
    return f"{annual}, worked out" if annual else "Not known"


def working(costing: Costing) -> str:
    """Return how a cost was worked out, a part to a line; or what has to be entered first."""
    if costing.cost is None:
        return missing(costing)
    cost, insurance, on_costs = costing.cost, costing.insurance, costing.on_costs
    full, wte = written(cost.full_time_pence, Kind.MONEY), written(cost.wte, Kind.WTE)
    lines = [
        f"{costing.point or 'Full-time pay'}: {full} × {wte} WTE = {_exact(cost.salary_pence)}",
        f"National Insurance, {insurance_words(insurance)}: {_exact(cost.insurance_pence)}",
    ]
    if on_costs is not None:
        pension, levy = percentage(on_costs.pension_share), on_costs.levy_share
        scheme = _scheme(costing.scheme)
        lines.append(f"{scheme}, {pension} of pay: {_exact(cost.pension_pence)}")
        if levy:
            lines.append(f"Levy, {percentage(levy)} of pay: {_exact(cost.levy_pence)}")
    lines.append(f"Together {_exact(cost.total_pence)}")
    if costing.typed_pence is not None:
        apart = costing.typed_pence - cost.total_pence
        side = "more" if apart >= 0 else "less"
        lines.append(f"Typed: {_exact(costing.typed_pence)}, {_exact(abs(apart))} {side}")
    return "\n".join(lines)


def missing(costing: Costing) -> str:
    """Return what has to be entered before a cost can be worked out."""
    if costing.full_time_pence is None:
        if costing.point:
            return f"{costing.point} has no pay on this day. Enter it under Reference, Pay."
        return "Choose a pay point to have it worked out."
    if costing.scheme is None:
        return "Choose the pension scheme to have it worked out."
    if costing.on_costs is None:
        scheme = "the NHS pension" if costing.scheme is PensionScheme.NHS else costing.scheme.value
        return f"Enter what is paid for {scheme} on this day under Reference, On-costs."
    return "Enter the employer's National Insurance of this day in Settings, Rates."


def _scheme(scheme: PensionScheme | None) -> str:
    if scheme is None or scheme is PensionScheme.NONE:
        return "No pension"
    return "NHS pension" if scheme is PensionScheme.NHS else f"Pension, {scheme.value}"


def _exact(pence: int) -> str:
    return written(pence, Kind.EXACT)
