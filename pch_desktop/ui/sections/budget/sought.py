"""What of the shadow budget can be searched for."""

from pch_desktop.ui.records import records_of, views_of
from pch_desktop.ui.section import Sought

TABS = {
    "Lines": (),
    "By month": (),
    "Forecast": ("Methods", "Risks", "What if"),
    "Charts": (),
    "Capitation": (
        "Build",
        "Baseline",
        "Rates",
        "Adjustments",
        "Fair share",
        "Weighting",
        "Sum",
        "Spread",
        "Stops on 31 March",
        "Change",
    ),
    "Share": (
        "Who gets what",
        "Scheme",
        "Partners",
        "Quality",
        "Adjustments",
        "Risk pool",
        "Settlements",
        "By luck",
    ),
    "Registers": (
        "Double payment",
        "Bought outside",
        "Delegation",
        "Commitments",
        "Readiness",
        "Holdings",
        "Marginal rate",
    ),
    "Versions": ("Versions", "Virements", "Phase"),
    "Close": (),
    "Set-up": (),
    "Entries": (),
}
"""The views of each tab; a tab without any is one itself."""
VIEWS = views_of(TABS)
SOUGHT = Sought(records_of("budget"), VIEWS)
