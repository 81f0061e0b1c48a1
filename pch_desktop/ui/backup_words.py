"""Backups in people's words: when, why, how large, and what one holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from pch_desktop.domain.money import whole
from pch_desktop.reports.words import shown

if TYPE_CHECKING:
    from pch_desktop.store.restoring import Holding, Preview

REASONS = {
    "timer": "Every half hour",
    "closing": "When it was closed",
    "by-hand": "Asked for",
    "before-import": "Before an import",
    "before-restore": "Before going back",
    "damaged": "Damaged file, put aside",
}
FORMAT = "before-v"
TABLES = {
    "practice group": "Groups of practices",
    "group member": "Practices in groups",
    "list snapshot": "List sizes",
    "partner part": "What partners are",
    "agreement party": "Parties to agreements",
    "service partner": "Partners of services",
    "service site": "Sites of services",
    "opening": "Opening times",
    "service month": "Months of activity",
    "site statement": "Statements",
    "import batch": "Imports",
    "column match": "Columns remembered",
    "baseline part": "Parts of the baseline",
    "budget month": "Months of budget",
    "person": "People",
    "assignment": "People in posts",
    "network staff": "Network workforce",
}
"""What the field calls the rows of a table, where it is not the plural of its name."""
MONEY = {
    "budget line, annual": "Annual budget",
    "budget line, non recurrent": "Of it non-recurrent",
    "budget line, manual forecast": "Forecasts entered",
    "baseline part, amount": "Baseline",
    "budget month, amount": "Budget by month",
    "actual, amount": "Actual spend",
    "agreement, value": "Value of agreements",
    "service, annual cost": "Cost of services",
    "post, annual cost": "Cost of posts",
}
UNTOLD = {"locality"}
KILO = 1_000


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure of a backup beside the same of the present file."""

    words: str
    then: str
    now: str
    """Empty where there is no present file to compare with."""
    change: str
    """What going back would do to it; empty where that is nothing."""


def when(at: datetime, now: datetime) -> str:
    """Return a moment as one tells it: today 09:01, yesterday 17:40, 28 Oct 2016 12:00."""
    here, today = at.astimezone(), now.astimezone().date()
    if here.date() == today:
        return f"today {here:%H:%M}"
    if here.date() == today - timedelta(days=1):
        return f"yesterday {here:%H:%M}"
    return f"{here.day} {here:%b %Y %H:%M}"


def why(reason: str) -> str:
    """Return why a backup was made."""
    if reason.startswith(FORMAT):
        return "Before a new file format"
    return REASONS.get(reason) or shown(reason.replace("-", " "))


def size(count: int) -> str:
    """Return a number of bytes: 412 kB, 1.7 MB."""
    kilos = count / KILO
    return f"{kilos / KILO:,.1f} MB" if kilos >= KILO else f"{max(1, round(kilos)):,} kB"


def compared(then: Preview, now: Preview | None) -> list[Compared]:
    """Return what a backup holds beside what the file holds now: what differs first, then money."""
    money = _both(then.money_pence, now.money_pence if now else ())
    rows = _both(then.counts, now.counts if now else ())
    is_alone = now is None
    lines = [
        *(_compared(MONEY.get(words, shown(words)), pair, "£", is_alone) for words, pair in money),
        *(_compared(_rows_of(words), pair, "", is_alone) for words, pair in rows),
    ]
    return sorted(lines, key=lambda line: not line.change)


def _rows_of(words: str) -> str:
    return TABLES.get(words) or f"{shown(words)}s"


def _both(then: Iterable[Holding], now: Iterable[Holding]) -> Iterable[tuple[str, tuple[int, int]]]:
    before: Mapping[str, int] = {one.words: one.amount for one in then if one.words not in UNTOLD}
    after: Mapping[str, int] = {one.words: one.amount for one in now if one.words not in UNTOLD}
    return [(name, (before.get(name, 0), after.get(name, 0))) for name in {**before, **after}]


def _compared(words: str, pair: tuple[int, int], sign: str, is_alone: bool) -> Compared:
    then, now = pair
    if is_alone:
        return Compared(words, _figure(then, sign), "", "")
    change = f"{_figure(abs(then - now), sign)} {'more' if then > now else 'less'}"
    return Compared(words, _figure(then, sign), _figure(now, sign), change if then != now else "")


def _figure(amount: int, sign: str) -> str:
    number = whole(amount) if sign else amount
    return f"({sign}{-number:,})" if number < 0 else f"{sign}{number:,}"
