"""How each figure of the shadow budget is worked out: the one text for screen and pack."""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.domain.budget import Build, Method

FINANCE: Mapping[str, str] = {
    "month_budget": "The running total of the year's budget up to the month, less that up to the "
    "month before, each rounded to the penny; a virement adds from its own first month on.",
    "month_actual": "All entries of the month together; what takes back the month before is among "
    "them.",
    "month_variance": "The month's budget less its actual; for income the actual less the budget.",
    "date_budget": "The months' budgets from April to the month at hand.",
    "date_actual": "The months' actuals from April to the month at hand; not known while one of "
    "them is not.",
    "date_variance": "The budget to date less the actual to date; for income the other way round.",
    "date_share": "The variance to date divided by the budget to date.",
    "date_rating": "Green where favourable, below the least amount, or up to the amber share of "
    "the budget; red above the red share; amber between.",
    "annual": "What the year opened with, and what was moved to the line since less what was "
    "moved from it.",
    "outturn": "By the line's own method, from the months known.",
    "outturn_variance": "The year's budget less the forecast outturn; for income the other way "
    "round.",
    "outturn_share": "The forecast variance divided by the year's budget.",
    "rating": "Green where favourable, below the least amount, or up to the amber share of the "
    "budget; red above the red share; amber between.",
}
"""By the key of the finance table's column."""
FIGURES: Mapping[str, str] = {
    "month_budget": "Month budget",
    "month_actual": "Month actual",
    "month_variance": "Month variance",
    "date_budget": "YTD budget",
    "date_actual": "YTD actual",
    "date_variance": "YTD variance",
    "date_share": "YTD variance %",
    "annual": "Full-year budget",
    "outturn": "Forecast outturn",
    "outturn_variance": "Forecast variance",
    "outturn_share": "Variance %",
    "rating": "Rating",
}
"""What the figures are called in the pack; both ratings are come by alike."""
METHODS: Mapping[Method, str] = {
    Method.STRAIGHT_LINE: "What was spent so far, divided by the months known, times twelve.",
    Method.RUN_RATE: "What was spent so far, and the mean of the last three months for each "
    "month left.",
    Method.REMAINING_BUDGET: "What was spent so far, and the budget of each month left.",
    Method.PROFILED: "The year's budget times what was spent so far, divided by the budget of "
    "those months; without a budget so far, the straight line.",
    Method.TREND: "What was spent so far, and a straight line through the months known carried on "
    "over those left; of one month, the straight line.",
    Method.MANUAL: "Put in by hand, with a reason.",
}
BUILDS: Mapping[Build, str] = {
    Build.BASELINE: "The baseline less what of it does not recur.",
    Build.GROWTH: "The recurrent baseline × (1 + demographic) × (1 + non-demographic growth) × "
    "(1 + cost uplift) × (1 − efficiency), rounded once.",
    Build.FAIR_SHARE: "The grown baseline, and the pace × (the target less the grown baseline), "
    "rounded.",
    Build.RATES: "Each rate × the people it is paid for, added up and rounded once.",
}
NET = (
    "The recurrent baseline × (1 + demographic) × (1 + non-demographic growth) × "
    "(1 + cost uplift − efficiency), rounded once."
)
"""Growth where cost uplift and efficiency are one net rate."""
TARGET = "The board's total × our weighted people ÷ the board's weighted people, rounded."
RUNNING = "The opening budget by the weight of the months so far, rounded."
MOVED = (
    "What was moved by the weight of the months since its first, rounded; less that up to the "
    "month before."
)
MEAN = "What was spent so far, divided by the months known."
RISE = (
    "Each month × how far it lies from the middle of the months known, added up; divided by those "
    "distances squared and added up."
)
SPREAD = "The highest forecast less the lowest."
ADJUSTED = (
    "The forecast outturn, and each risk times its likelihood, less each mitigation times its own."
)
RISKS = (
    "Each open risk times its likelihood makes the outturn worse, each open mitigation times its "
    "own makes it better."
)
INCOME = "Income is taken off spending, so it stands below zero here."
TOTAL = "All lines in scope together; not known while one of them is not."


def listed() -> tuple[tuple[str, str], ...]:
    """Return what stands in the pack's Definitions: the figure and how it is worked out."""
    return (
        *((title, FINANCE[key]) for key, title in FIGURES.items()),
        *((f"Forecast: {method.value}", words) for method, words in METHODS.items()),
        ("Spread of forecasts", SPREAD),
        ("Outturn with risks", ADJUSTED),
    )
