"""The risks, set out for reading: what may happen, how it scores, what is done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from operator import attrgetter

from pch_desktop.domain.board_registers import Proximity, RiskCategory, RiskStatus
from pch_desktop.domain.board_risks import REVIEW_MONTHS, Score, Trend
from pch_desktop.reports.board_mitigations import in_short
from pch_desktop.reports.table import Column, Holds, Kind, Value, Worse
from pch_desktop.reports.words import listed, shown
from pch_desktop.store.board import RiskRow

ARROWS = {Trend.UP: "↑", Trend.DOWN: "↓", Trend.SAME: "→"}
ONCE = "Scored once"


def trend_words(row: RiskRow) -> str | None:
    """Return where a risk has gone, with its arrow and the score before: ↓ Down from 20."""
    if row.current.product is None:
        return None
    if row.trend is None or row.before is None:
        return ONCE
    whence = f" from {row.before.product}" if row.trend is not Trend.SAME else ""
    return f"{ARROWS[row.trend]} {shown(row.trend.value)}{whence}"


def in_words(row: RiskRow) -> str:
    """Return a risk as its title, and if … then … so that …, as far as that is told."""
    parts = (("If", row.cause), ("then", row.event), ("so that", row.effect))
    told = ", ".join(f"{lead} {words.rstrip('. ')}" for lead, words in parts if words)
    return f"{row.title}. {told[:1].upper()}{told[1:]}." if told else row.title


def standing(row: RiskRow) -> str | None:
    """Return how a risk stands to the board's appetite, with a shape."""
    if row.appetite is None or row.current.product is None:
        return None
    return "◆ Above" if row.current.product > row.appetite else "● Within"


def _scored(which: str, said: str) -> tuple[Column[RiskRow], ...]:
    """Return the three columns of one score: its two sides, printed of the current one, and both.

    On paper the current score is worked out from its sides.
    """
    score: Callable[[RiskRow], Score] = attrgetter(which)
    c, li = f"{which}_consequence", f"{which}_likelihood"
    name, is_now = shown(which), which == "current"

    def live(row: RiskRow) -> str:
        return f"{{{c}}}*{{{li}}}" if is_now and score(row).product is not None else ""

    return (
        Column(c, f"{name} C", lambda row: score(row).consequence, Kind.COUNT, band=name, width=5,
               prints=is_now, help=f"Consequence {said}, from 1 negligible to 5 catastrophic."),
        Column(li, f"{name} L", lambda row: score(row).likelihood, Kind.COUNT, band=name, width=5,
               prints=is_now, help=f"Likelihood {said}, from 1 rare to 5 almost certain."),
        Column(which, f"{name} score", lambda row: score(row).product, Kind.COUNT, band=name,
               width=7, formula_of=live, worse=Worse.BELOW,
               help=f"Consequence times likelihood {said}, 1 to 25."),
    )  # fmt: skip


def in_bands(columns: Iterable[Column[RiskRow]]) -> tuple[Column[RiskRow], ...]:
    """Return columns without the name of their band in each title, for where it stands above."""
    return tuple(
        replace(column, title=shown(column.title.removeprefix(column.band).strip()))
        for column in columns
    )


def _word(row: RiskRow) -> Value:
    return row.band.value if row.band else None


RISKS: tuple[Column[RiskRow], ...] = (
    Column("reference", "Ref", lambda row: row.reference, width=6),
    Column("title", "Risk", lambda row: row.title, width=32, prints=False),
    Column("words", "What may happen", in_words, width=36),
    Column("cause", "Cause", lambda row: row.cause, width=24, prints=False),
    Column("event", "Event", lambda row: row.event, width=24, prints=False),
    Column("effect", "Effect", lambda row: row.effect, width=24, prints=False),
    Column("category", "Category", lambda row: shown(row.category.value), Kind.WORD,
           words=listed(RiskCategory), width=14),
    *_scored("inherent", "with nothing done"),
    *_scored("current", "now"),
    Column("band", "Band", _word, Kind.RATING, width=12,
           help="Low, moderate, high or extreme: where each begins is a setting."),
    Column("trend", "Trend", trend_words, width=15,
           help="The current score against the one given before it."),
    *_scored("target", "aimed at"),
    Column("appetite", "Appetite", lambda row: row.appetite, Kind.COUNT, width=9,
           help="The highest score the board will bear for it."),
    Column("against", "Appetite kept", standing, width=11,
           help="Above where the current score is more than the appetite."),
    Column("mitigations", "Still to be done", in_short, width=28,
           help="Mitigations not done yet, each with its day."),
    Column("owner", "Owner", lambda row: row.owner, width=13, holds=Holds.NAMES),
    Column("partner", "Partner", lambda row: row.partner, Kind.WORD, width=16),
    Column("controls", "Controls in place", lambda row: row.controls, width=28, prints=False),
    Column("proximity", "How soon", lambda row: shown(row.proximity.value) if row.proximity
           else None, Kind.WORD, words=listed(Proximity), width=14, prints=False),
    Column("status", "Status", lambda row: shown(row.status.value), Kind.WORD,
           words=listed(RiskStatus), width=10, prints=False),
    Column("found_on", "Found", lambda row: row.found_on, Kind.DATE, prints=False),
    Column("reviewed_on", "Reviewed", lambda row: row.reviewed_on, Kind.DATE, prints=False),
    Column("review_on", "Next review", lambda row: row.review_on, Kind.DATE,
           help=f"{REVIEW_MONTHS} months after it was last looked at, or found."),
    Column("closed_on", "Closed", lambda row: row.closed_on, Kind.DATE, prints=False),
    Column("note", "Note", lambda row: row.note, width=28, prints=False),
)  # fmt: skip
