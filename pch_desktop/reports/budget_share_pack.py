"""The share in the board pack, and what of it is to be put right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.budget_phases import printed
from pch_desktop.domain.budget_share import QualityMode, Stage
from pch_desktop.domain.kept import kept
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.settling import reckoned
from pch_desktop.domain.sharing import must_weigh
from pch_desktop.reports.budget_luck import luck, luck_finding
from pch_desktop.reports.budget_share import (
    PARTNERS,
    STEPS,
    Reckoning,
    partner_rows,
    reckoning,
    steps,
)
from pch_desktop.reports.budget_share_words import finding, notes, side
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Chart, Kind, Shape, Table
from pch_desktop.reports.words import written
from pch_desktop.store.budget import settlements

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

SECTION = "budget"


def share_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the reckoning and its partners as sheets; none where nothing was agreed."""
    found = reckoning(file, month)
    if found is None:
        return ()
    marked = printed(found.inputs.phase)
    told = f"£. Gain and risk share of {found.inputs.year}, month {month.number}."
    if marked:
        told += f" {marked}: no cash moves."
    rows = partner_rows(found)
    said = finding(found)
    alt_text = f"Bars of each partner's part. {said} " + "; ".join(
        f"{row.name} {written(row.after, Kind.MONEY)}" for row in rows
    )
    charts = (Chart(Shape.BARS, "name", ("after",), said, alt_text[:400]),) if rows else ()
    by_luck = luck_finding(luck(file, month, found.inputs.terms))
    noted = (said, *notes(found), by_luck)
    return (
        Table("Share", STEPS, steps(found), told, notes=noted, marking=marked),
        Table("Share by partner", PARTNERS, rows, told, charts, _partner_notes(found), marked),
    )


def _partner_notes(found: Reckoning) -> tuple[str, ...]:
    by = found.inputs.split_by
    said = f"Split by {by.rule.value}"
    if by.second_rule and by.second_share:
        said += f", and {(by.second_share * 100).normalize():f}% of it by {by.second_rule.value}"
    return (f"{said}; spare pennies go to the largest remainders, the first listed first.",)


Told = tuple[str, str, Weight, str]
"""What is to be put right, a note on it, its weight and where."""


def share_findings(file: Reads, month: Month) -> list[Finding]:
    """Return what of the share is to be put right, for the list of things to do."""
    found = reckoning(file, month)
    if found is None:
        return []
    told = [*_of_scheme(found), *_of_settlement(file, month)]
    return [
        Finding(SECTION, title, detail, weight, "Put right", None, view)
        for title, detail, weight, view in told
    ]


def _of_scheme(found: Reckoning) -> list[Told]:
    inputs = found.inputs
    told: list[Told] = []
    if not inputs.takers:
        told.append(
            ("Gain share without partners", "Say who takes part, under Share, Partners.",
             Weight.MONEY, "Share/Partners")
        )  # fmt: skip
    if inputs.quality_mode is not QualityMode.NONE:
        try:
            must_weigh(inputs.measures)
        except Refusal as refusal:
            told.append(("Quality measures of the gain share", str(refusal), Weight.MONEY,
                         "Share/Quality"))  # fmt: skip
        unknown = [each.name for each in inputs.measures if each.met_share is None]
        if unknown:
            detail = f"A gain is not shared until it is known how far “{unknown[0]}” was met."
            told.append(("Gain share waits for quality", detail, Weight.LATE, "Share/Quality"))
    return told


def _of_settlement(file: Reads, month: Month) -> list[Told]:
    """Return that the latest settlement no longer is what today's figures give."""
    made = file.read(settlements.settlements, month.financial_year)
    if not made or made[0].stage is Stage.SIGNED or made[0].month > month:
        return []
    last = made[0]
    now = file.read(settlements.today, last)
    if now is None or now == last.inputs:
        return []
    then = reckoned(now)
    if kept(then) == kept(last.outcome):
        return []
    pool = then.sharing
    detail = "Its figures have changed since it was made. Make it again."
    if pool is not None:
        detail = f"Today it would be for a year that ends {side(pool.pool_pence)}. Make it again."
    title = f"The {last.stage.value} settlement of {last.month.words} is outdated"
    return [(title, detail, Weight.NOTE, "Share/Settlements")]
