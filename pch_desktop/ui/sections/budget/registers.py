"""The registers beside the budget, each a view of its own under one tab."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from pch_desktop.domain.budget import Phase
from pch_desktop.reports import (
    budget_delegation,
    budget_holdings,
    budget_marginal,
    budget_outside,
)
from pch_desktop.reports.budget_registers import Register as Title
from pch_desktop.reports.budget_registers import placed
from pch_desktop.store.budget import delegation, holdings, marginal, outside
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.leaves import Leaf, Leaves
from pch_desktop.ui.sections.budget import register_asks as asks
from pch_desktop.ui.sections.budget.commitments_view import CommitmentsView
from pch_desktop.ui.sections.budget.figures import Figures, View
from pch_desktop.ui.sections.budget.moved_view import MovedView, line_names, partner_names
from pch_desktop.ui.sections.budget.readiness_view import ReadinessView
from pch_desktop.ui.sections.budget.register_view import Register, RegisterView

OUTSIDE = Register(
    name="Bought outside",
    key="bought outside",
    noun="row",
    columns=lambda _figures: budget_outside.OUTSIDE,
    read=lambda desk, figures: desk.file.read(outside.bought_outside, figures.month.financial_year),
    finding=lambda rows, _figures: budget_outside.finding(rows),
    purpose="Only care that cannot be given in the locality should be bought outside it. Write "
    "down what is, from whom, what it costs and why, and whether it could come home.",
    first="Add the first row",
    hidden=("line",),
    choices={"line": line_names},
)
DELEGATION = Register(
    name="Delegation",
    key="delegation",
    noun="office",
    columns=lambda figures: budget_delegation.delegation_columns(_phase(figures)),
    read=lambda desk, figures: desk.file.read(delegation.delegation, _phase(figures)),
    finding=lambda rows, figures: budget_delegation.scheme_finding(rows, _phase(figures)),
    purpose="Say which office may commit how much, of what, and from which phase on. Offices, "
    "not persons, so that the scheme stays when people change.",
    first="Add the first office",
)
HOLDINGS = Register(
    name="Holdings",
    key="holdings",
    noun="holding",
    columns=lambda _figures: budget_holdings.HOLDINGS,
    read=lambda desk, figures: desk.file.read(holdings.all_holdings, figures.month.last),
    finding=lambda rows, figures: budget_holdings.finding(rows, figures.month.last),
    purpose="Where the locality acts through a body of its own, write down what each partner "
    "holds of it and from which day. A gain may be split by these holdings.",
    first="Add the first holding",
    choices={"partner": partner_names},
)
MARGINAL = Register(
    name="Marginal rate",
    key="marginal rates",
    noun="contract",
    columns=lambda _figures: budget_marginal.MARGINAL,
    read=lambda desk, figures: desk.file.read(
        marginal.marginal_rates, figures.month.financial_year
    ),
    finding=lambda rows, _figures: budget_marginal.finding(rows),
    purpose="Where a contract pays only a part of the price above a baseline of activity, write "
    "it down here and see what is payable and what is not.",
    first="Add the first contract",
    choices={"line": line_names},
)


def registers(desk: Desk) -> Leaves[Figures]:
    """Return the registers, the double-payment register in sight."""

    def plain(register: Register, book: str) -> Callable[[], Leaf[Figures]]:
        return lambda: RegisterView(desk, register, asks.edits(desk, book))

    return Leaves(
        "Registers",
        {
            Title.MOVED.value: lambda: MovedView(desk),
            Title.OUTSIDE.value: plain(OUTSIDE, "outside"),
            Title.DELEGATION.value: plain(DELEGATION, "limits"),
            Title.COMMITMENTS.value: lambda: CommitmentsView(desk),
            Title.READINESS.value: lambda: ReadinessView(desk),
            Title.HOLDINGS.value: plain(HOLDINGS, "holdings"),
            Title.MARGINAL.value: plain(MARGINAL, "marginal"),
        },
    )


def show_placed(view: View, number: int) -> None:
    """Bring the record of a register into sight that a number below nought stands for."""
    title, record_id = placed(number)
    leaf = cast("Leaves[Figures]", view).shown(title.value)
    if isinstance(leaf, RegisterView):
        leaf.show_record(record_id)


def _phase(figures: Figures) -> Phase:
    return figures.year.phase if figures.year else Phase.SHADOW
