"""What the year may come to: by method, with its risks, and if something were so."""

from __future__ import annotations

from typing import cast

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.explaining import Explains
from pch_desktop.ui.leaves import Leaves
from pch_desktop.ui.sections.budget.behind import Leading
from pch_desktop.ui.sections.budget.figures import Figures, View
from pch_desktop.ui.sections.budget.forecast import ForecastView
from pch_desktop.ui.sections.budget.risks import RisksView
from pch_desktop.ui.sections.budget.what_if import WhatIfView

RISKS = "Risks"


def forecast_leaves(desk: Desk, leading: Leading, explains: Explains) -> Leaves[Figures]:
    """Return the views under the tab Forecast; figures lead to their entries and are explained."""

    def methods() -> ForecastView:
        view = ForecastView(desk)
        leading.join(view.grid)
        view.grid.explains = explains
        return view

    return Leaves(
        "Forecast",
        {
            "Methods": methods,
            RISKS: lambda: RisksView(desk),
            "What if": lambda: WhatIfView(desk),
        },
    )


def show_risk(view: View, risk_id: int) -> None:
    """Bring a risk into sight."""
    leaf = cast("Leaves[Figures]", view).shown(RISKS)
    if isinstance(leaf, RisksView):
        leaf.grid.select_record(risk_id, "name")
        leaf.grid.setFocus()
