"""How the budget is built: the views under the tab Capitation."""

from __future__ import annotations

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.leaves import Leaves
from pch_desktop.ui.sections.budget.baseline import BaselineView
from pch_desktop.ui.sections.budget.build import BuildView
from pch_desktop.ui.sections.budget.changes import ChangesView
from pch_desktop.ui.sections.budget.fair import FairView
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.rates import RatesView
from pch_desktop.ui.sections.budget.spread import SpreadView
from pch_desktop.ui.sections.budget.stops import StopsView
from pch_desktop.ui.sections.budget.strip import Ways
from pch_desktop.ui.sections.budget.total import SumView
from pch_desktop.ui.sections.budget.weighting import WeightingView
from pch_desktop.ui.sections.budget.years import YearsView


def capitation_views(desk: Desk, ways: Ways) -> Leaves[Figures]:
    """Return the views, from the baselines to the sum a head and what stops."""
    return Leaves(
        "How the budget is built",
        {
            "Build": lambda: BuildView(desk),
            "Baseline": lambda: BaselineView(desk, ways),
            "Rates": lambda: RatesView(desk),
            "Adjustments": lambda: ChangesView(desk, ways),
            "Fair share": lambda: FairView(desk),
            "Weighting": lambda: WeightingView(desk),
            "Sum": lambda: SumView(desk),
            "Spread": lambda: SpreadView(desk),
            "Stops on 31 March": lambda: StopsView(desk),
            "Change": lambda: YearsView(desk),
        },
    )
