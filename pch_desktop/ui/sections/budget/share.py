"""The tab of the gain and risk share: who gets what, what was agreed, and what was settled."""

from __future__ import annotations

from pch_desktop.ui.desk import Desk
from pch_desktop.ui.leaves import Leaves
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.share_grids import (
    AdjustmentsView,
    MeasuresView,
    PoolView,
    TakersView,
)
from pch_desktop.ui.sections.budget.share_luck import LuckView
from pch_desktop.ui.sections.budget.share_scheme import SchemeView
from pch_desktop.ui.sections.budget.share_settled import SettlementsView
from pch_desktop.ui.sections.budget.share_who import WhoView

WHO, SCHEME, TAKERS, QUALITY = "Who gets what", "Scheme", "Partners", "Quality"
ADJUSTMENTS, POOL, SETTLEMENTS = "Adjustments", "Risk pool", "Settlements"
LUCK = "By luck"


def share_leaves(desk: Desk) -> Leaves[Figures]:
    """Return the views of the share under one tab."""
    leaves: Leaves[Figures] = Leaves(
        "Gain and risk share",
        {
            WHO: lambda: WhoView(desk, lambda: leaves.shown(SCHEME)),
            SCHEME: lambda: SchemeView(desk),
            TAKERS: lambda: TakersView(desk),
            QUALITY: lambda: MeasuresView(desk),
            ADJUSTMENTS: lambda: AdjustmentsView(desk),
            POOL: lambda: PoolView(desk),
            SETTLEMENTS: lambda: SettlementsView(desk),
            LUCK: lambda: LuckView(desk),
        },
    )
    return leaves
